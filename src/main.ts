/** The way in: dispatches on its first word and wires core and adapters. What a word does not need is not loaded. */
import { existsSync } from "node:fs";
import { systemClock } from "../adapters/clock/clock.ts";
import type { Pieces } from "./assemble.ts";
import type { Config, DiscordConfig, LogLevel, StaffChannel } from "./config.ts";
import type { Digesting } from "./digesting.ts";
import { BotError, ConfigError, UsageError } from "./errors.ts";
import type { Problem } from "./model.ts";
import type { Channel, Library, Log } from "./ports.ts";
import { redact } from "./redact.ts";
import type { Connecting } from "./running.ts";

const USAGE =
  "Use one of: npm start, npm run ask, npm run add, npm run doctor, npm run manifest, npm run register, npm run kept, npm run forget, npm run corrections.";

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start,
  ask,
  add,
  doctor,
  manifest,
  kept,
  forget,
  corrections,
  register,
};

/** @returns the exit code: 0, 2 for usage, 1 when the corpus or the configuration cannot be used. */
async function main([verb = "", ...words]: readonly string[]): Promise<number> {
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) throw new UsageError(USAGE);
  if (existsSync(".env")) (await import("dotenv")).config({ quiet: true });
  return run(words);
}

async function ask(words: readonly string[]): Promise<number> {
  const [{ readAskOptions }, { knowledgeDir }] = await Promise.all([
    import("../adapters/terminal/options.ts"),
    import("./config.ts"),
  ]);
  const options = readAskOptions(words);
  const folder = options.knowledge ?? knowledgeDir(process.env);
  if (options.form === "text") return talk(folder, options.question);
  if (options.form === "explain") return explain(folder, options.question);
  const [{ askLines, askOnce }, { MOST_QUESTION }, core] = await Promise.all([
    import("../adapters/terminal/ask.ts"),
    import("./commands/limits.ts"),
    openCore(folder, false),
  ]);
  // a prompt is no output
  if (options.form === "json" && options.question === undefined && process.stdin.isTTY)
    process.stderr.write("Your question: ");
  const program = { ...options, answer: core.answer, maxLength: MOST_QUESTION, input: process.stdin, write };
  await (options.form === "json" ? askOnce(options.question, program) : askLines(program));
  return core.close();
}

/** How one question was read and judged. */
async function explain(folder: string, given: string | undefined): Promise<number> {
  const [core, explaining, { explanationText }, { firstLine }] = await Promise.all([
    openCore(folder, false),
    import("./answer/explain.ts"),
    import("../adapters/terminal/explain.ts"),
    import("../adapters/terminal/ask.ts"),
  ]);
  if (given === undefined && process.stdin.isTTY) process.stderr.write("Your question: ");
  const text = given ?? (await firstLine(process.stdin));
  await write(explanationText(explaining.explain({ text }, core.corpus)));
  return core.close();
}

/** A conversation in the terminal, or one answer in it. With a data folder, digests are kept there. */
async function talk(folder: string, question?: string, dataDir?: string): Promise<number> {
  const interactive = question === undefined && process.stdin.isTTY && process.stdout.isTTY;
  const [terminal, screen, core, { welcomeReply }] = await Promise.all([
    import("../adapters/terminal/terminal.ts"),
    screenFor(folder),
    openCore(folder, question === undefined),
    import("./commands/help.ts"),
    // loaded now, so that reading the folder does not wait for it
    import("./assemble.ts"),
  ]);
  const ends = { input: process.stdin, output: process.stdout, screen };
  const digests =
    dataDir === undefined
      ? undefined
      : await terminalDigests(dataDir, core.library, terminal.terminalChannel(ends));
  const bot = await createParts(core, { staffed: false, more: digests?.commands ?? [] });
  const welcome = welcomeReply(core.library.sources());
  if (question !== undefined) await terminal.answerOnce(bot, question, ends);
  else await terminal.converse(bot, { ...ends, interactive, welcome });
  await digests?.close();
  return core.close();
}

/** Before the data folder is opened in the terminal, in milliseconds: the first answer does not wait for it. */
const AFTER_FIRST_ANSWER_MS = 300;

/** Digests in the terminal: the store is opened when a digest is asked for, or in a while if there is one. */
async function terminalDigests(dataDir: string, library: Library, channel: Channel) {
  const [{ digestCommand }, { lazyStore }] = await Promise.all([
    import("./commands/digest.ts"),
    import("./digest/lazy-store.ts"),
  ]);
  let opened: ReturnType<typeof open> | undefined;
  async function open() {
    const { holdFolder } = await import("../adapters/sqlite/lock.ts");
    const held = holdFolder(dataDir);
    const [{ openSqliteStore }, { createDigesting }] = await Promise.all([
      import("../adapters/sqlite/store.ts"),
      import("./digesting.ts"),
    ]);
    const store = await openSqliteStore(dataDir);
    const channelOf = () => channel;
    const needs = {
      library,
      store,
      clock: systemClock,
      log,
      channel: channelOf,
      staff: undefined,
      zone: zone(),
      direct: "kept",
    } as const;
    const stop = await keepDelivering(createDigesting({ ...needs, platforms: () => ["terminal"] }), log);
    return {
      store,
      close: () =>
        stop()
          .then(() => store.close())
          .then(() => held.release()),
    };
  }
  const once = () => (opened ??= open());
  const timer = setTimeout(() => void once().catch(endIfHeld), AFTER_FIRST_ANSWER_MS).unref();
  const command = digestCommand({
    library,
    store: lazyStore(async () => (await once()).store),
    channel: () => channel,
    now: systemClock.now,
    zone: zone(),
    direct: "kept",
  });
  return {
    commands: [command],
    async close() {
      clearTimeout(timer);
      await opened?.then((store) => store.close()).catch(() => undefined);
    },
  };
}

/** A second bot on one folder is refused; a folder that cannot be written to only means that the terminal has no digests. */
function endIfHeld(error: unknown): void {
  say(error instanceof BotError ? error.message : bug(error));
  if (error instanceof Error && error.name === "FolderHeld") process.exit(1);
}

/** The server's own time zone. */
const zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How often it is looked what is due, in milliseconds: two posts a second on each platform are within every limit. */
const TICK_MS = 500;
const TIDY_MS = 3_600_000;
const REMIND_MS = 600_000;

/** Delivers what is due, until it is stopped. */
async function keepDelivering({ scheduler, remind }: Digesting, log: Log): Promise<() => Promise<void>> {
  const { repeat } = await import("../adapters/clock/clock.ts");
  const failed = (error: unknown) =>
    log("digests-failed", { error: error instanceof Error ? error.name : typeof error });
  const stops = [
    repeat(TICK_MS, () => scheduler.tick(), failed),
    repeat(TIDY_MS, () => scheduler.tidy(), failed),
    repeat(REMIND_MS, remind, failed),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await scheduler.idle();
  };
}

async function start(): Promise<number> {
  const { parseConfig } = await import("./config.ts");
  const config = parseConfig(process.env);
  return config.slack || config.discord
    ? serve(config)
    : talk(config.knowledgeDir, undefined, config.dataDir);
}

/** The bot in every chat whose tokens are set, until it is told to stop or no chat is left. */
async function serve(config: Config): Promise<number> {
  const [{ createRunning }, { countEvents }, { holdFolder }, { openSqliteStore }, { brokenReply }] =
    await Promise.all([
      import("./running.ts"),
      import("./counts.ts"),
      import("../adapters/sqlite/lock.ts"),
      import("../adapters/sqlite/store.ts"),
      import("./reply/staff.ts"),
    ]);
  // what is written from here on is for this user alone
  process.umask(0o077);
  process.on("unhandledRejection", endOnBug).on("uncaughtException", endOnBug);
  const stop = told("SIGTERM", "SIGINT");
  const held = holdFolder(config.dataDir);
  const { log, all: events } = countEvents(logAt(config.logLevel));
  const store = await openSqliteStore(config.dataDir);
  const core = await openCore(config.knowledgeDir, true, (problems) => {
    report(problems);
    if (problems.length > 0) void staff?.post(brokenReply(problems)).catch(() => log("staff-line-failed"));
  });
  const running = createRunning({
    connecting: await platforms(config),
    staff: config.staffChannel,
    log,
    say,
  });
  const staff =
    config.staffChannel && running.channel(config.staffChannel.platform, config.staffChannel.channel);
  const { createDigesting } = await import("./digesting.ts");
  const digesting = createDigesting({
    library: core.library,
    store,
    clock: systemClock,
    log,
    channel: ({ platform, channel, thread }) =>
      platform === "terminal" ? undefined : running.channel(platform, channel, thread),
    platforms: () => running.platforms().flatMap(({ name, connected }) => (connected ? [name] : [])),
    staff: config.staffChannel && staff && { place: config.staffChannel, channel: staff },
    zone: zone(),
    direct: "never kept",
  });
  const bot = await createParts(core, {
    staffed: staff !== undefined,
    more: digesting.commands,
    posts: digesting.posts,
    log,
  });
  const rest = await keepDelivering(digesting, log);
  void stop.then(rest);
  const watched = { platforms: running.platforms, events, sources: () => core.library.sources().length };
  const health =
    config.http && (await (await import("../adapters/http/health.ts")).serveHealth(config.http, watched));
  const code = await running.run(bot, { log, staff, seen: store.seenEvents, now: () => new Date() }, stop);
  await Promise.all([health?.close(), core.close(), rest()]);
  store.close();
  held.release();
  // connections that nobody needs any more may linger for seconds
  process.exit(code);
}

/** The platforms whose tokens are set, none of them loaded yet. */
async function platforms({ slack, discord }: Config): Promise<readonly Connecting[]> {
  const connecting: Connecting[] = [];
  // a platform is added here
  if (slack) {
    const { connectSlack } = await import("../adapters/slack/app.ts");
    connecting.push({ name: "slack", connect: (bot, parts) => connectSlack(bot, slack, parts) });
  }
  if (discord) {
    const { connectDiscord } = await import("../adapters/discord/client.ts");
    connecting.push({ name: "discord", connect: (bot, parts) => connectDiscord(bot, discord, parts) });
  }
  return connecting;
}

/** The app's manifest, to paste where Slack asks for one. */
async function manifest(): Promise<number> {
  const { slackManifest } = await import("../adapters/slack/manifest.ts");
  await write(JSON.stringify(slackManifest(await declaredCommands()), null, 2));
  return 0;
}

/** Tells Discord which commands there are, if it does not know them yet. */
async function register(): Promise<number> {
  const [{ parseConfig }, { runRegister }] = await Promise.all([
    import("./config.ts"),
    import("../adapters/discord/register.ts"),
  ]);
  const { discord } = parseConfig(process.env);
  if (discord === undefined)
    throw new ConfigError(["DISCORD_TOKEN: missing; Discord takes commands with it alone"]);
  await write((await runRegister(await declaredCommands(), discord)).join("\n"));
  return 0;
}

/** The commands by their declarations, which need no sources. */
async function declaredCommands() {
  const [{ createCorpus }, { createAnswering, createLibrary }] = await Promise.all([
    import("./corpus/corpus.ts"),
    import("./answer/answer.ts"),
  ]);
  const corpus = createCorpus();
  const { declaredCommands: declared } = await import("./digesting.ts");
  const library = createLibrary(corpus);
  const bot = await createParts(
    { library, answer: createAnswering(corpus) },
    { staffed: true, more: declared(library, true) },
  );
  return bot.commands;
}

/** The store of the data folder, for a verb beside the bot; undefined if nothing was kept there yet. */
async function openKept() {
  const { parseConfig } = await import("./config.ts");
  const { dataDir, knowledgeDir } = parseConfig(process.env);
  if (!existsSync(`${dataDir}/receipts.db`)) {
    await write(`Nothing is kept in ${dataDir} yet.`);
    return undefined;
  }
  const { openSqliteStore } = await import("../adapters/sqlite/store.ts");
  return { store: await openSqliteStore(dataDir), knowledgeDir };
}

async function kept(): Promise<number> {
  const opened = await openKept();
  if (opened === undefined) return 0;
  const { runKept } = await import("../adapters/terminal/kept.ts");
  const code = await runKept(opened.store.upkeep, (line) => process.stdout.write(`${line}\n`));
  opened.store.close();
  return code;
}

async function forget(words: readonly string[]): Promise<number> {
  const { readPlace, runForget } = await import("../adapters/terminal/kept.ts");
  const place = readPlace(words);
  const opened = await openKept();
  if (opened === undefined) return 0;
  const code = await runForget(opened.store.upkeep, place, (line) => process.stdout.write(`${line}\n`));
  opened.store.close();
  return code;
}

async function corrections(): Promise<number> {
  const opened = await openKept();
  if (opened === undefined) return 0;
  const { store, knowledgeDir } = opened;
  const [core, { correctionsCommand }, { runCorrections }] = await Promise.all([
    openCore(knowledgeDir, false),
    import("./commands/corrections.ts"),
    import("../adapters/terminal/corrections.ts"),
  ]);
  const { now } = systemClock;
  const command = correctionsCommand({
    library: core.library,
    sharedPosts: store.sharedPosts,
    isStaff: () => true,
    now,
  });
  const code = await runCorrections({ input: process.stdin, output: process.stdout, command });
  await core.close();
  store.close();
  return code;
}

async function add(): Promise<number> {
  const [{ runAdd }, config] = await Promise.all([
    import("../adapters/terminal/add.ts"),
    import("./config.ts"),
  ]);
  const knowledgeDir = config.knowledgeDir(process.env);
  return runAdd({ input: process.stdin, output: process.stdout, knowledgeDir });
}

async function doctor(): Promise<number> {
  const [{ parseConfig, knowledgeDir }, checks] = await Promise.all([
    import("./config.ts"),
    import("../adapters/terminal/doctor.ts"),
  ]);
  const { env } = process;
  let problems: readonly string[] = [];
  try {
    parseConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems = error.problems;
  }
  const set = (name: string) => ({ name, set: Boolean(env[name]?.trim()) });
  const slack = [
    set("SLACK_BOT_TOKEN"),
    set(env.SLACK_MODE?.trim() === "http" ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN"),
  ];
  const discord = [set("DISCORD_TOKEN")];
  const usable = problems.length === 0 ? parseConfig(env) : undefined;
  const complete = [
    ...(slack.every((each) => each.set) ? ["Slack"] : []),
    ...(discord.every((each) => each.set) ? ["Discord"] : []),
  ];
  const all = [
    checks.configCheck(problems),
    checks.platformCheck("Slack", slack),
    ...(usable?.slack ? [(await import("../adapters/slack/doctor.ts")).slackCheck(usable.slack)] : []),
    checks.platformCheck("Discord", discord),
    ...(usable?.discord ? [await discordDoctor(usable.discord, usable.staffChannel)] : []),
    checks.reachCheck(complete),
    checks.knowledgeCheck(() => readKnowledge(knowledgeDir(env))),
    checks.keptCheck(() => readKept(env.DATA_DIR?.trim() || ".data", knowledgeDir(env))),
    checks.byHandCheck(),
  ];
  return checks.runDoctor(all, (line) => process.stdout.write(`${line}\n`));
}

async function readKept(dataDir: string, folder: string) {
  if (!existsSync(`${dataDir}/receipts.db`)) return undefined;
  const [{ openSqliteStore }, { pendingCorrections }] = await Promise.all([
    import("../adapters/sqlite/store.ts"),
    import("./digest/corrections.ts"),
  ]);
  const store = await openSqliteStore(dataDir);
  const [all, posts] = await Promise.all([store.subscriptions.list(undefined), store.sharedPosts.all()]);
  store.close();
  const core = await openCore(folder, false);
  const pending = pendingCorrections(posts, core.library);
  await core.close();
  const resting = all.flatMap(({ room, pause }) =>
    pause === undefined || pause === "asked"
      ? []
      : [`the digest of ${room.platform}:${room.channel} rests: ${pause}`],
  );
  return {
    digests: all.length,
    resting,
    uncorrected: pending.reduce((sum, each) => sum + each.posts.length, 0),
  };
}

async function discordDoctor(config: DiscordConfig, staff: StaffChannel | undefined) {
  const { discordCheck } = await import("../adapters/discord/doctor.ts");
  const staffHere = staff?.platform === "discord" ? staff.channel : undefined;
  return discordCheck(await declaredCommands(), config, staffHere);
}

async function readKnowledge(folder: string) {
  const core = await openCore(folder, false);
  await core.close();
  return { sources: core.library.sources().length, problems: core.problems() };
}

/** The corpus of a folder and what answers from it. */
async function openCore(folder: string, watch: boolean, onProblems = report) {
  const [{ createCorpus }, { createAnswering, createLibrary }, { openKnowledge }, { readCommonWords }] =
    await Promise.all([
      import("./corpus/corpus.ts"),
      import("./answer/answer.ts"),
      import("../adapters/disk/knowledge.ts"),
      import("../adapters/disk/common-words.ts"),
    ]);
  const corpus = createCorpus({ commonWords: readCommonWords });
  const answer = createAnswering(corpus);
  const knowledge = await openKnowledge(folder, corpus, {
    watch,
    onProblems,
    afterwards: () => answer.prepare(),
  });
  report(knowledge.problems());
  return {
    corpus,
    library: createLibrary(corpus),
    answer,
    problems: () => knowledge.problems(),
    async close() {
      await knowledge.close();
      return 0;
    },
  };
}

type Core = Awaited<ReturnType<typeof openCore>>;

/** The bot over a core. */
async function createParts(
  { library, answer }: Pick<Core, "library" | "answer">,
  more: Partial<Pieces> & Pick<Pieces, "staffed">,
) {
  const [{ assembleBot }, { NO_MEMORY }] = await Promise.all([
    import("./assemble.ts"),
    import("./digest/post-memory.ts"),
  ]);
  return assembleBot({ library, answer, more: [], posts: NO_MEMORY, log, ...more });
}

/** How replies look on this terminal; a pipe gets plain lines and costs no measuring. */
async function screenFor(folder: string) {
  const { stdout, env } = process;
  const shared = { folder, colour: stdout.isTTY && !env.NO_COLOR };
  if (!stdout.isTTY) return { ...shared, columns: undefined, widthOf: (text: string) => text.length };
  const { default: widthOf } = await import("string-width");
  return { ...shared, columns: Math.min(Math.max(stdout.columns || 80, 20), 100), widthOf };
}

function report(problems: readonly Problem[]): void {
  for (const { path, line, problem } of problems) say(`${path}:${line}: ${problem}`);
}

const log: Log = (event, details = {}) => say(JSON.stringify({ event, ...details }));

/** What goes well is not worth a line to those who asked for less. */
const logAt =
  (level: LogLevel): Log =>
  (event, details) => {
    if (level === "info" || !event.endsWith("-connected")) log(event, details);
  };

/** One line for the operator. No token gets into it, whoever wrote it. */
function say(line: string): void {
  process.stderr.write(`${redact(line)}\n`);
}

/** Resolves with the first of these signals. A second one ends the process as it always does. */
const told = (...signals: readonly NodeJS.Signals[]) =>
  new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });

/** A promise that nobody waited for, or worse: what state we are in is unknown, so a supervisor is to start anew. */
function endOnBug(error: unknown): void {
  say(bug(error));
  process.exit(1);
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}

function failed(error: unknown): number {
  say(error instanceof BotError ? error.message : bug(error));
  return error instanceof UsageError ? 2 : 1;
}

/** A bug by its name and place; its message may repeat what was asked. */
function bug(error: unknown): string {
  if (!(error instanceof Error)) return "A bug without a name.";
  const frames = (error.stack ?? "").split("\n").filter((each) => /^\s+at /.test(each));
  return [`A bug in Receipts: ${error.name}`, ...frames].join("\n");
}

// whoever reads us may stop, as `head` does; that is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await main(process.argv.slice(2)).catch(failed);
