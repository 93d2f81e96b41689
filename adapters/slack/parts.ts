/** Blocks of a reply as Slack's rich text, which is never parsed, and as small print. */
import type { types } from "@slack/bolt";
import type { Block, Inline } from "../../src/model.ts";
import { type Part, split, weightOf } from "../../src/reply/pack.ts";
import { findingWords, plainLine } from "../../src/reply/plain.ts";
import type { Wording } from "../../src/reply/wording/wording.ts";
import { address, clean, inert, writtenAddress } from "./escape.ts";
import { MOST_BLOCK_TEXT, MOST_CONTEXT, MOST_HEADER, MOST_URL } from "./limits.ts";

/** A block of a reply, ready to be measured, shortened and shown. */
export interface SlackPart extends Part {
  readonly block: Block;
  /** The text before anything was cut; only whole text keeps its styles and links. */
  readonly whole: string;
}

/** In what words, and where. */
export interface Scene {
  readonly words: Wording;
  /** The channel that the reply names, if it names one. */
  readonly channel: string;
}

/** A block in words. */
export function partOf(block: Block, { words }: Scene): SlackPart {
  const text = clean(textOf(block, words));
  const tail =
    block.kind === "finding" ? clean(block.labels.map((each) => lineText(each, words)).join("\n")) : "";
  return { block, text, whole: text, tail, weight: weightOf(block) };
}

/** A line in words, its addresses such that they still lead there once the words are inert. */
function lineText(line: readonly Inline[], words: Wording): string {
  const written = line.map((inline) =>
    inline.kind === "link" ? { ...inline, url: writtenAddress(inline.url) } : inline,
  );
  return plainLine(written, words);
}

function textOf(block: Block, words: Wording): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "paragraph":
    case "fine":
      return lineText(block.text, words);
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : "•"} ${lineText(item, words)}`)
        .join("\n");
    case "finding":
      return findingWords(block, words);
  }
}

/** A part as Slack shows it. */
export function blocksOf(part: SlackPart, scene: Scene): readonly types.KnownBlock[] {
  const { block, text } = part;
  const cut = text !== part.whole;
  switch (block.kind) {
    case "heading":
      return text.length > MOST_HEADER
        ? [rich(section(styled(text, { bold: true })))]
        : [{ type: "header", text: { type: "plain_text", text, emoji: false } }];
    case "paragraph":
      return [rich(section(cut ? styled(text) : elementsOf(block.text, scene)))];
    case "fine":
      return [smallPrint([cut ? inert(text) : mrkdwn(block.text, scene)])];
    case "list":
      return [cut ? rich(section(styled(text))) : list(block, scene)];
    case "finding":
      return finding(part, block, scene);
  }
}

type FindingBlock = Extract<Block, { kind: "finding" }>;

function finding(part: SlackPart, block: FindingBlock, scene: Scene): readonly types.KnownBlock[] {
  const { text, tail } = part;
  const lead = [block.ordinal === undefined ? "" : `${block.ordinal}.`, block.side && `${block.side}:`]
    .filter(Boolean)
    .join(" ");
  const named = lead !== "" && text.startsWith(`${lead} `);
  const elements = named
    ? [...styled(`${lead} `, { bold: true }), ...styled(text.slice(lead.length + 1))]
    : styled(text);
  const wholeTail = block.labels.map((each) => clean(lineText(each, scene.words))).join("\n") === tail;
  const labels = wholeTail ? block.labels.map((each) => mrkdwn(each, scene)) : [inert(tail)];
  return [
    ...(text === ""
      ? []
      : [rich(block.verbatim ? { type: "rich_text_quote", elements } : section(elements))]),
    ...(tail === "" ? [] : [smallPrint(labels)]),
  ];
}

function list(block: Extract<Block, { kind: "list" }>, scene: Scene): types.KnownBlock {
  const items = block.items.map((item) => section(elementsOf(item, scene)));
  const style = block.ordered ? "ordered" : "bullet";
  return rich({ type: "rich_text_list", style, elements: items });
}

type Section = types.RichTextSection;
type Element = types.RichTextElement;

const rich = (element: types.RichTextBlockElement): types.KnownBlock => ({
  type: "rich_text",
  elements: [element],
});

const section = (elements: Element[]): Section => ({ type: "rich_text_section", elements });

function styled(text: string, style?: types.RichTextStyleable["style"]): Element[] {
  return split(clean(text), MOST_BLOCK_TEXT).map((each) => ({
    type: "text",
    text: each,
    ...(style && { style }),
  }));
}

const elementsOf = (line: readonly Inline[], scene: Scene): Element[] =>
  line.flatMap((inline) => inlineElements(inline, scene));

function inlineElements(inline: Inline, scene: Scene): Element[] {
  switch (inline.kind) {
    case "text":
      return styled(inline.text);
    case "strong":
      return styled(inline.text, { bold: true });
    case "code":
      return styled(inline.text, { code: true });
    case "link":
      return inline.url.length > MOST_URL
        ? styled(lineText([inline], scene.words))
        : [{ type: "link", url: inline.url, text: clean(inline.text).slice(0, MOST_BLOCK_TEXT) }];
    case "channel":
      return [{ type: "channel", channel_id: scene.channel }];
  }
}

function mrkdwn(line: readonly Inline[], scene: Scene): string {
  return line
    .map((inline) =>
      inline.kind === "link" && inline.url.length <= MOST_URL
        ? `<${address(inline.url)}|${inert(inline.text)}>`
        : inert(lineText([inline], scene.words)),
    )
    .join("");
}

/** Lines of small print. Elements would stand side by side, so lines share one as long as they fit. */
function smallPrint(lines: readonly string[]): types.KnownBlock {
  const texts: string[] = [];
  for (const line of lines.map(shortened)) {
    const joined = `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && joined.length <= MOST_BLOCK_TEXT) texts[texts.length - 1] = joined;
    else if (texts.length < MOST_CONTEXT) texts.push(line);
  }
  return {
    type: "context",
    elements: texts.map((text) => ({ type: "mrkdwn", text, verbatim: true })),
  };
}

function shortened(escaped: string): string {
  if (escaped.length <= MOST_BLOCK_TEXT) return escaped;
  // without its links, which a cut could leave open, and not within an entity
  const unlinked = escaped.replace(/<[^|>]*\|([^>]*)>/g, "$1").slice(0, MOST_BLOCK_TEXT - 1);
  return `${unlinked.replace(/&[a-z]*$/, "").replace(/[\ud800-\udbff]$/, "")}…`;
}
