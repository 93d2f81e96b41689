import { expect, test } from "vitest";
import { testBot } from "../../doubles/bot.ts";
import { onDiscord } from "../../doubles/discord-bot.ts";
import { donation, signers } from "../../doubles/press.ts";

test("a mention is answered by a reply that everyone sees, and that notifies nobody", async () => {
  const { discord } = await onDiscord({ bot: testBot({ answer: () => signers }) });
  const asked = discord.message({ content: "how many signed?", mentionsBot: true });
  const reply = await asked.reply();
  expect(reply.reference).toBe(asked.message);
  expect(discord.sees(reply)).toMatchObject({ notified: [], onlyFor: undefined, invokedBy: undefined });
  expect(discord.sees(reply).whole).toMatchInlineSnapshot(`
    "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
    Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (link). Summary paragraph 1.

    Less exact elsewhere: hundreds (our summary of The Hill, September 2018, link).

    True as of June 2018; our sources on this end on 25 September 2018.
    More
    Context
    Something wrong?"
  `);
  expect(discord.refusedRequests).toEqual([]);
});

test("a command is acknowledged at once and answered to its asker alone", async () => {
  const { discord } = await onDiscord({ bot: testBot({ answer: () => donation }) });
  const asked = discord.slashCommand({ name: "ask", options: { question: "who turned it down?" } });
  expect(await asked.answered()).toMatchObject({ how: "thinking", ephemeral: true });
  const reply = await asked.reply();
  expect(discord.sees(reply).onlyFor).toBe("Alice");
  expect(discord.sees(reply).whole).toMatchInlineSnapshot(`
    "Two accounts in our sources. We do not say which is right.

    1. Turned down: RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
    (Our summary · The Hill · September 2018 · link)

    2. Handed back: Raices lämnade tillbaka de 250 000 dollarna, enligt The Register.
    (Our summary, in Swedish · Computer Sweden · 25 September 2018 · link)

    Same in both: $250,000.
    Share…
    Context
    Something wrong?"
  `);
  expect(discord.messagesIn(discord.start.general)).toEqual([]);
  await discord.settled();
  expect(discord.refusedRequests).toEqual([]);
});

test("a direct message is answered where it was written", async () => {
  const { discord } = await onDiscord();
  const reply = await discord.directMessage("did it end?").reply();
  expect(reply.channel.kind).toBe("direct");
  expect(discord.sees(reply).text).toContain("Not in our sources.");
});
