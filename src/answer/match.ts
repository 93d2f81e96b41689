/** Where a question's terms stand in a passage, sentence by sentence. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Reading } from "./reading.ts";
import { createResemblances, type Resemblance } from "./resemblance.ts";

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
  values: Float64Array;
}

export interface SentenceMatch extends Coverage {
  readonly from: number;
  readonly to: number;
}

export interface PassageMatch extends Coverage {
  readonly hits: readonly Hit[];
  readonly sentences: readonly SentenceMatch[];
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
  values(analysed: AnalysedDocument, local: number): Float64Array;
  /** The document's title and the headings above a passage. */
  title(analysed: AnalysedDocument, local: number): Coverage;
}

interface Target {
  readonly term: number;
  readonly stems: readonly number[];
  readonly weight: number;
  readonly language: string | undefined;
}

/** What a word says of the question: terms it stands for, or the one it resembles. */
type Role = { readonly targets: readonly Target[] } | ({ readonly targets: undefined } & Resemblance);

const NO_WORDS = new Uint32Array(0);

/** What is remembered of the vocabulary between questions, so that a word costs one look-up. */
interface WordTable {
  /** By surface: `asker << 16 | role`; a role counts for the asker that wrote it. */
  roles: Uint32Array;
  asker: number;
}

/** Coverages whose values lie in one array: to make one of more than a few numbers costs ten times as much as to cut it out. */
const ROWS = 64;

const ROLE_BITS = 16;
const MOST_ROLES = 0xffff;

/** Begins a question; what earlier ones wrote counts no more. */
function nextAsker(table: WordTable, vocabulary: Vocabulary): number {
  if (table.roles.length < vocabulary.surfaces())
    table.roles = new Uint32Array(Math.ceil(vocabulary.surfaces() * 1.2));
  if (table.asker === MOST_ROLES) {
    table.roles.fill(0);
    table.asker = 0;
  }
  table.asker += 1;
  return table.asker;
}

function targetsOf({ terms }: Reading): ReadonlyMap<number, readonly Target[]> {
  const targets = new Map<number, Target[]>();
  terms.forEach((term, number) => {
    for (const { stems, weight, language } of term.wordings) {
      const [first] = stems;
      if (first === undefined) continue;
      const known = targets.get(first);
      const target = { term: number, stems, weight, language };
      if (known === undefined) targets.set(first, [target]);
      else known.push(target);
    }
  });
  return targets;
}

/** Makes matchers that share what they remember of the vocabulary. */
export function createMatching(vocabulary: Vocabulary): (reading: Reading) => Matcher {
  const table: WordTable = { roles: new Uint32Array(0), asker: 0 };
  const resemblances = createResemblances(vocabulary);
  return (reading) => createMatcher(reading, vocabulary, table, resemblances(reading.terms));
}

function createMatcher(
  reading: Reading,
  vocabulary: Vocabulary,
  table: WordTable,
  resembled: (stem: number) => Resemblance | undefined,
): Matcher {
  const targets = targetsOf(reading);
  // most words are told to be no target by their number's last bits
  let kinds = 0;
  for (const stem of targets.keys()) kinds |= 1 << (stem & 31);
  const asker = nextAsker(table, vocabulary);
  const { roles: known } = table;
  // role 0 is none
  const roles: (Role | undefined)[] = [undefined];

  function learn(word: number): number {
    const stem = vocabulary.stemOf(word);
    const found = ((kinds >>> (stem & 31)) & 1) === 1 ? targets.get(stem) : undefined;
    let number = 0;
    if (found !== undefined) number = roles.push({ targets: found }) - 1;
    else {
      const like = vocabulary.isStop(word) ? undefined : resembled(stem);
      if (like !== undefined) number = roles.push({ targets: undefined, ...like }) - 1;
    }
    if (number <= MOST_ROLES) known[word] = (asker << ROLE_BITS) | number;
    return number;
  }

  // what the words from `from` to `to` say is noted in one or two coverages; exact hits are listed
  function read(
    text: AnalysedDocument,
    words: Uint32Array,
    from: number,
    to: number,
    into: Coverage,
    also: Coverage | undefined,
    hits: Hit[] | undefined,
  ): void {
    for (let at = from; at < to; at += 1) {
      const word = words[at] ?? 0;
      const entry = known[word] ?? 0;
      const number = entry >>> ROLE_BITS === asker ? entry & MOST_ROLES : learn(word);
      const role = number === 0 ? undefined : roles[number];
      if (role === undefined) continue;
      if (role.targets === undefined) {
        note(into, role.term, role.value, false);
        if (also !== undefined) note(also, role.term, role.value, false);
        continue;
      }
      for (const target of role.targets) {
        const { term, weight, stems, language } = target;
        if (language !== undefined && language !== text.rules.language) continue;
        if (!standsAt(stems, words, at, to, vocabulary)) continue;
        hits?.push({ at, term, length: stems.length, weight });
        note(into, term, weight, weight === 1);
        if (also !== undefined) note(also, term, weight, weight === 1);
      }
    }
  }

  // shared by all that have nothing, which most have
  const nothing = new Float64Array(reading.terms.length);
  let rows = new Float64Array(0);
  let used = 0;

  function note(into: Coverage, term: number, value: number, exact: boolean): void {
    if (into.values === nothing) {
      if (used === rows.length) {
        rows = new Float64Array(ROWS * nothing.length);
        used = 0;
      }
      into.values = rows.subarray(used, used + nothing.length);
      used += nothing.length;
    }
    if (exact) into.mask |= 1 << term;
    if ((into.values[term] ?? 0) < value) into.values[term] = value;
  }

  return {
    passage(analysed, local) {
      const whole: Coverage = { mask: 0, values: nothing };
      const hits: Hit[] = [];
      const sentences: SentenceMatch[] = [];
      const last = analysed.passageSentences[local + 1] ?? 0;
      for (let number = analysed.passageSentences[local] ?? 0; number < last; number += 1) {
        const from = analysed.sentences[number * 3] ?? 0;
        const to = sentenceEnd(analysed, local, number);
        const sentence = { mask: 0, values: nothing, from, to };
        read(analysed, analysed.words, from, to, whole, sentence, hits);
        sentences.push(sentence);
      }
      return { mask: whole.mask, values: whole.values, hits, sentences };
    },
    values(analysed, local) {
      const whole: Coverage = { mask: 0, values: nothing };
      const last = analysed.passageSentences[local + 1] ?? 0;
      for (let number = analysed.passageSentences[local] ?? 0; number < last; number += 1) {
        const from = analysed.sentences[number * 3] ?? 0;
        read(
          analysed,
          analysed.words,
          from,
          sentenceEnd(analysed, local, number),
          whole,
          undefined,
          undefined,
        );
      }
      return whole.values;
    },
    title(analysed, local) {
      const coverage: Coverage = { mask: 0, values: nothing };
      for (const words of [analysed.titleWords, analysed.headingWords[local] ?? NO_WORDS])
        read(analysed, words, 0, words.length, coverage, undefined, undefined);
      return coverage;
    },
  };
}

/** Whether a wording stands at a word, and ends before the text does. */
function standsAt(
  stems: readonly number[],
  words: Uint32Array,
  at: number,
  end: number,
  vocabulary: Vocabulary,
): boolean {
  if (stems.length === 1) return !vocabulary.isStop(words[at] ?? 0);
  if (at + stems.length > end) return false;
  return stems.every((stem, i) => vocabulary.stemOf(words[at + i] ?? 0) === stem);
}

/** Where a sentence's words end: a phrase does not reach from one sentence into the next. */
function sentenceEnd(
  { passageWords, passageSentences, sentences }: AnalysedDocument,
  local: number,
  number: number,
): number {
  const isLast = number + 1 >= (passageSentences[local + 1] ?? 0);
  return (isLast ? passageWords[local + 1] : sentences[number * 3 + 3]) ?? 0;
}
