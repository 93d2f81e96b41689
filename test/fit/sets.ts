/** Question sets in the layout of docs.jsonl and queries.jsonl, loaded as corpora. For measuring and fitting only. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { type AnswerTools, createAnswerTools } from "../../src/answer/tools.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import type { Document, Passage, Source } from "../../src/model.ts";

interface SetDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly group?: string;
}

export interface SetQuestion {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly doc: string;
  readonly answers?: readonly { readonly text: string }[];
}

/** Where a document of the set went: a source, and a paragraph of it unless the whole source is meant. */
export interface Gold {
  readonly source: string;
  readonly paragraph: number | undefined;
}

export interface LoadedSet {
  readonly name: string;
  readonly tools: AnswerTools;
  readonly questions: readonly { readonly question: SetQuestion; readonly gold: Gold | undefined }[];
}

function jsonLines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T); // the sets' own layout, as their description gives it
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^([#>*+\-|=~`]+|\d+[.)])\s*/, "");
}

/** A document of plain paragraphs; its file is the paragraphs alone. */
export function document(
  id: string,
  title: string,
  language: string,
  paragraphs: readonly string[],
): Document {
  const source: Source = {
    id,
    title,
    publisher: "Evaluation",
    published: "2000",
    language,
    kind: "document",
    url: undefined,
    archived: undefined,
    retrieved: undefined,
    authors: [],
    topics: [],
    questions: [],
    events: [],
    checked: undefined,
  };
  const passages = paragraphs.map(
    (text, i): Passage => ({
      source,
      paragraph: i + 1,
      lines: [2 * i + 1, 2 * i + 1],
      text,
      form: "text",
      headings: [],
    }),
  );
  return { source, passages, file: `${paragraphs.join("\n\n")}\n` };
}

/** A fixed third of all names, as the black-box scorer leaves out. */
export function third(name: string): boolean {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 3 === 0;
}

export type LeftOut = "nothing" | "articles" | "paragraphs";

/** A source that a set's documents make: an article, or one document where the set has no articles. */
export interface SetSource {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
}

/** A set as sources and questions, not yet loaded. */
export interface ReadSet {
  readonly name: string;
  readonly sources: readonly SetSource[];
  readonly questions: LoadedSet["questions"];
}

function sourceOf(number: number, members: readonly SetDocument[], places: Map<string, Gold>): SetSource[] {
  const [head] = members;
  if (head === undefined) return [];
  const id = `set/${String(number).padStart(5, "0")}`;
  const paragraphs: string[] = [];
  for (const member of members) {
    if (head.group === undefined) paragraphs.push(...member.text.split(/\n+/).map(plain).filter(Boolean));
    else paragraphs.push(plain(member.text));
    places.set(member.id, {
      source: id,
      paragraph: head.group === undefined ? undefined : paragraphs.length,
    });
  }
  return [
    { id, title: head.title || plain(head.text).slice(0, 60), language: head.lang ?? "en", paragraphs },
  ];
}

/** Reads one set; `leftOut` removes a third of its articles or paragraphs, whose questions then have no gold place. */
export function readSet(folder: string, leftOut: LeftOut = "nothing"): ReadSet {
  let documents = jsonLines<SetDocument>(join(folder, "docs.jsonl"));
  if (new Set(documents.map((d) => d.group)).size === 1)
    documents = documents.map(({ group: _, ...rest }) => rest);
  const out = (d: SetDocument) =>
    (leftOut === "articles" && third(d.group ?? d.id)) || (leftOut === "paragraphs" && third(d.id));
  const groups = new Map<string, SetDocument[]>();
  for (const d of documents.filter((d) => !out(d))) {
    const key = d.group ?? `doc:${d.id}`;
    groups.set(key, [...(groups.get(key) ?? []), d]);
  }
  const places = new Map<string, Gold>();
  const sources = [...groups.values()].flatMap((members, i) => sourceOf(i + 1, members, places));
  const questions = jsonLines<SetQuestion>(join(folder, "queries.jsonl"));
  return {
    name: basename(folder),
    sources,
    questions: questions.map((question) => ({
      question,
      gold: (question.answers?.length ?? 0) > 0 ? places.get(question.doc) : undefined,
    })),
  };
}

/** Loads one set; `leftOut` is as for `readSet`. */
export function loadSet(folder: string, leftOut: LeftOut = "nothing"): LoadedSet {
  const { name, sources, questions } = readSet(folder, leftOut);
  const corpus = createCorpus({ commonWords: readCommonWords });
  for (const { id, title, language, paragraphs } of sources)
    corpus.put(document(id, title, language, paragraphs));
  return { name, tools: createAnswerTools(corpus), questions };
}

/** The folders of all sets below one folder, in order of name. */
export function setFolders(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/** Text as the scorer compares it. */
export function normal(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\\*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** One edit in one content word, chosen by the seed: a letter left out, swapped or doubled, as the black-box scorer damages questions. */
export function typo(text: string, seed: number): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)].filter((match) => match.index > 0);
  const chosen = words[seed % Math.max(1, words.length)];
  if (chosen === undefined) return text;
  const word = chosen[0];
  const at = 1 + (seed % (word.length - 2));
  const damaged = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
  ];
  return text.slice(0, chosen.index) + (damaged[seed % 3] ?? word) + text.slice(chosen.index + word.length);
}
