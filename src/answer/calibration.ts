/**
 * What "sure" means in a corpus, found without labels. In some corpora any question meets some paragraph, as in thousands of pages
 * by authorities; in others hardly one does. So words of a corpus' own sentences are asked as questions while their source is out
 * of the way: nothing answers them, and how sure the best sentence then looks is what an answer has to surpass. The idea is in no
 * paper we know; that its figures come close to those of questions people wrote is measured on five question sets.
 */
import {
  type AnalysedDocument,
  firstSentenceOf,
  sentenceEndOf,
  sentenceStartOf,
} from "../corpus/analysis.ts";
import { hash } from "../corpus/hash.ts";
import { reduceToken, scanTokens } from "../corpus/terms.ts";
import { without } from "../corpus/without.ts";
import { bestOf } from "./best.ts";
import { confidence } from "./confidence.ts";
import { rank } from "./rank.ts";
import { readQuestion } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

/** Sentences asked: from 100 on, the part that looks surest is known to half a point. */
const SENTENCES = 200;
/** Words of a sentence that make a question: about as many as people use. */
const WORDS = 5;
/** Of all questions that nothing answers, so many may look surer than the bar that is set. */
const UNSURE_SHARE = 0.95;
/** Above that bar, so that about 2 % pass and not 5 %; measured on the question sets. */
const ABOVE = 0.3;
/** Up to so many sources say nothing about style: most of what one tells, the others tell, too. */
const FEWEST_SOURCES = 9;
/** Sources, beyond those, whose word counts as much as what is usual. */
const USUAL_SOURCES = 10;
/** A sentence elsewhere that has every word asked by this much tells the same: it would be a true answer. */
const SAME = 0.7;
const MOST_RAISED = 4;
const MOST_LOWERED = -0.5;

const logit = (share: number) => Math.log(share / (1 - share));

/** A linear congruential generator with the constants of Numerical Recipes; 0..1. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Some words of a sentence in their order; undefined if it has too few that are searched for. */
function wordsOf(analysed: AnalysedDocument, draw: () => number): string | undefined {
  const { passages } = analysed.document;
  const local = Math.floor(draw() * passages.length);
  const from = firstSentenceOf(analysed, local);
  const count = firstSentenceOf(analysed, local + 1) - from;
  const at = from + Math.floor(draw() * count);
  const sentence =
    passages[local]?.text.slice(sentenceStartOf(analysed, at), sentenceEndOf(analysed, at)) ?? "";
  const words: string[] = [];
  scanTokens(sentence, (start, end) => {
    const word = sentence.slice(start, end);
    if (!reduceToken(word, analysed.rules).stop) words.push(word);
  });
  while (words.length > WORDS) words.splice(Math.floor(draw() * words.length), 1);
  return words.length < WORDS ? undefined : words.join(" ");
}

/** How sure the best sentence looks, as a logit, to answer words of a source that is out of the way; undefined if another source tells the same. */
function looksSure(text: string, analysed: AnalysedDocument, tools: AnswerTools): number | undefined {
  const corpus = without(tools.corpus, analysed.document.source.id);
  const there = { ...tools, corpus };
  const reading = readQuestion(text, analysed.rules.language, there);
  if (reading.terms.length === 0) return undefined;
  const ranking = rank(reading, there, corpus.works);
  const { vocabulary } = corpus;
  const best = bestOf(ranking.sentences, {
    reading,
    vocabulary,
    kinds: tools.kinds,
  });
  if (best === undefined) return Number.NEGATIVE_INFINITY;
  const shown = best.evidence.match.sentences[best.sentence]?.values ?? [];
  return Math.min(...shown) >= SAME ? undefined : logit(confidence(ranking, best, 0));
}

/**
 * What to take from every confidence's logit in this corpus, so that `threshold` lets about 2 % of questions pass that nothing
 * answers; 0 for a small corpus. Yields after each of some hundred questions, so that the caller can let others have their turn.
 */
export function* calibrate(tools: AnswerTools, threshold: number): Generator<undefined, number> {
  // in an order that is the same in whatever order they came
  const documents = [...tools.corpus.works.documents()]
    .map((analysed) => ({ analysed, place: hash(analysed.document.source.id) }))
    .sort(
      (a, b) => a.place - b.place || (a.analysed.document.source.id < b.analysed.document.source.id ? -1 : 1),
    );
  const weight = Math.max(0, documents.length - FEWEST_SOURCES);
  if (weight === 0) return 0;
  const found: number[] = [];
  for (let i = 0; i < SENTENCES; i += 1) {
    const { analysed, place } = documents[i % documents.length] ?? {};
    if (analysed === undefined || place === undefined) break;
    const text = wordsOf(analysed, draws((place + i) >>> 0));
    const sure = text === undefined ? undefined : looksSure(text, analysed, tools);
    if (sure !== undefined) found.push(sure);
    yield;
  }
  found.sort((a, b) => a - b);
  const bar = found[Math.floor(found.length * UNSURE_SHARE)];
  if (bar === undefined) return 0;
  const raised = Math.min(MOST_RAISED, Math.max(MOST_LOWERED, bar + ABOVE - logit(threshold)));
  return (raised * weight) / (weight + USUAL_SOURCES);
}
