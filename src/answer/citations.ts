/** Citations: made of ranked sentences, named by short keys, found again by them. Every quote is checked against its file. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { linesAt, plainText, wordsAt } from "../corpus/passages.ts";
import type { Citation, Document, Passage } from "../model.ts";
import { LONGEST_QUOTE, offsetsOf, quoteText, type SentenceRange, sentenceCount } from "./quote.ts";

/** 53 bits of a text. The mixing is cyrb53's (public domain), enough to tell the passages of a corpus apart. */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The same in base 36. */
export function shortHash(text: string): string {
  return hashOf(text).toString(36);
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The last digits of a whole number in base 36: to write out all of them costs several times as much as the hash. */
function lastDigits(number: number, count: number): string {
  let digits = "";
  let left = number;
  while (digits.length < count) {
    const rest = Math.floor(left / DIGITS.length);
    digits = DIGITS.charAt(left - rest * DIGITS.length) + digits;
    left = rest;
  }
  return digits;
}

const TAG_LENGTH = 4;
const TEXT_LENGTH = 7;

/** Tells a source by its id, so that a key leads to its document before any paragraph is looked at. */
function sourceTag(sourceId: string): string {
  return lastDigits(hashOf(sourceId), TAG_LENGTH);
}

/** Stable while the source's id and the paragraph's words are. */
export function passageKey({ source, text }: Passage): string {
  return sourceTag(source.id) + lastDigits(hashOf(text), TEXT_LENGTH);
}

/** What Markdown may read otherwise than it stands: at the beginning of a line, or anywhere. */
const MARKS = /[\\`*_~[\]<>&|]|[^\S ]| {2}|^[-+#>=:–—\d]/;

/** Whether a quote's words stand at the cited lines of the file as it was loaded. */
export function isVerbatim(quote: string, document: Document, passage: Passage): boolean {
  // without marks, words stand in the lines as they are read
  if (!MARKS.test(quote) && linesAt(document.file, passage.lines).includes(quote)) return true;
  const words = wordsAt(document.file, passage.lines);
  return words.includes(quote) || words.includes(plainText(quote));
}

/** What a quote leaves out of its sentences; most are quoted whole. */
function leftOut(
  quote: string,
  analysed: AnalysedDocument,
  local: number,
  range: SentenceRange,
): Pick<Citation, "leftOut"> {
  const [start, end] = offsetsOf(analysed, local, range);
  if (end - start <= LONGEST_QUOTE) return {};
  const whole = (analysed.document.passages[local]?.text ?? "").slice(start, end);
  return { leftOut: [!whole.startsWith(quote), !whole.endsWith(quote)] };
}

/**
 * A citation of some sentences; undefined if the words are not in the file at those lines.
 * @param options.around an offset in the passage: what is quoted of sentences too long to be quoted, if not their beginning
 */
export function makeCitation(
  analysed: AnalysedDocument,
  local: number,
  range: SentenceRange,
  { score = 0, around }: { readonly score?: number; readonly around?: number | undefined } = {},
): Citation | undefined {
  const passage = analysed.document.passages[local];
  if (passage === undefined) return undefined;
  const quote = quoteText(analysed, local, range, around === undefined ? undefined : [around, around]);
  if (quote === "" || !isVerbatim(quote, analysed.document, passage)) return undefined;
  return {
    source: passage.source,
    paragraph: passage.paragraph,
    lines: passage.lines,
    quote,
    ...leftOut(quote, analysed, local, range),
    form: passage.form,
    key: `${passageKey(passage)}.${range.first}.${range.last}${around === undefined ? "" : `.${around.toString(36)}`}`,
    score,
  };
}

const KEY = /^([0-9a-z]{11})\.(\d{1,5})\.(\d{1,5})(?:\.([0-9a-z]{1,5}))?$/;

/** Finds citations by their keys, in what is loaded now. */
export function createCitations(corpus: Corpus): (key: string) => Citation | undefined {
  let tagged = new Map<string, AnalysedDocument[]>();
  let version = -1;
  function documentsOf(tag: string): readonly AnalysedDocument[] {
    if (version !== corpus.version()) {
      version = corpus.version();
      tagged = new Map();
      for (const analysed of corpus.works.documents()) {
        const own = sourceTag(analysed.document.source.id);
        const others = tagged.get(own);
        if (others === undefined) tagged.set(own, [analysed]);
        else others.push(analysed);
      }
    }
    return tagged.get(tag) ?? [];
  }
  return (key) => {
    const [, hash = "", first = "", last = "", at] = KEY.exec(key) ?? [];
    const around = at === undefined ? undefined : Number.parseInt(at, 36);
    const range = { first: Number(first), last: Number(last) };
    for (const analysed of documentsOf(hash.slice(0, TAG_LENGTH))) {
      const local = analysed.document.passages.findIndex((passage) => passageKey(passage) === hash);
      if (local < 0) continue;
      const exists = range.first <= range.last && range.last < sentenceCount(analysed, local);
      return exists ? makeCitation(analysed, local, range, { around }) : undefined;
    }
    return undefined;
  };
}
