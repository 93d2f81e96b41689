/** Retrieval by packed postings, for corpora where sorting every hit would cost too much. Same port and ranking as MiniSearch's. */
import type { Candidate, Retriever } from "../ports.ts";
import { type Accumulator, createPostings, type Postings } from "./postings.ts";
import { uniqueStems } from "./search.ts";

/** BM25's weight of a term that is in `frequency` of `size` units, as MiniSearch has it. */
export function inverseFrequency(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/** The best `limit` of the touched units, best first; ties go to the lower number. Clears the accumulator. */
export function takeBest(from: Accumulator, limit: number): Candidate[] {
  const heap: Candidate[] = [];
  const worse = (a: Candidate, b: Candidate) =>
    a.score < b.score || (a.score === b.score && a.passage > b.passage);
  const sink = (at: number) => {
    for (let parent = at; ; ) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        const a = heap[child];
        const b = heap[worst];
        if (a !== undefined && b !== undefined && worse(a, b)) worst = child;
      }
      if (worst === parent) return;
      const a = heap[parent];
      const b = heap[worst];
      if (a !== undefined && b !== undefined) [heap[parent], heap[worst]] = [b, a];
      parent = worst;
    }
  };
  let threshold = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < from.count; at += 1) {
    const passage = from.touched[at] ?? 0;
    const score = from.scores[passage] ?? 0;
    from.scores[passage] = 0;
    if (heap.length === limit && score < threshold) continue;
    const candidate = { passage, score };
    if (heap.length < limit) {
      heap.push(candidate);
      if (heap.length === limit) for (let i = limit >> 1; i >= 0; i -= 1) sink(i);
    } else if (heap[0] !== undefined && worse(heap[0], candidate)) {
      heap[0] = candidate;
      sink(0);
    }
    if (heap.length === limit) threshold = heap[0]?.score ?? threshold;
  }
  from.count = 0;
  return heap.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** An empty accumulator; it grows with the postings it is used on. */
export function createAccumulator(): Accumulator {
  return { scores: new Float64Array(0), touched: new Int32Array(0), count: 0 };
}

export function createPackedRetriever(postings: Postings = createPostings()): Retriever {
  const accumulator = createAccumulator();
  return {
    add: (passage, stems) => postings.add(passage, stems),
    remove: (passage, stems) => postings.remove(passage, stems),
    candidates(query, limit) {
      for (const [stem, weight] of uniqueStems(query))
        postings.accumulate(
          stem,
          weight * inverseFrequency(postings.documentFrequency(stem), postings.size()),
          accumulator,
        );
      return takeBest(accumulator, limit);
    },
  };
}
