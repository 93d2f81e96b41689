/** What was begun and is not over yet, so that it can be finished before the bot stops. */

/** Work that is counted. */
export interface Work {
  /** Does it, and counts it until it is over. Never rejects: what went wrong is told to `failed`. */
  run(task: () => Promise<void>, failed: (error: unknown) => void): Promise<void>;
  /** Resolves when nothing is left, also of what is begun meanwhile. */
  idle(): Promise<void>;
}

/** Nothing is begun at first. */
export function createWork(): Work {
  const begun = new Set<Promise<void>>();
  return {
    run(task, failed) {
      const done: Promise<void> = task()
        .catch(failed)
        .finally(() => begun.delete(done));
      begun.add(done);
      return done;
    },
    async idle() {
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
