/** A real corpus of a few given files. */
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { createLibrary } from "../../src/answer/answer.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import { readDocument } from "../../src/corpus/document.ts";
import type { Library } from "../../src/ports.ts";

/** What of a source matters to a test; its body is paragraphs with an empty line between them. */
export interface GivenSource {
  readonly title?: string;
  readonly publisher?: string;
  readonly kind?: string;
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly body: string;
}

/** A library that files can be put into and taken from. */
export interface GivenLibrary extends Library {
  put(id: string, given: GivenSource): void;
  remove(id: string): void;
  /** Its file is there and cannot be read any more, which a new process finds. */
  breakUp(id: string): void;
}

/** The library of these sources, by id. */
export function givenLibrary(sources: Readonly<Record<string, GivenSource>>): GivenLibrary {
  const corpus = createCorpus({ commonWords: readCommonWords });
  const put = (id: string, given: GivenSource) => {
    const {
      title = `About ${id}`,
      publisher = "The Paper",
      kind = "brief",
      topics = [],
      language = "en",
      body,
    } = given;
    const front = {
      title,
      publisher,
      published: "2018-06",
      kind,
      language,
      topics,
      url: "https://example.org/work",
    };
    const fields = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    const file = `---\n${fields.join("\n")}\n---\n\n${body}\n`;
    const { document, problems } = readDocument(`${id}.md`, new TextEncoder().encode(file));
    if (document === undefined) throw new Error(JSON.stringify(problems));
    corpus.put(document);
  };
  for (const [id, given] of Object.entries(sources)) put(id, given);
  const remove = (id: string) => corpus.remove(id);
  const breakUp = (id: string) => {
    remove(id);
    corpus.setUnread([id]);
  };
  return { ...createLibrary(corpus), put, remove, breakUp };
}
