/** Who is to have done what a question presumes, and whether a sentence tells it of others: of "why did A leave", "B left A". */
import { wordAt } from "../corpus/analysis.ts";
import { primaryLanguage, wordSet } from "../corpus/languages.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { namesPublisher } from "./attribution.ts";
import { type Hit, hitsOf } from "./match.ts";
import { isPeople } from "./people.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { isUtterance } from "./speech.ts";
import { DATE, kindOf } from "./word-kinds.ts";

/** "Why was the contract cancelled" tells nobody who did it. */
const PASSIVE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|was|were|been|being|get|got)\b/,
  sv: /\b(?:ar|var|blev|blir|blivit)\b|\p{L}{3,}des\b/u,
  de: /\b(?:wurde|wurden|worden|wird)\b/,
  es: /\b(?:es|son|fue|fueron|sido|era|eran)\b/,
};
/** Who is counted is not named. */
const COUNTS = /^(?:how many|hur manga|wie viele|[¿\s]*cuant[oa]s)\b/;
/** Words between a deed and whoever did it where it comes first: "varför bröt plötsligt Salesforce". */
const NEXT_WORDS = 2;

/** Behind these, by language, stands somebody who is there for another reason: "a letter to A", "people outside A". */
const BESIDE: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "to with of from against about for at on in outside inside within under between told asked urged",
    sv: "till med fran mot om for pa i hos utanfor inom mellan",
    de: "zu mit aus gegen uber fur bei in an zwischen",
    es: "a con de contra sobre para en entre",
  }).map(([language, list]) => [language, wordSet(list)]),
);
/** Between names, or before one, these change nothing: what stands before "Ana and Bo" or "CEO Ana" holds for Ana. */
const PASSED_OVER = wordSet("and och und y e ceo vd");

/** Behind these stands who did it. */
const BY = wordSet("by av von durch por");

/** "It ended in that A left": whoever stands right behind these did it. */
const THAT = wordSet("that att dass que");

/** The last word of a text, an article left out. */
const LAST_WORD = /(\p{L}+)\s+(?:(?:the|den|det|der|die|das|el|la)\s+)?$/u;
const FIRST_WORD = /\p{L}+/u;

/** Where each term of a question stands in it; -1 for one that does not, as it was asked. */
function placesOf(text: string, { terms }: Pick<Reading, "terms">): readonly number[] {
  let from = 0;
  return terms.map(({ word }) => {
    const at = text.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at;
  });
}

/**
 * The number of the term that names who is to have done a question's deed: the name right before it, or right behind it where a
 * question so turns its words; -1 if it names nobody.
 * @param question cleaned
 */
export function doerOf(question: string, reading: Pick<Reading, "language" | "deed" | "terms">): number {
  const { language, deed, terms } = reading;
  const text = fold(question);
  const places = placesOf(text, reading);
  const at = (term: number) => places[term] ?? -1;
  if (at(deed) < 0 || COUNTS.test(text)) return -1;
  // what stands behind the deed is another clause's: "what did A say when she got it"
  const clause = text.slice(0, at(deed) + (terms[deed]?.word.length ?? 0));
  if (PASSIVE[language]?.test(clause) === true) return -1;
  const isName = (term: number) => terms[term]?.named === true && at(term) >= 0;
  const before = terms.findLastIndex((_, term) => term < deed && at(term) >= 0);
  if (before >= 0) {
    // "why did Norvik workers leave" asks for the workers, "when did the opera of Lund open" for the opera
    let first = before;
    const joins = () => text.slice(at(first - 1), at(first)).trim() === terms[first - 1]?.word;
    while (first > 0 && isName(first - 1) && joins()) first -= 1;
    const lead = LAST_WORD.exec(text.slice(0, at(first)))?.[1] ?? "";
    return isName(before) && BESIDE[language]?.has(lead) !== true ? before : -1;
  }
  if (language === "en") return -1;
  const next = terms.findIndex((_, term) => term > deed && isName(term));
  if (next < 0) return -1;
  const between = text.slice(at(deed), at(next)).trim().split(/\s+/).length - 1;
  const behind = FIRST_WORD.exec(text.slice(at(next) + (terms[next]?.word ?? "").length))?.[0] ?? "";
  return between < NEXT_WORDS && !isPeople(behind) ? next : -1;
}

/** Whether somebody is asked to have said something who published the source: she says all of it, whatever verb it has. */
export function isPublisher(
  { doer, speech, terms }: Reading,
  { evidence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  return speech && namesPublisher(terms[doer], evidence, vocabulary);
}

/** Where a sentence has who is to have done the deed as one who does something: not in "a letter to A", nor in "A's workers". */
function doersOf(
  { doer, speech, terms }: Reading,
  { evidence: { match, analysed } }: RankedSentence,
  vocabulary: Vocabulary,
) {
  const beside = BESIDE[primaryLanguage(analysed.document.source.language)];
  const text = (at: number) => vocabulary.surfaceText(wordAt(analysed, at));
  const isName = (at: number) => vocabulary.isName(wordAt(analysed, at));
  // what "Norviks" has did nothing, though Norvik's chief may well speak for it
  const owner = speech ? "" : `${terms[doer]?.word ?? ""}s`;
  const isDoer = ({ at, length }: Hit, from: number) => {
    if (text(at) === owner) return false;
    let before = at - 1;
    while (before >= from && (isName(before) || PASSED_OVER.has(text(before)))) before -= 1;
    // "according to A" is A's word, and "according to B, A left" tells of A
    const isSource = before > from && text(before) === "to" && text(before - 1) === "according";
    return !isPeople(text(at + length)) && (before < from || isSource || beside?.has(text(before)) !== true);
  };
  return {
    text,
    isName,
    /** Whether it stands between two words as one who does something. */
    isIn: (from: number, to: number) =>
      match.hits.some((hit) => hit.term === doer && hit.at >= from && hit.at < to && isDoer(hit, from)),
  };
}

/** Whether who is to have done the deed does anything in a sentence. */
export function actsIn(reading: Reading, ranked: RankedSentence, vocabulary: Vocabulary): boolean {
  const { from = 0, to = 0 } = ranked.evidence.match.sentences[ranked.sentence] ?? {};
  return reading.doer >= 0 && doersOf(reading, ranked, vocabulary).isIn(from, to);
}

/** Whether a deed that a sentence, or else its paragraph, tells is told of others alone. */
export function isOfOthers(reading: Reading, ranked: RankedSentence, vocabulary: Vocabulary): boolean {
  const { deed, doer } = reading;
  if (doer < 0 || isPublisher(reading, ranked, vocabulary)) return false;
  const { match } = ranked.evidence;
  const { text, isName, isIn } = doersOf(reading, ranked, vocabulary);
  const isOfAnother = (hit: Hit) => {
    const within = match.sentences.find(({ from, to }) => hit.at >= from && hit.at < to);
    const { from = 0, to = 0 } = within ?? {};
    if (isIn(from, hit.at)) return false;
    for (let at = hit.at + 1; at < to; at += 1)
      if (!reading.speech && THAT.has(text(at)) && isIn(at + 1, at + 1 + NEXT_WORDS)) return false;
      else if (BY.has(text(at))) return !isIn(at + 1, to) && namesAnother(from, hit.at);
    return namesAnother(from, hit.at);
  };
  const namesAnother = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) if (isName(at) && (kindOf(text(at)) & DATE) === 0) return true;
    return false;
  };
  const hits = hitsOf(deed, match, ranked.sentence);
  return hits.length > 0 && hits.every(isOfAnother);
}

/** Behind these stands whose words they are. */
const SAYS_WHO = wordSet("according enligt laut segun");

/** Before what was done to a thing: "the leaked letters". */
const DETERMINERS = wordSet("the these those some de den det dessa la las los el die der das diese");

/** Behind a Swedish verb these open its subject: "då läckte ett brev". */
const INDEFINITE = wordSet("en ett");

/** Whether a sentence only says what was done to a thing, as "the leaked letters" does: that tells nobody who did it. */
export function isDoneTo(
  { deed }: Reading,
  { evidence, sentence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  const { match, analysed } = evidence;
  const hits = hitsOf(deed, match, sentence);
  const text = (at: number) => vocabulary.surfaceText(wordAt(analysed, at));
  const isThing = (at: number) => match.hits.some((thing) => thing.term !== deed && thing.at === at);
  const isBeside = ({ at, length }: Hit) =>
    (DETERMINERS.has(text(at - 1)) && isThing(at + length)) ||
    (INDEFINITE.has(text(at + length)) && isThing(at + length + 1));
  return hits.length > 0 && hits.every(isBeside);
}

/**
 * Whether a sentence tells, in whatever words, that who is asked to have said something did, or did not answer: "A recalled …",
 * "A did not respond". Where a question names nobody, it is the word before the deed: "what did the letter say".
 */
export function speaksOf(reading: Reading, ranked: RankedSentence, vocabulary: Vocabulary): boolean {
  const { match, analysed } = ranked.evidence;
  const { deed, doer, terms } = reading;
  const { from = 0, to = 0 } = match.sentences[ranked.sentence] ?? {};
  const { text, isIn } = doersOf(reading, ranked, vocabulary);
  const language = primaryLanguage(analysed.document.source.language);
  const asked = terms[deed]?.word ?? "";
  const isSaidBy = (start: number, end: number) =>
    doer >= 0
      ? isIn(start, end)
      : deed === 0 || match.hits.some(({ at, term }) => term === deed - 1 && at >= start && at < end);
  for (let at = from; at < to; at += 1) {
    if (!isUtterance(text(at), language, asked)) continue;
    const isBehind =
      SAYS_WHO.has(text(at)) &&
      match.hits.some((hit) => hit.term === doer && hit.at > at && hit.at <= at + 3);
    if (isBehind || isSaidBy(from, at)) return true;
  }
  return false;
}
