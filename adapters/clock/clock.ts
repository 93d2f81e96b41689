/** The machine's clocks and time zone, and work that is done again and again. */
import type { Clock } from "../../src/ports.ts";

/** The clock on the wall, and one that only goes forward. */
const systemClock: Clock = { now: () => new Date(), elapsedMs: () => performance.now() };

/** Does work, waits, does it again. One that fails is done again, too. @returns stops it, and resolves once it rests */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let wake = (): void => undefined;
  const loop = (async () => {
    while (!stopped) {
      await work().catch(failed);
      if (!stopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, everyMs).unref();
        });
    }
  })();
  return () => {
    stopped = true;
    wake();
    return loop;
  };
}

/**
 * What the machine knows of time; `zone` gives the IANA name of its own time zone. Only when asked: the first use of `Intl`'s dates
 * takes 8 MB for good, and most bots never need it.
 */
export const systemTime = () => ({
  clock: systemClock,
  repeat,
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
});
