/** What the bot is doing at this moment, so that it can be finished before the bot stops. */

/** Work that has begun. */
export interface Work {
  /** Does it, and counts it until it is done. Never throws: what went wrong is reported. */
  run(task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is left, or when `withinMs` have passed. */
  idle(withinMs: number): Promise<void>;
}

/** `report` is given the name of whatever went wrong, which cannot hold what was typed. */
export function createWork(report: (error: string) => void): Work {
  const begun = new Set<Promise<void>>();
  return {
    run(task) {
      const done = task()
        .catch((error: unknown) => report(error instanceof Error ? error.name : typeof error))
        .finally(() => begun.delete(done));
      begun.add(done);
      return done;
    },
    async idle(withinMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      const all = async () => {
        while (begun.size > 0) await Promise.all(begun);
      };
      await Promise.race([all(), late]);
      clearTimeout(timer);
    },
  };
}
