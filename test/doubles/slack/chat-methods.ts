import { messageRefusal } from "./limits.ts";
import { type Channel, isTrue, type Json, type Message, RefusedCall, textOf } from "./model.ts";
import type { Methods } from "./web.ts";
import type { Workspace } from "./workspace.ts";

const tsShape = /^\d+\.\d{6}$/;

function requireMessage(payload: Json): void {
  const refused = messageRefusal(payload);
  if (refused !== undefined) throw new RefusedCall(refused.error, refused.extra);
}

/** The channel a post is for; a person's id means the conversation with that person. */
function target(workspace: Workspace, id: string): Channel {
  const channel = /^[UW]/.test(id) ? workspace.directChannel(id) : workspace.channels.get(id);
  if (channel === undefined) throw new RefusedCall("channel_not_found");
  return channel;
}

function requireWritable(workspace: Workspace, channel: Channel, anywhere: boolean): void {
  const member = channel.members.has(workspace.identity.botUserId);
  if (!member && channel.kind !== "public") throw new RefusedCall("channel_not_found");
  if (!member && !anywhere) throw new RefusedCall("not_in_channel");
  if (channel.archived) throw new RefusedCall("is_archived");
  if (channel.readOnly) throw new RefusedCall("restricted_action_read_only_channel");
}

/** The message everybody can see at this place, or undefined. */
function findMessage(workspace: Workspace, channel: string, ts: string): Message | undefined {
  return workspace.messages.find(
    (message) =>
      message.channel === channel && message.ts === ts && !message.deleted && message.viewer === undefined,
  );
}

function threadOf(workspace: Workspace, channel: string, args: Json): string | undefined {
  const ts = textOf(args.thread_ts);
  if (ts === "") return undefined;
  if (!tsShape.test(ts)) throw new RefusedCall("invalid_thread_ts");
  const parent = findMessage(workspace, channel, ts);
  if (parent === undefined) throw new RefusedCall("thread_not_found");
  return parent.threadTs ?? parent.ts;
}

/** A message as the Web API hands it out. */
export function messageJson(workspace: Workspace, message: Message): Json {
  const own = message.user === workspace.identity.botUserId;
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    team: workspace.identity.teamId,
    text: message.text,
    ...(own ? { bot_id: workspace.identity.botId, app_id: workspace.identity.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

function own(workspace: Workspace, args: Json, otherwise: string): Message {
  const channel = target(workspace, textOf(args.channel));
  const message = findMessage(workspace, channel.id, textOf(args.ts));
  if (message === undefined) throw new RefusedCall("message_not_found");
  if (message.user !== workspace.identity.botUserId) throw new RefusedCall(otherwise);
  return message;
}

/** `chat.*`: posting, changing and taking back. */
export function chatMethods(workspace: Workspace): Methods {
  const user = workspace.identity.botUserId;
  return {
    "chat.postMessage": {
      scope: "chat:write",
      run(args, access) {
        const channel = target(workspace, textOf(args.channel));
        requireWritable(workspace, channel, access.scopes.has("chat:write.public"));
        if (args.as_user !== undefined && isTrue(args.as_user))
          throw new RefusedCall("as_user_not_supported");
        if (args.username !== undefined || args.icon_url !== undefined || args.icon_emoji !== undefined) {
          access.requireScope("chat:write.customize");
        }
        requireMessage(args);
        const threadTs = threadOf(workspace, channel.id, args);
        const message = workspace.post({ channel: channel.id, user, payload: args, threadTs });
        return { channel: channel.id, ts: message.ts, message: messageJson(workspace, message) };
      },
    },
    "chat.postEphemeral": {
      scope: "chat:write",
      run(args) {
        const channel = target(workspace, textOf(args.channel));
        requireWritable(workspace, channel, false);
        const viewer = textOf(args.user);
        if (!channel.members.has(viewer)) throw new RefusedCall("user_not_in_channel");
        requireMessage(args);
        const threadTs = threadOf(workspace, channel.id, args);
        const message = workspace.post({ channel: channel.id, user, payload: args, threadTs, viewer });
        return { message_ts: message.ts };
      },
    },
    "chat.update": {
      scope: "chat:write",
      run(args) {
        const message = own(workspace, args, "cant_update_message");
        requireMessage({ text: message.text, ...args });
        workspace.change(message, args);
        return { channel: message.channel, ts: message.ts, text: message.text };
      },
    },
    "chat.delete": {
      scope: "chat:write",
      run(args) {
        const message = own(workspace, args, "cant_delete_message");
        workspace.remove(message);
        return { channel: message.channel, ts: message.ts };
      },
    },
  };
}
