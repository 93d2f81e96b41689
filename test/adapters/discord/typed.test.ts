import { MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { testBot } from "../../doubles/bot.ts";
import { readMessage } from "../../doubles/discord/checks/message.ts";
import type { DiscordDouble } from "../../doubles/discord/discord.ts";
import { Form } from "../../doubles/discord/form.ts";
import { addMessage } from "../../doubles/discord/messages.ts";
import { onDiscord } from "../../doubles/discord-bot.ts";
import { signers } from "../../doubles/press.ts";

/** A bot that notes what it is asked. */
async function listening() {
  const asked: string[] = [];
  const answer = ({ text }: { readonly text: string }) => {
    asked.push(text);
    return signers;
  };
  const { discord } = await onDiscord({ bot: testBot({ answer }) });
  return { discord, asked };
}

/** A message of someone's, as a webhook or another bot can write it. */
function written({ world, start }: DiscordDouble, body: object) {
  const draft = readMessage(Form.of(body), "channel");
  return addMessage(world, { author: start.bob, channel: start.general, draft, files: [] });
}

const NEWS = "More than 650 employees signed.";
const TEXT = { type: 10, content: NEWS };

test.each([
  ["its own words", { content: `${NEWS} https://example.org/a` }, `${NEWS} https://example.org/a`],
  ["its own words, whatever a page that it links to says", { content: NEWS, embeds: [{ title: "x" }] }, NEWS],
  [
    "what an embed says, where it says nothing else",
    { embeds: [{ title: "News", description: NEWS }] },
    `News\n${NEWS}`,
  ],
  [
    "a preview's words behind an address",
    { content: "https://example.org/a", embeds: [{ description: NEWS }] },
    `https://example.org/a\n${NEWS}`,
  ],
  ["an embed's fields", { embeds: [{ fields: [{ name: "Signed", value: "650" }] }] }, "Signed: 650"],
  ["text displays", { flags: MessageFlags.IsComponentsV2, components: [TEXT] }, NEWS],
  [
    "what a container holds",
    { flags: MessageFlags.IsComponentsV2, components: [{ type: 17, components: [TEXT] }] },
    NEWS,
  ],
  [
    "words without people, places and pictures",
    {
      content: `<@300000000000000001> <:yes:123456789012345678> ${NEWS} </ask:123456789012345678> <id:browse>`,
    },
    NEWS,
  ],
  [
    "what a link shows, not its address",
    { content: "[More than 650](https://example.org/a_(b)) employees signed." },
    NEWS,
  ],
])("sources for a message are looked for by %s", async (_, body, text) => {
  const { discord, asked } = await listening();
  await discord.messageCommand("Find sources for this", written(discord, body)).reply();
  expect(asked[0]).toBe(text);
});

test("an emoji or a channel in a command's words is no part of the question", async () => {
  const { discord, asked } = await listening();
  const question = "<:hm:123456789012345678> how many signed in <#500000000000000001>?";
  await discord.slashCommand({ name: "ask", options: { question } }).reply();
  expect(asked).toEqual(["how many signed in  ?"]);
});
