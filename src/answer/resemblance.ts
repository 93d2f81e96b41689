/** Which words of the texts resemble the question's words. */
import { type LetterRuns, lettersOf, listOf, listRuns, RUN } from "../corpus/letter-runs.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Term } from "./question-terms.ts";

/** Words alike in at least this many first letters are similar, in proportion to the longer one's length. */
const SHORTEST_PREFIX = RUN;
/** Similar words below this share say nothing. */
const LEAST_SIMILAR = 0.5;

/** Before the end of a word these make another one of it: "resign" is not "sign", nor is "unsigned". */
const TURNING: ReadonlySet<string> = new Set("re un dis mis de des in im anti pre".split(" "));
const LONGEST_TURNING = 4;

/** 0..1: the share of the longer word that the two have in common as a prefix, or that the shorter fills within it. */
export function similarity(a: string, b: string): number {
  const shorter = a.length <= b.length ? a : b;
  const longer = a.length <= b.length ? b : a;
  if (shorter.length < SHORTEST_PREFIX) return 0;
  if (shorter.length < LEAST_SIMILAR * longer.length) return 0;
  let common = 0;
  while (common < shorter.length && shorter.charCodeAt(common) === longer.charCodeAt(common)) common += 1;
  if (common < shorter.length && longer.includes(shorter)) {
    const isTurned = longer.endsWith(shorter) && TURNING.has(longer.slice(0, -shorter.length));
    if (!isTurned) common = shorter.length;
  }
  const share = common < SHORTEST_PREFIX ? 0 : common / longer.length;
  return share >= LEAST_SIMILAR ? share : 0;
}

/** Told a stem that resembles a term, and how much, 0..1; of a stem that does so in several ways all are told. */
export type Resembled = (stem: number, term: number, value: number) => void;

/** Stems beyond those that are listed, up to which each is compared with every term: to list them all costs as much as many questions. */
const MOST_UNLISTED = 200;
/** Listed stems up to which they are listed again together with new ones: some milliseconds. */
const MOST_LISTED_AGAIN = 20_000;

/** Whether the letters from `from` to before `end` open a word and turn what stands behind them. */
function turns(letters: Uint16Array, from: number, end: number): boolean {
  return end - from <= LONGEST_TURNING && TURNING.has(String.fromCharCode(...letters.subarray(from, end)));
}

/** How many letters a word has in common with the one at `from` to before `end`. */
function commonLetters(
  word: Uint16Array,
  begin: number,
  letters: Uint16Array,
  from: number,
  end: number,
): number {
  const most = Math.min(word.length - begin, end - from);
  let common = 0;
  while (common < most && word[begin + common] === letters[from + common]) common += 1;
  return common;
}

/** Those that begin like a word. */
function tellOpenings(
  word: Uint16Array,
  runs: LetterRuns,
  tell: (stem: number, value: number) => void,
): void {
  const { starts, letters, numbers, openings, lists } = runs;
  const list = listOf(word, 0, lists);
  for (let place = openings[list] ?? 0; place < (openings[list + 1] ?? 0); place += 1) {
    const from = starts[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    const common = commonLetters(word, 0, letters, from, end);
    const share = common / Math.max(word.length, end - from);
    if (common >= SHORTEST_PREFIX && share >= LEAST_SIMILAR) tell(numbers[place] ?? 0, share);
  }
}

/** Those that stand within a word, behind its first letter. */
function tellParts(word: Uint16Array, runs: LetterRuns, tell: (stem: number, value: number) => void): void {
  const { starts, letters, numbers, openings, lists } = runs;
  const least = Math.max(SHORTEST_PREFIX, LEAST_SIMILAR * word.length);
  for (let begin = 1; begin + least <= word.length; begin += 1) {
    const list = listOf(word, begin, lists);
    for (let place = openings[list] ?? 0; place < (openings[list + 1] ?? 0); place += 1) {
      const from = starts[place] ?? 0;
      const length = (starts[place + 1] ?? 0) - from;
      if (length < least || commonLetters(word, begin, letters, from, from + length) < length) continue;
      if (begin + length === word.length && turns(word, 0, begin)) continue;
      tell(numbers[place] ?? 0, length / word.length);
    }
  }
}

/** Of a word's runs the one that the fewest others have behind their first letter: where it begins. */
function rarestRun(word: Uint16Array, { inner, lists }: LetterRuns): number {
  let rarest = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let begin = 0; begin + RUN <= word.length; begin += 1) {
    const list = listOf(word, begin, lists);
    const count = (inner[list + 1] ?? 0) - (inner[list] ?? 0);
    if (count >= fewest) continue;
    rarest = begin;
    fewest = count;
  }
  return rarest;
}

/** Those that hold a word behind their first letter. */
function tellWholes(word: Uint16Array, runs: LetterRuns, tell: (stem: number, value: number) => void): void {
  const { starts, letters, numbers, inner, within, lists } = runs;
  const list = listOf(word, rarestRun(word, runs), lists);
  for (let i = inner[list] ?? 0; i < (inner[list + 1] ?? 0); i += 1) {
    const place = within[i] ?? 0;
    const end = starts[place + 1] ?? 0;
    const length = end - (starts[place] ?? 0);
    if (word.length >= length || word.length < LEAST_SIMILAR * length) continue;
    for (let from = (starts[place] ?? 0) + 1; from + word.length <= end; from += 1)
      if (commonLetters(word, 0, letters, from, end) === word.length) {
        if (from + word.length === end && turns(letters, starts[place] ?? 0, from)) break;
        tell(numbers[place] ?? 0, word.length / length);
        break;
      }
  }
}

function tellAll(word: Uint16Array, runs: LetterRuns, tell: (stem: number, value: number) => void): void {
  tellOpenings(word, runs, tell);
  tellParts(word, runs, tell);
  tellWholes(word, runs, tell);
}

/** Some stems that follow one another, listed. */
interface Listed {
  /** The first of them. */
  readonly first: number;
  readonly runs: LetterRuns;
}

/**
 * Lists the stems that are new. Short lists become one with what follows, so that there are few; to do so with long ones would take
 * longer than a question may.
 */
function listed(before: readonly Listed[], vocabulary: Vocabulary): readonly Listed[] {
  const stems = vocabulary.stems();
  const last = before.at(-1);
  let first = last === undefined ? 0 : last.first + last.runs.size;
  if (stems - first <= MOST_UNLISTED) return before;
  let kept = before.length;
  for (; kept > 0; kept -= 1) {
    const { runs: { size = 0 } = {}, first: from = 0 } = before[kept - 1] ?? {};
    if (size > MOST_LISTED_AGAIN || size > 2 * (stems - first)) break;
    first = from;
  }
  const words = Array.from({ length: stems - first }, (_, i) => vocabulary.stemText(first + i));
  return [...before.slice(0, kept), { first, runs: listRuns(words) }];
}

/** Tells for a question's terms, in their order, which stems of the texts resemble them. */
export function createResemblances(
  vocabulary: Vocabulary,
): (terms: readonly Term[], tell: Resembled) => void {
  let lists: readonly Listed[] = [];
  return (terms, tell) => {
    lists = listed(lists, vocabulary);
    const last = lists.at(-1);
    const unlisted = last === undefined ? 0 : last.first + last.runs.size;
    for (let term = 0; term < terms.length; term += 1) {
      const { stem: text = "", number = true } = terms[term] ?? {};
      if (number || text.length < SHORTEST_PREFIX) continue;
      const letters = lettersOf(text);
      for (const { first, runs } of lists)
        tellAll(letters, runs, (stem, value) => tell(first + stem, term, value));
      for (let stem = unlisted; stem < vocabulary.stems(); stem += 1) {
        const value = similarity(text, vocabulary.stemText(stem));
        if (value > 0) tell(stem, term, value);
      }
    }
  };
}
