/** The parts of `doctor` that are nobody else's: environment, platforms' tokens, knowledge, what is kept, and what only a person can see. */
import type { Subscription } from "../../src/digest/model.ts";
import { DataFolderError } from "../../src/errors.ts";
import type { Problem } from "../../src/model.ts";
import type { Check, Diagnosis } from "../../src/ports.ts";

/** The environment: each problem names its variable, none its value. */
export function configCheck(problems: readonly string[]): Check {
  const found: readonly Diagnosis[] = problems.map((text) => ({ state: "broken", text }));
  return {
    about: "Environment (.env and variables)",
    run: async () =>
      found.length > 0 ? found : [{ state: "ok", text: "every variable that is set can be used" }],
  };
}

/** Which tokens a platform needs, and which of them are set. */
export function platformCheck(
  name: string,
  variables: readonly { readonly name: string; readonly set: boolean }[],
): Check {
  return {
    about: name,
    async run() {
      const none = variables.every(({ set }) => !set);
      return variables.map(
        ({ name, set }): Diagnosis => ({ state: set ? "ok" : none ? "off" : "missing", text: name }),
      );
    },
  };
}

/** Names as people write them. */
const TITLES = { slack: "Slack", discord: "Discord" } as const;

/** Whether anyone can be answered in a chat, and the librarians can be reached where they read. */
export function reachCheck(
  platforms: readonly (keyof typeof TITLES)[],
  staff: keyof typeof TITLES | undefined,
): Check {
  const none: Diagnosis = {
    state: "missing",
    text: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN: without them the bot answers in the terminal only",
  };
  const unread: readonly Diagnosis[] =
    staff === undefined || platforms.includes(staff)
      ? []
      : [{ state: "missing", text: `STAFF_CHANNEL is on ${TITLES[staff]}, whose tokens are not all set` }];
  const reached = platforms.map((name): Diagnosis => ({ state: "ok", text: TITLES[name] }));
  return {
    about: "Platforms",
    run: async () => [...(reached.length === 0 ? [none] : reached), ...unread],
  };
}

/** How much of a knowledge folder is read. */
export interface ReadKnowledge {
  readonly sources: number;
  readonly problems: readonly Problem[];
}

/** The knowledge folder: how much of it is read, and every file that is not. */
export function knowledgeCheck(read: () => Promise<ReadKnowledge>): Check {
  return {
    about: "Knowledge",
    async run() {
      try {
        const { sources, problems } = await read();
        return [
          { state: "ok", text: sources === 1 ? "1 source is read" : `${sources} sources are read` },
          ...problems.map(
            ({ path, line, problem }): Diagnosis => ({
              state: "broken",
              text: `${path}:${line}: ${problem}`,
            }),
          ),
        ];
      } catch (error) {
        return [{ state: "broken", text: error instanceof Error ? error.message : "cannot be read" }];
      }
    },
  };
}

/** What is kept, as far as a person has to know. */
export interface KeptState {
  readonly subscriptions: readonly (Pick<Subscription, "room" | "pause"> & {
    /** Not one of the works it knew is there any more. */
    readonly waits: boolean;
  })[];
  /** Messages in channels that wait for a correction. */
  readonly uncorrected: number;
}

/** The data folder: whether it can be used, which digests rest, and which corrections are pending; undefined if nothing is kept yet. */
export function keptCheck(read: () => Promise<KeptState | undefined>): Check {
  return {
    about: "Digests and corrections",
    async run() {
      try {
        const kept = await read();
        if (kept === undefined) return [{ state: "ok", text: "nothing is kept yet" }];
        const { subscriptions, uncorrected } = kept;
        const { length } = subscriptions;
        return [
          { state: "ok", text: length === 1 ? "1 digest" : `${length} digests` },
          ...[...subscriptions.flatMap(restingText), ...waitingText(uncorrected)].map(
            (text): Diagnosis => ({ state: "by-hand", text }),
          ),
        ];
      } catch (error) {
        const state = error instanceof DataFolderError && error.trouble === "folder" ? "missing" : "broken";
        return [{ state, text: error instanceof Error ? error.message : "cannot be read" }];
      }
    },
  };
}

/** A digest that rests though nobody asked for it, or waits for the works it knew. */
function restingText({ room, pause, waits }: KeptState["subscriptions"][number]): readonly string[] {
  const digest = `the digest of ${room.platform}:${room.channel}`;
  if (pause === undefined && waits)
    return [
      `${digest} waits: the knowledge folder has none of the works it knew; put them back, or see digest list in its channel for when news are counted again`,
    ];
  if (pause === undefined || pause === "asked") return [];
  return [`${digest} rests: ${pause}`];
}

function waitingText(posts: number): readonly string[] {
  if (posts === 0) return [];
  return [`${posts === 1 ? "1 post waits" : `${posts} posts wait`} for a correction: npm run corrections`];
}

/** What no program can see. */
export function byHandCheck(): Check {
  const lines = [
    "Everything in the knowledge folder can be read by anyone who can message the bot, guests and connected workspaces included.",
    "Each source has been compared with the published work; then write the day into its `checked` field.",
    "Tokens are in .env or the service's settings, readable by the bot's user alone, and in no shell history.",
  ];
  return { about: "To check by hand", run: async () => lines.map((text) => ({ state: "by-hand", text })) };
}
