/** All words of the corpus, numbered: surfaces as written (folded), each with the stem it is searched by. */
import type { LanguageRules } from "./languages.ts";
import { type ReducedToken, reduceToken } from "./terms.ts";

/** A token reduced, and the number of its stem; undefined if no loaded text has that. */
export interface NumberedToken extends ReducedToken {
  readonly number: number | undefined;
}

/** Numbers for words. A surface is a folded word with its stem; several surfaces share a stem. */
export interface Vocabulary {
  /** The surface of a token as written in a text of this language; learns it if it is new. */
  intern(token: string, rules: LanguageRules): number;
  /** A token reduced, if it is written so in a text of this language: cheaper than to reduce it again. */
  reduced(token: string, rules: LanguageRules): NumberedToken | undefined;
  /** The stem's number, or undefined if no loaded text has it. */
  stemNumber(stem: string): number | undefined;
  stemOf(surface: number): number;
  isStop(surface: number): boolean;
  /** By surface the number of its stem, or the complement of that for a closed-class word; until the next word is learnt. */
  stemsOfSurfaces(): Int32Array;
  /** Notes how a word is written within a sentence, where a capital says it is a name. */
  noteCase(surface: number, capital: boolean): void;
  /** Whether the word is mostly written with a capital within sentences. */
  isName(surface: number): boolean;
  /** Whether the words of a stem are hardly ever written without a capital within sentences. */
  isNameStem(stem: number): boolean;
  surfaceText(surface: number): string;
  stemText(stem: number): string;
  surfaces(): number;
  stems(): number;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Languages told apart, so that a surface and the language of a token fit into one small integer; any further ones count as the last. */
const MOST_LANGUAGES = 1024;

/** The surfaces of tokens as they are written in texts of each language. */
interface Tokens {
  get(token: string, language: number): number | undefined;
  add(token: string, language: number, surface: number): void;
}

/** One table for all languages, as a question looks for its words in each: what one look fetched, the next has at hand. */
function createTokens(): Tokens {
  // `surface * MOST_LANGUAGES + language`; of a token of several languages the complement of its place in `further`
  const written = new Map<string, number>();
  // the same numbers, each with the place of the token's next one behind it, -1 if there is none
  const further: number[] = [];
  return {
    get(token, language) {
      const first = written.get(token);
      if (first === undefined) return undefined;
      if (first >= 0)
        return first % MOST_LANGUAGES === language ? Math.floor(first / MOST_LANGUAGES) : undefined;
      for (let place = ~first; place >= 0; place = further[place + 1] ?? -1) {
        const each = further[place] ?? 0;
        if (each % MOST_LANGUAGES === language) return Math.floor(each / MOST_LANGUAGES);
      }
      return undefined;
    },
    add(token, language, surface) {
      const first = written.get(token);
      const added = surface * MOST_LANGUAGES + language;
      if (first === undefined) written.set(token, added);
      else written.set(token, ~(further.push(added, first < 0 ? ~first : further.push(first, -1) - 2) - 2));
    },
  };
}

/** A name is written with a capital so many times as often as without one. */
const MOST_SMALL = 20;

export function createVocabulary(): Vocabulary {
  const tokens = createTokens();
  const languages = new Map<string, number>();
  const byReduction = new Map<string, number>();
  const stemNumbers = new Map<string, number>();
  const surfaceTexts: string[] = [];
  const stemTexts: string[] = [];
  // the stem's number, or its complement for a stop word
  let stemOfSurface: Int32Array = new Int32Array(1024);
  // capitals less small letters, within sentences
  let capitals: Int32Array = new Int32Array(1024);
  // with a capital, and without one, within sentences; by stem
  const capitalsOfStem: number[] = [];
  const smallOfStem: number[] = [];

  function stemFor(stem: string): number {
    const known = stemNumbers.get(stem);
    if (known !== undefined) return known;
    stemNumbers.set(stem, stemTexts.length);
    return stemTexts.push(stem) - 1;
  }

  function learn(token: string, rules: LanguageRules): number {
    const { surface, stem, stop } = reduceToken(token, rules);
    const name = `${surface} ${stop ? "" : stem}`;
    const known = byReduction.get(name);
    if (known !== undefined) return known;
    const number = surfaceTexts.push(surface) - 1;
    byReduction.set(name, number);
    if (number >= stemOfSurface.length) {
      stemOfSurface = grown(stemOfSurface);
      capitals = grown(capitals);
    }
    const stemmed = stemFor(stem);
    stemOfSurface[number] = stop ? ~stemmed : stemmed;
    return number;
  }

  function stemOf(surface: number): number {
    const stem = stemOfSurface[surface] ?? 0;
    return stem < 0 ? ~stem : stem;
  }

  return {
    intern(token, rules) {
      const language = languages.get(rules.language) ?? Math.min(languages.size, MOST_LANGUAGES - 1);
      const known = tokens.get(token, language);
      if (known !== undefined) return known;
      languages.set(rules.language, language);
      const number = learn(token, rules);
      tokens.add(token, language, number);
      return number;
    },
    reduced(token, { language }) {
      const surface = tokens.get(token, languages.get(language) ?? MOST_LANGUAGES);
      if (surface === undefined) return undefined;
      const number = stemOf(surface);
      const stop = (stemOfSurface[surface] ?? 0) < 0;
      return { surface: surfaceTexts[surface] ?? "", stem: stemTexts[number] ?? "", stop, number };
    },
    stemNumber: (stem) => stemNumbers.get(stem),
    stemOf,
    stemsOfSurfaces: () => stemOfSurface,
    noteCase(surface, capital) {
      const counts = capital ? capitalsOfStem : smallOfStem;
      const stem = stemOf(surface);
      capitals[surface] = (capitals[surface] ?? 0) + (capital ? 1 : -1);
      counts[stem] = (counts[stem] ?? 0) + 1;
    },
    isName: (surface) => (capitals[surface] ?? 0) > 0,
    isNameStem: (stem) => (capitalsOfStem[stem] ?? 0) > MOST_SMALL * (smallOfStem[stem] ?? 0),
    isStop: (surface) => (stemOfSurface[surface] ?? 0) < 0,
    surfaceText: (surface) => surfaceTexts[surface] ?? "",
    stemText: (stem) => stemTexts[stem] ?? "",
    surfaces: () => surfaceTexts.length,
    stems: () => stemTexts.length,
  };
}
