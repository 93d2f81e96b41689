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

/** A term of the question that other words may resemble. */
interface Wide {
  readonly stem: string;
  readonly first: number;
  readonly letters: number;
  readonly number: number;
}

// which letters are in a word, one bit for those of a kind
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function wideTerms(terms: readonly Term[]): readonly Wide[] {
  return terms.flatMap(({ stem, number: isNumber }, number) =>
    stem.length >= SHORTEST_PREFIX && !isNumber
      ? [{ stem, first: stem.charCodeAt(0), letters: lettersOf(stem), number }]
      : [],
  );
}

/** Stands for the first letter of a word that is too short to resemble any. */
const SHORT = 1;

/** Tells for a question's terms which of them a stem resembles most. What is seen of the stems is kept between questions. */
export function createResemblances(
  vocabulary: Vocabulary,
): (terms: readonly Term[]) => (stem: number) => Resemblance | undefined {
  // by stem: the first letter, 0 until it is looked at, and which letters are in it
  let firsts = new Uint16Array(0);
  let letters = new Int32Array(0);

  function look(stem: number): void {
    const text = vocabulary.stemText(stem);
    letters[stem] = lettersOf(text);
    firsts[stem] = text.length < SHORTEST_PREFIX ? SHORT : text.charCodeAt(0);
  }

  return (terms) => {
    if (firsts.length < vocabulary.stems()) {
      firsts = new Uint16Array(Math.ceil(vocabulary.stems() * 1.2));
      letters = new Int32Array(firsts.length);
    }
    const wide = wideTerms(terms);
    return (stem) => {
      if (firsts[stem] === 0) look(stem);
      const first = firsts[stem] ?? SHORT;
      const own = letters[stem] ?? 0;
      if (first === SHORT) return undefined;
      let term = -1;
      let best = 0;
      for (let i = 0; i < wide.length; i += 1) {
        const each = wide[i];
        // words that neither begin alike nor have the one's letters in the other have nothing in common
        if (
          each === undefined ||
          (first !== each.first && (own & ~each.letters) !== 0 && (each.letters & ~own) !== 0)
        )
          continue;
        const value = similarity(each.stem, vocabulary.stemText(stem));
        if (value > best) {
          best = value;
          term = each.number;
        }
      }
      return term < 0 ? undefined : { term, value: best };
    };
  };
}
