/** Answers a question from what is loaded: reads it, ranks, decides, composes, checks. Synchronous; no network, disk or clock. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Answer, Citation, Coverage, Finding, Nearest, Question } from "../model.ts";
import type { Answering, Library } from "../ports.ts";
import { type Attempt, THRESHOLD, TOP } from "./attempts.ts";
import { calibrate } from "./calibration.ts";
import { createCitations } from "./citations.ts";
import { type Cited, citedOf } from "./cited.ts";
import { cleanQuestion } from "./clean.ts";
import { composeFindings, differenceAmong, mayJoin } from "./compose.ts";
import { questionLanguage } from "./language.ts";
import { notesFor } from "./notes.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Ranking } from "./rank.ts";
import type { Story } from "./story.ts";
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
interface Made extends Outcome {
  readonly tools: AnswerTools;
  readonly coverage: Coverage;
  /** Ranked citations that are wanted. */
  readonly top: number;
}

// what both kinds of answers have is written out in each, for to spread an object costs as much as to rank some sentences

function notFound({ whole, tried, confidence, tools, coverage, top }: Made): Answer {
  const { reading, ranking, closest } = tried;
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence,
    kind: "not-found",
    reason: "not-in-sources",
    notes: notesFor(whole.reading, tools, undefined),
    nearest: nearestTo(ranking),
    ranked: citedOf(closest, top).map(({ citation }) => citation),
  };
}

/** The same citations, and behind them what else is ranked, as many as are wanted. */
function ranked(own: readonly Cited[], { closest }: Attempt, top: number): readonly Citation[] {
  const first = own.map(({ citation }) => citation);
  const others = citedOf(closest, top).filter(({ ranked: { passage, sentence } }) =>
    own.every((each) => each.ranked.passage !== passage || each.ranked.sentence !== sentence),
  );
  return [...first, ...others.map(({ citation }) => citation)].slice(0, top);
}

function found(made: Made, best: Cited): Answer {
  const { whole, tried, sides, isDisputed, confidence, tools, coverage, top } = made;
  const { reading, context, closest } = tried;
  const others = closest.filter(
    (each) => each.ranked !== best.ranked && mayJoin(each.ranked, best.ranked, context),
  );
  const { findings, difference } = composeFindings(
    [best, ...citedOf(others, others.length)],
    reading,
    tools,
    context,
    { sides: sides.flatMap((side) => side.best ?? []), isDisputed },
  );
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence,
    findings,
    difference,
    kind: "found",
    notes: notesFor(whole.reading, tools, best.ranked),
    ranked: ranked([best], tried, top),
  };
}

function findingOf({ citation }: Cited): Finding {
  return { citations: [citation] };
}

function told({ whole, confidence, tools, coverage, top }: Made, { told: events }: Story): Answer {
  const { reading } = whole;
  const [first, ...others] = events;
  return {
    language: reading.language,
    coverage,
    asksForNow: reading.asksForNow,
    confidence,
    findings: [findingOf(first), ...others.map(findingOf)],
    difference: differenceAmong(events, tools),
    kind: "found",
    notes: notesFor(reading, tools, first.ranked),
    ranked: ranked(events, whole, top),
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
    const outcome = outcomeOf(text, now, top);
    if (outcome === undefined) return nothingAsked(questionLanguage(cleanQuestion(text), corpus), coverage);
    const made: Made = { ...outcome, tools: now, coverage, top };
    const { story, best } = outcome;
    if (story !== undefined) return told(made, story);
    return best === undefined ? notFound(made) : found(made, best);
  };
  return Object.assign(answer, { prepare, raised: () => raised });
}

function nothingAsked(language: string, coverage: Coverage): Answer {
  const base = { language, coverage, asksForNow: false, confidence: 0, notes: [], nearest: [], ranked: [] };
  return { ...base, kind: "not-found", reason: "nothing-asked" };
}
