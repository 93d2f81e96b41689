import type { Delivery, EnvelopeType } from "./deliveries.ts";
import { echoOwnMessages, messageSubscription } from "./echoes.ts";
import { type Channel, isJson, type Json, type Message, objectsOf, textOf, type View } from "./model.ts";
import { createPayloads } from "./payloads.ts";
import type { Responses } from "./responses.ts";
import type { Triggers } from "./triggers.ts";
import { viewJson } from "./view-methods.ts";
import type { Workspace } from "./workspace.ts";

/** Where and by whom something is done; a known person and channel unless said otherwise. */
interface Who {
  readonly user?: string;
  readonly channel?: string;
}

/** Something typed where the bot can see it. */
interface Typed {
  /** What was posted; its `ts` is the thread the answer belongs in. */
  readonly message: Message;
  /** One for every event that the app is subscribed to: a mention may make two. */
  readonly deliveries: readonly Delivery[];
}

/** What people do in the workspace. Everything is sent at once; nothing waits for the bot. */
export interface Drivers {
  slashCommand(given: Who & { readonly command: string; readonly text?: string }): Delivery;
  /** Posts `<@bot> text` and emits what the app is subscribed to. Not a member, no event: as at the service. */
  mention(given: Who & { readonly text: string; readonly threadTs?: string }): Typed;
  /** Posts text that does not mention the bot. */
  say(given: Who & { readonly text: string; readonly threadTs?: string }): Typed;
  directMessage(given: Omit<Who, "channel"> & { readonly text: string; readonly threadTs?: string }): Typed;
  messageShortcut(given: Who & { readonly callbackId: string; readonly message: Message }): Delivery;
  /** Presses the button with this action id or label. @throws {Error} when the person cannot see such a button. */
  press(target: Message | View, button: string, user?: string): Delivery;
  openHome(user?: string): Delivery;
  /** Submits a modal; `values` maps action ids of its inputs to what was typed. */
  submitView(view: View, values?: Readonly<Record<string, string>>): Delivery;
  /** Emits any event whatever the subscriptions say. */
  emit(event: Json): Delivery;
}

/** What the drivers need. */
export interface DriverParts {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly responses: Responses;
  /** Event names as in the app's settings: `app_mention`, `message.im`, `message.channels`, `app_home_opened`. */
  readonly subscriptions: ReadonlySet<string>;
  readonly now: () => number;
  readonly deliver: (type: EnvelopeType, payload: Json) => Delivery;
}

/** The person and the channel that act when a test names none. */
export const alice = "U0ALICE0001";
export const general = "C0GENERAL01";

/** Typed text as the service hands it to apps: three characters escaped, addresses turned into links. */
function escaped(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe.replace(/https?:\/\/[^\s&]+/g, "<$&>");
}

/** What a person typed, with the rich text that comes beside it. */
function typedPayload(text: string, mentioned?: string): Json {
  const start = mentioned === undefined ? [] : [{ type: "user", user_id: mentioned }];
  const elements = [...start, { type: "text", text: mentioned === undefined ? text : ` ${text}` }];
  const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
  return { text: mentioned === undefined ? escaped(text) : `<@${mentioned}> ${escaped(text)}`, blocks };
}

function elementsOf(blocks: readonly Json[]): readonly Json[] {
  return blocks.flatMap((block) =>
    [...objectsOf(block.elements), block.accessory, block.element]
      .filter(isJson)
      .map((element) => ({ ...element, block_id: block.block_id })),
  );
}

/** The people of one workspace. */
export function createDrivers(parts: DriverParts): Drivers {
  const { workspace, triggers, responses, subscriptions, deliver } = parts;
  const payloads = createPayloads(workspace, parts.now);
  const botUser = workspace.identity.botUserId;

  function channelOf(id: string): Channel {
    const channel = workspace.channels.get(id);
    if (channel === undefined) throw new Error(`the workspace has no channel ${id}`);
    return channel;
  }

  const interaction = (id: string) => ({ user: workspace.user(id), triggerId: triggers.issue(id) });
  const emit = (event: Json) => deliver("events_api", payloads.event(event));
  echoOwnMessages(workspace, subscriptions, emit);

  function type(
    channel: Channel,
    user: string,
    payload: Json,
    threadTs: string | undefined,
    mentions: boolean,
  ): Typed {
    const message = workspace.post({ channel: channel.id, user, payload, threadTs });
    if (!channel.members.has(botUser)) return { message, deliveries: [] };
    const deliveries: Delivery[] = [];
    if (mentions && subscriptions.has("app_mention")) {
      deliveries.push(emit(payloads.typed(message, "app_mention", channel)));
    }
    if (subscriptions.has(messageSubscription(channel)))
      deliveries.push(emit(payloads.typed(message, "message", channel)));
    return { message, deliveries };
  }

  function buttonOf(blocks: readonly Json[], button: string): Json {
    const found = elementsOf(blocks).find(
      ({ action_id, text }) => action_id === button || (isJson(text) && text.text === button),
    );
    if (found === undefined) throw new Error(`there is no button ${button}`);
    const { confirm: _, style: __, ...seen } = found;
    return { action_id: workspace.nextId("a"), ...seen, action_ts: workspace.nextTs() };
  }

  function pressInMessage(message: Message, button: string, user: string): Delivery {
    if (message.deleted) throw new Error("the message is gone");
    if (message.viewer !== undefined && message.viewer !== user)
      throw new Error(`${user} cannot see this message`);
    const channel = channelOf(message.channel);
    const responseUrl = responses.issue({ user, channel: channel.id, message });
    const action = buttonOf(message.blocks, button);
    return deliver(
      "interactive",
      payloads.messageAction({ ...interaction(user), action, message, channel, responseUrl }),
    );
  }

  return {
    slashCommand({ command, text = "", user = alice, channel = general }) {
      const responseUrl = responses.issue({ user, channel, message: undefined });
      const given = { ...interaction(user), command, text, channel: channelOf(channel), responseUrl };
      return deliver("slash_commands", payloads.command(given));
    },
    mention({ text, threadTs, user = alice, channel = general }) {
      return type(channelOf(channel), user, typedPayload(text, botUser), threadTs, true);
    },
    say({ text, threadTs, user = alice, channel = general }) {
      return type(channelOf(channel), user, typedPayload(text), threadTs, false);
    },
    directMessage({ text, threadTs, user = alice }) {
      return type(workspace.directChannel(user), user, typedPayload(text), threadTs, false);
    },
    messageShortcut({ callbackId, message, user = alice }) {
      if (message.viewer !== undefined) throw new Error("an ephemeral message has no shortcuts");
      const channel = channelOf(message.channel);
      const responseUrl = responses.issue({ user, channel: channel.id, message: undefined });
      const given = { ...interaction(user), callbackId, message, channel, responseUrl };
      return deliver("interactive", payloads.messageShortcut(given));
    },
    press(target, button, user) {
      if ("ts" in target) return pressInMessage(target, button, user ?? target.viewer ?? alice);
      const given = { ...interaction(target.user), action: buttonOf(target.blocks, button), view: target };
      return deliver("interactive", payloads.viewAction(given));
    },
    openHome(user = alice) {
      const home = workspace.views.find((view) => view.type === "home" && view.user === user);
      return emit({
        type: "app_home_opened",
        user,
        channel: workspace.directChannel(user).id,
        tab: "home",
        event_ts: workspace.nextTs(),
        ...(home === undefined ? {} : { view: viewJson(workspace, home) }),
      });
    },
    submitView(view, values = {}) {
      const given = { ...interaction(view.user), view, values: stateOf(view, values) };
      return deliver("interactive", payloads.viewSubmission(given));
    },
    emit,
  };
}

/** The state of a modal's inputs, by block id and action id. An input left empty is null, as at the service. */
function stateOf(view: View, values: Readonly<Record<string, string>>): Json {
  const inputs = view.blocks.filter((block) => block.type === "input" && isJson(block.element));
  const entries = inputs.map((block): [string, Json] => {
    const element = isJson(block.element) ? block.element : {};
    const actionId = textOf(element.action_id);
    return [textOf(block.block_id), { [actionId]: { type: element.type, value: values[actionId] ?? null } }];
  });
  return Object.fromEntries(entries);
}
