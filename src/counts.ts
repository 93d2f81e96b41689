/** How often things happened, for metrics: names, counts and durations, never a text, a place or a person. */
import type { Log } from "./ports.ts";

/** Sums of what was logged since the start. */
export interface Counts {
  /** Counts an event of a log, and adds up its durations. */
  readonly log: Log;
  /** By event, in order of their first occurrence; `ms` is the sum of their durations, in milliseconds. */
  all(): readonly { readonly event: string; readonly count: number; readonly ms: number }[];
}

/** Counts what goes through to `log`. */
export function countEvents(log: Log): Counts {
  const sums = new Map<string, { count: number; ms: number }>();
  return {
    log(event, details) {
      const sum = sums.get(event) ?? { count: 0, ms: 0 };
      const ms = details?.ms ?? details?.awayMs;
      sums.set(event, { count: sum.count + 1, ms: sum.ms + (typeof ms === "number" ? ms : 0) });
      log(event, details);
    },
    all: () => [...sums].map(([event, sum]) => ({ event, ...sum })),
  };
}
