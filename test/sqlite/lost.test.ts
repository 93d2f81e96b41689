import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { DeliveryError } from "../../src/errors.ts";
import { plain } from "../../src/reply/plain.ts";
import { channelDouble } from "../doubles/bot.ts";
import { digestingBot } from "../doubles/digesting.ts";

/** A bot over a folder that a test takes away, with librarians who cannot be reached at first. */
async function running() {
  const dataDir = join(mkdtempSync(join(tmpdir(), "receipts-lost-")), ".data");
  const store = await openSqliteStore(dataDir);
  const bot = digestingBot("slack", { store, staff: "C0STAFF" });
  const channel = channelDouble();
  const reachable = { yes: false };
  bot.connect({
    name: "slack",
    state: () => ({ connected: true, reason: undefined }),
    ended: new Promise(() => undefined),
    channel: () => ({
      ...channel,
      async post(reply) {
        if (!reachable.yes) throw new DeliveryError("not connected", { effect: "none" });
        return channel.post(reply);
      },
    }),
    close: async () => undefined,
  });
  const told = () => [...channel.posts.values()].map(plain);
  const events = () =>
    bot.logged.filter((line) => line.includes("store-")).map((line) => JSON.parse(line).event);
  return { ...bot, dataDir, told, events, reachable };
}

const LOST = /^What the bot keeps is in danger: .* DATA_DIR .* removed or replaced .* put a backup/;

test("a folder that is taken away under the running bot is told once, and to the librarians as soon as they can be reached", async () => {
  const { dataDir, store, tidy, trouble, said, told, events, reachable } = await running();
  await tidy();
  expect([trouble(), said, events()]).toEqual([undefined, [], []]);
  rmSync(dataDir, { recursive: true });
  await tidy();
  await tidy();
  expect(said).toEqual([expect.stringMatching(LOST)]);
  expect(trouble()).toBe(said[0]);
  expect(events()).toEqual(["store-lost"]);
  expect(existsSync(dataDir)).toBe(false);
  reachable.yes = true;
  await tidy();
  await tidy();
  expect(told()).toEqual(said);
  await expect(store.subscriptions.list(undefined)).resolves.toEqual([]);
});

test("so is a file that another was put in place of, until it is back", async () => {
  const { dataDir, tidy, trouble, said, events, reachable } = await running();
  reachable.yes = true;
  const [aside, file] = [`${dataDir}-aside`, join(dataDir, "receipts.db")];
  cpSync(dataDir, aside, { recursive: true });
  renameSync(file, `${file}-mine`);
  renameSync(join(aside, "receipts.db"), file);
  await tidy();
  expect(trouble()).toMatch(LOST);
  renameSync(`${file}-mine`, file);
  await tidy();
  expect([trouble(), said.length, events()]).toEqual([undefined, 1, ["store-lost", "store-back"]]);
});

test("what others do with the file beside the bot is no loss", async () => {
  const { dataDir, tidy, trouble } = await running();
  const other = await openSqliteStore(dataDir);
  await other.upkeep.prune(new Date());
  other.close();
  await tidy();
  expect(trouble()).toBeUndefined();
});
