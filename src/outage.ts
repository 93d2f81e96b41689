/** Work that is done again and again and fails: told when that begins, now and then while it goes on, and when it is over. */
import { failureOf } from "./errors.ts";
import type { Clock, Log } from "./ports.ts";

/** What goes on failing in the same way is told once in so long, in milliseconds. */
const REPEATED_MS = 60_000;

/** What works for so long after it failed is well again, in milliseconds. */
const SETTLED_MS = 10_000;

/** Told of each attempt. */
export interface Outage {
  failed(error: unknown): void;
  worked(): void;
}

/** Logs `<about>-failed` and `<about>-recovered` for one kind of work, with how often it failed. */
export function createOutage(
  about: string,
  work: string,
  { clock, log }: { readonly clock: Pick<Clock, "elapsedMs">; readonly log: Log },
): Outage {
  let failing: { readonly since: number; times: number; last: number; told: number; as: string } | undefined;
  return {
    failed(error) {
      const failure = failureOf(error);
      const [at, as] = [clock.elapsedMs(), JSON.stringify(failure)];
      failing ??= { since: at, times: 0, last: at, told: Number.NEGATIVE_INFINITY, as };
      failing.times += 1;
      failing.last = at;
      if (failing.as === as && at - failing.told < REPEATED_MS) return;
      [failing.as, failing.told] = [as, at];
      log(`${about}-failed`, { work, ...failure, times: failing.times });
    },
    worked() {
      if (failing === undefined || clock.elapsedMs() - failing.last < SETTLED_MS) return;
      const { since, times, last } = failing;
      failing = undefined;
      log(`${about}-recovered`, { work, times, ms: Math.round(last - since) });
    },
  };
}
