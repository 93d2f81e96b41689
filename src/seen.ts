/** Events handled lately, in memory: for tests, and for a bot without a place to keep anything. Forgotten with a restart. */
import type { SeenEvents } from "./ports.ts";

/** How long an event is remembered, in milliseconds. */
const REMEMBERED_MS = 10 * 60_000;

/** Nothing is seen at first. */
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
