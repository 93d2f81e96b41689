/** `doctor`: what is set up, what is missing by name, and what only a person can check. Opens no connection. */
import {
  type Config,
  type DiscordConfig,
  dataDir,
  type Environment,
  knowledgeDir,
  parseConfig,
  type SlackConfig,
  type StaffChannel,
} from "../../src/config.ts";
import { pendingCorrections } from "../../src/digest/corrections.ts";
import { newsFrom } from "../../src/digest/replaced.ts";
import { ConfigError } from "../../src/errors.ts";
import type { Problem } from "../../src/model.ts";
import type { Check, Diagnosis, Library } from "../../src/ports.ts";
import {
  byHandCheck,
  configCheck,
  type KeptState,
  keptCheck,
  knowledgeCheck,
  platformCheck,
  type ReadKnowledge,
  reachCheck,
} from "./checks.ts";
import type { OpenKept } from "./kept.ts";
import { print } from "./process.ts";

/** What `doctor` asks others. */
export interface DoctorNeeds {
  slack(config: SlackConfig): Promise<Check>;
  /** `staff` is the librarians' channel, if it is there. */
  discord(config: DiscordConfig, staff: string | undefined): Promise<Check>;
  openCore(folder: string): Promise<{ readonly library: Library; problems(): readonly Problem[] }>;
  readonly openKept: OpenKept;
}

/** `doctor`. @returns the exit code: 1 if anything is missing or broken */
export const runDoctor = async (needs: DoctorNeeds): Promise<0 | 1> =>
  diagnose(await checksOf(process.env, needs), print);

const MARKS: Readonly<Record<Diagnosis["state"], string>> = {
  ok: "ok      ",
  off: "not set ",
  missing: "MISSING ",
  broken: "BROKEN  ",
  "by-hand": "by hand ",
};

/** Runs every check, writes the report, and answers the exit code. */
export async function diagnose(checks: readonly Check[], write: (line: string) => void): Promise<0 | 1> {
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

/** Every check of this environment, in the order of the report. A platform is asked only when its settings can be used. */
async function checksOf(env: Environment, needs: DoctorNeeds): Promise<readonly Check[]> {
  const { config, problems } = readConfig(env);
  const set = (name: string) => ({ name, set: Boolean(env[name]?.trim()) });
  const second = env.SLACK_MODE?.trim() === "http" ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN";
  const slack = [set("SLACK_BOT_TOKEN"), set(second)];
  const discord = [set("DISCORD_TOKEN")];
  const complete = [
    ...(slack.every((each) => each.set) ? (["slack"] as const) : []),
    ...(discord.every((each) => each.set) ? (["discord"] as const) : []),
  ];
  return [
    configCheck(problems),
    platformCheck("Slack", slack),
    ...(config?.slack ? [await needs.slack(config.slack)] : []),
    platformCheck("Discord", discord),
    ...(config?.discord ? [await needs.discord(config.discord, staffOn("discord", config))] : []),
    reachCheck(complete, config?.staffChannel?.platform),
    knowledgeCheck(() => readKnowledge(env, needs)),
    keptCheck(() => readKept(env, needs)),
    byHandCheck(),
  ];
}

const staffOn = (platform: StaffChannel["platform"], { staffChannel }: Config) =>
  staffChannel?.platform === platform ? staffChannel.channel : undefined;

async function readKnowledge(env: Environment, { openCore }: DoctorNeeds): Promise<ReadKnowledge> {
  const { library, problems } = await openCore(knowledgeDir(env));
  return { sources: library.sources().length, problems: problems() };
}

async function readKept(env: Environment, needs: DoctorNeeds): Promise<KeptState | undefined> {
  const store = await needs.openKept(dataDir(env));
  if (store === undefined) return undefined;
  const [all, posts, { library }] = await Promise.all([
    store.subscriptions.list(undefined),
    store.sharedPosts.all(),
    needs.openCore(knowledgeDir(env)),
  ]);
  const subscriptions = await Promise.all(
    all.map(async (each) => {
      const news = newsFrom(each, await store.history.edition(each.edition), library);
      return { ...each, waits: news?.kind === "waiting" };
    }),
  );
  store.close();
  const pending = pendingCorrections(posts, library);
  return { subscriptions, uncorrected: pending.reduce((sum, each) => sum + each.posts.length, 0) };
}

function readConfig(env: Environment) {
  try {
    return { config: parseConfig(env), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: undefined, problems: error.problems };
  }
}
