import { isJson, isTrue, type Json, type Message, objectsOf, textOf } from "./model.ts";
import { type LiveLink, type Parsing, renderMrkdwn } from "./mrkdwn.ts";

/** A button as a reader sees it. */
interface SeenButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  readonly url: string | undefined;
}

/** A message or a view as a reader sees it; characters of no width are left out. */
export interface ReaderView {
  /** What is on the screen, one block's text per line, buttons left out. */
  readonly text: string;
  /** What a screen reader or a notification has: the top-level `text`. */
  readonly notification: string;
  /** Everything in text or blocks that would notify people or point at them, as written. */
  readonly liveMentions: readonly string[];
  /** Everything in text or blocks that can be followed, link buttons included. */
  readonly liveLinks: readonly LiveLink[];
  /** `:names:` that turn into pictures, as written: `:100:`. */
  readonly liveEmoji: readonly string[];
  readonly buttons: readonly SeenButton[];
}

interface Gathering {
  readonly lines: string[];
  readonly mentions: string[];
  readonly links: LiveLink[];
  readonly emoji: string[];
  readonly buttons: SeenButton[];
  readonly channelNames: readonly string[];
}

const emojiName = /:(?:100|[+-]1|[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*):/g;

/** Characters that take no place on the screen, such as those that keep a mark from being a mark. */
const invisible = /[\u200b\u2060\ufeff]/g;

function seeMrkdwn(source: string, parsing: Parsing, into: Gathering): string {
  const rendered = renderMrkdwn(source, parsing);
  into.mentions.push(...rendered.mentions);
  into.links.push(...rendered.links);
  into.emoji.push(...(rendered.prose.match(emojiName) ?? []));
  return rendered.text.replace(invisible, "");
}

function seeText(object: unknown, into: Gathering): string {
  if (!isJson(object)) return "";
  if (object.type !== "mrkdwn") {
    const text = textOf(object.text);
    if (object.emoji !== false) into.emoji.push(...(text.match(emojiName) ?? []));
    return text.replace(invisible, "");
  }
  // without `verbatim`, a text object in a block brings bare names and addresses to life
  const automatic = object.verbatim !== true;
  const parsing = { names: automatic, addresses: automatic, channelNames: into.channelNames };
  return seeMrkdwn(textOf(object.text), parsing, into);
}

/** Standard Markdown comes alive in its own way; a mention written as Slack writes it is alive there too. */
function seeMarkdown(source: string, into: Gathering): string {
  const links: LiveLink[] = [];
  const plain = source.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, label: string, url: string) => {
    links.push({ url, label });
    return label;
  });
  into.links.push(...links);
  return seeMrkdwn(plain, { names: true, addresses: true, channelNames: into.channelNames }, into);
}

function seeRich(element: Json, into: Gathering): string {
  const below = objectsOf(element.elements);
  if (below.length > 0) {
    const parts = below.map((child) => seeRich(child, into));
    return parts.join(element.type === "rich_text_list" || element.type === "rich_text" ? "\n" : "");
  }
  const url = textOf(element.url);
  if (element.type === "link") into.links.push({ url, label: textOf(element.text) || url });
  if (element.type === "user") into.mentions.push(`<@${textOf(element.user_id)}>`);
  if (element.type === "usergroup") into.mentions.push(`<!subteam^${textOf(element.usergroup_id)}>`);
  if (element.type === "channel") into.mentions.push(`<#${textOf(element.channel_id)}>`);
  if (element.type === "emoji") into.emoji.push(`:${textOf(element.name)}:`);
  if (element.type === "broadcast") into.mentions.push(`<!${textOf(element.range)}>`);
  return textOf(element.text) || url;
}

function seeElement(element: Json, into: Gathering): string {
  if (element.type === "image") return textOf(element.alt_text);
  if (element.type === "mrkdwn" || element.type === "plain_text") return seeText(element, into);
  if (element.type !== "button") return seeText(element.placeholder, into);
  const label = seeText(element.text, into);
  const url = textOf(element.url) || undefined;
  if (url !== undefined) into.links.push({ url, label });
  into.buttons.push({ label, actionId: textOf(element.action_id), value: textOf(element.value), url });
  return "";
}

function seeBlock(block: Json, into: Gathering): string {
  if (block.type === "rich_text") return seeRich(block, into);
  if (block.type === "markdown") return seeMarkdown(textOf(block.text), into);
  if (block.type === "table") return seeTable(block, into);
  const texts = [block.title, block.label, block.text, block.hint].map((text) => seeText(text, into));
  const fields = objectsOf(block.fields).map((field) => seeText(field, into));
  const single = [block.accessory, block.element].filter(isJson);
  const elements = [...objectsOf(block.elements), ...single].map((element) => seeElement(element, into));
  const alt = block.type === "image" ? textOf(block.alt_text) : "";
  return [...texts, ...fields, ...elements, alt].filter((text) => text !== "").join("\n");
}

function seeTable(block: Json, into: Gathering): string {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  return rows
    .map((row) =>
      objectsOf(row)
        .map((cell) => seeRich(cell, into))
        .join("\t"),
    )
    .join("\n");
}

/** What a reader sees of a payload as posted: `text`, `blocks`, `parse` and `link_names` together. */
export function readPayload(payload: Json, channelNames: readonly string[]): ReaderView {
  const into: Gathering = { lines: [], mentions: [], links: [], emoji: [], buttons: [], channelNames };
  for (const block of objectsOf(payload.blocks)) into.lines.push(seeBlock(block, into));
  const source = textOf(payload.text);
  const parsing = {
    names: payload.parse === "full" || isTrue(payload.link_names),
    addresses: payload.parse !== "none",
    channelNames,
  };
  const marked = payload.mrkdwn !== false && payload.mrkdwn !== "false";
  const notification = marked ? seeMrkdwn(source, parsing, into) : source;
  const shown =
    objectsOf(payload.blocks).length > 0 ? into.lines.filter((line) => line !== "") : [notification];
  return {
    text: shown.join("\n"),
    notification,
    liveMentions: into.mentions,
    liveLinks: into.links,
    liveEmoji: into.emoji,
    buttons: into.buttons,
  };
}

/** What a reader sees of a message of the workspace. */
export function readMessage(message: Message, channelNames: readonly string[]): ReaderView {
  return readPayload({ ...message.sent, text: message.text, blocks: message.blocks }, channelNames);
}
