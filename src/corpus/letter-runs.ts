/** Words side by side, listed by the runs of four letters in them: those that begin like another, or hold it, are found without looking at the rest. */

/** Letters of a run. */
export const RUN = 4;

/**
 * Words of at least four letters in the order of their openings, so that those which begin alike lie together; a word's place is
 * where it comes in that order. Runs are told by lists, of which a few may share one.
 */
export interface LetterRuns {
  /** How many words were looked at. */
  readonly size: number;
  readonly lists: number;
  /** By place the word's number. */
  readonly numbers: Int32Array;
  /** By place where the word's letters begin; they end where the next one's begin. */
  readonly starts: Int32Array;
  readonly letters: Uint16Array;
  /** By list the first place of the words that begin with its runs; they end where the next list's begin. */
  readonly openings: Int32Array;
  /** By list where its places in `within` begin: of words that have its runs behind their first letter. */
  readonly inner: Int32Array;
  readonly within: Int32Array;
}

/** Which of so many lists, a power of two, a run belongs to; other runs may, too. */
export function listOf(letters: Uint16Array, from: number, lists: number): number {
  let mixed = 0;
  for (let at = from; at < from + RUN; at += 1) mixed = Math.imul(mixed ^ (letters[at] ?? 0), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (lists - 1);
}

/** A word's letters, one after another. */
export function lettersOf(word: string): Uint16Array {
  const letters = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at += 1) letters[at] = word.charCodeAt(at);
  return letters;
}

/** Puts what has the same key side by side: where each key's begin, with the end of all behind them, and what lies where. */
function grouped(keys: Int32Array, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i += 1) starts[(keys[i] ?? 0) + 1] = (starts[(keys[i] ?? 0) + 1] ?? 0) + 1;
  for (let key = 0; key < count; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    const to = next[key] ?? 0;
    order[to] = i;
    next[key] = to + 1;
  }
  return { starts, order };
}

interface Written {
  readonly letters: Uint16Array;
  /** Where each word's letters begin, and where the last one's end. */
  readonly starts: Int32Array;
}

function write(words: readonly string[]): Written {
  const starts = new Int32Array(words.length + 1);
  words.forEach((word, i) => {
    starts[i + 1] = (starts[i] ?? 0) + word.length;
  });
  const letters = new Uint16Array(starts[words.length] ?? 0);
  words.forEach((word, i) => {
    const from = starts[i] ?? 0;
    for (let at = 0; at < word.length; at += 1) letters[from + at] = word.charCodeAt(at);
  });
  return { letters, starts };
}

/** The same words in another order. */
function inOrder({ letters, starts }: Written, order: Int32Array): Written {
  const ordered: Written = {
    letters: new Uint16Array(letters.length),
    starts: new Int32Array(starts.length),
  };
  let to = 0;
  order.forEach((word, place) => {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1)
      ordered.letters[to++] = letters[at] ?? 0;
    ordered.starts[place + 1] = to;
  });
  return ordered;
}

/** Lists words, whose numbers are their order. Takes some 150 ns a word. */
export function listRuns(words: readonly string[]): LetterRuns {
  const numbers = Int32Array.from(words.keys()).filter((number) => (words[number]?.length ?? 0) >= RUN);
  const byNumber = write(Array.from(numbers, (number) => words[number] ?? ""));
  const lists = 2 ** Math.ceil(Math.log2(Math.max(2, numbers.length)));
  const openings = grouped(
    numbers.map((_, i) => listOf(byNumber.letters, byNumber.starts[i] ?? 0, lists)),
    lists,
  );
  const { letters, starts } = inOrder(byNumber, openings.order);
  const keys = new Int32Array(letters.length - RUN * numbers.length);
  const places = new Int32Array(keys.length);
  let last = 0;
  for (let place = 0; place < numbers.length; place += 1)
    for (let from = (starts[place] ?? 0) + 1; from + RUN <= (starts[place + 1] ?? 0); from += 1) {
      keys[last] = listOf(letters, from, lists);
      places[last++] = place;
    }
  const inner = grouped(keys, lists);
  return {
    size: words.length,
    lists,
    numbers: openings.order.map((i) => numbers[i] ?? 0),
    letters,
    starts,
    openings: openings.starts,
    inner: inner.starts,
    within: inner.order.map((i) => places[i] ?? 0),
  };
}
