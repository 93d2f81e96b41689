/** Channels of a platform that can lose answers, refuse and close, with a clock that a test moves. */
import type { Room } from "../../src/digest/model.ts";
import { DeliveryError } from "../../src/errors.ts";
import type { Reply } from "../../src/model.ts";
import type { Channel, Clock, Found } from "../../src/ports.ts";

/** A clock that stands until it is moved. */
export function fixedClock(start: string): Clock & { set(now: Date): void; add(ms: number): void } {
  let now = new Date(start);
  return {
    now: () => now,
    elapsedMs: () => now.getTime(),
    set: (to) => {
      now = to;
    },
    add: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** One post as readers see it. */
export interface Post {
  readonly room: Room;
  readonly id: string;
  readonly key: string | undefined;
  readonly at: Date;
  readonly reply: Reply;
}

/** What happens to the next call: nothing is done, or all is done and the answer is lost. */
export type Fault = { readonly lost: true } | { readonly error: DeliveryError };

/** How a post that may have been made can be looked for. */
export type Finding = "history" | "nonce" | "nothing";

/** A platform's channels. */
export function fakeRooms(clock: Clock, finding: Finding = "nothing") {
  const posts: Post[] = [];
  const edits: Post[] = [];
  const faults: Fault[] = [];
  const gone = new Set<string>();
  let made = 0;

  async function act<T>(work: () => T): Promise<T> {
    const fault = faults.shift();
    if (fault !== undefined && "error" in fault) throw fault.error;
    const result = work();
    if (fault !== undefined) throw new DeliveryError("the answer was lost");
    return result;
  }

  function channel(room: Room): Channel {
    const known = (key: string | undefined) => posts.find((post) => key !== undefined && post.key === key);
    return {
      post: (reply, key) =>
        act(() => {
          const earlier = finding === "nonce" ? known(key) : undefined;
          if (earlier !== undefined) return earlier.id;
          made += 1;
          posts.push({ room, id: `p${made}`, key, at: clock.now(), reply });
          return `p${made}`;
        }),
      remove: async (postId) => {
        const at = posts.findIndex(({ id }) => id === postId);
        if (at >= 0) posts.splice(at, 1);
      },
      replace: (postId, reply) =>
        act(
          () =>
            edits.push({ room, id: postId, key: undefined, at: clock.now(), reply }) > 0 && !gone.has(postId),
        ),
      find: async (key): Promise<Found> => {
        if (finding === "nonce") return { kind: "repeat" };
        if (finding === "nothing") return { kind: "cannot-tell" };
        const post = known(key);
        return post === undefined ? { kind: "not-shown" } : { kind: "shown", postId: post.id };
      },
    };
  }
  return { posts, edits, faults, gone, channel };
}
