/** The features of a passage. */
import { firstWordOf, wordAt } from "../corpus/analysis.ts";
import { BM25_B, BM25_K } from "../corpus/entries.ts";
import type { FeatureContext, PassageEvidence } from "./features.ts";
import type { Hit } from "./match.ts";
import { bestShares, covered, has, missing, pairs, rareValued, valued } from "./shares.ts";

/** A name that a source writes out and abbreviates is met by each of its words: no source is about a question more than this. */
const MOST_OF_DOCUMENT = 2;

function frequencyOf(term: number, hits: readonly Hit[]): number {
  let frequency = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const hit = hits[i];
    if (hit?.term === term) frequency += hit.weight;
  }
  return frequency;
}

function bm25(context: FeatureContext, { analysed, local, match, title }: PassageEvidence): number {
  const length = firstWordOf(analysed, local + 1) - firstWordOf(analysed, local);
  const norm = BM25_K * (1 - BM25_B + (BM25_B * length) / (context.averageLength * 1.8));
  const { weights, reading } = context;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1) {
    const frequency = frequencyOf(term, match.hits) + 0.5 * has(title.mask, term);
    sum += (weights[term] ?? 0) * ((frequency * (BM25_K + 1)) / (frequency + norm));
  }
  return reading.mass > 0 ? sum / reading.mass : 0;
}

function surfaceShare(context: FeatureContext, { analysed, match }: PassageEvidence): number {
  let exact = 0;
  for (const hit of match.hits) {
    if (has(exact, hit.term) === 1) continue;
    const term = context.reading.terms[hit.term];
    const surface = context.vocabulary.surfaceText(wordAt(analysed, hit.at));
    if (surface === term?.word || term?.corrected.includes(surface) === true) exact |= 1 << hit.term;
  }
  return covered(context, exact);
}

function likeness({ alike }: PassageEvidence): number {
  let most = 0;
  for (const each of alike) if (each !== undefined && each.likeness > most) most = each.likeness;
  return most;
}

/** Values of `PASSAGE_FEATURES`, in that order. */
export function passageFeatures(context: FeatureContext, evidence: PassageEvidence): number[] {
  const { match, title, analysed, local, around } = evidence;
  const sentence = bestShares(context, match.sentences);
  const { bigrams, near } = pairs(context, match.hits);
  const coverage = covered(context, match.mask);
  const withTitle = covered(context, match.mask | title.mask);
  const length = firstWordOf(analysed, local + 1) - firstWordOf(analysed, local);
  const [top = 0, second = 0] = context.byWeight;
  return [
    bm25(context, evidence),
    coverage,
    coverage * coverage,
    withTitle,
    valued(context, match, match.mask),
    covered(context, title.mask),
    sentence.covered,
    sentence.valued,
    sentence.valuedTogether,
    bigrams,
    near,
    context.reading.mass > 0 ? Math.min(MOST_OF_DOCUMENT, evidence.document / context.reading.mass) : 0,
    match.values[top] ?? 0,
    match.values[second] ?? 0,
    missing(context, context.names, match, title),
    missing(context, context.numbers, match, title),
    surfaceShare(context, evidence),
    Math.log((length + 10) / (context.averageLength * 1.8 + 10)),
    around === undefined ? 0 : valued(context, around, match.mask | title.mask),
    local === 0 ? 1 : 0,
    withTitle > 0.999 ? 1 : 0,
    rareValued(context, match, title),
    sentence.rareValued,
    likeness(evidence),
  ];
}
