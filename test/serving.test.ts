import { expect, test } from "vitest";
import { systemTime } from "../adapters/clock/clock.ts";
import type { Bot } from "../src/bot.ts";
import type { PlatformParts } from "../src/ports.ts";
import { plain } from "../src/reply/plain.ts";
import { createServing } from "../src/serving.ts";
import { channelDouble } from "./doubles/bot.ts";
import { memoryDigestStore } from "./doubles/digest-store.ts";
import { pressLibrary, signers } from "./doubles/press.ts";
import { memorySeenEvents } from "./doubles/seen-events.ts";

/** A bot on one platform, which tells what it was connected with. */
function serving(staffed: boolean) {
  const channel = channelDouble();
  const logged: string[] = [];
  const rests: string[] = [];
  let given: { readonly bot: Bot; readonly parts: PlatformParts } | undefined;
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const made = createServing({
    connecting: [
      {
        name: "slack",
        async connect(bot, parts) {
          given = { bot, parts };
          return {
            name: "slack",
            state: () => ({ connected: true, reason: undefined }),
            ended: new Promise(() => undefined),
            channel: () => channel,
            close: async () => undefined,
          };
        },
      },
    ],
    staffChannel: staffed ? { platform: "slack", channel: "C1" } : undefined,
    store: { ...memoryDigestStore(), seenEvents: memorySeenEvents() },
    ...systemTime(),
    repeat: () => async () => void rests.push("rests"),
    log: (event) => void logged.push(event),
    say: () => undefined,
  });
  const code = made.run({ library: pressLibrary, answer: () => signers }, stopped);
  return { made, channel, logged, rests, stop, code, given: () => given };
}

const broken = [{ path: "press/letter.md", line: 3, problem: "published is missing" }];

test("serves with digests until it is told to stop, and lets deliveries come to rest", async () => {
  const { made, given, rests, stop, code } = serving(false);
  await expect.poll(() => made.platforms()[0]?.connected).toBe(true);
  expect(given()?.bot.commands.map(({ name }) => name)).toEqual([
    "ask",
    "sources",
    "source",
    "digest",
    "help",
    "privacy",
  ]);
  expect(given()?.parts.staff).toBeUndefined();
  made.broken(broken);
  expect(rests).toEqual([]);
  stop();
  expect(await code).toBe(0);
  expect(rests).toContain("rests");
});

test("tells the librarians of files that break, and not that all is well again", async () => {
  const { made, channel, given, stop, code } = serving(true);
  await expect.poll(() => made.platforms()[0]?.connected).toBe(true);
  expect(given()?.bot.commands.map(({ name }) => name)).toContain("corrections");
  made.broken([]);
  made.broken(broken);
  await expect.poll(() => [...channel.posts.values()].map(plain).join()).toContain("press/letter.md:3");
  stop();
  expect(await code).toBe(0);
});

test("logs, and goes on, when the librarians cannot be told", async () => {
  const { made, logged, stop, code } = serving(true);
  made.broken(broken);
  await expect.poll(() => logged).toContain("staff-line-failed");
  stop();
  expect(await code).toBe(0);
});
