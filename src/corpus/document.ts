/** Files to documents: one reader for each format, by extension. */
import type { Document, Problem } from "../model.ts";
import { readBlocks } from "./blocks.ts";
import { readSource } from "./fields.ts";
import { type Fault, parseYaml, splitFrontMatter } from "./front-matter.ts";
import { isQuotable, toPassages } from "./passages.ts";

/** What a file holds. Without a document it cannot be used; with one, its problems are smaller ones. */
export interface Reading {
  readonly document: Document | undefined;
  readonly problems: readonly Problem[];
}

type Reader = (path: string, text: string) => Reading;

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 5_000_000;

const READERS: ReadonlyMap<string, Reader> = new Map([
  [".md", readMarkdown],
  [".markdown", readMarkdown],
]);

const MOST_PROBLEMS = 20;

/** Embeddings, overrides and isolates: with them a quote can show other words than it holds. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether a file of this name can be a source. */
export function isReadable(path: string): boolean {
  return READERS.has(extension(path));
}

/** The id of the source in a file: its path below the knowledge folder, with `/` and without extension. */
export function sourceId(path: string): string {
  return path.slice(0, path.length - extension(path).length).normalize("NFC");
}

/**
 * Reads one file; touches nothing.
 * @param path below the knowledge folder, with `/`
 */
export function readDocument(path: string, bytes: Uint8Array): Reading {
  const reader = READERS.get(extension(path));
  if (reader === undefined) return unread(path, 1, notRead(path));
  if (bytes.length > LARGEST_FILE) return unread(path, 1, "is larger than 5 MB: split it into several files");
  const text = readText(bytes);
  return typeof text === "string" ? reader(path, text) : unread(path, text.line, text.problem);
}

/** A file's text with lines ending in `\n`, or what forbids to use it. */
export function readText(bytes: Uint8Array): string | Fault {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { line: 1, problem: "is UTF-16 text: save it as UTF-8" };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return { line: lineOf(bytes, nul), problem: "holds a NUL byte, so it is no text: save it as UTF-8 text" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { line: lineOfBadByte(bytes), problem: "is not valid UTF-8: save the file as UTF-8" };
  }
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const bidi = lines.search(BIDI_CONTROLS);
  if (bidi < 0) return lines;
  const code = lines.charCodeAt(bidi).toString(16).toUpperCase();
  const problem = `holds an invisible control for the direction of text (U+${code}): remove it`;
  return { line: lines.slice(0, bidi).split("\n").length, problem };
}

function readMarkdown(path: string, file: string): Reading {
  const split = splitFrontMatter(file);
  if ("problem" in split) return unread(path, split.line, split.problem);
  const front = parseYaml(split.yaml, 2);
  if ("faults" in front)
    return { document: undefined, problems: front.faults.map((fault) => ({ path, ...fault })) };
  const blocks = readBlocks(split.body.split("\n"));
  const paragraphs = blocks.filter(isQuotable).length;
  const { source, faults } = readSource(sourceId(path), front.value, paragraphs);
  const problems = toProblems(path, faults);
  if (source === undefined) return { document: undefined, problems };
  if (paragraphs === 0)
    return unread(path, split.bodyLine, "has no paragraph: write its text below the front matter");
  return { document: { source, passages: toPassages(source, blocks, split.bodyLine), file }, problems };
}

/** What is wrong with a file, as it is shown: the first twenty, for nobody reads more. */
export function toProblems(path: string, faults: readonly Fault[]): readonly Problem[] {
  return faults.slice(0, MOST_PROBLEMS).map(({ line, problem }) => ({ path, line, problem }));
}

function unread(path: string, line: number, problem: string): Reading {
  return { document: undefined, problems: [{ path, line, problem }] };
}

/** A librarian's own file at the top of the folder, by another spelling of its name. */
const MISNAMED = /^(glossary|differences|questions)\.ya?ml$/i;

function notRead(path: string): string {
  const [, name] = MISNAMED.exec(path) ?? [];
  if (name !== undefined) return `is not read by this name: rename it to ${name.toLowerCase()}.yaml`;
  const kind = extension(path).slice(1).toUpperCase() || "a file without extension";
  return `${kind} is not read: save its text as Markdown (.md), see npm run add`;
}

function extension(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot).toLowerCase() : "";
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
    line++;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
