/** In which words the corpus' texts may have what a question says. */
import type { Corpus } from "../corpus/corpus.ts";
import type { LanguageRules } from "../corpus/languages.ts";
import { inverseFrequency } from "../corpus/packed.ts";
import type { Aliased, Aliases, AliasMatch, Wording } from "./aliases.ts";
import type { Reduce } from "./reduce.ts";
import type { SpellingChecker } from "./spelling.ts";
import type { Token } from "./tokens.ts";

/** What reading a question needs of the loaded corpus. */
export interface ReadingTools {
  readonly corpus: Corpus;
  readonly aliases: Aliases;
  readonly spelling: SpellingChecker;
}

/** The same for one question. */
export interface TermMaker extends ReadingTools {
  readonly rules: LanguageRules;
  /** The question's language and those of the texts. */
  readonly languages: readonly LanguageRules[];
  readonly reduce: Reduce;
  /** Words that say what kind of answer is asked for. */
  readonly asked: ReadonlySet<string>;
  /** Whether that is what an abbreviation stands for. */
  readonly asksMeaning: boolean;
  /** What a word may be a misspelling of; looked up once a question, for it costs most of all. */
  corrections(token: string): readonly string[];
}

/** Letters up to which an abbreviation may be another word in small letters: "US", "WHO", "IT". */
const LONGEST_SHORT = 3;

/** The stems by which texts in any of the corpus' languages may hold a word. */
export function directWordings(token: string, maker: TermMaker): Wording[] {
  const wordings: Wording[] = [];
  const capitals = token.length > LONGEST_SHORT && token === token.toUpperCase();
  for (const rules of maker.languages) {
    const own = rules === maker.rules;
    const { stem, surface, number } = maker.reduce(token, rules);
    // an abbreviation is not stemmed, but texts may write it as a name: "RAICES", "Raices"
    const asName = capitals ? maker.reduce(surface, rules) : undefined;
    const language = own ? undefined : rules.language;
    addStem(number, language, maker, wordings);
    if (own && surface !== stem)
      addStem(maker.corpus.vocabulary.stemNumber(surface), language, maker, wordings);
    if (asName?.stop === false && asName.stem !== stem && !(own && asName.stem === surface))
      addStem(asName.number, language, maker, wordings);
  }
  return wordings;
}

function addStem(
  stem: number | undefined,
  language: string | undefined,
  { corpus }: TermMaker,
  into: Wording[],
): void {
  if (stem !== undefined && corpus.works.has(stem)) into.push({ stems: [stem], weight: 1, language });
}

/** The stems by which known questions of the same language hold a word, where no text does. */
export function askedWordings(token: string, { corpus, rules, reduce }: TermMaker): Wording[] {
  const known = corpus.known();
  if (known.all.length === 0) return [];
  // read first: their stems are numbered then
  const spoken = known.in(rules.language);
  const { stem, surface } = reduce(token, rules);
  return [...new Set([stem, surface])].flatMap((form) => {
    const number = corpus.vocabulary.stemNumber(form);
    if (number === undefined || corpus.works.frequency(number) > 0) return [];
    return spoken.having(number).length > 0 ? [{ stems: [number], weight: 1, language: undefined }] : [];
  });
}

/** What remains of the weight of a term that only related words can meet. */
const RELATED_DISCOUNT = 0.6;

/** BM25's weight of the most frequent of some wordings. */
export function weightOf(wordings: readonly Wording[], { works }: Corpus): number {
  const hasEqual = wordings.some(({ weight }) => weight === 1);
  let most = 0;
  for (const { stems, weight } of wordings) {
    if (hasEqual && weight !== 1) continue;
    let fewest = Number.POSITIVE_INFINITY;
    for (const stem of stems) fewest = Math.min(fewest, works.frequency(stem));
    most = Math.max(most, fewest);
  }
  const discount = !hasEqual && wordings.length > 0 ? RELATED_DISCOUNT : 1;
  return inverseFrequency(most, works.size()) * discount;
}

/** Each wording once, with its largest weight. */
export function uniqueWordings(wordings: readonly Wording[]): readonly Wording[] {
  if (wordings.length < 2) return wordings;
  const best: Wording[] = [];
  for (const wording of wordings) {
    const at = best.findIndex((other) => isSame(other, wording));
    if (at < 0) best.push(wording);
    else if ((best[at]?.weight ?? 0) < wording.weight) best[at] = wording;
  }
  return best;
}

function isSame(a: Wording, b: Wording): boolean {
  if (a.language !== b.language || a.stems.length !== b.stems.length) return false;
  for (let at = 0; at < a.stems.length; at += 1) if (a.stems[at] !== b.stems[at]) return false;
  return true;
}

/** All wordings of a word of the corpus, the glossary's included. */
export function wordingsOf(word: string, maker: TermMaker): Wording[] {
  const { aliases, corpus } = maker;
  // a word of the lexicon is folded, and may be stemmed otherwise than as it was written
  const stem = corpus.lexicon.stem(word);
  const own = stem === undefined ? [] : [{ stems: [stem], weight: 1, language: undefined }];
  return [...(aliases.match([word], 0, maker)?.wordings ?? []), ...directWordings(word, maker), ...own];
}

/**
 * The wordings of a phrase other than its own words: each of those stays a term of its own, so that half a phrase still counts, and
 * may also be met by another wording of the whole, such as its abbreviation.
 */
export function otherWordings(
  alias: AliasMatch,
  tokens: readonly Token[],
  { corpus, rules, reduce }: TermMaker,
): Aliased {
  if (tokens.length === 1) return alias;
  const own = tokens
    .map(({ text }) => reduce(text, rules))
    .flatMap(({ stem, stop }) => (stop ? [] : (corpus.vocabulary.stemNumber(stem) ?? [])));
  return { wordings: withoutStems(alias.wordings, own), askedAs: withoutStems(alias.askedAs, own) };
}

function withoutStems(wordings: readonly Wording[], own: readonly number[]): readonly Wording[] {
  return wordings.filter(({ stems }) => !stems.some((stem) => own.includes(stem)));
}

/** What the glossary has for a word by itself. */
export function aliasedAlone({ text }: Token, maker: TermMaker): Aliased | undefined {
  return maker.aliases.match([text], 0, maker);
}
