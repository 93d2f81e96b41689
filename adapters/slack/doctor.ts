/** What a Slack set-up lacks, by name. Asks Slack twice and opens no connection, so a running bot loses nothing. */
import type { SlackConfig } from "../../src/config.ts";
import type { Check, Diagnosis } from "../../src/ports.ts";
import { CALL_TIMEOUT_MS } from "./limits.ts";
import { EVENTS, SCOPES } from "./manifest.ts";

/** Checks both tokens and every scope. */
export function slackCheck(config: SlackConfig): Check {
  return {
    about: "Slack, asked about the tokens",
    run: async (): Promise<readonly Diagnosis[]> => [
      ...(await botLines(config)),
      ...(config.mode === "socket" ? await appLines(config) : httpLines(config)),
      ...BY_HAND.map((text): Diagnosis => ({ state: "by-hand", text })),
    ],
  };
}

const BY_HAND: readonly string[] = [
  `Event Subscriptions list ${EVENTS.join(", ")}, and Interactivity is on: "npm run manifest" prints all of it.`,
  "The bot is invited to every channel it is to answer, share or post digests in; Slack shows no list of them without more scopes.",
  "Only one copy of the bot is running with these tokens; a running bot warns when there is another.",
];

async function botLines({ botToken, apiUrl }: SlackConfig): Promise<readonly Diagnosis[]> {
  const { error, scopes } = await ask("auth.test", botToken, apiUrl);
  if (error !== undefined) return [{ state: "broken", text: `SLACK_BOT_TOKEN: Slack says ${error}` }];
  const granted = new Set(scopes);
  const needed = Object.entries(SCOPES).map(([scope, why]): Diagnosis => {
    const has = granted.delete(scope);
    return { state: has ? "ok" : "missing", text: `scope ${scope}, for ${why}` };
  });
  const spare = [...granted];
  return [
    { state: "ok", text: "SLACK_BOT_TOKEN is accepted" },
    ...needed,
    ...(spare.length > 0
      ? [{ state: "by-hand", text: `scopes the bot does not need: ${spare.join(", ")}` } as const]
      : []),
  ];
}

/** Asks for the address of a connection, and does not go there. */
async function appLines({
  appToken,
  apiUrl,
}: SlackConfig & { mode: "socket" }): Promise<readonly Diagnosis[]> {
  const { error } = await ask("apps.connections.open", appToken, apiUrl);
  if (error === undefined)
    return [{ state: "ok", text: "SLACK_APP_TOKEN is accepted, with connections:write" }];
  if (error === "missing_scope")
    return [{ state: "missing", text: "scope connections:write, of SLACK_APP_TOKEN" }];
  return [{ state: "broken", text: `SLACK_APP_TOKEN: Slack says ${error}` }];
}

const httpLines = ({ port }: SlackConfig & { mode: "http" }): readonly Diagnosis[] => [
  {
    state: "by-hand",
    text: `The request URL for commands, interactivity, shortcuts and events leads to port ${port}, path /slack/events, and Socket Mode is off.`,
  },
];

interface Asked {
  /** Slack's code, or the network's; undefined if all is well. */
  readonly error: string | undefined;
  readonly scopes: readonly string[];
}

async function ask(method: string, token: string, apiUrl = "https://slack.com/api/"): Promise<Asked> {
  try {
    const response = await fetch(new URL(method, apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`), {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      redirect: "error",
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    const scopes = (response.headers.get("x-oauth-scopes") ?? "").split(/\s*,\s*/).filter(Boolean);
    const reply: unknown = await response.json();
    return { error: errorOf(reply), scopes };
  } catch {
    return { error: "nothing: it cannot be reached, or its answer cannot be read", scopes: [] };
  }
}

function errorOf(reply: unknown): string | undefined {
  if (typeof reply !== "object" || reply === null || !("ok" in reply)) return "something that cannot be read";
  if (reply.ok === true) return undefined;
  return "error" in reply && typeof reply.error === "string" ? reply.error.slice(0, 60) : "no";
}
