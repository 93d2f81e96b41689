import { messageJson } from "./chat-methods.ts";
import { channelType } from "./echoes.ts";
import type { Channel, Json, Message, User, View } from "./model.ts";
import { viewJson } from "./view-methods.ts";
import type { Workspace } from "./workspace.ts";

/** The payloads of the service, as its documentation shows them. */
export interface Payloads {
  command(given: CommandGiven): Json;
  event(event: Json): Json;
  /** Text typed by a person, as `app_mention` and `message` events carry it. */
  typed(message: Message, type: string, channel: Channel): Json;
  messageShortcut(given: ShortcutGiven): Json;
  messageAction(given: MessageActionGiven): Json;
  viewAction(given: ViewActionGiven): Json;
  viewSubmission(given: ViewGiven): Json;
}

interface Interaction {
  readonly user: User;
  readonly triggerId: string;
}

interface CommandGiven extends Interaction {
  readonly command: string;
  readonly text: string;
  readonly channel: Channel;
  readonly responseUrl: string;
}

interface ShortcutGiven extends Interaction {
  readonly callbackId: string;
  readonly message: Message;
  readonly channel: Channel;
  readonly responseUrl: string;
}

interface MessageActionGiven extends Interaction {
  readonly action: Json;
  readonly message: Message;
  readonly channel: Channel;
  readonly responseUrl: string;
}

interface ViewActionGiven extends Interaction {
  readonly action: Json;
  readonly view: View;
}

interface ViewGiven extends Interaction {
  readonly view: View;
  readonly values: Json;
}

/** Commands never name a private conversation. */
function shownName(channel: Channel): string {
  return channel.kind === "private" ? "privategroup" : channel.name;
}

/** `now` is in milliseconds. */
export function createPayloads(workspace: Workspace, now: () => number): Payloads {
  const { identity, nextId } = workspace;
  const team = { id: identity.teamId, domain: identity.teamDomain };
  const verification = "verification-token-nobody-uses";
  const person = (user: User) => ({
    id: user.id,
    username: user.name,
    name: user.name,
    team_id: identity.teamId,
  });
  const interaction = (type: string, given: Interaction) => ({
    type,
    user: person(given.user),
    api_app_id: identity.appId,
    token: verification,
    trigger_id: given.triggerId,
    team,
    enterprise: null,
    is_enterprise_install: false,
  });
  const place = (channel: Channel) => ({ id: channel.id, name: shownName(channel) });

  return {
    command: (given) => ({
      token: verification,
      team_id: identity.teamId,
      team_domain: identity.teamDomain,
      channel_id: given.channel.id,
      channel_name: shownName(given.channel),
      user_id: given.user.id,
      user_name: given.user.name,
      command: given.command,
      text: given.text,
      api_app_id: identity.appId,
      is_enterprise_install: "false",
      response_url: given.responseUrl,
      trigger_id: given.triggerId,
    }),
    event: (event) => ({
      token: verification,
      team_id: identity.teamId,
      context_team_id: identity.teamId,
      context_enterprise_id: null,
      api_app_id: identity.appId,
      event,
      type: "event_callback",
      event_id: nextId("Ev"),
      event_time: Math.floor(now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: identity.teamId,
          user_id: identity.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: nextId("4-"),
    }),
    typed: (message, type, channel) => ({
      ...messageJson(workspace, message),
      type,
      client_msg_id: nextId("client-"),
      channel: channel.id,
      event_ts: message.ts,
      ...(type === "message" ? { channel_type: channelType(channel) } : {}),
    }),
    messageShortcut: (given) => ({
      ...interaction("message_action", given),
      callback_id: given.callbackId,
      action_ts: workspace.nextTs(),
      message_ts: given.message.ts,
      message: messageJson(workspace, given.message),
      channel: place(given.channel),
      response_url: given.responseUrl,
    }),
    messageAction: (given) => {
      const hidden = given.message.viewer !== undefined;
      const { threadTs } = given.message;
      return {
        ...interaction("block_actions", given),
        container: {
          type: "message",
          message_ts: given.message.ts,
          channel_id: given.channel.id,
          is_ephemeral: hidden,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        },
        channel: place(given.channel),
        // an ephemeral message is not handed out again: the app has only the button's value
        ...(hidden ? {} : { message: messageJson(workspace, given.message) }),
        state: { values: {} },
        response_url: given.responseUrl,
        actions: [given.action],
      };
    },
    viewAction: (given) => ({
      ...interaction("block_actions", given),
      container: { type: "view", view_id: given.view.id },
      view: viewJson(workspace, given.view),
      actions: [given.action],
    }),
    viewSubmission: (given) => ({
      ...interaction("view_submission", given),
      view: viewJson(workspace, given.view, given.values),
      response_urls: [],
    }),
  };
}
