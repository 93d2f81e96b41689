import { expect, test } from "vitest";
import type { DigestStore } from "../src/digest/ports.ts";
import { createLazyDigesting } from "../src/lazy-digesting.ts";
import { plain } from "../src/reply/plain.ts";
import { wordingFor } from "../src/reply/wording/tables.ts";
import { channelDouble } from "./doubles/bot.ts";
import { memoryDigestStore } from "./doubles/digest-store.ts";
import { pressLibrary } from "./doubles/press.ts";
import { fixedClock } from "./doubles/rooms.ts";

/** Digests in a terminal; `open` fails as often as a test says. */
function lazily(failures = 0) {
  const seen: string[] = [];
  let left = failures;
  const store: DigestStore = memoryDigestStore();
  const digesting = createLazyDigesting({
    library: pressLibrary,
    platform: "terminal",
    channel: channelDouble(),
    clock: fixedClock("2027-03-03T12:00:00Z"),
    repeat: () => {
      seen.push("delivering");
      return async () => void seen.push("rests");
    },
    log: () => undefined,
    say: () => undefined,
    zone: () => "UTC",
    direct: "kept",
    async open() {
      left -= 1;
      if (left >= 0) throw new Error("cannot be opened");
      seen.push("opened");
      return { store, close: () => void seen.push("closed") };
    },
  });
  const place = { platform: "terminal", channel: "terminal", thread: undefined, direct: true } as const;
  const words = wordingFor("en");
  const list = async () =>
    digesting.commands[0]?.run(
      { action: "list" },
      { place, words, audience: "asker", mayManage: true, locale: undefined },
    );
  return { digesting, seen, list };
}

test("nothing is opened, and nothing delivered, until a digest is asked for", async () => {
  const { digesting, seen, list } = lazily();
  expect(digesting.commands.map(({ name }) => name)).toEqual(["digest"]);
  expect(seen).toEqual([]);
  const reply = await list();
  expect(reply && plain(reply)).toContain("no digest");
  await digesting.open();
  expect(seen).toEqual(["opened", "delivering", "delivering", "delivering"]);
  await digesting.close();
  expect(seen.slice(4)).toEqual(["rests", "rests", "rests", "closed"]);
});

test("what is closed is not opened by whoever comes late", async () => {
  const { digesting, seen } = lazily();
  await digesting.close();
  await digesting.open();
  expect(seen).toEqual([]);
});

test("a folder that could not be opened is opened by the next who asks", async () => {
  const { digesting, seen, list } = lazily(1);
  await expect(digesting.open()).rejects.toThrow("cannot be opened");
  await list();
  expect(seen[0]).toBe("opened");
});
