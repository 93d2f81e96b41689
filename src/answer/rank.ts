/** Ranks passages, then sentences of the best of them, by two linear models whose weights are in `weights.ts`. */

import { sortFew } from "../corpus/few.ts";
import type { PassageIndex } from "../corpus/passage-index.ts";
import type { PassageReference } from "../model.ts";
import { isPublishedBy } from "./attribution.ts";
import { examine, findLikely, type RankedCandidate, type Search } from "./candidates.ts";
import {
  type FeatureContext,
  PASSAGE_FEATURES,
  type PassageEvidence,
  SENTENCE_FEATURES,
} from "./features.ts";
import { isSame } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import { sentenceFeatures } from "./sentence-features.ts";
import type { AnswerTools } from "./tools.ts";
import { PASSAGE_WEIGHTS, SENTENCE_WEIGHTS } from "./weights.ts";

/** Passages whose sentences are looked at. */
export const CLOSE_PASSAGES = 8;

/** A sentence that may answer. */
export interface RankedSentence {
  readonly passage: number;
  readonly evidence: PassageEvidence;
  /** Which sentence of the passage, from 0. */
  readonly sentence: number;
  readonly score: number;
  /** Scores of all sentences of its passage, in order. */
  readonly siblings: readonly number[];
  readonly passageFeatures: readonly number[];
  /** The passage's score, then `SENTENCE_FEATURES`. */
  readonly features: readonly number[];
}

export interface Ranking {
  readonly context: FeatureContext;
  /** Best first. */
  readonly sentences: readonly RankedSentence[];
  /** The closest passages, best first by the passage model alone. */
  readonly passages: readonly RankedCandidate[];
}

const passageWeights = Float64Array.from(PASSAGE_FEATURES, (name) => PASSAGE_WEIGHTS[name]);
const sentenceWeights = Float64Array.from(
  ["passage", ...SENTENCE_FEATURES] as const,
  (name) => SENTENCE_WEIGHTS[name],
);

/** Sum of features times weights. */
export function weighted(features: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < features.length; k += 1) sum += (features[k] ?? 0) * (weights[k] ?? 0);
  return sum;
}

/** The candidates best first by the passage model, ties in the order of source and paragraph. */
export function orderPassages(
  search: Search,
  weights: ArrayLike<number> = passageWeights,
): { candidate: RankedCandidate; score: number }[] {
  return sortFew(
    search.candidates.map((candidate) => ({ candidate, score: weighted(candidate.features, weights) })),
    (a, b) => b.score - a.score || inOrder(a.candidate.evidence, b.candidate.evidence),
  );
}

function inOrder(a: PassageEvidence, b: PassageEvidence): number {
  const [idA, idB] = [a.analysed.document.source.id, b.analysed.document.source.id];
  if (idA !== idB) return idA < idB ? -1 : 1;
  return a.local - b.local;
}

/** More than words can give: a sentence that is known to answer this very question comes first. */
export const SAME_WORDS_POINTS = 100;

function isKnown({ evidence }: RankedCandidate): boolean {
  return evidence.alike.some(isSame);
}

/** Adds the sentences of a passage with this score to those ranked so far. */
function rankSentences(
  context: FeatureContext,
  candidate: RankedCandidate,
  score: number,
  ranked: RankedSentence[],
): void {
  const { evidence, passage, features: passageFeatures } = candidate;
  const siblings: number[] = [];
  for (let sentence = 0; sentence < evidence.match.sentences.length; sentence += 1) {
    const features = sentenceFeatures(context, evidence, sentence, score);
    const known = isSame(evidence.alike[sentence]) ? SAME_WORDS_POINTS : 0;
    const own = weighted(features, sentenceWeights) + known;
    siblings.push(own);
    ranked.push({ passage, evidence, sentence, score: own, siblings, passageFeatures, features });
  }
}

function bestFirst(a: RankedSentence, b: RankedSentence): number {
  return b.score - a.score || inOrder(a.evidence, b.evidence) || a.sentence - b.sentence;
}

/** Of a question for somebody's word, the passages published there, if there are any. */
function ofPublishers<T extends { readonly candidate: RankedCandidate }>(
  ordered: readonly T[],
  reading: Reading,
): readonly T[] {
  if (reading.publishers.length === 0) return ordered;
  const published = ordered.filter(({ candidate }) => isPublishedBy(candidate.evidence, reading));
  return published.length > 0 ? published : ordered;
}

/** Those that are known to answer this very question before the others, either in their order. */
function knownFirst<T extends { readonly candidate: RankedCandidate }>(ordered: readonly T[]): readonly T[] {
  const known = ordered.filter(({ candidate }) => isKnown(candidate));
  return known.length === 0 ? ordered : [...known, ...ordered.filter((each) => !known.includes(each))];
}

/** Finds and ranks. The ranking depends on what the corpus holds, not on the order in which it came. */
export function rank(reading: Reading, tools: AnswerTools, index: PassageIndex): Ranking {
  const search = findLikely(reading, tools, index);
  const ordered = ofPublishers(orderPassages(search), reading);
  const passages = knownFirst(ordered).slice(0, CLOSE_PASSAGES);
  const sentences: RankedSentence[] = [];
  for (const { candidate, score } of passages) rankSentences(search.context, candidate, score, sentences);
  sortFew(sentences, bestFirst);
  return { context: search.context, sentences, passages: passages.map(({ candidate }) => candidate) };
}

/** The sentences of passages, by number, best first, whatever else there is. */
export function rankAll(
  passages: readonly number[],
  reading: Reading,
  tools: AnswerTools,
): ReadonlyMap<number, readonly RankedSentence[]> {
  const { context, candidates } = examine(reading, tools, tools.corpus.works, passages);
  const ranked = new Map<number, readonly RankedSentence[]>();
  for (const candidate of candidates) {
    const sentences: RankedSentence[] = [];
    rankSentences(context, candidate, weighted(candidate.features, passageWeights), sentences);
    ranked.set(candidate.passage, sortFew(sentences, bestFirst));
  }
  return ranked;
}

/** The sentences of one passage, best first, whatever else there is; none if there is no such passage among the works. */
export function rankPassage(
  { source, paragraph }: PassageReference,
  reading: Reading,
  tools: AnswerTools,
): readonly RankedSentence[] {
  const { works } = tools.corpus;
  const first = works.firstPassage(source);
  if (first === undefined || works.place(first + paragraph - 1)?.analysed.document.source.id !== source)
    return [];
  const passage = first + paragraph - 1;
  return rankAll([passage], reading, tools).get(passage) ?? [];
}
