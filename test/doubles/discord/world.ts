import type { Clock } from "./clock.ts";
import { createIds } from "./clock.ts";
import type { Channel, Guild, Interaction, Message, Role, User } from "./model.ts";
import { EVERYONE_PERMISSIONS, INVITE_PERMISSIONS } from "./permissions.ts";

/** Everything the service knows: people, places, messages and open interactions. */
export interface World {
  readonly clock: Clock;
  /** A fresh id, larger than all before it. */
  readonly nextId: () => string;
  readonly applicationId: string;
  /** The bot under test. */
  readonly bot: User;
  readonly users: Map<string, User>;
  /** The servers the bot is in. */
  readonly guilds: Map<string, Guild>;
  /** Every channel there ever was, deleted ones included. */
  readonly channels: Map<string, Channel>;
  /** Every message there ever was, in order, deleted and ephemeral ones included. */
  readonly messages: Message[];
  readonly interactions: Interaction[];
}

/** The places and people every double starts with. */
export interface Start {
  readonly alice: User;
  readonly bob: User;
  /** Another bot, in the guild. */
  readonly otherBot: User;
  readonly guild: Guild;
  readonly general: Channel;
  readonly quiet: Channel;
  /** May be pinged by nobody without permission to mention everyone. */
  readonly organizers: Role;
}

/** A world with the bot in it and nobody else. */
export function createWorld(clock: Clock, applicationId: string, botName: string): World {
  const bot = user(applicationId, botName, true);
  return {
    clock,
    nextId: createIds(clock),
    applicationId,
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: [],
    interactions: [],
  };
}

/** Fills a world with a guild, two channels, two people, another bot and a role. */
export function populate(world: World): Start {
  const alice = addUser(world, "Alice", { id: "300000000000000001" });
  const bob = addUser(world, "Bob", { id: "300000000000000002" });
  const otherBot = addUser(world, "Weather", { id: "300000000000000003", bot: true });
  const guild = addGuild(world, "Union Hall", { id: "200000000000000001", members: [alice, bob, otherBot] });
  return {
    alice,
    bob,
    otherBot,
    guild,
    general: addChannel(world, guild, "general", "500000000000000001"),
    quiet: addChannel(world, guild, "quiet", "500000000000000002"),
    organizers: addRole(world, guild, "Organizers", { id: "400000000000000001" }),
  };
}

/** Adds a person or another bot, in no guild yet. */
export function addUser(world: World, name: string, { id = world.nextId(), bot = false } = {}): User {
  const added = user(id, name, bot);
  world.users.set(added.id, added);
  return added;
}

/** Adds a guild with the bot, its managed role and the given members. */
export function addGuild(
  world: World,
  name: string,
  { id = world.nextId(), members = [], locale = "en-US" }: Partial<NewGuild> = {},
): Guild {
  const guild: Guild = {
    id,
    name,
    locale,
    // an owner may do everything, so it is none of the people a test drives
    ownerId: "300000000000000000",
    roles: new Map(),
    members: new Map(),
    channels: new Map(),
  };
  guild.roles.set(id, role(id, "@everyone", { permissions: EVERYONE_PERMISSIONS }));
  const own = role(world.nextId(), world.bot.name, { permissions: INVITE_PERMISSIONS, managed: true });
  guild.roles.set(own.id, own);
  for (const each of [world.bot, ...members]) join(world, guild, each);
  guild.members.get(world.bot.id)?.roles.add(own.id);
  world.guilds.set(id, guild);
  return guild;
}

interface NewGuild {
  readonly id: string;
  readonly members: readonly User[];
  readonly locale: string;
}

/** Makes someone a member of a guild. */
export function join(world: World, guild: Guild, who: User): void {
  guild.members.set(who.id, { user: who, roles: new Set(), joinedAt: world.clock.now() });
}

/** Adds a role to a guild. */
export function addRole(
  world: World,
  guild: Guild,
  name: string,
  options: Partial<Pick<Role, "id" | "permissions" | "mentionable">> = {},
): Role {
  const added = role(options.id ?? world.nextId(), name, options);
  guild.roles.set(added.id, added);
  return added;
}

/** Adds a text channel to a guild. */
export function addChannel(world: World, guild: Guild, name: string, id: string = world.nextId()): Channel {
  const channel = place(id, "text", name, { guild });
  guild.channels.set(id, channel);
  world.channels.set(id, channel);
  return channel;
}

/** Adds a public thread below a channel; one that starts from a message has that message's id. */
export function addThread(world: World, parent: Channel, name: string, id: string = world.nextId()): Channel {
  const channel = place(id, "thread", name, { guild: parent.guild, parent });
  parent.guild?.channels.set(id, channel);
  world.channels.set(id, channel);
  return channel;
}

/** The direct conversation between the bot and someone; made when first asked for. */
export function directChannel(world: World, who: User): Channel {
  for (const channel of world.channels.values()) if (channel.recipient === who) return channel;
  const channel = place(world.nextId(), "direct", who.name, { recipient: who });
  world.channels.set(channel.id, channel);
  return channel;
}

function user(id: string, name: string, bot: boolean): User {
  return { id, name, bot, locale: "en-US", directMessagesClosed: false };
}

function role(id: string, name: string, options: Partial<Omit<Role, "id" | "name">>): Role {
  return { id, name, permissions: 0n, mentionable: false, managed: false, ...options };
}

function place(
  id: string,
  kind: Channel["kind"],
  name: string,
  { guild, parent, recipient }: Partial<Pick<Channel, "guild" | "parent" | "recipient">>,
): Channel {
  return {
    id,
    kind,
    name,
    guild,
    parent,
    recipient,
    overwrites: new Map(),
    archived: false,
    locked: false,
    deleted: false,
  };
}
