/** The box for the librarians, and what they get to read. */
import type { Form, Reply } from "../model.ts";
import { strong } from "./inline.ts";
import { cut } from "./pack.ts";
import { paragraph } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** The longest text the librarians are sent, in characters. */
const MOST_TO_LIBRARIANS = 2000;

/** An empty box, and who will read what is typed into it. */
export function librarianForm({ librarians }: Wording): Form {
  const { title, notice, label, submit } = librarians;
  return { title, notice, label, submit, maxLength: MOST_TO_LIBRARIANS };
}

/** What was typed, for the librarians' channel: without a name. */
export function librarianPost(text: string, words: Wording): Reply {
  return {
    audience: "channel",
    language: words.language,
    blocks: [paragraph(strong(words.librarians.posted)), paragraph(cut(text, MOST_TO_LIBRARIANS))],
    actions: [],
  };
}
