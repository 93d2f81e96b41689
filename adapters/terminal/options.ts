/** The words after `npm run ask --`. */
import { parseArgs } from "node:util";
import { UsageError } from "../../src/errors.ts";

/** What was asked for on the command line. */
export interface AskOptions {
  /**
   * `text` for a person, `explain` for how one question was read and judged, `json` for one question, `jsonl` for a question a line,
   * `help` for how to write it.
   */
  readonly form: "text" | "explain" | "json" | "jsonl" | "help";
  /** Another corpus than the configured one. */
  readonly knowledge: string | undefined;
  /** Ranked passages to show; undefined for the findings alone. */
  readonly top: number | undefined;
  /** Undefined when it is to be asked for, so that it lands in no shell's history. */
  readonly question: string | undefined;
}

/** How to write it. */
export const ASK_USAGE = [
  "npm run ask                         asks at a prompt",
  'npm run ask -- "question"           one answer (the question stays in your shell\'s history)',
  'npm run ask -- --explain "question" how it was read, and why it was answered or not',
  "npm run -s ask -- --json            one answer as JSON, for a question from standard input",
  'npm run -s ask -- --jsonl           one answer a line, for lines {"id": "…", "q": "…"}',
  "  --knowledge DIR                   another corpus",
  "  --top N                           up to N ranked passages (1 to 100), with --json or --jsonl",
].join("\n");

const MOST_TOP = 100;

/** @throws {UsageError} when the words cannot be understood; their text is not repeated. */
export function readAskOptions(words: readonly string[]): AskOptions {
  const { values, positionals } = parsed(words);
  if (values.help) return { form: "help", question: undefined, knowledge: undefined, top: undefined };
  const forms = (["explain", "json", "jsonl"] as const).filter((name) => values[name]);
  if (forms.length > 1)
    throw new UsageError(`Choose one of ${forms.map((name) => `--${name}`).join(" and ")}.\n${ASK_USAGE}`);
  const form = forms[0] ?? "text";
  const question = positionals.length > 0 ? positionals.join(" ") : undefined;
  if (form === "jsonl" && question !== undefined)
    throw new UsageError(`--jsonl reads its questions from standard input.\n${ASK_USAGE}`);
  if (values.knowledge?.trim() === "") throw new UsageError(`--knowledge needs a folder.\n${ASK_USAGE}`);
  if ((form === "text" || form === "explain") && values.top !== undefined)
    throw new UsageError(`--top needs --json or --jsonl.\n${ASK_USAGE}`);
  return { form, question, knowledge: values.knowledge, top: topOf(values.top) };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        explain: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        jsonl: { type: "boolean", default: false },
        knowledge: { type: "string" },
        top: { type: "string" },
      },
    });
  } catch {
    // the parser's own message repeats what was typed, which may be part of a question
    throw new UsageError(`That option does not exist, or lacks its value.\n${ASK_USAGE}`);
  }
}

function topOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const top = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > MOST_TOP)
    throw new UsageError(`--top is a whole number from 1 to ${MOST_TOP}.\n${ASK_USAGE}`);
  return top;
}
