/** Decides when to look at a folder again. Looks are what counts; the system's own notices only make them come sooner. */
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersTurn } from "node:timers/promises";

/** What a look led to. `settled`: nothing waits for another look. `folders`: those seen, undefined if none could be. */
export interface Passed {
  readonly settled: boolean;
  readonly folders: readonly string[] | undefined;
}

const IDLE_MS = 500;
const SETTLE_MS = 150;
const LEAST_PAUSE_MS = 60;
/** Looking takes at most this part of one processor: a folder that takes long to look at is looked at less often. */
const IDLE_SHARE = 1 / 20;
const HURRIED_SHARE = 1 / 3;
/** How long others may have to wait for their turn. */
const TURN_MS = 8;
/** Beyond this, notices would eat what the system allows all programs together. */
const MOST_NOTICES = 1_000;

/**
 * Runs `pass` again and again, soon after something changed below `root`. Takes turns with everything else, and does not keep
 * the process alive.
 * @param pass does the work in small steps
 */
export function watchFolder(
  root: string,
  folders: readonly string[],
  pass: () => Generator<undefined, Passed>,
): { close(): Promise<void> } {
  const bell = createBell();
  const notices = createNotices(root, bell.ring);
  let open = true;
  const loop = async () => {
    let pauseMs = IDLE_MS;
    let leastMs = LEAST_PAUSE_MS;
    while (open) {
      await bell.wait(pauseMs, leastMs);
      if (!open) break;
      const { passed, busyMs } = await inTurns(pass(), () => open);
      if (passed === undefined) break;
      if (passed.folders !== undefined) notices.set(passed.folders);
      pauseMs = passed.settled ? Math.max(IDLE_MS, busyMs / IDLE_SHARE) : SETTLE_MS;
      leastMs = Math.max(passed.settled ? LEAST_PAUSE_MS : SETTLE_MS, busyMs / HURRIED_SHARE);
    }
  };
  notices.set(folders);
  const ended = loop();
  return {
    async close() {
      open = false;
      notices.set([]);
      bell.stop();
      await ended;
    },
  };
}

/** Runs steps to their end, or until `goOn` says no; then nothing has passed. */
async function inTurns<T>(steps: Generator<undefined, T>, goOn: () => boolean) {
  let busyMs = 0;
  while (goOn()) {
    const began = performance.now();
    let step = steps.next();
    while (step.done !== true && performance.now() - began < TURN_MS) step = steps.next();
    busyMs += performance.now() - began;
    if (step.done === true) return { passed: step.value, busyMs };
    await othersTurn();
  }
  return { passed: undefined, busyMs };
}

/** A pause that ringing cuts short, though not below its least, and stopping ends at once. */
function createBell() {
  let rung = false;
  let wake = () => {};
  let stop = () => {};
  const ring = () => {
    if (!rung) wake();
    rung = true;
  };
  const wait = async (pauseMs: number, leastMs: number) => {
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const after = (ms: number) => setTimeout(resolve, ms).unref();
      stop = resolve;
      wake = () => after(leastMs - (performance.now() - began));
      after(rung ? leastMs : pauseMs);
    });
    rung = false;
  };
  return { ring, wait, stop: () => stop() };
}

/** The system's notices for a changing set of folders, each watched by itself: watching recursively misses new folders. */
function createNotices(root: string, ring: () => void) {
  const watchers = new Map<string, FSWatcher>();
  const stop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const start = (folder: string) => {
    try {
      const watcher = watch(join(root, folder), { persistent: false }, ring);
      watcher.on("error", () => stop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Without a notice the next look finds the change, only later.
    }
  };
  const set = (folders: readonly string[]) => {
    const wanted = new Set(folders.slice(0, MOST_NOTICES));
    for (const folder of watchers.keys()) if (!wanted.has(folder)) stop(folder);
    for (const folder of wanted) if (!watchers.has(folder)) start(folder);
  };
  return { set };
}
