/** The nouns of the local Slack. Types and the smallest readers of untrusted JSON; no state. */

/** Anything that arrived as JSON or as a form: nothing about it is known yet. */
export type Json = Record<string, unknown>;

/** Whether a value is a JSON object, and not an array. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as text, or the empty string. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The objects of an array; anything else in it is left out. */
export function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Slack's forms carry booleans as `true`, `"true"`, `1` or `"1"`. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === 1 || value === "1";
}

/** As Slack tells conversations apart: what scope reads them follows from this. */
type ChannelKind = "public" | "private" | "im";

/** A conversation of the workspace. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** User ids, the bot's own among them when it was invited. */
  readonly members: Set<string>;
  archived: boolean;
  /** Only admins may post: the service answers the bot with `restricted_action_read_only_channel`. */
  readOnly: boolean;
}

/** What a test says about a channel; the rest is a public channel with the bot and everybody in it. */
export interface ChannelSpec {
  readonly id: string;
  readonly name?: string;
  readonly kind?: ChannelKind;
  readonly members?: readonly string[];
  /** Whether the bot was invited; true unless said otherwise. */
  readonly botIsMember?: boolean;
  readonly archived?: boolean;
  readonly readOnly?: boolean;
}

/** A person of the workspace. */
export interface User {
  readonly id: string;
  readonly name: string;
}

/** A message as the workspace holds it. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it: the bot's user id for the bot's own. */
  readonly user: string;
  readonly threadTs: string | undefined;
  /** The only person who sees it; undefined for a message everybody in the channel sees. */
  readonly viewer: string | undefined;
  /**
   * The person whom the service shows with it: it does so for a public response to a command or to an interaction.
   * A post made by the bot itself shows nobody.
   */
  readonly shows: string | undefined;
  text: string;
  blocks: readonly Json[];
  metadata: Json | undefined;
  /** The arguments it was posted or last changed with, as sent. */
  sent: Json;
  edited: boolean;
  deleted: boolean;
}

/** A modal or a Home tab as the workspace holds it. */
export interface View {
  readonly id: string;
  readonly type: string;
  /** Who looks at it. */
  readonly user: string;
  readonly callbackId: string;
  readonly sent: Json;
  readonly blocks: readonly Json[];
  /** Changes with every update. */
  readonly hash: string;
  open: boolean;
}

/** Which token a call carried. */
export type TokenKind = "bot" | "app" | "unknown" | "none";

/** What became of a call. */
export interface Outcome {
  /** The HTTP status sent, or 0 if the connection was cut instead. */
  readonly status: number;
  /** Slack's error code, if the reply held one. */
  readonly error: string | undefined;
  /** Whether the call took effect, whatever the reply said. */
  readonly carriedOut: boolean;
  /** Whether a fault that the test asked for shaped the reply. */
  readonly injected: boolean;
}

/** One request of the bot, with everything it sent except tokens. */
export interface Call {
  /** `chat.postMessage`, or `response_url` for a post to one. */
  readonly method: string;
  readonly args: Json;
  /** Lower-case names; authorization and cookies left out. */
  readonly headers: Json;
  /** The body as it came over the wire, tokens replaced. */
  readonly raw: string;
  readonly path: string;
  readonly token: TokenKind;
  /** Milliseconds, on the double's clock. */
  readonly at: number;
  /** Undefined while it is being answered. */
  outcome: Outcome | undefined;
}

/** What the service answers to a call it will not carry out. */
export interface Refusal {
  readonly error: string;
  readonly extra?: Json;
}

/** A refusal on its way out of a method. */
export class RefusedCall extends Error {
  readonly refusal: Refusal;

  constructor(error: string, extra: Json = {}) {
    super(error);
    this.refusal = { error, extra };
  }
}

/** The fixed ids and secrets of the workspace and the app. They open nothing outside this process. */
export interface Identity {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}
