/** What a question is answered by: a story told by events, a difference that it speaks of, or the sentence that answers best. */
import { type Attempt, answers, attempt, attempts, choose } from "./attempts.ts";
import type { Cited } from "./cited.ts";
import { massSaid } from "./decide.ts";
import { disputeIn, disputeOf } from "./dispute.ts";
import { type Story, storyOf } from "./story.ts";
import type { AnswerTools } from "./tools.ts";

/** What a question is answered by. */
export interface Outcome {
  /** The whole message. */
  readonly whole: Attempt;
  /** The way to read it that answers best, or would come nearest. */
  readonly tried: Attempt;
  /** What answers each side of a choice. */
  readonly sides: readonly Attempt[];
  /** What the answer is made of; undefined if there is none, or a story. */
  readonly best: Cited | undefined;
  /** Whether it is a side of a difference that the question speaks of. */
  readonly isDisputed: boolean;
  readonly story: Story | undefined;
  /** 0..1. */
  readonly confidence: number;
}

/** How much more of a question the sides of a difference have to say than the sentence that answers it, unless it says that accounts differ. */
const SAID_MORE = 0.3;

/** The same where it offers two ways to tell something, or says that accounts differ; undefined if that changes nothing. */
function disputed(outcome: Outcome, tools: AnswerTools, top: number): Outcome | undefined {
  const { whole, best } = outcome;
  const asked = disputeIn(whole.question);
  if (asked === undefined) return undefined;
  const tried = asked.text === whole.question ? whole : attempt(asked.text, tools, top);
  // which of two things made A do what it did not is no difference between accounts
  if (tried === undefined || (tried.reading.presumesDeed && !asked.saysSo)) return undefined;
  const { terms, mass } = outcome.tried.reading;
  const least = asked.saysSo || best === undefined ? 0 : massSaid(best.ranked, terms) / mass + SAID_MORE;
  const dispute = disputeOf(tried.context, tools, asked.saysSo);
  if (dispute !== undefined && dispute.share >= least)
    return { ...outcome, tried, best: dispute.best, isDisputed: true, confidence: dispute.share };
  if (best !== undefined || !answers(tried)) return undefined;
  return { ...outcome, tried, best: tried.best, confidence: tried.confidence };
}

/** Reads a question in every way and takes what answers it; undefined if nothing was asked. @param top ranked citations that are wanted */
export function outcomeOf(text: string, tools: AnswerTools, top: number): Outcome | undefined {
  const all = attempts(text, tools, top);
  const [whole] = all;
  const chosen = choose(all, tools, top);
  if (whole === undefined || chosen === undefined) return undefined;
  const { tried, sides } = chosen;
  const story = whole.isStory ? storyOf(whole, tools) : undefined;
  const best = story === undefined && answers(tried) ? tried.best : undefined;
  const confidence = story?.share ?? tried.confidence;
  const outcome = { whole, tried, sides, best, isDisputed: false, story, confidence };
  return story === undefined ? (disputed(outcome, tools, top) ?? outcome) : outcome;
}
