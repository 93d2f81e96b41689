/** The way in: dispatches on its first word and wires core and adapters. What a word does not need is not loaded. */
import {
  log,
  logAt,
  print,
  readSettings,
  report,
  runToEnd,
  say,
  settleIn,
  told,
  withoutMaps,
  write,
} from "../adapters/terminal/process.ts";
import type { Config } from "./config.ts";
import { ConfigError, UsageError } from "./errors.ts";
import type { Channel, Library } from "./ports.ts";
import type { Connecting } from "./running.ts";

const USAGE =
  "Use one of: npm start, npm run ask, npm run add, npm run doctor, npm run manifest, npm run register, npm run kept, npm run forget, npm run corrections.";

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start,
  ask,
  add: async () => (await import("../adapters/terminal/add.ts")).runAdd(),
  doctor,
  manifest,
  register,
  kept: async () => (await import("../adapters/terminal/kept.ts")).runKept(openKept),
  forget: async (words) => (await import("../adapters/terminal/kept.ts")).runForget(words, openKept),
  corrections,
};

/** Verbs that read the words after them; after any other, words would be a mistake that nobody is told of. */
const READERS: readonly string[] = ["ask", "forget"];

/** @returns the exit code: 0, 2 for usage, 1 when the corpus or the configuration cannot be used. */
async function main([verb = "", ...words]: readonly string[]): Promise<number> {
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) throw new UsageError(USAGE);
  if (words.length > 0 && !READERS.includes(verb)) throw new UsageError(`${verb} takes no further words.`);
  await readSettings();
  return run(words);
}

async function ask(words: readonly string[]): Promise<number> {
  // begun before its words are read
  void loadReader();
  const { runAsk } = await import("../adapters/terminal/ask.ts");
  return runAsk(words, { open: (folder) => openCore(folder, false), talk });
}

async function start(): Promise<number> {
  const config = await settings();
  if (config.slack || config.discord) return serve(config);
  await talk(config.knowledgeDir, undefined, config.dataDir);
  return 0;
}

/**
 * What the environment sets. Folders that cannot be used are named together with all else that is wrong; alone they hinder the bot in a
 * chat, while a conversation here says so when it needs them. @throws {ConfigError} with all problems at once
 */
async function settings(): Promise<Config> {
  const { dataDir, knowledgeDir, parseConfig } = await import("./config.ts");
  const wrong: string[] = [];
  let config: Config | undefined;
  try {
    config = parseConfig(process.env);
    if (!config.slack && !config.discord) return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    wrong.push(...error.problems);
  }
  const [knowledge, data] = await Promise.all([
    import("../adapters/disk/knowledge.ts"),
    import("../adapters/sqlite/folder.ts"),
  ]);
  const folders = [
    knowledge.folderProblem(knowledgeDir(process.env)),
    data.folderProblem(dataDir(process.env)),
  ];
  wrong.push(...folders.filter((problem) => problem !== undefined));
  if (config === undefined || wrong.length > 0) throw new ConfigError(wrong);
  return config;
}

/** A conversation in the terminal, or one answer in it. With a data folder, digests are kept there. */
async function talk(folder: string, question?: string, dataDir?: string): Promise<void> {
  const [core, [terminal, ends, { assembleBot }, { welcomeReply }, { NO_MEMORY }]] = await Promise.all([
    openCore(folder, question === undefined),
    // while the folder is read, not before
    loadReader().then(() => loadTerminal(folder)),
  ]);
  const { library, answer } = core;
  const digests = dataDir
    ? await terminalDigests(dataDir, library, terminal.terminalChannel(ends))
    : undefined;
  if (digests) terminal.openSoon(digests);
  const more = digests?.commands ?? [];
  const bot = assembleBot({ library, answer, staffed: false, more, posts: NO_MEMORY, log });
  if (question !== undefined) await terminal.answerOnce(bot, question, ends);
  else await terminal.converse(bot, { ...ends, welcome: welcomeReply(library.sources()) });
  await digests?.close();
  await core.close();
}

function loadTerminal(folder: string) {
  const loading = import("../adapters/terminal/terminal.ts");
  return Promise.all([
    loading,
    loading.then(({ openEnds }) => openEnds(folder)),
    import("./assemble.ts"),
    import("./commands/help.ts"),
    import("./digest/post-memory.ts"),
  ]);
}

async function terminalDigests(dataDir: string, library: Library, channel: Channel) {
  const [{ createLazyDigesting }, { systemTime }] = await Promise.all([
    import("./lazy-digesting.ts"),
    import("../adapters/clock/clock.ts"),
  ]);
  const open = async () => (await import("../adapters/sqlite/held.ts")).holdStore(dataDir);
  const parts = { ...systemTime(), library, channel, log, say, open };
  return createLazyDigesting({ ...parts, platform: "terminal", direct: "kept" });
}

/** The bot in every chat whose tokens are set, until it is told to stop or no chat is left. */
async function serve(config: Config): Promise<number> {
  const [{ createServing }, { countEvents }, { systemTime }] = await Promise.all([
    import("./serving.ts"),
    import("./counts.ts"),
    import("../adapters/clock/clock.ts"),
  ]);
  settleIn();
  const stop = told("SIGTERM", "SIGINT");
  const { log, all: events } = countEvents(logAt(config.logLevel));
  const held = await (await import("../adapters/sqlite/held.ts")).holdStore(config.dataDir);
  const { store } = held;
  const { staffChannel, http } = config;
  const connecting = await platforms(config);
  const serving = createServing({ ...systemTime(), connecting, staffChannel, store, log, say });
  const core = await openCore(config.knowledgeDir, true, (problems) => {
    report(problems);
    serving.broken(problems);
  });
  const { platforms: connected, trouble } = serving;
  const watched = { platforms: connected, trouble, events, sources: () => core.library.sources().length };
  const health = http && (await (await import("../adapters/http/health.ts")).serveHealth(http, watched));
  const code = await serving.run(core, stop);
  await Promise.all([health?.close(), core.close()]);
  held.close();
  // connections that nobody needs any more may linger for seconds
  process.exit(code);
}

/** The platforms whose tokens are set. */
async function platforms({ slack, discord }: Config): Promise<readonly Connecting[]> {
  const connecting: Connecting[] = [];
  // a platform is added here
  if (slack) {
    await withoutMaps(() => import("../adapters/slack/library.ts"));
    const { connectSlack } = await import("../adapters/slack/app.ts");
    connecting.push({ name: "slack", connect: (bot, parts) => connectSlack(bot, slack, parts) });
  }
  if (discord) {
    await withoutMaps(() => import("../adapters/discord/library.ts"));
    const { connectDiscord } = await import("../adapters/discord/client.ts");
    connecting.push({ name: "discord", connect: (bot, parts) => connectDiscord(bot, discord, parts) });
  }
  return connecting;
}

async function manifest(): Promise<number> {
  const [{ slackManifest }, { declaredCommands }] = await Promise.all([
    import("../adapters/slack/manifest.ts"),
    import("./declared.ts"),
  ]);
  await write(JSON.stringify(slackManifest(declaredCommands()), null, 2));
  return 0;
}

async function register(): Promise<number> {
  const [{ parseConfig }, { runRegister }, { declaredCommands }] = await Promise.all([
    import("./config.ts"),
    import("../adapters/discord/register.ts"),
    import("./declared.ts"),
  ]);
  const { discord } = parseConfig(process.env);
  if (!discord) throw new ConfigError(["DISCORD_TOKEN: missing; Discord takes commands with it alone"]);
  for (const line of await runRegister(declaredCommands(), discord)) print(line);
  return 0;
}

const openKept = async (dataDir: string) => (await import("../adapters/sqlite/store.ts")).openKept(dataDir);

async function corrections(): Promise<number> {
  const [{ runCorrections }, { correctionsCommand }] = await Promise.all([
    import("../adapters/terminal/corrections.ts"),
    import("./commands/corrections.ts"),
  ]);
  const now = () => new Date();
  return runCorrections(openKept, async ({ sharedPosts }, folder) => {
    const { library } = await openCore(folder, false);
    return correctionsCommand({ library, sharedPosts, isStaff: () => true, now });
  });
}

async function doctor(): Promise<number> {
  const { runDoctor } = await import("../adapters/terminal/doctor.ts");
  return runDoctor({
    slack: async (config) => (await import("../adapters/slack/doctor.ts")).slackCheck(config),
    async discord(config, staff) {
      const { discordCheck } = await import("../adapters/discord/doctor.ts");
      return discordCheck((await import("./declared.ts")).declaredCommands(), config, staff);
    },
    openCore: (folder) => openCore(folder, false),
    openKept,
  });
}

/** What reads a folder into a corpus. */
const loadReader = () =>
  Promise.all([
    import("./corpus/corpus.ts"),
    import("../adapters/disk/knowledge.ts"),
    import("../adapters/disk/common-words.ts"),
  ]);

/** The corpus of a folder and what answers from it. */
async function openCore(folder: string, watch: boolean, onProblems = report) {
  const [{ createCorpus }, { openKnowledge }, { readCommonWords }] = await loadReader();
  const corpus = createCorpus({ commonWords: readCommonWords });
  // loaded while the folder is read
  const answering = import("./answer/answer.ts").then(({ createAnswering, createLibrary }) => ({
    library: createLibrary(corpus),
    answer: createAnswering(corpus),
  }));
  const afterwards = answering.then(({ answer }) => answer.prepare);
  const { problems, close } = await openKnowledge(folder, corpus, { watch, onProblems, afterwards });
  const { library, answer } = await answering;
  report(problems());
  return {
    library,
    answer,
    explain: async (text: string) =>
      (await import("./answer/explain.ts")).explain({ text }, corpus, answer.raised()),
    problems,
    close,
  };
}

await runToEnd(main);
