/** What each stage of an answer costs. The product's own functions in the product's own order, with a clock between them. */
import { TOP } from "../../src/answer/attempts.ts";
import { bestOf } from "../../src/answer/best.ts";
import { citables, citedOf } from "../../src/answer/cited.ts";
import { cleanQuestion } from "../../src/answer/clean.ts";
import { composeFindings, mayJoin } from "../../src/answer/compose.ts";
import { confidence } from "../../src/answer/confidence.ts";
import type { DecideContext } from "../../src/answer/decide.ts";
import { questionLanguage } from "../../src/answer/language.ts";
import { notesFor } from "../../src/answer/notes.ts";
import { rank } from "../../src/answer/rank.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import type { AnswerTools } from "../../src/answer/tools.ts";
import type { PassageIndex } from "../../src/corpus/passage-index.ts";

export const STAGES = ["read", "retrieve", "documents", "rerank", "decide", "compose"] as const;

export type Stage = (typeof STAGES)[number];

/** Milliseconds by stage. */
export type StageTimes = Record<Stage, number>;

/** The index with a clock on what the first stage does. */
function timed(index: PassageIndex, spent: StageTimes): PassageIndex {
  return {
    ...index,
    retrieve(query, limit) {
      const from = performance.now();
      const found = index.retrieve(query, limit);
      spent.retrieve += performance.now() - from;
      return found;
    },
    documentScores(query, units) {
      const from = performance.now();
      const found = index.documentScores(query, units);
      spent.documents += performance.now() - from;
      return found;
    },
  };
}

function oneQuestion(text: string, tools: AnswerTools, spent: StageTimes): void {
  const { corpus, kinds } = tools;
  const start = performance.now();
  const reading = readQuestion(text, questionLanguage(cleanQuestion(text), corpus), tools);
  const read = performance.now();
  spent.read += read - start;
  if (reading.terms.length === 0) return;
  const before = spent.retrieve + spent.documents;
  const ranking = rank(reading, tools, timed(corpus.works, spent));
  const ranked = performance.now();
  spent.rerank += ranked - read - (spent.retrieve + spent.documents - before);
  const context: DecideContext = {
    reading,
    vocabulary: corpus.vocabulary,
    kinds,
    sure: (sentence) => confidence(ranking, sentence, 0),
  };
  const closest = citables(ranking.sentences, 2 * TOP, reading, tools);
  const answering = bestOf(
    closest.map((each) => each.ranked),
    context,
  );
  const best = closest.find((each) => each.ranked === answering)?.cited();
  const decided = performance.now();
  spent.decide += decided - ranked;
  if (best !== undefined) {
    const others = closest.filter(
      (each) => each.ranked !== best.ranked && mayJoin(each.ranked, best.ranked, context),
    );
    composeFindings([best, ...citedOf(others, others.length)], reading, tools, context);
  }
  citedOf(closest, TOP);
  notesFor(reading, tools, best?.ranked);
  spent.compose += performance.now() - decided;
}

/** Mean milliseconds a question by stage. */
export function stageTimes(questions: readonly string[], tools: AnswerTools): StageTimes {
  const spent: StageTimes = { read: 0, retrieve: 0, documents: 0, rerank: 0, decide: 0, compose: 0 };
  for (const question of questions) oneQuestion(question, tools, spent);
  for (const stage of STAGES) spent[stage] /= questions.length;
  return spent;
}
