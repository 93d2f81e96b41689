/** The passages worth ranking for a question, with their evidence. */

import { type AnalysedDocument, passageCount } from "../corpus/analysis.ts";
import { sortFew, zeros } from "../corpus/few.ts";
import type { PassageIndex, Place } from "../corpus/passage-index.ts";
import type { Candidate, WeightedTerms } from "../ports.ts";
import type { FeatureContext, PassageEvidence } from "./features.ts";
import { NO_LIKENESSES } from "./likeness.ts";
import type { Coverage, Matcher, PassageMatch } from "./match.ts";
import { passageFeatures } from "./passage-features.ts";
import type { Reading } from "./reading.ts";
import { covered, rareValued, valued } from "./shares.ts";
import type { AnswerTools } from "./tools.ts";

/** Passages that the first stage hands on. */
const CANDIDATES = 40;
/**
 * Of those, the likeliest by what is seen when they are read; the features of the others are not reckoned. On the question sets no best
 * passage is lost so, and 1 in 100 of the three best.
 */
const LIKELY = 24;
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

function featureContext(reading: Reading, tools: AnswerTools, index: PassageIndex): FeatureContext {
  const { terms } = reading;
  const weights = zeros(terms.length);
  const rarities = zeros(terms.length);
  const rare = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  let names = 0;
  let numbers = 0;
  terms.forEach(({ idf, rarity, name, number }, term) => {
    weights[term] = idf;
    rarities[term] = rare > 0 ? rarity / rare : 0;
    if (name) names |= 1 << term;
    if (number) numbers |= 1 << term;
  });
  return {
    reading,
    vocabulary: tools.corpus.vocabulary,
    kinds: tools.kinds,
    averageLength: index.averageLength(),
    byWeight: sortFew([...weights.keys()], (a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)),
    weights,
    names,
    numbers,
    rarities,
  };
}

/** A passage that was found, and where the question's terms stand in it. */
interface Found {
  readonly passage: number;
  readonly place: Place;
  readonly match: PassageMatch;
  readonly alike: PassageEvidence["alike"];
  /** Its score and its place in the first stage's order. */
  readonly score: number;
  readonly order: number;
}

/** All that was found of one question. */
interface Findings {
  readonly query: readonly WeightedTerms[];
  readonly matcher: Matcher;
  readonly found: readonly Found[];
}

/** A passage's values; one that was found is not read again. */
function valuesOf(
  passage: number,
  analysed: AnalysedDocument,
  local: number,
  { matcher, found }: Findings,
): readonly number[] {
  for (const each of found) if (each.passage === passage) return each.match.values;
  return matcher.values(analysed, local);
}

function larger(a: readonly number[], b: readonly number[]): readonly number[] {
  const values = a.slice();
  for (let term = 0; term < values.length; term += 1)
    if ((b[term] ?? 0) > (values[term] ?? 0)) values[term] = b[term] ?? 0;
  return values;
}

/** What the paragraphs beside a passage have; undefined if there are none. */
function neighbours({ passage, place }: Found, findings: Findings): Coverage | undefined {
  const { analysed, local } = place;
  const before = local > 0 ? valuesOf(passage - 1, analysed, local - 1, findings) : undefined;
  const isLast = local + 1 >= passageCount(analysed);
  const after = isLast ? undefined : valuesOf(passage + 1, analysed, local + 1, findings);
  const values = before === undefined || after === undefined ? (before ?? after) : larger(before, after);
  return values === undefined ? undefined : { mask: 0, values };
}

function queryOf({ terms }: Reading): readonly WeightedTerms[] {
  const query: WeightedTerms[] = [];
  for (const { wordings, corrected } of terms)
    for (const { stems, weight } of wordings)
      query.push({ stems, weight: corrected.length > 0 ? weight * CORRECTED_WEIGHT : weight });
  return query;
}

/** Reads passages. */
function find(
  reading: Reading,
  tools: AnswerTools,
  index: PassageIndex,
  query: readonly WeightedTerms[],
  passages: readonly Candidate[],
): Findings {
  const matcher = tools.matcher(reading);
  const places = index.places(passages.map(({ passage }) => passage));
  const found: Found[] = [];
  passages.forEach(({ passage, score }, i) => {
    const place = places[i];
    if (place === undefined) return;
    const match = matcher.passage(place.analysed, place.local);
    found.push({ passage, place, match, alike: alikeAt(place, reading), score, order: found.length });
  });
  return { query, matcher, found };
}

/** The features of passages that were found. */
function search(
  context: FeatureContext,
  index: PassageIndex,
  findings: Findings,
  likely: readonly Found[],
): Search {
  const scores = index.documentScores(
    findings.query,
    likely.map(({ place }) => place.unit),
  );
  const candidates = likely.map((found, i): RankedCandidate => {
    const { passage, match, alike, order } = found;
    const { analysed, local } = found.place;
    const title = findings.matcher.title(analysed, local);
    // what has all terms lacks nothing that those beside it could have
    const isComplete = covered(context, match.mask | title.mask) === 1;
    const around = order < CLOSEST && !isComplete ? neighbours(found, findings) : undefined;
    const document = scores[i] ?? 0;
    const evidence: PassageEvidence = { analysed, local, match, title, document, alike, around };
    return { passage, evidence, features: passageFeatures(context, evidence) };
  });
  return { context, candidates };
}

/** The passages that a question is to be looked for in, the first stage's best first. */
function passagesFor(
  reading: Reading,
  index: PassageIndex,
  query: readonly WeightedTerms[],
): readonly Candidate[] {
  const retrieved = index.retrieve(query, CANDIDATES);
  const { paragraphs } = reading.likenesses;
  if (paragraphs.length === 0) return retrieved;
  const found = new Map(retrieved.map((each) => [each.passage, each]));
  for (const { source, paragraph } of paragraphs) {
    const first = index.firstPassage(source);
    const passage = (first ?? 0) + paragraph - 1;
    if (first !== undefined && !found.has(passage)) found.set(passage, { passage, score: 0 });
  }
  return [...found.values()];
}

/** Roughly how close a passage is: what the first stage has of it, and what it has of the question in any words. */
function likelihood(context: FeatureContext, { match, score }: Found): number {
  return score / context.reading.mass + valued(context, match) + rareValued(context, match);
}

/** Those among which the closest passages are: all that are known to answer a question like the one asked, and the likeliest others. */
function likeliest(context: FeatureContext, found: readonly Found[]): readonly Found[] {
  const { publishers } = context.reading;
  if (found.length <= LIKELY || publishers.length > 0) return found;
  const likelihoods = found.map((each) => likelihood(context, each));
  const least = sortFew(likelihoods.slice(), (a, b) => b - a)[LIKELY - 1] ?? 0;
  return found.filter(({ alike }, i) => (likelihoods[i] ?? 0) >= least || alike.length > 0);
}

/** Computes the features of given passages. */
export function examine(
  reading: Reading,
  tools: AnswerTools,
  index: PassageIndex,
  passages: readonly number[],
): Search {
  const findings = find(
    reading,
    tools,
    index,
    queryOf(reading),
    passages.map((passage) => ({ passage, score: 0 })),
  );
  return search(featureContext(reading, tools, index), index, findings, findings.found);
}

/** Finds candidates and computes the passage features of all; unordered. */
export function findCandidates(reading: Reading, tools: AnswerTools, index: PassageIndex): Search {
  const query = queryOf(reading);
  const findings = find(reading, tools, index, query, passagesFor(reading, index, query));
  return search(featureContext(reading, tools, index), index, findings, findings.found);
}

/** The same for those alone that may be among the closest. */
export function findLikely(reading: Reading, tools: AnswerTools, index: PassageIndex): Search {
  const query = queryOf(reading);
  const findings = find(reading, tools, index, query, passagesFor(reading, index, query));
  const context = featureContext(reading, tools, index);
  return search(context, index, findings, likeliest(context, findings.found));
}
