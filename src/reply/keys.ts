/** A button's keys as one text, for platforms that give a button room for one. Keys hold no spaces. */

/** The keys as one text; undefined if it would be longer than `most` UTF-16 units, and the button is better left out. */
export function joinKeys(keys: readonly string[], most: number): string | undefined {
  const joined = keys.join(" ");
  return joined.length <= most ? joined : undefined;
}

/** The keys of a text that `joinKeys` made. */
export function splitKeys(joined: string): readonly string[] {
  return joined === "" ? [] : joined.split(" ");
}
