/** The passages worth ranking for a question, with their evidence. */

import type { PassageIndex } from "../corpus/passage-index.ts";
import type { WeightedTerms } from "../ports.ts";
import { type FeatureContext, type PassageEvidence, passageFeatures } from "./features.ts";
import { type Coverage, createMatcher, type Matcher } from "./match.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

/** Passages that the first stage hands on. */
export const CANDIDATES = 40;
/** What a word that replaces a misspelt one counts in the first stage. */
const CORRECTED_WEIGHT = 0.8;

export interface RankedCandidate {
  readonly passage: number;
  readonly evidence: PassageEvidence;
  readonly features: readonly number[];
}

export interface Search {
  readonly context: FeatureContext;
  readonly candidates: readonly RankedCandidate[];
}

export function featureContext(reading: Reading, tools: AnswerTools, index: PassageIndex): FeatureContext {
  const order = reading.terms
    .map((_, term) => term)
    .sort((a, b) => (reading.terms[b]?.idf ?? 0) - (reading.terms[a]?.idf ?? 0));
  return {
    reading,
    vocabulary: tools.corpus.vocabulary,
    kinds: tools.kinds,
    averageLength: index.averageLength(),
    byWeight: order,
  };
}

function neighbours(index: PassageIndex, passage: number, matcher: Matcher): Coverage | undefined {
  const here = index.place(passage);
  const values: Float64Array[] = [];
  for (const other of [passage - 1, passage + 1]) {
    const place = index.place(other);
    if (place === undefined || place.unit !== here?.unit) continue;
    values.push(matcher.passage(place.analysed, place.local).values);
  }
  const [first, second] = values;
  if (first === undefined) return undefined;
  return {
    mask: 0,
    values: second === undefined ? first : first.map((value, i) => Math.max(value, second[i] ?? 0)),
  };
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
  const matcher = createMatcher(reading, tools.corpus.vocabulary);
  const documents = index.documentScores(queryOf(reading));
  // passages under the same headings share their array, one for each document
  const titles = new Map<Uint32Array, Coverage>();
  const candidates = passages.flatMap((passage) => {
    const place = index.place(passage);
    if (place === undefined) return [];
    const headings = place.analysed.headingWords[place.local] ?? place.analysed.titleWords;
    const title = titles.get(headings) ?? matcher.title(place.analysed, place.local);
    titles.set(headings, title);
    const evidence: PassageEvidence = {
      analysed: place.analysed,
      local: place.local,
      match: matcher.passage(place.analysed, place.local),
      title,
      document: documents.get(place.unit) ?? 0,
      around: neighbours(index, passage, matcher),
    };
    return [{ passage, evidence, features: passageFeatures(context, evidence) }];
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
  const found = index.retrieve(queryOf(reading), limit);
  return examine(
    reading,
    tools,
    index,
    found.map(({ passage }) => passage),
  );
}
