/** The features of a passage. */
import { BM25_B, BM25_K } from "../corpus/entries.ts";
import type { FeatureContext, PassageEvidence } from "./features.ts";
import type { SentenceMatch } from "./match.ts";
import { covered, has, missing, pairs, rareValued, valued, valuedTogether } from "./shares.ts";

function bm25(context: FeatureContext, { analysed, local, match, title }: PassageEvidence): number {
  const frequencies = new Float64Array(context.weights.length);
  for (const hit of match.hits) frequencies[hit.term] = (frequencies[hit.term] ?? 0) + hit.weight;
  const length = (analysed.passageWords[local + 1] ?? 0) - (analysed.passageWords[local] ?? 0);
  const norm = BM25_K * (1 - BM25_B + (BM25_B * length) / (context.averageLength * 1.8));
  const { weights, reading } = context;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1) {
    const frequency = (frequencies[term] ?? 0) + 0.5 * has(title.mask, term);
    sum += (weights[term] ?? 0) * ((frequency * (BM25_K + 1)) / (frequency + norm));
  }
  return reading.mass > 0 ? sum / reading.mass : 0;
}

function surfaceShare(context: FeatureContext, { analysed, match }: PassageEvidence): number {
  let exact = 0;
  for (const hit of match.hits) {
    const term = context.reading.terms[hit.term];
    const surface = context.vocabulary.surfaceText(analysed.words[hit.at] ?? 0);
    if (surface === term?.word || term?.corrected.includes(surface) === true) exact |= 1 << hit.term;
  }
  return covered(context, exact);
}

function bestOfSentences(
  context: FeatureContext,
  sentences: readonly SentenceMatch[],
): { exact: number; similar: number; pair: number; rare: number } {
  let exact = 0;
  let similar = 0;
  let pair = 0;
  let rare = 0;
  for (let i = 0; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (sentence === undefined) continue;
    exact = Math.max(exact, covered(context, sentence.mask));
    similar = Math.max(similar, valued(context, sentence));
    pair = Math.max(pair, valuedTogether(context, sentence, sentences[i + 1]));
    rare = Math.max(rare, rareValued(context, sentence));
  }
  return { exact, similar, pair, rare };
}

/** Values of `PASSAGE_FEATURES`, in that order. */
export function passageFeatures(context: FeatureContext, evidence: PassageEvidence): number[] {
  const { match, title, analysed, local, around } = evidence;
  const sentence = bestOfSentences(context, match.sentences);
  const { bigrams, near } = pairs(context, match.hits);
  const coverage = covered(context, match.mask);
  const withTitle = covered(context, match.mask | title.mask);
  const length = (analysed.passageWords[local + 1] ?? 0) - (analysed.passageWords[local] ?? 0);
  const [top = 0, second = 0] = context.byWeight;
  return [
    bm25(context, evidence),
    coverage,
    coverage * coverage,
    withTitle,
    valued(context, match, match.mask),
    covered(context, title.mask),
    sentence.exact,
    sentence.similar,
    sentence.pair,
    bigrams,
    near,
    context.reading.mass > 0 ? evidence.document / context.reading.mass : 0,
    match.values[top] ?? 0,
    match.values[second] ?? 0,
    missing(context, "name", match, title),
    missing(context, "number", match, title),
    surfaceShare(context, evidence),
    Math.log((length + 10) / (context.averageLength * 1.8 + 10)),
    around === undefined ? 0 : valued(context, around, match.mask | title.mask),
    local === 0 ? 1 : 0,
    withTitle > 0.999 ? 1 : 0,
    rareValued(context, match, title),
    sentence.rare,
    evidence.alike.reduce((most, each) => Math.max(most, each?.likeness ?? 0), 0),
  ];
}
