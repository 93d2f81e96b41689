/** Several names as one text: a button's keys, for platforms that give a button room for one, and the messages of one post. */

/** The keys, none of which holds a space, as one text; undefined if it would be longer than `most` UTF-16 units, and the button is better left out. */
export function joinKeys(keys: readonly string[], most: number): string | undefined {
  const joined = keys.join(" ");
  return joined.length <= most ? joined : undefined;
}

/** The keys of a text that `joinKeys` made. */
export function splitKeys(joined: string): readonly string[] {
  return joined === "" ? [] : joined.split(" ");
}

/** Stands between the ids of a post's messages; in no platform's ids. */
const BETWEEN = "+";

/** The messages that one post took, by the platform's ids, as the post's own id; empty if it took none. */
export const joinPost = (messages: readonly string[]): string => messages.join(BETWEEN);

/** The messages of a post, in order. */
export const splitPost = (postId: string): readonly string[] => (postId === "" ? [] : postId.split(BETWEEN));
