/** The product's bot over the shipped corpus, as `main.ts` puts it together. */

import { fileURLToPath } from "node:url";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { createAnswering, createLibrary } from "../../src/answer/answer.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import { testBot } from "../doubles/bot.ts";

/** The bot, and the example questions of its sources. */
export async function openProduct() {
  const corpus = createCorpus({ commonWords: readCommonWords });
  const folder = fileURLToPath(new URL("../../knowledge", import.meta.url));
  const knowledge = await openKnowledge(folder, corpus, { watch: false, onProblems: () => undefined });
  await knowledge.close();
  const library = createLibrary(corpus);
  const bot = testBot({ library, answer: createAnswering(corpus), staffed: true });
  return { bot, questions: library.sources().flatMap(({ questions }) => questions) };
}
