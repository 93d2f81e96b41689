/** Answers a question from what is loaded: reads it, ranks, decides, composes, checks. Synchronous; no network, disk or clock. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Answer, Coverage, Finding, Nearest, Question } from "../model.ts";
import type { Answering, Library } from "../ports.ts";
import { type Attempt, answers, attempt, attempts, choose, THRESHOLD, TOP } from "./attempts.ts";
import { calibrate } from "./calibration.ts";
import { createCitations } from "./citations.ts";
import { type Cited, citedOf } from "./cited.ts";
import { cleanQuestion } from "./clean.ts";
import { composeFindings, differenceAmong, mayJoin } from "./compose.ts";
import { massSaid } from "./decide.ts";
import { disputeIn, disputeOf } from "./dispute.ts";
import { questionLanguage } from "./language.ts";
import { notesFor } from "./notes.ts";
import type { Ranking } from "./rank.ts";
import { type Story, storyOf } from "./story.ts";
import { type AnswerTools, createAnswerTools } from "./tools.ts";

const MOST_NEAREST = 3;

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

function nearestTo({ passages }: Ranking): Nearest[] {
  const nearest = new Map<string, Nearest>();
  for (const { evidence } of passages) {
    const { source, passages: all } = evidence.analysed.document;
    if (nearest.has(source.id)) continue;
    if (nearest.size === MOST_NEAREST) break;
    nearest.set(source.id, { source, about: all[evidence.local]?.headings.at(-1) ?? source.title });
  }
  return [...nearest.values()];
}

/** What an answer is made of. */
interface Made {
  readonly whole: Attempt;
  /** The attempt that answers best. */
  readonly tried: Attempt;
  /** What answers each side of a choice. */
  readonly sides: readonly Attempt[];
  readonly tools: AnswerTools;
  readonly coverage: Coverage;
  /** Ranked citations that are wanted. */
  readonly top: number;
}

// what both kinds of answers have is written out in each, for to spread an object costs as much as to rank some sentences

function notFound({ whole, tried, tools, coverage, top }: Made): Answer {
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

function found({ whole, tried, sides, tools, coverage, top }: Made, best: Cited, isDisputed = false): Answer {
  const { reading, context, closest, confidence: sure } = tried;
  const others = closest.filter(
    ({ ranked }) => ranked !== best.ranked && mayJoin(ranked, best.ranked, context),
  );
  const { findings, difference } = composeFindings(
    [best, ...citedOf(others, others.length)],
    reading,
    tools,
    context,
    { sides: sides.flatMap((side) => side.best ?? []), isDisputed },
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

function findingOf({ citation }: Cited): Finding {
  return { citations: [citation] };
}

function told({ whole, tools, coverage, top }: Made, story: Story): Answer {
  const { reading, closest } = whole;
  const [first, ...others] = story.told;
  const own = story.told.map(({ citation }) => citation);
  const ranked = citedOf(closest, top).map(({ citation }) => citation);
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence: story.share,
    findings: [findingOf(first), ...others.map(findingOf)],
    difference: differenceAmong(story.told, tools),
    kind: "found",
    notes: notesFor(reading, tools, first.ranked),
    ranked: [...own, ...ranked.filter(({ key }) => !own.some((each) => each.key === key))].slice(0, top),
  };
}

/** How much more of a question the sides of a difference have to say than the sentence that answers it, unless it says that accounts differ. */
const SAID_MORE = 0.3;

/** The answer to a question that offers two ways to tell something, or says that accounts differ; undefined if it is answered as any other. */
function disputed(text: string, made: Made): Answer | undefined {
  const asked = disputeIn(cleanQuestion(text));
  if (asked === undefined) return undefined;
  const { whole } = made;
  const tried = asked.text === whole.question ? whole : attempt(asked.text, made.tools, made.top);
  // which of two things made A do what it did not is no difference between accounts
  if (tried === undefined || (tried.reading.presumesDeed && !asked.saysSo)) return undefined;
  const { best } = made.tried;
  const isAnswered = best !== undefined && answers(made.tried);
  const { terms, mass } = made.tried.reading;
  const least = asked.saysSo || !isAnswered ? 0 : massSaid(best.ranked, terms) / mass + SAID_MORE;
  const dispute = disputeOf(tried.context, made.tools, asked.saysSo);
  if (dispute !== undefined && dispute.share >= least)
    return found({ ...made, tried: { ...tried, confidence: dispute.share } }, dispute.best, true);
  return !isAnswered && tried.best !== undefined && answers(tried)
    ? found({ ...made, tried }, tried.best)
    : undefined;
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
    const chosen = choose(all, now, top);
    if (whole === undefined || chosen === undefined)
      return nothingAsked(questionLanguage(cleanQuestion(text), corpus), coverage);
    const { tried, sides } = chosen;
    const made: Made = { whole, tried, sides, tools: now, coverage, top };
    const story = whole.isStory ? storyOf(whole.context, now) : undefined;
    if (story !== undefined) return told(made, story);
    const { best } = tried;
    const ofDispute = disputed(text, made);
    if (ofDispute !== undefined) return ofDispute;
    return best !== undefined && answers(tried) ? found(made, best) : notFound(made);
  };
  return Object.assign(answer, { prepare, raised: () => raised });
}

function nothingAsked(language: string, coverage: Coverage): Answer {
  const base = { language, coverage, asksForNow: false, confidence: 0, notes: [], nearest: [], ranked: [] };
  return { ...base, kind: "not-found", reason: "nothing-asked" };
}
