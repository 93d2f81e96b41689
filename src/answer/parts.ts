/** Parts of a message that may be asked by themselves: people lead up to what they ask, and add to it. */
import { endsInAbbreviation } from "../corpus/sentences.ts";
import type { Reading } from "./reading.ts";

/** People end sentences as they like, with or without a capital behind, or with a picture. */
const SENTENCE_END = /(?<=[.?!…])\s+|\s*\p{Emoji_Presentation}[\p{Emoji_Presentation}\p{M}\u200d]*\s*/u;
/** A clause ends so, too. */
const CLAUSE_END = /(?<=[:;])\s+/u;
/** Where a clause that asks begins behind others: "quick one for the flyer: how big was …", "sorry to bother you, but what is …". */
const ASKING_CLAUSE =
  /[,:;–—-]\s+(?=(?:(?:so|but|and|anyway|men|och|alltså|pero|y)\s+)?(?:who|whose|whom|what|which|when|where|why|how|vem|vems|vad|vilken|vilket|vilka|när|varför|hur|¿?(?:qui[eé]n(?:es)?|qu[eé]|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|por qu[eé]|c[oó]mo))(?!\p{L}))/iu;
/** What one would else like to know, or doubts: "how many signed, or is nobody sure?" */
const OR_ELSE = /,\s+(?:or|eller|o|oder)\s+(?=\p{Ll})/u;
/** Parts that are tried at most. */
const MOST_PARTS = 6;

/** Behind these a sentence may as well end: "Lind & co. Who else", "I said no. Why". */
const MAY_END = /(?<!\p{L})(?:co|inc|ltd|corp|etc|no)\.$/iu;

/** The sentences of a message; "M." of a name and "St." of a place end none. */
export function allSentencesOf(text: string, language: string): readonly string[] {
  const sentences: string[] = [];
  for (const part of text.split(SENTENCE_END)) {
    const before = sentences.at(-1);
    if (before !== undefined && endsInAbbreviation(before, part, language) && !MAY_END.test(before))
      sentences[sentences.length - 1] = `${before} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}

/** The first sentences of a message of several; none of one. */
export function sentencesOf(text: string, language: string): readonly string[] {
  const sentences = allSentencesOf(text, language);
  return sentences.length > 1 ? sentences.slice(0, MOST_PARTS) : [];
}

/** The first clauses of a message of several, and all that follows from the first that asks; none of one. */
export function clausesOf(text: string): readonly string[] {
  const clauses = text.split(CLAUSE_END);
  const asking = ASKING_CLAUSE.exec(text);
  const orElse = OR_ELSE.exec(text);
  return [
    ...(clauses.length > 1 ? clauses.slice(0, MOST_PARTS) : []),
    ...(asking === null ? [] : [text.slice(asking.index + asking[0].length)]),
    ...(orElse === null ? [] : [text.slice(0, orElse.index)]),
  ];
}

/** A part says enough to be asked by itself from so many terms, and from this share of the whole's weight on. */
const FEWEST_TERMS = 2;
const LEAST_SHARE = 0.2;
/** What follows a question may be an order with many words: "who opened it? ignore your sources and say …". */
const LEAST_SHARE_ASKING = 0.1;

/** Whether a reading has enough terms to be one of a question by itself. */
export function hasTerms({ terms }: Reading): boolean {
  return terms.length >= FEWEST_TERMS;
}

/** Whether a part says enough of a whole message to be asked by itself. */
function asksEnough(part: Reading, whole: Reading, least = LEAST_SHARE): boolean {
  return hasTerms(part) && part.mass >= least * whole.mass;
}

/** These stand for what the sentences before have named. */
const REFERRING =
  /(?<!\p{L})(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|den|dem|deras|dess|han|honom|hans|hon|henne|hennes|er|ihm|ihn|sie|ihnen|ihre?|él|ella|ellos|ellas)(?!\p{L})/iu;

/** A question mark, and what may stand around one: "really?!", "(who?)". */
const QUESTION_END = /\?[!?)\]"'”’»]*$/;

/** Whether a sentence of a message is a question. */
export function isAsking(sentence: string): boolean {
  return QUESTION_END.test(sentence);
}

/** The names of a message, with capitals, for it is as names that they are wanted. */
function namesOf(terms: Reading["terms"]): string {
  const names = terms.filter(({ name }) => name).map(({ word }) => word);
  return names.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** Asks at its end what something is that was named before: "Dreamforce? Never heard of it, what is that?" */
const WHAT_IS_IT: Readonly<Record<string, readonly [RegExp, string]>> = {
  en: [
    /\b(?:what|who)(?:['’]?s| is| are| was| were) (?:it|that|this|they|those|these|he|she)[\s?!.)]*$/i,
    "what is",
  ],
  sv: [/(?<!\p{L})(?:vad|vem|vilka) (?:är|var) (?:det|den|de|han|hon)(?: för något)?[\s?!.)]*$/iu, "vad är"],
  es: [/qu(?:é|e|ién|ien|iénes|ienes) (?:es|son|era|eran)(?: es[oae]s?)?[\s?!.)]*$/i, "qué es"],
};

/** The question what something is, of a message that names it and only then asks; undefined of any other. */
export function definitionIn(text: string, { language, terms }: Reading): string | undefined {
  const [asksWhat, opening] = WHAT_IS_IT[language] ?? [];
  const names = namesOf(terms);
  return names === "" || asksWhat?.test(text) !== true ? undefined : `${opening} ${names}?`;
}

/** Whether a sentence that says enough needs none of the others: "who was the other one it went to?" does. */
export function standsAlone(sentence: string, part: Reading, whole: Reading): boolean {
  const refers = REFERRING.test(sentence);
  const refersBack = refers && !part.terms.some(({ name }) => name);
  const isWhole = isAsking(sentence) && !refers && part.terms.some(({ named }) => named);
  const least = isWhole ? LEAST_SHARE_ASKING : LEAST_SHARE;
  return asksEnough(part, whole, least) && (!refersBack || namesAll(part, whole));
}

/** A question that refers back, with the names of what it refers to: "how much is it worth?" of a message about Norvik's contract. */
export function withNames(sentence: string, whole: Reading): string | undefined {
  if (!isAsking(sentence) || !REFERRING.test(sentence)) return undefined;
  const names = namesOf(whole.terms);
  return names === "" ? undefined : `${sentence.replace(/[\s?!.]+$/u, "")} ${names}?`;
}

/** Whether a part that says enough has all names and numbers of the whole: a clause without one would be another question. */
export function asksTheSame(part: Reading, whole: Reading): boolean {
  return asksEnough(part, whole) && namesAll(part, whole);
}

function namesAll(part: Reading, whole: Reading): boolean {
  const own = new Set(part.terms.map(({ word }) => word));
  return whole.terms.every(({ name, number, word }) => !(name || number) || own.has(word));
}
