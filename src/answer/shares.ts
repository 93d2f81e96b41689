/** Shares of a question's weight: numbers that mean the same in any corpus. Sums run over the terms in their order, for the last bit's sake. */
import type { FeatureContext } from "./features.ts";
import type { Coverage, Hit } from "./match.ts";

/** 1 if a term is in a mask, else 0. */
export function has(mask: number, term: number): number {
  return (mask >>> term) & 1;
}

/** The larger of what two coverages have of a term. */
export function best(a: Coverage, b: Coverage | undefined, term: number): number {
  return Math.max(a.values[term] ?? 0, b?.values[term] ?? 0);
}

function ofMass(sum: number, { reading }: FeatureContext): number {
  return reading.mass > 0 ? sum / reading.mass : 0;
}

/** The share of the terms in a mask. */
export function covered(context: FeatureContext, mask: number): number {
  const { weights } = context;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1) if (has(mask, term) === 1) sum += weights[term] ?? 0;
  return ofMass(sum, context);
}

/** The share of what a coverage has; of the terms outside `mask` alone, if one is given. */
export function valued(context: FeatureContext, { values }: Coverage, mask = 0): number {
  const { weights } = context;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1)
    if (has(mask, term) === 0) sum += (weights[term] ?? 0) * (values[term] ?? 0);
  return ofMass(sum, context);
}

/** The share of what one coverage or another has, each term by how rare it is at large: what the texts are all about is rare elsewhere. */
export function rareValued({ rarities }: FeatureContext, a: Coverage, b?: Coverage): number {
  let sum = 0;
  for (let term = 0; term < rarities.length; term += 1) sum += (rarities[term] ?? 0) * best(a, b, term);
  return sum;
}

/** Of some sentences the largest shares: of one alone, of one with the sentence after it, and by rarity. */
export interface BestShares {
  covered: number;
  valued: number;
  valuedTogether: number;
  rareValued: number;
}

/** The largest shares that any of some sentences has: `covered`, `valued`, what two neighbours have together, `rareValued`. */
export function bestShares(context: FeatureContext, sentences: readonly Coverage[]): BestShares {
  const most: BestShares = { covered: 0, valued: 0, valuedTogether: 0, rareValued: 0 };
  for (let i = 0; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (sentence !== undefined) noteShares(context, sentence, sentences[i + 1], most);
  }
  return most;
}

// all four sums in one pass over the terms, for there are many sentences
function noteShares(context: FeatureContext, a: Coverage, b: Coverage | undefined, most: BestShares): void {
  const { weights, rarities } = context;
  let exact = 0;
  let any = 0;
  let together = 0;
  let rare = 0;
  for (let term = 0; term < weights.length; term += 1) {
    const weight = weights[term] ?? 0;
    const value = a.values[term] ?? 0;
    if (has(a.mask, term) === 1) exact += weight;
    any += weight * value;
    together += weight * Math.max(value, b?.values[term] ?? 0);
    rare += (rarities[term] ?? 0) * value;
  }
  most.covered = Math.max(most.covered, ofMass(exact, context));
  most.valued = Math.max(most.valued, ofMass(any, context));
  most.valuedTogether = Math.max(most.valuedTogether, ofMass(together, context));
  most.rareValued = Math.max(most.rareValued, rare);
}

/** What stands around a sentence. */
export interface Surroundings {
  readonly previous: Coverage | undefined;
  readonly next: Coverage | undefined;
  readonly title: Coverage;
}

/** Shares of a sentence: of the terms it has, of what it has beyond those, of all it has, and of what its surroundings have beyond it. */
export interface SentenceShares {
  readonly covered: number;
  readonly similar: number;
  readonly own: number;
  readonly withPrevious: number;
  readonly withNext: number;
  readonly withTitle: number;
}

function beyond(from: Coverage | undefined, term: number, value: number): number {
  return from === undefined ? 0 : Math.max(0, (from.values[term] ?? 0) - value);
}

/** All shares of a sentence in one pass over the terms. */
export function sentenceShares(
  context: FeatureContext,
  { mask, values }: Coverage,
  { previous, next, title }: Surroundings,
): SentenceShares {
  const { weights } = context;
  let exact = 0;
  let similar = 0;
  let own = 0;
  let withPrevious = 0;
  let withNext = 0;
  let withTitle = 0;
  for (let term = 0; term < weights.length; term += 1) {
    const weight = weights[term] ?? 0;
    const value = values[term] ?? 0;
    if (has(mask, term) === 1) exact += weight;
    else similar += weight * value;
    own += weight * value;
    withPrevious += weight * beyond(previous, term, value);
    withNext += weight * beyond(next, term, value);
    withTitle += weight * beyond(title, term, value);
  }
  return {
    covered: ofMass(exact, context),
    similar: ofMass(similar, context),
    own: ofMass(own, context),
    withPrevious: ofMass(withPrevious, context),
    withNext: ofMass(withNext, context),
    withTitle: ofMass(withTitle, context),
  };
}

/** The share of the terms in a mask that neither of two coverages has. */
export function missing(context: FeatureContext, mask: number, a: Coverage, b: Coverage): number {
  if (mask === 0) return 0;
  const { weights } = context;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1)
    if (has(mask, term) === 1) sum += (weights[term] ?? 0) * (1 - best(a, b, term));
  return ofMass(sum, context);
}

/** Words apart at most for two terms to count as near each other. */
const NEAR_WORDS = 6;
/** Above any term's number. */
const TERMS = 32;

const NO_PAIRS = { bigrams: 0, near: 0 };

/** Shares of the question's neighbouring terms that stand side by side in order, and of all pairs that stand near. */
export function pairs(
  { reading, weights }: FeatureContext,
  hits: readonly Hit[],
): { bigrams: number; near: number } {
  if (hits.length < 2) return NO_PAIRS;
  // few, so that looking through them costs less than a set
  const near: number[] = [];
  let side = 0;
  let adjacent = 0;
  let together = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const a = hits[i];
    for (let j = i + 1; a !== undefined && j < hits.length; j += 1) {
      const b = hits[j];
      if (b === undefined) break;
      const gap = b.at - (a.at + a.length);
      if (gap > NEAR_WORDS) break;
      if (a.term === b.term) continue;
      const lesser = Math.min(weights[a.term] ?? 0, weights[b.term] ?? 0);
      const pair = Math.min(a.term, b.term) * TERMS + Math.max(a.term, b.term);
      if (!near.includes(pair)) {
        near.push(pair);
        together += lesser;
      }
      if (b.term === a.term + 1 && gap <= 2 && has(side, a.term) === 0) {
        side |= 1 << a.term;
        adjacent += lesser;
      }
    }
  }
  const mass = reading.mass || 1;
  return { bigrams: adjacent / mass, near: together / (mass * Math.max(1, weights.length - 1)) };
}
