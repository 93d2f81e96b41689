/** Turns ranked sentences into citations, with the neighbour that a sentence needs to be understood. */
import type { Citation } from "../model.ts";
import { middleOfMatch } from "./around.ts";
import { makeCitation } from "./citations.ts";
import type { PassageEvidence } from "./features.ts";
import { joinedLength, LONGEST_QUOTE, openingKinds, type SentenceRange } from "./quote.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";
import { CONNECTIVE, PRONOUN, WEAK_PRONOUN } from "./word-kinds.ts";

/** A neighbour whose score is this much lower at most is as much about the question as the sentence itself. */
const CLOSE = 1;
/** The same where every noun has a capital, so that a name cannot be told from any other thing asked about. */
const CLOSE_NOUN = 0.08;

/** "They" always brings the sentence before it; "it", "this" and "however" may stand alone unless that sentence is close, too, or has the name asked about. */
function leansBack(ranked: RankedSentence, reading: Reading, kinds: AnswerTools["kinds"]): boolean {
  const { evidence, sentence, score, siblings } = ranked;
  if (sentence === 0) return false;
  const opening = openingKinds(evidence.analysed, evidence.local, sentence, kinds);
  if ((opening & PRONOUN) !== 0) return true;
  const close = score - (siblings[sentence - 1] ?? Number.NEGATIVE_INFINITY) < CLOSE;
  if ((opening & (WEAK_PRONOUN | CONNECTIVE)) === 0) return false;
  const isOfName = reading.tellsNames && (opening & WEAK_PRONOUN) !== 0;
  return close || (isOfName && gainsName(ranked, sentence - 1, reading));
}

/** Whether a neighbour has a name that was asked about and that neither the sentence nor its title has. */
function gainsName({ evidence, sentence }: RankedSentence, other: number, { terms }: Reading): boolean {
  const { match, title } = evidence;
  const own = (match.sentences[sentence]?.mask ?? 0) | title.mask;
  const gained = (match.sentences[other]?.mask ?? 0) & ~own;
  return terms.some((term, number) => term.name && ((gained >>> number) & 1) === 1);
}

/** Whether a neighbour brings such a name and is close. */
function bringsName(ranked: RankedSentence, other: number, reading: Reading): boolean {
  const { score, siblings } = ranked;
  const close = reading.tellsNames ? CLOSE : CLOSE_NOUN;
  if (score - (siblings[other] ?? Number.NEGATIVE_INFINITY) >= close) return false;
  return gainsName(ranked, other, reading);
}

function fits(range: SentenceRange, { analysed, local }: PassageEvidence): boolean {
  return joinedLength(analysed, local, range) <= LONGEST_QUOTE;
}

function rangeFor(ranked: RankedSentence, reading: Reading, kinds: AnswerTools["kinds"]): SentenceRange {
  const { evidence, sentence } = ranked;
  const before = { first: sentence - 1, last: sentence };
  const after = { first: sentence, last: sentence + 1 };
  if (leansBack(ranked, reading, kinds) && fits(before, evidence)) return before;
  if (bringsName(ranked, sentence - 1, reading) && fits(before, evidence)) return before;
  if (bringsName(ranked, sentence + 1, reading) && fits(after, evidence)) return after;
  return { first: sentence, last: sentence };
}

function citationOf(
  { evidence, score }: RankedSentence,
  range: SentenceRange,
  reading: Reading,
): Citation | undefined {
  const around = middleOfMatch(evidence, range, reading);
  return makeCitation(evidence.analysed, evidence.local, range, { score, around });
}

/** A ranked sentence as a citation, checked against its file. */
export function cite(ranked: RankedSentence, reading: Reading, tools: AnswerTools): Citation | undefined {
  return citationOf(ranked, rangeFor(ranked, reading, tools.kinds), reading);
}

/** A ranked sentence with its citation. */
export interface Cited {
  readonly ranked: RankedSentence;
  readonly citation: Citation;
}

/** A ranked sentence that may be cited. */
export interface Citable {
  readonly ranked: RankedSentence;
  /** The sentences it is quoted with, itself included. */
  readonly range: SentenceRange;
  /** Its citation, made and checked when first asked for, for that costs as much as to rank it; undefined if its file has other words. */
  cited(): Cited | undefined;
}

function citable(ranked: RankedSentence, range: SentenceRange, reading: Reading): Citable {
  let made: Cited | undefined;
  let isMade = false;
  return {
    ranked,
    range,
    cited() {
      if (isMade) return made;
      isMade = true;
      const citation = citationOf(ranked, range, reading);
      made = citation === undefined ? undefined : { ranked, citation };
      return made;
    },
  };
}

/** Whether a sentence stands in the quote of another. */
function isQuoted({ passage, sentence }: RankedSentence, { ranked, range }: Citable): boolean {
  return passage === ranked.passage && range.first <= sentence && sentence <= range.last;
}

/** The first so many of ranked sentences; one that stands in an earlier one's quote is not quoted again. */
export function citables(
  sentences: readonly RankedSentence[],
  most: number,
  reading: Reading,
  tools: AnswerTools,
): readonly Citable[] {
  const found: Citable[] = [];
  for (const ranked of sentences) {
    if (found.length >= most) break;
    if (found.some((earlier) => isQuoted(ranked, earlier))) continue;
    found.push(citable(ranked, rangeFor(ranked, reading, tools.kinds), reading));
  }
  return found;
}

/** The citations of the first so many. */
export function citedOf(list: readonly Citable[], most: number): readonly Cited[] {
  const all: Cited[] = [];
  for (const each of list) {
    const cited = all.length < most ? each.cited() : undefined;
    if (cited !== undefined) all.push(cited);
  }
  return all;
}
