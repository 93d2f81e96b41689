/** Packed postings: for each term the units (passages, or documents) that hold it and how often. Terms and units are numbers. */
import { createParts, entryOf, GONE, type Parts, unitOf } from "./entries.ts";
import { createPool, reaching, type Walk } from "./pool.ts";
import type { PostingsReader } from "./term-walks.ts";

export interface Postings {
  /** Adds a unit with its terms, repetitions included. Its number must be larger than that of every unit before. */
  add(unit: number, terms: readonly number[]): void;
  /** Takes a unit out, given the terms it was added with; places are reclaimed once more units are gone than there are. */
  remove(unit: number, terms: readonly number[]): void;
  /** In how many units a term occurs. */
  documentFrequency(term: number): number;
  /** Mean number of terms in a unit, repetitions included; 1 if there are none. */
  averageLength(): number;
  /** Units there are. */
  size(): number;
  /** For walks through the units, until something is added or taken out. */
  reader(): PostingsReader;
}

// below this, dead postings cost less than reclaiming them
const FEWEST_DEAD = 1000;
/** Counts terms without making anything for each unit. */
function createCounter(): (terms: readonly number[], visit: (term: number, count: number) => void) => void {
  let counts: Int32Array = new Int32Array(1024);
  return (terms, visit) => {
    for (const term of terms) {
      counts = reaching(counts, term);
      counts[term] = (counts[term] ?? 0) + 1;
    }
    for (const term of terms) {
      const count = counts[term] ?? 0;
      if (count === 0) continue;
      counts[term] = 0;
      visit(term, count);
    }
  };
}

export function createPostings(): Postings {
  let chunks = createPool();
  // terms in a unit
  let lengths: Int32Array = new Int32Array(1024).fill(GONE);
  let frequencies: Int32Array = new Int32Array(1024);
  let live = 0;
  let dead = 0;
  let totalLength = 0;
  const counted = createCounter();

  let parts: Parts | undefined;

  function averageLength(): number {
    return totalLength === 0 ? 1 : totalLength / live;
  }

  function setLength(unit: number, length: number): void {
    const before = lengths.length;
    lengths = reaching(lengths, unit);
    if (lengths.length > before) lengths.fill(GONE, before);
    lengths[unit] = length;
  }

  function reclaim(): void {
    const old = chunks;
    chunks = createPool();
    for (let term = 0; term < frequencies.length; term += 1) {
      const walk: Walk = { key: term, page: lengths, at: 0, end: 0, next: old.first(term) };
      while (old.onward(walk))
        for (const entry of walk.page.subarray(walk.at, walk.end))
          if (lengths[unitOf(entry)] !== GONE) chunks.append(term, entry);
    }
    dead = 0;
  }

  return {
    add(unit, terms) {
      const { length } = terms;
      setLength(unit, length);
      counted(terms, (term, frequency) => {
        frequencies = reaching(frequencies, term);
        frequencies[term] = (frequencies[term] ?? 0) + 1;
        chunks.append(term, entryOf(unit, frequency));
      });
      totalLength += length;
      live += 1;
    },
    remove(unit, terms) {
      const length = lengths[unit] ?? GONE;
      if (length === GONE) return;
      for (const term of new Set(terms)) frequencies[term] = (frequencies[term] ?? 1) - 1;
      lengths[unit] = GONE;
      totalLength -= length;
      live -= 1;
      dead += 1;
      if (dead > live && dead > FEWEST_DEAD) reclaim();
    },
    documentFrequency: (term) => frequencies[term] ?? 0,
    averageLength,
    size: () => live,
    reader() {
      const average = averageLength();
      if (parts?.average !== average) parts = createParts(average);
      return { chunks, lengths, parts };
    },
  };
}
