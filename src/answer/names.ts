/** The names a question has, and whether a passage is about them. */
import { firstWordOf, titleWordsOf, wordAt } from "../corpus/analysis.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { OR } from "./alternatives.ts";
import { namesPublisher } from "./attribution.ts";
import { isEmpty } from "./chatter.ts";
import type { PassageEvidence } from "./features.ts";
import type { Alike } from "./likeness.ts";
import { type Coverage, type PassageMatch, wordsBetween } from "./match.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";
import { DATE, kindOf } from "./word-kinds.ts";

/** A term counts as shown from this much of it on. */
const SHOWN = 0.7;

/** From this much of it on, a related name stands there. */
const RELATED = 0.4;

const shows = (coverage: Coverage, term: number) => (coverage.values[term] ?? 0) >= SHOWN;

// A title or heading of several names, "Protests at Microsoft and Amazon", does not say which of them a paragraph is about: one that
// has another of them is about that one.
function aboutAnother({ analysed, local }: PassageEvidence, vocabulary: Vocabulary): boolean {
  const named = new Set<number>();
  for (const words of [titleWordsOf(analysed), analysed.headingWords[local] ?? []])
    for (const word of words) if (vocabulary.isName(word)) named.add(vocabulary.stemOf(word));
  if (named.size < 2) return false;
  const end = firstWordOf(analysed, local + 1);
  for (let at = firstWordOf(analysed, local); at < end; at += 1)
    if (named.has(vocabulary.stemOf(wordAt(analysed, at)))) return true;
  return false;
}

// of names that are alternatives or a list, one will do: "Salesforce or Microsoft", "Google, Amazon and Apple"
const JOINED = /^[\s,]*(?:(?:or|eller|o|oder)[\s,]+)?(?:the |one |of |den |de |la |el |die |der )*[\s,]*$/iu;
// what is set apart need not be in the answer
const SET_APART =
  /\b(?:apart from|besides|other than|except(?: for)?|förutom|utöver|aparte de|además de|außer)\s+(?:the )?$/iu;

// "Dreamforce aside"
const ASIDE = /^\s*(?:aside|apart|åsido|undantaget|aparte|ausgenommen)(?!\p{L})/iu;

// of a stretch of time, a paragraph need not tell the end
const STRETCH =
  /\b(?:between|from|since|mellan|från|fran|sedan|zwischen|von|seit|entre|desde)\b.{1,30}\b(?:and|to|until|through|och|till|und|bis|y|hasta)\b/iu;

/** Names in groups, by the numbers of their terms: each group needs one of its names. */
export type NameGroups = readonly (readonly number[])[];

/** Names a sentence must have: those of all groups, or, of a question with alternatives, of all groups on one side of "or". */
export function requiredNames(question: string, terms: readonly Term[]): readonly NameGroups[] {
  const { groups, places } = groupsOfNames(question, terms);
  const or = OR.exec(fold(question));
  if (groups.length === 0 || or === null) return [groups];
  const sides = [true, false].map((before) =>
    groups.filter((_, group) => places[group]?.every((at) => at < or.index === before)),
  );
  const apart = sides.every((side) => side.length > 0) && sides.flat().length === groups.length;
  return apart ? sides : [groups];
}

/** A role in capitals names nobody: "Norvik's CTO". */
const ROLE = /^(?:c[etfiom]o|vd)(?:['’]?s)?$/;

/** Between dates that are listed. */
const LISTED = /^[\s,]*(?:and|&|\+|\/|och|y|und)?[\s,]*$/u;

function isDate({ word }: Term): boolean {
  return (kindOf(word) & DATE) !== 0;
}

function groupsOfNames(
  question: string,
  terms: readonly Term[],
): { readonly groups: NameGroups; readonly places: readonly (readonly number[])[] } {
  const text = fold(question);
  const groups: number[][] = [];
  const places: number[][] = [];
  let end = -1;
  let from = 0;
  terms.forEach((term, number) => {
    const at = text.indexOf(term.word, from);
    if (
      at < 0 ||
      !term.name ||
      ROLE.test(term.word) ||
      ((kindOf(term.word) & DATE) !== 0 && STRETCH.test(text))
    )
      return;
    from = at + term.word.length;
    if (SET_APART.test(text.slice(0, at)) || ASIDE.test(text.slice(from))) return;
    const between = end < 0 ? undefined : text.slice(end, at);
    const last = groups.at(-1);
    const before = terms[last?.at(-1) ?? -1];
    // "in March, June and July": what happened in one of them answers, too
    const areDates = before !== undefined && isDate(before) && isDate(term) && LISTED.test(between ?? "-");
    if (last !== undefined && areDates) last.push(number);
    else if (between !== undefined && last !== undefined && between.trim() !== "" && JOINED.test(between))
      last.push(number);
    else groups.push([number]);
    places[groups.length - 1] = [...(places[groups.length - 1] ?? []), at];
    end = from;
  });
  return { groups, places };
}

interface NamesContext {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
}

/** Whether a title has a term, and the passage is about it. */
function isTitled(term: number, evidence: PassageEvidence, { reading, vocabulary }: NamesContext): boolean {
  const { match, title } = evidence;
  if (!shows(title, term)) return false;
  if ((match.values[term] ?? 0) >= RELATED) return true;
  if (namesPublisher(reading.terms[term], evidence, vocabulary)) return true;
  return !aboutAnother(evidence, vocabulary);
}

function isThere(
  term: number,
  evidence: PassageEvidence,
  context: NamesContext,
  known: Alike | undefined,
): boolean {
  if (shows(evidence.match, term) || (known?.values[term] ?? 0) >= SHOWN) return true;
  return isTitled(term, evidence, context);
}

/** A name that was asked about and that neither passage nor title has; undefined if none is missing, or names cannot be told. */
export function missingName(
  evidence: PassageEvidence,
  context: NamesContext,
  known: Alike | undefined,
): Term | undefined {
  let missing: number | undefined;
  for (const groups of context.reading.requiredNames) {
    const group = groups.find((group) => !group.some((term) => isThere(term, evidence, context, known)));
    if (group === undefined) return undefined;
    missing ??= group[0];
  }
  return context.reading.terms[missing ?? -1];
}

/** Words between a role and whose it is, at most: "chief executive officer (CEO) of Microsoft". */
const ROLE_WORDS = 3;

/** Words that say a role and nothing else, at most: "heter chefen". */
const MOST_OF_ROLE = 2;

/** Whether a question says of somebody nothing but a role that stands here: "what is the boss of A called". */
function isRoleAlone(terms: readonly Term[], hits: PassageMatch["hits"]): boolean {
  const others = terms.flatMap(({ name }, number) => (name ? [] : number));
  return others.length <= MOST_OF_ROLE && hits.some(({ term }) => others.includes(term));
}

/**
 * Of "who is the head of A", the name A if what a passage has of the role stands nowhere near it: then it is somebody else's role,
 * and A is in the passage for another reason. Only where a glossary knows in what words a role is said.
 */
export function roleOfAnother(
  { hits, sentences }: PassageMatch,
  { askedFor, definition, hasSynonyms, language, person, terms }: Reading,
): Term | undefined {
  const asksForRole = (askedFor === "who" && definition) || (person && isRoleAlone(terms, hits));
  if (!asksForRole || !hasSynonyms) return undefined;
  // "CEO" looks like a name, too: the last one is whose role it is
  const whose = terms.findLastIndex((term) => term.name);
  // "who is behind A" names no role
  const isRole = ({ name, word }: Term) => !name && !isEmpty(word, language);
  const roles = terms.some(isRole)
    ? (term: number) => terms[term] !== undefined && isRole(terms[term])
    : undefined;
  if (whose < 0 || terms.length < 2) return undefined;
  const near = sentences.some(({ from, to }) => {
    const inside = hits.filter((hit) => hit.at >= from && hit.at < to);
    return inside.some(
      (a) =>
        terms[a.term]?.name === true &&
        inside.some((b) => (roles?.(b.term) ?? b.term !== a.term) && wordsBetween(a, b) <= ROLE_WORDS),
    );
  });
  return near ? undefined : terms[whose];
}
