/** What the bot says when it does not get to answering. */
import type { Reply } from "../../src/model.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import type { Wording } from "../../src/reply/wording/wording.ts";

/** One sentence of the wording, in the interface's language. */
export function plainReply(locale: string | undefined, sentence: (words: Wording) => string): Reply {
  const words = wordingFor(locale);
  const text = [{ kind: "text", text: sentence(words) }] as const;
  return { audience: "asker", language: words.language, blocks: [{ kind: "paragraph", text }], actions: [] };
}
