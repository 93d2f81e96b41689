/** Work that is done once, however often it is asked for. In memory only. */

/** How many are remembered; the oldest is forgotten first. */
const MOST_REMEMBERED = 1000;

/** Work by its names. */
export interface Once<T> {
  /** Does the work of this name, or waits for it where it was begun before. */
  run(name: string, work: () => Promise<T>): Promise<T>;
  /** Whether it was begun, and is neither forgotten nor to be tried again. */
  begun(name: string): boolean;
  /** Forgets all work that came to this result. */
  forget(result: T): Promise<void>;
}

/** Nothing is done at first. What fails may be tried again where `again` says so; whoever waits for it is told in any case. */
export function createOnce<T>(again: (error: unknown) => boolean): Once<T> {
  const done = new Map<string, Promise<T>>();
  return {
    run(name, work) {
      const earlier = done.get(name);
      if (earlier !== undefined) return earlier;
      const [oldest] = done.keys();
      if (done.size >= MOST_REMEMBERED && oldest !== undefined) done.delete(oldest);
      const result = work();
      done.set(name, result);
      result.catch((error: unknown) => again(error) && done.delete(name));
      return result;
    },
    begun: (name) => done.has(name),
    async forget(result) {
      for (const [name, each] of done) if ((await each.catch(() => undefined)) === result) done.delete(name);
    },
  };
}
