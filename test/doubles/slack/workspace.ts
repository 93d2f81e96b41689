import type { Channel, ChannelSpec, Identity, Json, Message, User, View } from "./model.ts";
import { objectsOf, textOf } from "./model.ts";

/** What a new message needs. */
interface Draft {
  readonly channel: string;
  readonly user: string;
  readonly payload: Json;
  readonly threadTs?: string | undefined;
  readonly viewer?: string | undefined;
  readonly shows?: string | undefined;
}

/** What can happen to a message. */
export type Happened = "posted" | "changed" | "removed";

/** The people, conversations, messages and views of the one workspace. */
export interface Workspace {
  readonly identity: Identity;
  readonly channels: ReadonlyMap<string, Channel>;
  /** In order of posting, deleted ones included. */
  readonly messages: readonly Message[];
  readonly views: readonly View[];
  addChannel(spec: ChannelSpec): Channel;
  user(id: string): User;
  /** The direct conversation between a person and the bot, made on first use. */
  directChannel(userId: string): Channel;
  post(draft: Draft): Message;
  change(message: Message, payload: Json): void;
  remove(message: Message): void;
  /** Calls the listener after every post, change and removal. */
  watch(listener: (happened: Happened, message: Message) => void): void;
  show(view: Json, type: string, user: string, id?: string): View;
  /** A new `1700000000.000001`. */
  nextTs(): string;
  nextId(prefix: string): string;
}

const everybody = ["U0ALICE0001", "U0BOB000002", "U0CAROL0003"];

/** Numbers every block that has no `block_id`, as the service does. */
function withBlockIds(blocks: unknown, nextId: (prefix: string) => string): readonly Json[] {
  return objectsOf(blocks).map((block) => ({ ...block, block_id: block.block_id ?? nextId("b") }));
}

/** An empty workspace with one app installed. `now` is in milliseconds. */
export function createWorkspace(identity: Identity, now: () => number): Workspace {
  const channels = new Map<string, Channel>();
  const users = new Map<string, User>();
  const messages: Message[] = [];
  const views: View[] = [];
  const listeners: ((happened: Happened, message: Message) => void)[] = [];
  const tell = (happened: Happened, message: Message) => {
    for (const listener of listeners) listener(happened, message);
  };
  let count = 0;
  const nextId = (prefix: string) => {
    count += 1;
    return `${prefix}${String(count).padStart(8, "0")}`;
  };
  const nextTs = () => {
    count += 1;
    return `${Math.floor(now() / 1000)}.${String(count).padStart(6, "0")}`;
  };
  const addChannel = (spec: ChannelSpec) => {
    const members = new Set(spec.members ?? everybody);
    if (spec.botIsMember !== false) members.add(identity.botUserId);
    const channel: Channel = {
      id: spec.id,
      name: spec.name ?? spec.id.toLowerCase(),
      kind: spec.kind ?? "public",
      members,
      archived: spec.archived ?? false,
      readOnly: spec.readOnly ?? false,
    };
    channels.set(channel.id, channel);
    return channel;
  };
  const user = (id: string) => {
    const known = users.get(id) ?? { id, name: `name-of-${id.toLowerCase()}` };
    users.set(id, known);
    return known;
  };
  return {
    identity,
    channels,
    messages,
    views,
    addChannel,
    user,
    directChannel(userId) {
      const id = `D${userId.slice(1)}`;
      return channels.get(id) ?? addChannel({ id, name: "directmessage", kind: "im", members: [userId] });
    },
    post(draft) {
      const message: Message = {
        ts: nextTs(),
        channel: draft.channel,
        user: draft.user,
        threadTs: draft.threadTs,
        viewer: draft.viewer,
        shows: draft.shows,
        text: textOf(draft.payload.text),
        blocks: withBlockIds(draft.payload.blocks, nextId),
        metadata: metadataOf(draft.payload),
        sent: draft.payload,
        edited: false,
        deleted: false,
      };
      messages.push(message);
      tell("posted", message);
      return message;
    },
    change(message, payload) {
      // text without blocks takes the old blocks away; blocks without text leave the old text
      if (payload.text !== undefined) message.text = textOf(payload.text);
      if (payload.text !== undefined || payload.blocks !== undefined) {
        message.blocks = withBlockIds(payload.blocks, nextId);
      }
      if (payload.metadata !== undefined) message.metadata = metadataOf(payload);
      message.sent = payload;
      message.edited = true;
      tell("changed", message);
    },
    remove(message) {
      message.deleted = true;
      tell("removed", message);
    },
    watch(listener) {
      listeners.push(listener);
    },
    show(sent, type, viewer, id = nextId("V")) {
      const callbackId = textOf(sent.callback_id);
      const blocks = withBlockIds(sent.blocks, nextId);
      const view = { id, type, user: viewer, callbackId, sent, blocks, hash: nextTs(), open: true };
      const earlier = views.findIndex((other) => other.id === id);
      if (earlier >= 0) views[earlier] = view;
      else views.push(view);
      return view;
    },
    nextTs,
    nextId,
  };
}

function metadataOf(payload: Json): Json | undefined {
  return objectsOf([payload.metadata])[0];
}
