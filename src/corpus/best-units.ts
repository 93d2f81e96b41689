/**
 * The best units of postings for a query, exactly, without looking at most of them: once enough units are found, one that holds only
 * common terms cannot be among the best, so the common terms are looked up for the others alone. MaxScore (Turtle and Flood 1995),
 * in windows of units as in Lucene, so that a window's scores stay where the processor reaches them fast.
 */

import type { Candidate } from "../ports.ts";
import { BM25_K } from "./entries.ts";
import { sortFew, zeros } from "./few.ts";
import type { Postings } from "./postings.ts";
import {
  gather,
  type PostingsReader,
  partAt,
  type TermWalk,
  termWalk,
  unitAt,
  type Window,
} from "./term-walks.ts";

/** Units of a window; a power of two. */
const WINDOW = 2048;
/** Bounds are raised by this much, for sums in another order differ in the last bits. */
const SLACK = 1 + 1e-9;
/** Looking up a unit costs as much as walking past so many. */
const SEEKS = 20;

/** Above any unit's number, and a small integer: one that may be infinite is reckoned with in floating point, at several times the cost. */
const NONE = 2 ** 30 - 1;

/** The best units found so far: a heap with the worst of them in front. */
interface Best {
  readonly heap: Candidate[];
  readonly limit: number;
  /** A unit with a lower score is not among them. */
  threshold: number;
}

function isWorse(a: Candidate, b: Candidate): boolean {
  return a.score < b.score || (a.score === b.score && a.passage > b.passage);
}

function sink(heap: Candidate[], from: number): void {
  for (let parent = from; ; ) {
    let worst = parent;
    for (let child = 2 * parent + 1; child <= 2 * parent + 2; child += 1) {
      const a = heap[child];
      const b = heap[worst];
      if (a !== undefined && b !== undefined && isWorse(a, b)) worst = child;
    }
    const a = heap[parent];
    const b = heap[worst];
    if (worst === parent || a === undefined || b === undefined) return;
    heap[parent] = b;
    heap[worst] = a;
    parent = worst;
  }
}

function offer(best: Best, passage: number, score: number): void {
  const { heap, limit } = best;
  const candidate = { passage, score };
  if (heap.length < limit) {
    heap.push(candidate);
    if (heap.length === limit) for (let at = limit >> 1; at >= 0; at -= 1) sink(heap, at);
  } else if (heap[0] !== undefined && isWorse(heap[0], candidate)) {
    heap[0] = candidate;
    sink(heap, 0);
  }
  if (heap.length === limit) best.threshold = heap[0]?.score ?? best.threshold;
}

/** A query, to be walked through once. */
interface Query {
  readonly reader: PostingsReader;
  /** Those that may add most to a score first. */
  readonly walks: readonly TermWalk[];
  /** The most that the walks from here on may add to a score. */
  readonly rest: readonly number[];
  /** Units of a window that hold the walk's term, on average. */
  readonly dense: readonly number[];
}

function queryOf(postings: Postings, weights: ReadonlyMap<number, number>): Query {
  const reader = postings.reader();
  const walks: TermWalk[] = [];
  for (const [term, weight] of weights) walks.push(termWalk(reader, term, weight));
  sortFew(walks, (a, b) => b.weight - a.weight);
  const rest = zeros(walks.length + 1);
  const dense = zeros(walks.length);
  for (let at = walks.length - 1; at >= 0; at -= 1) {
    const { key = 0, weight = 0 } = walks[at] ?? {};
    rest[at] = (rest[at + 1] ?? 0) + weight * (BM25_K + 1) * SLACK;
    dense[at] = (postings.documentFrequency(key) * WINDOW) / Math.max(1, postings.size());
  }
  return { reader, walks, rest, dense };
}

/** The first unit of the walks before `end` that is still to come; `NONE` if there is none. */
function nextUnit({ reader, walks }: Query, end: number): number {
  let next = NONE;
  for (let at = 0; at < end; at += 1) {
    const walk = walks[at];
    const unit = walk === undefined ? undefined : unitAt(reader, walk);
    if (unit !== undefined && unit < next) next = unit;
  }
  return next;
}

/** Scores of a window, which stay 0 between questions. */
export function createWindow(): Window {
  return { from: 0, to: 0, scores: new Float64Array(WINDOW), touched: new Int32Array(WINDOW), count: 0 };
}

/** Keeps of the window's units those with at least this score. */
function prune({ scores, touched, count }: Window, least: number): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const slot = touched[at] ?? 0;
    touched[kept] = slot;
    kept += (scores[slot] ?? 0) < least ? 0 : 1;
  }
  return kept;
}

/** Sorts few numbers: walks go onward only. */
function sort(list: Int32Array, count: number): void {
  for (let at = 1; at < count; at += 1) {
    const number = list[at] ?? 0;
    let to = at;
    for (; to > 0 && (list[to - 1] ?? 0) > number; to -= 1) list[to] = list[to - 1] ?? 0;
    list[to] = number;
  }
}

/** Adds what the walks from `from` on have of the window's units, and offers them. Clears the window. */
function takeBest({ reader, walks, rest, dense }: Query, from: number, window: Window, best: Best): void {
  const { scores, touched } = window;
  for (let number = from; ; number += 1) {
    window.count = prune(window, best.threshold - (rest[number] ?? 0));
    const walk = walks[number];
    if (walk === undefined || window.count === 0) break;
    if (window.count * SEEKS > (dense[number] ?? 0)) {
      gather(reader, walk, window, false);
      continue;
    }
    sort(touched, window.count);
    for (let at = 0; at < window.count; at += 1) {
      const slot = touched[at] ?? 0;
      scores[slot] = (scores[slot] ?? 0) + partAt(reader, walk, window.from + slot);
    }
  }
  for (let at = 0; at < window.count; at += 1) {
    const slot = touched[at] ?? 0;
    const score = scores[slot] ?? 0;
    if (score >= best.threshold) offer(best, window.from + slot, score);
  }
  window.count = 0;
  scores.fill(0);
}

/**
 * The best `limit` units by BM25, best first; ties go to the lower number.
 * @param weights what each term counts
 * @param window one of `createWindow`, to be used again
 */
export function bestUnits(
  postings: Postings,
  weights: ReadonlyMap<number, number>,
  limit: number,
  window: Window,
): readonly Candidate[] {
  const query = queryOf(postings, weights);
  const { reader, walks, rest } = query;
  const best: Best = { heap: [], limit, threshold: Number.NEGATIVE_INFINITY };
  // walks before this one are followed unit by unit, the others where the former lead
  let followed = walks.length;
  for (;;) {
    const unit = nextUnit(query, followed);
    if (unit === NONE) break;
    window.from = unit - (unit % WINDOW);
    window.to = window.from + WINDOW;
    for (let at = 0; at < followed; at += 1) {
      const walk = walks[at];
      if (walk !== undefined) gather(reader, walk, window, true);
    }
    takeBest(query, followed, window, best);
    while (followed > 1 && (rest[followed - 1] ?? 0) < best.threshold) followed -= 1;
  }
  return sortFew(best.heap, (a, b) => b.score - a.score || a.passage - b.passage);
}
