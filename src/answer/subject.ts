/** Of whom and of when a question asks: what other people did, what was done in another year, or to the one who did it, is no answer. */
import { wordAt } from "../corpus/analysis.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { type Hit, hitsOf, wordsBetween } from "./match.ts";
import { isPeople } from "./people.ts";
import type { Term } from "./question-terms.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";

/** Asks how many people somebody has in all, folded: "how many employees does A have", "how large is A's workforce". */
const ASKS_FOR_ALL: readonly RegExp[] = [
  /\bhow many (?:\w+ ){0,2}(?:employees|workers|staff(?:ers)?|people|persons|folks|members|engineers|developers) (?:do|does|did) .{2,60} (?:have|employ)(?: (?:in all|in total|altogether|overall|worldwide|globally))?[\s?!.]*$/,
  /\bhow many (?:people|persons|folks|employees|workers|staff) (?:work|works|worked|are employed|were employed)\b.{0,60}$/,
  /\bhow (?:large|big) (?:is|was) .{2,60}\b(?:workforce|staff|headcount|personnel)\b/,
  /\bhur manga (?:\w+ ){0,2}(?:har|hade) [\w. ]{2,40}(?: totalt| sammanlagt)?[\s?!.]*$|\bhur manga (?:\w+ )?(?:jobbar|jobbade|arbetar|arbetade) (?:pa|hos|for|i)\b/,
  /\bcuant[oa]s (?:\w+ ){1,2}(?:tiene|tenia|emplea|empleaba)\b|\bcuant[oa]s \w+ trabaja(?:n|ban) (?:en|para)\b/,
];

/** Whether a folded question asks how many people somebody has in all. */
export function asksForAll(folded: string): boolean {
  return ASKS_FOR_ALL.some((pattern) => pattern.test(folded));
}

/** Between having and how many there are, at most. */
const ABOUT = String.raw`(?:(?:about|around|some|over|nearly|almost|roughly|only|just|more than|at least|up to|a total of|the|cirka|omkring|ungefär|över|fler än|mer än|minst|unos|unas|más de|cerca de|casi|a|a unos|a unas|a más de)\s+){0,2}`;

/** Says how many there are in all: "has 3 lawyers", "employs about 900", "a workforce of 900". */
const TELLS_ALL = new RegExp(
  String.raw`(?<!\p{L})(?:ha[sd]|have|employ(?:s|ed|ing)?|har|hade|sysselsätter|räknar|tiene|tenía|emplea|empleaba|cuenta con)\s+${ABOUT}\d|\b(?:workforce|staff|headcount|plantilla) of\b|\d[\d.,]*(?:\s+\p{L}+){0,3}\s+(?:in all|in total|work(?:s|ed)? (?:for|at)|totalt|sammanlagt|en total|jobbar|arbetar|trabajan)(?!\p{L})`,
  "iu",
);

/** Whether a sentence says how many there are in all. */
export function tellsAll(sentence: string): boolean {
  return TELLS_ALL.test(sentence);
}

/** The term that names whose people a question asks about: "Norvik" of "how many Norvik workers"; -1 if it names nobody's. */
export function peopleOf(words: readonly string[], terms: readonly Term[]): number {
  const at = words.findIndex(
    (word, i) =>
      isPeople(words[i + 1] ?? "") &&
      terms.some((term) => term.name && term.word === word && !isPeople(word)),
  );
  return at < 0 ? -1 : terms.findIndex(({ name, word }) => name && word === words[at]);
}

/** Before people these say whose they are: "workers at Norvik". */
const WHOSE: ReadonlySet<string> = new Set(
  "of at from in inside within av pa hos fran i de del en bei von".split(" "),
);
/** Words between somebody and her people at most. */
const MOST_BETWEEN = 1;

/** Whether a sentence tells of the people of others than who is asked about. */
export function isOfOtherPeople(
  { group }: Reading,
  { evidence: { analysed, match }, sentence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  if (group < 0) return false;
  const { from = 0, to = 0 } = match.sentences[sentence] ?? {};
  const text = (at: number) => (at < to ? vocabulary.surfaceText(wordAt(analysed, at)) : "");
  const hits = match.hits.filter((hit) => hit.term === group && hit.at >= from && hit.at < to);
  const isAsked = (at: number) => hits.some((hit) => at >= hit.at && at < hit.at + hit.length);
  // whoever owns the people, or is named right behind them
  const isTheirs = (people: number) =>
    hits.some((hit) => {
      const between = wordsBetween(hit, { at: people, length: 1 });
      if (hit.at < people) return between <= MOST_BETWEEN;
      return between <= MOST_BETWEEN + 1 && WHOSE.has(text(people + 1));
    });
  const isName = (at: number) => at >= from && vocabulary.isName(wordAt(analysed, at));
  let ofOthers = false;
  for (let at = from; at < to; at += 1) {
    if (!isPeople(text(at))) continue;
    if (isTheirs(at)) return false;
    const owner = isName(at - 1) ? at - 1 : WHOSE.has(text(at + 1)) && isName(at + 2) ? at + 2 : -1;
    // nobody says whose these are
    if (owner < 0) return false;
    if (!isAsked(owner)) ofOthers = true;
  }
  return ofOthers;
}

const YEAR = /^(?:19|20)\d\d$/;

/** Whether a question names years, and a paragraph others alone. */
export function isOfOtherYear(
  { terms }: Reading,
  { evidence: { analysed, match, title }, sentence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  const years = terms.flatMap(({ word }, number) => (YEAR.test(word) ? [number] : []));
  if (years.length === 0) return false;
  const asked = new Set(years.map((number) => terms[number]?.word));
  const isTold = (number: number) => (match.values[number] ?? 0) > 0 || (title.values[number] ?? 0) > 0;
  if (years.some(isTold) || asked.has(analysed.document.source.published.slice(0, 4))) return false;
  const { from = 0, to = 0 } = match.sentences[sentence] ?? {};
  for (let at = from; at < to; at += 1)
    if (YEAR.test(vocabulary.surfaceText(wordAt(analysed, at)))) return true;
  return false;
}

/** The term that names to whom a deed was done: "Norvik" of "who sued Norvik"; -1 if a question names nobody right behind the deed. */
export function objectOf(words: readonly string[], deed: Term | undefined, terms: readonly Term[]): number {
  const at = deed === undefined ? -1 : words.indexOf(deed.word);
  // "who sued", "who has sued"
  if (at < 1 || at > 2) return -1;
  return terms.findIndex(({ name, word }) => name && word === words[at + 1]);
}

/** Between who did a deed and the deed, at most: "Norvik later sued". */
const NEXT = 1;
const PASSIVE: ReadonlySet<string> = new Set(
  "is are was were been being be get got gets ar var blev blir blivit wurde wurden es son fue fueron sido".split(
    " ",
  ),
);

/** Whether a sentence tells the deed of who is asked to have suffered it: "who sued Norvik", "Norvik sued the mayor". */
export function isReversed(
  { object, deed }: Reading,
  { evidence: { analysed, match }, sentence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  if (object < 0) return false;
  const { from = 0, to = 0 } = match.sentences[sentence] ?? {};
  const text = (at: number) => vocabulary.surfaceText(wordAt(analysed, at));
  const within = ({ at }: Hit) => at >= from && at < to;
  const deeds = hitsOf(deed, match, sentence).filter(within);
  const objects = match.hits.filter((hit) => hit.term === object && within(hit));
  const isDoneBy = (done: Hit) =>
    objects.some((hit) => {
      const end = hit.at + hit.length;
      if (end > done.at || done.at - end > NEXT) return false;
      for (let at = end; at < done.at; at += 1) if (PASSIVE.has(text(at))) return false;
      return true;
    });
  const isBehind = (done: Hit) => objects.some(({ at }) => at > done.at);
  return deeds.length > 0 && deeds.every((done) => isDoneBy(done) && !isBehind(done));
}
