/** The way in: dispatches on its first word and wires core and adapters. What a word does not need is not loaded. */
import { existsSync } from "node:fs";
import type { Command } from "./commands/command.ts";
import { NO_MEMORY } from "./digest/post-memory.ts";
import { BotError, ConfigError, UsageError } from "./errors.ts";
import type { Problem } from "./model.ts";
import type { Log } from "./ports.ts";

const USAGE = "Use one of: npm start, npm run ask, npm run add, npm run doctor.";

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start,
  ask,
  add,
  doctor,
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
  const [{ askLines, askOnce }, { MOST_QUESTION }, core] = await Promise.all([
    import("../adapters/terminal/ask.ts"),
    import("./commands/limits.ts"),
    openCore(folder, false),
  ]);
  const program = { ...options, answer: core.answer, maxLength: MOST_QUESTION, input: process.stdin, write };
  await (options.form === "json" ? askOnce(options.question, program) : askLines(program));
  return core.close();
}

/** A conversation in the terminal, or one answer in it. */
async function talk(folder: string, question?: string): Promise<number> {
  const interactive = question === undefined && process.stdin.isTTY && process.stdout.isTTY;
  const [terminal, screen, core] = await Promise.all([
    import("../adapters/terminal/terminal.ts"),
    screenFor(folder),
    openCore(folder, question === undefined),
  ]);
  const { bot, welcome } = await createParts(core, false);
  const ends = { input: process.stdin, output: process.stdout, screen };
  if (question !== undefined) await terminal.answerOnce(bot, question, ends);
  else await terminal.converse(bot, { ...ends, interactive, welcome });
  return core.close();
}

async function start(): Promise<number> {
  const { parseConfig } = await import("./config.ts");
  const config = parseConfig(process.env);
  // a platform is added here: if (config.slack) platforms.push((await import("../adapters/slack/app.ts")).connectSlack(bot, config.slack))
  if (config.slack || config.discord)
    throw new ConfigError([
      "This version answers in the terminal only; unset the tokens of Slack and Discord to talk to it here.",
    ]);
  return talk(config.knowledgeDir);
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
  const complete = [
    ...(slack.every((each) => each.set) ? ["Slack"] : []),
    ...(discord.every((each) => each.set) ? ["Discord"] : []),
  ];
  const all = [
    checks.configCheck(problems),
    checks.platformCheck("Slack", slack),
    checks.platformCheck("Discord", discord),
    checks.reachCheck(complete),
    checks.knowledgeCheck(() => readKnowledge(knowledgeDir(env))),
    checks.byHandCheck(),
  ];
  return checks.runDoctor(all, (line) => process.stdout.write(`${line}\n`));
}

async function readKnowledge(folder: string) {
  const core = await openCore(folder, false);
  await core.close();
  return { sources: core.library.sources().length, problems: core.problems() };
}

/** The corpus of a folder and what answers from it. */
async function openCore(folder: string, watch: boolean) {
  const [{ createCorpus }, { createAnswering, createLibrary }, { openKnowledge }] = await Promise.all([
    import("./corpus/corpus.ts"),
    import("./answer/answer.ts"),
    import("../adapters/disk/knowledge.ts"),
  ]);
  const corpus = createCorpus();
  const knowledge = await openKnowledge(folder, corpus, { watch, onProblems: report });
  report(knowledge.problems());
  return {
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

/** The bot over a core, and its first words. */
async function createParts({ library, answer }: Core, staffed: boolean) {
  const [{ createBot }, { createPresses }, { wordingFor }, asking, reading, listing, helping, telling] =
    await Promise.all([
      import("./bot.ts"),
      import("./press.ts"),
      import("./reply/wording/tables.ts"),
      import("./commands/ask.ts"),
      import("./commands/source.ts"),
      import("./commands/sources.ts"),
      import("./commands/help.ts"),
      import("./commands/privacy.ts"),
    ]);
  const sources = () => library.sources();
  const ask = asking.askCommand({ answer, sources, staffed });
  // a command is added here; registration, usage and help follow from its declaration
  const commands: readonly Command[] = [
    ask,
    listing.sourcesCommand(library),
    reading.sourceCommand(library),
    helping.helpCommand({ commands: () => commands, sources }),
    telling.privacyCommand(),
  ];
  const bot = createBot({
    commands,
    presses: createPresses({ library, posts: NO_MEMORY, ask, staffed }),
    posts: NO_MEMORY,
    log,
  });
  return { bot, welcome: helping.welcomeReply(sources(), wordingFor("en")) };
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
  for (const { path, line, problem } of problems) process.stderr.write(`${path}:${line}: ${problem}\n`);
}

const log: Log = (event, details = {}) => {
  process.stderr.write(`${JSON.stringify({ event, ...details })}\n`);
};

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}

function failed(error: unknown): number {
  process.stderr.write(`${error instanceof BotError ? error.message : bug(error)}\n`);
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
