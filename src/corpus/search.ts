/** Retrieval by MiniSearch, for corpora of up to some thousand passages. */
import MiniSearch from "minisearch";
import type { Retriever, WeightedTerms } from "../ports.ts";
import { BM25_B, BM25_K } from "./entries.ts";
import type { Vocabulary } from "./vocabulary.ts";

// MiniSearch takes the number of different tokens for a field's length; numbering repetitions makes it the true length
const REPEATED = "\u0001";

function textOf(stems: readonly number[], vocabulary: Vocabulary): string {
  const counts = new Map<number, number>();
  const tokens = stems.map((stem) => {
    const count = counts.get(stem) ?? 0;
    counts.set(stem, count + 1);
    return count === 0 ? vocabulary.stemText(stem) : `${vocabulary.stemText(stem)}${REPEATED}${count}`;
  });
  return tokens.join(" ");
}

function withoutCount(token: string): string {
  const at = token.indexOf(REPEATED);
  return at < 0 ? token : token.slice(0, at);
}

/** Retrieval by MiniSearch over stems. Also the oracle that the packed postings are tested against. */
export function createMiniSearchRetriever(vocabulary: Vocabulary): Retriever {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: withoutCount,
    searchOptions: {
      // k, b and d go together: a partial object replaces the defaults and scores become NaN
      bm25: { k: BM25_K, b: BM25_B, d: 0 },
      combineWith: "OR",
      prefix: false,
      fuzzy: false,
    },
  });
  return {
    add: (passage, stems) => index.add({ id: passage, text: textOf(stems, vocabulary) }),
    // not discarded: that would leave wrong frequencies behind for the next question, and a timer to tidy up
    remove: (passage, stems) => index.remove({ id: passage, text: textOf(stems, vocabulary) }),
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
      // MiniSearch multiplies by the number of matched terms, which is no part of BM25; the core weighs coverage itself
      return results
        .map(({ id, score, queryTerms }) => ({ passage: Number(id), score: score / queryTerms.length }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
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
