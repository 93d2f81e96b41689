import { PermissionFlagsBits } from "discord.js";
import type { Channel, Guild, User } from "./model.ts";

/** A permission as discord.js names it, such as "SendMessages". */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** The bits of some permissions. */
export function bits(...names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** View Channel, Send Messages, Send Messages in Threads, Embed Links, Read Message History: what the bot's invite asks for. */
export const INVITE_PERMISSIONS = 274_877_991_936n;

/** What an ordinary member may do where nothing says otherwise; no more than any server grants. */
export const EVERYONE_PERMISSIONS = bits(
  "ViewChannel",
  "SendMessages",
  "SendMessagesInThreads",
  "ReadMessageHistory",
  "UseApplicationCommands",
);

/** What a bot may do in a conversation with one person. */
const DIRECT_PERMISSIONS = bits(
  "ViewChannel",
  "SendMessages",
  "ReadMessageHistory",
  "EmbedLinks",
  "AttachFiles",
  "MentionEveryone",
  "UseExternalEmojis",
);

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What someone may do in a guild as a whole, before any channel's overwrites. */
export function guildPermissions(guild: Guild, user: User): bigint {
  const member = guild.members.get(user.id);
  if (member === undefined) return 0n;
  if (guild.ownerId === user.id) return ALL;
  let granted = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) granted |= guild.roles.get(id)?.permissions ?? 0n;
  return (granted & PermissionFlagsBits.Administrator) === 0n ? granted : ALL;
}

/** What someone may do in a channel: @everyone's overwrite first, then the roles', then the member's own. */
export function channelPermissions(channel: Channel, user: User): bigint {
  const guild = channel.guild;
  if (guild === undefined) return DIRECT_PERMISSIONS;
  let granted = guildPermissions(guild, user);
  if (granted === ALL || granted === 0n) return granted;
  const overwrites = (channel.parent ?? channel).overwrites;
  const everyone = overwrites.get(guild.id);
  if (everyone !== undefined) granted = (granted & ~everyone.deny) | everyone.allow;
  let allow = 0n;
  let deny = 0n;
  for (const id of guild.members.get(user.id)?.roles ?? []) {
    allow |= overwrites.get(id)?.allow ?? 0n;
    deny |= overwrites.get(id)?.deny ?? 0n;
  }
  granted = (granted & ~deny) | allow;
  const own = overwrites.get(user.id);
  if (own !== undefined) granted = (granted & ~own.deny) | own.allow;
  return granted;
}

/** True if someone may do all of that in a channel. Without sight of a channel nothing is allowed there. */
export function may(channel: Channel, user: User, ...names: readonly PermissionName[]): boolean {
  const granted = channelPermissions(channel, user);
  const needed = bits("ViewChannel", ...names);
  return (granted & needed) === needed;
}
