/** Retrieval by packed postings, for corpora where sorting every hit would cost too much. Same port and ranking as MiniSearch's. */
import type { Retriever } from "../ports.ts";
import { bestUnits, createWindow } from "./best-units.ts";
import { createPostings, type Postings } from "./postings.ts";
import { uniqueStems } from "./search.ts";

/** BM25's weight of a term that is in `frequency` of `size` units, as MiniSearch has it. */
export function inverseFrequency(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

export function createPackedRetriever(postings: Postings = createPostings()): Retriever {
  const window = createWindow();
  return {
    add: (passage, stems) => postings.add(passage, stems),
    remove: (passage, stems) => postings.remove(passage, stems),
    candidates(query, limit) {
      const weights = new Map<number, number>();
      for (const [stem, weight] of uniqueStems(query))
        weights.set(stem, weight * inverseFrequency(postings.documentFrequency(stem), postings.size()));
      return bestUnits(postings, weights, limit, window);
    },
  };
}
