/** Which of the question's words another word resembles. */
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Term } from "./question-terms.ts";

/** Words alike in at least this many first letters are similar, in proportion to the longer one's length. */
const SHORTEST_PREFIX = 4;
/** Similar words below this share say nothing. */
const LEAST_SIMILAR = 0.5;

/** 0..1: the share of the longer word that the two have in common as a prefix, or that the shorter fills within it. */
export function similarity(a: string, b: string): number {
  const shorter = a.length <= b.length ? a : b;
  const longer = a.length <= b.length ? b : a;
  if (shorter.length < SHORTEST_PREFIX) return 0;
  if (shorter.length < LEAST_SIMILAR * longer.length) return 0;
  let common = 0;
  while (common < shorter.length && shorter.charCodeAt(common) === longer.charCodeAt(common)) common += 1;
  if (common < shorter.length && longer.includes(shorter)) common = shorter.length;
  const share = common < SHORTEST_PREFIX ? 0 : common / longer.length;
  return share >= LEAST_SIMILAR ? share : 0;
}

/** The term that a word resembles, and how much, 0..1. */
export interface Resemblance {
  readonly term: number;
  readonly value: number;
}

// which letters are in a word, one bit for those of a kind
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** Stands for the opening of a word that is too short to resemble any. */
const SHORT = 1;

/** The first letters of a word as one number, neither 0 nor `SHORT`: words whose openings differ do not begin alike. */
function openingOf(text: string): number {
  if (text.length < SHORTEST_PREFIX) return SHORT;
  let opening = 0;
  for (let at = 0; at < SHORTEST_PREFIX; at += 1) opening = Math.imul(opening, 257) + text.charCodeAt(at);
  return opening | 2;
}

/** The terms of a question that other words may resemble, side by side. */
interface Wide {
  readonly stems: readonly string[];
  readonly openings: Int32Array;
  readonly letters: Int32Array;
  /** Which term of the question each is. */
  readonly numbers: readonly number[];
}

function wideTerms(terms: readonly Term[]): Wide {
  const numbers = terms.flatMap((term, number) =>
    term.stem.length >= SHORTEST_PREFIX && !term.number ? [number] : [],
  );
  const stems = numbers.map((number) => terms[number]?.stem ?? "");
  return {
    stems,
    openings: Int32Array.from(stems, openingOf),
    letters: Int32Array.from(stems, lettersOf),
    numbers,
  };
}

/** Tells for a question's terms which of them a stem resembles most. What is seen of the stems is kept between questions. */
export function createResemblances(
  vocabulary: Vocabulary,
): (terms: readonly Term[]) => (stem: number) => Resemblance | undefined {
  // two numbers for each stem: its opening, 0 until it is looked at, and which letters are in it
  let looks = new Int32Array(0);

  function look(stem: number): void {
    const text = vocabulary.stemText(stem);
    looks[2 * stem] = openingOf(text);
    looks[2 * stem + 1] = lettersOf(text);
  }

  return (terms) => {
    if (looks.length < 2 * vocabulary.stems())
      looks = new Int32Array(2 * Math.ceil(vocabulary.stems() * 1.2));
    const { stems, openings, letters, numbers } = wideTerms(terms);
    return (stem) => {
      if (looks[2 * stem] === 0) look(stem);
      const opening = looks[2 * stem] ?? SHORT;
      const own = looks[2 * stem + 1] ?? 0;
      if (opening === SHORT) return undefined;
      let found = -1;
      let best = 0;
      for (let i = 0; i < openings.length; i += 1) {
        const others = letters[i] ?? 0;
        // words that neither begin alike nor have the one's letters in the other have nothing in common
        if (opening !== openings[i] && (own & ~others) !== 0 && (others & ~own) !== 0) continue;
        const value = similarity(stems[i] ?? "", vocabulary.stemText(stem));
        if (value > best) {
          best = value;
          found = i;
        }
      }
      return found < 0 ? undefined : { term: numbers[found] ?? 0, value: best };
    };
  };
}
