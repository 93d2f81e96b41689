/**
 * The YAML that librarians write, without YAML's parser: maps and lists by indentation, lists and maps in brackets on one
 * line, and scalars on one line. The parser takes most of a start's time and a tenth of a millisecond a file; whatever is not
 * surely read here as the parser would is left to it.
 */
import type { Field, Yaml } from "./yaml-lines.ts";

/** Words that mean only themselves wherever they stand, or a JSON string without control characters. */
const SCALAR =
  /"(?:[^"\\\p{C}]|\\["\\/])*"|[\p{L}\p{N}][^:#,[\]{}\p{C}]*(?:(?::(?=[^\s,[\]{}\p{C}])|(?<=\S)#)[^:#,[\]{}\p{C}]*)*/uy;
/** The same outside of brackets, where commas and brackets are words. */
const LINE_SCALAR =
  /"(?:[^"\\\p{C}]|\\["\\/])*"|[\p{L}\p{N}][^:#\p{C}]*(?:(?::(?=[^\s\p{C}])|(?<=\S)#)[^:#\p{C}]*)*/uy;
/** A list in brackets of words alone, as most lists are: what stands between its commas need only begin as words do. */
const LIST_OF_WORDS = /^\[(?:[^\s:#"[\]{}\p{C}]| )+\]$/u;
const WORDS = /^(?!null$)[\p{L}\p{N}]/iu;
const KEY = /^([\p{L}\p{N}_][^:#,[\]{}"\p{C}]{0,100}):(?: +(.*))?$/u;
const DEEPEST = 10;

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/** Thrown within this file for whatever the parser should read. */
class NotSimple extends Error {}

/** @returns undefined for what is not simple, right or wrong, which is the parser's. Lines count from `firstLine`. */
export function readSimpleYaml(source: string, firstLine: number): Yaml | undefined {
  const lines: Line[] = [];
  let number = firstLine;
  for (const text of source.split("\n")) {
    const indent = text.search(/[^ ]/);
    if (indent >= 0 && text.charAt(indent) !== "#") lines.push({ number, indent, text: text.slice(indent) });
    number++;
  }
  if (lines[0]?.indent !== 0) return undefined;
  try {
    return new SimpleYaml(lines).all();
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

/** Reads lines from the first to the last. */
class SimpleYaml {
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  all(): Yaml {
    const value = this.#block(0, 0);
    if (this.#at < this.#lines.length) throw new NotSimple();
    return value;
  }

  #block(indent: number, depth: number): Yaml {
    const first = this.#lines[this.#at];
    if (first === undefined || depth > DEEPEST) throw new NotSimple();
    return first.text.startsWith("- ")
      ? this.#list(first.number, indent, depth)
      : this.#map(first.number, indent, depth);
  }

  #next(indent: number): Line | undefined {
    const line = this.#lines[this.#at];
    if (line !== undefined && line.indent > indent) throw new NotSimple();
    return line?.indent === indent ? line : undefined;
  }

  #map(line: number, indent: number, depth: number): Yaml {
    const entries = new Map<string, Field>();
    for (let next = this.#next(indent); next !== undefined; next = this.#next(indent)) {
      const [, key = "", written] = KEY.exec(next.text) ?? [];
      if (key === "" || /\s$|^null$/i.test(key.slice(-4)) || entries.has(key)) throw new NotSimple();
      this.#at++;
      const value = written ? inline(written, next.number) : this.#nested(indent, next.number, depth);
      entries.set(key, { line: next.number, value });
    }
    return { kind: "map", line, entries };
  }

  #nested(indent: number, line: number, depth: number): Yaml {
    const below = this.#lines[this.#at];
    if (below === undefined || below.indent < indent) return { kind: "nothing", line };
    // A list may stand as far left as its key; that is rare, and the parser's.
    if (below.indent === indent && below.text.startsWith("-")) throw new NotSimple();
    return below.indent === indent ? { kind: "nothing", line } : this.#block(below.indent, depth + 1);
  }

  #list(line: number, indent: number, depth: number): Yaml {
    const entries: Yaml[] = [];
    for (let next = this.#next(indent); next?.text.startsWith("- ") === true; next = this.#next(indent)) {
      const text = next.text.slice(2).trimStart();
      if (KEY.test(text)) {
        const within = next.indent + next.text.length - text.length;
        this.#lines[this.#at] = { number: next.number, indent: within, text };
        entries.push(this.#map(next.number, within, depth + 1));
      } else {
        this.#at++;
        entries.push(inline(text, next.number));
      }
    }
    return { kind: "list", line, entries };
  }
}

function inline(text: string, line: number): Yaml {
  if (LIST_OF_WORDS.test(text)) return listOfWords(text, line);
  const brackets = /^[[{]/.test(text);
  const [value, end] = brackets ? flow(text, 0, line, 0) : scalar(LINE_SCALAR, text, 0, line);
  if (end < text.length) throw new NotSimple();
  return value;
}

function listOfWords(text: string, line: number): Yaml {
  const entries = text
    .slice(1, -1)
    .split(",")
    .map((each): Yaml => {
      const words = each.trim();
      if (!WORDS.test(words)) throw new NotSimple();
      return { kind: "text", line, text: words };
    });
  return { kind: "list", line, entries };
}

type Read = readonly [value: Yaml, end: number];

function flow(text: string, at: number, line: number, depth: number): Read {
  if (depth > DEEPEST) throw new NotSimple();
  if (text.charAt(at) === "[") return flowList(text, at + 1, line, depth);
  if (text.charAt(at) === "{") return flowMap(text, at + 1, line, depth);
  return scalar(SCALAR, text, at, line);
}

function flowList(text: string, from: number, line: number, depth: number): Read {
  const entries: Yaml[] = [];
  let at = pastSpaces(text, from);
  if (text.charAt(at) === "]") return [{ kind: "list", line, entries }, at + 1];
  for (;;) {
    const [value, end] = flow(text, at, line, depth + 1);
    entries.push(value);
    if (text.charAt(end) === "]") return [{ kind: "list", line, entries }, end + 1];
    at = pastComma(text, end);
  }
}

function flowMap(text: string, from: number, line: number, depth: number): Read {
  const entries = new Map<string, Field>();
  let at = pastSpaces(text, from);
  if (text.charAt(at) === "}") return [{ kind: "map", line, entries }, at + 1];
  for (;;) {
    const key = /^[a-z]{1,40}(?=: )/.exec(text.slice(at, at + 42))?.[0];
    if (key === undefined || key === "null" || entries.has(key)) throw new NotSimple();
    const [value, end] = flow(text, pastSpaces(text, at + key.length + 2), line, depth + 1);
    entries.set(key, { line, value });
    if (text.charAt(end) === "}") return [{ kind: "map", line, entries }, end + 1];
    at = pastComma(text, end);
  }
}

function scalar(pattern: RegExp, text: string, at: number, line: number): Read {
  pattern.lastIndex = at;
  // that it matches and where it ends is all: to take the parts from it costs more than the rest
  if (!pattern.test(text)) throw new NotSimple();
  const end = pattern.lastIndex;
  const words = text.charAt(at) === '"' ? unquoted(text.slice(at + 1, end - 1)) : plain(text.slice(at, end));
  return [{ kind: "text", line, text: words }, pastSpaces(text, end)];
}

function unquoted(text: string): string {
  return text.includes("\\") ? text.replace(/\\(.)/g, "$1") : text;
}

function plain(text: string): string {
  const words = text.trimEnd();
  // YAML's white space is a space, JavaScript's is more; where they disagree the parser decides.
  if (words.length < text.length && /[^\S ]/.test(text.slice(words.length))) throw new NotSimple();
  if (words.length === 4 && /^null$/i.test(words)) throw new NotSimple();
  return words;
}

function pastSpaces(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === " ") end++;
  return end;
}

function pastComma(text: string, at: number): number {
  if (text.charAt(at) !== ",") throw new NotSimple();
  return pastSpaces(text, at + 1);
}
