import type { Clock } from "./clock.ts";

/** What a request may still do in its bucket. */
interface Allowance {
  /** Header fields that tell the client; empty where there is no bucket. */
  readonly headers: Readonly<Record<string, string>>;
  /** Real milliseconds to wait; 0 if the request may go on. */
  readonly retryAfterMs: number;
  readonly global: boolean;
}

/** Counts requests as the service does, so that a client which does not honour the headers meets a 429. */
export interface RateLimits {
  admit(route: string, path: string): Allowance;
}

interface Bucket {
  readonly limit: number;
  readonly perMs: number;
  /** How many parts of the path make buckets of their own: the channel's, or the webhook's and its token's. */
  readonly major: number;
}

/** The buckets that posting bots meet; figures as observed on the service, which documents none. */
const BUCKETS: Readonly<Record<string, Bucket>> = {
  "POST /channels/:channel/messages": { limit: 5, perMs: 5000, major: 2 },
  "PATCH /channels/:channel/messages/:message": { limit: 5, perMs: 5000, major: 2 },
  "POST /webhooks/:application/:token": { limit: 5, perMs: 2000, major: 3 },
  "PATCH /webhooks/:application/:token/messages/:message": { limit: 5, perMs: 2000, major: 3 },
};

/** Requests a second for a whole bot. Interaction routes are not counted. Source: topics/rate-limits. */
const GLOBAL_PER_SECOND = 50;

/** Limits with nothing used up. */
export function createRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, { used: number; endsAt: number }>();
  const take = (key: string, limit: number, perMs: number) => {
    const now = clock.now();
    let window = windows.get(key);
    if (window === undefined || now >= window.endsAt) window = { used: 0, endsAt: now + perMs };
    windows.set(key, window);
    window.used += 1;
    return { over: window.used > limit, left: Math.max(0, limit - window.used), ms: window.endsAt - now };
  };
  return {
    admit(route, path) {
      if (!/^\w+ \/(interactions|webhooks)\//.test(route)) {
        const whole = take("global", GLOBAL_PER_SECOND, 1000);
        if (whole.over) return { headers: {}, retryAfterMs: clock.realMs(whole.ms), global: true };
      }
      const bucket = BUCKETS[route];
      if (bucket === undefined) return { headers: {}, retryAfterMs: 0, global: false };
      const major = path
        .split("/")
        .slice(0, bucket.major + 1)
        .join("/");
      const { over, left, ms } = take(`${route} ${major}`, bucket.limit, bucket.perMs);
      const headers = {
        "x-ratelimit-limit": String(bucket.limit),
        "x-ratelimit-remaining": String(left),
        "x-ratelimit-reset": String((Date.now() + clock.realMs(ms)) / 1000),
        "x-ratelimit-reset-after": String(clock.realMs(ms) / 1000),
        "x-ratelimit-bucket": Buffer.from(route).toString("hex").slice(0, 32),
      };
      return { headers, retryAfterMs: over ? clock.realMs(ms) : 0, global: false };
    },
  };
}
