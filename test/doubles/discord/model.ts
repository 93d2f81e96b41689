import type { Body } from "./form.ts";

/** A person, or a bot. */
export interface User {
  readonly id: string;
  /** Shown after the @. */
  readonly name: string;
  readonly bot: boolean;
  /** The language of their client, such as "sv-SE". */
  locale: string;
  /** True if they take no direct messages from bots (50007). */
  directMessagesClosed: boolean;
}

/** A role of a guild. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  /** True if anyone may ping it. */
  mentionable: boolean;
  /** True for the role that came with the bot. */
  readonly managed: boolean;
}

/** What a channel grants or takes from a role or a member. */
interface Overwrite {
  allow: bigint;
  deny: bigint;
}

/** A text channel, a thread of one, or a direct conversation with the bot. */
export interface Channel {
  readonly id: string;
  readonly kind: "text" | "thread" | "direct";
  readonly name: string;
  /** Undefined for a direct conversation. */
  readonly guild: Guild | undefined;
  /** A thread's channel. */
  readonly parent: Channel | undefined;
  /** The other side of a direct conversation. */
  readonly recipient: User | undefined;
  /** By the id of a role or a member. */
  readonly overwrites: Map<string, Overwrite>;
  archived: boolean;
  /** True if only moderators may reopen it once archived. */
  locked: boolean;
  deleted: boolean;
}

/** A person in a guild. */
export interface Member {
  readonly user: User;
  readonly roles: Set<string>;
  readonly joinedAt: number;
}

/** A server. The role whose id is the guild's own is @everyone. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
}

/** Whom a message notified. */
export interface Pings {
  everyone: boolean;
  users: readonly User[];
  roles: readonly Role[];
}

/** A file that came with a message. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly bytes: Uint8Array;
}

/** A message as the service keeps it; it changes as it is edited or deleted. */
export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly createdAt: number;
  editedAt: number | undefined;
  deleted: boolean;
  content: string;
  embeds: readonly Body[];
  components: readonly Body[];
  attachments: readonly Attachment[];
  /** Bits of discord.js' `MessageFlags`. */
  flags: number;
  pings: Pings;
  readonly nonce: string | number | undefined;
  /** What it replies to. */
  readonly reference: Message | undefined;
  /** The interaction it answers: everyone who sees the message sees who began it. Undefined for a message the bot posted itself. */
  readonly interaction: Interaction | undefined;
  /** The only person who sees it; undefined if everybody in the channel does. */
  readonly onlyFor: User | undefined;
  /** What it said before each edit, oldest first. */
  readonly earlier: string[];
}

/** A command, press, typing or submitted form that the bot is asked to answer. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's number: 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: 2 | 3 | 4 | 5;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The command's name; empty for the other kinds. */
  readonly name: string;
  /** The message a component sits on, or a modal came from. */
  readonly source: Message | undefined;
  /** The message a message command was run on. */
  readonly target: Message | undefined;
  /** What opened the modal. */
  readonly trigger: Interaction | undefined;
  /** Its first answer; undefined until there is one. */
  answer: { readonly type: number; readonly at: number; readonly ephemeral: boolean } | undefined;
  /** What `@original` means: the reply, or for an update the component's own message. */
  original: Message | undefined;
  /** The follow-ups, oldest first. */
  readonly followUps: Message[];
  /** The modal it was answered with. */
  modal: Body | undefined;
  /** The choices it was answered with, if it is an autocomplete. */
  choices: readonly Body[];
}
