/** Answer, or not in our sources: what a quote must show before it may stand as an answer. */
import {
  type AnalysedDocument,
  firstSentenceOf,
  firstWordOf,
  sentenceEndOf,
  sentenceStartOf,
  wordAt,
} from "../corpus/analysis.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { isGeneralNoun } from "./asked-noun.ts";
import { namesPerson } from "./asked-person.ts";
import type { AskedFor } from "./asked-words.ts";
import { isPublishedBy } from "./attribution.ts";
import { isChatter, isEmpty } from "./chatter.ts";
import { actsIn, isDoneTo, isOfOthers, isPublisher, speaksOf } from "./doer.ts";
import { SENTENCE_FEATURES } from "./features.ts";
import { type Alike, isSame } from "./likeness.ts";
import { missingName, roleOfAnother } from "./names.ts";
import { isAnybody } from "./people.ts";
import { isOnlySupposed, isOnlyWanted } from "./premise.ts";
import type { Term } from "./question-terms.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { isNameOf, mayReact, tells, tellsFurther } from "./sought.ts";
import { isWriting } from "./speech.ts";
import { isOfOtherPeople, isOfOtherYear, isReversed, tellsAll } from "./subject.ts";
import { tokensOf } from "./tokens.ts";
import { type AmountUnit, hasUnit } from "./units.ts";
import { DATE, kindOf, QUANTITY } from "./word-kinds.ts";

/** Why a sentence may not stand as an answer; `none` if it may. */
export type Objection =
  | { readonly kind: "none" }
  | { readonly kind: "name-missing"; readonly term: Term }
  | { readonly kind: "of-another"; readonly word: string }
  | { readonly kind: "deed-missing"; readonly word: string }
  | { readonly kind: "deed-only-supposed"; readonly word: string }
  | { readonly kind: "deed-of-others"; readonly word: string }
  | { readonly kind: "other-people" }
  | { readonly kind: "other-year" }
  | { readonly kind: "not-all" }
  | { readonly kind: "noun-missing"; readonly word: string }
  | { readonly kind: "none-other" }
  | { readonly kind: "unsaid"; readonly word: string }
  | { readonly kind: "no-person" }
  | { readonly kind: "no-reaction" }
  | { readonly kind: "little-said" }
  | { readonly kind: "work" }
  | { readonly kind: "other-publisher" }
  | { readonly kind: "noted" }
  | { readonly kind: "no-date" }
  | { readonly kind: "no-amount" };

const NONE: Objection = { kind: "none" };

// an amount that is not a date, or whatever else was asked for
function hasKind(
  analysed: AnalysedDocument,
  [from, to]: readonly [number, number],
  kinds: (surface: number) => number,
  kind: number,
): boolean {
  for (let at = from; at < to; at += 1) {
    const found = kinds(wordAt(analysed, at));
    if ((found & kind) !== 0 && (kind !== QUANTITY || (found & DATE) === 0)) return true;
  }
  return false;
}

function passageRange({ analysed, local }: RankedSentence["evidence"]): readonly [number, number] {
  return [firstWordOf(analysed, local), firstWordOf(analysed, local + 1)];
}

export interface DecideContext {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly kinds: (surface: number) => number;
  /** How sure a sentence is to answer, 0..1; 0 for all where nobody says. */
  readonly sure?: (ranked: RankedSentence) => number;
  /** What notes say of the question that no source answers; nothing where nobody says. */
  readonly gaps?: () => readonly Gap[];
}

/** A sentence of a note that says what no source answers. */
export interface Gap {
  /** 0..1: how much the question is like one that it is known to decline. */
  readonly likeness: number;
  /** Whether that one asks for another kind of answer. */
  readonly otherKind: boolean;
  /** What it says of each of the question's terms, 0..1. */
  readonly values: readonly number[];
}

/** How sure a sentence is to answer, 0..1. */
export function sureOf(ranked: RankedSentence, { sure }: DecideContext): number {
  return sure?.(ranked) ?? 0;
}

/** So sure, a sentence may say the deed in words that we do not know to be the same, or the deed was not one. */
const SURE_WITHOUT_DEED = 0.9;

/** A deed counts as shown from this much of it on: a related word will do. */
const DEED_SHOWN = 0.4;

/** In a title only the deed itself counts: a related word there is about the source, not about the paragraph. */
const DEED_TITLED = 1;

/** From this likeness on a known question has the same names and deed as the one asked. */
const SAME_QUESTION = 0.75;

/** The question that a sentence is known to answer, if it is like the one asked. */
function knownFor({ evidence, sentence }: RankedSentence): Alike | undefined {
  const known = evidence.alike[sentence];
  return known !== undefined && known.likeness >= SAME_QUESTION ? known : undefined;
}

/** Whether a sentence is known to answer a question with the same names and deed, which asks for the same kind of answer. */
export function isKnown(ranked: RankedSentence): boolean {
  return knownFor(ranked)?.otherKind === false;
}

// "what did they tell A to do" is answered by what they called on A to do; a reaction has to be that of who was asked about
function tellsInOtherWords(ranked: RankedSentence, { reading, vocabulary }: DecideContext): boolean {
  const { sought, deed, terms } = reading;
  if (sought === undefined || !isNameOf(terms[deed]?.word ?? "", sought)) return false;
  if (!tells(textOf(ranked), sought)) return false;
  return sought === "demand" || actsIn(reading, ranked, vocabulary);
}

// "What did A reply?" is not answered by what A was asked. Only a glossary tells that no other word says it, and it does not
// know all: where the rest makes it sure enough, the deed is taken to be there in other words; but to have said something is not.
function deedMissing(ranked: RankedSentence, context: DecideContext): boolean {
  const { askedFor, deed, hasSynonyms, presumesDeed, speech } = context.reading;
  const { match, title } = ranked.evidence;
  if (!hasSynonyms || deed < 0 || isPublisher(context.reading, ranked, context.vocabulary)) return false;
  // a title may say what is wanted: that a thing was done is for the paragraph to tell
  const titled = !presumesDeed && (title.values[deed] ?? 0) >= DEED_TITLED;
  if (askedFor === "who" && isDoneTo(context.reading, ranked, context.vocabulary)) return true;
  if (titled || (match.values[deed] ?? 0) >= DEED_SHOWN) return false;
  if ((knownFor(ranked)?.values[deed] ?? 0) >= DEED_SHOWN) return false;
  if (tellsInOtherWords(ranked, context)) return false;
  const { word = "" } = context.reading.terms[deed] ?? {};
  if (speech && !(askedFor === "who" && isWriting(word)))
    return !speaksOf(context.reading, ranked, context.vocabulary);
  // "who sued A" asks for nothing but who did just that
  if (askedFor === "who" && (match.values[deed] ?? 0) === 0) return true;
  // "what made A leave" takes it as known that A left, and so does "why did A leave": that has to be told in some words
  const isCaused =
    presumesDeed &&
    (askedFor === "thing" || (askedFor === "why" && !speech && (match.values[deed] ?? 0) === 0));
  return isCaused || sureOf(ranked, context) < SURE_WITHOUT_DEED;
}

// "Which band played?" is not answered by a sentence about the concert. As with deeds, only a glossary tells.
function nounMissing(ranked: RankedSentence, { reading }: DecideContext): boolean {
  const { noun, headNoun, hasSynonyms } = reading;
  const { match, title } = ranked.evidence;
  if (!hasSynonyms || noun < 0) return false;
  return [noun, headNoun].every(
    (term) => Math.max(match.values[term] ?? 0, title.values[term] ?? 0) < DEED_SHOWN,
  );
}

/** Which of several: "who led the third group" is not answered by who led the group. */
const ORDINAL =
  /^(?:third|fourth|fifth|sixth|3rd|4th|5th|6th|tredje|fjarde|femte|tercer|tercera|tercero|cuart[oa]|dritte[nrs]?|vierte[nrs]?)$/;

function laterMissing(
  { evidence }: RankedSentence,
  { reading: { terms } }: DecideContext,
): string | undefined {
  return terms.find(({ word }, term) => ORDINAL.test(word) && (evidence.match.values[term] ?? 0) === 0)?.word;
}

/** When it was told: "according to A in June 2018", "A reported in June 2018". */
const TOLD_WHEN =
  /(?<!\p{L})(?:(?:according to|enligt|laut|según) [^.;]{1,60}?(?<!\p{L})|as [^.;]{1,40}? (?:reported|wrote|said) |reported(?: on it)? |rapporterade |informó )(?:in|on|i|im|en) (?:\p{L}+ (?:de )?)?\d{4}/giu;

/** Whether a text has no date but that of who told it, which says nothing of when it happened. */
export function isOnlyToldWhen(text: string): boolean {
  const rest = text.replace(TOLD_WHEN, "");
  return rest !== text && !tokensOf(rest).some((word) => (kindOf(fold(word.text)) & DATE) !== 0);
}

/** Whether a sentence itself, not only its paragraph, has what the question asks for. */
export function speaksItself(ranked: RankedSentence, { reading, kinds }: DecideContext): boolean {
  const { evidence, sentence } = ranked;
  const { from = 0, to = 0 } = evidence.match.sentences[sentence] ?? {};
  const wanted = reading.askedFor === "when" ? DATE : reading.askedFor === "amount" ? QUANTITY : 0;
  if (wanted === 0) return true;
  const { unit } = reading;
  if (wanted === DATE && isOnlyToldWhen(textOf(ranked))) return false;
  return (
    hasKind(evidence.analysed, [from, to], kinds, wanted) &&
    (unit === undefined || hasUnit(textOf(ranked), unit))
  );
}

/** A sentence as it stands. */
export function textOf({ evidence: { analysed, local }, sentence }: RankedSentence): string {
  const number = firstSentenceOf(analysed, local) + sentence;
  const { text = "" } = analysed.document.passages[local] ?? {};
  return text.slice(sentenceStartOf(analysed, number), sentenceEndOf(analysed, number));
}

/** Whether a sentence itself has the deed asked about. */
export function saysDeed({ evidence, sentence }: RankedSentence, { reading }: DecideContext): boolean {
  return (evidence.match.sentences[sentence]?.values[reading.deed] ?? 0) >= DEED_SHOWN;
}

const DEFINES = SENTENCE_FEATURES.indexOf("s.defines") + 1;
const EXPANDS = SENTENCE_FEATURES.indexOf("s.expands") + 1;

/** Whether a sentence says who, what or short for what is asked about, and nothing else is asked: "Dreamforce was …". */
export function defines({ features }: RankedSentence, { reading }: Pick<DecideContext, "reading">): boolean {
  const says = (features[DEFINES] ?? 0) > 0 || (features[EXPANDS] ?? 0) > 0;
  return says && reading.terms.every(({ name }) => name);
}

/** Whether a word of a question says something beside the names, be it that a "title" is asked for. */
function saysSomething({ name, word }: Term, language: string): boolean {
  return !name && !isAnybody(word) && !isEmpty(word, language) && !isChatter(word, language);
}

/** Whether a word of a question says what is asked beside the names. */
function isAskedWord(term: Term, language: string): boolean {
  return saysSomething(term, language) && !isGeneralNoun(term.word, language);
}

/** What a sentence or its title says of a term, 0..1. */
function saidOf({ evidence, sentence }: RankedSentence, term: number): number {
  return Math.max(evidence.match.sentences[sentence]?.values[term] ?? 0, evidence.title.values[term] ?? 0);
}

/** How much of a question's weight a sentence or its title says. */
export function massSaid(ranked: RankedSentence, terms: Reading["terms"]): number {
  return terms.reduce((sum, { idf }, term) => sum + idf * saidOf(ranked, term), 0);
}

/** A question so much like one that no source answers is not answered by a sentence that says less than this of it. */
export const NOTED = 0.75;
const NOTED_MORE = 0.2;
const SAYS_ALL = 0.9;
/** From here on it is that question itself, in other words at most; but the same words may ask what A said to B and B to A. */
const NOTED_ALL = 0.95;

/** From this likeness on a note is about the question, though it may be put in other words. */
export const GAP_ALIKE = 0.5;
/** What it is known to decline may be less like the question than what the sentence is known to answer, by this much. */
const GAP_LESS_ALIKE = 0.2;
/** By this share of the question's weight it has to say more of it. */
const GAP_SAYS_MORE = 0.12;

// "in which hall was it held": who says that nobody names the hall says more of it than who says when it was
function isGap(ranked: RankedSentence, alike: number, context: DecideContext): boolean {
  const { reading, gaps } = context;
  const { askedFor, language, mass, terms } = reading;
  const tellsFigure = (askedFor === "when" || askedFor === "amount") && speaksItself(ranked, context);
  return (gaps?.() ?? []).some(({ likeness, otherKind, values }) => {
    if (likeness < alike - GAP_LESS_ALIKE || (tellsFigure && otherKind)) return false;
    let more = 0;
    for (const [number, term] of terms.entries()) {
      const further = (values[number] ?? 0) - saidOf(ranked, number);
      // what nobody tells of one is no word on another
      if (term.name && further < 0) return false;
      if (saysSomething(term, language)) more += term.idf * further;
    }
    return more >= GAP_SAYS_MORE * mass;
  });
}

// librarians know the question, and that nobody tells: a sentence that has some of its words is about something near it
function isNoted(ranked: RankedSentence, context: DecideContext): boolean {
  const { likenesses, terms, mass, speech } = context.reading;
  const { evidence, sentence } = ranked;
  const alike = evidence.alike[sentence]?.likeness ?? 0;
  if (isGap(ranked, alike, context)) return true;
  if (likenesses.noted > alike && likenesses.noted >= (speech ? 1 : NOTED_ALL)) return true;
  if (likenesses.noted < NOTED || likenesses.noted < alike + NOTED_MORE) return false;
  return massSaid(ranked, terms) < SAYS_ALL * mass;
}

// "how did A react" is not answered by what was said of A, or to A
function lacksReaction(ranked: RankedSentence, { reading, vocabulary }: DecideContext): boolean {
  if (reading.sought !== "reaction" || !reading.hasSynonyms || knownFor(ranked) !== undefined) return false;
  if (reading.doer >= 0) return !actsIn(reading, ranked, vocabulary);
  const doer = reading.terms.findIndex(({ name }) => name);
  return !mayReact(textOf(ranked)) && !actsIn({ ...reading, doer }, ranked, vocabulary);
}

/**
 * What a question says beside its names has to be in a paragraph or its title by this share of its weight: "is Ana married" is not
 * answered by what else is told of Ana. Other questions have a noun, a date or an amount for it.
 */
const LEAST_SAID: Partial<Readonly<Record<AskedFor, number>>> = {
  "yes-no": 0.25,
  other: 0.2,
  how: 0.2,
  who: 0.15,
};
/** From this likeness on a known question says the same in other words. */
const SAID_OTHERWISE = 0.6;

function saysLittle({ evidence, sentence }: RankedSentence, reading: Reading): boolean {
  const { askedFor, definition, hasSynonyms, language, publishers, terms } = reading;
  const least = LEAST_SAID[askedFor];
  if (least === undefined || !hasSynonyms || definition || publishers.length > 0) return false;
  if ((evidence.alike[sentence]?.likeness ?? 0) >= SAID_OTHERWISE) return false;
  let [asked, said] = [0, 0];
  terms.forEach((term, number) => {
    if (!isAskedWord(term, language)) return;
    asked += term.idf;
    said += term.idf * Math.max(evidence.match.values[number] ?? 0, evidence.title.values[number] ?? 0);
  });
  return said < least * asked;
}

/** How exactly it may be asked when something was. */
const CALENDAR: ReadonlySet<AmountUnit> = new Set<AmountUnit>(["hour", "weekday", "day", "month"]);

/** What stands against a sentence as an answer, evidence only; whether it is sure enough is for its confidence to say. */
export function objectionTo(ranked: RankedSentence, context: DecideContext): Objection {
  const { evidence } = ranked;
  const { reading, vocabulary, kinds } = context;
  const { match, analysed, local } = evidence;
  if (isSame(evidence.alike[ranked.sentence])) return NONE;
  if (reading.work) return { kind: "work" };
  if (!isPublishedBy(evidence, reading)) return { kind: "other-publisher" };
  const name = missingName(evidence, context, knownFor(ranked));
  if (name !== undefined) return { kind: "name-missing", term: name };
  const unsaid = reading.terms.findIndex((term) => term.unsaid);
  if (unsaid >= 0 && (knownFor(ranked)?.values[unsaid] ?? 0) < DEED_SHOWN)
    return { kind: "unsaid", word: reading.terms[unsaid]?.word ?? "" };
  const role = roleOfAnother(match, reading);
  if (role !== undefined) return { kind: "of-another", word: role.word };
  if (isNoted(ranked, context)) return { kind: "noted" };
  const later = laterMissing(ranked, context);
  if (later !== undefined) return { kind: "noun-missing", word: later };
  if (reading.others && reading.hasSynonyms && !tellsFurther(textOf(ranked))) return { kind: "none-other" };
  if (lacksReaction(ranked, context)) return { kind: "no-reaction" };
  if (saysLittle(ranked, reading)) return { kind: "little-said" };
  const { presumesDeed } = reading;
  const deed = reading.terms[reading.deed]?.word ?? "";
  if (presumesDeed && isOnlySupposed(reading.deed, ranked, vocabulary))
    return { kind: "deed-only-supposed", word: deed };
  if (reading.asksWhether && isOnlyWanted(reading.deed, ranked, vocabulary))
    return { kind: "deed-only-supposed", word: deed };
  if (isOfOthers(reading, ranked, vocabulary)) return { kind: "deed-of-others", word: deed };
  if (isReversed(reading, ranked, vocabulary)) return { kind: "deed-of-others", word: deed };
  if (isOfOtherPeople(reading, ranked, vocabulary)) return { kind: "other-people" };
  if (isOfOtherYear(reading, ranked, vocabulary)) return { kind: "other-year" };
  if (reading.all && !tellsAll(textOf(ranked))) return { kind: "not-all" };
  if (deedMissing(ranked, context)) return { kind: "deed-missing", word: deed };
  if (nounMissing(ranked, context))
    return { kind: "noun-missing", word: reading.terms[reading.noun]?.word ?? "" };
  if (
    reading.person &&
    !(namesPerson(reading, ranked, vocabulary) && (reading.deed < 0 || saysDeed(ranked, context)))
  )
    return { kind: "no-person" };
  const whole = passageRange(evidence);
  if (reading.askedFor === "when" && !hasKind(analysed, whole, kinds, DATE)) return { kind: "no-date" };
  const { unit } = reading;
  if (reading.askedFor === "when" && unit !== undefined && CALENDAR.has(unit)) {
    const { text = "" } = analysed.document.passages[local] ?? {};
    if (!hasUnit(text, unit)) return { kind: "no-date" };
  }
  if (reading.askedFor === "amount") {
    if (!hasKind(analysed, whole, kinds, QUANTITY)) return { kind: "no-amount" };
    const text = analysed.document.passages[local]?.text ?? "";
    if (unit !== undefined && !hasUnit(text, unit)) return { kind: "no-amount" };
  }
  return NONE;
}
