/** How sure the best sentence is to answer: a logistic over features that mean the same in any corpus. */
import {
  PASSAGE_FEATURES,
  type PassageFeature,
  SENTENCE_FEATURES,
  type SentenceFeature,
} from "./features.ts";
import { isSame } from "./likeness.ts";
import { type RankedSentence, type Ranking, weighted } from "./rank.ts";
import { CONFIDENCE_WEIGHTS } from "./weights.ts";

export const CONFIDENCE_FEATURES = [
  "bias",
  "bm25",
  "coverage",
  "coverageWithTitle",
  "uncoveredSquared",
  "similar",
  "title",
  "bestSentence",
  "bestSentenceSimilar",
  "bigrams",
  "near",
  "document",
  "topTerm",
  "secondTerm",
  "missingNames",
  "missingNumbers",
  "surface",
  "sentence",
  "sentenceSimilar",
  "answerType",
  "meanOfFive",
  "unknown",
  "corrected",
  "terms",
  "missingDeed",
  "largestMissing",
  "secondMissing",
  "missingInSentence",
  "alike",
  "notedMore",
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

const passageAt = new Map<string, number>(PASSAGE_FEATURES.map((name, i) => [name, i]));
const sentenceAt = new Map<string, number>(SENTENCE_FEATURES.map((name, i) => [name, i + 1]));
const weights = Float64Array.from(CONFIDENCE_FEATURES, (name) => CONFIDENCE_WEIGHTS[name]);

/** Features by which sentences of the right type are told, by what was asked for. */
const TYPE_FEATURES: readonly SentenceFeature[] = ["s.who", "s.when", "s.where", "s.amount", "s.why"];

/** Values of `CONFIDENCE_FEATURES` for one sentence of a ranking, in that order. */
export function confidenceFeatures({ context, passages }: Ranking, best: RankedSentence): number[] {
  const p = (name: PassageFeature) => best.passageFeatures[passageAt.get(name) ?? -1] ?? 0;
  const s = (name: SentenceFeature) => best.features[sentenceAt.get(name) ?? -1] ?? 0;
  const { reading } = context;
  const five = passages
    .slice(0, 5)
    .map(({ features }) => features[passageAt.get("coverageWithTitle") ?? -1] ?? 0);
  const share = (of: (term: (typeof reading.terms)[number]) => boolean) =>
    reading.mass > 0
      ? reading.terms.reduce((sum, term) => sum + (of(term) ? term.idf : 0), 0) / reading.mass
      : 0;
  const { match, title } = best.evidence;
  const heaviest = Math.max(1e-9, ...reading.terms.map((term) => term.idf));
  const inSentence = (term: number) =>
    Math.max(match.sentences[best.sentence]?.values[term] ?? 0, title.values[term] ?? 0);
  const missing = reading.terms
    .map((term, i) => (term.idf / heaviest) * (1 - Math.max(match.values[i] ?? 0, title.values[i] ?? 0)))
    .sort((a, b) => b - a);
  const missingInSentence =
    reading.mass > 0
      ? reading.terms.reduce((sum, term, i) => sum + term.idf * (1 - inSentence(i)), 0) / reading.mass
      : 0;
  const asksForType = ["who", "when", "where", "amount", "why"].includes(reading.askedFor);
  return [
    1,
    p("bm25"),
    p("coverage"),
    p("coverageWithTitle"),
    (1 - Math.min(1, p("coverageWithTitle") + p("similar"))) ** 2,
    p("similar"),
    p("title"),
    p("bestSentence"),
    p("bestSentenceSimilar"),
    p("bigrams"),
    p("near"),
    p("document"),
    p("topTerm"),
    p("secondTerm"),
    p("missingNames"),
    p("missingNumbers"),
    p("surface"),
    s("s.coverage"),
    s("s.similar"),
    asksForType ? Math.max(...TYPE_FEATURES.map(s)) - 1 : 0,
    five.reduce((a, b) => a + b, 0) / 5,
    share((term) => term.wordings.length === 0),
    share((term) => term.corrected.length > 0),
    Math.log(1 + reading.terms.length),
    s("s.missingDeed"),
    missing[0] ?? 0,
    missing[1] ?? 0,
    missingInSentence,
    s("s.alike"),
    Math.max(0, reading.likenesses.noted - s("s.alike")),
  ];
}

/**
 * 0..1: how likely a sentence of a ranking is to answer.
 * @param raised what this corpus takes from the logit: see `calibrate`
 */
export function confidence(ranking: Ranking, sentence: RankedSentence, raised: number): number {
  const known = sentence.evidence.alike[sentence.sentence];
  const sure = 1 / (1 + Math.exp(raised - weighted(confidenceFeatures(ranking, sentence), weights)));
  return known !== undefined && isSame(known) ? Math.max(sure, known.likeness) : sure;
}
