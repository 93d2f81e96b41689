import { MessageFlags } from "discord.js";
import { type Draft, refuseEmpty } from "./checks/message.ts";
import { NO_PINGS, pingsOf } from "./mentions.ts";
import type { Attachment, Channel, Interaction, Message, User } from "./model.ts";
import { may } from "./permissions.ts";
import { refuse } from "./refusal.ts";
import type { World } from "./world.ts";

/** Who sends what where. */
export interface Sending {
  readonly author: User;
  readonly channel: Channel;
  readonly draft: Draft;
  readonly files: readonly Attachment[];
  /** The interaction it answers; undefined if the author posts it of its own accord. */
  readonly interaction?: Interaction;
}

/** Puts a checked message into the world. */
export function addMessage(world: World, { author, channel, draft, files, interaction }: Sending): Message {
  const reference = world.messages.find(({ id, deleted }) => id === draft.reference && !deleted);
  const ephemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
  const components = keyed(draft.components ?? []);
  const content = draft.content ?? "";
  // an answer to an interaction refers to a message without notifying its author
  const repliedTo = interaction === undefined ? reference : undefined;
  const allowed = draft.allowedMentions;
  const message: Message = {
    id: world.nextId(),
    channel,
    author,
    createdAt: world.clock.now(),
    editedAt: undefined,
    deleted: false,
    content,
    embeds: draft.embeds ?? [],
    components,
    attachments: files,
    flags: draft.flags,
    pings: ephemeral
      ? NO_PINGS
      : pingsOf(world, { author, channel, content, components, allowed, reference: repliedTo }),
    nonce: draft.nonce,
    reference,
    interaction,
    onlyFor: ephemeral ? interaction?.user : undefined,
    earlier: [],
  };
  world.messages.push(message);
  return message;
}

/**
 * Applies a checked edit. Whom it notified stays as it was, except for a deferred answer's first content.
 * @throws {Refusal} (50006) if nothing would be left to see
 */
export function editMessage(
  world: World,
  message: Message,
  draft: Draft,
  files: readonly Attachment[],
): void {
  const content = draft.content ?? message.content;
  const embeds = draft.embeds ?? message.embeds;
  const components = draft.components === undefined ? message.components : keyed(draft.components);
  refuseEmpty({ content, embeds, components }, files.length + message.attachments.length);
  const loading = (message.flags & MessageFlags.Loading) !== 0;
  if (!loading) message.earlier.push(message.content);
  if (loading && message.onlyFor === undefined) {
    const { author, channel } = message;
    const allowed = draft.allowedMentions;
    message.pings = pingsOf(world, { author, channel, content, components, allowed, reference: undefined });
  }
  message.content = content;
  message.embeds = embeds;
  message.components = components;
  message.attachments = [...message.attachments, ...files];
  message.flags = (message.flags & ~MessageFlags.Loading) | (draft.flags & ~MessageFlags.Ephemeral);
  if (!loading) message.editedAt = world.clock.now();
}

/**
 * Finds a message that is still there and that the channel routes may touch: an ephemeral one is unknown to them.
 * @throws {Refusal} (10008) otherwise
 */
export function findMessage(world: World, channel: Channel, id: string): Message {
  const found = world.messages.find((message) => message.id === id && message.channel === channel);
  if (found === undefined || found.deleted || found.onlyFor !== undefined) throw refuse.unknownMessage();
  return found;
}

/**
 * Checks that the bot may post this there, and returns what the service would keep of it.
 * @throws {Refusal} if not
 */
export function permitPost(world: World, channel: Channel, draft: Draft, files: number): Draft {
  if (channel.recipient?.directMessagesClosed) throw refuse.closedDirectMessages();
  if (!may(channel, world.bot)) throw refuse.missingAccess();
  const send = channel.kind === "thread" ? "SendMessagesInThreads" : "SendMessages";
  if (!may(channel, world.bot, send)) throw refuse.missingPermissions();
  if (channel.archived && channel.locked) throw refuse.archivedThread();
  if (files > 0 && !may(channel, world.bot, "AttachFiles")) throw refuse.missingPermissions();
  if (draft.reference !== undefined && !may(channel, world.bot, "ReadMessageHistory"))
    throw refuse.noHistory();
  if ((draft.embeds ?? []).length === 0 || may(channel, world.bot, "EmbedLinks")) return draft;
  // seen on the service: embeds alone are refused, beside other content they vanish without a word
  const rest = { ...draft, embeds: [] };
  if (!rest.content && files === 0 && (rest.components ?? []).length === 0) throw refuse.missingPermissions();
  return rest;
}

/** Numbers components as the service does, which adds an `id` to each. */
function keyed(components: Draft["components"] & {}): Draft["components"] & {} {
  let next = 0;
  const number = (component: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    next += 1;
    const id = component.id ?? next;
    const children = component.components;
    if (!Array.isArray(children)) return { ...component, id };
    return { ...component, id, components: children.map(number) };
  };
  return components.map(number);
}
