/** What answering derives from a corpus, made again when the corpus has changed. */
import type { Corpus } from "../corpus/corpus.ts";
import { type Aliases, createAliases } from "./aliases.ts";
import { type Attribution, createAttribution } from "./attribution.ts";
import { createLikenesses, type Likenesses } from "./likeness.ts";
import { createMatching, type Matcher } from "./match.ts";
import type { Reading } from "./reading.ts";
import { createSpellingChecker, type SpellingChecker } from "./spelling.ts";
import { createWordKinds } from "./word-kinds.ts";

export interface AnswerTools {
  readonly corpus: Corpus;
  readonly aliases: Aliases;
  readonly spelling: SpellingChecker;
  readonly attribution: Attribution;
  readonly kinds: (surface: number) => number;
  readonly matcher: (reading: Reading) => Matcher;
  readonly likenesses: (reading: Reading, text: string) => Likenesses;
  /** What this corpus takes from every confidence's logit; 0 until it was calibrated. */
  readonly raised: number;
}

/** @param before the tools for the corpus as it was, of which all that still holds is kept */
export function createAnswerTools(corpus: Corpus, before?: AnswerTools): AnswerTools {
  const aliases = createAliases(corpus, before?.aliases);
  return {
    corpus,
    aliases,
    spelling: createSpellingChecker(corpus, aliases),
    attribution: createAttribution(corpus),
    // the vocabulary only grows
    kinds: before?.kinds ?? createWordKinds(corpus.vocabulary),
    matcher: before?.matcher ?? createMatching(corpus.vocabulary),
    likenesses: createLikenesses(corpus),
    raised: 0,
  };
}
