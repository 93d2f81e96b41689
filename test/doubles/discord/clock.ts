/** The service's own time, so that a quarter of an hour can pass in a test without waiting for it. */
export interface Clock {
  /** Milliseconds since 1970 as the service counts them. */
  now(): number;
  /** Moves the service's time forward; what should have expired by then has. */
  advance(ms: number): void;
  /** How many milliseconds of real time `serviceMs` take. */
  realMs(serviceMs: number): number;
}

/** A clock that starts at the real time and runs `speed` times as fast. */
export function createClock(speed: number): Clock {
  const start = Date.now();
  let ahead = 0;
  return {
    now: () => Math.floor(start + (Date.now() - start) * speed + ahead),
    advance(ms) {
      ahead += ms;
    },
    realMs: (serviceMs) => serviceMs / speed,
  };
}

/** The first millisecond of 2015, from which Discord's ids count. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Ids as Discord makes them: 42 bits of time, then a counter, so that later ids are larger. */
export function createIds(clock: Clock): () => string {
  let last = 0;
  let counter = 0n;
  return () => {
    const now = Math.max(clock.now(), last);
    counter = now === last ? (counter + 1n) % 4096n : 0n;
    last = counter === 0n && now === last ? now + 1 : now;
    return ((BigInt(last - DISCORD_EPOCH_MS) << 22n) | counter).toString();
  };
}
