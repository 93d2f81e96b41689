import { GatewayIntentBits as Intent } from "discord.js";
import { dispatch, type Session, serves } from "./gateway-session.ts";
import { messagePayload } from "./message-payload.ts";
import type { Channel, Guild, Message, Role } from "./model.ts";
import { channelPayload, partialMember, rolePayload } from "./payloads.ts";
import { may } from "./permissions.ts";
import type { World } from "./world.ts";

/** Tells the sessions what happened: each only what its intents ask for and the bot may see. */
export interface Events {
  messageCreated(message: Message): void;
  messageUpdated(message: Message): void;
  messageDeleted(message: Message): void;
  channelEvent(
    name: "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "CHANNEL_DELETE" | ThreadEvent,
    channel: Channel,
  ): void;
  roleCreated(guild: Guild, role: Role): void;
  rolesChanged(guild: Guild): void;
  /** The bot is no longer in a guild. */
  guildLeft(guild: Guild): void;
  interactionCreated(payload: unknown, channel: Channel): void;
}

type ThreadEvent = "THREAD_CREATE" | "THREAD_UPDATE" | "THREAD_DELETE";

/** Events of a world, to the sessions there are at that moment. */
export function createEvents(world: World, sessions: () => readonly Session[]): Events {
  const to = (guildId: string | undefined, intent: number) =>
    sessions().filter((session) => serves(session, guildId) && (session.intents & intent) === intent);
  const aboutMessage = (t: string, message: Message, d: (session: Session) => unknown) => {
    const { channel, onlyFor } = message;
    if (onlyFor !== undefined || !may(channel, world.bot)) return;
    const intent = channel.kind === "direct" ? Intent.DirectMessages : Intent.GuildMessages;
    for (const session of to(channel.guild?.id, intent)) dispatch(session, t, d(session));
  };
  const whole = (message: Message) => (session: Session) => messageEvent(world, message, session);
  return {
    messageCreated: (message) => aboutMessage("MESSAGE_CREATE", message, whole(message)),
    messageUpdated: (message) => aboutMessage("MESSAGE_UPDATE", message, whole(message)),
    messageDeleted(message) {
      const { id, channel } = message;
      aboutMessage("MESSAGE_DELETE", message, () => ({ id, channel_id: channel.id, ...inGuild(channel) }));
    },
    channelEvent(name, channel) {
      const payload = channelPayload(world, channel);
      const d = name === "THREAD_CREATE" ? { ...payload, newly_created: true } : payload;
      for (const session of to(channel.guild?.id, Intent.Guilds)) dispatch(session, name, d);
    },
    roleCreated(guild, role) {
      const d = { guild_id: guild.id, role: rolePayload(role, guild.roles.size - 1) };
      for (const session of to(guild.id, Intent.Guilds)) dispatch(session, "GUILD_ROLE_CREATE", d);
    },
    rolesChanged(guild) {
      for (const [position, role] of [...guild.roles.values()].entries()) {
        const d = { guild_id: guild.id, role: rolePayload(role, position) };
        for (const session of to(guild.id, Intent.Guilds)) dispatch(session, "GUILD_ROLE_UPDATE", d);
      }
    },
    guildLeft(guild) {
      world.guilds.delete(guild.id);
      for (const session of to(guild.id, Intent.Guilds)) dispatch(session, "GUILD_DELETE", { id: guild.id });
    },
    interactionCreated(payload, channel) {
      for (const session of to(channel.guild?.id, 0)) dispatch(session, "INTERACTION_CREATE", payload);
    },
  };
}

function messageEvent(world: World, message: Message, session: Session): unknown {
  const { channel, author } = message;
  const contentGranted = (session.intents & Intent.MessageContent) !== 0;
  const member = channel.guild?.members.get(author.id);
  return {
    ...messagePayload(world, message, contentGranted),
    channel_type: channelPayload(world, channel).type,
    ...inGuild(channel),
    ...(member === undefined ? {} : { member: partialMember(member) }),
  };
}

function inGuild({ guild }: Channel): { guild_id?: string } {
  return guild === undefined ? {} : { guild_id: guild.id };
}
