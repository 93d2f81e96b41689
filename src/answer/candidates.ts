/** The passages worth ranking for a question, with their evidence. */

import type { PassageIndex, Place } from "../corpus/passage-index.ts";
import type { WeightedTerms } from "../ports.ts";
import type { FeatureContext, PassageEvidence } from "./features.ts";
import { NO_LIKENESSES } from "./likeness.ts";
import type { Coverage, PassageMatch } from "./match.ts";
import { passageFeatures } from "./passage-features.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

/** Passages that the first stage hands on. */
const CANDIDATES = 40;
/** Candidates, by the first stage's order, whose surroundings are read: each costs as much as two further candidates. */
const CLOSEST = 12;
/** What a word that replaces a misspelt one counts in the first stage. */
const CORRECTED_WEIGHT = 0.8;

const NOT_ALIKE: PassageEvidence["alike"] = [];

function alikeAt({ analysed, local }: Place, { likenesses }: Reading): PassageEvidence["alike"] {
  if (likenesses === NO_LIKENESSES) return NOT_ALIKE;
  return likenesses.of(analysed.document.source.id, local + 1) ?? NOT_ALIKE;
}

export interface RankedCandidate {
  readonly passage: number;
  readonly evidence: PassageEvidence;
  readonly features: readonly number[];
}

export interface Search {
  readonly context: FeatureContext;
  readonly candidates: readonly RankedCandidate[];
}

function maskOf({ terms }: Reading, isIn: (term: Term) => boolean): number {
  return terms.reduce((mask, term, number) => (isIn(term) ? mask | (1 << number) : mask), 0);
}

function featureContext(reading: Reading, tools: AnswerTools, index: PassageIndex): FeatureContext {
  const order = reading.terms
    .map((_, term) => term)
    .sort((a, b) => (reading.terms[b]?.idf ?? 0) - (reading.terms[a]?.idf ?? 0));
  const rare = reading.terms.reduce((sum, { rarity }) => sum + rarity, 0);
  return {
    reading,
    vocabulary: tools.corpus.vocabulary,
    kinds: tools.kinds,
    averageLength: index.averageLength(),
    byWeight: order,
    weights: Float64Array.from(reading.terms, ({ idf }) => idf),
    names: maskOf(reading, ({ name }) => name),
    numbers: maskOf(reading, ({ number }) => number),
    rarities: Float64Array.from(reading.terms, ({ rarity }) => (rare > 0 ? rarity / rare : 0)),
  };
}

function larger(a: Float64Array, b: Float64Array): Float64Array {
  const values = a.slice();
  for (let term = 0; term < values.length; term += 1)
    if ((b[term] ?? 0) > (values[term] ?? 0)) values[term] = b[term] ?? 0;
  return values;
}

/** What the paragraphs beside a passage have; each paragraph is read once a question. */
function neighbours(
  index: PassageIndex,
  passage: number,
  { unit }: Place,
  valuesAt: (passage: number, place: Place) => Float64Array,
): Coverage | undefined {
  const before = index.place(passage - 1);
  const after = index.place(passage + 1);
  const first = before?.unit === unit ? valuesAt(passage - 1, before) : undefined;
  const second = after?.unit === unit ? valuesAt(passage + 1, after) : undefined;
  const values = first === undefined || second === undefined ? (first ?? second) : larger(first, second);
  return values === undefined ? undefined : { mask: 0, values };
}

function queryOf(reading: Reading): WeightedTerms[] {
  return reading.terms.flatMap((term) =>
    term.wordings.map(({ stems, weight }) => ({
      stems,
      weight: weight * (term.corrected.length > 0 ? CORRECTED_WEIGHT : 1),
    })),
  );
}

/** Computes the features of given passages. */
export function examine(
  reading: Reading,
  tools: AnswerTools,
  index: PassageIndex,
  passages: readonly number[],
): Search {
  const context = featureContext(reading, tools, index);
  const matcher = tools.matcher(reading);
  const found: { passage: number; place: Place; match: PassageMatch }[] = [];
  for (const passage of passages) {
    const place = index.place(passage);
    if (place !== undefined)
      found.push({ passage, place, match: matcher.passage(place.analysed, place.local) });
  }
  const scores = index.documentScores(
    queryOf(reading),
    found.map(({ place }) => place.unit),
  );
  const values = new Map<number, Float64Array>();
  for (const { passage, match } of found) values.set(passage, match.values);
  function valuesAt(passage: number, { analysed, local }: Place): Float64Array {
    const known = values.get(passage) ?? matcher.values(analysed, local);
    values.set(passage, known);
    return known;
  }
  const candidates = found.map(({ passage, place, match }, i): RankedCandidate => {
    const evidence: PassageEvidence = {
      analysed: place.analysed,
      local: place.local,
      match,
      title: matcher.title(place.analysed, place.local),
      document: scores[i] ?? 0,
      alike: alikeAt(place, reading),
      around: i < CLOSEST ? neighbours(index, passage, place, valuesAt) : undefined,
    };
    return { passage, evidence, features: passageFeatures(context, evidence) };
  });
  return { context, candidates };
}

/** Finds candidates and computes their passage features; unordered. */
export function findCandidates(
  reading: Reading,
  tools: AnswerTools,
  index: PassageIndex,
  limit = CANDIDATES,
): Search {
  const found = new Set(index.retrieve(queryOf(reading), limit).map(({ passage }) => passage));
  for (const { source, paragraph } of reading.likenesses.paragraphs) {
    const first = index.firstPassage(source);
    if (first !== undefined) found.add(first + paragraph - 1);
  }
  return examine(reading, tools, index, [...found]);
}
