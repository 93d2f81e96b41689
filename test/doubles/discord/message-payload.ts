import type { APIEmbed, APIMessage, APIMessageInteractionMetadata } from "discord.js";
import type { Body } from "./form.ts";
import type { Interaction, Message } from "./model.ts";
import { userPayload } from "./payloads.ts";
import type { World } from "./world.ts";

/** Message types. */
const TYPE_DEFAULT = 0;
const TYPE_REPLY = 19;
const TYPE_COMMAND = 20;
const TYPE_CONTEXT_COMMAND = 23;

/** A message as the API shows it to the bot: without its content where the bot has no right to it, unless that is granted. */
export function messagePayload(world: World, message: Message, contentGranted = false): APIMessage {
  const { channel, interaction, reference } = message;
  const readable = contentGranted || mayRead(world, message);
  return {
    id: message.id,
    channel_id: channel.id,
    type: messageType(message),
    author: userPayload(message.author),
    content: readable ? message.content : "",
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: message.pings.everyone,
    mentions: message.pings.users.map(userPayload),
    mention_roles: message.pings.roles.map(({ id }) => id),
    attachments: readable ? attachmentsPayload(message) : [],
    embeds: readable ? message.embeds.map(embedPayload) : [],
    // checked when they were taken in
    components: (readable ? message.components : []) as unknown as NonNullable<APIMessage["components"]>,
    pinned: false,
    // the numbers the service uses, which the compiler knows as an enum
    flags: message.flags as NonNullable<APIMessage["flags"]>,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(reference === undefined ? {} : referencePayload(world, reference, channel.guild?.id)),
    ...(interaction === undefined ? {} : answerPayload(world, message, interaction)),
  };
}

/** What is readable without the message content intent: its own messages, direct ones, and those that mention it. */
function mayRead(world: World, message: Message): boolean {
  if (message.author === world.bot || message.channel.kind === "direct") return true;
  return message.pings.users.includes(world.bot);
}

function messageType(message: Message): APIMessage["type"] {
  const command = message.interaction?.type === 2 && message.interaction.original === message;
  if (command) return message.interaction?.target === undefined ? TYPE_COMMAND : TYPE_CONTEXT_COMMAND;
  return message.reference === undefined && message.interaction?.source === undefined
    ? TYPE_DEFAULT
    : TYPE_REPLY;
}

function attachmentsPayload(message: Message): APIMessage["attachments"] {
  return message.attachments.map(({ id, name, description, bytes }) => ({
    id,
    filename: name,
    size: bytes.length,
    url: `https://cdn.invalid/${id}/${encodeURIComponent(name)}`,
    proxy_url: `https://cdn.invalid/${id}/${encodeURIComponent(name)}`,
    ...(description === undefined ? {} : { description }),
  }));
}

function embedPayload(embed: Body): APIEmbed {
  return { type: "rich", ...embed } as APIEmbed; // checked when it was taken in
}

function referencePayload(
  world: World,
  reference: Message,
  guildId: string | undefined,
): Partial<APIMessage> {
  return {
    message_reference: {
      type: 0,
      channel_id: reference.channel.id,
      message_id: reference.id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: reference.deleted
      ? null
      : messagePayload(world, { ...reference, reference: undefined }),
  };
}

function answerPayload(world: World, message: Message, interaction: Interaction): Partial<APIMessage> {
  const metadata = metadataPayload(interaction);
  const original = interaction.original;
  const followUp = original !== undefined && original !== message;
  return {
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: followUp ? { ...metadata, original_response_message_id: original.id } : metadata,
    ...(interaction.type === 2
      ? {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            name: interaction.name,
            user: userPayload(interaction.user),
          },
        }
      : {}),
  };
}

/** Who began an interaction, as the public answer to it carries for everyone to see. */
function metadataPayload(interaction: Interaction): APIMessageInteractionMetadata {
  const guild = interaction.channel.guild;
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user: userPayload(interaction.user),
    authorizing_integration_owners: { 0: guild?.id ?? "0" },
    ...(interaction.target === undefined ? {} : { target_message_id: interaction.target.id }),
    ...(interaction.type === 3 ? { interacted_message_id: interaction.source?.id } : {}),
    ...(interaction.trigger === undefined
      ? {}
      : { triggering_interaction_metadata: metadataPayload(interaction.trigger) }),
  };
  // which of the three shapes it is depends on the type, which the compiler cannot follow here
  return metadata as unknown as APIMessageInteractionMetadata;
}
