/** How sure the best sentence is to answer: a logistic over features that mean the same in any corpus. */
import type { AskedFor } from "./asked-words.ts";
import {
  PASSAGE_FEATURES,
  type PassageFeature,
  SENTENCE_FEATURES,
  type SentenceFeature,
} from "./features.ts";
import { isSame } from "./likeness.ts";
import { type RankedSentence, type Ranking, weighted } from "./rank.ts";
import type { Reading } from "./reading.ts";
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

/** Places of features in a row of them. */
function placesOf<T extends string>(names: readonly T[], first: number): Readonly<Record<T, number>> {
  // the very names that it is made of
  return Object.fromEntries(names.map((name, i) => [name, first + i])) as Record<T, number>;
}

const P = placesOf<PassageFeature>(PASSAGE_FEATURES, 0);
// the passage's score stands before them
const S = placesOf<SentenceFeature>(SENTENCE_FEATURES, 1);
const weights = Float64Array.from(CONFIDENCE_FEATURES, (name) => CONFIDENCE_WEIGHTS[name]);

/** Features by which sentences of the right type are told, by what was asked for. */
const TYPES: ReadonlySet<AskedFor> = new Set(["who", "when", "where", "amount", "why"]);
const TYPE_PLACES = [S["s.who"], S["s.when"], S["s.where"], S["s.amount"], S["s.why"]];

/** How much a sentence lacks of what was asked for; 0 if any sentence will do. */
function typeMissed({ askedFor }: Reading, { features }: RankedSentence): number {
  if (!TYPES.has(askedFor)) return 0;
  return TYPE_PLACES.reduce((most, place) => Math.max(most, features[place] ?? 0), 0) - 1;
}

/** What of a question's weight is unknown or was corrected, and what its passage and its sentence lack. */
interface Lacks {
  unknown: number;
  corrected: number;
  inSentence: number;
  /** The heaviest term's weight, and of the terms' shares of it the two that the passage lacks most. */
  heaviest: number;
  largest: number;
  second: number;
}

function lacksOf({ terms, mass }: Reading, { evidence, sentence }: RankedSentence): Lacks {
  const { match, title } = evidence;
  const own = match.sentences[sentence]?.values;
  const lacks: Lacks = { unknown: 0, corrected: 0, inSentence: 0, heaviest: 1e-9, largest: 0, second: 0 };
  for (const { idf } of terms) lacks.heaviest = Math.max(lacks.heaviest, idf);
  terms.forEach(({ idf, wordings, corrected }, term) => {
    const titled = title.values[term] ?? 0;
    if (wordings.length === 0) lacks.unknown += idf;
    if (corrected.length > 0) lacks.corrected += idf;
    lacks.inSentence += idf * (1 - Math.max(own?.[term] ?? 0, titled));
    const missing = (idf / lacks.heaviest) * (1 - Math.max(match.values[term] ?? 0, titled));
    if (missing > lacks.largest) {
      lacks.second = lacks.largest;
      lacks.largest = missing;
    } else if (missing > lacks.second) lacks.second = missing;
  });
  const whole = mass > 0 ? mass : Number.POSITIVE_INFINITY;
  lacks.unknown /= whole;
  lacks.corrected /= whole;
  lacks.inSentence /= whole;
  return lacks;
}

/** Passages whose coverage tells how common the question's words are. */
const FEW = 5;

function meanOfFew(passages: Ranking["passages"]): number {
  let sum = 0;
  for (let i = 0; i < FEW; i += 1) sum += passages[i]?.features[P.coverageWithTitle] ?? 0;
  return sum / FEW;
}

/** Values of `CONFIDENCE_FEATURES` for one sentence of a ranking, in that order. */
export function confidenceFeatures({ context, passages }: Ranking, best: RankedSentence): number[] {
  const { passageFeatures: p, features: s } = best;
  const { reading } = context;
  const lacks = lacksOf(reading, best);
  const withTitle = p[P.coverageWithTitle] ?? 0;
  const similar = p[P.similar] ?? 0;
  const alike = s[S["s.alike"]] ?? 0;
  return [
    1,
    p[P.bm25] ?? 0,
    p[P.coverage] ?? 0,
    withTitle,
    (1 - Math.min(1, withTitle + similar)) ** 2,
    similar,
    p[P.title] ?? 0,
    p[P.bestSentence] ?? 0,
    p[P.bestSentenceSimilar] ?? 0,
    p[P.bigrams] ?? 0,
    p[P.near] ?? 0,
    p[P.document] ?? 0,
    p[P.topTerm] ?? 0,
    p[P.secondTerm] ?? 0,
    p[P.missingNames] ?? 0,
    p[P.missingNumbers] ?? 0,
    p[P.surface] ?? 0,
    s[S["s.coverage"]] ?? 0,
    s[S["s.similar"]] ?? 0,
    typeMissed(reading, best),
    meanOfFew(passages),
    lacks.unknown,
    lacks.corrected,
    Math.log(1 + reading.terms.length),
    s[S["s.missingDeed"]] ?? 0,
    lacks.largest,
    lacks.second,
    lacks.inSentence,
    alike,
    Math.max(0, reading.likenesses.noted - alike),
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
