/** What answering derives from a corpus, made again when the corpus has changed. */
import type { Corpus } from "../corpus/corpus.ts";
import { type Aliases, createAliases } from "./aliases.ts";
import { createSpellingChecker, type SpellingChecker } from "./spelling.ts";
import { createWordKinds } from "./word-kinds.ts";

export interface AnswerTools {
  readonly corpus: Corpus;
  readonly aliases: Aliases;
  readonly spelling: SpellingChecker;
  readonly kinds: (surface: number) => number;
}

export function createAnswerTools(corpus: Corpus): AnswerTools {
  return {
    corpus,
    aliases: createAliases(corpus),
    spelling: createSpellingChecker(corpus),
    kinds: createWordKinds(corpus.vocabulary),
  };
}
