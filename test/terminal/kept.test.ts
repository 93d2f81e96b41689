import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { keptCheck } from "../../adapters/terminal/checks.ts";
import { askForCorrections } from "../../adapters/terminal/corrections.ts";
import { erasePlace, printKept, readPlace } from "../../adapters/terminal/kept.ts";
import { correctionsCommand } from "../../src/commands/corrections.ts";
import type { Room } from "../../src/digest/model.ts";
import { UsageError } from "../../src/errors.ts";
import { memoryDigestStore } from "../doubles/digest-store.ts";
import { givenLibrary } from "../doubles/given-library.ts";

const room: Room = { platform: "slack", channel: "C0123ABCD", thread: undefined };
const now = new Date("2027-03-01T12:00:00Z");

async function filled() {
  const store = await openSqliteStore(mkdtempSync(join(tmpdir(), "receipts-kept-")));
  const schedule = { weekdays: [1], minuteOfDay: 540, zone: "UTC" } as const;
  await store.subscriptions.add(
    { room, schedule, topics: [], language: "en", always: false, next: now },
    { hash: "e1", sources: [] },
  );
  await store.seenEvents.firstTime("Ev1", now);
  return store;
}

async function printed(print: (write: (line: string) => void) => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  await print((line) => lines.push(line));
  return lines.join("\n");
}

describe("kept", () => {
  test("prints every table in plain words, and no key", async () => {
    const { upkeep } = await filled();
    const text = await printed((write) => printKept(upkeep, write));
    expect(text).toContain(
      "subscription: 1 row\n  Which channels get a digest, when, and about what. Until it is removed.",
    );
    expect(text).toContain("next 2027-03-01T12:00:00.000Z");
    expect(text).toContain("seen_event: 1 row");
    expect(text).toContain("name seen-key, value (not shown)");
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    expect(text).not.toContain("does not know");
  });
});

describe("forget", () => {
  test("erases a channel and says how much that was", async () => {
    const { upkeep, subscriptions } = await filled();
    const place = readPlace(["slack:C0123ABCD"]);
    expect(await printed((write) => erasePlace(upkeep, place, write))).toBe(
      "Erased: 1 row. Nothing of that place is left.",
    );
    expect(await printed((write) => erasePlace(upkeep, place, write))).toBe(
      "Nothing of that place was kept.",
    );
    expect(await subscriptions.list(undefined)).toEqual([]);
  });

  test.each([[[]], [["C0123ABCD"]], [["slack:"]], [["irc:room"]]])(
    "needs a place, and %j is none",
    (words) => {
      expect(() => readPlace(words)).toThrow(UsageError);
    },
  );
});

test("corrections lists what is pending, and takes a key and a reason a line", async () => {
  const store = memoryDigestStore();
  const library = givenLibrary({ "press/letter": { title: "The letter", body: "About 870 people signed." } });
  const shown = {
    source: "press/letter",
    title: "The letter",
    publisher: "The Paper",
    paragraph: 1,
    quote: "About 650 people signed.",
    text: "About 650 people signed.",
  };
  await store.sharedPosts.remember({ room, postId: "1.1", language: "en", passages: [shown] }, now);
  const command = correctionsCommand({
    library,
    sharedPosts: store.sharedPosts,
    isStaff: () => true,
    now: () => now,
  });
  const say = async (lines: readonly string[]) => {
    const output = new PassThrough({ encoding: "utf8" });
    await askForCorrections({ input: Readable.from(lines.map((line) => `${line}\n`)), output, command });
    return String(output.end().read());
  };
  const listed = await say([]);
  expect(listed).toContain("We had shown, from The Paper, “The letter”: About 650 people signed.");
  const [, key = ""] = /\n([0-9a-z]{4}) \(/.exec(listed) ?? [];
  expect(await say([`${key}`, `${key} the paper corrected itself`, ""])).toMatch(
    /Please add a reason[\s\S]*1 message is being corrected/,
  );
  const claim = await store.ledger.claim("slack", now, 1000);
  expect(claim).toMatchObject({ kind: "correction", correction: { reason: "the paper corrected itself" } });
});

test("doctor names digests that rest, and what waits for a correction", async () => {
  const check = keptCheck(async () => ({
    subscriptions: [
      { room, pause: "archived", waits: true },
      { room, pause: "asked", waits: true },
      { room, pause: undefined, waits: true },
    ],
    uncorrected: 3,
  }));
  expect(await check.run()).toEqual([
    { state: "ok", text: "3 digests" },
    { state: "by-hand", text: "the digest of slack:C0123ABCD rests: archived" },
    {
      state: "by-hand",
      text: "the digest of slack:C0123ABCD waits: the knowledge folder has none of the works it knew; put them back, or see digest list in its channel for when news are counted again",
    },
    { state: "by-hand", text: "3 posts wait for a correction: npm run corrections" },
  ]);
  expect(await keptCheck(async () => undefined).run()).toEqual([
    { state: "ok", text: "nothing is kept yet" },
  ]);
});
