/**
 * Growing lists of numbers, one for each of many keys, in few large arrays. A list is a chain of chunks, which grow with it, so that
 * adding touches nothing else; the chunks lie in pages, so that growing copies nothing and leaves at most one page unused.
 */

export interface Pool {
  append(key: number, entry: number): void;
  /** Place of a key's first chunk; 0 if it has none. A place is `page << PAGE_BITS | offset`. */
  first(key: number): number;
  /** Goes on to the entries of the walk's next chunk; false if there is none. */
  onward(walk: Walk): boolean;
}

/** A walk along a key's list; it begins with `next` at the list's first chunk and nothing left of another. */
export interface Walk {
  readonly key: number;
  /** What is left of the chunk it has come to stands here from `at` to before `end`. */
  page: Int32Array;
  at: number;
  end: number;
  /** Place of the chunk behind that; 0 if there is none. */
  next: number;
}

/** What is known of a key: place of its first chunk, place of its last, entries in that. Side by side, to be fetched at once. */
const KEY = 3;
const LAST = 1;
const FILL = 2;
const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const SMALLEST_PAGE = 1 << 12;
/** A chunk: place of the next one (0 = none), which one of its list it is, entries. */
const HEAD = 2;
const FIRST_CHUNK = 2;
/** So many chunks are each twice as large as the one before; then come sixteen of each size, so that little of a long list is unused. */
const DOUBLING = 6;
const ALIKE_BITS = 4;
const LARGEST_CHUNK = 256;

/** Entries of a list's first, second, … chunk. */
function capacityOf(number: number): number {
  const doubled = number < DOUBLING ? number : DOUBLING - 1 + ((number - DOUBLING) >> ALIKE_BITS);
  return Math.min(LARGEST_CHUNK, FIRST_CHUNK << Math.min(doubled, 20));
}

/** Where in its page the chunk at a place begins. */
function offsetOf(place: number): number {
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
  let keys: Int32Array = new Int32Array(1024);

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

  function newChunk(number: number): number {
    const room = capacityOf(number) + HEAD;
    if (end + room > PAGE) newPage();
    while (end + room > current.length) enlarge();
    const place = ((pages.length - 1) << PAGE_BITS) | end;
    current[end + 1] = number;
    end += room;
    return place;
  }

  function pageOf(place: number): Int32Array {
    return pages[place >>> PAGE_BITS] ?? current;
  }

  return {
    append(key, entry) {
      const own = key * KEY;
      keys = reaching(keys, own + FILL);
      let last = keys[own + LAST] ?? 0;
      let fill = keys[own + FILL] ?? 0;
      let page = pageOf(last);
      const number = page[offsetOf(last) + 1] ?? 0;
      if (last === 0) {
        last = newChunk(0);
        page = pageOf(last);
        keys[own] = last;
        keys[own + LAST] = last;
      } else if (fill === capacityOf(number)) {
        const next = newChunk(number + 1);
        // not `page`, of which a new chunk may have made a larger copy
        pageOf(last)[offsetOf(last)] = next;
        last = next;
        page = pageOf(last);
        keys[own + LAST] = last;
        fill = 0;
      }
      page[offsetOf(last) + HEAD + fill] = entry;
      keys[own + FILL] = fill + 1;
    },
    first: (key) => keys[key * KEY] ?? 0,
    onward(walk) {
      const { key, next: place } = walk;
      if (place === 0) return false;
      const page = pageOf(place);
      const offset = offsetOf(place);
      walk.page = page;
      walk.at = offset + HEAD;
      walk.next = page[offset] ?? 0;
      // only the last chunk has none behind it
      walk.end =
        walk.at + (walk.next === 0 ? (keys[key * KEY + FILL] ?? 0) : capacityOf(page[offset + 1] ?? 0));
      return true;
    },
  };
}
