import type {
  APIChannel,
  APIGuild,
  APIGuildMember,
  APIRole,
  APIUser,
  GatewayGuildCreateDispatchData,
} from "discord.js";
import type { Channel, Guild, Member, Role, User } from "./model.ts";
import type { World } from "./world.ts";

/** No bit set: a value of every flags enum, which the compiler does not see. */
const NO_FLAGS = 0 as never;

/** A user as the API shows one. */
export function userPayload(user: User): APIUser {
  return {
    id: user.id,
    username: user.name.toLowerCase(),
    discriminator: user.bot ? "1234" : "0",
    global_name: user.bot ? null : user.name,
    avatar: null,
    ...(user.bot ? { bot: true } : {}),
  };
}

/** A role as the API shows one. */
export function rolePayload(role: Role, position: number): APIRole {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: NO_FLAGS,
  };
}

/** A member without the user, as it accompanies a message. */
export function partialMember(member: Member): Omit<APIGuildMember, "user"> {
  return {
    roles: [...member.roles],
    joined_at: new Date(member.joinedAt).toISOString(),
    nick: null,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A member as the API shows one. */
export function memberPayload(member: Member): APIGuildMember {
  return { ...partialMember(member), user: userPayload(member.user) };
}

/** A channel, thread or direct conversation as the API shows one. */
export function channelPayload(world: World, channel: Channel): APIChannel {
  // the three shapes share no common required fields beyond id and type, so the union is met by parts
  return { id: channel.id, ...shape(world, channel) } as unknown as APIChannel;
}

function shape(world: World, channel: Channel): Record<string, unknown> {
  const lastMessage = world.messages.findLast((message) => message.channel === channel && !message.onlyFor);
  const common = {
    name: channel.name,
    guild_id: channel.guild?.id,
    last_message_id: lastMessage?.id ?? null,
  };
  switch (channel.kind) {
    case "direct":
      return {
        type: 1,
        last_message_id: common.last_message_id,
        recipients: channel.recipient === undefined ? [] : [userPayload(channel.recipient)],
        flags: 0,
      };
    case "thread":
      return {
        ...common,
        type: 11,
        parent_id: channel.parent?.id,
        owner_id: world.bot.id,
        message_count: 0,
        member_count: 1,
        rate_limit_per_user: 0,
        flags: 0,
        total_message_sent: 0,
        thread_metadata: {
          archived: channel.archived,
          locked: channel.locked,
          auto_archive_duration: 1440,
          archive_timestamp: new Date(world.clock.now()).toISOString(),
        },
      };
    case "text":
      return {
        ...common,
        type: 0,
        position: 0,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        parent_id: null,
        flags: 0,
        permission_overwrites: [...channel.overwrites].map(([id, { allow, deny }]) => ({
          id,
          type: channel.guild?.roles.has(id) ? 0 : 1,
          allow: allow.toString(),
          deny: deny.toString(),
        })),
      };
  }
}

/** A guild as the REST API shows one. */
export function guildPayload(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()].map(rolePayload),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale as APIGuild["preferred_locale"], // tests choose only locales Discord has
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** A guild as the gateway announces it after READY: with its channels, its threads and the bot as member. */
export function guildCreatePayload(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const channels = [...guild.channels.values()].filter((channel) => !channel.deleted);
  const own = guild.members.get(world.bot.id);
  const payload = {
    ...guildPayload(guild),
    joined_at: new Date(own?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    // without the members intent the service lists the bot alone
    members: own === undefined ? [] : [memberPayload(own)],
    channels: channels.filter(({ kind }) => kind === "text").map((each) => channelPayload(world, each)),
    threads: channels
      .filter(({ kind, archived }) => kind === "thread" && !archived)
      .map((each) => channelPayload(world, each)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
  // the lists were filtered by kind just above, which the compiler cannot follow
  return payload as unknown as GatewayGuildCreateDispatchData;
}
