/** Remembers which channel messages show which words, for the day they turn out wrong. */
import type { Place, Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import type { DigestStore } from "./ports.ts";
import { shownIn } from "./shown-passages.ts";

/** What was posted where, by the bot itself or as a public answer. */
export interface PostMemory {
  /** Nothing is remembered of a direct message, or of a post without words of the corpus. */
  remember(place: Place, postId: string, reply: Reply): Promise<void>;
  /** The post was taken back. */
  forget(place: Place, postId: string): Promise<void>;
  /** The bot was removed from a channel, or the channel is gone: nothing of it stays. */
  forgetChannel(channel: Pick<Place, "platform" | "channel">): Promise<void>;
}

/** A memory in this store. */
export function createPostMemory(
  { sharedPosts: posts, upkeep }: Pick<DigestStore, "sharedPosts" | "upkeep">,
  library: Pick<Library, "passage">,
  now: () => Date,
): PostMemory {
  return {
    async remember({ direct, ...room }, postId, reply) {
      const passages = direct ? [] : shownIn(reply, library);
      if (passages.length > 0)
        await posts.remember({ room, postId, language: reply.language, passages }, now());
    },
    async forget({ direct, ...room }, postId) {
      if (!direct) await posts.forget(room, postId);
    },
    forgetChannel: async (channel) => void (await upkeep.erase(channel)),
  };
}

/** For a bot that keeps nothing. */
export const NO_MEMORY: PostMemory = {
  remember: async () => {},
  forget: async () => {},
  forgetChannel: async () => {},
};
