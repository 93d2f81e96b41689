import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge/", import.meta.url));

/** A shipped file, taken apart as a reader would see it, without the product's own reader. */
export interface ShippedFile {
  /** `press/salesforce-letter` */
  readonly id: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** From 1 in prose; here `paragraphs[0]` is the first. Headings are left out. */
  readonly paragraphs: readonly string[];
  readonly bytes: number;
}

function paragraphsOf(body: string): string[] {
  const found: string[] = [];
  for (const block of body.split(/\n\s*\n/)) {
    const lines = block.split("\n").filter((line) => line.trim() !== "" && !/^#{1,6}\s/.test(line));
    if (lines.length === 0) continue;
    // a list item and a table row are a paragraph each
    if (lines.every((line) => /^\s*(?:[-*+]|\d+[.)]|\|)\s?/.test(line))) found.push(...lines);
    else found.push(lines.join(" ").replace(/\s+/g, " ").trim());
  }
  return found;
}

function readShipped(collection: string, name: string): ShippedFile {
  const text = readFileSync(join(KNOWLEDGE, collection, name), "utf8");
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined || body === undefined) throw new Error(`${collection}/${name} has no front matter`);
  return {
    id: `${collection}/${name.replace(/\.md$/, "")}`,
    front: parse(front) as Record<string, unknown>, // the test checks the fields it uses
    paragraphs: paragraphsOf(body),
    bytes: Buffer.byteLength(text),
  };
}

/** Every Markdown file of one collection, by name. */
export function shippedFiles(collection: string): readonly ShippedFile[] {
  return readdirSync(join(KNOWLEDGE, collection))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readShipped(collection, name));
}

/** A YAML file at the top of the knowledge folder, with its text. */
export function shippedYaml(name: string): { readonly text: string; readonly value: unknown } {
  const text = readFileSync(join(KNOWLEDGE, name), "utf8");
  return { text, value: parse(text) };
}

/** The sentences of a paragraph. A full stop inside a name or a number does not end one. */
export function sentencesOf(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}"@#])/u);
}

/** Without case and accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Words without case, accents and punctuation, each of the `names` as one word. */
export function wordsOf(text: string, names: readonly string[]): readonly string[] {
  const plain = (value: string) =>
    ` ${fold(value)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  let words = plain(text);
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    words = words.replaceAll(plain(name), ` ${plain(name).trim().replaceAll(" ", "_")} `);
  }
  return words.trim().split(" ");
}
