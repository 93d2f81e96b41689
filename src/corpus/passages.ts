/** What can be quoted from a Markdown body, and the words at a range of lines against which quotes are checked. */
import type { LineRange, Passage, PassageForm, Source } from "../model.ts";
import { type Block, readBlocks } from "./blocks.ts";

export { plainText } from "./plain-text.ts";

/** Whether a block is a paragraph. Headings and the first row of a table are context for what follows. */
export function isQuotable(block: Block): block is Block & { readonly form: PassageForm } {
  return block.form !== "heading" && block.form !== "table-head";
}

/**
 * The paragraphs among a body's blocks, numbered from 1, each with the headings above it.
 * @param firstLine the body's first line in its file, 1-based
 */
export function toPassages(source: Source, blocks: readonly Block[], firstLine: number): readonly Passage[] {
  const passages: Passage[] = [];
  let above: readonly Block[] = [];
  let headings: readonly string[] = [];
  for (const block of blocks) {
    const standing = above.filter((heading) => isAbove(heading, block));
    if (!isQuotable(block)) standing.push(block);
    if (standing.length !== above.length || !isQuotable(block)) {
      above = standing;
      headings = standing.map((heading) => heading.text);
    }
    if (!isQuotable(block)) continue;
    const { form, text } = block;
    const lines: LineRange = [firstLine + block.from, firstLine + block.end - 1];
    passages.push({ source, paragraph: passages.length + 1, lines, text, form, headings });
  }
  return passages;
}

function isAbove(heading: Block, block: Block): boolean {
  if (heading.form === "table-head") return block.form === "row";
  return block.form !== "heading" || heading.level < block.level;
}

/**
 * The plain words at a range of lines of a file: what may be quoted from there, without marks of lists, quotes and tables.
 * For a passage's own lines they hold its text. Time grows with the line number, by about 30 ns a line.
 */
export function wordsAt(file: string, lines: LineRange): string {
  const blocks = readBlocks(linesAt(file, lines).split("\n"));
  return blocks
    .filter(isQuotable)
    .map((block) => block.text)
    .join(" ");
}

/** The very lines of a file. */
export function linesAt(file: string, [from, to]: LineRange): string {
  let start = 0;
  for (let line = 1; line < from; line++) {
    const next = file.indexOf("\n", start) + 1;
    if (next === 0) return "";
    start = next;
  }
  let end = start;
  for (let line = from; line <= to && end >= 0; line++)
    end = file.indexOf("\n", line === from ? end : end + 1);
  return file.slice(start, end < 0 ? undefined : end);
}
