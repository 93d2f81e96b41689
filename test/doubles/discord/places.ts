import type { Channel, Guild, Role, User } from "./model.ts";
import { bits, type PermissionName } from "./permissions.ts";
import type { Service } from "./service.ts";
import { addChannel, addGuild, addRole, addThread, addUser, directChannel, join } from "./world.ts";

/** Changes to places and people, announced to the bot as the service would. */
export interface Places {
  addUser(name: string, options?: { readonly guild?: Guild; readonly bot?: boolean }): User;
  addChannel(guild: Guild, name: string): Channel;
  addThread(parent: Channel, name: string): Channel;
  addRole(guild: Guild, name: string, options?: Partial<Pick<Role, "permissions" | "mentionable">>): Role;
  /** Invites the bot to another guild. The gateway announces it at the next READY only. */
  addGuild(name: string, members: readonly User[]): Guild;
  /** The direct conversation between the bot and someone. */
  directChannel(user: User): Channel;
  /** Takes permissions from the bot in one channel. */
  deny(channel: Channel, ...names: readonly PermissionName[]): void;
  /** Gives the bot permissions in one channel. */
  allow(channel: Channel, ...names: readonly PermissionName[]): void;
  /** Gives the bot permissions in a whole guild. */
  grant(guild: Guild, ...names: readonly PermissionName[]): void;
  archive(thread: Channel, options?: { readonly locked?: boolean }): void;
  deleteChannel(channel: Channel): void;
  /** Removes the bot from a guild. */
  removeBot(guild: Guild): void;
  /** From now on the person takes no messages from the bot. */
  closeDirectMessages(user: User): void;
}

/** Changes to the places of a service. */
export function createPlaces({ world, gateway }: Service): Places {
  const overwrite = (channel: Channel, allow: bigint, deny: bigint) => {
    const place = channel.parent ?? channel;
    const before = place.overwrites.get(world.bot.id) ?? { allow: 0n, deny: 0n };
    place.overwrites.set(world.bot.id, {
      allow: (before.allow | allow) & ~deny,
      deny: (before.deny | deny) & ~allow,
    });
    gateway.channelEvent("CHANNEL_UPDATE", place);
  };
  return {
    addUser(name, { guild, bot = false } = {}) {
      const user = addUser(world, name, { bot });
      if (guild !== undefined) join(world, guild, user);
      return user;
    },
    addChannel(guild, name) {
      const channel = addChannel(world, guild, name);
      gateway.channelEvent("CHANNEL_CREATE", channel);
      return channel;
    },
    addThread(parent, name) {
      const thread = addThread(world, parent, name);
      gateway.channelEvent("THREAD_CREATE", thread);
      return thread;
    },
    addRole(guild, name, options = {}) {
      const role = addRole(world, guild, name, options);
      gateway.roleCreated(guild, role);
      return role;
    },
    addGuild: (name, members) => addGuild(world, name, { members }),
    directChannel: (user) => directChannel(world, user),
    deny: (channel, ...names) => overwrite(channel, 0n, bits(...names)),
    allow: (channel, ...names) => overwrite(channel, bits(...names), 0n),
    grant(guild, ...names) {
      const managed = [...guild.roles.values()].find((role) => role.managed);
      if (managed !== undefined) managed.permissions |= bits(...names);
      gateway.rolesChanged(guild);
    },
    archive(thread, { locked = false } = {}) {
      thread.archived = true;
      thread.locked = locked;
      gateway.channelEvent("THREAD_UPDATE", thread);
    },
    deleteChannel(channel) {
      channel.deleted = true;
      gateway.channelEvent(channel.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
    },
    removeBot: (guild) => gateway.guildLeft(guild),
    closeDirectMessages(user) {
      user.directMessagesClosed = true;
    },
  };
}
