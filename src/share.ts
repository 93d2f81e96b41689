/** Posting what was found, once and without a name. */
import type { PostMemory } from "./digest/post-memory.ts";
import { DeliveryError } from "./errors.ts";
import type { Place, Press, Pressed, Reply } from "./model.ts";
import type { Channel, Library } from "./ports.ts";
import { noticeReply } from "./reply/notice.ts";
import { action, sharedReply } from "./reply/reply.ts";
import { shownBy } from "./reply/shown.ts";
import type { Wording } from "./reply/wording/wording.ts";

/** Posts that are remembered against a second press; the oldest is forgotten first. In memory only. */
const MOST_REMEMBERED = 1000;

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
  const posts = new Map<string, Promise<string>>();
  const removals = new Map<string, Promise<void>>();

  function remember(name: string, post: Promise<string>): void {
    const [oldest] = posts.keys();
    if (posts.size >= MOST_REMEMBERED && oldest !== undefined) posts.delete(oldest);
    posts.set(name, post);
    // what did not arrive may be tried again, what may have arrived may not; whoever waits for it is told
    post.catch((error: unknown) => {
      if (!(error instanceof DeliveryError && error.effect === "unknown")) posts.delete(name);
    });
  }

  async function post(reply: Reply, place: Place, channel: Channel): Promise<string> {
    const postId = await channel.post(reply);
    await memory.remember(place, postId, reply);
    return postId;
  }

  /** A post is taken back once, however many buttons lead there; what could not be removed may be tried again. */
  function removeOnce(name: string, remove: () => Promise<void>): Promise<void> {
    const earlier = removals.get(name);
    if (earlier !== undefined) return earlier;
    const [oldest] = removals.keys();
    if (removals.size >= MOST_REMEMBERED && oldest !== undefined) removals.delete(oldest);
    const removal = remove();
    removals.set(name, removal);
    removal.catch(() => removals.delete(name));
    return removal;
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
      const earlier = posts.get(name);
      if (earlier === undefined)
        remember(name, post(sharedReply(shown, library.sources()), press.place, channel));
      const postId = await (posts.get(name) ?? earlier);
      const text = earlier === undefined ? words.press.shared : words.press.alreadyShared;
      const back = action(words, "take-back", [words.language, ...(postId === undefined ? [] : [postId])]);
      return instead({ ...noticeReply(words, text), actions: [back] });
    },
    async takeBack(press, words, channel) {
      const [, postId = ""] = press.keys;
      await removeOnce(`${press.place.platform} ${press.place.channel} ${postId}`, () =>
        channel.remove(postId),
      );
      await memory.forget(press.place, postId);
      for (const [name, post] of posts) if ((await post.catch(() => "")) === postId) posts.delete(name);
      return instead(noticeReply(words, words.press.takenBack));
    },
    cancel: (words) => instead(noticeReply(words, words.press.notShared)),
  };
}

const nameOf = ({ place, keys, message }: Press) =>
  JSON.stringify([place.platform, place.channel, place.thread ?? "", message, keys]);

const beside = (reply: Reply): Pressed => ({ reply, replaces: false });
const instead = (reply: Reply): Pressed => ({ reply, replaces: true });
