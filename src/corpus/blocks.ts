/** Markdown to blocks of plain words with their lines. One pass over the lines, each looked at a bounded number of times. */
import type { PassageForm } from "../model.ts";
import { plainText, visibleText } from "./plain-text.ts";

/** A heading, the first row of a table (both are context), or something that can be quoted. */
export interface Block {
  readonly form: PassageForm | "heading" | "table-head";
  /** 1..6 of a heading, 0 of anything else. */
  readonly level: number;
  /** Index of its first line, and of the line after its last. */
  readonly from: number;
  readonly end: number;
  /** Never empty. */
  readonly text: string;
}

interface Page {
  readonly lines: readonly string[];
  readonly blocks: Block[];
  /** Index of the last line that could close a comment, so that unclosed ones are not searched for again and again. */
  readonly lastCommentEnd: number;
  /** The same of what no page shows, by its end; found when first asked for. */
  readonly lastHiddenEnds: Map<string, number>;
}

type Start = "heading" | "rule" | "fence" | "quote" | "item" | "comment" | "hidden" | "table";

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
const QUOTE = /^ {0,3}>/;
/** At most three digits: "1918. The war …" begins with a year, and a year is a word. */
const ITEM = /^[ \t]*(?:[-*+]|\d{1,3}[.)])(?:[ \t]+|$)/;
/** Only such an item may follow a line of text without a blank line between. */
const ITEM_WITHIN_TEXT = /^[ \t]*(?:[-*+]|1[.)])[ \t]+\S/;
const MARKERS =
  /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t])))+[ \t]*(?:#{1,6}[ \t]+|\[[ xX]\][ \t]+)?/;
/** What no page shows. */
const HIDDEN = /^[ \t]*<(script|style)(?![\w-])/i;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const LONGEST_UNDERLINED = 200;

/** The blocks of a Markdown body, in order. Comments, rules and what has no words are left out. */
export function readBlocks(lines: readonly string[]): readonly Block[] {
  const page: Page = {
    lines,
    blocks: [],
    lastCommentEnd: lines.findLastIndex((line) => line.includes("-->")),
    lastHiddenEnds: new Map(),
  };
  let at = 0;
  while (at < lines.length) at = isBlank(line(page, at)) ? at + 1 : readBlock(page, at);
  return page.blocks;
}

function readBlock(page: Page, at: number): number {
  switch (startAt(page, at)) {
    case "heading":
      return readHeading(page, at);
    case "rule":
      return at + 1;
    case "fence":
      return readFence(page, at);
    case "quote":
      return readQuote(page, at);
    case "item":
      return readItem(page, at);
    case "comment":
      return readComment(page, at);
    case "hidden":
      return (hiddenEnd(page, at) ?? at) + 1;
    case "table":
      return readTable(page, at);
    default:
      return readText(page, at, at + 1);
  }
}

/** What begins at a line that is not blank; undefined for plain text. */
function startAt(page: Page, at: number): Start | undefined {
  const text = line(page, at);
  if (!/^[\s#>*+\-_`~<\d]/.test(text)) return isTableHead(page, at) ? "table" : undefined;
  if (HEADING.test(text)) return "heading";
  if (RULE.test(text)) return "rule";
  if (FENCE.test(text)) return "fence";
  if (QUOTE.test(text)) return "quote";
  if (ITEM.test(text)) return "item";
  if (commentEnd(page, at) !== undefined) return "comment";
  if (hiddenEnd(page, at) !== undefined) return "hidden";
  return isTableHead(page, at) ? "table" : undefined;
}

/** Whether a paragraph that has begun ends before this line. */
function endsBefore(page: Page, at: number, within: "text" | "item"): boolean {
  const text = line(page, at);
  if (isBlank(text)) return true;
  const start = startAt(page, at);
  return start !== undefined && (start !== "item" || within === "item" || ITEM_WITHIN_TEXT.test(text));
}

function add(page: Page, form: Block["form"], from: number, end: number, text: string, level = 0): number {
  if (text !== "") page.blocks.push({ form, level, from, end, text });
  return end;
}

function readHeading(page: Page, at: number): number {
  const text = line(page, at).trim();
  const level = HEADING.exec(line(page, at))?.[1]?.length ?? 1;
  let end = text.length;
  while (text.charAt(end - 1) === "#") end--;
  const closed = end < text.length && /\s/.test(text.charAt(end - 1));
  return add(
    page,
    "heading",
    at,
    at + 1,
    plainText(text.slice(level, closed ? end : undefined).trim()),
    level,
  );
}

function readFence(page: Page, at: number): number {
  const fence = FENCE.exec(line(page, at))?.[1] ?? "```";
  let end = at + 1;
  while (end < page.lines.length && !closesFence(line(page, end), fence)) end++;
  const text = visibleText(page.lines.slice(at + 1, end).join("\n"))
    .replace(/\s+/g, " ")
    .trim();
  return add(page, "code", at, Math.min(end + 1, page.lines.length), text);
}

function closesFence(text: string, fence: string): boolean {
  const mark = text.trim();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

function readQuote(page: Page, at: number): number {
  let end = at + 1;
  // A line of text right below belongs to the quote even without its mark, as Markdown has it.
  while (end < page.lines.length && (QUOTE.test(line(page, end)) || goesOn(page, end))) end++;
  const words = page.lines.slice(at, end).map((text) => text.replace(MARKERS, ""));
  return add(page, "quote", at, end, plainText(words.join("\n").trim()));
}

function goesOn(page: Page, at: number): boolean {
  return (
    line(page, at - 1)
      .replace(MARKERS, "")
      .trim() !== "" && !endsBefore(page, at, "item")
  );
}

function readItem(page: Page, at: number): number {
  let end = at + 1;
  while (end < page.lines.length && !endsBefore(page, end, "item")) end++;
  const words = page.lines.slice(at, end);
  words[0] = (words[0] ?? "").replace(MARKERS, "");
  return add(page, "item", at, end, plainText(words.join("\n").trim()));
}

function readComment(page: Page, at: number): number {
  const end = commentEnd(page, at) ?? at;
  const last = line(page, end);
  const rest = last.slice(last.indexOf("-->", end === at ? last.indexOf("<!--") + 4 : 0) + 3);
  // Words after a comment make a paragraph that begins where the comment does, so that its lines can be read alone.
  return isBlank(rest) ? end + 1 : readText(page, at, end + 1);
}

/** The line where the comment that begins this line ends; undefined if none begins, or it never ends and so is text. */
function commentEnd(page: Page, at: number): number | undefined {
  const text = line(page, at);
  const from = text.search(/\S/);
  if (!text.startsWith("<!--", from)) return undefined;
  if (text.includes("-->", from + 4)) return at;
  for (let end = at + 1; end <= page.lastCommentEnd; end++) if (line(page, end).includes("-->")) return end;
  return undefined;
}

/** The line where the script or style sheet that begins this line ends; undefined if none begins, or words follow its end, or it has none. */
function hiddenEnd(page: Page, at: number): number | undefined {
  const name = HIDDEN.exec(line(page, at))?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const mark = `</${name}>`;
  const last =
    page.lastHiddenEnds.get(name) ?? page.lines.findLastIndex((text) => text.toLowerCase().includes(mark));
  page.lastHiddenEnds.set(name, last);
  for (let end = at; end <= last; end++) {
    const text = line(page, end).toLowerCase();
    if (text.includes(mark)) return text.trimEnd().endsWith(mark) ? end : undefined;
  }
  return undefined;
}

/** The first row is context for the others, unless there are no others. */
function readTable(page: Page, at: number): number {
  let end = at + 2;
  const rows: number[] = [];
  while (end < page.lines.length && line(page, end).includes("|") && !endsBefore(page, end, "item"))
    rows.push(end++);
  add(page, rows.length === 0 ? "row" : "table-head", at, at + 1, rowText(line(page, at)));
  for (const row of rows) add(page, "row", row, row + 1, rowText(line(page, row)));
  return end;
}

/** A line with a bar, above a line of dashes with as many columns. */
function isTableHead(page: Page, at: number): boolean {
  if (!line(page, at).includes("|")) return false;
  const below = line(page, at + 1);
  if (!below.includes("|") || !below.includes("-") || /[^\s|:-]/.test(below)) return false;
  const columns = cells(below);
  return (
    columns.every((cell) => /^:?-+:?$/.test(cell.trim())) && columns.length === cells(line(page, at)).length
  );
}

function cells(row: string): readonly string[] {
  return withoutOuterBars(row).split(/(?<!\\)\|/);
}

function rowText(row: string): string {
  return plainText(withoutOuterBars(row).trim());
}

function withoutOuterBars(row: string): string {
  const text = row.trim();
  const end = text.length > 1 && text.endsWith("|") && !text.endsWith("\\|") ? -1 : undefined;
  return text.slice(text.startsWith("|") ? 1 : 0, end);
}

/** A paragraph of text that reaches at least to `end`; a single short line above `===` or `---` is a heading. */
function readText(page: Page, at: number, end: number): number {
  let last = end;
  while (last < page.lines.length && !UNDERLINE.test(line(page, last)) && !endsBefore(page, last, "text"))
    last++;
  const text = plainText(page.lines.slice(at, last).join("\n").trim());
  const below = line(page, last);
  if (!UNDERLINE.test(below)) return add(page, "text", at, last, text);
  // Under more than a line, or a long one, the dashes are a rule: a paragraph must not vanish into a heading.
  if (last - at > 1 || text.length > LONGEST_UNDERLINED)
    return Math.max(add(page, "text", at, last, text), last + 1);
  return Math.max(add(page, "heading", at, last, text, below.trim().startsWith("=") ? 1 : 2), last + 1);
}

function line(page: Page, at: number): string {
  return page.lines[at] ?? "";
}

function isBlank(text: string): boolean {
  return text === "" || !/\S/.test(text);
}
