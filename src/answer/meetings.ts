/** Where the words of a known question meet the terms of the one that was asked. */
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Reading } from "./reading.ts";

/** What a stem says of the question's terms. */
export interface Meeting {
  readonly term: number;
  readonly stems: readonly number[];
  readonly weight: number;
}

/** What each first stem of the question's wordings says of its terms, those included that only known questions have. */
export function meetings({ terms }: Reading): ReadonlyMap<number, readonly Meeting[]> {
  const byStem = new Map<number, Meeting[]>();
  terms.forEach(({ wordings, askedAs }, term) => {
    for (const { stems, weight } of [...wordings, ...askedAs]) {
      const [first] = stems;
      if (first === undefined) continue;
      const known = byStem.get(first);
      if (known === undefined) byStem.set(first, [{ term, stems, weight }]);
      else known.push({ term, stems, weight });
    }
  });
  return byStem;
}

/** Which of the question's terms some words have, and how much of each word is met by them, 0..1. */
export interface Met {
  readonly values: Float64Array;
  readonly words: Float64Array;
}

/** Compares some words with a question's terms. */
export function meet(
  words: Uint32Array,
  meets: ReadonlyMap<number, readonly Meeting[]>,
  terms: number,
  { stemOf, isStop }: Vocabulary,
): Met {
  const values = new Float64Array(terms);
  const met = new Float64Array(words.length);
  words.forEach((word, at) => {
    for (const { term, stems, weight } of meets.get(stemOf(word)) ?? []) {
      const isWhole =
        stems.length === 1
          ? !isStop(word)
          : at + stems.length <= words.length &&
            stems.every((stem, i) => stemOf(words[at + i] ?? 0) === stem);
      if (!isWhole) continue;
      values[term] = Math.max(values[term] ?? 0, weight);
      for (let i = at; i < at + stems.length; i += 1) met[i] = Math.max(met[i] ?? 0, weight);
    }
  });
  return { values, words: met };
}
