/** A bot over a given library, with every command, and what it logged and posted. */
import { createBot } from "../../src/bot.ts";
import { askCommand } from "../../src/commands/ask.ts";
import type { Command } from "../../src/commands/command.ts";
import { findSources } from "../../src/commands/find.ts";
import { helpCommand } from "../../src/commands/help.ts";
import { privacyCommand } from "../../src/commands/privacy.ts";
import { sourceCommand } from "../../src/commands/source.ts";
import { sourcesCommand } from "../../src/commands/sources.ts";
import { NO_MEMORY, type PostMemory } from "../../src/digest/post-memory.ts";
import type { Invocation, Place, Press, Reply } from "../../src/model.ts";
import type { Answering, Channel, Library } from "../../src/ports.ts";
import { createPresses } from "../../src/press.ts";
import { ended, pressLibrary } from "./press.ts";

/** A channel of a workspace. */
const inChannel: Place = { platform: "slack", channel: "C1", thread: undefined, direct: false };

/** Beside where it was said, nothing is known of an invocation. */
export const asker: Omit<Invocation, "command" | "args"> = {
  place: inChannel,
  audience: "asker",
  mayManage: true,
  locale: undefined,
};

/** A press of a button of a reply, on one message. */
export function pressOf(reply: Reply, action: Press["action"], message = "M1"): Press {
  const button = reply.actions.find(({ kind }) => kind === action);
  if (button === undefined) throw new Error(`the reply has no button ${action}`);
  return { action, keys: button.keys, place: inChannel, message, locale: undefined };
}

/** A channel that remembers its posts. */
export function channelDouble(): Channel & { readonly posts: Map<string, Reply> } {
  const posts = new Map<string, Reply>();
  let made = 0;
  return {
    posts,
    async post(reply) {
      made += 1;
      posts.set(`P${made}`, reply);
      return `P${made}`;
    },
    async remove(postId) {
      posts.delete(postId);
    },
    async replace(postId, reply) {
      posts.set(postId, reply);
      return true;
    },
    async find() {
      return { kind: "cannot-tell" };
    },
  };
}

/** A bot with every command; it answers "not found" unless told otherwise. */
export function testBot({
  library = pressLibrary,
  answer = () => ended,
  staffed = false,
  posts = NO_MEMORY,
}: {
  readonly library?: Library;
  readonly answer?: Answering;
  readonly staffed?: boolean;
  readonly posts?: PostMemory;
} = {}) {
  const logged: string[] = [];
  const sources = () => library.sources();
  const ask = askCommand({ answer, sources, staffed });
  const commands: readonly Command[] = [
    ask,
    sourcesCommand(library),
    sourceCommand(library),
    helpCommand({ commands: () => commands, sources }),
    privacyCommand(),
  ];
  const presses = createPresses({ library, posts, ask, staffed });
  const bot = createBot({
    commands,
    find: findSources({ answer, sources, staffed }),
    presses: async () => presses,
    posts,
    log: (event, details) => logged.push(JSON.stringify({ event, ...details })),
  });
  return { ...bot, logged };
}
