import { expect, test } from "vitest";
import { createPostMemory } from "../../src/digest/post-memory.ts";
import { plain } from "../../src/reply/plain.ts";
import { asker, channelDouble, pressOf, testBot } from "../doubles/bot.ts";
import { memoryDigestStore } from "../doubles/digest-store.ts";
import { pressLibrary, signers } from "../doubles/press.ts";

test("what cannot be remembered stands posted all the same: shared once, and taken back", async () => {
  const logged: string[] = [];
  const lost = () => Promise.reject(new Error("the disk is full"));
  const store = memoryDigestStore();
  const full = {
    sharedPosts: { ...store.sharedPosts, remember: lost, forget: lost },
    upkeep: { ...store.upkeep, erase: lost },
  };
  const posts = createPostMemory(full, pressLibrary, {
    now: () => new Date(0),
    log: (event, details = {}) => void logged.push(JSON.stringify({ event, ...details })),
  });
  const bot = testBot({ answer: () => signers, posts });
  const channel = channelDouble();
  const answer = await bot.say({ ...asker, text: "who signed?" });
  const confirm = await bot.press(pressOf(answer, "share"), channel);
  const press = pressOf(confirm.reply, "share-confirmed");
  const both = [await bot.press(press, channel), await bot.press(press, channel)];
  expect(both.map(({ reply }) => plain(reply))).toEqual([
    "Posted. Your name is not on it.",
    "This is posted already; it was not posted twice.",
  ]);
  expect(channel.posts.size).toBe(1);
  const [shared = confirm] = both;
  const back = await bot.press(pressOf(shared.reply, "take-back"), channel);
  expect([plain(back.reply), channel.posts.size]).toEqual(["Taken back. Who has seen it, has seen it.", 0]);
  await bot.posted(asker.place, "P9", answer);
  await bot.removedFrom(asker.place);
  expect(new Set(logged)).toEqual(new Set(['{"event":"post-memory-failed","error":"Error"}']));
  expect(logged).toHaveLength(4);
});
