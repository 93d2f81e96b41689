/** Judges answers to the shipped corpus' labelled questions. */
import { type OwnQuestion, plain, TITLES } from "../fit/own.ts";
import type { AnswerLine } from "./product.ts";

/**
 * `right`: answered with the expected words from an expected source, or declined where that is right. `wrong receipt`: answered
 * although no source does.
 */
export type Verdict = "right" | "wrong" | "declined" | "wrong receipt";

/** Whether the first passages, as many as the question allows, have what is expected. */
function isExpected({ expect, sources, top = 1 }: OwnQuestion, { passages }: AnswerLine): boolean {
  const shown = passages.slice(0, top);
  const text = shown.map(({ quote }) => plain(quote)).join("\n");
  const matches = (pattern: string) => new RegExp(pattern, "i").test(text);
  const { all = [], any = [], none = [] } = expect;
  const cited = shown.some(({ title }) => sources.some((label) => TITLES[label]?.test(title)));
  return cited && all.every(matches) && (any.length === 0 || any.some(matches)) && !none.some(matches);
}

/** What an answer is worth. */
export function judge(question: OwnQuestion, answer: AnswerLine): Verdict {
  if (!answer.answered) return question.abstain || question.abstain_ok ? "right" : "declined";
  if (question.abstain) return "wrong receipt";
  return isExpected(question, answer) ? "right" : "wrong";
}

/** How many answers have each verdict. */
export function tally(verdicts: readonly Verdict[]): Readonly<Record<Verdict, number>> {
  const counts = { right: 0, wrong: 0, declined: 0, "wrong receipt": 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
