import { expect, test } from "vitest";
import type { Reply } from "../../../src/model.ts";
import { rememberEvents } from "../../../src/seen.ts";
import { testBot } from "../../doubles/bot.ts";
import { onDiscord } from "../../doubles/discord-bot.ts";

/** A bot whose answers wait for a word. */
function waiting() {
  let begin: () => void = () => {};
  const word = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const bot = testBot();
  const after = async (reply: Promise<Reply>) => {
    await word;
    return reply;
  };
  return {
    begin,
    bot: { ...bot, handle: (all: Parameters<typeof bot.handle>[0]) => after(bot.handle(all)) },
  };
}

test("a bot that is stopped during ten answers finishes them, takes no more and disconnects", async () => {
  const { begin, bot } = waiting();
  const { discord, platform } = await onDiscord({ bot });
  const asked = Array.from({ length: 10 }, () => discord.slashCommand({ name: "help" }));
  for (const each of asked) await each.answered();
  const closed = platform.close();
  const late = discord.slashCommand({ name: "help" });
  begin();
  await closed;
  expect(asked.map(({ thinking }) => thinking)).not.toContain(true);
  expect([late.firstAnswer, platform.state()]).toEqual([undefined, { connected: false, reason: "closed" }]);
  await discord.until(() => discord.gateway.connections === 0);
});

test("a bot that is started twice answers once", async () => {
  const seen = rememberEvents();
  const first = await onDiscord({ seen });
  await onDiscord({ seen }, first.discord);
  const { discord } = first;
  const asked = discord.message({ content: "did it end?", mentionsBot: true });
  const command = discord.slashCommand({ name: "help" });
  await Promise.all([asked.reply(), command.reply()]);
  await discord.settled();
  expect([asked.replies.length, command.replies.length]).toEqual([1, 1]);
});

test("a bot that is started twice without a shared memory answers once, too", async () => {
  const first = await onDiscord();
  await onDiscord({}, first.discord);
  const { discord } = first;
  const asked = discord.message({ content: "did it end?", mentionsBot: true });
  const command = discord.slashCommand({ name: "help" });
  await Promise.all([asked.reply(), command.reply()]);
  await discord.settled();
  expect([asked.replies.length, command.replies.length, discord.thinking().length]).toEqual([1, 1, 0]);
});

test("a bot that cannot remember what it has seen answers all the same", async () => {
  const seen = { firstTime: () => Promise.reject(new Error("the disk is full")) };
  const { discord, logged } = await onDiscord({ seen });
  const command = discord.slashCommand({ name: "help" });
  const asked = discord.message({ content: "did it end?", mentionsBot: true });
  await Promise.all([command.reply(), asked.reply()]);
  await discord.settled();
  expect([command.replies.length, asked.replies.length]).toEqual([1, 1]);
  expect(new Set(logged)).toEqual(new Set(['{"event":"seen-events-failed","error":"Error"}']));
});
