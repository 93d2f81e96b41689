/** Of the sentences that may stand as an answer, which does. */
import {
  type DecideContext,
  defines,
  massSaid,
  objectionTo,
  saysDeed,
  speaksItself,
  sureOf,
  textOf,
} from "./decide.ts";
import type { RankedSentence } from "./rank.ts";
import { isFurther, tells, tellsFurther } from "./sought.ts";

/** Sentences among which the first without an objection is taken. */
const CLOSE_CALLS = 4;
/** One whose score is further below the best one's is about something else: that it has an amount does not help. */
const FURTHEST_BELOW = 2;
/** A sentence that says itself what was done comes before one that only stands beside such a sentence, if it is no further below. */
const FURTHEST_DOING = 1;
/** It may be less sure than the other by this share. */
const LESS_SURE = 0.8;

/** Whether a sentence says itself what was done, and is about as good as the leading one. */
function doesBetter(ranked: RankedSentence, leading: RankedSentence, context: DecideContext): boolean {
  return (
    saysDeed(ranked, context) &&
    ranked.score >= leading.score - FURTHEST_DOING &&
    sureOf(ranked, context) >= LESS_SURE * sureOf(leading, context)
  );
}

/** Whether a sentence tells the demand, purpose or reaction asked for, and is about as sure as the leading one. */
function tellsBetter(ranked: RankedSentence, leading: RankedSentence, context: DecideContext): boolean {
  const { sought } = context.reading;
  return (
    sought !== undefined &&
    sureOf(ranked, context) >= LESS_SURE * sureOf(leading, context) &&
    tells(textOf(ranked), sought)
  );
}

/** Without what comes on top of something else, if one that does not is about as good and says as much of the question. */
function mainFirst<T>(
  telling: readonly T[],
  ranked: (each: T) => RankedSentence,
  { reading: { terms } }: DecideContext,
): readonly T[] {
  const [first] = telling.map(ranked);
  if (first === undefined || !isFurther(textOf(first))) return telling;
  const main = telling.filter((each) => {
    const other = ranked(each);
    return (
      !isFurther(textOf(other)) &&
      other.score >= first.score - FURTHEST_DOING &&
      massSaid(other, terms) >= massSaid(first, terms)
    );
  });
  return main.length > 0 ? main : telling;
}

/** What says who or what something is may be further below what merely says much of it. */
const FURTHEST_DEFINING = 6;

/** Scores this close say no more than chance which is better: the surer sentence is. */
const TIED = 0.2;
/** By less than this one is no surer than another. */
const SURER = 0.02;

function isFree(ranked: RankedSentence, context: DecideContext): boolean {
  return objectionTo(ranked, context).kind === "none";
}

/** Those in the question's language, if there are any: what it is needs no translation where a source says it so. */
function ownFirst<T>(
  definitions: readonly T[],
  ranked: (each: T) => RankedSentence,
  { reading: { language } }: DecideContext,
): readonly T[] {
  if (definitions.length === 0) return definitions;
  const own = definitions.filter((each) => ranked(each).evidence.analysed.rules.language === language);
  return own.length > 0 ? own : definitions;
}

/**
 * The sentence that may stand as the answer among the closest, best first: of those without an objection the first that says what was
 * to be defined, or else tells of something further where
 * that was asked for, or the demand, purpose or reaction asked for, or else has the deed, or else speaks for itself, or one tied with it that is surer.
 */
export function bestOf<T>(
  closest: readonly T[],
  ranked: (each: T) => RankedSentence,
  context: DecideContext,
): T | undefined {
  const { reading } = context;
  const [first] = closest;
  const most = first === undefined ? 0 : ranked(first).score;
  const free = closest
    .slice(0, CLOSE_CALLS)
    .filter((each) => ranked(each).score >= most - FURTHEST_BELOW && isFree(ranked(each), context));
  const speaking = free.filter((each) => speaksItself(ranked(each), context));
  const definitions = closest.filter(
    (each) =>
      ranked(each).score >= most - FURTHEST_DEFINING &&
      defines(ranked(each), context) &&
      isFree(ranked(each), context),
  );
  const defining = ownFirst(definitions, ranked, context);
  const [leading] = speaking.map(ranked);
  const telling = mainFirst(
    speaking.filter((each) => leading !== undefined && tellsBetter(ranked(each), leading, context)),
    ranked,
    context,
  );
  const further = reading.further ? speaking.filter((each) => tellsFurther(textOf(ranked(each)))) : [];
  const doing = speaking.filter(
    (each) => leading !== undefined && doesBetter(ranked(each), leading, context),
  );
  const [best, ...others] =
    [defining, further, telling, doing, speaking, free].find((some) => some.length > 0) ?? [];
  if (best === undefined) return undefined;
  let surest: T = best;
  for (const each of others)
    if (
      ranked(best).score - ranked(each).score < TIED &&
      sureOf(ranked(each), context) > sureOf(ranked(surest), context) + SURER
    )
      surest = each;
  return surest;
}
