/** `ask` for programs: JSON in, JSON out, in order and as it comes. */
import type { Answering } from "../../src/ports.ts";
import { type Asked, answerJson, badLineJson, readAsked, refusedJson } from "./json.ts";
import { linesOf } from "./lines.ts";

/** Where answers come from and go to. */
export interface Program {
  readonly answer: Answering;
  /** Ranked passages; undefined for the findings alone. */
  readonly top: number | undefined;
  /** A question has at most this many characters. */
  readonly maxLength: number;
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Takes a line; resolves when there is room for the next. */
  write(line: string): Promise<void>;
}

/** Answers one question; without one, the first line of the input. */
export async function askOnce(question: string | undefined, program: Program): Promise<void> {
  const text = question ?? (await firstLine(program.input));
  await program.write(answered({ id: null, question: text }, program));
}

/** Answers a question a line. A line that is none is answered by what is wrong with it, in its place. */
export async function askLines(program: Program): Promise<void> {
  for await (const line of linesOf(program.input)) {
    const asked = readAsked(line);
    await program.write(typeof asked === "string" ? badLineJson(asked) : answered(asked, program));
  }
}

function answered(asked: Asked, { answer, top, maxLength }: Program): string {
  const { length } = asked.question.trim();
  if (length > maxLength)
    return refusedJson(asked, `a question has at most ${maxLength} characters; this has ${length}`);
  return answerJson(asked, answer({ text: asked.question }, top), top);
}

/** The first line of an input; empty if it has none. */
export async function firstLine(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  for await (const line of linesOf(input)) return line;
  return "";
}
