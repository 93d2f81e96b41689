/** The ways to read what was asked: the whole message, its parts, the sides of a choice; and which of them answers best. */
import { type Alternatives, alternativesIn } from "./alternatives.ts";
import { bestOf } from "./best.ts";
import { type Citable, type Cited, citables } from "./cited.ts";
import { cleanQuestion } from "./clean.ts";
import { confidence } from "./confidence.ts";
import { type DecideContext, defines, type Gap, isKnown, sureOf } from "./decide.ts";
import { questionLanguage } from "./language.ts";
import { gapsFor } from "./notes.ts";
import {
  asksTheSame,
  clausesOf,
  definitionIn,
  hasTerms,
  isAsking,
  sentencesOf,
  standsAlone,
  withNames,
} from "./parts.ts";
import { type Ranking, rank } from "./rank.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { storyIn } from "./story.ts";
import type { AnswerTools } from "./tools.ts";

/** Ranked citations returned unless told otherwise. */
export const TOP = 3;
/** What remains of the confidence where something is against every sentence that is close. */
const OBJECTED = 0.4;
/** So sure is what says who or what the name asked for is: that many other sentences have a common name is nothing against it. */
const DEFINED = 0.9;
/** So sure at least is what is known to answer nearly this question, in other words for much of it. */
const KNOWN = 0.5;
/** Under this confidence the answer is "not in our sources". On the fitted sets 2 to 6 % of questions on an absent topic pass it, and 81 to 92 % of those with an answer; of pages by authorities, which are all alike, 3 % and 45 %. */
export const THRESHOLD = 0.45;

/** The first of the closest that may stand as the answer and is cited; undefined if there is something against all. */
function bestCited(closest: readonly Citable[], context: DecideContext): Cited | undefined {
  const best = bestOf(
    closest.map(({ ranked }) => ranked),
    context,
  );
  const citable = closest.find(({ ranked }) => ranked === best);
  if (citable === undefined) return undefined;
  // hardly ever are its words not in its file
  return (
    citable.cited() ??
    bestCited(
      closest.filter((each) => each !== citable),
      context,
    )
  );
}

/** One way to read what was asked, and how well the sources answer it. */
export interface Attempt {
  readonly question: string;
  readonly reading: Reading;
  readonly context: DecideContext;
  readonly ranking: Ranking;
  /** What may be cited, best first. */
  readonly closest: readonly Citable[];
  /** The citation that may stand as the answer; undefined if there is something against all that are close. */
  readonly best: Cited | undefined;
  readonly confidence: number;
  /** Whether it is the whole message and asks for a story. */
  readonly isStory: boolean;
}

interface AttemptOptions {
  /** Whether a reading says enough to be tried. */
  readonly isEnough?: (reading: Reading) => boolean;
  /** Whether it is one side of a comparison: then it asks for an amount. */
  readonly compares?: boolean;
}

function asksAnything({ terms }: Reading): boolean {
  return terms.length > 0;
}

/** One way to read a question; undefined if it says too little. @param text cleaned */
export function attempt(
  text: string,
  tools: AnswerTools,
  top: number,
  { isEnough = asksAnything, compares = false }: AttemptOptions = {},
): Attempt | undefined {
  const { corpus, kinds } = tools;
  const reading = readQuestion(text, questionLanguage(text, corpus), tools, compares);
  if (!isEnough(reading)) return undefined;
  const ranking = rank(reading, tools, corpus.works);
  const closest = citables(ranking.sentences, Math.max(top, 2 * TOP), reading, tools);
  let known: readonly Gap[] | undefined;
  const context: DecideContext = {
    reading,
    vocabulary: corpus.vocabulary,
    kinds,
    gaps() {
      known ??= gapsFor(reading, tools);
      return known;
    },
    sure(ranked) {
      return Math.max(
        confidence(ranking, ranked, tools.raised),
        defines(ranked, { reading }) ? DEFINED : 0,
        isKnown(ranked) ? KNOWN : 0,
      );
    },
  };
  const best = bestCited(closest, context);
  const judged = best?.ranked ?? ranking.sentences[0];
  const sure = judged === undefined ? 0 : sureOf(judged, context) * (best === undefined ? OBJECTED : 1);
  return { question: text, reading, context, ranking, closest, best, confidence: sure, isStory: false };
}

/** Whether an attempt answers. */
export function answers({ best, confidence: sure }: Attempt): boolean {
  return best !== undefined && sure >= THRESHOLD;
}

/** What each part of a message that stands alone says by itself. */
function attemptsOf(parts: readonly string[], whole: Attempt, tools: AnswerTools, top: number): Attempt[] {
  return parts.flatMap(
    (part) =>
      attempt(part, tools, top, { isEnough: (reading) => standsAlone(part, reading, whole.reading) }) ?? [],
  );
}

/** The whole text, and what it says in parts: people wrap their question, and some add orders to it. */
export function attempts(text: string, tools: AnswerTools, top: number): Attempt[] {
  const cleaned = cleanQuestion(text);
  const story = storyIn(cleaned);
  const clean = story ?? cleaned;
  const read = attempt(clean, tools, top);
  if (read === undefined) return [];
  const whole = story === undefined ? read : { ...read, isStory: true };
  const sentences = sentencesOf(clean, whole.reading.language);
  const asking = attemptsOf(sentences.filter(isAsking), whole, tools, top);
  // what leads up to a question is no answer's matter, unless the question says too little without it
  const tried = [whole, ...asking, ...(asking.length > 0 ? [] : attemptsOf(sentences, whole, tools, top))];
  if (tried.some(answers)) return tried;
  for (const part of clausesOf(clean)) {
    const found = attempt(part, tools, top, { isEnough: (reading) => asksTheSame(reading, whole.reading) });
    if (found !== undefined) tried.push(found);
  }
  for (const sentence of sentences) {
    const named = withNames(sentence, whole.reading);
    const found = named === undefined ? undefined : attempt(named, tools, top, { isEnough: hasTerms });
    if (found !== undefined) tried.push(found);
  }
  const definition = definitionIn(clean, whole.reading);
  const defined = definition === undefined ? undefined : attempt(definition, tools, top);
  if (defined?.best !== undefined && defines(defined.best.ranked, defined.context)) tried.push(defined);
  return tried;
}

/** By less than this an attempt is no surer than another. */
const SURER = 0.02;

/** The attempt that answers best, a question within the message rather than all of it if it is no less sure; the whole if none does. */
function chosenOf(tried: readonly Attempt[]): Attempt | undefined {
  const [whole] = tried;
  const [surest, ...others] = tried.filter(answers).sort((a, b) => b.confidence - a.confidence);
  if (surest === undefined || surest !== whole) return surest ?? whole;
  const asking = others.find(({ question }) => isAsking(question));
  return asking !== undefined && asking.confidence >= whole.confidence - SURER ? asking : whole;
}

/** What answers each of two questions by itself, the surer first. */
function sidesOf(options: Alternatives, compares: boolean, tools: AnswerTools, top: number): Attempt[] {
  return options.questions
    .flatMap((side) => attempt(side, tools, top, { isEnough: hasTerms, compares }) ?? [])
    .filter(answers)
    .sort((a, b) => b.confidence - a.confidence);
}

/** A choice of names is decided by what tells of one alone, if that is no less sure by more than this. */
const LESS_SURE = 0.05;

/** What answers, and of a question with "or" what answers each side by itself: a sentence about one may say nothing of the other. */
export interface Chosen {
  readonly tried: Attempt;
  readonly sides: readonly Attempt[];
}

/** What answers best, of all ways to read what was asked and of the sides of a choice it offers; undefined if nothing was asked. */
export function choose(all: readonly Attempt[], tools: AnswerTools, top: number): Chosen | undefined {
  const tried = chosenOf(all);
  const options = tried === undefined ? undefined : alternativesIn(tried.question, tried.reading);
  if (tried === undefined || options === undefined) return tried && { tried, sides: [] };
  const { compares } = tried.reading;
  const sides = sidesOf(options, compares, tools, top);
  const [surest] = sides;
  // of both it has to tell, each in its own sentence where none tells of both
  if (options.kind === "both") {
    const told = sides.length === options.questions.length;
    const isTold = answers(tried) && tried.reading.askedFor !== "meaning";
    return surest === undefined || !told || isTold ? { tried, sides: [] } : { tried: surest, sides };
  }
  // one amount is no comparison
  if (compares && sides.length < options.questions.length)
    return { tried: { ...tried, best: undefined, confidence: tried.confidence * OBJECTED }, sides: [] };
  const decides =
    surest !== undefined &&
    options.kind === "names" &&
    (compares || !answers(tried) || surest.confidence >= tried.confidence - LESS_SURE);
  return { tried: decides ? surest : tried, sides };
}
