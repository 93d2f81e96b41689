/** Walks through the units that hold a term, in their order, with what the term counts in each. */
import { type Parts, partOf, unitOf } from "./entries.ts";
import type { Pool, Walk } from "./pool.ts";

/** What walks read, until the postings change. */
export interface PostingsReader {
  readonly chunks: Pool;
  /** Terms in each unit. */
  readonly lengths: Int32Array;
  readonly parts: Parts;
}

/** A walk through the units that hold a term, which is its key. */
export interface TermWalk extends Walk {
  readonly weight: number;
}

/** Scores of the units from `from` to before `to`, less `from`, and which of them have one. */
export interface Window {
  from: number;
  to: number;
  readonly scores: Float64Array;
  readonly touched: Int32Array;
  count: number;
}

const NO_PAGE = new Int32Array(0);

/** A walk that has come to the first unit, if there is any. */
export function termWalk({ chunks }: PostingsReader, term: number, weight: number): TermWalk {
  const walk = { key: term, weight, page: NO_PAGE, at: 0, end: 0, next: chunks.first(term) };
  chunks.onward(walk);
  return walk;
}

/** The unit a walk has come to; undefined at its end. */
export function unitAt({ chunks }: PostingsReader, walk: TermWalk): number | undefined {
  if (walk.at === walk.end && !chunks.onward(walk)) return undefined;
  return unitOf(walk.page[walk.at] ?? 0);
}

/** Walks on to the first unit that is not before one; false if there is none. */
function seek({ chunks }: PostingsReader, walk: TermWalk, unit: number): boolean {
  while (walk.at === walk.end || unitOf(walk.page[walk.end - 1] ?? 0) < unit)
    if (!chunks.onward(walk)) {
      walk.at = walk.end;
      return false;
    }
  const { page, end } = walk;
  let low = walk.at;
  let high = end;
  // it is often near
  for (let step = 1; low + step < end; step *= 2) {
    if (unitOf(page[low + step] ?? 0) >= unit) {
      high = low + step;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (unitOf(page[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  walk.at = low;
  return true;
}

/** Whether a walk has come to its end. */
export function isOver({ at, end, next }: TermWalk): boolean {
  return at === end && next === 0;
}

/** Walks on to a unit, and answers its BM25 part for the term, times the weight; 0 if it does not hold it. */
export function partAt(reader: PostingsReader, walk: TermWalk, unit: number): number {
  if (!seek(reader, walk, unit)) return 0;
  const { lengths, parts } = reader;
  const entry = walk.page[walk.at] ?? 0;
  return unitOf(entry) === unit
    ? walk.weight * partOf(entry, lengths[unit] ?? 0, parts.known, parts.average)
    : 0;
}

/**
 * Walks through a window's units that hold the term and adds its BM25 part, times the weight, to the score of each. `touching`: units
 * that had none are noted as touched; else what is added to those is of no interest.
 */
export function gather(reader: PostingsReader, walk: TermWalk, into: Window, touching: boolean): void {
  if (!seek(reader, walk, into.from)) return;
  // at hand, for to look them up at every entry costs as much as the rest
  const { chunks, lengths } = reader;
  const { known, average } = reader.parts;
  const { scores, touched, from } = into;
  const span = into.to - from;
  let { count } = into;
  do {
    const { page, end, weight } = walk;
    let { at } = walk;
    for (; at < end; at += 1) {
      const entry = page[at] ?? 0;
      const unit = unitOf(entry);
      const slot = unit - from;
      if (slot >= span) break;
      const part = partOf(entry, lengths[unit] ?? 0, known, average);
      if (part === 0) continue;
      const score = scores[slot] ?? 0;
      if (touching && score === 0) touched[count++] = slot;
      scores[slot] = score + weight * part;
    }
    walk.at = at;
  } while (walk.at === walk.end && chunks.onward(walk));
  into.count = count;
}
