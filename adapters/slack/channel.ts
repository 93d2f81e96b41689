/** A channel that the bot itself posts in: nothing on such a message shows who pressed. */
import { type DeliveryEffect, DeliveryError } from "../../src/errors.ts";
import type { Reply } from "../../src/model.ts";
import type { Channel, Found } from "../../src/ports.ts";
import { joinPost, splitPost } from "../../src/reply/keys.ts";
import { INERT } from "./answers.ts";
import type { Calls, Patience } from "./calls.ts";
import { CallFailed } from "./failure.ts";
import { idsOf, metadataOf } from "./keyed.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

/** What Slack says of posts that stand, and that it does not let anyone change any more. */
const UNCHANGEABLE: readonly string[] = ["edit_window_closed", "cant_update_message"];

/** How far the clocks here and at Slack may differ, in milliseconds. */
const CLOCKS_DIFFER_MS = 60_000;

/** What Slack says of channels that a post will never reach as things are. */
const CLOSED: Readonly<Record<string, DeliveryEffect>> = {
  channel_not_found: "gone",
  not_in_channel: "not-a-member",
  is_archived: "archived",
  restricted_action: "not-allowed",
  restricted_action_read_only_channel: "not-allowed",
  restricted_action_thread_only_channel: "not-allowed",
  restricted_action_non_threadable_channel: "not-allowed",
  missing_scope: "not-allowed",
  no_permission: "not-allowed",
};

/** A place to post in. */
export interface PostPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Posts there through these calls. A post of several messages is posted whole or not at all, as far as anyone can tell. */
export function openChannel(
  { channel, thread: posts }: PostPlace,
  calls: Calls,
  patience: Patience,
): Channel {
  // below a post of several messages, replies stand below its first
  const [thread] = splitPost(posts ?? "");
  const place = { ...INERT, channel, ...(thread && { thread_ts: thread }) };
  const safely = { patience, repeatable: true };

  async function postOne(message: SlackMessage, key: string | undefined): Promise<string> {
    const metadata = key === undefined ? {} : { metadata: metadataOf(key) };
    // a post with a key is delivered within a lease, by whoever keeps the ledger
    const manner = { patience, careful: true, once: key !== undefined };
    const reply = await calls.web("chat.postMessage", { ...place, ...message, ...metadata }, manner);
    return "ts" in reply && typeof reply.ts === "string" ? reply.ts : "";
  }

  async function remove(postId: string): Promise<void> {
    for (const ts of splitPost(postId)) {
      try {
        await calls.web("chat.delete", { channel, ts }, safely);
      } catch (error) {
        if (codeOf(error) !== "message_not_found") throw deliveryError(error);
      }
    }
  }

  async function wasRemoved(posted: readonly string[]): Promise<boolean> {
    try {
      if (posted.length > 0) await remove(joinPost(posted));
      return true;
    } catch {
      // what went wrong with the post is what there is to tell
      return false;
    }
  }

  async function post(reply: Reply, key?: string): Promise<string> {
    const posted: string[] = [];
    for (const message of renderSlack(reply, { channel, whole: key !== undefined })) {
      try {
        posted.push(await postOne(message, key));
      } catch (error) {
        // half a post is worse than none
        throw (await wasRemoved(posted)) ? deliveryError(error) : partlyThere(error);
      }
    }
    return joinPost(posted);
  }

  async function replace(postId: string, reply: Reply): Promise<boolean> {
    const [first = "", ...others] = splitPost(postId);
    const [message] = renderSlack(reply, { channel });
    if (message === undefined) return true;
    try {
      await calls.web("chat.update", { ...INERT, channel, ts: first, ...message }, safely);
    } catch (error) {
      if (codeOf(error) === "message_not_found") return false;
      if (UNCHANGEABLE.includes(codeOf(error) ?? "")) return true;
      throw deliveryError(error);
    }
    if (others.length > 0) await remove(joinPost(others));
    return true;
  }

  async function find(key: string, since: Date): Promise<Found> {
    const oldest = String((since.getTime() - CLOCKS_DIFFER_MS) / 1000);
    const args = { channel, oldest, limit: 15, include_all_metadata: true };
    const method = thread === undefined ? "conversations.history" : "conversations.replies";
    try {
      const reply = await calls.web(method, { ...args, ...(thread && { ts: thread }) }, safely);
      const found = idsOf("messages" in reply ? reply.messages : [], key);
      if (found.length > 0) return { kind: "shown", postId: joinPost(found) };
      return { kind: "has_more" in reply && reply.has_more === true ? "cannot-tell" : "not-shown" };
    } catch (error) {
      // the scope for reading is not asked for; an operator may have granted it
      if (error instanceof CallFailed && error.kind === "refused") return { kind: "cannot-tell" };
      throw deliveryError(error);
    }
  }

  return { post, remove, replace, find };
}

const codeOf = (error: unknown): string | undefined => (error instanceof CallFailed ? error.code : undefined);

/** Whoever is told that nothing was posted would post once more below what is there. */
const partlyThere = (error: unknown) =>
  new DeliveryError("Part of a post could not be removed", { effect: "unknown", cause: error });

function deliveryError(error: unknown): unknown {
  if (!(error instanceof CallFailed)) return error;
  const { code, kind, retryAfterMs } = error;
  const effect = kind === "unknown" ? "unknown" : (CLOSED[code] ?? "none");
  return new DeliveryError(code, {
    effect,
    cause: error,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
