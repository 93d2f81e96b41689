import { messageJson } from "./chat-methods.ts";
import { type Channel, type Json, RefusedCall, textOf } from "./model.ts";
import type { Methods } from "./web.ts";
import type { Workspace } from "./workspace.ts";

const family = { public: "channels", private: "groups", im: "im" } as const;

/** Methods that exist at the service and that this bot has no scope for, with the scope they need. */
const withheld: Readonly<Record<string, string>> = {
  "users.info": "users:read",
  "users.list": "users:read",
  "users.getPresence": "users:read",
  "users.profile.get": "users.profile:read",
  "users.lookupByEmail": "users:read.email",
  "users.conversations": "channels:read",
  "conversations.list": "channels:read",
  "conversations.join": "channels:join",
  "conversations.open": "im:write",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "files.info": "files:read",
  "reactions.add": "reactions:write",
  "bots.info": "users:read",
  "team.info": "team:read",
};

function channelOf(workspace: Workspace, args: Json): Channel {
  const channel = workspace.channels.get(textOf(args.channel));
  if (channel === undefined) throw new RefusedCall("channel_not_found");
  return channel;
}

function visible(workspace: Workspace, channel: Channel): readonly Json[] {
  if (!channel.members.has(workspace.identity.botUserId)) throw new RefusedCall("not_in_channel");
  return workspace.messages
    .filter((message) => message.channel === channel.id && !message.deleted && message.viewer === undefined)
    .map((message) => messageJson(workspace, message));
}

/** `auth.test`, `conversations.*`, and every method that a scope the bot does not ask for keeps closed. */
export function readMethods(workspace: Workspace): Methods {
  const { identity } = workspace;
  const closed = Object.entries(withheld).map(([name, scope]) => [
    name,
    {
      scope,
      run(): Json {
        throw new RefusedCall("unknown_method", { detail: `${name} is not modelled by this double` });
      },
    },
  ]);
  return {
    ...Object.fromEntries(closed),
    "auth.test": {
      run: () => ({
        url: `https://${identity.teamDomain}.slack.com/`,
        team: identity.teamDomain,
        user: "receipts",
        team_id: identity.teamId,
        user_id: identity.botUserId,
        bot_id: identity.botId,
        is_enterprise_install: false,
      }),
    },
    "conversations.info": {
      run(args, access) {
        const channel = channelOf(workspace, args);
        access.requireScope(`${family[channel.kind]}:read`);
        const { id, name, archived, kind } = channel;
        const member = channel.members.has(identity.botUserId);
        return {
          channel: { id, name, is_archived: archived, is_member: member, is_private: kind !== "public" },
        };
      },
    },
    "conversations.history": {
      run(args, access) {
        const channel = channelOf(workspace, args);
        access.requireScope(`${family[channel.kind]}:history`);
        const top = visible(workspace, channel).filter((message) => message.thread_ts === undefined);
        return { messages: top.toReversed(), has_more: false };
      },
    },
    "conversations.replies": {
      run(args, access) {
        const channel = channelOf(workspace, args);
        access.requireScope(`${family[channel.kind]}:history`);
        const ts = textOf(args.ts);
        const thread = visible(workspace, channel).filter((m) => m.ts === ts || m.thread_ts === ts);
        if (thread.length === 0) throw new RefusedCall("thread_not_found");
        return { messages: thread, has_more: false };
      },
    },
  };
}
