/** Handled events in memory, for tests. */
import type { SeenEvents } from "../../src/ports.ts";

const REMEMBERED_MS = 10 * 60_000;

/** Remembers until it is gone. */
export function memorySeenEvents(): SeenEvents {
  const until = new Map<string, number>();
  return {
    async firstTime(event, now) {
      for (const [known, end] of until) if (end <= now.getTime()) until.delete(known);
      if (until.has(event)) return false;
      until.set(event, now.getTime() + REMEMBERED_MS);
      return true;
    },
  };
}
