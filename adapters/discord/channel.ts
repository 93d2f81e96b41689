/** A channel that the bot itself posts in, without anyone's name above it. */
import { createHash, randomBytes } from "node:crypto";
import { type DeliveryEffect, DeliveryError } from "../../src/errors.ts";
import type { Reply } from "../../src/model.ts";
import type { Channel, Found } from "../../src/ports.ts";
import { joinPost, splitPost } from "../../src/reply/keys.ts";
import { type Calls, CODES, codeOf, undone } from "./calls.ts";
import { NONCE_LENGTH, NONCE_MS } from "./limits.ts";
import { renderDiscord } from "./render.ts";

/** A place to post in. */
export interface PostPlace {
  readonly channel: string;
  /** The message that posts reply to; undefined if they stand for themselves. */
  readonly replyTo?: string | undefined;
  /** Makes a post that is made twice one, unless it brings a key of its own; unique over all channels. */
  readonly key?: string;
}

/** What Discord says of channels that a post will never reach as things are. */
const CLOSED: Readonly<Record<number, DeliveryEffect>> = {
  [CODES.unknownChannel]: "gone",
  [CODES.missingAccess]: "not-a-member",
  [CODES.missingPermissions]: "not-allowed",
  [CODES.closedDirectMessages]: "not-allowed",
  [CODES.noTextChannel]: "not-allowed",
  [CODES.wrongKindOfChannel]: "not-allowed",
  [CODES.archivedThread]: "archived",
  [CODES.lockedThread]: "archived",
};

/** Nonces of removed posts that are remembered; the oldest is forgotten first. */
const MOST_REMOVED = 1000;

/** Channels to post in through these calls. A post of several messages is posted whole or not at all, as far as anyone can tell. */
export function createChannels(calls: Calls): (place: PostPlace) => Channel {
  const removed = new Set<string>();
  return (place) => channelOf(calls, place, removed);
}

function channelOf(calls: Calls, { channel, replyTo, key: own }: PostPlace, removed: Set<string>): Channel {
  const place = { channel, direct: false };

  async function post(reply: Reply, given?: string): Promise<string> {
    const key = given ?? own;
    const nonce = key === undefined ? randomBytes(12).toString("base64url") : freshNonce(key);
    // a post that brings its key is delivered within a lease, by whoever keeps the ledger
    const once = given !== undefined;
    const ids: string[] = [];
    for (const [at, body] of renderDiscord(reply, { ...place, whole: once }).entries()) {
      const to = at === 0 && replyTo !== undefined ? { replyTo: firstOf(replyTo) } : {};
      try {
        ids.push(await calls.post({ channel, body, nonce: `${nonce}.${at}`, once, ...to }));
      } catch (error) {
        // what may have come through after all is completed under its nonce, not posted anew beside itself
        if (ids.length > 0 && isRefusal(error)) await removeHalf(joinPost(ids), nonce);
        throw error;
      }
    }
    return joinPost(ids);
  }

  /** The key's own nonce; after what was posted under it was removed, another, for Discord would still answer with that. */
  function freshNonce(key: string): string {
    let nonce = nonceOf(channel, key);
    while (removed.has(nonce)) nonce = nonceOf(channel, nonce);
    return nonce;
  }

  /** Half a post is worse than none. Where it cannot be removed, its nonce stays, so that the next attempt completes it. */
  async function removeHalf(postId: string, nonce: string): Promise<void> {
    try {
      await remove(postId);
    } catch {
      // what went wrong with the post is what there is to tell
      return;
    }
    const [oldest] = removed;
    if (removed.size >= MOST_REMOVED && oldest !== undefined) removed.delete(oldest);
    removed.add(nonce);
  }

  async function remove(postId: string): Promise<void> {
    for (const each of splitPost(postId)) if (/^\d+$/.test(each)) await calls.remove(channel, each);
  }

  return {
    post: (reply, key) => delivered(post(reply, key)),
    remove: (postId) => delivered(remove(postId)),
    async replace(postId, reply) {
      const [first = "", ...others] = splitPost(postId);
      const [body] = renderDiscord(reply, place);
      if (body === undefined) return true;
      const there = await delivered(calls.change(channel, first, body));
      if (there) await delivered(remove(joinPost(others)));
      return there;
    },
    async find(_, since, now): Promise<Found> {
      // messages that are read back do not tell their nonce; while Discord remembers it, repeating is safe
      return { kind: now.getTime() - since.getTime() < NONCE_MS ? "repeat" : "cannot-tell" };
    },
  };
}

/** Whether what failed is surely not there. */
const isRefusal = (error: unknown) => codeOf(error) !== undefined || undone(error).surely;

const firstOf = (postId: string) => splitPost(postId)[0] ?? "";

/** Short enough for a nonce, and of one channel alone. */
const nonceOf = (channel: string, key: string) =>
  createHash("sha256")
    .update(`${channel} ${key}`)
    .digest("base64url")
    .slice(0, NONCE_LENGTH - 3);

async function delivered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = codeOf(error);
    // the error of discord.js holds the message itself and is not passed on
    if (code === undefined) {
      const { surely, ...wait } = undone(error);
      throw new DeliveryError("Discord cannot be reached", { effect: surely ? "none" : "unknown", ...wait });
    }
    throw new DeliveryError(`Discord says no (${code})`, { effect: CLOSED[code] ?? "none" });
  }
}
