/** MiniSearch: the vocabulary with its spelling, and retrieval for corpora of up to some ten thousand passages. */
import MiniSearch from "minisearch";
import type { Retriever, WeightedTerms } from "../ports.ts";
import { BM25_B, BM25_K } from "./postings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Retrieval by MiniSearch over stems. Also the oracle that the packed postings are tested against. */
export function createMiniSearchRetriever(vocabulary: Vocabulary): Retriever {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: {
      // k, b and d go together: a partial object replaces the defaults and scores become NaN
      bm25: { k: BM25_K, b: BM25_B, d: 0 },
      combineWith: "OR",
      prefix: false,
      fuzzy: false,
    },
    autoVacuum: { minDirtCount: 1000, minDirtFactor: 0.5, batchSize: 500, batchWait: 20 },
  });
  return {
    add: (passage, stems) =>
      index.add({ id: passage, text: stems.map((stem) => vocabulary.stemText(stem)).join(" ") }),
    remove: (passage) => index.discard(passage),
    candidates(query, limit) {
      const found = new Map<string, number>();
      for (const { stems, weight } of query)
        for (const stem of stems) {
          const text = vocabulary.stemText(stem);
          found.set(text, Math.max(found.get(text) ?? 0, weight));
        }
      if (found.size === 0) return [];
      const results = index.search([...found.keys()].join(" "), {
        boostTerm: (term) => found.get(term) ?? 1,
      });
      return results.slice(0, limit).map((result) => ({ passage: Number(result.id), score: result.score }));
    },
  };
}

/** Unique stems of a query, each with its largest weight. */
export function uniqueStems(query: readonly WeightedTerms[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { stems, weight } of query)
    for (const stem of stems) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  return weights;
}

/** Words of the corpus near a misspelt one. */
export interface Lexicon {
  /** Makes a folded word known. */
  add(surface: string): void;
  /** Known words within `edits` insertions, deletions and substitutions (at most 2). */
  near(word: string, edits: number): readonly string[];
  has(word: string): boolean;
}

/** The vocabulary as a MiniSearch index with one document a term. */
export function createLexicon(): Lexicon {
  const index = new MiniSearch<{ id: string }>({
    fields: ["id"],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  return {
    add(surface) {
      if (!index.has(surface)) index.add({ id: surface });
    },
    has: (word) => index.has(word),
    near: (word, edits) =>
      index.search(word, { fuzzy: edits, prefix: false }).map((result) => String(result.id)),
  };
}
