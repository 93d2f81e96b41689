/** Sources for a message that was written for others, such as one in a channel. */
import { sentenceRanges } from "../corpus/sentences.ts";
import type { Answer, Reply } from "../model.ts";
import { answerReply } from "../reply/reply.ts";
import type { AskNeeds } from "./ask.ts";
import type { CommandContext } from "./command.ts";
import { MOST_QUESTION } from "./limits.ts";

/** Sentences of a message that are looked up; what follows would only cost time. */
const MOST_SENTENCES = 40;

/** Ranked passages beyond the findings, for More. */
const RANKED = 8;

/** A short message is asked as it is. A longer one, or one that the sources do not have whole, is asked by its most telling sentence. */
export function findSources({ answer, sources, staffed }: AskNeeds) {
  return async (text: string, context: CommandContext): Promise<Reply> => {
    const asked = askable(text).map((each) => answer({ text: each }, RANKED));
    const [first = answer({ text: "" })] = asked;
    const best = first.kind === "found" ? first : (mostTelling(asked) ?? first);
    return answerReply(best, { ...context, sources: sources(), staffed });
  };
}

/** What to ask about a message: all of it if that is short enough, then its sentences. */
function askable(text: string): readonly string[] {
  const whole = text.trim();
  const sentences = whole
    .split(/\n+/)
    .flatMap((line) => sentenceRanges(line, "en").map(([from, to]) => line.slice(from, to)));
  const short = sentences.filter(({ length }) => length <= MOST_QUESTION).slice(0, MOST_SENTENCES);
  return whole.length <= MOST_QUESTION ? [whole, ...(short.length > 1 ? short : [])] : short;
}

/** The answer that is surest, of those that found something. */
function mostTelling(answers: readonly Answer[]): Answer | undefined {
  const found = answers.filter(({ kind }) => kind === "found");
  return found.toSorted((a, b) => b.confidence - a.confidence)[0];
}
