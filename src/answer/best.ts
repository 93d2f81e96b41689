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
/** What something is for is told by one sentence of many about it: that one may be further below. */
const FURTHEST_PURPOSE = 4;
/** What says who or what something is may be further below what merely says much of it. */
const FURTHEST_DEFINING = 6;
/** A sentence that is preferred may be less sure than the leading one by this share. */
const LESS_SURE = 0.8;

/** Scores this close say no more than chance which is better: the surer sentence is. */
const TIED = 0.2;
/** By less than this one is no surer than another. */
const SURER = 0.02;

type Sentences = readonly RankedSentence[];

function isFree(ranked: RankedSentence, context: DecideContext): boolean {
  return objectionTo(ranked, context).kind === "none";
}

function isAboutAsSure(ranked: RankedSentence, leading: RankedSentence, context: DecideContext): boolean {
  return sureOf(ranked, context) >= LESS_SURE * sureOf(leading, context);
}

/** Those that say what was to be defined; in the question's language if any is: what it is needs no translation then. */
function definingOf(closest: Sentences, most: number, context: DecideContext): Sentences {
  const defining = closest.filter(
    (each) => defines(each, context) && each.score >= most - FURTHEST_DEFINING && isFree(each, context),
  );
  if (defining.length < 2) return defining;
  const own = defining.filter(
    ({ evidence }) => evidence.analysed.rules.language === context.reading.language,
  );
  return own.length > 0 ? own : defining;
}

/** Those that tell the demand, purpose or reaction asked for, without what comes on top of another that says as much of the question. */
function tellingOf(speaking: Sentences, leading: RankedSentence, context: DecideContext): Sentences {
  const { sought, terms } = context.reading;
  if (sought === undefined) return [];
  const telling = speaking.filter(
    (each) => isAboutAsSure(each, leading, context) && tells(textOf(each), sought),
  );
  const [first] = telling;
  if (first === undefined || !isFurther(textOf(first))) return telling;
  const main = telling.filter(
    (each) =>
      !isFurther(textOf(each)) &&
      each.score >= first.score - FURTHEST_DOING &&
      massSaid(each, terms) >= massSaid(first, terms),
  );
  return main.length > 0 ? main : telling;
}

/** Those that say themselves what was done and are about as good as the leading one. */
function doingOf(speaking: Sentences, leading: RankedSentence, context: DecideContext): Sentences {
  return speaking.filter(
    (each) =>
      saysDeed(each, context) &&
      each.score >= leading.score - FURTHEST_DOING &&
      isAboutAsSure(each, leading, context),
  );
}

/** Of sentences that speak for themselves, those that are preferred: they tell what else there is, or what is sought, or have the deed. */
function preferredOf(speaking: Sentences, context: DecideContext): Sentences {
  const [leading] = speaking;
  if (leading === undefined) return speaking;
  const further = context.reading.further
    ? speaking.filter((each) => each.score >= leading.score - FURTHEST_DOING && tellsFurther(textOf(each)))
    : [];
  if (further.length > 0) return further;
  const telling = tellingOf(speaking, leading, context);
  if (telling.length > 0) return telling;
  const doing = doingOf(speaking, leading, context);
  return doing.length > 0 ? doing : speaking;
}

/** The first, or one tied with it that is surer. */
function surestOf([best, ...others]: Sentences, context: DecideContext): RankedSentence | undefined {
  if (best === undefined) return undefined;
  let surest = best;
  for (const each of others)
    if (best.score - each.score < TIED && sureOf(each, context) > sureOf(surest, context) + SURER)
      surest = each;
  return surest;
}

/**
 * The sentence that may stand as the answer among the closest, best first: of those without an objection the first that says what was
 * to be defined, or else is preferred for what it tells, or else speaks for itself, or one tied with it that is surer.
 */
export function bestOf(closest: Sentences, context: DecideContext): RankedSentence | undefined {
  const most = closest[0]?.score ?? 0;
  const defining = definingOf(closest, most, context);
  if (defining.length > 0) return surestOf(defining, context);
  const { sought } = context.reading;
  const free = closest.slice(0, CLOSE_CALLS).filter((each) => {
    const furthest = sought === "purpose" && tells(textOf(each), sought) ? FURTHEST_PURPOSE : FURTHEST_BELOW;
    return each.score >= most - furthest && isFree(each, context);
  });
  const preferred = preferredOf(
    free.filter((each) => speaksItself(each, context)),
    context,
  );
  return surestOf(preferred.length > 0 ? preferred : free, context);
}
