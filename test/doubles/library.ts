/** A library of a few given sources, without a corpus behind it. */
import type { Citation, Document, KnownDifference, Passage, PassageForm, Source } from "../../src/model.ts";
import type { Library } from "../../src/ports.ts";

/** A source with all that is not given left out. */
export function source(given: Partial<Source> & Pick<Source, "id">): Source {
  return {
    title: "A Title",
    publisher: "A Paper",
    published: "2018-06",
    language: "en",
    kind: "brief",
    url: `https://example.org/${given.id}`,
    archived: undefined,
    retrieved: undefined,
    authors: [],
    topics: [],
    questions: [],
    events: [],
    checked: "2026-11-21",
    ...given,
  };
}

/** A document whose paragraphs are these texts; one that begins with "> " is a quotation. */
export function document(of: Source, texts: readonly string[]): Document {
  const passages = texts.map((text, at): Passage => {
    const form: PassageForm = text.startsWith("> ") ? "quote" : "text";
    return {
      source: of,
      paragraph: at + 1,
      lines: [12 + 2 * at, 12 + 2 * at],
      text: text.replace(/^> /, ""),
      form,
      headings: [],
    };
  });
  return { source: of, passages, file: texts.join("\n\n") };
}

/** A citation of a whole paragraph; its key is made of the source's last word and the paragraph. */
export function citation({ source: of, passages }: Document, paragraph: number): Citation {
  const passage = passages[paragraph - 1];
  if (passage === undefined) throw new RangeError(`${of.id} has no paragraph ${paragraph}`);
  const { lines, text, form } = passage;
  const key = `${of.id.split("/").at(-1)}.${paragraph}`;
  return { source: of, paragraph, lines, quote: text, form, key, score: 1 / paragraph };
}

/** The library of these documents. */
export function library(
  documents: readonly Document[],
  differences: readonly KnownDifference[] = [],
): Library {
  const citations = documents.flatMap((each) => each.passages.map((at) => citation(each, at.paragraph)));
  const find = (id: string) => documents.find((each) => each.source.id === id);
  return {
    sources: () => documents.map((each) => each.source),
    document: find,
    passage: ({ source: id, paragraph }) => find(id)?.passages[paragraph - 1],
    glossary: () => ({ same: [], related: [] }),
    differences: () => differences,
    isUnread: () => false,
    cite: (key) => citations.find((each) => each.key === key),
  };
}
