/** Packed postings: for each term the units (passages, or documents) that hold it and how often. Terms and units are numbers. */
import { createPool, offsetOf, reaching } from "./pool.ts";

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
  /** Adds each unit's BM25 part for the term, times `weight`, to its score. */
  accumulate(term: number, weight: number, into: Accumulator): void;
  /** The same for given units alone: to `scores[i]` for `units[i]`, which ascend. The fewer they are, the less it costs. */
  accumulateAt(term: number, weight: number, units: Int32Array, scores: Float64Array): void;
}

/** Scores by unit, and which units have one. Kept between questions and cleared by `touched`. */
export interface Accumulator {
  scores: Float64Array;
  touched: Int32Array;
  count: number;
}

/** BM25 as in Robertson and Zaragoza (2009), with MiniSearch's default k and b, and no BM25+ delta, which did harm on every set. */
export const BM25_K = 1.2;
export const BM25_B = 0.75;

// an entry: unit << 8 | frequency
const FREQUENCY_BITS = 8;
const FREQUENCY_MASK = 255;
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
  // terms in a unit; less than 0 for one that is not there
  let lengths: Int32Array = new Int32Array(1024).fill(-1);
  let frequencies: Int32Array = new Int32Array(1024);
  let live = 0;
  let dead = 0;
  let totalLength = 0;
  let longest = 0;
  const counted = createCounter();

  // BM25's length normalisation by length, for the average it was made for
  let norms = new Float64Array(0);
  let normsFor = 0;

  function averageLength(): number {
    return totalLength === 0 ? 1 : totalLength / live;
  }

  function normalise(): Float64Array {
    const average = averageLength();
    if (normsFor !== average || norms.length <= longest) {
      if (norms.length <= longest) norms = new Float64Array(longest + 64);
      for (let length = 0; length < norms.length; length += 1)
        norms[length] = BM25_K * (1 - BM25_B + (BM25_B * length) / average);
      normsFor = average;
    }
    return norms;
  }

  function setLength(unit: number, length: number): void {
    const before = lengths.length;
    lengths = reaching(lengths, unit);
    if (lengths.length > before) lengths.fill(-1, before);
    lengths[unit] = length;
  }

  function reclaim(): void {
    const old = chunks;
    chunks = createPool();
    for (let term = 0; term < frequencies.length; term += 1) {
      for (let chunk = old.first(term); chunk !== 0; chunk = old.page(chunk)[offsetOf(chunk)] ?? 0) {
        const from = offsetOf(chunk) + 2;
        for (const entry of old.page(chunk).subarray(from, from + old.fill(term, chunk)))
          if ((lengths[entry >>> FREQUENCY_BITS] ?? -1) >= 0) chunks.append(term, entry);
      }
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
        chunks.append(term, (unit << FREQUENCY_BITS) | Math.min(frequency, FREQUENCY_MASK));
      });
      longest = Math.max(longest, length);
      totalLength += length;
      live += 1;
    },
    remove(unit, terms) {
      const length = lengths[unit] ?? -1;
      if (length < 0) return;
      for (const term of new Set(terms)) frequencies[term] = (frequencies[term] ?? 1) - 1;
      lengths[unit] = -1;
      totalLength -= length;
      live -= 1;
      dead += 1;
      if (dead > live && dead > FEWEST_DEAD) reclaim();
    },
    documentFrequency: (term) => frequencies[term] ?? 0,
    averageLength,
    size: () => live,
    accumulate(term, weight, into) {
      if (into.scores.length < lengths.length) {
        into.scores = new Float64Array(lengths.length);
        into.touched = new Int32Array(lengths.length);
      }
      const { scores, touched } = into;
      const norms = normalise();
      let { count } = into;
      for (let chunk = chunks.first(term); chunk !== 0; ) {
        const page = chunks.page(chunk);
        const from = offsetOf(chunk) + 2;
        const end = from + chunks.fill(term, chunk);
        for (let at = from; at < end; at += 1) {
          const entry = page[at] ?? 0;
          const unit = entry >>> FREQUENCY_BITS;
          const length = lengths[unit] ?? -1;
          if (length < 0) continue;
          const frequency = entry & FREQUENCY_MASK;
          const score = scores[unit] ?? 0;
          if (score === 0) touched[count++] = unit;
          scores[unit] = score + (weight * frequency * (BM25_K + 1)) / (frequency + (norms[length] ?? 0));
        }
        chunk = page[from - 2] ?? 0;
      }
      into.count = count;
    },
    accumulateAt(term, weight, units, scores) {
      const norms = normalise();
      let next = 0;
      for (let chunk = chunks.first(term); chunk !== 0 && next < units.length; ) {
        const page = chunks.page(chunk);
        let from = offsetOf(chunk) + 2;
        const follows = page[from - 2] ?? 0;
        const end = from + chunks.fill(term, chunk);
        const last = (page[end - 1] ?? 0) >>> FREQUENCY_BITS;
        for (; next < units.length && (units[next] ?? 0) <= last; next += 1) {
          const unit = units[next] ?? 0;
          from = entryOf(unit, page, from, end);
          const entry = page[from] ?? 0;
          const length = lengths[unit] ?? -1;
          if (entry >>> FREQUENCY_BITS !== unit || length < 0) continue;
          const frequency = entry & FREQUENCY_MASK;
          scores[next] =
            (scores[next] ?? 0) + (weight * frequency * (BM25_K + 1)) / (frequency + (norms[length] ?? 0));
        }
        chunk = follows;
      }
    },
  };
}

/** Where in a chunk's entries, which ascend, a unit's stands or would. */
function entryOf(unit: number, page: Int32Array, from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((page[middle] ?? 0) >>> FREQUENCY_BITS < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
