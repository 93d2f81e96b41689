/**
 * Packed postings: for each term the units (passages, or documents) that hold it and how often. Terms and units are numbers; a
 * term's postings are chunks of one growing typed array, linked, each twice the last, so that adding a unit touches only its own
 * terms and nothing is ever rebuilt on the way of a question.
 */
export interface Postings {
  /** Adds a unit with its terms, repetitions included. A unit's number is never used again. */
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

function larger(array: Int32Array, atLeast: number): Int32Array {
  const grown = new Int32Array(Math.max(atLeast, Math.ceil(array.length * 1.5)));
  grown.set(array);
  return grown;
}

const FIRST_CHUNK = 2;
const LARGEST_CHUNK = 512;
const FREQUENCY_BITS = 8;
const FREQUENCY_MASK = 255;
// below this, dead postings cost less than reclaiming them
const FEWEST_DEAD = 1000;

function countTerms(terms: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** One pool of chunks. A chunk: place of the next chunk (0 = none), capacity, entries. An entry: unit << 8 | frequency. */
function createPool(): {
  append(term: number, entry: number): void;
  first(term: number): number;
  lastFill(term: number): number;
  last(term: number): number;
  pool(): Int32Array;
} {
  let pool: Int32Array = new Int32Array(1 << 12);
  let end = 1;
  let firsts: Int32Array = new Int32Array(1024);
  let lasts: Int32Array = new Int32Array(1024);
  let fills: Int32Array = new Int32Array(1024);
  const newChunk = (capacity: number): number => {
    const place = end;
    end += capacity + 2;
    if (end > pool.length) pool = larger(pool, end);
    pool[place + 1] = capacity;
    return place;
  };
  return {
    append(term, entry) {
      if (term >= firsts.length) {
        firsts = larger(firsts, term + 1);
        lasts = larger(lasts, term + 1);
        fills = larger(fills, term + 1);
      }
      let last = lasts[term] ?? 0;
      let fill = fills[term] ?? 0;
      if (last === 0) {
        last = newChunk(FIRST_CHUNK);
        firsts[term] = last;
        fill = 0;
      } else if (fill === pool[last + 1]) {
        const next = newChunk(Math.min(LARGEST_CHUNK, fill * 2));
        pool[last] = next;
        last = next;
        fill = 0;
      }
      pool[last + 2 + fill] = entry;
      lasts[term] = last;
      fills[term] = fill + 1;
    },
    first: (term) => firsts[term] ?? 0,
    last: (term) => lasts[term] ?? 0,
    lastFill: (term) => fills[term] ?? 0,
    pool: () => pool,
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

  function ensure(unit: number): void {
    if (unit < lengths.length) return;
    const before = lengths.length;
    lengths = larger(lengths, unit + 1);
    lengths.fill(-1, before);
  }

  function reclaim(): void {
    const old = chunks;
    const pool = old.pool();
    chunks = createPool();
    for (let term = 0; term < frequencies.length; term += 1) {
      const last = old.last(term);
      for (let chunk = old.first(term); chunk !== 0; chunk = pool[chunk] ?? 0) {
        const fill = chunk === last ? old.lastFill(term) : (pool[chunk + 1] ?? 0);
        for (let at = chunk + 2; at < chunk + 2 + fill; at += 1) {
          const entry = pool[at] ?? 0;
          if ((lengths[entry >>> FREQUENCY_BITS] ?? -1) >= 0) chunks.append(term, entry);
        }
      }
    }
    dead = 0;
  }

  return {
    add(unit, terms) {
      ensure(unit);
      for (const [term, count] of countTerms(terms)) {
        if (term >= frequencies.length) frequencies = larger(frequencies, term + 1);
        frequencies[term] = (frequencies[term] ?? 0) + 1;
        chunks.append(term, (unit << FREQUENCY_BITS) | Math.min(count, FREQUENCY_MASK));
      }
      lengths[unit] = terms.length;
      longest = Math.max(longest, terms.length);
      totalLength += terms.length;
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
      const pool = chunks.pool();
      const last = chunks.last(term);
      for (let chunk = chunks.first(term); chunk !== 0; chunk = pool[chunk] ?? 0) {
        const fill = chunk === last ? chunks.lastFill(term) : (pool[chunk + 1] ?? 0);
        for (let at = chunk + 2; at < chunk + 2 + fill; at += 1) {
          const entry = pool[at] ?? 0;
          const unit = entry >>> FREQUENCY_BITS;
          const length = lengths[unit] ?? -1;
          if (length < 0) continue;
          const frequency = entry & FREQUENCY_MASK;
          const score = scores[unit] ?? 0;
          if (score === 0) touched[into.count++] = unit;
          scores[unit] = score + (weight * frequency * (BM25_K + 1)) / (frequency + (norms[length] ?? 0));
        }
      }
    },
  };
}
