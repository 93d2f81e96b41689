/** Replies as lines of a terminal: cleaned, coloured if it is one, and wrapped to its width. */
import { stripVTControlCharacters } from "node:util";
import type { Block, Location, Reply } from "../../src/model.ts";
import { findingWords, gapBefore, plainLine } from "../../src/reply/plain.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import type { Wording } from "../../src/reply/wording/wording.ts";

/** What a terminal can show. */
export interface Screen {
  readonly colour: boolean;
  /** In columns; undefined for a pipe, which is not wrapped. */
  readonly columns: number | undefined;
  /** How many columns a text takes. */
  widthOf(text: string): number;
  /** The folder that sources are files of, as it was given, so that a location can be opened from where the person is. */
  readonly folder: string;
}

/** This process's terminal over a folder; a pipe gets plain lines and costs no measuring. */
export async function openScreen(folder: string): Promise<Screen> {
  const { stdout, env } = process;
  const shared = { folder, colour: stdout.isTTY && !env.NO_COLOR };
  if (!stdout.isTTY) return { ...shared, columns: undefined, widthOf: (text: string) => text.length };
  const { default: widthOf } = await import("string-width");
  return { ...shared, columns: Math.min(Math.max(stdout.columns || 80, 20), 100), widthOf };
}

const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const RESET = "\u001b[0m";

/** Without control characters and escape sequences, and without marks that turn the direction of what follows. */
export function harmless(text: string): string {
  return (
    stripVTControlCharacters(text)
      .replace(/\r\n?/g, "\n")
      .replace(/\t/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "")
  );
}

/** A reply as text, without a line end. */
export function onScreen(reply: Reply, screen: Screen): string {
  const words = wordingFor(reply.language);
  return reply.blocks
    .map((block, at) => gapBefore(reply.blocks, at) + blockOnScreen(block, words, screen))
    .join("");
}

function blockOnScreen(block: Block, words: Wording, screen: Screen): string {
  const flow = (text: string, manner: { style?: string; indent?: string } = {}) =>
    styled(wrap(harmless(text), manner.indent ?? "", screen), manner.style, screen);
  switch (block.kind) {
    case "heading":
      return flow(block.text, { style: BOLD });
    case "paragraph": {
      const style = block.text.every(({ kind }) => kind === "strong") ? BOLD : "";
      return flow(plainLine(block.text, words), { style });
    }
    case "fine":
      return flow(plainLine(block.text, words), { style: DIM });
    case "list":
      return block.items
        .map((item, at) => {
          const mark = block.ordered ? `${at + 1}. ` : "- ";
          return flow(mark + plainLine(item, words), { indent: " ".repeat(mark.length) });
        })
        .join("\n");
    case "finding":
      return [
        flow(findingWords(block, words), { style: BOLD }),
        ...block.labels.map((label) => flow(plainLine(label, words), { style: DIM })),
        // a path that is cut in two cannot be opened
        ...block.at.map((each) => styled(harmless(placeOf(each, screen.folder)), DIM, screen)),
      ].join("\n");
  }
}

/** The lines of a file, as editors and terminals open them: `knowledge/press/letter.md:12-14`. */
function placeOf({ source, lines: [from, to] }: Location, folder: string): string {
  return `${folder.replace(/\/+$/, "")}/${source.id}.md:${from}${to > from ? `-${to}` : ""}`;
}

function styled(text: string, style: string | undefined, { colour }: Screen): string {
  if (!colour || !style) return text;
  return text
    .split("\n")
    .map((each) => (each === "" ? "" : style + each + RESET))
    .join("\n");
}

/** Breaks lines between words; a word that is too long for a line, other than an address, between characters. */
function wrap(text: string, indent: string, screen: Screen): string {
  const { columns } = screen;
  if (columns === undefined) return text;
  return text
    .split("\n")
    .map((each) => wrapLine(each, indent, { columns, widthOf: screen.widthOf }).join("\n"))
    .join("\n");
}

function wrapLine(
  text: string,
  indent: string,
  { columns, widthOf }: { readonly columns: number; widthOf(text: string): number },
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  const push = (piece: string, space: string) => {
    const wide = widthOf(piece);
    if (width > 0 && width + space.length + wide > columns) {
      lines.push(line);
      line = indent + piece;
      width = indent.length + wide;
    } else {
      line += (width > 0 ? space : "") + piece;
      width += (width > 0 ? space.length : 0) + wide;
    }
  };
  for (const word of text.split(" ")) {
    const whole = word.includes("://") || widthOf(word) <= columns - indent.length;
    if (whole) push(word, " ");
    else for (const [at, character] of characters(word).entries()) push(character, at === 0 ? " " : "");
  }
  return [...lines, line];
}

const characters = (text: string): readonly string[] =>
  [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
