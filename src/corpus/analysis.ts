/** A document reduced to numbers: the words of each passage and sentence, in order. This is what ranking reads. */
import type { Document } from "../model.ts";
import type { LanguageRules } from "./languages.ts";
import { sentenceRanges } from "./sentences.ts";
import { scanTokens } from "./terms.ts";
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
  /** Surface numbers of the title's words and of all headings' words. */
  readonly titleWords: Uint32Array;
}

/** Words in the order of the text. */
export function internWords(text: string, rules: LanguageRules, vocabulary: Vocabulary): number[] {
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
      words.push(vocabulary.intern(text.slice(start, end), rules));
      flags.push(flag);
    });
    open(Number.POSITIVE_INFINITY);
    passageWords.push(words.length);
    passageSentences.push(sentences.length / 3);
  }
  const context = new Set<string>([
    document.source.title,
    ...document.passages.flatMap((passage) => passage.headings),
  ]);
  return {
    document,
    rules,
    words: Uint32Array.from(words),
    flags: Uint8Array.from(flags),
    passageWords: Uint32Array.from(passageWords),
    passageSentences: Uint32Array.from(passageSentences),
    sentences: Uint32Array.from(sentences),
    titleWords: Uint32Array.from([...context].flatMap((text) => internWords(text, rules, vocabulary))),
  };
}
