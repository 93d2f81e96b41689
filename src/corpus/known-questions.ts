/** Questions that librarians know to be asked, each with the sentence that answers it: numbered, and found by what they say. */
import type { KnownQuestion } from "../model.ts";
import type { LanguageRules } from "./languages.ts";
import { fold, scanTokens } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The known questions of one language. */
export interface SpokenQuestions {
  /** Those that have a stem other than as a closed-class word. */
  having(stem: number): readonly number[];
  /** Surface numbers of the words of one of them, in order. */
  words(question: number): Uint32Array;
}

export interface KnownQuestions {
  /** In the order of the file; a question's number is its place. */
  readonly all: readonly KnownQuestion[];
  /** Those that are this text, whatever its capitals and marks. */
  saying(text: string): readonly number[];
  /** Whether some question leads to a sentence, counted from 0 within its paragraph. */
  isAsked(source: string, paragraph: number, sentence: number): boolean;
  /** Those of a language: read when first asked for, for most people ask in one. */
  in(language: string): SpokenQuestions;
}

const NONE: readonly number[] = [];
const NO_WORDS = new Uint32Array(0);

const NOTHING_SPOKEN: SpokenQuestions = { having: () => NONE, words: () => NO_WORDS };

/** Marks by which two writings of one question may differ in length. */
const MOST_MARKS = 6;

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const MARKS = /[,¿?]/g;

/** The language with most of its function words in a text; the first if none has more than it. */
function languageOf(text: string, languages: readonly LanguageRules[]): string {
  const words = text.toLowerCase().replaceAll(MARKS, " ").split(" ");
  let best = languages[0];
  let most = 0;
  for (const rules of languages) {
    let count = 0;
    for (const word of words) if (rules.stopWords.has(word)) count += 1;
    if (count > most) [most, best] = [count, rules];
  }
  return best?.language ?? "";
}

interface NumberedText {
  readonly number: number;
  readonly text: string;
}

function sortedByLanguage(
  all: readonly KnownQuestion[],
  languages: readonly LanguageRules[],
): ReadonlyMap<string, readonly NumberedText[]> {
  const texts = new Map<string, NumberedText[]>();
  all.forEach(({ text }, number) => {
    const language = languageOf(text, languages);
    const others = texts.get(language);
    if (others === undefined) texts.set(language, [{ number, text }]);
    else others.push({ number, text });
  });
  return texts;
}

function readSpoken(
  questions: readonly NumberedText[],
  rules: LanguageRules,
  vocabulary: Vocabulary,
): SpokenQuestions {
  const byStem = new Map<number, number[]>();
  const words = new Map<number, Uint32Array>();
  for (const { number, text } of questions) {
    const own: number[] = [];
    scanTokens(text, (start, end) => own.push(vocabulary.intern(text.slice(start, end), rules)));
    words.set(number, new Uint32Array(own));
    for (const word of own) {
      if (vocabulary.isStop(word)) continue;
      const stem = vocabulary.stemOf(word);
      const others = byStem.get(stem);
      if (others === undefined) byStem.set(stem, [number]);
      else if (others.at(-1) !== number) others.push(number);
    }
  }
  return {
    having: (stem) => byStem.get(stem) ?? NONE,
    words: (question) => words.get(question) ?? NO_WORDS,
  };
}

/** @param languages the rules of the languages they may be in, the likeliest first */
export function createKnownQuestions(
  all: readonly KnownQuestion[],
  languages: readonly LanguageRules[],
  vocabulary: Vocabulary,
): KnownQuestions {
  let sorted: ReadonlyMap<string, readonly NumberedText[]> | undefined;
  const spoken = new Map<string, SpokenQuestions>();
  const plains: (string | undefined)[] = [];
  return {
    all,
    saying(text) {
      const said = plain(text);
      const isSaid = (number: number, { text: known }: KnownQuestion) => {
        if (Math.abs(known.length - text.length) > MOST_MARKS) return false;
        plains[number] ??= plain(known);
        return plains[number] === said;
      };
      return all.flatMap((question, number) => (isSaid(number, question) ? [number] : []));
    },
    isAsked: (source, paragraph, sentence) =>
      all.some(
        (known) => known.source === source && known.paragraph === paragraph && known.sentence === sentence,
      ),
    in(language) {
      const rules = languages.find((each) => each.language === language);
      if (rules === undefined) return NOTHING_SPOKEN;
      sorted ??= sortedByLanguage(all, languages);
      const read = spoken.get(language) ?? readSpoken(sorted.get(language) ?? [], rules, vocabulary);
      spoken.set(language, read);
      return read;
    },
  };
}
