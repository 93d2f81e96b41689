/** The terms of a question: what its words ask about, each with all its wordings and its weight. */
import { wordSet } from "../corpus/languages.ts";
import { fold, OPENING_NUMERAL } from "../corpus/terms.ts";
import { type Aliased, isParticle, type Wording } from "./aliases.ts";
import { isChatter, isLight } from "./chatter.ts";
import { compoundOfName, isNameInTexts, nicknameOf, partsOfCompound } from "./compounds.ts";
import type { Token } from "./tokens.ts";
import {
  aliasedAlone,
  askedWordings,
  directWordings,
  otherWordings,
  type TermMaker,
  uniqueWordings,
  weightOf,
  wordingsOf,
} from "./wordings.ts";

/** Something the question asks about: a word, or a group of words that say the same. */
export interface Term {
  /** As it was asked, folded. */
  readonly word: string;
  /** Empty if the corpus has no such word. */
  readonly wordings: readonly Wording[];
  /** Those that only known questions have. */
  readonly askedAs: readonly Wording[];
  /** BM25's weight of its most frequent wording, discounted if it is a guess at a misspelt word. */
  readonly idf: number;
  readonly name: boolean;
  /** Whether the texts have it as a name, however it was typed: "salesforce". */
  readonly named: boolean;
  readonly number: boolean;
  /** 0..1: how rare the word is in the question's language at large; 1 for names and numbers. */
  readonly rarity: number;
  /** What a misspelt word was taken for. */
  readonly corrected: readonly string[];
  /** A phrase that the glossary knows and no text has in any wording: what it says, no source tells. */
  readonly unsaid: boolean;
  /** Stem of the word, or of what it was taken for, in the question's language, for soft matches. */
  readonly stem: string;
}

/** Coverage is kept in the bits of a number. */
export const MOST_TERMS = 30;
/** A word that only resembles the asked one counts for less. */
const CORRECTED_DISCOUNT = 0.9;
/** "Year" of "in what year" says what is asked for, and "get" says little: they need not stand in the answer. */
const LIGHT_DISCOUNT = 0.4;

/** "Reply" and "rally" are made otherwise. */
const SHORTEST_MANNER = 4;
/** These say when something was, and "comply" what was done. */
const TELLING = wordSet(
  "comply finally originally eventually initially ultimately recently previously formerly subsequently immediately lately shortly early daily weekly monthly yearly",
);

/** "Obviously", "mostly": what is said of how something is, which a text says otherwise or not at all. English alone has a form for it. */
function isManner(word: string, { corpus, rules }: TermMaker): boolean {
  if (rules.language !== "en" || !word.endsWith("ly") || TELLING.has(word)) return false;
  const stem = word.slice(0, -2);
  if (stem.length < SHORTEST_MANNER) return false;
  const isWord = (each: string) => corpus.rarity(each, "en") < 1;
  return isWord(stem) || (stem.endsWith("b") && isWord(`${stem}le`)) || isWord(`${stem.slice(0, -1)}y`);
}

function makeTerm(token: Token, aliased: Aliased | undefined, maker: TermMaker): Term | undefined {
  const { corpus, spelling, rules, reduce } = maker;
  const word = fold(token.text);
  const small = token.text.toLowerCase();
  const direct = directWordings(token.text, maker);
  let wordings = uniqueWordings(aliased === undefined ? direct : [...aliased.wordings, ...direct]);
  let corrected: readonly string[] = [];
  // a word that only another language's stemmer brings home, and that no text has, is more likely misspelt
  const foreign = aliased === undefined && wordings.every(({ language }) => language !== undefined);
  const guesses =
    foreign && wordings.length > 0 && !corpus.lexicon.has(word) ? maker.corrections(token.text) : [];
  if (guesses.length > 0) {
    corrected = guesses;
    wordings = uniqueWordings(guesses.flatMap((guess) => wordingsOf(guess, maker)));
  }
  const asked = askedWordings(token.text, maker);
  const askedAs = uniqueWordings(aliased === undefined ? asked : [...aliased.askedAs, ...asked]);
  if (wordings.length === 0) {
    if (isChatter(small, rules.language) || isLight(small, rules.language)) return undefined;
    if (!token.capital && isManner(small, maker)) return undefined;
    // "står" of "vad står CBP för"
    if (maker.asksMeaning && maker.asked.has(word)) return undefined;
    // a word that the glossary has is spelt as meant
    if (aliased === undefined && askedAs.length === 0 && spelling.isMisspeltStopWord(token.text, rules))
      return undefined;
    corrected = aliased === undefined && askedAs.length === 0 ? maker.corrections(token.text) : [];
    wordings = uniqueWordings(corrected.flatMap((guess) => wordingsOf(guess, maker)));
  }
  const light = maker.asked.has(word) || isLight(small, rules.language);
  const discount = (corrected.length > 0 ? CORRECTED_DISCOUNT : 1) * (light ? LIGHT_DISCOUNT : 1);
  const name = token.capital || (token.eitherCase && isNameInTexts(token.text, maker));
  const number = OPENING_NUMERAL.test(token.text);
  const meant = corrected.length > 0 ? corrected : [token.text];
  return {
    word,
    wordings,
    askedAs,
    idf: weightOf(wordings, corpus) * discount,
    name,
    named: name || isNameInTexts(token.text, maker),
    number,
    rarity: name || number ? 1 : Math.min(...meant.map((each) => corpus.rarity(fold(each), rules.language))),
    corrected,
    unsaid: false,
    stem: reduce(meant[0] ?? token.text, rules).stem,
  };
}

function unknownTerm(word: string, askedAs: readonly Wording[], { corpus }: TermMaker): Term {
  return {
    word,
    wordings: [],
    askedAs,
    idf: weightOf([], corpus),
    name: false,
    named: false,
    number: false,
    rarity: 1,
    corrected: [],
    unsaid: false,
    stem: "",
  };
}

// within a name of several words, closed-class words of the texts' languages are passed over, too: "Fight for the Future"
function isStop(token: string, inName: boolean, { rules, languages, reduce }: TermMaker): boolean {
  if (reduce(token, rules).stop) return true;
  // "The Hill" in a question of another language
  return inName && languages.some((language) => reduce(token, language).stop);
}

/** A word that is met as it is, or misspelt, else the name within it and what is joined to that. */
function termsOfWord(token: Token, aliased: Aliased | undefined, maker: TermMaker): Term[] {
  const term = makeTerm(token, aliased, maker);
  if (term === undefined) return [];
  const parts =
    aliased === undefined && (term.wordings.length === 0 || term.corrected.length > 0)
      ? ((term.wordings.length === 0 ? compoundOfName(token, maker) : undefined) ??
        partsOfCompound(token, maker))
      : undefined;
  return parts === undefined ? [term] : termsOfParts(parts, maker);
}

function termsOfParts(parts: readonly Token[], maker: TermMaker): Term[] {
  return parts
    .filter(({ text, capital }) => !isStop(text, capital, maker))
    .flatMap((part) => makeTerm(part, aliasedAlone(part, maker), maker) ?? []);
}

/** What tells a term from others: by which stems it is met, of a word of the question's own in its language. */
function keyOf({ wordings, stem, word }: Term, isAliased: boolean): string {
  let key = "";
  for (const { stems, language } of wordings) {
    if (!isAliased && language !== undefined) continue;
    if (key !== "") key += "|";
    // to join one number costs many times as much as to write it
    key += stems.length === 1 ? `${stems[0]}` : stems.join(" ");
  }
  return key || stem || word;
}

/** Behind these a small number says how many things of a kind are asked for: "what 3 things", which texts tell one by one. */
const COUNTED = wordSet("what which the these those list name vilka de dessa que cuales los las estos estas");
const SMALL_NUMBER = /^(?:[2-9]|10)$/;

function isCount(token: string, before: string | undefined, maker: TermMaker): boolean {
  const isCounted = before === undefined || COUNTED.has(before.toLowerCase());
  if (!SMALL_NUMBER.test(token) || !isCounted) return false;
  return directWordings(token, maker).length === 0;
}

/** The terms of a question's words, each once, in their order. */
function allTerms(tokens: readonly Token[], maker: TermMaker): Term[] {
  const texts = tokens.map((token) => token.text);
  const terms = new Map<string, Term>();
  // particles that belong to a verb before them: "skrev … på"
  const passed = new Set<number>();
  for (let at = 0; at < tokens.length; ) {
    const named = maker.aliases.match(texts, at, maker);
    const nickname = nicknameOf(tokens[at], named, maker);
    const alias = nickname === undefined ? named : undefined;
    const slice = tokens.slice(at, at + (alias?.length ?? 1));
    if (alias?.particle !== undefined) passed.add(alias.particle);
    if (alias !== undefined && slice.length > 1 && alias.wordings.length === 0) {
      // the glossary has the phrase and no text has it in any wording: its words apart do not say it
      const word = fold(slice.map((token) => token.text).join(" "));
      // a verb with its particle, "turn up", may be there in other words
      const unsaid = !isParticle(slice.at(-1)?.text ?? "");
      terms.set(word, { ...unknownTerm(word, alias.askedAs, maker), unsaid });
      at += slice.length;
      continue;
    }
    const aliased = alias === undefined ? undefined : otherWordings(alias, slice, maker);
    if (nickname !== undefined) addTerms(termsOfParts(nickname, maker), false, terms);
    else
      for (let i = 0; i < slice.length; i += 1) {
        const token = slice[i];
        if (token === undefined || passed.has(at + i)) continue;
        if (isStop(token.text, token.capital || slice.length > 1, maker)) continue;
        if (isCount(token.text, texts[at + i - 1], maker)) continue;
        addTerms(termsOfWord(token, aliased, maker), aliased !== undefined, terms);
      }
    at += slice.length;
  }
  return [...terms.values()];
}

function addTerms(found: readonly Term[], isAliased: boolean, terms: Map<string, Term>): void {
  for (const term of found) {
    const key = keyOf(term, isAliased);
    if (!terms.has(key)) terms.set(key, term);
  }
}

// too long a question keeps the terms that tell most, in their order
function mostTelling(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= MOST_TERMS) return terms;
  const kept = new Set([...terms].sort((a, b) => b.idf - a.idf).slice(0, MOST_TERMS));
  return terms.filter((term) => kept.has(term));
}

/** The terms of a question, at most `MOST_TERMS`, in its order. */
export function termsOf(tokens: readonly Token[], maker: TermMaker): readonly Term[] {
  return mostTelling(allTerms(tokens, maker));
}
