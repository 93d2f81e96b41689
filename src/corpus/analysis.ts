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
  /** `CAPITAL` and `NUMBER` of all words, four words a byte: to be read with `flagsAt`. */
  readonly flags: Uint8Array;
  /** Passage p has the words from `passageWords[p]` to before `passageWords[p + 1]`. */
  readonly passageWords: Uint32Array;
  /** Passage p has the sentences from `passageSentences[p]` to before `passageSentences[p + 1]`. */
  readonly passageSentences: Uint32Array;
  /** Three numbers a sentence: its first word, and its start and end offset in the passage's text. */
  readonly sentences: Uint32Array;
  /** Surface numbers of the title's words. */
  readonly titleWords: Uint32Array;
  /** Surface numbers of the publisher's words: who asks what The Hill says need not find its name in the text. */
  readonly publisherWords: Uint32Array;
  /** For each passage, surface numbers of the words of the headings above it; empty if there are no headings. */
  readonly headingWords: readonly Uint32Array[];
  readonly abbreviations: readonly Abbreviation[];
}

const FLAG_BITS = 2;
const FLAG_MASK = 3;
const WORDS_A_BYTE = 4;

/** `CAPITAL` and `NUMBER` of a word; 0 outside the document. */
export function flagsAt({ flags }: AnalysedDocument, word: number): number {
  return ((flags[word >> 2] ?? 0) >> ((word & 3) * FLAG_BITS)) & FLAG_MASK;
}

/** One piece of memory for some numbers and the flags of some words: a piece for each list would cost more than most lists. */
function createMemory(
  numbers: number,
  words: number,
): { keep(list: readonly number[]): Uint32Array; keepFlags(flags: readonly number[]): Uint8Array } {
  const bytes = Math.ceil(words / WORDS_A_BYTE);
  const buffer = new ArrayBuffer(numbers * Uint32Array.BYTES_PER_ELEMENT + bytes);
  let from = 0;
  return {
    keep(list) {
      const kept = new Uint32Array(buffer, from, list.length);
      kept.set(list);
      from += kept.byteLength;
      return kept;
    },
    keepFlags(flags) {
      const kept = new Uint8Array(buffer, buffer.byteLength - bytes);
      for (let word = 0; word < flags.length; word += 1)
        kept[word >> 2] = (kept[word >> 2] ?? 0) | ((flags[word] ?? 0) << ((word & 3) * FLAG_BITS));
      return kept;
    },
  };
}

const NO_HEADINGS: readonly Uint32Array[] = [];
const NO_ABBREVIATIONS: readonly Abbreviation[] = [];

/** Words in the order of the text. */
function internWords(text: string, rules: LanguageRules, vocabulary: Vocabulary): number[] {
  const words: number[] = [];
  scanTokens(text, (start, end) => words.push(vocabulary.intern(text.slice(start, end), rules)));
  return words;
}

// passages under the same headings share their array
function wordsOfHeadings(
  { passages }: Document,
  rules: LanguageRules,
  vocabulary: Vocabulary,
): readonly Uint32Array[] {
  if (passages.every(({ headings }) => headings.length === 0)) return NO_HEADINGS;
  const known = new Map<string, Uint32Array>();
  return passages.map(({ headings }) => {
    const text = headings.join("\n");
    const words = known.get(text) ?? Uint32Array.from(internWords(text, rules, vocabulary));
    known.set(text, words);
    return words;
  });
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
  const headingWords = wordsOfHeadings(document, rules, vocabulary);
  const titleWords = internWords(document.source.title, rules, vocabulary);
  const publisherWords = internWords(document.source.publisher, rules, vocabulary);
  const lists = [words, passageWords, passageSentences, sentences, titleWords, publisherWords];
  const memory = createMemory(
    lists.reduce((sum, list) => sum + list.length, 0),
    flags.length,
  );
  const abbreviations = document.passages.flatMap(({ text }) => learnAbbreviations(text));
  return {
    document,
    rules,
    words: memory.keep(words),
    passageWords: memory.keep(passageWords),
    passageSentences: memory.keep(passageSentences),
    sentences: memory.keep(sentences),
    titleWords: memory.keep(titleWords),
    publisherWords: memory.keep(publisherWords),
    flags: memory.keepFlags(flags),
    headingWords,
    abbreviations: abbreviations.length > 0 ? abbreviations : NO_ABBREVIATIONS,
  };
}
