/** Figures of a question set: where the gold paragraph ranks, whether the quotes hold the answer, what confidence is worth. */
import { type Gold, normal, type SetQuestion } from "../fit/sets.ts";
import type { AnswerLine } from "./product.ts";

/** Shares are 0..1. */
export interface Figures {
  /** Questions whose answer is in the corpus. */
  readonly questions: number;
  /** The first passage is the gold one. */
  readonly p1: number;
  /** It is among the first three distinct ones. */
  readonly hit3: number;
  /** The first quote, or one of the first three, is in the gold passage and holds an answer in at most 450 characters. */
  readonly s1: number;
  readonly s3: number;
  /** Mean length of first quotes, in characters. */
  readonly quoteLength: number;
  /** First quotes of two sentences. */
  readonly twoSentences: number;
  readonly answered: number;
  /** Questions without an answer in the corpus, and the share of them that was answered all the same. */
  readonly unanswerable: number;
  readonly falselyAnswered: number;
  /** How well confidence tells the two apart; NaN if one kind is missing. */
  readonly auc: number;
}

export interface Asked {
  readonly question: SetQuestion;
  readonly gold: Gold | undefined;
  readonly answer: AnswerLine;
}

type Quoted = AnswerLine["passages"][number];

const LONGEST_QUOTE = 450;
const TWO_SENTENCES = /[.!?]["”')\]]*\s+(?=[\p{Lu}\d"“])/u;

function isIn(gold: Gold, { source, paragraph }: Quoted): boolean {
  return source === gold.source && (gold.paragraph === undefined || paragraph === gold.paragraph);
}

/** Rank of the gold place among distinct paragraphs, or sources where the whole source is meant; from 0, -1 if it is absent. */
function goldRank(gold: Gold, passages: readonly Quoted[]): number {
  const distinct = new Map(
    passages
      .map(
        (each) =>
          [gold.paragraph === undefined ? each.source : `${each.source}#${each.paragraph}`, each] as const,
      )
      .reverse(),
  );
  const ranked = passages.filter((each) => [...distinct.values()].includes(each));
  return ranked.findIndex((each) => isIn(gold, each));
}

function holdsAnswer({ question }: Asked, gold: Gold, quoted: Quoted | undefined): boolean {
  if (quoted === undefined || !isIn(gold, quoted) || quoted.quote.length > LONGEST_QUOTE) return false;
  const words = normal(quoted.quote);
  return (question.answers ?? []).some(({ text }) => words.includes(normal(text)));
}

/** Area under the ROC curve: how often a random one of `yes` is above a random one of `no`, ties counting half. */
export function auc(yes: readonly number[], no: readonly number[]): number {
  const all = [...yes.map((score) => ({ score, yes: true })), ...no.map((score) => ({ score, yes: false }))];
  all.sort((a, b) => a.score - b.score);
  let sum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const meanRank = (from + 1 + to) / 2;
    sum += meanRank * all.slice(from, to).filter((each) => each.yes).length;
    from = to;
  }
  return (sum - (yes.length * (yes.length + 1)) / 2) / (yes.length * no.length);
}

const share = <T>(list: readonly T[], holds: (each: T) => boolean): number =>
  list.filter(holds).length / list.length;

/** The figures of one set's answers. */
export function figuresOf(asked: readonly Asked[]): Figures {
  const answerable = asked.flatMap((each) => (each.gold === undefined ? [] : [{ ...each, gold: each.gold }]));
  const others = asked.filter(({ gold }) => gold === undefined);
  const ranks = answerable.map(({ gold, answer }) => goldRank(gold, answer.passages));
  const quotes = answerable.flatMap(({ answer }) => answer.passages[0]?.quote ?? []);
  return {
    questions: answerable.length,
    p1: share(ranks, (rank) => rank === 0),
    hit3: share(ranks, (rank) => rank >= 0 && rank < 3),
    s1: share(answerable, (each) => holdsAnswer(each, each.gold, each.answer.passages[0])),
    s3: share(answerable, (each) =>
      each.answer.passages.slice(0, 3).some((quoted) => holdsAnswer(each, each.gold, quoted)),
    ),
    quoteLength: quotes.reduce((sum, quote) => sum + quote.length, 0) / quotes.length,
    twoSentences: share(quotes, (quote) => TWO_SENTENCES.test(quote)),
    answered: share(answerable, ({ answer }) => answer.answered),
    unanswerable: others.length,
    falselyAnswered: share(others, ({ answer }) => answer.answered),
    auc: auc(
      answerable.map(({ answer }) => answer.confidence),
      others.map(({ answer }) => answer.confidence),
    ),
  };
}
