/** Questions that librarians know to be asked, each with the sentence that answers it: numbered, and found by the stems they have. */
import type { KnownQuestion } from "../model.ts";
import type { LanguageRules } from "./languages.ts";
import { fold, scanTokens } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface KnownQuestions {
  /** In the order of the file; a question's number is its place. */
  readonly all: readonly KnownQuestion[];
  /** The language a question is taken to be in. */
  language(question: number): string;
  /** Surface numbers of its words, in order. */
  words(question: number): Uint32Array;
  /** Those that are this text, whatever its capitals and marks. */
  reading(text: string): readonly number[];
  /** Questions that have a stem other than as a closed-class word. */
  having(stem: number): readonly number[];
}

const NONE: readonly number[] = [];

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The language with most of its function words among some tokens; the first if none has more than it. */
function languageOf(
  tokens: readonly string[],
  languages: readonly LanguageRules[],
): LanguageRules | undefined {
  let best = languages[0];
  let most = 0;
  for (const rules of languages) {
    let count = 0;
    for (const token of tokens) if (rules.stopWords.has(token)) count += 1;
    if (count > most) [most, best] = [count, rules];
  }
  return best;
}

/** @param languages the rules of the languages they may be in, the likeliest first */
export function createKnownQuestions(
  all: readonly KnownQuestion[],
  languages: readonly LanguageRules[],
  vocabulary: Vocabulary,
): KnownQuestions {
  const words: number[] = [];
  const starts: number[] = [0];
  const spoken: string[] = [];
  const byStem = new Map<number, number[]>();

  const byText = new Map<string, number[]>();

  function note<Key>(key: Key, question: number, under: Map<Key, number[]>): void {
    const known = under.get(key);
    if (known === undefined) under.set(key, [question]);
    else if (known.at(-1) !== question) known.push(question);
  }

  all.forEach(({ text }, question) => {
    const tokens: string[] = [];
    const lower = text.toLowerCase();
    scanTokens(text, (start, end) => tokens.push(lower.slice(start, end)));
    const rules = languageOf(tokens, languages);
    for (const token of tokens) {
      if (rules === undefined) break;
      const word = vocabulary.intern(token, rules);
      words.push(word);
      if (!vocabulary.isStop(word)) note(vocabulary.stemOf(word), question, byStem);
    }
    note(plain(text), question, byText);
    starts.push(words.length);
    spoken.push(rules?.language ?? "");
  });
  const kept = Uint32Array.from(words);
  return {
    all,
    language: (question) => spoken[question] ?? "",
    words: (question) => kept.subarray(starts[question], starts[question + 1]),
    reading: (text) => byText.get(plain(text)) ?? NONE,
    having: (stem) => byStem.get(stem) ?? NONE,
  };
}
