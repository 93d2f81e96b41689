/** The words of a corpus, for spelling. */

/** Words of the corpus near a misspelt one. */
export interface Lexicon {
  /** Makes a folded word known, with the number of the stem that it has in a text: folded, it may be stemmed otherwise. */
  add(surface: string, stem: number): void;
  /**
   * Known words that begin with the word's first letter, or its first two swapped, and differ behind that by at most `edits`
   * insertions, deletions and substitutions (1 or 2), or by one swap of neighbours: a slip elsewhere is far likelier, and looking
   * there, too, would cost 20 times as much.
   */
  near(word: string, edits: number): readonly string[];
  /** Visits the known words that begin with these two letters, with their stems, in no particular order. */
  beginning(letters: string, visit: (word: string, stem: number) => void): void;
  has(word: string): boolean;
  /** The stem a word was last added with. */
  stem(word: string): number | undefined;
}

/** Letters under which words are listed. */
const OPENING = 2;

/** A sketch tells most words apart without looking at them: which letters are in a word, one bit for those of a kind, and its length. */
const KINDS = 26;
const LONGEST = 63;

export function sketchOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % KINDS);
  return (Math.min(LONGEST, word.length) << KINDS) | letters;
}

const LETTERS = (1 << KINDS) - 1;

/** Whether words of two sketches may be made of each other by so many edits: each changes the length by one at most, and one letter of either. */
export function mayBeNear(a: number, b: number, edits: number): boolean {
  if (Math.abs((a >>> KINDS) - (b >>> KINDS)) > edits) return false;
  let onlyA = a & ~b & LETTERS;
  let onlyB = b & ~a & LETTERS;
  for (let left = edits; left > 0; left -= 1) {
    onlyA &= onlyA - 1;
    onlyB &= onlyB - 1;
  }
  return (onlyA | onlyB) === 0;
}

/** Whether the one word is the other with two neighbouring letters swapped, from these letters on, which differ. */
function isSwapped(a: string, i: number, b: string, j: number): boolean {
  return (
    a.charCodeAt(i) === b.charCodeAt(j + 1) &&
    a.charCodeAt(i + 1) === b.charCodeAt(j) &&
    isWithin(a, i + 2, b, j + 2, 0)
  );
}

/** Whether at most so many insertions, deletions and substitutions make the one word of the other, from these letters on. */
function isWithin(a: string, fromA: number, b: string, fromB: number, edits: number): boolean {
  let [i, j] = [fromA, fromB];
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i += 1;
    j += 1;
  }
  if (i === a.length || j === b.length) return a.length - i + b.length - j <= edits;
  return (
    edits > 0 &&
    (isWithin(a, i + 1, b, j + 1, edits - 1) ||
      isWithin(a, i + 1, b, j, edits - 1) ||
      isWithin(a, i, b, j + 1, edits - 1))
  );
}

/** The same, or one swap of neighbours where an edit is allowed. */
function isNear(a: string, b: string, from: number, edits: number): boolean {
  if (isWithin(a, from, b, from, edits)) return true;
  let at = from;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return edits > 0 && isSwapped(a, at, b, at);
}

/** Words under one opening. */
interface Listed {
  readonly numbers: number[];
  /** Of the same words, made when a misspelt word is first looked for. */
  readonly sketches: number[];
}

const NONE: ReadonlyMap<string, Listed> = new Map();

export function createLexicon(): Lexicon {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const stems: number[] = [];
  // by first letter and opening
  const listed = new Map<string, Map<string, Listed>>();

  function list(word: string, number: number): void {
    const opening = word.slice(0, OPENING);
    const openings = listed.get(word.charAt(0)) ?? new Map<string, Listed>();
    listed.set(word.charAt(0), openings);
    const own = openings.get(opening);
    if (own === undefined) openings.set(opening, { numbers: [number], sketches: [] });
    else own.numbers.push(number);
  }

  function sketchesOf({ numbers, sketches }: Listed): readonly number[] {
    while (sketches.length < numbers.length)
      sketches.push(sketchOf(words[numbers[sketches.length] ?? 0] ?? ""));
    return sketches;
  }

  /** Adds the words listed under openings that begin so, and that differ from the word behind that by few enough edits. */
  function gather(beginning: string, word: string, edits: number, into: string[]): void {
    const sketch = sketchOf(word);
    for (const [opening, own] of listed.get(beginning.charAt(0)) ?? NONE) {
      if (!opening.startsWith(beginning.slice(0, OPENING))) continue;
      const sketches = sketchesOf(own);
      for (let at = 0; at < sketches.length; at += 1) {
        if (!mayBeNear(sketches[at] ?? 0, sketch, edits)) continue;
        const known = words[own.numbers[at] ?? 0] ?? "";
        if (known.startsWith(beginning) && isNear(known, word, beginning.length, edits)) into.push(known);
      }
    }
  }

  return {
    add(surface, stem) {
      const known = numbers.get(surface);
      if (known !== undefined) {
        stems[known] = stem;
        return;
      }
      const number = words.push(surface) - 1;
      numbers.set(surface, number);
      stems.push(stem);
      list(surface, number);
    },
    has: (word) => numbers.has(word),
    stem: (word) => stems[numbers.get(word) ?? -1],
    beginning(letters, visit) {
      for (const number of listed.get(letters.charAt(0))?.get(letters)?.numbers ?? [])
        visit(words[number] ?? "", stems[number] ?? 0);
    },
    near(word, edits) {
      const [first = "", second = ""] = word;
      const found: string[] = [];
      if (first !== "") gather(first, word, edits, found);
      if (second !== "" && second !== first) gather(second + first, word, edits, found);
      return found;
    },
  };
}
