/** A document reduced to numbers: the words of each passage and sentence, in order. This is what ranking reads. */
import type { Document } from "../model.ts";
import { type Abbreviation, learnAbbreviations } from "./abbreviations.ts";
import type { LanguageRules } from "./languages.ts";
import { sentenceRanges } from "./sentences.ts";
import { CAPITAL, scanTokens } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Passages are numbered from 0 within the document, sentences and words likewise. All that is numbered stands in one array, to be read
 * with the functions below: what ranking reads of a passage is then fetched with few waits for memory, and an array for each list
 * would take more room than most lists.
 */
export interface AnalysedDocument {
  readonly document: Document;
  readonly rules: LanguageRules;
  /** First the surface numbers of all words, stop words included, so that a word's number is its place; then the lists named below. */
  readonly numbers: Uint32Array;
  /** Where the passages begin, and so where the words end: of each its first word and its first sentence, and the ends of all. */
  readonly passagesAt: number;
  /** Where the sentences begin: of each `SENTENCE` numbers. */
  readonly sentencesAt: number;
  /** Where the surface numbers of the title's words begin, and where those of the publisher's: who asks what The Hill says need not find its name in the text. */
  readonly titleAt: number;
  readonly publisherAt: number;
  /** Where the words' `CAPITAL` and `NUMBER` begin, sixteen words a number. */
  readonly flagsAt: number;
  /** For each passage, surface numbers of the words of the headings above it; empty if there are no headings. */
  readonly headingWords: readonly Uint32Array[];
  readonly abbreviations: readonly Abbreviation[];
}

const PASSAGE = 2;
/** Of a sentence its first word, its start in the passage's text, and twice its end there, one more if it is a question. */
const SENTENCE = 3;
const FLAG_BITS = 2;
const FLAG_MASK = 3;
/** Sixteen words a number: which number is a word's, and which of its words. */
const FLAGS_SHIFT = 4;
const FLAGS_PLACE = 15;

/** How many passages a document has. */
export function passageCount({ passagesAt, sentencesAt }: AnalysedDocument): number {
  return (sentencesAt - passagesAt) / PASSAGE - 1;
}

/** Surface number of a word; 0 outside the document. */
export function wordAt({ numbers, passagesAt }: AnalysedDocument, word: number): number {
  return word < passagesAt ? (numbers[word] ?? 0) : 0;
}

/** `CAPITAL` and `NUMBER` of a word; 0 outside the document. */
export function flagsOf({ numbers, flagsAt }: AnalysedDocument, word: number): number {
  if (word < 0) return 0;
  const flags = numbers[flagsAt + (word >> FLAGS_SHIFT)] ?? 0;
  return (flags >>> ((word & FLAGS_PLACE) * FLAG_BITS)) & FLAG_MASK;
}

/** Surface numbers of all words. */
export function wordsOf({ numbers, passagesAt }: AnalysedDocument): Uint32Array {
  return numbers.subarray(0, passagesAt);
}

/** Surface numbers of the title's words. */
export function titleWordsOf({ numbers, titleAt, publisherAt }: AnalysedDocument): Uint32Array {
  return numbers.subarray(titleAt, publisherAt);
}

/** Surface numbers of the words of the publisher's name. */
export function publisherWordsOf({ numbers, publisherAt, flagsAt }: AnalysedDocument): Uint32Array {
  return numbers.subarray(publisherAt, flagsAt);
}

/** Every text of a document once: its words, its title, its publisher's name, its headings. */
export function textsOf(analysed: AnalysedDocument): readonly Uint32Array[] {
  const headings = new Set(analysed.headingWords);
  return [wordsOf(analysed), titleWordsOf(analysed), publisherWordsOf(analysed), ...headings];
}

/** A passage's first word; of the number behind the last passage, where the words end. */
export function firstWordOf({ numbers, passagesAt }: AnalysedDocument, local: number): number {
  return numbers[passagesAt + PASSAGE * local] ?? 0;
}

/** A passage's first sentence; of the number behind the last passage, where the sentences end. */
export function firstSentenceOf({ numbers, passagesAt }: AnalysedDocument, local: number): number {
  return numbers[passagesAt + PASSAGE * local + 1] ?? 0;
}

/** A sentence's first word. */
export function sentenceWordOf({ numbers, sentencesAt }: AnalysedDocument, sentence: number): number {
  return numbers[sentencesAt + SENTENCE * sentence] ?? 0;
}

/** Where a sentence starts in its passage's text. */
export function sentenceStartOf({ numbers, sentencesAt }: AnalysedDocument, sentence: number): number {
  return numbers[sentencesAt + SENTENCE * sentence + 1] ?? 0;
}

/** Where a sentence ends in its passage's text. */
export function sentenceEndOf({ numbers, sentencesAt }: AnalysedDocument, sentence: number): number {
  return (numbers[sentencesAt + SENTENCE * sentence + 2] ?? 0) >>> 1;
}

/** Whether a sentence is a question. */
export function isQuestion({ numbers, sentencesAt }: AnalysedDocument, sentence: number): boolean {
  return ((numbers[sentencesAt + SENTENCE * sentence + 2] ?? 0) & 1) === 1;
}

/** The flags of words in as few numbers as hold them. */
function packedFlags(flags: readonly number[]): number[] {
  const packed: number[] = [];
  flags.forEach((flag, word) => {
    const at = word >> FLAGS_SHIFT;
    packed[at] = (packed[at] ?? 0) | (flag << ((word & FLAGS_PLACE) * FLAG_BITS));
  });
  return packed;
}

/** The same lists one behind the other. */
function joined(lists: readonly (readonly number[])[]): Uint32Array {
  const numbers = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let from = 0;
  for (const list of lists) {
    numbers.set(list, from);
    from += list.length;
  }
  return numbers;
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

/** What is read of the passages' texts. */
interface ReadTexts {
  readonly words: number[];
  readonly flags: number[];
  readonly passages: number[];
  readonly sentences: number[];
}

function readTexts(document: Document, rules: LanguageRules, vocabulary: Vocabulary): ReadTexts {
  const words: number[] = [];
  const flags: number[] = [];
  const passages: number[] = [0, 0];
  const sentences: number[] = [];
  for (const { text } of document.passages) {
    const ranges = sentenceRanges(text, rules.language);
    let next = 0;
    const open = (before: number) => {
      for (let range = ranges[next]; range !== undefined && range[0] < before; range = ranges[++next])
        sentences.push(words.length, range[0], 2 * range[1] + (text.charAt(range[1] - 1) === "?" ? 1 : 0));
    };
    scanTokens(text, (start, end, flag) => {
      open(end);
      const word = vocabulary.intern(text.slice(start, end), rules);
      if (words.length > (sentences.at(-SENTENCE) ?? 0)) vocabulary.noteCase(word, (flag & CAPITAL) !== 0);
      words.push(word);
      flags.push(flag);
    });
    open(Number.POSITIVE_INFINITY);
    passages.push(words.length, sentences.length / SENTENCE);
  }
  return { words, flags, passages, sentences };
}

export function analyseDocument(
  document: Document,
  rules: LanguageRules,
  vocabulary: Vocabulary,
): AnalysedDocument {
  const { words, flags, passages, sentences } = readTexts(document, rules, vocabulary);
  const headingWords = wordsOfHeadings(document, rules, vocabulary);
  const titleWords = internWords(document.source.title, rules, vocabulary);
  const publisherWords = internWords(document.source.publisher, rules, vocabulary);
  const sentencesAt = words.length + passages.length;
  const titleAt = sentencesAt + sentences.length;
  const publisherAt = titleAt + titleWords.length;
  const abbreviations = document.passages.flatMap(({ text }) => learnAbbreviations(text));
  return {
    document,
    rules,
    numbers: joined([words, passages, sentences, titleWords, publisherWords, packedFlags(flags)]),
    passagesAt: words.length,
    sentencesAt,
    titleAt,
    publisherAt,
    flagsAt: publisherAt + publisherWords.length,
    headingWords,
    abbreviations: abbreviations.length > 0 ? abbreviations : NO_ABBREVIATIONS,
  };
}
