/** Text as Discord's Markdown, in which a reader sees exactly that text: nothing formats, pings, links or previews by itself. */
import type { Inline } from "../../src/model.ts";
import { LINK } from "./limits.ts";

/** The place a line is read in. */
export interface Where {
  /** The id of the channel, as the place has it. */
  readonly channel: string;
  /** What the channel is called where it has no name: "this channel". */
  readonly unnamed: string | undefined;
}

/** Signs that may begin formatting, a mention, an address in angle brackets or a spoiler anywhere in a line. */
const SIGNS = /[\\*_~|`[\]<>@]/g;

/** Marks that make a heading, a list or small print at the beginning of a line. */
const LINE_STARTS = /^(\s*)(#{1,3}(?=\s)|[-+](?=[\s#])|\d+(?=[.)]\s))/gm;

/** Control characters, and marks that turn the direction of what follows or hide in it; joiners stay, since words and emoji need them. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text as Markdown that shows it, letter for letter. */
export function escaped(text: string): string {
  return (
    harmless(text)
      .replace(SIGNS, "\\$&")
      .replace(LINE_STARTS, (_, space: string, mark: string) =>
        /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
      )
      // an address becomes a link, and an emoji's name an emoji, unless the colon is escaped
      .replace(/:(?=\/\/)|:(?=[\w+-]+:)/g, "\\:")
      // invites are recognized without a scheme
      .replace(/\b(discord(?:app)?)\.(?=gg\b|com\b|new\b|gift\b)/gi, "$1\\.")
  );
}

/** One line of Markdown. */
export function markdownLine(line: readonly Inline[], where: Where): string {
  return line.map((inline) => markdownInline(inline, where)).join("");
}

function markdownInline(inline: Inline, where: Where): string {
  switch (inline.kind) {
    case "text":
      return escaped(inline.text);
    case "strong":
      return inline.text.trim() === "" ? inline.text : `**${escaped(inline.text)}**`;
    case "code":
      // code has no escapes: what would end it is shown as text
      return /[`\n]|^\s*$/.test(inline.text) ? escaped(inline.text) : `\`${harmless(inline.text)}\``;
    case "link":
      return link(inline.text, inline.url);
    case "channel":
      return where.unnamed ?? `<#${where.channel}>`;
  }
}

/** A link without a preview; brackets in an address would end it early. */
function link(text: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol) || address.href.length > LINK)
    return escaped(text);
  const safe = address.href.replace(/[()\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${escaped(text)}](<${safe}>)`;
}

const harmless = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(HIDDEN, "");
