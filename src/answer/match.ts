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

/** Words alike in at least this many first letters are similar, in proportion to the longer one's length. */
const SHORTEST_PREFIX = 4;
/** Similar words below this share say nothing. */
const LEAST_SIMILAR = 0.5;

/** 0..1: the share of the longer word that the two have in common as a prefix, or that the shorter fills within it. */
export function similarity(a: string, b: string): number {
  const shorter = a.length <= b.length ? a : b;
  const longer = a.length <= b.length ? b : a;
  if (shorter.length < SHORTEST_PREFIX) return 0;
  if (shorter.length < LEAST_SIMILAR * longer.length) return 0;
  let common = 0;
  while (common < shorter.length && shorter.charCodeAt(common) === longer.charCodeAt(common)) common += 1;
  if (common < shorter.length && longer.includes(shorter)) common = shorter.length;
  const share = common < SHORTEST_PREFIX ? 0 : common / longer.length;
  return share >= LEAST_SIMILAR ? share : 0;
}

/** What a word says of the question: terms it stands for, or the one it resembles. */
type Role =
  | { readonly targets: readonly Target[] }
  | { readonly targets: undefined; readonly term: number; readonly value: number };

const NO_WORDS = new Uint32Array(0);

function emptyCoverage(terms: number): Coverage {
  return { mask: 0, values: new Float64Array(terms) };
}

function note(into: Coverage, term: number, value: number, exact: boolean): void {
  if (exact) into.mask |= 1 << term;
  if ((into.values[term] ?? 0) < value) into.values[term] = value;
}

/** What is remembered of the vocabulary between questions, so that a word costs one look-up. */
interface WordTable {
  /** By surface: `asker << 16 | role`; a role counts for the asker that wrote it. */
  roles: Uint32Array;
  asker: number;
  /** By stem: which letters are in it, one bit for those of a kind; 0 until looked at. */
  letters: Uint32Array;
}

const ROLE_BITS = 16;
const MOST_ROLES = 0xffff;

/** Begins a question; what earlier ones wrote counts no more. */
function nextAsker(table: WordTable, vocabulary: Vocabulary): number {
  if (table.roles.length < vocabulary.surfaces())
    table.roles = new Uint32Array(Math.ceil(vocabulary.surfaces() * 1.2));
  if (table.letters.length < vocabulary.stems())
    table.letters = new Uint32Array(Math.ceil(vocabulary.stems() * 1.2));
  if (table.asker === MOST_ROLES) {
    table.roles.fill(0);
    table.asker = 0;
  }
  table.asker += 1;
  return table.asker;
}

function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits >>> 0;
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

interface Wide {
  readonly stem: string;
  readonly letters: number;
  readonly number: number;
}

function wideTerms({ terms }: Reading): readonly Wide[] {
  return terms.flatMap((term, number) =>
    canBeSimilar(term) ? [{ stem: term.stem, letters: lettersOf(term.stem), number }] : [],
  );
}

/** The term that a stem resembles most. */
function resembled(
  stem: number,
  wide: readonly Wide[],
  vocabulary: Vocabulary,
  known: Uint32Array,
): Role | undefined {
  const text = vocabulary.stemText(stem);
  if (text.length < SHORTEST_PREFIX) return undefined;
  let letters = known[stem] ?? 0;
  if (letters === 0) known[stem] = letters = lettersOf(text);
  let term = -1;
  let best = 0;
  for (const each of wide) {
    // words that neither begin alike nor have the one's letters in the other have nothing in common
    if (
      text.charCodeAt(0) !== each.stem.charCodeAt(0) &&
      (letters & ~each.letters) !== 0 &&
      (each.letters & ~letters) !== 0
    )
      continue;
    const value = similarity(each.stem, text);
    if (value > best) {
      best = value;
      term = each.number;
    }
  }
  return term < 0 ? undefined : { targets: undefined, term, value: best };
}

/** Makes matchers that share what they remember of the vocabulary. */
export function createMatching(vocabulary: Vocabulary): (reading: Reading) => Matcher {
  const table: WordTable = { roles: new Uint32Array(0), asker: 0, letters: new Uint32Array(0) };
  return (reading) => createMatcher(reading, vocabulary, table);
}

function createMatcher(reading: Reading, vocabulary: Vocabulary, table: WordTable): Matcher {
  const targets = targetsOf(reading);
  const wide = wideTerms(reading);
  const asker = nextAsker(table, vocabulary);
  const { roles: known, letters } = table;
  // role 0 is none
  const roles: (Role | undefined)[] = [undefined];

  function learn(word: number): number {
    const stem = vocabulary.stemOf(word);
    const found = targets.get(stem);
    const role =
      found !== undefined
        ? { targets: found }
        : vocabulary.isStop(word)
          ? undefined
          : resembled(stem, wide, vocabulary, letters);
    const number = role === undefined ? 0 : roles.push(role) - 1;
    if (number <= MOST_ROLES) known[word] = (asker << ROLE_BITS) | number;
    return number;
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
        if (!standsAt(target, text, words, at, to)) continue;
        const { term, weight, stems } = target;
        hits?.push({ at, term, length: stems.length, weight });
        note(into, term, weight, weight === 1);
        if (also !== undefined) note(also, term, weight, weight === 1);
      }
    }
  }

  return {
    passage(analysed, local) {
      const whole = emptyCoverage(reading.terms.length);
      const hits: Hit[] = [];
      const sentences: SentenceMatch[] = [];
      eachSentence(analysed, local, (from, to) => {
        const { mask, values } = emptyCoverage(reading.terms.length);
        const sentence = { mask, values, from, to };
        read(analysed, analysed.words, from, to, whole, sentence, hits);
        sentences.push(sentence);
      });
      return { mask: whole.mask, values: whole.values, hits, sentences };
    },
    values(analysed, local) {
      const whole = emptyCoverage(reading.terms.length);
      eachSentence(analysed, local, (from, to) =>
        read(analysed, analysed.words, from, to, whole, undefined, undefined),
      );
      return whole.values;
    },
    title(analysed, local) {
      const coverage = emptyCoverage(reading.terms.length);
      for (const words of [analysed.titleWords, analysed.headingWords[local] ?? NO_WORDS])
        read(analysed, words, 0, words.length, coverage, undefined, undefined);
      return coverage;
    },
  };
}

// a phrase does not reach from one sentence into the next
function eachSentence(
  { passageWords, passageSentences, sentences }: AnalysedDocument,
  local: number,
  visit: (from: number, to: number) => void,
): void {
  const end = passageWords[local + 1] ?? 0;
  const last = passageSentences[local + 1] ?? 0;
  for (let number = passageSentences[local] ?? 0; number < last; number += 1)
    visit(sentences[number * 3] ?? 0, number + 1 < last ? (sentences[number * 3 + 3] ?? end) : end);
}

function canBeSimilar(term: Term): boolean {
  return term.stem.length >= SHORTEST_PREFIX && !term.number;
}
