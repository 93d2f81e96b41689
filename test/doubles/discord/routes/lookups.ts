import type { Guild, User } from "../model.ts";
import { channelPayload, guildPayload, memberPayload, rolePayload, userPayload } from "../payloads.ts";
import { guildPermissions } from "../permissions.ts";
import { refuse } from "../refusal.ts";
import type { Route, Routes, Service } from "../service.ts";
import { directChannel, type World } from "../world.ts";

/** What a bot may ask about itself, its guilds and the people in them. */
export const lookupRoutes: Routes = {
  "GET /gateway": ({ gatewayUrl }) => ({ status: 200, body: { url: gatewayUrl() } }),
  "GET /gateway/bot": ({ gatewayUrl, gateway, shards }) => ({
    status: 200,
    body: { url: gatewayUrl(), shards, session_start_limit: gateway.startLimit() },
  }),
  "GET /users/@me": ({ world }) => ({ status: 200, body: ownUser(world) }),
  "GET /users/@me/guilds": ({ world }) => ({
    status: 200,
    body: [...world.guilds.values()].map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      owner: false,
      permissions: guildPermissions(guild, world.bot).toString(),
      features: [],
    })),
  }),
  "DELETE /users/@me/guilds/:guild": ({ world, gateway }, { params }) => {
    gateway.guildLeft(findGuild(world, params.guild));
    return { status: 204 };
  },
  "POST /users/@me/channels": ({ world }, { form }) => {
    const id = form.text("recipient_id", { required: true });
    form.done();
    return { status: 200, body: channelPayload(world, directChannel(world, findUser(world, id))) };
  },
  "GET /users/:user": ({ world }, { params }) => ({
    status: 200,
    body: userPayload(findUser(world, params.user)),
  }),
  "GET /applications/@me": application,
  "GET /oauth2/applications/@me": application,
  "GET /guilds/:guild": ({ world }, { params }) => ({
    status: 200,
    body: guildPayload(findGuild(world, params.guild)),
  }),
  "GET /guilds/:guild/roles": ({ world }, { params }) => ({
    status: 200,
    body: [...findGuild(world, params.guild).roles.values()].map(rolePayload),
  }),
  "GET /guilds/:guild/channels": ({ world }, { params }) => ({
    status: 200,
    body: [...findGuild(world, params.guild).channels.values()]
      .filter(({ kind, deleted }) => kind === "text" && !deleted)
      .map((channel) => channelPayload(world, channel)),
  }),
  "GET /guilds/:guild/members/:user": ({ world }, { params }) => {
    const member = findGuild(world, params.guild).members.get(params.user ?? "");
    if (member === undefined) throw refuse.unknownMember();
    return { status: 200, body: memberPayload(member) };
  },
};

/** The bot's own user, which shows more than others do. */
export function ownUser(world: World): Record<string, unknown> {
  return { ...userPayload(world.bot), verified: true, mfa_enabled: true, flags: 0, email: null };
}

/** The bit that says "may read message content, in under 100 guilds". */
const LIMITED_CONTENT = 1 << 19;

/** The application as it sees itself. */
function application(service: Service): ReturnType<Route> {
  const { world, readsContent } = service;
  return {
    status: 200,
    body: {
      id: world.applicationId,
      name: world.bot.name,
      icon: null,
      description: "",
      bot_public: false,
      bot_require_code_grant: false,
      verify_key: "0".repeat(64),
      flags: readsContent ? LIMITED_CONTENT : 0,
      approximate_guild_count: world.guilds.size,
      owner: {
        id: "300000000000000000",
        username: "owner",
        discriminator: "0",
        global_name: null,
        avatar: null,
      },
      team: null,
      bot: ownUser(world),
      install_params: null,
      integration_types_config: { 0: {} },
    },
  };
}

function findGuild(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? "");
  // the service does not tell a guild the bot is not in from one that does not exist
  if (guild === undefined) throw refuse.unknownGuild();
  return guild;
}

function findUser(world: World, id: string | undefined): User {
  const user = world.users.get(id ?? "");
  if (user === undefined) throw refuse.unknownUser();
  return user;
}
