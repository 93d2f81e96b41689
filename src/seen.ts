/** Events handled lately: whether one is new, and a memory of them that a restart forgets. */
import { failureOf } from "./errors.ts";
import type { PlatformParts, SeenEvents } from "./ports.ts";

/** How long an event is remembered, in milliseconds. */
const REMEMBERED_MS = 10 * 60_000;

/**
 * Whether an event is to be answered: it was not, within ten minutes. An answer that may come twice is better than none, so where that
 * cannot be told it is.
 * @param event the platform's own name of it, unique within the platform
 */
export async function isNew(
  event: string,
  { seen, now, log }: Pick<PlatformParts, "seen" | "now" | "log">,
): Promise<boolean> {
  try {
    return await seen.firstTime(event, now());
  } catch (error) {
    log("seen-events-failed", failureOf(error));
    return true;
  }
}

/** In memory: for tests, and for what need not outlive a restart. Nothing is seen at first. */
export function rememberEvents(): SeenEvents {
  const seen = new Map<string, number>();
  return {
    async firstTime(event, now) {
      const oldest = now.getTime() - REMEMBERED_MS;
      // in order of time, so the old ones come first
      for (const [each, at] of seen) {
        if (at >= oldest) break;
        seen.delete(each);
      }
      if (seen.has(event)) return false;
      seen.set(event, now.getTime());
      return true;
    },
  };
}
