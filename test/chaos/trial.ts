/** The trial: processes on one store that are killed and frozen while platforms fail and the file is held locked. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Libsql from "libsql";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { dueSlots, nextSlots } from "../../src/digest/schedule.ts";
import { type FakePlatforms, fakePlatforms } from "./platform.ts";
import { chaosClock, DAY_MS, findingOf, subscriptionOf, type World } from "./world.ts";

/** What is asked of a trial. */
export interface TrialWish {
  readonly slots: number;
  readonly kills: number;
  readonly freezes: number;
  /** Days of the trial's clock, each of them half a real minute. */
  readonly days: number;
  readonly workers: number;
  readonly seed: number;
}

/** What a trial found. */
export interface Findings {
  readonly slots: number;
  readonly kills: number;
  readonly freezes: number;
  readonly locks: number;
  readonly faults: FakePlatforms["faults"];
  readonly duplicates: number;
  readonly lost: number;
  readonly unsure: number;
  readonly unsureWithoutPost: number;
  /** Unsure although the platform could be asked. */
  readonly needlesslyUnsure: number;
  /** Lost replies, and processes struck between a post and its record, in channels where nobody can look: as many may be unsure. */
  readonly doubts: number;
  /** What became of the lost ones. */
  readonly lostStates: readonly string[];
  readonly dataDir: string;
}

/** Longer than a lease, in real milliseconds. */
const FROZEN_MS = 3000;

/** How long what is under way at the end may take, in real milliseconds. */
const DRAIN_MS = 8000;

/** Runs a trial; it takes its days and a quarter of a minute. */
export async function runTrial(wish: TrialWish): Promise<Findings> {
  const random = seeded(wish.seed);
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-chaos-"));
  const crowd = new Crowd(wish, random);
  const platforms = await fakePlatforms({
    random,
    stormy: () => crowd.stormy,
    strike: () => crowd.strike(),
    hit: (pid) => crowd.hit(pid),
  });
  crowd.struck = platforms.disturbed;
  const world: World = { dataDir, port: platforms.port, startMs: Date.now() };
  const subscribed = await subscribe(world, Math.ceil(wish.slots / wish.days));
  crowd.open(world);
  await crowd.rage(wish.days * DAY_MS - (Date.now() - world.startMs));
  const until = chaosClock(world).now();
  await wait(DRAIN_MS);
  crowd.close();
  await platforms.close();
  const { kills, freezes, locks } = crowd;
  return {
    ...(await count(world, subscribed, { until, platforms })),
    kills,
    freezes,
    locks,
    faults: platforms.faults,
    dataDir,
  };
}

async function subscribe(world: World, count: number) {
  const store = await openSqliteStore(world.dataDir);
  const now = chaosClock(world).now();
  const made = [];
  for (let number = 0; number < count; number++) {
    const { room, schedule } = subscriptionOf(number, count);
    const [next = now] = nextSlots(schedule, now, 1);
    const wish = { room, schedule, topics: [], language: "en", always: true, next };
    made.push(await store.subscriptions.add(wish, { hash: "first", sources: [] }));
  }
  store.close();
  return made;
}

type Subscribed = Awaited<ReturnType<typeof subscribe>>;

async function count(
  { dataDir }: World,
  subscribed: Subscribed,
  { until, platforms }: { readonly until: Date; readonly platforms: FakePlatforms },
) {
  const store = await openSqliteStore(dataDir);
  const rows = (await store.upkeep.tables()).find(({ name }) => name === "delivery")?.rows ?? [];
  store.close();
  const states = new Map(rows.map((row) => [String(row.key), String(row.state)]));
  const seen = new Map<string, number>();
  for (const { key } of platforms.posts) seen.set(key, (seen.get(key) ?? 0) + 1);
  const sums = {
    slots: 0,
    duplicates: 0,
    lost: 0,
    unsure: 0,
    unsureWithoutPost: 0,
    needlesslyUnsure: 0,
    doubts: 0,
  };
  const lostStates: string[] = [];
  for (const { id, schedule, next, room } of subscribed) {
    for (const slot of dueSlots(schedule, new Date(next.getTime() - 1), until)) {
      const key = `${id}@${slot.getTime()}`;
      const posts = seen.get(key) ?? 0;
      const unsure = states.get(key) === "unsure";
      if (findingOf(room.channel) === "nothing" && (platforms.doubtful.has(key) || (unsure && posts === 0)))
        sums.doubts += 1;
      sums.slots += 1;
      sums.duplicates += Math.max(0, posts - 1);
      if (posts === 0 && !unsure) {
        sums.lost += 1;
        lostStates.push(`${states.get(key)} ${Math.round((until.getTime() - slot.getTime()) / 60_000)} min`);
      }
      if (!unsure) continue;
      sums.unsure += 1;
      if (posts === 0) sums.unsureWithoutPost += 1;
      if (findingOf(room.channel) !== "nothing") sums.needlesslyUnsure += 1;
    }
  }
  return { ...sums, lostStates };
}

/** The trial's processes and what is done to them. */
class Crowd {
  kills = 0;
  freezes = 0;
  locks = 0;
  stormy = false;
  /** Told of each process that was killed or frozen, and, without one, of the file when it was held. */
  struck: (pid?: number) => void = () => undefined;
  readonly #wish: TrialWish;
  readonly #random: () => number;
  readonly #alive = new Map<number, ChildProcess>();
  readonly #frozen = new Set<number>();
  /** Processes that have begun their work; a kill before that would only try how fast they start. */
  readonly #working = new Set<number>();
  #world: World | undefined;
  #closed = false;

  constructor(wish: TrialWish, random: () => number) {
    this.#wish = wish;
    this.#random = random;
  }

  open(world: World): void {
    this.#world = world;
    for (let at = 0; at < this.#wish.workers; at++) this.#spawn();
  }

  /** Does all that is to be done to them within a time. */
  async rage(ms: number): Promise<void> {
    this.stormy = true;
    const until = Date.now() + ms;
    const pause = () => (ms / (this.#wish.kills + this.#wish.freezes)) * (0.5 + this.#random());
    while (Date.now() < until) {
      await wait(pause());
      const dice = this.#random();
      if (dice < 0.08) void this.#lock();
      const [pid] = [...this.#working].sort(() => this.#random() - 0.5);
      if (pid === undefined) continue;
      if (
        this.freezes < this.#wish.freezes &&
        dice < this.#wish.freezes / (this.#wish.kills + this.#wish.freezes)
      )
        this.#freeze(pid);
      // one of them goes on working, or the trial would only try how fast they start
      else if (this.kills < this.#wish.kills && dice < 0.9 && this.#working.size > 1) this.#kill(pid);
      // the others are killed while they post
    }
    this.stormy = false;
    for (const pid of this.#frozen) this.#thaw(pid);
  }

  /** What happens to the process that is posting now. */
  strike(): "none" | "before-post" | "after-post" {
    const left = this.#wish.kills - this.kills;
    if (left <= 0 || this.#random() > (0.25 * this.#wish.kills) / this.#wish.slots) return "none";
    return this.#random() < 0.35 ? "before-post" : "after-post";
  }

  hit(pid: number): void {
    if (this.#random() < 0.15 && this.freezes < this.#wish.freezes) this.#freeze(pid);
    else this.#kill(pid);
  }

  close(): void {
    this.#closed = true;
    for (const child of this.#alive.values()) child.kill("SIGKILL");
  }

  #spawn(): void {
    if (this.#closed || this.#world === undefined) return;
    const file = fileURLToPath(new URL("worker.ts", import.meta.url));
    const child = fork(file, [JSON.stringify(this.#world)], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const { pid } = child;
    if (pid === undefined) throw new Error("no process could be started");
    this.#alive.set(pid, child);
    child.once("message", () => this.#working.add(pid));
    child.once("exit", () => {
      this.#alive.delete(pid);
      this.#working.delete(pid);
      this.#frozen.delete(pid);
      this.#spawn();
    });
  }

  #kill(pid: number): void {
    if (!this.#alive.get(pid)?.kill("SIGKILL")) return;
    this.kills += 1;
    this.struck(pid);
  }

  #freeze(pid: number): void {
    if (this.#frozen.has(pid) || !this.#alive.get(pid)?.kill("SIGSTOP")) return;
    this.freezes += 1;
    this.struck(pid);
    this.#frozen.add(pid);
    void wait(FROZEN_MS + this.#random() * 1000).then(() => this.#thaw(pid));
  }

  #thaw(pid: number): void {
    this.#frozen.delete(pid);
    this.#alive.get(pid)?.kill("SIGCONT");
  }

  /** Holds the file for a while, as a backup might. */
  async #lock(): Promise<void> {
    if (this.#world === undefined) return;
    const file = new Libsql(join(this.#world.dataDir, "receipts.db"));
    try {
      file.exec("pragma busy_timeout = 20; begin immediate");
      this.locks += 1;
      this.struck();
      await wait(200 + this.#random() * 600);
      file.exec("rollback");
      this.struck();
    } catch {
      // somebody else held it at this moment
    }
    file.close();
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
