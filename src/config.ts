/** The environment, checked. Secrets stay in what this returns and are never printed. */
import { ConfigError } from "./errors.ts";

/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How Slack is reached. */
export type SlackConfig = {
  readonly botToken: string;
  /** Slack's own unless set. */
  readonly apiUrl: string | undefined;
} & (
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number }
);

/** How Discord is reached. */
export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string | undefined;
  /** Commands are registered for this guild alone, if set. */
  readonly guildId: string | undefined;
  /** Discord's own unless set. */
  readonly apiUrl: string | undefined;
}

/** Where the librarians read. */
export interface StaffChannel {
  readonly platform: "slack" | "discord";
  readonly channel: string;
}

export interface Config {
  readonly slack: SlackConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly staffChannel: StaffChannel | undefined;
  /** Health and metrics; off unless set. */
  readonly http: { readonly host: string; readonly port: number } | undefined;
  readonly logLevel: LogLevel;
}

export type LogLevel = "info" | "warn" | "error";

/** The folder of knowledge: all that asking in a terminal needs, so that half-set tokens do not stand in its way. */
export function knowledgeDir(env: Environment): string {
  return value(env, "KNOWLEDGE_DIR") ?? "knowledge";
}

/** The folder of what the bot keeps: all that looking at it and erasing from it need. */
export function dataDir(env: Environment): string {
  return value(env, "DATA_DIR") ?? ".data";
}

/**
 * Reads every variable of `.env.example`. Values are trimmed; an empty one counts as not set.
 * @throws {ConfigError} with all problems at once, by variable name and without values.
 */
export function parseConfig(env: Environment): Config {
  const problems: string[] = [];
  const read: Reader = { env, problem: (name, text) => void problems.push(`${name}: ${text}`) };
  const config: Config = {
    slack: slackConfig(read),
    discord: discordConfig(read),
    knowledgeDir: knowledgeDir(env),
    dataDir: dataDir(env),
    staffChannel: staffChannel(read),
    http: httpConfig(read),
    logLevel: logLevel(read),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

interface Reader {
  readonly env: Environment;
  problem(name: string, text: string): void;
}

function value(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/** One that is renewed now and then has a word before it. */
const BOT_TOKEN = /^(xoxe\.)?xoxb-/;
const APP_TOKEN = /^xapp-/;
const SLACK_TOKEN = /^(xox[a-z]|xapp)[-.]/;

/** What somebody has pasted instead, as far as its beginning tells. */
function tokenKind(token: string): string {
  if (APP_TOKEN.test(token)) return "this is an app token";
  if (BOT_TOKEN.test(token)) return "this is a bot token";
  if (/^(xoxe\.)?xoxp-/.test(token)) return "this is a person's token";
  return "this is no such token";
}

/** Whether a token cannot be the one wanted; of a service at an address of its own, whose tokens may look otherwise, only if it is another kind. */
function isWrong(token: string, wanted: RegExp, apiUrl: string | undefined): boolean {
  return !wanted.test(token) && (apiUrl === undefined || SLACK_TOKEN.test(token));
}

function slackConfig(read: Reader): SlackConfig | undefined {
  const { env, problem } = read;
  const botToken = value(env, "SLACK_BOT_TOKEN");
  const appToken = value(env, "SLACK_APP_TOKEN");
  const signingSecret = value(env, "SLACK_SIGNING_SECRET");
  const mode = value(env, "SLACK_MODE") ?? "socket";
  const apiUrl = url(read, "SLACK_API_URL");
  const port = portNumber(read, "SLACK_HTTP_PORT");
  if (mode !== "socket" && mode !== "http") problem("SLACK_MODE", "use socket or http");
  if (botToken !== undefined && isWrong(botToken, BOT_TOKEN, apiUrl))
    problem("SLACK_BOT_TOKEN", `${tokenKind(botToken)}; the bot token begins with xoxb-`);
  if (appToken !== undefined && isWrong(appToken, APP_TOKEN, apiUrl))
    problem("SLACK_APP_TOKEN", `${tokenKind(appToken)}; the app token begins with xapp-`);
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return undefined;
  if (botToken === undefined) problem("SLACK_BOT_TOKEN", "missing; Slack needs it");
  if (mode === "http") {
    if (signingSecret === undefined) problem("SLACK_SIGNING_SECRET", "missing; SLACK_MODE=http needs it");
    if (port === undefined) problem("SLACK_HTTP_PORT", "missing; SLACK_MODE=http needs a port of its own");
    return botToken && signingSecret && port ? { mode, botToken, apiUrl, signingSecret, port } : undefined;
  }
  if (appToken === undefined) problem("SLACK_APP_TOKEN", "missing; Socket Mode needs it");
  return botToken && appToken ? { mode: "socket", botToken, apiUrl, appToken } : undefined;
}

function discordConfig(read: Reader): DiscordConfig | undefined {
  const token = value(read.env, "DISCORD_TOKEN");
  const applicationId = snowflake(read, "DISCORD_APPLICATION_ID");
  const guildId = snowflake(read, "DISCORD_GUILD_ID");
  const apiUrl = url(read, "DISCORD_API_URL");
  return token === undefined ? undefined : { token, applicationId, guildId, apiUrl };
}

function staffChannel({ env, problem }: Reader): StaffChannel | undefined {
  const named = value(env, "STAFF_CHANNEL");
  if (named === undefined) return undefined;
  const [, slack] = /^slack:([CG][A-Z0-9]{1,39})$/.exec(named) ?? [];
  if (slack !== undefined) return { platform: "slack", channel: slack };
  const [, discord] = /^discord:(\d{1,20})$/.exec(named) ?? [];
  if (discord !== undefined) return { platform: "discord", channel: discord };
  problem(
    "STAFF_CHANNEL",
    /^slack:[DUW][A-Z0-9]+$/.test(named)
      ? "this is a direct message, that is a person; use a channel's id, such as slack:C0123ABCD"
      : "use slack:C… or slack:G…, or discord: and digits, each the channel's id, such as slack:C0123ABCD",
  );
  return undefined;
}

function httpConfig(read: Reader): Config["http"] {
  const port = portNumber(read, "HTTP_PORT");
  const host = hostName(read, "HTTP_HOST") ?? "127.0.0.1";
  return port === undefined ? undefined : { port, host };
}

function hostName({ env, problem }: Reader, name: string): string | undefined {
  const text = value(env, name);
  if (text === undefined || isHost(text)) return text;
  problem(name, "use a host name or an address alone, such as 127.0.0.1 or ::1");
  return undefined;
}

/** Whether a text looks like a host's name, or is an address, with the network interface that it may name. */
function isHost(text: string): boolean {
  if (/^[\da-f:.]*:[\da-f:.]*(%[\w.-]+)?$/i.test(text))
    return URL.canParse(`http://[${text.replace(/%.*/, "")}]/`);
  return (
    text.length <= 253 && /^\w([\w-]*\w)?(\.\w([\w-]*\w)?)*$/.test(text) && URL.canParse(`http://${text}/`)
  );
}

function logLevel({ env, problem }: Reader): LogLevel {
  const level = value(env, "LOG_LEVEL")?.toLowerCase() ?? "info";
  if (level === "info" || level === "warn" || level === "error") return level;
  problem("LOG_LEVEL", "use info, warn or error; anything finer would write down what people say");
  return "info";
}

function portNumber({ env, problem }: Reader, name: string): number | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  problem(name, "use a whole number from 1 to 65535");
  return undefined;
}

function snowflake({ env, problem }: Reader, name: string): string | undefined {
  const text = value(env, name);
  if (text === undefined || /^\d{1,20}$/.test(text)) return text;
  problem(name, "use the id as Discord shows it, digits alone");
  return undefined;
}

function url({ env, problem }: Reader, name: string): string | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocol === "https:" || protocol === "http:") return text;
  problem(name, "use an address that begins with https:// or http://");
  return undefined;
}
