/** Replies as Slack's messages and views. Escaping and packing happen here and in the parts, and nowhere else. */
import type { types } from "@slack/bolt";
import type { Action, Form, Reply } from "../../src/model.ts";
import { isForAll } from "../../src/reply/buttons.ts";
import { joinKeys } from "../../src/reply/keys.ts";
import { cut, pack } from "../../src/reply/pack.ts";
import { gapBefore } from "../../src/reply/plain.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import { clean, inert } from "./escape.ts";
import {
  MOST_BUTTON_LABEL,
  MOST_BUTTON_VALUE,
  MOST_BUTTONS,
  MOST_MESSAGES,
  MOST_PARTS,
  MOST_TEXT,
  MOST_TITLE,
  MOST_VIEW_TEXT,
} from "./limits.ts";
import { blocksOf, partOf, type Scene, type SlackPart } from "./parts.ts";

/** One message: `text` is all of it in plain words, for screen readers and notifications. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Where a reply is shown. */
export interface Shown {
  readonly channel: string;
  /** The message that led to this one by a press, so that pressing twice counts once; undefined for none. */
  readonly origin?: string | undefined;
  /** One message at most: of a longer reply the least important is left out. */
  readonly whole?: boolean;
}

/** Stands before the origin in a block's id. */
const ORIGIN = "origin:";

/** A reply as messages, in order; the buttons are on the last. */
export function renderSlack(
  reply: Reply,
  { channel, origin, whole = false }: Shown,
): readonly SlackMessage[] {
  const scene: Scene = { words: wordingFor(reply.language), channel };
  const most = whole ? 1 : MOST_MESSAGES;
  const limit = { characters: MOST_TEXT, messages: most, measure: measured };
  const packed = pack(
    reply.blocks.map((block) => partOf(block, scene)),
    limit,
  );
  const messages = packed.flatMap((parts) => inGroups(parts, MOST_PARTS)).slice(0, most);
  return messages.map((parts, at) => ({
    text: inert(plainOf(parts)),
    blocks: [
      ...parts.flatMap((part) => blocksOf(part, scene)),
      ...(at === messages.length - 1 ? buttons(reply.actions, origin) : []),
    ],
  }));
}

/** A reply as the blocks of a view, cut to what one view may hold. */
export function renderView(reply: Reply): types.KnownBlock[] {
  const scene: Scene = { words: wordingFor(reply.language), channel: "" };
  const limit = { characters: MOST_VIEW_TEXT, messages: 1 };
  const [parts = []] = pack(
    reply.blocks.map((block) => partOf(block, scene)),
    limit,
  );
  const blocks = parts.slice(0, 2 * MOST_PARTS).flatMap((part) => blocksOf(part, scene));
  return [...blocks, ...buttons(reply.actions)];
}

/** A form as a modal. What it needs when it comes back is in `metadata`. */
export function renderForm(form: Form, callbackId: string, metadata: string): types.ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: metadata,
    title: plainText(form.title, MOST_TITLE),
    submit: plainText(form.submit, MOST_TITLE),
    blocks: [
      { type: "section", text: plainText(form.notice, MOST_TEXT), expand: true },
      {
        type: "input",
        block_id: "typed",
        label: plainText(form.label, MOST_TEXT),
        element: {
          type: "plain_text_input",
          action_id: "typed",
          multiline: true,
          max_length: Math.min(form.maxLength, 3000),
        },
      },
    ],
  };
}

/** A modal that shows blocks and asks nothing. */
export function renderModal(title: string, blocks: types.KnownBlock[]): types.ModalView {
  return { type: "modal", title: plainText(title, MOST_TITLE), blocks };
}

/** The message a press goes back to: the one the button is on, or the one that led there. */
export function originOf(blockId: string | undefined, message: string): string {
  return blockId?.startsWith(ORIGIN) ? blockId.slice(ORIGIN.length) : message;
}

const measured = (text: string) => inert(text).length;

function plainOf(parts: readonly SlackPart[]): string {
  const blocks = parts.map(({ block }) => block);
  return parts
    .map(({ text, tail }, at) => gapBefore(blocks, at) + [text, tail].filter(Boolean).join("\n"))
    .join("");
}

function inGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

function buttons(actions: readonly Action[], origin?: string): readonly types.KnownBlock[] {
  const elements = actions.slice(0, MOST_BUTTONS).flatMap((action, at) => buttonOf(action, at));
  if (elements.length === 0) return [];
  return [{ type: "actions", ...(origin && { block_id: ORIGIN + origin }), elements }];
}

function buttonOf({ kind, label, keys }: Action, at: number): types.Button[] {
  const value = joinKeys(keys, MOST_BUTTON_VALUE);
  // a button that cannot say what it is for would only disappoint
  if (value === undefined) return [];
  const button: types.Button = {
    type: "button",
    action_id: `${kind}:${at}`,
    text: plainText(label, MOST_BUTTON_LABEL),
    ...(value !== "" && { value }),
    ...(isForAll(kind) && { style: "primary" }),
  };
  return [button];
}

const plainText = (text: string, most: number): types.PlainTextElement => ({
  type: "plain_text",
  text: cut(clean(text), most),
  emoji: false,
});
