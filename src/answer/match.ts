/** Where a question's terms stand in a passage, sentence by sentence. */
import { type AnalysedDocument, firstSentenceOf, firstWordOf, sentenceWordOf } from "../corpus/analysis.ts";
import { zeros } from "../corpus/few.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { createMarking, type Marks, type Target } from "./marks.ts";
import type { Reading } from "./reading.ts";

/** A term found in a text. */
export interface Hit {
  /** Word offset in the document. */
  readonly at: number;
  readonly term: number;
  /** Words it covers. */
  readonly length: number;
  /** 1 for the term itself, less for a related one. */
  readonly weight: number;
}

/** What a stretch of words has of the question's terms. */
export interface Coverage {
  /** Bit t is set if term t stands here, in a wording equal to it. */
  mask: number;
  /** For each term 0..1: 1 if it stands here, less for a related or similar word. */
  values: readonly number[];
}

export interface SentenceMatch extends Coverage {
  readonly from: number;
  readonly to: number;
}

export interface PassageMatch extends Coverage {
  readonly hits: readonly Hit[];
  readonly sentences: readonly SentenceMatch[];
}

/** Sum of the terms' weights, each by what is said of it, 0..1. */
export function massOf(values: readonly number[], { terms }: Pick<Reading, "terms">): number {
  return terms.reduce((sum, { idf }, term) => sum + idf * (values[term] ?? 0), 0);
}

/** What two stretches say of each term together, 0..1. */
export function together(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, term) => Math.max(value, b[term] ?? 0));
}

/** Words that stand between two stretches; less than 0 if they overlap. */
export function wordsBetween(a: Pick<Hit, "at" | "length">, b: Pick<Hit, "at" | "length">): number {
  return Math.max(a.at, b.at) - Math.min(a.at + a.length, b.at + b.length);
}

/** Where a term stands in the sentence of a number, or else in its paragraph. */
export function hitsOf(term: number, { hits, sentences }: PassageMatch, sentence: number): readonly Hit[] {
  const all = hits.filter((hit) => hit.term === term);
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  const here = all.filter((hit) => hit.at >= from && hit.at < to);
  return here.length > 0 ? here : all;
}

export interface Matcher {
  passage(analysed: AnalysedDocument, local: number): PassageMatch;
  /** A passage's values alone. */
  values(analysed: AnalysedDocument, local: number): readonly number[];
  /** The document's title and the headings above a passage. */
  title(analysed: AnalysedDocument, local: number): Coverage;
}

const NO_WORDS = new Uint32Array(0);

/** A coverage while its text is read. */
interface Draft extends Coverage {
  values: number[];
}

function note(nothing: number[], into: Draft, term: number, value: number): void {
  if (into.values === nothing) into.values = nothing.slice();
  if ((into.values[term] ?? 0) < value) into.values[term] = value;
}

/** One question, asked of texts. */
interface Asker {
  readonly marks: Marks;
  /** By surface the number of its stem, or the complement of that for a closed-class word. */
  readonly stems: Int32Array;
  /** Shared by all coverages that have nothing, which most have. */
  readonly nothing: number[];
  /** Whose word is wanted. */
  readonly publishers: readonly string[];
}

/** Words from `from` to before `to`. One serves for all sentences of a passage, of which there are too many to make one for each. */
interface Stretch {
  readonly words: Uint32Array;
  readonly language: string;
  from: number;
  to: number;
}

/** Where what words say is noted: in one or two coverages; exact hits are listed. One serves for all sentences, too. */
interface Notes {
  readonly whole: Draft;
  part: Draft | undefined;
  readonly hits: Hit[] | undefined;
}

function read(asker: Asker, stretch: Stretch, notes: Notes): void {
  const { stems, marks } = asker;
  const { surfaces, roles } = marks;
  const { words, from, to } = stretch;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? 0;
    if ((((surfaces[word >> 5] ?? 0) >>> (word & 31)) & 1) === 0) continue;
    const stem = stems[word] ?? 0;
    const role = roles[stem < 0 ? ~stem : stem] ?? 0;
    if (role < 0) noteWordings(asker, stretch, at, marks.openings[-role] ?? [], notes);
    // a closed-class word resembles nothing
    else if (stem >= 0) noteResemblance(asker, role, notes);
  }
}

function noteResemblance({ marks, nothing }: Asker, role: number, { whole, part }: Notes): void {
  const term = marks.resembled[role] ?? 0;
  const value = marks.likeness[role] ?? 0;
  note(nothing, whole, term, value);
  if (part !== undefined) note(nothing, part, term, value);
}

function noteWordings(
  { stems: own, nothing }: Asker,
  { words, language: spoken, to }: Stretch,
  at: number,
  targets: readonly Target[],
  { whole, part, hits }: Notes,
): void {
  for (const { term, weight, stems, language } of targets) {
    if (language !== undefined && language !== spoken) continue;
    if (!standsAt(stems, words, at, to, own)) continue;
    hits?.push({ at, term, length: stems.length, weight });
    note(nothing, whole, term, weight);
    if (part !== undefined) note(nothing, part, term, weight);
    if (weight !== 1) continue;
    whole.mask |= 1 << term;
    if (part !== undefined) part.mask |= 1 << term;
  }
}

function readPassage(asker: Asker, analysed: AnalysedDocument, local: number): PassageMatch {
  const { numbers: words, rules, publisherAt, flagsAt: publisherEnd } = analysed;
  const { nothing } = asker;
  // "according to The Hill": every sentence published there has the name
  const published =
    asker.publishers.length > 0 && asker.publishers.includes(analysed.document.source.publisher);
  const whole: Draft = { mask: 0, values: nothing };
  const hits: Hit[] = [];
  const stretch: Stretch = { words, language: rules.language, from: 0, to: 0 };
  const notes: Notes = { whole, part: undefined, hits };
  const sentences: SentenceMatch[] = [];
  const last = firstSentenceOf(analysed, local + 1);
  for (let number = firstSentenceOf(analysed, local); number < last; number += 1) {
    const from = sentenceWordOf(analysed, number);
    const to = sentenceEnd(analysed, local, number);
    const sentence = { mask: 0, values: nothing, from, to };
    stretch.from = from;
    stretch.to = to;
    notes.part = sentence;
    read(asker, stretch, notes);
    if (published)
      read(
        asker,
        { words, language: rules.language, from: publisherAt, to: publisherEnd },
        { ...notes, hits: undefined },
      );
    sentences.push(sentence);
  }
  return { mask: whole.mask, values: whole.values, hits, sentences };
}

function readValues(asker: Asker, analysed: AnalysedDocument, local: number): readonly number[] {
  const { numbers: words, rules } = analysed;
  const whole: Draft = { mask: 0, values: asker.nothing };
  const notes = { whole, part: undefined, hits: undefined };
  const stretch: Stretch = { words, language: rules.language, from: 0, to: 0 };
  const last = firstSentenceOf(analysed, local + 1);
  for (let number = firstSentenceOf(analysed, local); number < last; number += 1) {
    stretch.from = sentenceWordOf(analysed, number);
    stretch.to = sentenceEnd(analysed, local, number);
    read(asker, stretch, notes);
  }
  return whole.values;
}

function readTitle(asker: Asker, analysed: AnalysedDocument, local: number): Coverage {
  const { language } = analysed.rules;
  const whole: Draft = { mask: 0, values: asker.nothing };
  const notes = { whole, part: undefined, hits: undefined };
  const { numbers, titleAt, publisherAt, flagsAt: publisherEnd, headingWords } = analysed;
  read(asker, { words: numbers, language, from: titleAt, to: publisherAt }, notes);
  read(asker, { words: numbers, language, from: publisherAt, to: publisherEnd }, notes);
  const words = headingWords[local] ?? NO_WORDS;
  read(asker, { words, language, from: 0, to: words.length }, notes);
  return whole;
}

/** Makes matchers that share what they remember of the vocabulary. */
export function createMatching(vocabulary: Vocabulary): (reading: Reading) => Matcher {
  const marking = createMarking(vocabulary);
  let askers = 0;
  return (reading) => {
    askers += 1;
    const number = askers;
    const nothing = zeros(reading.terms.length);
    let known: Asker | undefined;
    const question = {
      asker(): Asker {
        const marks = marking.of(reading, number);
        // another question may have been asked in between
        if (known === undefined || known.marks !== marks)
          known = { marks, stems: vocabulary.stemsOfSurfaces(), nothing, publishers: reading.publishers };
        return known;
      },
    };
    return {
      passage(analysed, local) {
        return readPassage(question.asker(), analysed, local);
      },
      values(analysed, local) {
        return readValues(question.asker(), analysed, local);
      },
      title(analysed, local) {
        return readTitle(question.asker(), analysed, local);
      },
    };
  };
}

/** Whether a wording stands at a word, and ends before the text does. */
function standsAt(
  stems: readonly number[],
  words: Uint32Array,
  at: number,
  end: number,
  own: Int32Array,
): boolean {
  if (stems.length === 1) return (own[words[at] ?? 0] ?? 0) >= 0;
  if (at + stems.length > end) return false;
  return stems.every((stem, i) => {
    const stands = own[words[at + i] ?? 0] ?? 0;
    return stands === stem || stands === ~stem;
  });
}

/** Where a sentence's words end: a phrase does not reach from one sentence into the next. */
function sentenceEnd(analysed: AnalysedDocument, local: number, number: number): number {
  const isLast = number + 1 >= firstSentenceOf(analysed, local + 1);
  return isLast ? firstWordOf(analysed, local + 1) : sentenceWordOf(analysed, number + 1);
}
