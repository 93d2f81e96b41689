/** The shipped corpus' own labelled questions, which weigh little beside the public sets. */

import { readFileSync } from "node:fs";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { type AnswerTools, createAnswerTools } from "../../src/answer/tools.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";

/** A question with patterns that a right answer matches; `abstain` if no source answers it. */
export interface OwnQuestion {
  readonly id: string;
  readonly q: string;
  readonly lang: string;
  readonly type: string;
  readonly expect: {
    readonly all?: readonly string[];
    readonly any?: readonly string[];
    readonly none?: readonly string[];
  };
  readonly top?: number;
  readonly abstain?: boolean;
  readonly abstain_ok?: boolean;
  readonly sources: readonly string[];
}

/** Which file each label in `sources` means, by a part of the source's title. */
export const TITLES: Readonly<Record<string, RegExp>> = {
  S1: /another major tech company/i,
  S2: /agrees to meet/i,
  S3: /pressure leadership/i,
  S4: /wewontbuildit/i,
  S5: /demonstration mot/i,
};

export function readOwnQuestions(file: string): OwnQuestion[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as OwnQuestion); // the layout of the labelled questions
}

/** The shipped corpus, ready to answer. */
export async function loadOwnCorpus(folder: string): Promise<AnswerTools> {
  const corpus = createCorpus({ commonWords: readCommonWords });
  await (await openKnowledge(folder, corpus, { watch: false })).close();
  return createAnswerTools(corpus);
}

/** Plain quotes, hyphens and spaces, as the scorer has them before it matches. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ");
}

/** Whether one sentence of a source answers a question, or, of a question with several parts, one part. */
export function isRight(question: OwnQuestion, title: string, sentence: string): boolean {
  if (!question.sources.some((label) => TITLES[label]?.test(title))) return false;
  const text = plain(sentence);
  const matches = (pattern: string) => new RegExp(pattern, "i").test(text);
  const { all = [], any = [], none = [] } = question.expect;
  if (none.some(matches)) return false;
  const whole = all.every(matches) && (any.length === 0 || any.some(matches));
  return (
    whole || ((question.top ?? 1) > 1 && all.filter(matches).length * 2 >= all.length && all.some(matches))
  );
}
