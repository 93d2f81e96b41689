import { messageJson } from "./chat-methods.ts";
import type { Channel, Json, Message } from "./model.ts";
import type { Happened, Workspace } from "./workspace.ts";

/** The subscription that covers messages of a conversation. */
export function messageSubscription(channel: Channel): string {
  return { public: "message.channels", private: "message.groups", im: "message.im" }[channel.kind];
}

/** `channel_type`, as events carry it. */
export function channelType(channel: Channel): string {
  return { public: "channel", private: "group", im: "im" }[channel.kind];
}

/**
 * The service tells an app about the app's own messages too: a post as `message` with its bot id, an edit and a removal
 * as `message_changed` and `message_deleted`, which carry no bot id at the top. A bot that answers those talks to itself.
 */
export function echoOwnMessages(
  workspace: Workspace,
  subscriptions: ReadonlySet<string>,
  emit: (event: Json) => void,
): void {
  workspace.watch((happened, message) => {
    const channel = workspace.channels.get(message.channel);
    const own = message.user === workspace.identity.botUserId && message.viewer === undefined;
    if (own && channel !== undefined && subscriptions.has(messageSubscription(channel))) {
      emit(echoOf(workspace, happened, message, channel));
    }
  });
}

function echoOf(workspace: Workspace, happened: Happened, message: Message, channel: Channel): Json {
  const place = {
    type: "message",
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  };
  const json = messageJson(workspace, message);
  if (happened === "posted") return { ...json, ...place };
  const hidden = { ...place, hidden: true, ts: workspace.nextTs(), previous_message: json };
  if (happened === "removed") return { ...hidden, subtype: "message_deleted", deleted_ts: message.ts };
  return { ...hidden, subtype: "message_changed", message: json };
}
