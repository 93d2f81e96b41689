/** A document reduced to numbers: the words of each passage and sentence, in order. This is what ranking reads. */
import type { Document } from "../model.ts";
import { type Abbreviation, learnAbbreviations } from "./abbreviations.ts";
import type { LanguageRules } from "./languages.ts";
import { sentenceRanges } from "./sentences.ts";
import { CAPITAL, scanTokens } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Passages are numbered from 0 within the document, sentences and words likewise. */
export interface AnalysedDocument {
  readonly document: Document;
  readonly rules: LanguageRules;
  /** Surface numbers of all words, stop words included. */
  readonly words: Uint32Array;
  /** `CAPITAL` and `NUMBER` of each word. */
  readonly flags: Uint8Array;
  /** Passage p has the words from `passageWords[p]` to before `passageWords[p + 1]`. */
  readonly passageWords: Uint32Array;
  /** Passage p has the sentences from `passageSentences[p]` to before `passageSentences[p + 1]`. */
  readonly passageSentences: Uint32Array;
  /** Three numbers a sentence: its first word, and its start and end offset in the passage's text. */
  readonly sentences: Uint32Array;
  /** Surface numbers of the title's words. */
  readonly titleWords: Uint32Array;
  /** For each passage, surface numbers of the words of the headings above it. */
  readonly headingWords: readonly Uint32Array[];
  readonly abbreviations: readonly Abbreviation[];
}

/** Words in the order of the text. */
function internWords(text: string, rules: LanguageRules, vocabulary: Vocabulary): number[] {
  const words: number[] = [];
  scanTokens(text, (start, end) => words.push(vocabulary.intern(text.slice(start, end), rules)));
  return words;
}

export function analyseDocument(
  document: Document,
  rules: LanguageRules,
  vocabulary: Vocabulary,
): AnalysedDocument {
  const words: number[] = [];
  const flags: number[] = [];
  const passageWords: number[] = [0];
  const passageSentences: number[] = [0];
  const sentences: number[] = [];
  for (const { text } of document.passages) {
    const ranges = sentenceRanges(text, rules.language);
    let next = 0;
    const open = (before: number) => {
      for (let range = ranges[next]; range !== undefined && range[0] < before; range = ranges[++next])
        sentences.push(words.length, range[0], range[1]);
    };
    scanTokens(text, (start, end, flag) => {
      open(end);
      const word = vocabulary.intern(text.slice(start, end), rules);
      if (words.length > (sentences.at(-3) ?? 0)) vocabulary.noteCase(word, (flag & CAPITAL) !== 0);
      words.push(word);
      flags.push(flag);
    });
    open(Number.POSITIVE_INFINITY);
    passageWords.push(words.length);
    passageSentences.push(sentences.length / 3);
  }
  const headings = new Map<string, Uint32Array>();
  const headingWords = document.passages.map((passage) => {
    const text = passage.headings.join("\n");
    const known = headings.get(text) ?? Uint32Array.from(internWords(text, rules, vocabulary));
    headings.set(text, known);
    return known;
  });
  return {
    document,
    rules,
    words: Uint32Array.from(words),
    flags: Uint8Array.from(flags),
    passageWords: Uint32Array.from(passageWords),
    passageSentences: Uint32Array.from(passageSentences),
    sentences: Uint32Array.from(sentences),
    titleWords: Uint32Array.from(internWords(document.source.title, rules, vocabulary)),
    headingWords,
    abbreviations: document.passages.flatMap(({ text }) => learnAbbreviations(text)),
  };
}
