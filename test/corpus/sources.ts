import type { Source } from "../../src/model.ts";

/** A source with nothing but what is required. */
export const aSource: Source = {
  id: "press/letter",
  title: "A letter",
  publisher: "The Press",
  published: "2018-06",
  language: "en",
  kind: "brief",
  url: undefined,
  archived: undefined,
  retrieved: undefined,
  authors: [],
  topics: [],
  questions: [],
  events: [],
  checked: undefined,
};

/** A Markdown file with the required fields, more front matter and a body. */
export function aFile(body = "A paragraph.", more = ""): string {
  const fields = "title: A letter\npublisher: The Press\npublished: 2018-06\nlanguage: en\nkind: brief\n";
  return `---\n${fields}${more}---\n\n${body}\n`;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
