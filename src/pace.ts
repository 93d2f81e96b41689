/** How often one person may ask. In memory only, and forgotten as soon as it no longer matters. */

/** Buckets that are kept before those that have filled again are let go. */
const MOST_BUCKETS = 500;

/** What one person may do. */
export interface PaceLimits {
  /** At once. */
  readonly burst: number;
  /** In the long run. */
  readonly perMinute: number;
}

/** Counts what people do, by any name a platform has for them. */
export interface Pace {
  /** Whether one more is allowed at this moment; if so, it is counted. `nowMs` only has to grow. */
  allows(who: string, nowMs: number): boolean;
}

interface Bucket {
  left: number;
  readonly at: number;
}

/** A pace of its own. */
export function createPace({ burst, perMinute }: PaceLimits): Pace {
  const buckets = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket, nowMs: number) =>
    Math.min(burst, left + ((nowMs - at) / 60_000) * perMinute);

  function letGo(nowMs: number): void {
    for (const [who, bucket] of buckets) if (filled(bucket, nowMs) >= burst) buckets.delete(who);
  }

  return {
    allows(who, nowMs) {
      if (buckets.size >= MOST_BUCKETS) letGo(nowMs);
      const left = filled(buckets.get(who) ?? { left: burst, at: nowMs }, nowMs);
      buckets.set(who, { left: left < 1 ? left : left - 1, at: nowMs });
      return left >= 1;
    },
  };
}
