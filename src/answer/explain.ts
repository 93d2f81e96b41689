/** Why a question was answered as it was: how it was read, what spoke for the best sentences, and what decided. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Citation, Question } from "../model.ts";
import { type Attempt, THRESHOLD } from "./attempts.ts";
import { citedOf } from "./cited.ts";
import { CONFIDENCE_FEATURES, confidenceFeatures } from "./confidence.ts";
import { defines, type Objection, objectionTo } from "./decide.ts";
import { PASSAGE_FEATURES, SENTENCE_FEATURES } from "./features.ts";
import { isSame } from "./likeness.ts";
import { outcomeOf } from "./outcome.ts";
import type { Term } from "./question-terms.ts";
import { type RankedSentence, SAME_WORDS_POINTS } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { type AnswerTools, createAnswerTools } from "./tools.ts";
import { CONFIDENCE_WEIGHTS, PASSAGE_WEIGHTS, SENTENCE_WEIGHTS } from "./weights.ts";

/** A word of the question as it was understood. */
export interface ExplainedTerm {
  readonly word: string;
  /** 0..1: its share of the question's weight. */
  readonly share: number;
  readonly kind: "name" | "number" | "word";
  /** It is the deed that was asked about. */
  readonly deed: boolean;
  /** Stems that a text may meet it by, those equal to it first; none if no text has it. */
  readonly metBy: readonly { readonly stems: string; readonly equal: boolean }[];
  /** What a misspelt word was taken for. */
  readonly corrected: readonly string[];
}

/** One feature's part in a score. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly weight: number;
  /** Value times weight. */
  readonly points: number;
}

/** A sentence that was close. */
export interface ExplainedSentence {
  readonly citation: Citation;
  readonly score: number;
  /** Parts of its passage's score, then of its own, which counts the passage's as one; largest first. */
  readonly passage: readonly Contribution[];
  readonly sentence: readonly Contribution[];
  /** The question, of those it is known to answer, that is most like the one asked, and how much, 0..1. */
  readonly known: { readonly text: string; readonly likeness: number } | undefined;
  /** What stands against it as an answer. */
  readonly objection: Objection;
  /** 0..1, before any objection. */
  readonly confidence: number;
  /** Parts of the confidence's logit, largest first. */
  readonly sure: readonly Contribution[];
  /** Whether it says who or what the name asked for is, which makes it sure whatever the contributions say. */
  readonly defines: boolean;
}

/** What was made of one question. */
export interface Explanation {
  readonly verdict: "answered" | "not-in-sources" | "nothing-asked";
  /** The part of a longer message that was answered; undefined if it was the whole. */
  readonly part: string | undefined;
  readonly language: string;
  readonly askedFor: string;
  readonly terms: readonly ExplainedTerm[];
  /** What dated events tell, in their order, where the question asks for a story; that answers it then. */
  readonly story: readonly Citation[] | undefined;
  /** Whether the question speaks of a known difference, which answers it with all its sides then. */
  readonly isDisputed: boolean;
  /** The sentence that answers, or would come nearest; then the best other one. */
  readonly closest: readonly ExplainedSentence[];
  /** 0..1, as the answer has it. */
  readonly confidence: number;
  /** An answer needs at least this confidence. */
  readonly threshold: number;
}

function contributions(
  names: readonly string[],
  values: readonly number[],
  weights: Readonly<Record<string, number>>,
): Contribution[] {
  return names
    .map((feature, i) => {
      const [value, weight] = [values[i] ?? 0, weights[feature] ?? 0];
      return { feature, value, weight, points: value * weight };
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function explainTerm(
  term: Term,
  number: number,
  { mass, deed }: Reading,
  { corpus }: AnswerTools,
): ExplainedTerm {
  const metBy = new Map<string, boolean>();
  for (const { stems, weight } of term.wordings) {
    const text = stems.map((stem) => corpus.vocabulary.stemText(stem)).join(" ");
    metBy.set(text, metBy.get(text) === true || weight === 1);
  }
  return {
    word: term.word,
    share: mass > 0 ? term.idf / mass : 0,
    kind: term.number ? "number" : term.name ? "name" : "word",
    deed: number === deed,
    metBy: [...metBy]
      .map(([stems, equal]) => ({ stems, equal }))
      .sort((a, b) => Number(b.equal) - Number(a.equal)),
    corrected: term.corrected,
  };
}

const CLOSEST = 2;

function sentenceParts({ evidence, features, sentence }: RankedSentence): Contribution[] {
  const same = isSame(evidence.alike[sentence]) ? 1 : 0;
  return contributions(["passage", ...SENTENCE_FEATURES, "s.same"], [...features, same], {
    ...SENTENCE_WEIGHTS,
    "s.same": SAME_WORDS_POINTS,
  });
}

function explainClosest({ best, closest, context, ranking }: Attempt, raised: number): ExplainedSentence[] {
  const others = citedOf(closest, closest.length).filter((each) => each !== best);
  return [...(best === undefined ? [] : [best]), ...others].slice(0, CLOSEST).map(({ citation, ranked }) => ({
    citation,
    score: ranked.score,
    passage: contributions(PASSAGE_FEATURES, ranked.passageFeatures, PASSAGE_WEIGHTS),
    sentence: sentenceParts(ranked),
    known: ranked.evidence.alike[ranked.sentence],
    objection: objectionTo(ranked, context),
    defines: defines(ranked, context),
    confidence: context.sure?.(ranked) ?? 0,
    sure: contributions(
      [...CONFIDENCE_FEATURES, "raised"],
      [...confidenceFeatures(ranking, ranked), raised],
      { ...CONFIDENCE_WEIGHTS, raised: -1 },
    ),
  }));
}

/**
 * Explains the answer that a question gets from a corpus.
 * @param raised what answering learnt to take from every confidence there
 */
export function explain({ text }: Question, corpus: Corpus, raised = 0): Explanation {
  const tools = { ...createAnswerTools(corpus), raised };
  const outcome = outcomeOf(text, tools, CLOSEST);
  const threshold = THRESHOLD;
  if (outcome === undefined) {
    const nothing = {
      part: undefined,
      language: "",
      askedFor: "other",
      terms: [],
      story: undefined,
      isDisputed: false,
      closest: [],
      confidence: 0,
    };
    return { ...nothing, verdict: "nothing-asked", threshold };
  }
  const { whole, tried, best, story, isDisputed, confidence } = outcome;
  const { question, reading } = tried;
  return {
    verdict: story === undefined && best === undefined ? "not-in-sources" : "answered",
    story: story?.told.map(({ citation }) => citation),
    isDisputed,
    part: question === whole.question ? undefined : question,
    language: reading.language,
    askedFor: reading.askedFor,
    terms: reading.terms.map((term, number) => explainTerm(term, number, reading, tools)),
    closest: explainClosest({ ...tried, best: best ?? tried.best }, tools.raised),
    confidence,
    threshold,
  };
}
