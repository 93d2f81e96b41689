/** The process: what it tells whoever runs it, which signals it hears, and how it ends. */
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import type { LogLevel } from "../../src/config.ts";
import { BotError, UsageError } from "../../src/errors.ts";
import type { Problem } from "../../src/model.ts";
import type { Log } from "../../src/ports.ts";
import { redact } from "../../src/redact.ts";

/** One line for the operator, on standard error. No token gets into it, whoever wrote it. */
export function say(line: string): void {
  process.stderr.write(`${redact(line)}\n`);
}

/** One line of output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line of output, for as many as there may be: resolves when there is room for the next. */
export async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** Files of the corpus that cannot be read, for the operator. */
export function report(problems: readonly Problem[]): void {
  for (const { path, line, problem } of problems) say(`${path}:${line}: ${problem}`);
}

/** A line of JSON an event. */
export const log: Log = (event, details = {}) => say(JSON.stringify({ event, ...details }));

/** The same, without what goes well for those who asked for less: it is not worth a line to them. */
export const logAt =
  (level: LogLevel): Log =>
  (event, details) => {
    if (level === "info" || !event.endsWith("-connected")) log(event, details);
  };

/** Adds the settings of `.env` to the environment, which goes before them. One that cannot be read is said, and does without. */
export async function readSettings(): Promise<void> {
  if (!existsSync(".env")) return;
  const { error } = (await import("dotenv")).config({ quiet: true });
  const code = error !== undefined && "code" in error ? String(error.code) : "unknown reason";
  if (error !== undefined) say(`.env: cannot be read (${code}), so nothing in it counts here`);
}

/** Resolves with the first of these signals. A second one ends the process as it always does. */
export const told = (...signals: readonly NodeJS.Signals[]) =>
  new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });

/**
 * For a process that ends with its first answer: code is optimised when it has run for eight times as long as usual. Sooner, that takes
 * a core for longer than what is left to run; a large corpus still gets there.
 */
export function endSoon(): void {
  // Later engines count calls instead, and would complain of a flag they do not know.
  if (Number.parseInt(process.versions.v8, 10) > LAST_WITH_BUDGET) return;
  // bytes of bytecode; V8's own measure is 132 kB
  setFlagsFromString("--interrupt-budget=1000000");
}

/** The V8 of Node 20 and 21. */
const LAST_WITH_BUDGET = 11;

/** For a process that stays: its files are for its user alone, and what nobody caught ends it, so that a supervisor starts anew. */
export function settleIn(): void {
  process.umask(0o077);
  process.on("unhandledRejection", endOnBug).on("uncaughtException", endOnBug);
}

/**
 * Loads modules that come from elsewhere without the source maps they bring: Node would keep those for good, and they lead to files that
 * are not installed. Nothing of ours may load meanwhile, for our own maps say where a bug is.
 */
export async function withoutMaps(load: () => Promise<unknown>): Promise<void> {
  // Node 20.6 does not tell; there the loader has turned them on
  const before = process.sourceMapsEnabled !== false;
  process.setSourceMapsEnabled(false);
  try {
    await load();
  } finally {
    process.setSourceMapsEnabled(before);
  }
}

/** Says what went wrong. @returns the exit code: 2 for usage, otherwise 1 */
export function failed(error: unknown): 1 | 2 {
  say(error instanceof BotError ? error.message : bug(error));
  return error instanceof UsageError ? 2 : 1;
}

/** Runs to the end and sets the exit code. Whoever reads the output may stop, as `head` does; that is no failure. */
export async function runToEnd(main: (words: readonly string[]) => Promise<number>): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2)).catch(failed);
}

/** What state we are in is unknown. */
function endOnBug(error: unknown): void {
  say(bug(error));
  process.exit(1);
}

/** A bug by its name and place; its message may repeat what was asked. */
function bug(error: unknown): string {
  if (!(error instanceof Error)) return "A bug without a name.";
  const frames = (error.stack ?? "").split("\n").filter((each) => /^\s+at /.test(each));
  return [`A bug in Receipts: ${error.name}`, ...frames].join("\n");
}
