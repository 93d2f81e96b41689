/** The passages worth ranking for a question, with their evidence. */

import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { PassageIndex, Place } from "../corpus/passage-index.ts";
import type { WeightedTerms } from "../ports.ts";
import type { FeatureContext, PassageEvidence } from "./features.ts";
import { NO_LIKENESSES } from "./likeness.ts";
import type { Coverage, Matcher, PassageMatch } from "./match.ts";
import { passageFeatures } from "./passage-features.ts";
import type { Reading } from "./reading.ts";
import { zeros } from "./shares.ts";
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
    byWeight: [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)),
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
}

/** All that was found of one question. */
interface Findings {
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
  const isLast = local + 1 >= analysed.document.passages.length;
  const after = isLast ? undefined : valuesOf(passage + 1, analysed, local + 1, findings);
  const values = before === undefined || after === undefined ? (before ?? after) : larger(before, after);
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
  const found: Found[] = [];
  for (const passage of passages) {
    const place = index.place(passage);
    if (place !== undefined)
      found.push({ passage, place, match: matcher.passage(place.analysed, place.local) });
  }
  const findings: Findings = { matcher, found };
  const scores = index.documentScores(
    queryOf(reading),
    found.map(({ place }) => place.unit),
  );
  const candidates = found.map((each, i): RankedCandidate => {
    const { passage, place, match } = each;
    const evidence: PassageEvidence = {
      analysed: place.analysed,
      local: place.local,
      match,
      title: matcher.title(place.analysed, place.local),
      document: scores[i] ?? 0,
      alike: alikeAt(place, reading),
      around: i < CLOSEST ? neighbours(each, findings) : undefined,
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
