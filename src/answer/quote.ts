/** Cuts quotes out of passages: a sentence, rarely two, always verbatim. */
import {
  type AnalysedDocument,
  firstSentenceOf,
  sentenceEndOf,
  sentenceStartOf,
  sentenceWordOf,
  wordAt,
} from "../corpus/analysis.ts";

/** A quote's most characters. */
export const LONGEST_QUOTE = 450;

/** Sentences of a passage, numbered from 0, both included. */
export interface SentenceRange {
  readonly first: number;
  readonly last: number;
}

/** How many sentences a passage has. */
export function sentenceCount(analysed: AnalysedDocument, local: number): number {
  return firstSentenceOf(analysed, local + 1) - firstSentenceOf(analysed, local);
}

/** Start and end offset of sentences in the passage's text. */
export function offsetsOf(
  analysed: AnalysedDocument,
  local: number,
  { first, last }: SentenceRange,
): readonly [number, number] {
  const base = firstSentenceOf(analysed, local);
  return [sentenceStartOf(analysed, base + first), sentenceEndOf(analysed, base + last)];
}

/** The words of some sentences, cut at `LONGEST_QUOTE` around the middle of what matched if they are longer. */
export function quoteText(
  analysed: AnalysedDocument,
  local: number,
  range: SentenceRange,
  around?: readonly [number, number],
): string {
  const text = analysed.document.passages[local]?.text ?? "";
  const [start, end] = offsetsOf(analysed, local, range);
  return end - start <= LONGEST_QUOTE
    ? text.slice(start, end)
    : cut(text, start, end, around ?? [start, start]);
}

// a window of whole words that holds what matched, ending at a clause where one is near
function cut(text: string, start: number, end: number, [from, to]: readonly [number, number]): string {
  const middle = (from + to) / 2;
  let left = Math.min(Math.max(start, Math.round(middle - LONGEST_QUOTE / 2)), end - LONGEST_QUOTE);
  let right = left + LONGEST_QUOTE;
  if (left > start) {
    const clause = text.slice(left, left + 80).search(/(?<=[,;:–—]\s)\S/u);
    const word = text.slice(left).search(/(?<=\s)\S/u);
    left += clause >= 0 ? clause : word >= 0 && word < 80 ? word : surrogateStep(text, left);
  }
  if (right < end) {
    const window = text.slice(left, right);
    const clause = window.search(/[,;:–—](?=[^,;:–—]{0,60}$)/u);
    const word = window.search(/\s\S*$/u);
    right =
      left +
      (clause > 0 && clause > window.length - 60
        ? clause
        : word > window.length - 80
          ? word
          : window.length - surrogateStep(text, right));
  }
  return text.slice(left, right).trim();
}

// never between the halves of a character
function surrogateStep(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? 1 : 0;
}

/** The kinds of a sentence's first word, as bits. */
export function openingKinds(
  analysed: AnalysedDocument,
  local: number,
  sentence: number,
  kinds: (surface: number) => number,
): number {
  return kinds(wordAt(analysed, sentenceWordOf(analysed, firstSentenceOf(analysed, local) + sentence)));
}

/** The length of two neighbouring sentences taken together, in characters. */
export function joinedLength(analysed: AnalysedDocument, local: number, range: SentenceRange): number {
  const [start, end] = offsetsOf(analysed, local, range);
  return end - start;
}
