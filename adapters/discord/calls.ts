/** Calls to Discord's API: repeated where the service cannot have acted or acts once, and given up otherwise. */
import { setTimeout as wait } from "node:timers/promises";
import {
  DefaultRestOptions,
  DiscordAPIError,
  HTTPError,
  type InteractionResponseType,
  MessageFlags,
  RateLimitError,
  REST,
  type RESTOptions,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from "discord.js";
import { asDisplay, type Body } from "./render.ts";

/** An interaction as far as answering it goes. */
export interface Answerable {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** A message of the bot's own. */
export interface Post {
  readonly channel: string;
  readonly body: Body;
  /** Makes a repeated post one; unique over all channels. */
  readonly nonce: string;
  /** What it replies to. */
  readonly replyTo?: string;
  /** Tried once, without waiting for anything: whoever calls has a time of his own for the next attempt. */
  readonly once?: boolean;
}

/** What the bot asks of Discord. All reject with what discord.js throws, once repeating is of no use. */
export interface Calls {
  /** The first response to an interaction. @returns false if it came too late. */
  respond(to: Answerable, type: InteractionResponseType, data?: unknown): Promise<boolean>;
  /** Writes what the interaction was answered with, or the message its button is on. */
  edit(to: Answerable, body: Body): Promise<void>;
  /** Says more to the asker alone. */
  follow(to: Answerable, body: Body): Promise<void>;
  /** @returns the post's id. */
  post(post: Post): Promise<string>;
  /** Puts something else into a post of the bot's own. @returns false if it is gone */
  change(channel: string, message: string, body: Body): Promise<boolean>;
  /** Nothing happens if it is gone. */
  remove(channel: string, message: string): Promise<void>;
}

/** Waits between two attempts, in milliseconds; discord.js makes four requests an attempt. */
const PAUSES_MS = [250, 500, 1000, 2000, 3000, 3000, 3000, 5000, 10_000, 20_000];

/** Waits before a 401 is believed, in milliseconds: one alone says nothing, and discord.js forgets its token over it. */
const DOUBTS_MS = [250, 1000];

/** Discord's own codes for failures that are told apart. Source: topics/opcodes-and-status-codes. */
export const CODES = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownInteraction: 10062,
  notAuthorized: 20012,
  alreadyAnswered: 40060,
  missingAccess: 50001,
  closedDirectMessages: 50007,
  noTextChannel: 50008,
  missingPermissions: 50013,
  wrongKindOfChannel: 50024,
  deadToken: 50027,
  invalidForm: 50035,
  archivedThread: 50083,
  noHistory: 160002,
  lockedThread: 160005,
} as const;

/** The code of a refusal; undefined if the error is none. */
export const codeOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError ? Number(error.code) : undefined;

/** Carried out or not, nobody can tell, and a second time might show twice. */
class Unclear extends Error {
  override readonly name = "Unclear";
}

/** How long a post that is tried once may take, in milliseconds. */
const ONCE_MS = 10_000;

/** Errors of a connection that was never made, so that nothing can have been carried out. */
const NEVER_CONNECTED = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** Whether a failed call was surely not carried out, and how long Discord asked to wait, in milliseconds. */
export function undone(error: unknown): { readonly surely: boolean; readonly retryAfterMs?: number } {
  if (error instanceof RateLimitError) return { surely: true, retryAfterMs: error.retryAfter };
  if (error instanceof HTTPError) return { surely: error.status === 503 };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { surely: NEVER_CONNECTED.includes(code) };
}

/** Calls through a client's `rest`. `stopped` ends all repeating. */
export function createCalls(rest: REST, stopped: () => boolean, token: string): Calls {
  const hasty = new REST({ ...rest.options, retries: 0, timeout: ONCE_MS, rejectOnRateLimit: () => true });
  hasty.setToken(token);
  const insist = async <T>(call: () => Promise<T>): Promise<T> => {
    for (const pause of PAUSES_MS) {
      try {
        return await call();
      } catch (error) {
        // a refusal stays one, however often it is asked for
        if (error instanceof DiscordAPIError || error instanceof Unclear || stopped()) throw error;
        await wait(pause, undefined, { ref: false });
      }
    }
    return call();
  };
  const original = ({ applicationId, token }: Answerable) => Routes.webhookMessage(applicationId, token);
  return {
    async respond({ id, token }, type, data) {
      const body = { type, ...(data === undefined ? {} : { data }) };
      try {
        await insist(() => rest.post(Routes.interactionCallback(id, token), { body, auth: false }));
        return true;
      } catch (error) {
        // after a lost reply, the next attempt learns that the first one arrived
        if (codeOf(error) === CODES.alreadyAnswered) return true;
        if (codeOf(error) === CODES.unknownInteraction) return false;
        throw error;
      }
    },
    edit: async (to, body) => void (await insist(() => rest.patch(original(to), { body, auth: false }))),
    async follow({ applicationId, token }, body) {
      const route = Routes.webhook(applicationId, token);
      const hidden = { ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral };
      try {
        await insist(() => rest.post(route, { body: hidden, auth: false }));
      } catch (error) {
        // it may be there; what follows it is still worth saying
        if (!(error instanceof Unclear)) throw error;
      }
    },
    post: (post) => (post.once === true ? postOnce(hasty, post) : insist(() => postOnce(rest, post))),
    async change(channel, message, body) {
      const route = Routes.channelMessage(channel, message);
      try {
        await insist(() => rest.patch(route, { body: cleared(body) }));
      } catch (error) {
        if (codeOf(error) === CODES.unknownMessage) return false;
        // a post that was made with a text display takes no content any more
        if (codeOf(error) !== CODES.invalidForm) throw error;
        await insist(() => rest.patch(route, { body: cleared(asDisplay(body)) }));
      }
      return true;
    },
    async remove(channel, message) {
      try {
        await insist(() => rest.delete(Routes.channelMessage(channel, message)));
      } catch (error) {
        if (codeOf(error) !== CODES.unknownMessage) throw error;
      }
    },
  };
}

/** Beside a text display nothing may be left of an earlier content. */
const cleared = (body: Body) => (body.content === undefined ? { ...body, content: null } : body);

async function postOnce(rest: REST, { channel, body, nonce, replyTo }: Post): Promise<string> {
  const keyed = { ...body, nonce, enforce_nonce: true };
  const to =
    replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  const post = async (json: object) => {
    // what the route answers with, as its documentation has it
    const posted = (await rest.post(Routes.channelMessages(channel), {
      body: json,
    })) as RESTPostAPIChannelMessageResult;
    return posted.id;
  };
  try {
    return await post({ ...keyed, ...to });
  } catch (error) {
    // replying needs the right to read the history; without it the answer stands by itself
    if (codeOf(error) !== CODES.noHistory) throw error;
    return post(keyed);
  }
}

/** How requests are made for discord.js, so that it repeats what may be repeated and believes no single 401. */
export const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
  try {
    let response = await DefaultRestOptions.makeRequest(url, init);
    for (const doubt of DOUBTS_MS) {
      if (response.status !== 401) break;
      await response.arrayBuffer();
      await wait(doubt, undefined, { ref: false });
      response = await DefaultRestOptions.makeRequest(url, init);
    }
    if (isFollowUp(url, init) && [502, 504].includes(response.status)) throw new Unclear();
    return response;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Unclear || !wasCut(error)) throw error;
    if (isFollowUp(url, init)) throw new Unclear(undefined, { cause: error });
    // discord.js repeats a reset alone; a socket that was closed politely is the same loss
    throw Object.assign(new Error("ECONNRESET", { cause: error }), { code: "ECONNRESET" });
  }
};

type RequestInit = Parameters<RESTOptions["makeRequest"]>[1];

/** A further message to the asker: the one thing that Discord gives no key against twice. */
const isFollowUp = (url: string, { method }: RequestInit) =>
  method === "POST" && /\/webhooks\/[^/]+\/[^/?]+(\?|$)/.test(url);

/** The connection ended after the request had gone out. */
const wasCut = (error: Error): boolean =>
  error.name === "AbortError" ||
  ("code" in error && ["ECONNRESET", "UND_ERR_SOCKET"].includes(String(error.code)));
