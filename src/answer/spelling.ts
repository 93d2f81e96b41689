/** Guesses at misspelt words. Only words that the corpus does not have are ever replaced. */

import type { Corpus } from "../corpus/corpus.ts";
import { type LanguageRules, wordSet } from "../corpus/languages.ts";
import { mayBeNear, sketchOf } from "../corpus/lexicon.ts";
import { fold, NUMERAL, reduceToken } from "../corpus/terms.ts";
import type { Aliases } from "./aliases.ts";

export interface SpellingChecker {
  /** The nearest words of the corpus, the commonest first, at most three; none for short words and numbers. */
  corrections(token: string, rules: LanguageRules): readonly string[];
  /** Whether a word is a misspelt closed-class or question word: "wich", "meny". */
  isMisspeltStopWord(token: string, rules: LanguageRules): boolean;
}

const SHORTEST = 4;
const LONG = 8;
const MOST_CORRECTIONS = 3;

/** Letters of a stem, from which on words are also compared without their endings: with the texts' words, and with the glossary's few. */
const SHORTEST_STEM = 6;
const SHORTEST_BASE = 5;
/** Letters that are right then, so that few words need be looked at. */
const SURE_LETTERS = 2;
const LONGEST_ENDING = 6;

// three rows of the table of distances, used again for every pair
let rows: Uint16Array = new Uint16Array(3 * 64);

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, or `most + 1` if it is more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const width = b.length + 1;
  if (3 * width > rows.length) rows = new Uint16Array(6 * width);
  const table = rows;
  for (let j = 0; j < width; j += 1) table[j] = j;
  let least = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = (i % 3) * width;
    const previous = ((i + 2) % 3) * width;
    const before = ((i + 1) % 3) * width;
    const leastBefore = least;
    table[row] = i;
    least = i;
    for (let j = 1; j < width; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (table[previous + j] ?? 0) + 1,
        (table[row + j - 1] ?? 0) + 1,
        (table[previous + j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (table[before + j - 2] ?? 0) + 1);
      table[row + j] = cost;
      if (cost < least) least = cost;
    }
    // a swap reaches over one row, no further
    if (least > most && leastBefore > most) return most + 1;
  }
  return Math.min(most + 1, table[(a.length % 3) * width + b.length] ?? 0);
}

/** A consonant put for another is as often another word ("charge", "change"); only longer words are taken for misspelt then. */
const SHORTEST_SUBSTITUTED = 7;
const VOWELS = "aeiouy";

function isAnagram(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}

/** Letters that sound alike, so that who writes by ear puts one for the other: "rejekt", "clowd". */
const SOUND_ALIKE = wordSet("ck cq kq cs sz vw uw fv gj");

function soundAlike(a: string, b: string): boolean {
  return (VOWELS.includes(a) && VOWELS.includes(b)) || SOUND_ALIKE.has(a < b ? a + b : b + a);
}

/** A slip of the pen, not another word: the first letters stay, save swapped; a letter that sounds alike, or a long word. */
function isLikelySlip(word: string, known: string): boolean {
  const swapped = word.charAt(0) === known.charAt(1) && word.charAt(1) === known.charAt(0);
  if (word.charAt(0) !== known.charAt(0) && !swapped) return false;
  if (word.length !== known.length || word.length >= SHORTEST_SUBSTITUTED) return true;
  if (word.length <= SHORTEST) return swapped || isAnagram(word, known);
  const differing = [...word].filter((letter, i) => letter !== known.charAt(i));
  return (
    differing.length !== 1 ||
    [...word].every((letter, i) => letter === known.charAt(i) || soundAlike(letter, known.charAt(i)))
  );
}

export function createSpellingChecker(corpus: Corpus, aliases: Aliases): SpellingChecker {
  function frequency(surface: string): number {
    const own = corpus.lexicon.stem(surface);
    let most = own === undefined ? 0 : corpus.works.frequency(own);
    for (const language of corpus.languages()) {
      const stem = corpus.vocabulary.stemNumber(reduceToken(surface, corpus.rules(language)).stem);
      if (stem !== undefined) most = Math.max(most, corpus.works.frequency(stem));
    }
    return most;
  }

  function guesses(word: string, edits: number, known: readonly string[]) {
    return known
      .filter((guess) => guess.length >= SHORTEST - 1 && isLikelySlip(word, guess))
      .map((guess) => ({ guess, distance: editDistance(word, guess, edits) }))
      .filter(({ distance }) => distance <= edits)
      .map((guess) => ({ ...guess, frequency: frequency(guess.guess) }));
  }

  // "CPB" for "CBP": any other slip in so few letters makes as good a word
  function abbreviations(word: string): readonly string[] {
    if (word.length !== SHORTEST - 1) return [];
    const [a = "", b = "", c = ""] = word;
    return [b + a + c, a + c + b].filter((guess) => {
      const stem = corpus.lexicon.stem(guess);
      return stem !== undefined && corpus.works.frequency(stem) > 0 && corpus.vocabulary.isNameStem(stem);
    });
  }

  // by stem, 0 until it is looked at
  let sketches = new Int32Array(0);
  function sketchOfStem(stem: number): number {
    if (stem >= sketches.length) {
      const larger = new Int32Array(Math.ceil(corpus.vocabulary.stems() * 1.2));
      larger.set(sketches);
      sketches = larger;
    }
    const known = sketches[stem] ?? 0;
    if (known !== 0) return known;
    const sketch = sketchOf(corpus.vocabulary.stemText(stem));
    sketches[stem] = sketch;
    return sketch;
  }

  // the texts may have the word with another ending: "skogsamskin" for "skogsmaskiner"
  function byStem(token: string, rules: LanguageRules) {
    const { stem, surface } = reduceToken(token, rules);
    if (stem.length < SHORTEST_STEM) return [];
    const edits = stem.length >= LONG ? 2 : 1;
    const sketch = sketchOf(stem);
    const found: { guess: string; distance: number; frequency: number }[] = [];
    corpus.lexicon.beginning(surface.slice(0, SURE_LETTERS), (guess, stemNumber) => {
      if (!mayBeNear(sketchOfStem(stemNumber), sketch, edits)) return;
      if (guess.length < stem.length - edits || guess.length > stem.length + LONGEST_ENDING) return;
      const other = corpus.vocabulary.stemText(stemNumber);
      if (Math.abs(other.length - stem.length) > edits || !isLikelySlip(stem, other)) return;
      const distance = editDistance(stem, other, edits);
      if (distance > edits) return;
      const known = frequency(guess);
      if (known > 0) found.push({ guess, distance, frequency: known });
    });
    return found;
  }

  // so short a word that is one is meant, though no text has it: "sued" is not "used"
  function isPast(word: string, { language }: LanguageRules): boolean {
    return word.endsWith("ed") && corpus.rarity(word.slice(0, -1), language) < 1;
  }

  return {
    isMisspeltStopWord(token, rules) {
      const word = fold(token);
      if (word.length < SHORTEST) return false;
      for (const stop of rules.stopWords)
        if (stop.length >= SHORTEST && isLikelySlip(word, stop) && editDistance(word, stop, 1) <= 1)
          return true;
      return false;
    },
    corrections(token, rules) {
      const word = fold(token);
      if (NUMERAL.test(word)) return [];
      if (word.length < SHORTEST) return abbreviations(word);
      if (word.length === SHORTEST && isPast(word, rules)) return [];
      const edits = word.length >= LONG ? 2 : 1;
      const inTexts = guesses(word, edits, corpus.lexicon.near(word, edits)).filter(
        (guess) => guess.frequency > 0,
      );
      const inflected = inTexts.length > 0 ? inTexts : byStem(token, rules);
      const named = inflected.length > 0 ? inflected : guesses(word, edits, aliases.near(word));
      // the glossary has base forms: "vistors" for "visitor"
      const { stem } = reduceToken(token, rules);
      const found =
        named.length > 0 || stem.length < SHORTEST_BASE ? named : guesses(stem, 1, aliases.near(stem));
      found.sort(
        (a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.guess < b.guess ? -1 : 1),
      );
      return found
        .filter(({ distance }) => distance === found[0]?.distance)
        .slice(0, MOST_CORRECTIONS)
        .map(({ guess }) => guess);
    },
  };
}
