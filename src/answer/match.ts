/** Where a question's terms stand in a passage, sentence by sentence. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Reading, Term } from "./reading.ts";

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
  readonly values: Float64Array;
}

export interface SentenceMatch extends Coverage {
  readonly from: number;
  readonly to: number;
}

export interface PassageMatch extends Coverage {
  readonly hits: readonly Hit[];
  readonly sentences: readonly SentenceMatch[];
}

export interface Matcher {
  passage(analysed: AnalysedDocument, local: number): PassageMatch;
  /** The document's title and the headings above a passage. */
  title(analysed: AnalysedDocument, local: number): Coverage;
}

interface Target {
  readonly term: number;
  readonly stems: readonly number[];
  readonly weight: number;
  readonly language: string | undefined;
}

/** Words alike in at least this many first letters are similar, in proportion to the longer one's length. */
const SHORTEST_PREFIX = 4;
/** Similar words below this share say nothing. */
const LEAST_SIMILAR = 0.5;

/** 0..1: the share of the longer word that the two have in common as a prefix, or that the shorter fills within it. */
export function similarity(a: string, b: string): number {
  const shorter = a.length <= b.length ? a : b;
  const longer = a.length <= b.length ? b : a;
  if (shorter.length < SHORTEST_PREFIX) return 0;
  let common = 0;
  while (common < shorter.length && shorter.charCodeAt(common) === longer.charCodeAt(common)) common += 1;
  if (common < shorter.length && longer.includes(shorter)) common = shorter.length;
  const share = common < SHORTEST_PREFIX ? 0 : common / longer.length;
  return share >= LEAST_SIMILAR ? share : 0;
}

interface Similar {
  readonly term: number;
  readonly value: number;
}

const NO_WORDS = new Uint32Array(0);

function emptyCoverage(terms: number): Coverage {
  return { mask: 0, values: new Float64Array(terms) };
}

function note(into: Coverage, term: number, value: number, exact: boolean): void {
  if (exact) into.mask |= 1 << term;
  if ((into.values[term] ?? 0) < value) into.values[term] = value;
}

export function createMatcher(reading: Reading, vocabulary: Vocabulary): Matcher {
  const targets = new Map<number, Target[]>();
  reading.terms.forEach((term, number) => {
    for (const { stems, weight, language } of term.wordings) {
      const [first] = stems;
      if (first === undefined) continue;
      const known = targets.get(first);
      const target = { term: number, stems, weight, language };
      if (known === undefined) targets.set(first, [target]);
      else known.push(target);
    }
  });
  const similar = new Map<number, Similar | undefined>();
  const wide = reading.terms
    .map((term, number) => ({ term, number }))
    .filter(({ term }) => canBeSimilar(term));

  function similarTo(stem: number): Similar | undefined {
    if (similar.has(stem)) return similar.get(stem);
    const text = vocabulary.stemText(stem);
    let best: Similar | undefined;
    for (const { term, number } of wide) {
      const value = similarity(term.stem, text);
      if (value > (best?.value ?? 0)) best = { term: number, value };
    }
    similar.set(stem, best);
    return best;
  }

  function standsAt(
    target: Target,
    { rules }: AnalysedDocument,
    words: Uint32Array,
    at: number,
    end: number,
  ): boolean {
    if (target.language !== undefined && target.language !== rules.language) return false;
    if (target.stems.length === 1) return !vocabulary.isStop(words[at] ?? 0);
    if (at + target.stems.length > end) return false;
    return target.stems.every((stem, i) => vocabulary.stemOf(words[at + i] ?? 0) === stem);
  }

  // notes in every coverage of `into` what the word at `at` says; exact hits are listed
  function readWord(
    text: AnalysedDocument,
    words: Uint32Array,
    at: number,
    end: number,
    into: readonly Coverage[],
    hits: Hit[],
  ): void {
    const word = words[at] ?? 0;
    const stem = vocabulary.stemOf(word);
    const found = targets.get(stem);
    if (found !== undefined) {
      for (const target of found) {
        if (!standsAt(target, text, words, at, end)) continue;
        hits.push({ at, term: target.term, length: target.stems.length, weight: target.weight });
        for (const coverage of into) note(coverage, target.term, target.weight, target.weight === 1);
      }
    } else if (!vocabulary.isStop(word)) {
      const like = similarTo(stem);
      if (like !== undefined) for (const coverage of into) note(coverage, like.term, like.value, false);
    }
  }

  return {
    passage(analysed, local) {
      const whole = emptyCoverage(reading.terms.length);
      const hits: Hit[] = [];
      const sentences: SentenceMatch[] = [];
      const end = analysed.passageWords[local + 1] ?? 0;
      const last = analysed.passageSentences[local + 1] ?? 0;
      for (let number = analysed.passageSentences[local] ?? 0; number < last; number += 1) {
        const from = analysed.sentences[number * 3] ?? 0;
        const to = number + 1 < last ? (analysed.sentences[number * 3 + 3] ?? end) : end;
        const sentence = { ...emptyCoverage(reading.terms.length), from, to };
        for (let at = from; at < to; at += 1)
          readWord(analysed, analysed.words, at, to, [whole, sentence], hits);
        sentences.push(sentence);
      }
      return { ...whole, hits, sentences };
    },
    title(analysed, local) {
      const coverage = emptyCoverage(reading.terms.length);
      const hits: Hit[] = [];
      for (const words of [analysed.titleWords, analysed.headingWords[local] ?? NO_WORDS])
        for (let at = 0; at < words.length; at += 1)
          readWord(analysed, words, at, words.length, [coverage], hits);
      return coverage;
    },
  };
}

function canBeSimilar(term: Term): boolean {
  return term.stem.length >= SHORTEST_PREFIX && !term.number;
}
