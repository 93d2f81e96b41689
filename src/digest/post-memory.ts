/** Remembers which channel messages show which words, for the day they turn out wrong. */
import { failureOf } from "../errors.ts";
import type { Place, Reply } from "../model.ts";
import type { Library, Log } from "../ports.ts";
import type { DigestStore } from "./ports.ts";
import { shownIn } from "./shown-passages.ts";

/**
 * What was posted where, by the bot itself or as a public answer. Never rejects: what was posted stands, and that it cannot be corrected
 * later is the operator's to hear of.
 */
export interface PostMemory {
  /** Nothing is remembered of a direct message, or of a post without words of the corpus. */
  remember(place: Place, postId: string, reply: Reply): Promise<void>;
  /** The post was taken back. */
  forget(place: Place, postId: string): Promise<void>;
  /** The bot was removed from a channel, or the channel is gone: nothing of it stays. */
  forgetChannel(channel: Pick<Place, "platform" | "channel">): Promise<void>;
}

/** What a memory needs beside a store and the sources. */
export interface MemoryNeeds {
  now(): Date;
  readonly log: Log;
}

/** A memory in this store. */
export function createPostMemory(
  { sharedPosts: posts, upkeep }: Pick<DigestStore, "sharedPosts" | "upkeep">,
  library: Pick<Library, "passage">,
  { now, log }: MemoryNeeds,
): PostMemory {
  const safely = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      log("post-memory-failed", failureOf(error));
    }
  };
  return {
    async remember({ direct, ...room }, postId, reply) {
      if (direct) return;
      await safely(async () => {
        const passages = shownIn(reply, library);
        if (passages.length > 0)
          await posts.remember({ room, postId, language: reply.language, passages }, now());
      });
    },
    async forget({ direct, ...room }, postId) {
      if (!direct) await safely(() => posts.forget(room, postId));
    },
    forgetChannel: (channel) => safely(() => upkeep.erase(channel)),
  };
}

/** For a bot that keeps nothing. */
export const NO_MEMORY: PostMemory = {
  remember: async () => {},
  forget: async () => {},
  forgetChannel: async () => {},
};
