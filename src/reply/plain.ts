/** A whole reply as plain text, sources included: for screen readers, notifications and pipes. */
import type { Block, Inline, Reply } from "../model.ts";
import { wordingFor } from "./wording/tables.ts";
import type { Wording } from "./wording/wording.ts";

/** All blocks in words, addresses written out. Buttons are not in it. */
export function plain(reply: Reply): string {
  const words = wordingFor(reply.language);
  return reply.blocks
    .map((block, at) => `${gapBefore(reply.blocks, at)}${plainBlock(block, words)}`)
    .join("");
}

/** What stands before a block in running text: nothing before the first, an empty line before what is new, else a line's end. */
export function gapBefore(blocks: readonly Block[], at: number): "" | "\n" | "\n\n" {
  if (at === 0) return "";
  const kind = blocks[at]?.kind;
  if (kind === "heading") return "\n\n";
  const part = blocks.slice(blocks.findLastIndex((each, i) => i < at && each.kind === "heading") + 1, at);
  return kind === "finding" && part.some((each) => each.kind === "finding") ? "\n\n" : "\n";
}

/** One block in words, its lines separated by `\n`. */
function plainBlock(block: Block, words: Wording): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "paragraph":
    case "fine":
      return plainLine(block.text, words);
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${plainLine(item, words)}`)
        .join("\n");
    case "finding":
      return [findingWords(block, words), ...block.labels.map((label) => plainLine(label, words))].join("\n");
  }
}

/** A finding's words as they may be shown anywhere: numbered and named in a difference, in quotation marks only where verbatim. */
export function findingWords(block: Extract<Block, { kind: "finding" }>, words: Wording): string {
  const ordinal = block.ordinal === undefined ? "" : `${block.ordinal}. `;
  const side = block.side === undefined ? "" : `${block.side}: `;
  return `${ordinal}${side}${block.verbatim ? words.quoted(block.words) : block.words}`;
}

/** A line in words; a link is its address, after its text unless that only says "link". */
export function plainLine(line: readonly Inline[], words: Wording): string {
  return line.map((inline) => plainInline(inline, words)).join("");
}

function plainInline(inline: Inline, words: Wording): string {
  switch (inline.kind) {
    case "text":
    case "strong":
    case "code":
      return inline.text;
    case "link":
      return inline.text === words.link ? inline.url : `${inline.text} (${inline.url})`;
    case "channel":
      return words.channel;
  }
}
