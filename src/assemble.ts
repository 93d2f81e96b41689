/** The bot, put together from its commands and buttons over a library. */
import { createBot } from "./bot.ts";
import { askCommand } from "./commands/ask.ts";
import type { Command } from "./commands/command.ts";
import { findSources } from "./commands/find.ts";
import { helpCommand } from "./commands/help.ts";
import { privacyCommand } from "./commands/privacy.ts";
import { sourceCommand } from "./commands/source.ts";
import { sourcesCommand } from "./commands/sources.ts";
import type { PostMemory } from "./digest/post-memory.ts";
import type { Answering, Library, Log } from "./ports.ts";
import type { Presses } from "./press.ts";

/** What a bot is put together from. */
export interface Pieces {
  readonly library: Library;
  readonly answer: Answering;
  /** Someone reads what is asked of the librarians. */
  readonly staffed: boolean;
  /** Commands beyond those that need the library alone. */
  readonly more: readonly Command[];
  readonly posts: PostMemory;
  readonly log: Log;
}

/** The bot over this library. */
export function assembleBot({ library, answer, staffed, more, posts, log }: Pieces) {
  const sources = () => library.sources();
  const needs = { answer, sources, staffed };
  const ask = askCommand(needs);
  // a command is added here; registration, usage and help follow from its declaration
  const commands: readonly Command[] = [
    ask,
    sourcesCommand(library),
    sourceCommand(library),
    ...more,
    helpCommand({ commands: () => commands, sources }),
    privacyCommand(),
  ];
  let made: Promise<Presses> | undefined;
  const presses = () => {
    made ??= import("./press.ts").then(({ createPresses }) =>
      createPresses({ library, posts, ask, staffed }),
    );
    return made;
  };
  return createBot({ commands, find: findSources(needs), presses, posts, log });
}
