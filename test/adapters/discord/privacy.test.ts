import { describe, expect, test } from "vitest";
import { testBot } from "../../doubles/bot.ts";
import type { Message } from "../../doubles/discord/model.ts";
import { type OnDiscord, onDiscord } from "../../doubles/discord-bot.ts";
import { ended, signers } from "../../doubles/press.ts";

const MARK = "zqxmark";

/** A bot that answers marked questions, of which some are not in the sources; the librarians read in #quiet. */
async function opened() {
  const answer = ({ text }: { readonly text: string }) => (text.includes("ended") ? ended : signers);
  const on = await onDiscord({
    bot: testBot({ answer, staffed: true }),
    staffIn: ({ start }) => start.quiet.id,
  });
  const { alice, general, quiet } = on.discord.start;
  // what the bot posts may name nobody: neither by name nor by id
  const people = [alice.name, alice.id];
  return { on, people, general, quiet };
}

/** What somebody who is not Alice can see of the bot, as the API shows it. */
function seenByBob({ discord }: OnDiscord, before: ReadonlySet<Message>) {
  const { general, quiet, bob } = discord.start;
  return [general, quiet]
    .flatMap((channel) => discord.messagesIn(channel, bob))
    .filter((each) => each.author === discord.bot && !before.has(each));
}

describe("nobody else learns who asked", () => {
  test.each([
    ["ask", { question: `${MARK} how many?` }],
    ["ask", { question: `${MARK} ended?` }],
    ["sources", {}],
    ["source", { source: "press/letter" }],
    ["help", {}],
    ["privacy", {}],
    ["Find sources for this", undefined],
  ])("or that anyone did, by the command %s and all its buttons but Share", async (name, options) => {
    const { on } = await opened();
    const { discord } = on;
    const target = discord.message({ content: `${MARK} they said`, user: discord.start.bob }).message;
    if (target === undefined) throw new Error("nothing was written");
    const asked =
      options === undefined ? discord.messageCommand(name, target) : discord.slashCommand({ name, options });
    const reply = await asked.reply();
    for (const { label } of discord.sees(reply).buttons) discord.press(reply, label);
    await discord.settled();
    expect(seenByBob(on, new Set())).toEqual([]);
    expect(discord.sent()).not.toContain(MARK);
    expect(on.logged).toEqual([]);
  });

  test("by Share, which posts findings without a name, and by Take back", async () => {
    const { on, people } = await opened();
    const { discord } = on;
    const reply = await discord
      .slashCommand({ name: "ask", options: { question: `${MARK} how many?` } })
      .reply();
    const confirm = await discord.press(reply, "Share…").reply();
    discord.press(confirm, "Post");
    await discord.settled();
    const [post] = seenByBob(on, new Set());
    if (post === undefined) throw new Error("nothing was posted");
    expect(discord.sees(post)).toMatchObject({ invokedBy: undefined, notified: [] });
    for (const person of [...people, MARK]) expect(JSON.stringify(discord.sees(post))).not.toContain(person);
    discord.press(confirm, "Take back");
    await discord.settled();
    expect(seenByBob(on, new Set())).toEqual([]);
    for (const person of [...people, MARK]) expect(discord.sent()).not.toContain(person);
  });

  test("by Ask the librarians, which posts what is typed and nothing else", async () => {
    const { on, people, quiet } = await opened();
    const { discord } = on;
    const reply = await discord
      .slashCommand({ name: "ask", options: { question: `${MARK} ended?` } })
      .reply();
    const press = discord.press(reply, "Ask the librarians…");
    await press.answered();
    await discord.submitModal(press, { text: "Is there an Oracle letter? @everyone" }).reply();
    const [post] = discord.messagesIn(quiet);
    if (post === undefined) throw new Error("nothing was posted");
    expect(discord.sees(post)).toMatchObject({ invokedBy: undefined, notified: [] });
    expect(discord.sees(post).text).toContain("Is there an Oracle letter? @everyone");
    for (const person of [...people, MARK]) expect(discord.sent()).not.toContain(person);
    expect(on.logged).toEqual([]);
  });

  test("by a mention's answer, which does not repeat the question", async () => {
    const { on } = await opened();
    const { discord } = on;
    await discord.message({ content: `${MARK} how many?`, mentionsBot: true }).reply();
    await discord.directMessage(`${MARK} how many?`).reply();
    await discord.settled();
    expect(discord.sent()).not.toContain(MARK);
  });
});

test("what fails is logged by name and number, never by what was said or by whom", async () => {
  const { on, people } = await opened();
  const { discord } = on;
  for (const status of [400, 403, 404])
    for (const route of [
      "POST /channels/*/messages",
      "PATCH /webhooks/*/*/messages/@original",
      "POST /interactions/*/*/callback",
    ])
      discord.failNext(route, 1, { kind: "status", status, body: { code: 50_035, message: MARK } });
  for (let asked = 0; asked < 3; asked++) {
    discord.directMessage(`${MARK} how many?`);
    discord.slashCommand({ name: "ask", options: { question: `${MARK} how many?` } });
    await discord.until(() => on.logged.length >= 2 * (asked + 1));
  }
  for (const word of [...people, MARK, discord.token]) expect(on.logged.join("\n")).not.toContain(word);
});

test.each([
  ["a role mention", "<@&400000000000000001> how many?"],
  ["everyone", "@everyone how many?"],
  ["nobody", "how many?"],
])("%s is not answered", async (_, content) => {
  const { on } = await opened();
  const asked = on.discord.message({ content });
  await on.discord.settled();
  expect(asked.replies).toEqual([]);
});

test("another bot and the ping of a reply are not answered", async () => {
  const { on } = await opened();
  const { discord } = on;
  const answer = await discord.message({ content: "how many?", mentionsBot: true }).reply();
  const others = [
    discord.message({ content: "how many?", mentionsBot: true, user: discord.start.otherBot }),
    discord.message({ content: "thank you", replyTo: answer }),
  ];
  await discord.settled();
  expect(others.flatMap(({ replies }) => replies)).toEqual([]);
});
