/** The commands by their declarations, for whoever has to tell a platform of them: no sources and no store are behind them. */
import { createAnswering, createLibrary } from "./answer/answer.ts";
import { assembleBot } from "./assemble.ts";
import type { Command } from "./commands/command.ts";
import { createCorpus } from "./corpus/corpus.ts";
import { NO_MEMORY } from "./digest/post-memory.ts";
import { declaredCommands as declaredDigests } from "./digesting.ts";

/** Every command there is, in the order of their declaration. */
export function declaredCommands(): readonly Command[] {
  const corpus = createCorpus();
  const library = createLibrary(corpus);
  const more = declaredDigests(library, true);
  const log = () => undefined;
  return assembleBot({
    library,
    answer: createAnswering(corpus),
    staffed: true,
    more,
    posts: NO_MEMORY,
    log,
  }).commands;
}
