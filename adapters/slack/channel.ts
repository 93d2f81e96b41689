/** A channel that the bot itself posts in: nothing on such a message shows who pressed. */
import { DeliveryError } from "../../src/errors.ts";
import type { Channel } from "../../src/ports.ts";
import { INERT } from "./answers.ts";
import type { Calls, Patience } from "./calls.ts";
import { CallFailed } from "./failure.ts";
import { renderSlack } from "./render.ts";

/** Stands between the ids of a post's messages. */
const BETWEEN = "+";

/** A place to post in. */
export interface PostPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Posts there through these calls. A post of several messages is posted whole or not at all, as far as anyone can tell. */
export function openChannel({ channel, thread }: PostPlace, calls: Calls, patience: Patience): Channel {
  const place = { ...INERT, channel, ...(thread && { thread_ts: thread }) };

  async function remove(postId: string): Promise<void> {
    for (const ts of postId.split(BETWEEN)) {
      try {
        await calls.web("chat.delete", { channel, ts }, { patience, repeatable: true });
      } catch (error) {
        if (!(error instanceof CallFailed && error.code === "message_not_found")) throw deliveryError(error);
      }
    }
  }

  return {
    remove,
    async post(reply) {
      const posted: string[] = [];
      for (const message of renderSlack(reply, { channel })) {
        try {
          const reply = await calls.web(
            "chat.postMessage",
            { ...place, ...message },
            { patience, careful: true },
          );
          if ("ts" in reply && typeof reply.ts === "string") posted.push(reply.ts);
        } catch (error) {
          if (posted.length > 0) await remove(posted.join(BETWEEN)).catch(() => undefined);
          throw deliveryError(error);
        }
      }
      return posted.join(BETWEEN);
    },
  };
}

function deliveryError(error: unknown): unknown {
  if (!(error instanceof CallFailed)) return error;
  const { code, kind, retryAfterMs } = error;
  return new DeliveryError(code, {
    unsure: kind === "unknown",
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  });
}
