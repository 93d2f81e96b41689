/**
 * Growing lists of numbers, one for each of many keys, in few large arrays. A list is a chain of chunks, each twice the last, so that
 * adding touches nothing else; the chunks lie in pages, so that growing copies nothing and leaves at most one page unused.
 */

/** A chunk: place of the next chunk (0 = none), capacity, entries. A place is `page << PAGE_BITS | offset`. */
export interface Pool {
  append(key: number, entry: number): void;
  /** Place of a key's first chunk; 0 if it has none. */
  first(key: number): number;
  /** Entries in the chunk at a place, which is one of the key's. */
  fill(key: number, place: number): number;
  page(place: number): Int32Array;
}

const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const SMALLEST_PAGE = 1 << 12;
const FIRST_CHUNK = 2;
const LARGEST_CHUNK = 64;
const HEAD = 2;

/** Where in its page the chunk at a place begins. */
export function offsetOf(place: number): number {
  return place & (PAGE - 1);
}

/** A larger copy of an array that is to be written at `index`; the array itself if it reaches that far. */
export function reaching(array: Int32Array, index: number): Int32Array {
  if (index < array.length) return array;
  const larger = new Int32Array(Math.ceil((index + 1) * 1.2));
  larger.set(array);
  return larger;
}

export function createPool(): Pool {
  // small until it is full, for most corpora are
  let current: Int32Array = new Int32Array(SMALLEST_PAGE);
  const pages: Int32Array[] = [current];
  let end = 1;
  let firsts: Int32Array = new Int32Array(1024);
  let lasts: Int32Array = new Int32Array(1024);
  let fills: Int32Array = new Int32Array(1024);

  function newPage(): void {
    current = new Int32Array(PAGE);
    pages.push(current);
    end = 0;
  }

  function enlarge(): void {
    const larger = new Int32Array(current.length * 2);
    larger.set(current);
    current = larger;
    pages[pages.length - 1] = current;
  }

  function newChunk(capacity: number): number {
    if (end + capacity + HEAD > PAGE) newPage();
    while (end + capacity + HEAD > current.length) enlarge();
    const place = ((pages.length - 1) << PAGE_BITS) | end;
    current[end + 1] = capacity;
    end += capacity + HEAD;
    return place;
  }

  function page(place: number): Int32Array {
    return pages[place >>> PAGE_BITS] ?? current;
  }

  return {
    append(key, entry) {
      firsts = reaching(firsts, key);
      lasts = reaching(lasts, key);
      fills = reaching(fills, key);
      let last = lasts[key] ?? 0;
      let fill = fills[key] ?? 0;
      if (last === 0) {
        last = newChunk(FIRST_CHUNK);
        firsts[key] = last;
      } else if (fill === page(last)[offsetOf(last) + 1]) {
        const next = newChunk(Math.min(LARGEST_CHUNK, fill * 2));
        page(last)[offsetOf(last)] = next;
        last = next;
        fill = 0;
      }
      page(last)[offsetOf(last) + HEAD + fill] = entry;
      lasts[key] = last;
      fills[key] = fill + 1;
    },
    first: (key) => firsts[key] ?? 0,
    fill: (key, place) =>
      place === lasts[key] ? (fills[key] ?? 0) : (page(place)[offsetOf(place) + 1] ?? 0),
    page,
  };
}
