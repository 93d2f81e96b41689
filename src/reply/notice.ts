/** Replies of one plain sentence: what the bot says when it does not get to answering, and what it did. */
import type { Reply } from "../model.ts";
import type { Line } from "./inline.ts";
import { wordingFor } from "./wording/tables.ts";
import type { Wording } from "./wording/wording.ts";

/** A sentence that is worded already, for the asker alone. */
export const noticeReply = ({ language }: Pick<Wording, "language">, text: string | Line): Reply => ({
  audience: "asker",
  language,
  blocks: [{ kind: "paragraph", text: typeof text === "string" ? [{ kind: "text", text }] : text }],
  actions: [],
});

/** A sentence of the wording in a language; in English where there is no wording. */
export function notice(language: string | undefined, sentence: (words: Wording) => string): Reply {
  const words = wordingFor(language);
  return noticeReply(words, sentence(words));
}
