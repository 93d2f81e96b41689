import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { keepDelivering, type Repeat } from "../../src/digesting.ts";
import { channelDouble } from "../doubles/bot.ts";
import { digestingBot } from "../doubles/digesting.ts";

const MINUTE_MS = 60_000;

/** The works that are done again and again, to be done when a test says. */
function byHand() {
  const works: (() => Promise<void>)[] = [];
  const repeat: Repeat = (_, work, failed) => {
    works.push(() => work().catch(failed));
    return async () => undefined;
  };
  return { repeat, works };
}

test("what cannot be written is told with its code once a minute, and so is its end; nothing is lost", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-full-"));
  const store = await openSqliteStore(dataDir);
  const { clock, another, remind, tidy, connect } = digestingBot("slack", { store });
  const channel = channelDouble();
  connect({
    name: "slack",
    state: () => ({ connected: true, reason: undefined }),
    ended: new Promise(() => undefined),
    channel: () => channel,
    close: async () => undefined,
  });
  const next = new Date(clock.now().getTime() + MINUTE_MS);
  const schedule = { weekdays: [3], minuteOfDay: 12 * 60 + 1, zone: "UTC" } as const;
  const room = { platform: "slack", channel: "C1", thread: undefined } as const;
  const wish = { room, schedule, topics: [], language: "en", always: false, next };
  await store.subscriptions.add(wish, { hash: "e", sources: [] });
  const logged: unknown[] = [];
  const { repeat, works } = byHand();
  const scheduler = another();
  const log = (event: string, details = {}) => void logged.push({ event, ...details });
  keepDelivering({ scheduler, tidy, remind }, { repeat, clock }, log);
  const [tick = remind] = works;
  /** Half a second at a time, as it is in the product. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      await tick();
      await scheduler.idle();
      clock.add(500);
    }
  };
  const disk = new Libsql(join(dataDir, "receipts.db"));
  disk.exec("create trigger full before insert on delivery begin select raise(abort, 'disk is full'); end");
  await pass(3 * MINUTE_MS);
  disk.exec("drop trigger full");
  const failed = { event: "digests-failed", work: "deliver", error: "SqliteError" };
  const code = "SQLITE_CONSTRAINT_TRIGGER";
  expect(logged).toEqual([
    { ...failed, code, times: 1 },
    { ...failed, code, times: 121 },
  ]);
  expect(channel.posts.size).toBe(0);
  await pass(MINUTE_MS);
  expect(logged.slice(2)).toEqual([{ event: "digests-recovered", work: "deliver", times: 240, ms: 119_500 }]);
  expect(channel.posts.size).toBe(1);
  store.close();
});
