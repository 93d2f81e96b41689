/** What a process takes, as Linux counts it. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** In MB. */
export interface Taken {
  /** Resident memory, code of Node and of libraries included. */
  readonly resident: number;
  /** What of it is this process' own: written by it, and shared with no other. */
  readonly own: number;
  /** The most that was ever resident. */
  readonly most: number;
}

const KB_A_MB = 1024;

/** What a process takes now. */
export function taken(pid: number): Taken {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return {
    resident: mb(status, "VmRSS"),
    own: mb(rollup, "Private_Dirty"),
    most: mb(status, "VmHWM"),
  };
}

function mb(text: string, name: string): number {
  const [, kb] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text) ?? [];
  if (kb === undefined) throw new Error(`the system tells nothing of ${name}`);
  return Number(kb) / KB_A_MB;
}

/** Between two looks, in milliseconds. */
const LOOK_MS = 1000;

/** Movement up to this is none, in MB: what piles up between two small collections, a tick of the bot's clocks included. */
const STILL_MB = 4;

/**
 * How long memory has to stand still, in milliseconds. V8 gives memory back when a process is idle, and tries for up to 100 seconds to
 * find a good moment for it; until then the same program stands at one of several heights, 15 MB apart.
 */
const STILL_MS = 110_000;

const LONGEST_MS = 420_000;

/**
 * Waits until the memory of a process that is left alone stands still; what is resident is the median of that time.
 * @throws when it never does
 */
export async function settled(pid: number): Promise<Taken> {
  const until = performance.now() + LONGEST_MS;
  let looks: number[] = [];
  while (looks.length * LOOK_MS < STILL_MS) {
    await wait(LOOK_MS);
    looks.push(taken(pid).resident);
    const moved = Math.max(...looks) - Math.min(...looks) > STILL_MB;
    if (moved)
      looks = looks.slice(1 + looks.findLastIndex((look) => Math.abs(look - (looks.at(-1) ?? 0)) > STILL_MB));
    if (moved && performance.now() > until) throw new Error("the memory never stands still");
  }
  const middle = [...looks].sort((a, b) => a - b)[looks.length >> 1] ?? Number.NaN;
  return { ...taken(pid), resident: middle };
}
