/** The one file that knows YAML: splits a file into front matter and body, and parses YAML that anybody may have written. */
import { createRequire } from "node:module";
import type { Node } from "yaml";
import { readSimpleYaml } from "./simple-yaml.ts";
import { type Field, lineOfDepth, type Yaml } from "./yaml-lines.ts";

type YamlPackage = typeof import("yaml");

/** Loads the parser when a file first needs it: most never do, and it takes as long as all the rest of a start. */
const loadParser = (): YamlPackage => {
  // What a package exports is known by its types.
  return createRequire(import.meta.url)("yaml") as YamlPackage;
};

/** What is wrong at a line of a file that need not have a path. */
export interface Fault {
  readonly line: number;
  readonly problem: string;
}

/** Either the value, or what is wrong; never both. */
export type Parsed = { readonly value: Yaml } | { readonly faults: readonly Fault[] };

/** A file's front matter and where its body begins. `bodyLine` is 1-based. */
export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  readonly bodyLine: number;
}

const LONGEST_FRONT_MATTER = 16 * 1024;
const LONGEST_YAML = 256 * 1024;
const DEEPEST = 20;
const MOST_FAULTS = 5;
const QUOTE_IT = "put values that hold a colon, a # or a quotation mark in double quotes";

/** Splits a file whose lines end in `\n`. The front matter stands between two lines of three dashes, the first line being one. */
export function splitFrontMatter(file: string): FrontMatter | Fault {
  const firstLine = file.slice(0, 80).split("\n")[0] ?? "";
  if (firstLine.trimEnd() !== "---") return { line: 1, problem: firstLineProblem(firstLine) };
  const from = firstLine.length + 1;
  const head = file.slice(from, from + LONGEST_FRONT_MATTER + 8);
  const close = /^---[ \t]{0,80}$/m.exec(head);
  if (close === null || close.index > LONGEST_FRONT_MATTER) {
    const problem = "the front matter does not end within 16 kB: close it with a line of three dashes (---)";
    return { line: 1, problem };
  }
  const yaml = head.slice(0, close.index);
  const bodyFrom = from + close.index + close[0].length + 1;
  return { yaml, body: file.slice(bodyFrom), bodyLine: yaml.split("\n").length + 2 };
}

function firstLineProblem(firstLine: string): string {
  if (firstLine.startsWith("---")) {
    return "the first line must be three dashes and nothing else: only YAML front matter is read";
  }
  return "front matter is missing: begin the file with a line of three dashes (---), its fields and three dashes again";
}

/**
 * Parses YAML of at most 256 kB and 20 levels. Anchors, aliases, tags and repeated keys are refused, nothing is executed, and
 * keys such as `__proto__` are keys like any other.
 * @param firstLine the line of the file at which `source` begins, 1-based
 */
export function parseYaml(source: string, firstLine = 1): Parsed {
  if (source.length > LONGEST_YAML) return fault(firstLine, "is longer than 256 kB: split it, or shorten it");
  const simple = readSimpleYaml(source, firstLine);
  if (simple !== undefined) return { value: simple };
  const deep = lineOfDepth(source, DEEPEST);
  if (deep !== undefined) return fault(firstLine + deep, `is nested more than ${DEEPEST} levels deep`);
  const yaml = loadParser();
  const counter = new yaml.LineCounter();
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  // uniqueKeys compares every key with every other, so keys are compared in toMap instead.
  const options = {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: counter,
  } as const;
  try {
    const document = yaml.parseDocument(source, options);
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
      return {
        faults: wrong
          .slice(0, MOST_FAULTS)
          .map((e) => ({ line: lineAt(e.pos[0]), problem: explain(e.code) })),
      };
    }
    const faults: Fault[] = [];
    const value = convert(document.contents, { yaml, lineAt, faults, line: firstLine });
    return faults.length > 0 ? { faults: faults.slice(0, MOST_FAULTS) } : { value };
  } catch (error) {
    // Whatever else a hostile file makes the parser do, it costs that file only.
    return fault(
      firstLine,
      `cannot be read as YAML (${error instanceof Error ? error.name : "unknown"}); ${QUOTE_IT}`,
    );
  }
}

function fault(line: number, problem: string): Parsed {
  return { faults: [{ line, problem }] };
}

function explain(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a line is indented with a tab: use spaces";
    case "BLOCK_AS_IMPLICIT_KEY":
      return `a value holds a colon: ${QUOTE_IT}`;
    case "TAG_RESOLVE_FAILED":
      return "tags such as !name are not read: remove it, or put the value in double quotes";
    case "BAD_ALIAS":
      return "* and & names are not read: put the value in double quotes";
    case "MULTIPLE_DOCS":
      return "holds a second document: remove the line of three dashes";
    case "MISSING_CHAR":
      return "a quotation mark, bracket or colon is missing";
    case "BAD_INDENT":
      return "the indentation does not fit the lines above";
    default:
      return `is not valid YAML (${code.toLowerCase().replaceAll("_", " ")}): ${QUOTE_IT}`;
  }
}

interface Conversion {
  readonly yaml: YamlPackage;
  readonly lineAt: (offset: number) => number;
  readonly faults: Fault[];
  readonly line: number;
}

function convert(node: unknown, to: Conversion): Yaml {
  // The parser's trees hold nodes or null; each kind is told apart below.
  const { range, anchor } = (node ?? {}) as Partial<Node> & { anchor?: string };
  const line = range ? to.lineAt(range[0]) : to.line;
  if (to.yaml.isAlias(node) || anchor !== undefined) {
    to.faults.push({
      line,
      problem: "* and & names are not read: write the value out, or put it in double quotes",
    });
    return { kind: "nothing", line };
  }
  if (to.yaml.isScalar(node)) return scalar(node.value, node.type === "PLAIN", line);
  if (to.yaml.isMap(node)) return convertMap(node.items, { ...to, line });
  if (node === null || node === undefined) return { kind: "nothing", line };
  const { items = [] } = node as { items?: readonly unknown[] };
  return { kind: "list", line, entries: items.map((entry) => convert(entry, { ...to, line })) };
}

function scalar(value: unknown, plain: boolean, line: number): Yaml {
  const text = typeof value === "string" ? value : "";
  if (plain && /^(?:|~|null)$/i.test(text)) return { kind: "nothing", line };
  return { kind: "text", line, text };
}

function convertMap(pairs: readonly { key: unknown; value: unknown }[], to: Conversion): Yaml {
  const entries = new Map<string, Field>();
  for (const { key, value } of pairs) {
    const line = to.yaml.isScalar(key) && key.range ? to.lineAt(key.range[0]) : to.line;
    const name = to.yaml.isScalar(key) && typeof key.value === "string" ? key.value : undefined;
    if (name === undefined) to.faults.push({ line, problem: "a key must be a word" });
    else if (entries.has(name))
      to.faults.push({ line, problem: `"${shown(name)}" is there twice: keep one` });
    else entries.set(name, { line, value: convert(value, { ...to, line }) });
  }
  return { kind: "map", line: to.line, entries };
}

/** Foreign text as a problem may show it: on one line, short, without control characters. */
export function shown(text: string): string {
  const clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
