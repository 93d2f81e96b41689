import type { Body } from "./form.ts";
import { messagePayload } from "./message-payload.ts";
import type { Interaction } from "./model.ts";
import { channelPayload, memberPayload, userPayload } from "./payloads.ts";
import { channelPermissions } from "./permissions.ts";
import type { World } from "./world.ts";

/** Largest file an interaction may be answered with, in bytes. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** An interaction as the gateway announces it. */
export function interactionPayload(world: World, interaction: Interaction, data: Body): Body {
  const { user, channel, source } = interaction;
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel: channelPayload(world, channel),
    channel_id: channel.id,
    app_permissions: channelPermissions(channel, world.bot).toString(),
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: LARGEST_FILE,
    ...(source === undefined ? {} : { message: messagePayload(world, source) }),
    ...whoAndWhere(interaction),
  };
}

function whoAndWhere({ user, channel }: Interaction): Body {
  const guild = channel.guild;
  const member = guild?.members.get(user.id);
  if (guild === undefined || member === undefined) {
    return { user: userPayload(user), context: 1, authorizing_integration_owners: { 0: "0" } };
  }
  const permissions = channelPermissions(channel, user).toString();
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberPayload(member), permissions },
    context: 0,
    authorizing_integration_owners: { 0: guild.id },
  };
}
