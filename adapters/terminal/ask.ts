/** `ask`: reads its words, and answers as they wish: a person in text, a program in JSON, a librarian with the reasons. */
import type { Explanation } from "../../src/answer/explain.ts";
import { knowledgeDir } from "../../src/config.ts";
import type { Answering } from "../../src/ports.ts";
import { ASK_USAGE, readAskOptions } from "./options.ts";
import { endSoon, write } from "./process.ts";

/** A knowledge folder that questions can be put to. */
export interface Opened {
  readonly answer: Answering;
  explain(question: string): Promise<Explanation>;
  close(): Promise<void>;
}

/** What `ask` needs. Nothing is opened before its words are understood. */
export interface AskNeeds {
  open(folder: string): Promise<Opened>;
  /** Answers a person in the terminal: one question, or all of a conversation. */
  talk(folder: string, question: string | undefined): Promise<void>;
}

/** Runs it. @returns the exit code @throws {UsageError} when its words cannot be understood */
export async function runAsk(words: readonly string[], { open, talk }: AskNeeds): Promise<0 | 2> {
  const options = readAskOptions(words);
  const { form, question } = options;
  if (form === "help") {
    await write(ASK_USAGE);
    return 0;
  }
  const folder = options.knowledge ?? knowledgeDir(process.env);
  if (form === "json" || form === "explain" || question !== undefined) endSoon();
  if (form === "text") {
    await talk(folder, question);
    return 0;
  }
  const [opened, programs, { MOST_QUESTION }] = await Promise.all([
    open(folder),
    import("./programs.ts"),
    import("../../src/commands/limits.ts"),
  ]);
  const input = process.stdin;
  // a prompt is no output
  if (form !== "jsonl" && question === undefined && input.isTTY) process.stderr.write("Your question: ");
  const program = { answer: opened.answer, top: options.top, maxLength: MOST_QUESTION, input, write };
  let code: 0 | 2 = 0;
  if (form === "json") code = await programs.askOnce(question, program);
  else if (form === "jsonl") await programs.askLines(program);
  else {
    const { explanationText } = await import("./explain.ts");
    const asked = question ?? (await programs.firstLine(input));
    await write(explanationText(await opened.explain(asked)));
  }
  await opened.close();
  return code;
}
