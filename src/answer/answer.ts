/** Answers a question from what is loaded: reads it, ranks, decides, composes, checks. Synchronous; no network, disk or clock. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Answer, Coverage, Nearest, Question } from "../model.ts";
import type { Answering, Library } from "../ports.ts";
import { calibrate } from "./calibration.ts";
import { createCitations } from "./citations.ts";
import { type Citable, type Cited, citables, citedOf } from "./cited.ts";
import { cleanQuestion } from "./clean.ts";
import { composeFindings, mayJoin } from "./compose.ts";
import { confidence } from "./confidence.ts";
import { bestOf, type DecideContext, defines, sureOf } from "./decide.ts";
import { questionLanguage } from "./language.ts";
import { alternativesIn } from "./names.ts";
import { notesFor } from "./notes.ts";
import { asksEnough, asksTheSame, clausesOf, hasTerms, sentencesOf } from "./parts.ts";
import { type Ranking, rank } from "./rank.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { type AnswerTools, createAnswerTools } from "./tools.ts";

/** Ranked citations returned unless told otherwise. */
const TOP = 3;
const MOST_NEAREST = 3;
/** What remains of the confidence where something is against every sentence that is close. */
const OBJECTED = 0.4;
/** So sure is what says who or what the name asked for is: that many other sentences have a common name is nothing against it. */
const DEFINED = 0.9;
/** Under this confidence the answer is "not in our sources". On the fitted sets 2 to 6 % of questions on an absent topic pass it, and 81 to 92 % of those with an answer; of pages by authorities, which are all alike, 3 % and 45 %. */
export const THRESHOLD = 0.45;

/** The corpus as the library that commands read. */
export function createLibrary(corpus: Corpus): Library {
  return { ...corpus, cite: createCitations(corpus) };
}

function coverageOf({ works }: Corpus): Coverage {
  let sources = 0;
  let from: string | undefined;
  let to: string | undefined;
  for (const { document } of works.documents()) {
    const { published } = document.source;
    sources += 1;
    if (from === undefined || published < from) from = published;
    if (to === undefined || published > to) to = published;
  }
  return { sources, from, to };
}

/** The first of the closest that may stand as the answer and is cited; undefined if there is something against all. */
function bestCited(closest: readonly Citable[], context: DecideContext): Cited | undefined {
  const best = bestOf(closest, ({ ranked }) => ranked, context);
  if (best === undefined) return undefined;
  // hardly ever are its words not in its file
  return (
    best.cited() ??
    bestCited(
      closest.filter((each) => each !== best),
      context,
    )
  );
}

function nearestTo({ passages }: Ranking): Nearest[] {
  const nearest = new Map<string, Nearest>();
  for (const { evidence } of passages) {
    const { source, passages: all } = evidence.analysed.document;
    if (nearest.has(source.id)) continue;
    nearest.set(source.id, { source, about: all[evidence.local]?.headings.at(-1) ?? source.title });
  }
  return [...nearest.values()].slice(0, MOST_NEAREST);
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
}

/** @param text a question that was cleaned */
function attempt(
  text: string,
  tools: AnswerTools,
  top: number,
  isEnough: (reading: Reading) => boolean = ({ terms }) => terms.length > 0,
): Attempt | undefined {
  const { corpus, kinds } = tools;
  const reading = readQuestion(text, questionLanguage(text, corpus), tools);
  if (!isEnough(reading)) return undefined;
  const ranking = rank(reading, tools, corpus.works);
  const closest = citables(ranking.sentences, Math.max(top, 2 * TOP), reading, tools);
  const context: DecideContext = {
    reading,
    vocabulary: corpus.vocabulary,
    kinds,
    sure(ranked) {
      return Math.max(confidence(ranking, ranked, tools.raised), defines(ranked, { reading }) ? DEFINED : 0);
    },
  };
  const best = bestCited(closest, context);
  const judged = best?.ranked ?? ranking.sentences[0];
  const sure = judged === undefined ? 0 : sureOf(judged, context) * (best === undefined ? OBJECTED : 1);
  return { question: text, reading, context, ranking, closest, best, confidence: sure };
}

const answers = ({ best, confidence: sure }: Attempt) => best !== undefined && sure >= THRESHOLD;

/** The whole text, and what it says in parts: people wrap their question, and some add orders to it. */
export function attempts(text: string, tools: AnswerTools, top: number): Attempt[] {
  const clean = cleanQuestion(text);
  const whole = attempt(clean, tools, top);
  if (whole === undefined) return [];
  const tried = [whole];
  for (const part of sentencesOf(clean)) {
    const found = attempt(part, tools, top, (reading) => asksEnough(reading, whole.reading));
    if (found !== undefined) tried.push(found);
  }
  if (tried.some(answers)) return tried;
  for (const part of clausesOf(clean)) {
    const found = attempt(part, tools, top, (reading) => asksTheSame(reading, whole.reading));
    if (found !== undefined) tried.push(found);
  }
  return tried;
}

/** The attempt that answers best; the whole question if none does. */
export function chosenOf(tried: readonly Attempt[]): Attempt | undefined {
  return tried.filter(answers).sort((a, b) => b.confidence - a.confidence)[0] ?? tried[0];
}

/** Of "A or B", what answers A and what answers B by themselves: a sentence about one of them may say nothing of the other. */
function sidesOf({ question, reading }: Attempt, tools: AnswerTools, top: number): Cited[] {
  return alternativesIn(question, reading).flatMap((side) => {
    const found = attempt(side, tools, top, hasTerms);
    return found?.best !== undefined && answers(found) ? [found.best] : [];
  });
}

/** What an answer is made of. */
interface Chosen {
  readonly whole: Attempt;
  /** The attempt that answers best. */
  readonly tried: Attempt;
  readonly tools: AnswerTools;
  readonly coverage: Coverage;
  /** Ranked citations that are wanted. */
  readonly top: number;
}

// what both kinds of answers have is written out in each, for to spread an object costs as much as to rank some sentences

function notFound({ whole, tried, tools, coverage, top }: Chosen): Answer {
  const { reading, ranking, closest, confidence: sure } = tried;
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence: sure,
    kind: "not-found",
    reason: "not-in-sources",
    notes: notesFor(whole.reading, tools, undefined),
    nearest: nearestTo(ranking),
    ranked: citedOf(closest, top).map(({ citation }) => citation),
  };
}

function found({ whole, tried, tools, coverage, top }: Chosen, best: Cited): Answer {
  const { reading, context, closest, confidence: sure } = tried;
  const others = closest.filter(
    ({ ranked }) => ranked !== best.ranked && mayJoin(ranked, best.ranked, context),
  );
  const sides = sidesOf(tried, tools, top);
  const { findings, difference } = composeFindings(
    [best, ...citedOf(others, others.length)],
    reading,
    tools,
    context,
    sides,
  );
  const ranked = citedOf(closest, top).map(({ citation }) => citation);
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence: sure,
    findings,
    difference,
    kind: "found",
    notes: notesFor(whole.reading, tools, best.ranked),
    ranked: [best.citation, ...ranked.filter((other) => other !== best.citation)].slice(0, top),
  };
}

/** Answers, and learns what "sure" means in the corpus when told to. */
export interface PreparedAnswering extends Answering {
  /**
   * Learns it anew if the corpus has changed, in steps of a few milliseconds. Questions meanwhile are judged as before; without
   * it they are judged as in any corpus. Does nothing for a small corpus.
   */
  prepare(): Generator<undefined, void>;
  /** What it learnt to take from every confidence's logit; 0 until then. */
  raised(): number;
}

/** Makes the function that answers from a corpus. It follows every change of the corpus. */
export function createAnswering(corpus: Corpus): PreparedAnswering {
  let tools: AnswerTools | undefined;
  let version = -1;
  let raised = 0;
  let prepared = -1;
  let coverage = coverageOf(corpus);
  function current(): AnswerTools {
    if (tools === undefined || version !== corpus.version()) {
      tools = { ...createAnswerTools(corpus, tools), raised };
      version = corpus.version();
      coverage = coverageOf(corpus);
    }
    return tools;
  }

  function* prepare(): Generator<undefined, void> {
    if (prepared === corpus.version()) return;
    prepared = corpus.version();
    raised = yield* calibrate(current(), THRESHOLD);
    tools = { ...current(), raised };
  }

  const answer = ({ text }: Question, top = TOP): Answer => {
    const now = current();
    const all = attempts(text, now, top);
    const [whole] = all;
    const tried = chosenOf(all);
    if (whole === undefined || tried === undefined)
      return nothingAsked(questionLanguage(cleanQuestion(text), corpus), coverage);
    const chosen: Chosen = { whole, tried, tools: now, coverage, top };
    const { best } = tried;
    return best !== undefined && answers(tried) ? found(chosen, best) : notFound(chosen);
  };
  return Object.assign(answer, { prepare, raised: () => raised });
}

function nothingAsked(language: string, coverage: Coverage): Answer {
  const base = { language, coverage, asksForNow: false, confidence: 0, notes: [], nearest: [], ranked: [] };
  return { ...base, kind: "not-found", reason: "nothing-asked" };
}
