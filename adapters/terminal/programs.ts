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

/** Answers one question; without one, the first line of the input. @returns the exit code: 2 for a question that is refused */
export async function askOnce(question: string | undefined, program: Program): Promise<0 | 2> {
  const asked = { id: null, question: question ?? (await firstLine(program.input)) };
  await program.write(answered(asked, program));
  return isTooLong(asked, program) ? 2 : 0;
}

/** Answers a question a line. A line that is none is answered by what is wrong with it, in its place. */
export async function askLines(program: Program): Promise<void> {
  for await (const line of linesOf(program.input)) {
    const asked = readAsked(line);
    await program.write(typeof asked === "string" ? badLineJson(asked) : answered(asked, program));
  }
}

function answered(asked: Asked, program: Program): string {
  const { answer, top, maxLength } = program;
  if (isTooLong(asked, program)) {
    const { length } = asked.question.trim();
    return refusedJson(asked, `a question has at most ${maxLength} characters; this has ${length}`);
  }
  return answerJson(asked, answer({ text: asked.question }, top), top);
}

const isTooLong = ({ question }: Asked, { maxLength }: Program) => question.trim().length > maxLength;

/** The first line of an input; empty if it has none. */
export async function firstLine(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  for await (const line of linesOf(input)) return line;
  return "";
}
