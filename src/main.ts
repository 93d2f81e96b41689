/** The way in: dispatches on its first word and wires core and adapters. What a word does not need is not loaded. */
import { existsSync } from "node:fs";
import type { Config, DiscordConfig, LogLevel, StaffChannel } from "./config.ts";
import { BotError, ConfigError, UsageError } from "./errors.ts";
import type { Problem } from "./model.ts";
import type { Log } from "./ports.ts";
import { redact } from "./redact.ts";
import type { Connecting } from "./running.ts";

const USAGE =
  "Use one of: npm start, npm run ask, npm run add, npm run doctor, npm run manifest, npm run register.";

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start,
  ask,
  add,
  doctor,
  manifest,
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

/** A conversation in the terminal, or one answer in it. */
async function talk(folder: string, question?: string): Promise<number> {
  const interactive = question === undefined && process.stdin.isTTY && process.stdout.isTTY;
  const [terminal, screen, core, { welcomeReply }] = await Promise.all([
    import("../adapters/terminal/terminal.ts"),
    screenFor(folder),
    openCore(folder, question === undefined),
    import("./commands/help.ts"),
    // loaded now, so that reading the folder does not wait for it
    import("./assemble.ts"),
  ]);
  const bot = await createParts(core, false);
  const welcome = welcomeReply(core.library.sources());
  const ends = { input: process.stdin, output: process.stdout, screen };
  if (question !== undefined) await terminal.answerOnce(bot, question, ends);
  else await terminal.converse(bot, { ...ends, interactive, welcome });
  return core.close();
}

async function start(): Promise<number> {
  const { parseConfig } = await import("./config.ts");
  const config = parseConfig(process.env);
  return config.slack || config.discord ? serve(config) : talk(config.knowledgeDir);
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
  const bot = await createParts(core, staff !== undefined, log);
  const watched = { platforms: running.platforms, events, sources: () => core.library.sources().length };
  const health =
    config.http && (await (await import("../adapters/http/health.ts")).serveHealth(config.http, watched));
  const code = await running.run(bot, { log, staff, seen: store.seenEvents, now: () => new Date() }, stop);
  await Promise.all([health?.close(), core.close()]);
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
  const bot = await createParts({ library: createLibrary(corpus), answer: createAnswering(corpus) }, false);
  return bot.commands;
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
    checks.byHandCheck(),
  ];
  return checks.runDoctor(all, (line) => process.stdout.write(`${line}\n`));
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
  const [{ createCorpus }, { createAnswering, createLibrary }, { openKnowledge }] = await Promise.all([
    import("./corpus/corpus.ts"),
    import("./answer/answer.ts"),
    import("../adapters/disk/knowledge.ts"),
  ]);
  const corpus = createCorpus();
  const knowledge = await openKnowledge(folder, corpus, { watch, onProblems });
  report(knowledge.problems());
  return {
    corpus,
    library: createLibrary(corpus),
    answer: createAnswering(corpus),
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
  staffed: boolean,
  to = log,
) {
  const { assembleBot } = await import("./assemble.ts");
  return assembleBot({ library, answer, staffed, log: to });
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
