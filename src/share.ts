/** Posting what was found, once and without a name. */
import type { PostMemory } from "./digest/post-memory.ts";
import { DeliveryError } from "./errors.ts";
import type { Place, Press, Pressed, Reply } from "./model.ts";
import { createOnce } from "./once.ts";
import type { Channel, Library } from "./ports.ts";
import { noticeReply } from "./reply/notice.ts";
import { action, sharedReply } from "./reply/reply.ts";
import { shownBy } from "./reply/shown.ts";
import type { Wording } from "./reply/wording/wording.ts";

/** The four buttons of sharing. */
export interface Sharing {
  /** Asks once before anything is posted. */
  ask(press: Press, words: Wording): Pressed;
  /** Posts, unless this very message was posted there already. @throws {DeliveryError} when it did not arrive. */
  post(press: Press, words: Wording, channel: Channel): Promise<Pressed>;
  /** @throws {DeliveryError} when the post could not be removed. */
  takeBack(press: Press, words: Wording, channel: Channel): Promise<Pressed>;
  cancel(words: Wording): Pressed;
}

/** Sharing from this library. */
export function createSharing(library: Library, memory: PostMemory): Sharing {
  // what did not arrive may be tried again, what may have arrived may not
  const posts = createOnce<string>(
    (error) => !(error instanceof DeliveryError && error.effect === "unknown"),
  );
  const removals = createOnce<void>(() => true);

  async function post(reply: Reply, place: Place, channel: Channel): Promise<string> {
    const postId = await channel.post(reply);
    await memory.remember(place, postId, reply);
    return postId;
  }

  return {
    ask(press, words) {
      if (shownBy(press.keys, library) === undefined) return beside(noticeReply(words, words.press.gone));
      const buttons = [
        action(words, "share-confirmed", press.keys),
        action(words, "cancel", [words.language]),
      ];
      return beside({ ...noticeReply(words, words.press.confirmShare), actions: buttons });
    },
    async post(press, words, channel) {
      const shown = shownBy(press.keys, library);
      if (shown === undefined) return instead(noticeReply(words, words.press.gone));
      const name = nameOf(press);
      const text = posts.begun(name) ? words.press.alreadyShared : words.press.shared;
      const postId = await posts.run(name, () =>
        post(sharedReply(shown, library.sources()), press.place, channel),
      );
      const back = action(words, "take-back", [words.language, postId]);
      return instead({ ...noticeReply(words, text), actions: [back] });
    },
    async takeBack({ place, keys: [, postId = ""] }, words, channel) {
      await removals.run(`${place.platform} ${place.channel} ${postId}`, () => channel.remove(postId));
      await memory.forget(place, postId);
      await posts.forget(postId);
      return instead(noticeReply(words, words.press.takenBack));
    },
    cancel: (words) => instead(noticeReply(words, words.press.notShared)),
  };
}

const nameOf = ({ place, keys, message }: Press) =>
  JSON.stringify([place.platform, place.channel, place.thread ?? "", message, keys]);

const beside = (reply: Reply): Pressed => ({ reply, replaces: false });
const instead = (reply: Reply): Pressed => ({ reply, replaces: true });
