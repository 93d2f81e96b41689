/** The shipped corpus, and the questions that were written for it. */

import { fileURLToPath } from "node:url";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import type { Document, Glossary, KnownDifference, KnownQuestion } from "../../src/model.ts";
import { type OwnQuestion, readOwnQuestions } from "../fit/own.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the shipped folder holds, to be put on any shelf. */
export interface Shipped {
  readonly documents: readonly Document[];
  readonly glossary: Glossary;
  readonly differences: readonly KnownDifference[];
  readonly questions: readonly KnownQuestion[];
}

/** Reads the shipped folder. */
export async function shipped(): Promise<Shipped> {
  const corpus = createCorpus({ commonWords: readCommonWords });
  await (await openKnowledge(here("../../knowledge"), corpus, { watch: false })).close();
  return {
    documents: corpus.sources().flatMap(({ id }) => corpus.document(id) ?? []),
    glossary: corpus.glossary(),
    differences: corpus.differences(),
    questions: corpus.known().all,
  };
}

/** A corpus of the shipped documents in the order given, or in their own. */
export function shippedCorpus(
  { documents, glossary, differences, questions }: Shipped,
  order: readonly Document[] = documents,
  miniSearchPassages?: number,
) {
  const corpus = createCorpus({
    commonWords: readCommonWords,
    ...(miniSearchPassages === undefined ? {} : { miniSearchPassages }),
  });
  for (const document of order) corpus.put(document);
  corpus.setGlossary(glossary);
  corpus.setDifferences(differences);
  corpus.setQuestions(questions);
  return corpus;
}

/**
 * The labelled questions of one file. Those of `blind` were written by people who had not seen the bot, and nothing is fitted on them; rules were
 * written with `f`, `h`, `j`, `k`, `l` and `p` in view, never with `g` and `i`; what failed of `m` and `n` was read once the rules stood.
 * Those of `near` are the hardest: `F` asks for each sentence in words that it does not have, `N` for what no sentence tells of those that
 * some sentence names.
 */
export function labelled(name: "dev" | "own" | "blind" | "near"): readonly OwnQuestion[] {
  return readOwnQuestions(here(`../retrieval/questions.${name}.jsonl`));
}
