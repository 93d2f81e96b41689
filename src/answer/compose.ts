/** Makes findings of ranked sentences: what adds something, the same fact once, different values side by side. */
import { wordAt } from "../corpus/analysis.ts";
import { reduceToken } from "../corpus/terms.ts";
import type { Citation, Difference, Finding, KnownDifference, PassageReference } from "../model.ts";
import { differInFigureAlone, sayTheSame } from "./agreement.ts";
import type { AskedFor } from "./asked-words.ts";
import { namesPublisher } from "./attribution.ts";
import { type Cited, cite } from "./cited.ts";
import {
  type DecideContext,
  defines,
  type Objection,
  objectionTo,
  speaksItself,
  sureOf,
  textOf,
} from "./decide.ts";
import { type RankedSentence, rankPassage } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { tells } from "./sought.ts";
import { tokensOf } from "./tokens.ts";
import type { AnswerTools } from "./tools.ts";
import { leavesRoomFor, valuesIn } from "./values.ts";

const MOST_FINDINGS = 3;
/** A further finding must have at least this share of what the best one has of the question's weight. */
const LEAST_SHARE = 0.8;
/** Less sure than this, a sentence adds nothing. */
const LEAST_SURE = 0.2;
/** With less overlap of content words than this, two sentences are not worth comparing. */
const MAY_BE_SAME = 0.4;
/** From this overlap on, two sentences of one source repeat each other. */
const REPEATED = 0.8;
/** The other side of a known difference joins if it has at least this share of what the found side has. */
const OTHER_SIDE_SHARE = 0.5;

export interface Composed {
  readonly findings: readonly [Finding, ...Finding[]];
  readonly difference: Difference | undefined;
}

/** Share of the question's weight that a sentence and its title have; whose word is wanted does not count. */
function shareOf({ evidence, sentence }: RankedSentence, { reading, vocabulary }: DecideContext): number {
  const values = evidence.match.sentences[sentence]?.values;
  const { publishers } = reading;
  const weight = reading.terms.reduce(
    (sum, term, number) =>
      publishers.length > 0 && namesPublisher(term, evidence, vocabulary)
        ? sum
        : sum + term.idf * Math.max(values?.[number] ?? 0, evidence.title.values[number] ?? 0),
    0,
  );
  return reading.mass > 0 ? weight / reading.mass : 0;
}

function contentStems(
  { evidence, sentence }: RankedSentence,
  { corpus: { vocabulary } }: AnswerTools,
): Set<number> {
  const { from = 0, to = 0 } = evidence.match.sentences[sentence] ?? {};
  const stems = new Set<number>();
  for (let at = from; at < to; at += 1) {
    const word = wordAt(evidence.analysed, at);
    if (!vocabulary.isStop(word)) stems.add(vocabulary.stemOf(word));
  }
  return stems;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common += 1;
  return common / Math.max(1, Math.min(a.size, b.size));
}

interface Draft {
  /** The first is what it was made of. */
  readonly cited: [Cited, ...Cited[]];
  readonly stems: ReadonlySet<number>;
}

function draftOf(cited: Cited, tools: AnswerTools): Draft {
  return { cited: [cited], stems: contentStems(cited.ranked, tools) };
}

const sourceOf = (cited: Cited | undefined) => cited?.citation.source.id;

// joins a draft that says the same elsewhere; true if the sentence is dealt with
function absorb(drafts: readonly Draft[], next: Draft, cited: Cited, tools: AnswerTools): boolean {
  for (const draft of drafts) {
    const elsewhere = !draft.cited.some((c) => sourceOf(c) === sourceOf(cited));
    const common = overlap(draft.stems, next.stems);
    if (elsewhere && common >= MAY_BE_SAME && sayTheSame(draft.cited[0], cited, tools)) {
      draft.cited.push(cited);
      return true;
    }
    if (!elsewhere && common >= REPEATED) return true;
  }
  return false;
}

function isPlace(reference: PassageReference, { citation }: Cited): boolean {
  return reference.source === citation.source.id && reference.paragraph === citation.paragraph;
}

/** A sentence with its citation, which is made unless it is among those that were. */
function citedAmong(
  ranked: RankedSentence,
  all: readonly Cited[],
  reading: Reading,
  tools: AnswerTools,
): Cited | undefined {
  const known = all.find(
    (cited) => cited.ranked.passage === ranked.passage && cited.ranked.sentence === ranked.sentence,
  );
  const citation = known === undefined ? cite(ranked, reading, tools) : undefined;
  return citation === undefined ? known : { ranked, citation };
}

/** Whether a sentence has the words by which a difference names its side: "Handed back". */
function saysName(ranked: RankedSentence, name: string, tools: AnswerTools): boolean {
  const { vocabulary } = tools.corpus;
  const { rules } = ranked.evidence.analysed;
  const stems = contentStems(ranked, tools);
  const words = tokensOf(name).map(({ text }) => reduceToken(text, rules));
  return words.every(({ stem, stop }) => stop || stems.has(vocabulary.stemNumber(stem) ?? -1));
}

/**
 * Sentences of a passage that a difference names, whatever their rank: before the one that answers, or else the best, that which says
 * what its side is named by, so that a name does not stand over a quote that has nothing of it.
 */
function speakersIn(
  reference: PassageReference,
  name: string | undefined,
  best: Cited,
  reading: Reading,
  tools: AnswerTools,
): readonly RankedSentence[] {
  const ranked = rankPassage(reference, reading, tools);
  const saying = name === undefined ? undefined : ranked.find((each) => saysName(each, name, tools));
  const other = isPlace(reference, best) ? best.ranked : ranked[0];
  return [saying, other].filter((each) => each !== undefined);
}

interface Sides {
  readonly known: Omit<KnownDifference, "kind"> & { readonly kind: Difference["kind"] };
  readonly sides: readonly (readonly Cited[])[];
}

/** Questions that no figure answers. */
const NO_FIGURE: ReadonlySet<AskedFor> = new Set(["when", "where", "why", "how"]);

/** Whether a finding only stands in the paragraph of a difference's side, of which another sentence tells, that says much less of the question. */
function isBeside(
  best: Cited,
  name: string | undefined,
  reading: Reading,
  tools: AnswerTools,
  context: DecideContext,
): boolean {
  const reference = { source: best.citation.source.id, paragraph: best.citation.paragraph };
  const [saying] = speakersIn(reference, name, best, reading, tools);
  if (saying === undefined || saying.sentence === best.ranked.sentence) return false;
  return shareOf(saying, context) < shareOf(best.ranked, context);
}

/** A known difference that the best finding is a side of, with a sentence for every side that speaks to the question. */
function knownDifference(
  all: readonly Cited[],
  best: Cited,
  tools: AnswerTools,
  context: DecideContext,
  leastShare: number,
): Sides | undefined {
  const { reading } = context;
  for (const known of tools.corpus.differences()) {
    // two figures are no matter of who asks when or where
    if (known.kind !== "two-accounts" && NO_FIGURE.has(reading.askedFor)) continue;
    const own = known.sides.findIndex((side) => side.some((reference) => isPlace(reference, best)));
    if (own < 0 || isBeside(best, known.names?.[own], reading, tools, context)) continue;
    const least = shareOf(best.ranked, context) * leastShare;
    const sides = known.sides.map((side, at) => {
      const speaking = side.flatMap((reference) => {
        const ranked = speakersIn(reference, known.names?.[at], best, reading, tools).find(
          (each) => each.passage === best.ranked.passage || shareOf(each, context) >= least,
        );
        return ranked === undefined ? [] : (citedAmong(ranked, all, reading, tools) ?? []);
      });
      return speaking.sort((a, b) => b.ranked.score - a.ranked.score).slice(0, 1);
    });
    if (sides.filter((side) => side.length > 0).length >= 2) return { known, sides };
  }
  return undefined;
}

const EXACT_TYPES: ReadonlySet<string> = new Set(["money", "count", "measure"]);

// the value that all sides give alike, such as an amount
function commonValue(citations: readonly Citation[]): string | undefined {
  const [first, ...others] = citations.map((citation) =>
    valuesIn(citation.quote).filter((value) => EXACT_TYPES.has(value.type)),
  );
  return first?.find((value) =>
    others.every((values) =>
      values.some((other) => other.unit === value.unit && other.amount === value.amount),
    ),
  )?.words;
}

/** Whether two findings give different amounts of one unit for one thing, of which neither leaves room for the other. */
function differInValue(a: Cited, b: Cited, tools: AnswerTools): boolean {
  const [valuesA, valuesB] = [a, b].map(({ citation }) =>
    valuesIn(citation.quote).filter((value) => EXACT_TYPES.has(value.type)),
  );
  const [one, other] = [valuesA?.[0], valuesB?.[0]];
  if (valuesA?.length !== 1 || valuesB?.length !== 1 || one === undefined || other === undefined)
    return false;
  if (one.type !== other.type || one.unit !== other.unit || one.amount === other.amount) return false;
  if (leavesRoomFor(a.citation.quote, one, other) || leavesRoomFor(b.citation.quote, other, one))
    return false;
  return differInFigureAlone(a, b, tools);
}

function finding(cited: readonly Cited[]): Finding | undefined {
  const [first, ...others] = cited.map(({ citation }) => citation);
  return first === undefined ? undefined : { citations: [first, ...others] };
}

/** Of accounts, and of a question for somebody's word, what answers best comes first; otherwise what is more exact, or earlier. */
function askedFirst({ known, sides }: Sides, best: Cited, { publishers }: Reading): Sides {
  const asked =
    publishers.length === 0 && known.kind !== "two-accounts"
      ? 0
      : sides.findIndex((side) => side.some(({ ranked }) => ranked.passage === best.ranked.passage));
  if (asked <= 0) return { known, sides };
  const first = <T>(list: readonly T[]) => [...list.slice(asked, asked + 1), ...list.toSpliced(asked, 1)];
  const { kind, names, ...rest } = known;
  return {
    known: {
      ...rest,
      // what is first of those is the more exact
      kind: kind === "less-exact" ? "two-figures" : kind,
      ...(names === undefined ? {} : { names: first(names) }),
    },
    sides: first(sides),
  };
}

/** A side of a difference: the index of its finding, and what that cites. */
interface Shown {
  readonly at: number;
  readonly citations: readonly Citation[];
}

/** A difference with those of its sides that are shown. */
function differenceOf(
  { kind, about, names }: Sides["known"],
  sides: readonly (Shown | undefined)[],
): Difference {
  const shown = sides.filter((side) => side !== undefined);
  const named = names?.filter((_, side) => sides[side] !== undefined);
  return {
    kind,
    about,
    sides: shown.map(({ at }) => [at]),
    same: commonValue(shown.flatMap(({ citations }) => citations)),
    ...(named === undefined ? {} : { names: named }),
  };
}

function withSides({ known, sides }: Sides, rest: readonly Draft[]): Composed | undefined {
  const speaking = sides.filter((side) => side.length > 0);
  const places = new Set(speaking.flat().map(({ citation }) => citation.key.split(".")[0]));
  const others = rest.filter(({ cited }) => !places.has(cited[0]?.citation.key.split(".")[0]));
  const kept = [...speaking, ...others.map(({ cited }) => cited)].slice(
    0,
    Math.max(MOST_FINDINGS, speaking.length),
  );
  const [first, ...more] = kept.flatMap((cited) => finding(cited) ?? []);
  if (first === undefined) return undefined;
  let at = 0;
  const shown = sides.map((side): Shown | undefined =>
    side.length === 0 ? undefined : { at: at++, citations: side.map(({ citation }) => citation) },
  );
  return { findings: [first, ...more], difference: differenceOf(known, shown) };
}

/** The known difference that findings of one citation each are sides of; undefined if they are of none. */
export function differenceAmong(all: readonly Cited[], tools: AnswerTools): Difference | undefined {
  for (const known of tools.corpus.differences()) {
    const shown = known.sides.map((side): Shown | undefined => {
      const at = all.findIndex((cited) => side.some((reference) => isPlace(reference, cited)));
      const { citation } = all[at] ?? {};
      return citation && { at, citations: [citation] };
    });
    if (shown.filter((side) => side !== undefined).length >= 2) return differenceOf(known, shown);
  }
  return undefined;
}

/** Whether a further sentence may be a finding beside the best one: it has about as much of the question, and stands by itself. */
export function mayJoin(ranked: RankedSentence, best: RankedSentence, context: DecideContext): boolean {
  const least = shareOf(best, context) * LEAST_SHARE;
  if (context.sure !== undefined && sureOf(ranked, context) < LEAST_SURE) return false;
  return shareOf(ranked, context) >= least && mayStand(ranked, best, context);
}

/** What the best one says of those named need not be said again. */
const MAY_STAND: ReadonlySet<Objection["kind"]> = new Set<Objection["kind"]>(["none", "little-said"]);

// a further finding needs its own evidence, and a date or a number where one is asked for; behind what says who somebody is stands
// nothing that merely has the name
function mayStand(ranked: RankedSentence, best: RankedSentence, context: DecideContext): boolean {
  if (defines(best, context) && !defines(ranked, context)) return false;
  // beside a demand, nothing that tells none: "asked for comment" has the words, too
  const { sought } = context.reading;
  if (sought !== undefined && tells(textOf(best), sought) && !tells(textOf(ranked), sought)) return false;
  return speaksItself(ranked, context) && MAY_STAND.has(objectionTo(ranked, context).kind);
}

/** What else is known of a question. */
export interface ComposeOptions {
  /**
   * Of one with alternatives, what answers each by itself: these come first of those that add something, and where both are told they are
   * all that was asked.
   */
  readonly sides?: readonly Cited[];
  /** Whether it speaks of a difference: then every side of that is shown, though one may say little of the question. */
  readonly isDisputed?: boolean;
}

/**
 * The best finding, at most two more that add something, and the difference between them if there is one.
 */
export function composeFindings(
  all: readonly [Cited, ...Cited[]],
  reading: Reading,
  tools: AnswerTools,
  context: DecideContext,
  { sides = [], isDisputed = false }: ComposeOptions = {},
): Composed {
  const [best] = all;
  const drafts: Draft[] = [];
  const further = sides.length > 1 ? [] : all.slice(1);
  for (const cited of [best, ...sides, ...further]) {
    const isSide = cited === best || sides.includes(cited);
    if (!isSide && !mayJoin(cited.ranked, best.ranked, context)) continue;
    const draft = draftOf(cited, tools);
    if (!absorb(drafts, draft, cited, tools)) drafts.push(draft);
  }
  const known = knownDifference(all, best, tools, context, isDisputed ? 0 : OTHER_SIDE_SHARE);
  const composed = known === undefined ? undefined : withSides(askedFirst(known, best, reading), drafts);
  if (composed !== undefined) return composed;
  const shown = drafts.slice(0, MOST_FINDINGS);
  const [first, ...others] = shown.flatMap(({ cited }) => finding(cited) ?? []);
  const findings: readonly [Finding, ...Finding[]] = [first ?? { citations: [best.citation] }, ...others];
  return { findings, difference: reading.askedFor === "amount" ? twoFigures(shown, tools) : undefined };
}

/** The first of the further findings that gives another amount than the best one does. */
function twoFigures([best, ...others]: readonly Draft[], tools: AnswerTools): Difference | undefined {
  const other = others.findIndex(
    ({ cited }) => best !== undefined && differInValue(best.cited[0], cited[0], tools),
  );
  if (other < 0) return undefined;
  return { kind: "two-figures", about: "", sides: [[0], [other + 1]], same: undefined };
}
