/** Whose words a citation has, and what a wording needs to name it. */
import type { Citation, Language, Source } from "../model.ts";
import type { Line } from "./inline.ts";
import type { Cited, Voice, Wording } from "./wording/wording.ts";

/** Whose words a source has where it quotes no one. */
export function voiceOf(source: Source): Voice {
  return source.kind === "brief" ? "summary" : source.kind === "document" ? "text" : "note";
}

/** Words that are a publisher's or a speaker's own, and so stand in quotation marks. */
export const isVerbatim = (citation: Pick<Citation, "source" | "form">): boolean =>
  citation.source.kind === "document" || (citation.source.kind === "brief" && citation.form === "quote");

/** A source, ready to be named: as nearest, say. */
export function cited(source: Source, words: Wording, paragraph = 1): Cited {
  return {
    voice: voiceOf(source),
    publisher: source.publisher,
    title: source.title,
    published: source.published,
    paragraph,
    foreign: isForeign(source.language, words.language) ? source.language : undefined,
    link: linkTo(source, words),
  };
}

/** A citation, ready to be named. */
export function citedAt(citation: Pick<Citation, "source" | "form" | "paragraph">, words: Wording): Cited {
  const base = cited(citation.source, words, citation.paragraph);
  return base.voice === "summary" && citation.form === "quote" ? { ...base, voice: "quotation" } : base;
}

const primary = (language: Language) => language.toLowerCase().split("-")[0];
const isForeign = (language: Language, reply: Language) => primary(language) !== primary(reply);

const linkTo = (source: Source, words: Wording): Line =>
  source.url === undefined ? [] : [{ kind: "link", text: words.link, url: source.url }];
