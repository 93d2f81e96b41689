/** A corpus as it would be without one of its works, made in a moment. */
import type { Corpus } from "./corpus.ts";
import { searchedStems } from "./passage-index.ts";

/**
 * The corpus as if it had no such work: its words are as rare, and unknown, as they would be, and nothing of it is found. What
 * is derived from all works together, such as abbreviations and the lexicon, stays as it is.
 */
export function without(corpus: Corpus, sourceId: string): Corpus {
  const { works, vocabulary } = corpus;
  const analysed = works.document(sourceId);
  const first = works.firstPassage(sourceId);
  if (analysed === undefined || first === undefined) return corpus;
  const passages = analysed.document.passages.length;
  const frequencies = new Map<number, number>();
  for (let local = 0; local < passages; local += 1)
    for (const stem of new Set(searchedStems(analysed, local, vocabulary)))
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  return {
    ...corpus,
    works: {
      ...works,
      size: () => works.size() - passages,
      firstPassage: (id) => (id === sourceId ? undefined : works.firstPassage(id)),
      frequency: (stem) => works.frequency(stem) - (frequencies.get(stem) ?? 0),
      retrieve: (query, limit) =>
        works
          .retrieve(query, limit + passages)
          .filter(({ passage }) => passage < first || passage >= first + passages)
          .slice(0, limit),
    },
  };
}
