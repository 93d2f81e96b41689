/** Replies as Discord messages. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  TextInputStyle,
} from "discord.js";
import type { Block, Form, Inline, Place, Reply } from "../../src/model.ts";
import { cut, type Part, pack, weightOf } from "../../src/reply/pack.ts";
import { findingWords } from "../../src/reply/plain.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import type { Wording } from "../../src/reply/wording/wording.ts";
import { buttonRows, type Row } from "./buttons.ts";
import {
  CONTENT,
  DISPLAYED_TEXT,
  FORM_TEXT,
  FORM_TITLE,
  MESSAGES_FOR_ALL,
  MESSAGES_FOR_ASKER,
} from "./limits.ts";
import { escaped, markdownLine, type Where } from "./markdown.ts";

/** A message as the API takes it, new or as an edit. It never pings and never previews an address. */
export type Body = Pick<
  RESTPostAPIChannelMessageJSONBody,
  "content" | "components" | "flags" | "allowed_mentions"
>;

/** The id of the box in a form. */
export const FORM_BOX = "text";

/** One for a backslash that a cut left behind. */
const ROOM = DISPLAYED_TEXT - 1;

/**
 * A reply as one or more messages, in order; the buttons are under the last. `origin` is the message whose button led to it; `whole`
 * is one message at most, without the least important of a longer reply.
 */
export function renderDiscord(
  reply: Reply,
  {
    origin,
    whole = false,
    ...place
  }: Pick<Place, "channel" | "direct"> & {
    readonly origin?: string;
    readonly whole?: boolean;
  },
): readonly Body[] {
  const words = wordingFor(reply.language);
  const where: Where = { channel: place.channel, unnamed: place.direct ? words.channel : undefined };
  const most = reply.audience === "channel" ? MESSAGES_FOR_ALL : MESSAGES_FOR_ASKER;
  const messages = whole ? 1 : most;
  const parts = reply.blocks.map((block) => partOf(block, words, where));
  const texts = joined(pack(parts, { characters: ROOM, messages }));
  const rows = buttonRows(reply.actions, origin);
  return texts.map((text, at) => bodyOf(text, at === texts.length - 1 ? rows : []));
}

/** A form with one empty box. */
export function renderForm(form: Form, id: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: cut(form.title, FORM_TITLE),
    components: [
      { type: ComponentType.TextDisplay, content: escaped(form.notice) },
      {
        type: ComponentType.Label,
        label: cut(form.label, FORM_TITLE),
        component: {
          type: ComponentType.TextInput,
          custom_id: FORM_BOX,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: Math.min(form.maxLength, FORM_TEXT),
          required: true,
        },
      },
    ],
  };
}

/** Short texts are plain content, which notifications and search show; longer ones have twice the room as a text display. */
function bodyOf(text: string, rows: readonly Row[]): Body {
  const body = { content: text, components: [...rows], allowed_mentions: { parse: [] } };
  return text.length <= CONTENT ? { ...body, flags: MessageFlags.SuppressEmbeds } : asDisplay(body);
}

/** The same with its text as a text display. */
export function asDisplay({ content, components = [], allowed_mentions = { parse: [] } }: Body): Body {
  const text = { type: ComponentType.TextDisplay, content: content ?? "" } as const;
  return { components: [text, ...components], flags: MessageFlags.IsComponentsV2, allowed_mentions };
}

function partOf(block: Block, words: Wording, where: Where): Part {
  return { ...textOf(block, words, where), weight: weightOf(block) };
}

function textOf(block: Block, words: Wording, where: Where): Pick<Part, "text" | "tail"> {
  const inOneLine = (line: readonly Inline[]) => markdownLine(line, where).replace(/\s*\n\s*/g, " ");
  switch (block.kind) {
    case "heading":
      return { text: `### ${inOneLine([{ kind: "text", text: block.text }])}`, tail: "" };
    case "paragraph":
      return { text: markdownLine(block.text, where), tail: "" };
    case "fine":
      return { text: `-# ${inOneLine(block.text)}`, tail: "" };
    case "list":
      return {
        text: block.items
          .map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${inOneLine(item)}`)
          .join("\n"),
        tail: "",
      };
    case "finding":
      return {
        text: findingText(block, words),
        tail: block.labels.map((label) => `-# ${inOneLine(label)}`).join("\n"),
      };
  }
}

function findingText(block: Extract<Block, { kind: "finding" }>, words: Wording): string {
  const { ordinal, side, verbatim } = block;
  const head = [ordinal === undefined ? "" : `${ordinal}.`, side === undefined ? "" : `${side}:`];
  const name = head.filter(Boolean).join(" ");
  const own = escaped(findingWords({ ...block, ordinal: undefined, side: undefined }, words));
  const shown = name === "" ? own : `**${escaped(name)}** ${own}`;
  return verbatim ? shown.replace(/^/gm, "> ") : shown;
}

/** The parts of each message as one text. A backslash at a message's end goes to where the sign is that it escapes. */
function joined(messages: readonly (readonly Part[])[]): readonly string[] {
  let left = "";
  return messages.map((parts) => {
    const text = left + parts.reduce((before, part) => before + gap(before) + whole(part), "");
    const [, kept = text, backslash = ""] = /^([\s\S]*?[^\\](?:\\\\)*)(\\)$/.exec(text) ?? [];
    left = backslash;
    return kept;
  });
}

const whole = ({ text, tail }: Part) => [text, tail].filter(Boolean).join("\n");

/** An empty line, but not below a heading, which has space of its own. */
const gap = (before: string) => (before === "" ? "" : /(^|\n)### .*$/.test(before) ? "\n" : "\n\n");
