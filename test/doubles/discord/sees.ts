import { MessageFlags } from "discord.js";
import { type Body, isBody } from "./form.ts";
import { type ShownLink, type ShownMention, showMarkdown } from "./markdown.ts";
import { displayedTexts } from "./mentions.ts";
import type { Message } from "./model.ts";
import type { World } from "./world.ts";

/** A message as a person in front of it sees it. */
export interface Seen {
  /** The message's own text, text displays included. */
  readonly text: string;
  readonly embeds: readonly SeenEmbed[];
  readonly buttons: readonly SeenButton[];
  readonly files: readonly string[];
  /** Everything legible in order: text, embeds, buttons' labels. */
  readonly whole: string;
  /** Contents of code spans and blocks, untouched. */
  readonly code: readonly string[];
  readonly links: readonly ShownLink[];
  /** Names shown as mentions. Only those in `notified` made a sound. */
  readonly mentions: readonly ShownMention[];
  /** Who was notified: "everyone", or names of people and roles. */
  readonly notified: readonly string[];
  /** The only person who sees it; undefined if everyone in the channel does. */
  readonly onlyFor: string | undefined;
  /** True while it says that the bot is thinking. */
  readonly thinking: boolean;
  /** Whose command or press it answers, as is written above it; undefined for a message of the bot's own. */
  readonly invokedBy: string | undefined;
}

/** An embed as it is shown. */
interface SeenEmbed {
  readonly author: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly description: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly footer: string;
}

/** A button as it is shown. */
interface SeenButton {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
}

/** Shows a message: Markdown rendered, names in place of ids. */
export function see(world: World, message: Message): Seen {
  const code: string[] = [];
  const links: ShownLink[] = [];
  const mentions: ShownMention[] = [];
  const render = (markdown: unknown): string => {
    if (typeof markdown !== "string") return "";
    const shown = showMarkdown(markdown, (kind, id) => nameOf(world, message, kind, id));
    code.push(...shown.code);
    links.push(...shown.links);
    mentions.push(...shown.mentions);
    return shown.text;
  };
  const suppressed = (message.flags & MessageFlags.SuppressEmbeds) !== 0;
  const text = [message.content, ...displayedTexts(message.components)]
    .filter(Boolean)
    .map(render)
    .join("\n");
  const embeds = suppressed ? [] : message.embeds.map((embed) => seeEmbed(embed, render));
  const buttons = buttonsOf(message.components).map(seeButton);
  const files = message.attachments.map(({ name }) => name);
  const parts = [text, ...embeds.flatMap(lines), ...buttons.map(({ label }) => label), ...files];
  return {
    text,
    embeds,
    buttons,
    files,
    whole: parts.filter(Boolean).join("\n"),
    code,
    links: suppressed ? links.map((link) => ({ ...link, preview: false })) : links,
    mentions,
    notified: notified(message),
    onlyFor: message.onlyFor?.name,
    thinking: (message.flags & MessageFlags.Loading) !== 0,
    invokedBy: message.interaction?.user.name,
  };
}

/** The buttons among components, nested ones included, in order. */
export function buttonsOf(components: readonly Body[]): readonly Body[] {
  return components.flatMap((component) => [
    ...(component.type === 2 ? [component] : []),
    ...buttonsOf(Array.isArray(component.components) ? component.components.filter(isBody) : []),
    ...(isBody(component.accessory) ? buttonsOf([component.accessory]) : []),
  ]);
}

function seeEmbed(embed: Body, render: (markdown: unknown) => string): SeenEmbed {
  const fields = Array.isArray(embed.fields) ? embed.fields.filter(isBody) : [];
  return {
    // author and footer show signs as they are
    author: isBody(embed.author) ? String(embed.author.name) : "",
    title: render(embed.title),
    url: typeof embed.url === "string" ? embed.url : undefined,
    description: render(embed.description),
    fields: fields.map(({ name, value }) => ({ name: render(name), value: render(value) })),
    footer: isBody(embed.footer) ? String(embed.footer.text) : "",
  };
}

function lines({ author, title, description, fields, footer }: SeenEmbed): string[] {
  return [author, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer];
}

function seeButton({ label, custom_id, url, disabled }: Body): SeenButton {
  return {
    label: typeof label === "string" ? label : "",
    customId: typeof custom_id === "string" ? custom_id : undefined,
    url: typeof url === "string" ? url : undefined,
    disabled: disabled === true,
  };
}

function notified({ pings }: Message): string[] {
  return [
    ...(pings.everyone ? ["everyone"] : []),
    ...pings.users.map(({ name }) => name),
    ...pings.roles.map(({ name }) => name),
  ];
}

function nameOf(world: World, message: Message, kind: "user" | "role" | "channel", id: string) {
  if (kind === "user") return world.users.get(id)?.name;
  if (kind === "role") return message.channel.guild?.roles.get(id)?.name;
  return world.channels.get(id)?.name;
}
