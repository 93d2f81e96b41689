/** The one sentence of a work that says most of what it is about. */
import { passageKey } from "../answer/citations.ts";
import type { Citation, Document, Passage } from "../model.ts";
import type { Library } from "../ports.ts";
import { substance } from "./edition.ts";

/** A sentence longer than this, in characters, is no line to scan. */
const LONG = 280;

/** A sentence shorter than this, in characters, seldom stands alone. */
const SHORT = 40;

/** Paragraphs that are read for it, from the beginning or among those that are new. */
const MOST_PARAGRAPHS = 12;

/** The citation of the best sentence among these paragraphs, or of the whole work; undefined if nothing in it can be quoted. */
export function bestSentence(
  library: Pick<Library, "cite">,
  { source, passages }: Document,
  paragraphs: readonly number[] = [],
): Citation | undefined {
  const read = passages.filter(
    ({ paragraph, form }) => form !== "code" && (paragraphs.length === 0 || paragraphs.includes(paragraph)),
  );
  const subject = new Set(
    substance([source.title, ...source.topics].join(" "))
      .split(" ")
      .filter((word) => word.length > 3),
  );
  let best: { readonly citation: Citation; readonly worth: number } | undefined;
  for (const [place, passage] of read.slice(0, MOST_PARAGRAPHS).entries()) {
    for (const [at, citation] of sentences(library, passage).entries()) {
      const worth = worthOf(citation.quote, subject) - place * 0.3 - at * 0.2;
      if (best === undefined || worth > best.worth) best = { citation, worth };
    }
  }
  return best?.citation;
}

function sentences(library: Pick<Library, "cite">, passage: Passage): readonly Citation[] {
  const found: Citation[] = [];
  for (;;) {
    const citation = library.cite(`${passageKey(passage)}.${found.length}.${found.length}`);
    if (citation === undefined) return found;
    found.push(citation);
  }
}

/** Words of the title and topics count one each, a figure one; what cannot stand alone or is long counts less. */
function worthOf(quote: string, subject: ReadonlySet<string>): number {
  const words = new Set(substance(quote).split(" "));
  const covered = [...words].filter((word) => subject.has(word)).length;
  const figure = /\d/.test(quote) ? 1 : 0;
  const ill = quote.length > LONG || quote.length < SHORT ? 3 : 0;
  const dangling =
    /^(it|they|he|she|this|these|that|but|and|however|den|det|de|han|hon|men|och|esto|ellos|pero|y)\b/i.test(
      quote,
    )
      ? 2
      : 0;
  return Math.min(covered, 4) + figure - ill - dangling;
}
