import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import type { Place } from "../../src/model.ts";
import { digestingBot } from "../doubles/digesting.ts";
import { fakeRooms } from "../doubles/rooms.ts";

const MARK = "zqxmark";
const CHANNEL = "C0PLACE00001";

const inChannel: Place = { platform: "slack", channel: CHANNEL, thread: undefined, direct: false };
const inPrivate: Place = { ...inChannel, channel: `D0${MARK}`, direct: true };

/** A bot on a real store that is asked, shared from, subscribed to, delivered by and corrected, with marks wherever a person could be. */
async function lived(dataDir: string) {
  const store = await openSqliteStore(dataDir);
  const house = digestingBot("slack", { store, staff: "C0STAFF00001" });
  const rooms = fakeRooms(house.clock, "history");
  const channel = (id: string, thread?: string) => rooms.channel({ platform: "slack", channel: id, thread });
  house.connect({
    name: "slack",
    state: () => ({ connected: true, reason: undefined }),
    ended: new Promise(() => {}),
    channel,
    close: async () => {},
  });
  const where = { audience: "asker", mayManage: true, locale: undefined } as const;
  const said = [
    `who signed, asks ${MARK}?`,
    `/digest subscribe mon 9 ${MARK}`,
    "/digest subscribe mon 9",
    `/digest pause ${MARK}`,
    "/digest resume",
    `/corrections ${MARK} ${MARK}`,
  ];
  for (let round = 0; round < 20; round++)
    for (const text of said)
      for (const place of [inChannel, inPrivate]) await house.bot.say({ ...where, place, text });
  const reply = await house.bot.say({ ...where, place: inChannel, text: `who signed, asks ${MARK}?` });
  for (const place of [inChannel, inPrivate]) await house.bot.posted(place, "P1", reply);
  for (let at = 0; at < 200; at++) await store.seenEvents.firstTime(`Ev${MARK}${at}`, house.clock.now());
  house.clock.set(new Date("2027-03-08T08:00:00Z"));
  rooms.faults.push({ lost: true });
  await house.deliver(undefined, 20);
  return house;
}

const bytesOf = (dataDir: string) =>
  Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name))));

test("no byte of the store or the log holds a person, a question or a direct message", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-bytes-"));
  const { store, logged } = await lived(dataDir);
  expect((await store.subscriptions.list(undefined)).length).toBeGreaterThan(0);
  expect((await store.sharedPosts.all()).length).toBeGreaterThan(0);
  expect(bytesOf(dataDir).includes(CHANNEL)).toBe(true);
  expect(bytesOf(dataDir).includes(MARK)).toBe(false);
  expect(logged.join("\n")).not.toContain(MARK);
  expect(logged.join("\n")).not.toContain(CHANNEL);
});

test("no byte of what has been kept long enough is left", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-bytes-"));
  const { store, clock } = await lived(dataDir);
  const events = (await store.upkeep.tables()).find(({ name }) => name === "seen_event")?.rows ?? [];
  const [post] = await store.sharedPosts.all();
  const kept = [String(events[0]?.hash), post?.passages[0]?.quote ?? ""];
  expect(kept.filter((each) => bytesOf(dataDir).includes(each))).toEqual(kept);
  clock.add(181 * 86_400_000);
  await store.upkeep.prune(clock.now());
  expect(kept.filter((each) => bytesOf(dataDir).includes(each))).toEqual([]);
});

test("no byte of a channel is left, also where another process was reading when it was forgotten", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-bytes-"));
  const { store } = await lived(dataDir);
  const reader = new Libsql(join(dataDir, "receipts.db"));
  reader.exec("begin");
  reader.prepare("select * from shared_post").all();
  const erased = store.upkeep.erase({ platform: "slack", channel: CHANNEL });
  setTimeout(() => reader.exec("commit"), 100);
  await erased;
  expect(bytesOf(dataDir).includes(CHANNEL)).toBe(false);
});

test("no byte of a channel is left once it was forgotten", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-bytes-"));
  const { store } = await lived(dataDir);
  expect(await store.upkeep.erase({ platform: "slack", channel: CHANNEL })).toBeGreaterThan(1);
  expect(bytesOf(dataDir).includes(CHANNEL)).toBe(false);
});
