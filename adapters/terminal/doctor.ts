/** `doctor`: what is set up, what is missing by name, and what only a person can check. Opens no connection. */
import type { Problem } from "../../src/model.ts";

/** One line of the report. `missing` and `broken` make the command fail. */
export interface Diagnosis {
  readonly state: "ok" | "off" | "missing" | "broken" | "by-hand";
  readonly text: string;
}

/** A part of the bot, as its own check sees it. Each platform adds its own. */
export interface Check {
  readonly about: string;
  run(): Promise<readonly Diagnosis[]>;
}

const MARKS: Readonly<Record<Diagnosis["state"], string>> = {
  ok: "ok      ",
  off: "not set ",
  missing: "MISSING ",
  broken: "BROKEN  ",
  "by-hand": "by hand ",
};

/** Runs every check, writes the report, and answers the exit code: 1 if anything is missing or broken. */
export async function runDoctor(checks: readonly Check[], write: (line: string) => void): Promise<0 | 1> {
  let failed = false;
  for (const { about, run } of checks) {
    write(about);
    for (const { state, text } of await run()) {
      failed ||= state === "missing" || state === "broken";
      write(`  ${MARKS[state]} ${text}`);
    }
  }
  write(failed ? "Something is missing; see above." : "Nothing is missing.");
  return failed ? 1 : 0;
}

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

/** Whether anyone can be answered in a chat. */
export function reachCheck(platforms: readonly string[]): Check {
  const none: Diagnosis = {
    state: "missing",
    text: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN: without them the bot answers in the terminal only",
  };
  return {
    about: "Platforms",
    run: async () => (platforms.length === 0 ? [none] : platforms.map((text) => ({ state: "ok", text }))),
  };
}

/** The knowledge folder: how much of it is read, and every file that is not. */
export function knowledgeCheck(
  read: () => Promise<{ readonly sources: number; readonly problems: readonly Problem[] }>,
): Check {
  return {
    about: "Knowledge",
    async run() {
      try {
        const { sources, problems } = await read();
        return [
          { state: "ok", text: `${sources} sources are read` },
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
  readonly digests: number;
  /** Digests that rest though nobody asked for it, with their channel and the reason. */
  readonly resting: readonly string[];
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
        const { digests, resting, uncorrected } = kept;
        return [
          { state: "ok", text: `${digests} digests` },
          ...resting.map((text): Diagnosis => ({ state: "by-hand", text })),
          ...(uncorrected > 0
            ? [
                {
                  state: "by-hand",
                  text: `${uncorrected} posts wait for a correction: npm run corrections`,
                } as const,
              ]
            : []),
        ];
      } catch (error) {
        return [{ state: "broken", text: error instanceof Error ? error.message : "cannot be read" }];
      }
    },
  };
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
