/** The trial's own time and places: days that last seconds, and channels of three kinds. */
import { TIMING, type Timing } from "../../src/digest/delivery.ts";
import type { Room, Schedule, Weekday } from "../../src/digest/model.ts";
import type { Clock } from "../../src/ports.ts";

/** How a lost post can be looked for: by reading back, by a repeated nonce, or not at all. */
export type Finding = "history" | "nonce" | "nothing";

/** What the trial's processes share. */
export interface World {
  readonly dataDir: string;
  /** Of the fake platforms, on this machine. */
  readonly port: number;
  /** The moment the trial began, in milliseconds since 1970, on the real clock. */
  readonly startMs: number;
}

/** A day of the trial in real milliseconds. */
export const DAY_MS = 30_000;

/** How much faster the trial's clock goes than the real one. */
const SPEED = 86_400_000 / DAY_MS;

/** The trial's first moment: it runs over the change of clocks in New York. */
const FIRST = Date.UTC(2027, 2, 13);

/** Real milliseconds. */
const LEASE_MS = 2000;
const POST_MS = 1000;

/** How long the fake Discord remembers a nonce, in real milliseconds: at the product's leases, five minutes. */
export const NONCE_MS = 15_000;

/** How long a call to a platform may take, in real milliseconds. */
export const CALL_MS = 900;

/** The product's figures on the trial's clock. */
export const CHAOS_TIMING: Timing = {
  ...TIMING,
  leaseMs: LEASE_MS * SPEED,
  postMs: POST_MS * SPEED,
  graceMs: DAY_MS * 0.85 * SPEED,
  settleMs: 300 * SPEED,
  retryMs: 100 * SPEED,
  mostRetryMs: 1000 * SPEED,
};

/** The trial's clock: the same in every process, and measured anew in each. */
export function chaosClock({ startMs }: Pick<World, "startMs">): Clock {
  return {
    now: () => new Date(FIRST + (Date.now() - startMs) * SPEED),
    elapsedMs: () => performance.now() * SPEED,
  };
}

/** Real milliseconds as the trial's clock counts them. */
export const stretched = (ms: number): number => ms * SPEED;

const KINDS: readonly (readonly [Room["platform"], Finding])[] = [
  ["slack", "history"],
  ["discord", "nonce"],
  ["slack", "nothing"],
];
const ZONES = ["America/New_York", "Europe/Stockholm", "Asia/Kathmandu", "Australia/Lord_Howe"];
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The room and the schedule of the trial's subscription of this number; they are spread over the day. */
export function subscriptionOf(
  number: number,
  of: number,
): { readonly room: Room; readonly schedule: Schedule } {
  const [platform, finding] = KINDS[number % KINDS.length] ?? ["slack", "nothing"];
  const schedule = {
    weekdays: EVERY_DAY,
    minuteOfDay: Math.floor((number / of) * 1440),
    zone: ZONES[number % ZONES.length] ?? "UTC",
  };
  return { room: { platform, channel: `${finding}-${number}`, thread: undefined }, schedule };
}

/** How a channel's posts can be found, by its name. */
export function findingOf(channel: string): Finding {
  const [finding] = channel.split("-");
  return finding === "history" || finding === "nonce" ? finding : "nothing";
}
