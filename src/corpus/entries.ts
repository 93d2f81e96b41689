/** What postings keep of a term in a unit, and what it counts. Numbers stand within these functions, where the compiler sees them. */

/** BM25 as in Robertson and Zaragoza (2009), with MiniSearch's default k and b, and no BM25+ delta, which did harm on every set. */
export const BM25_K = 1.2;
export const BM25_B = 0.75;

/** Length of a unit that is not there. */
export const GONE = 2 ** 30 - 1;

/** A unit and how often it holds a term, up to 255 times; such entries sort by their units. */
export function entryOf(unit: number, frequency: number): number {
  return (unit << 8) | Math.min(frequency, 255);
}

export function unitOf(entry: number): number {
  return entry >>> 8;
}

/** BM25's part for a term of weight 1 that stands so often in a unit of so many terms; 0 in one that is not there. */
function partFor(frequency: number, length: number, average: number): number {
  if (length === GONE) return 0;
  const norm = BM25_K * (1 - BM25_B + (BM25_B * length) / average);
  return (frequency * (BM25_K + 1)) / (frequency + norm);
}

/** BM25's parts for units that have a mean length: those of nearly all units are reckoned once. */
export interface Parts {
  readonly average: number;
  /** By length, up to 511, and frequency, up to 4. */
  readonly known: Float64Array;
}

export function createParts(average: number): Parts {
  const known = new Float64Array(2048);
  for (let at = 0; at < known.length; at += 1) known[at] = partFor((at & 3) + 1, at >> 2, average);
  return { average, known };
}

/** The part of an entry in a unit of so many terms. */
export function partOf(entry: number, length: number, known: Float64Array, average: number): number {
  const frequency = entry & 255;
  return frequency <= 4 && length < 512
    ? (known[length * 4 + frequency - 1] ?? 0)
    : partFor(frequency, length, average);
}
