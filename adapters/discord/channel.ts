/** A channel that the bot itself posts in, without anyone's name above it. */
import { DeliveryError } from "../../src/errors.ts";
import type { Channel } from "../../src/ports.ts";
import { type Calls, codeOf } from "./calls.ts";
import { renderDiscord } from "./render.ts";

/** Between the ids of a post that took more than one message. */
const BETWEEN = "+";

/**
 * The channel of this id.
 * @param key makes the same post made twice one, within Discord's few minutes; at most 23 characters
 */
export function channelOf(calls: Calls, id: string, key: () => string): Channel {
  return {
    async post(reply) {
      const nonce = key();
      const ids: string[] = [];
      try {
        for (const [at, body] of renderDiscord(reply, { channel: id, direct: false }).entries())
          ids.push(await calls.post({ channel: id, body, nonce: `${nonce}.${at}` }));
      } catch (error) {
        throw undelivered(error);
      }
      return ids.join(BETWEEN);
    },
    async remove(postId) {
      try {
        for (const each of postId.split(BETWEEN)) if (/^\d+$/.test(each)) await calls.remove(id, each);
      } catch (error) {
        throw undelivered(error);
      }
    },
  };
}

/** The failure by its code; the error of discord.js holds the message itself and is not passed on. */
function undelivered(error: unknown): DeliveryError {
  const code = codeOf(error);
  return new DeliveryError(code === undefined ? "Discord cannot be reached" : `Discord says no (${code})`);
}
