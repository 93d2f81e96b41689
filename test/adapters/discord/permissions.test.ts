import { PermissionsBitField } from "discord.js";
import { describe, expect, test } from "vitest";
import { INVITED, inviteLink } from "../../../adapters/discord/permissions.ts";
import { DeliveryError } from "../../../src/errors.ts";
import { sharedReply } from "../../../src/reply/reply.ts";
import { testBot } from "../../doubles/bot.ts";
import { onDiscord } from "../../doubles/discord-bot.ts";
import { signers } from "../../doubles/press.ts";

const bot = () => testBot({ answer: () => signers });
const mention = { content: "how many signed?", mentionsBot: true };
const post = sharedReply({ ...signers, language: "en" }, []);

test("the invitation asks for what is needed and nothing else", () => {
  expect(new PermissionsBitField(INVITED).toArray()).toEqual([
    "ViewChannel",
    "SendMessages",
    "ReadMessageHistory",
    "SendMessagesInThreads",
  ]);
  expect(inviteLink("123")).toBe(
    "https://discord.com/oauth2/authorize?client_id=123&scope=bot+applications.commands&permissions=274877975552",
  );
});

describe("where a permission is missing", () => {
  test.each(["EmbedLinks", "AttachFiles", "CreatePublicThreads", "AddReactions"] as const)(
    "that the bot does not use, such as %s, everything works",
    async (name) => {
      const { discord, logged } = await onDiscord({ bot: bot() });
      discord.deny(discord.start.general, name);
      const mentioned = await discord.message(mention).reply();
      const command = await discord.slashCommand({ name: "ask", options: { question: "?" } }).reply();
      for (const each of [mentioned, command]) expect(discord.sees(each).text).toContain("More than 650");
      expect([logged, discord.refusedRequests]).toEqual([[], []]);
    },
  );

  test("to read the history, a mention is answered without being a reply", async () => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.deny(discord.start.general, "ReadMessageHistory");
    const reply = await discord.message(mention).reply();
    expect([reply.reference, discord.sees(reply).text.slice(0, 13)]).toEqual([undefined, "More than 650"]);
  });

  test("to send, the operator reads its name once a mention, and commands still answer", async () => {
    const { discord, logged } = await onDiscord({ bot: bot() });
    const { general } = discord.start;
    discord.deny(general, "SendMessages");
    discord.message(mention);
    await discord.until(() => logged.length === 1);
    expect(logged).toEqual([
      `{"event":"discord-forbidden","code":50013,"missing":"Send Messages","channel":"${general.id}"}`,
    ]);
    const command = await discord.slashCommand({ name: "ask", options: { question: "?" } }).reply();
    expect(discord.sees(command).text).toContain("More than 650");
  });

  test("to send in threads, the thread's own permission is named", async () => {
    const { discord, logged } = await onDiscord({ bot: bot() });
    const thread = discord.addThread(discord.start.general, "letter");
    discord.deny(discord.start.general, "SendMessagesInThreads");
    discord.message({ ...mention, channel: thread });
    await discord.until(() => logged.length === 1);
    expect(logged[0]).toContain('"missing":"Send Messages in Threads"');
  });

  test("to see the channel, commands there are still answered to their asker", async () => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.deny(discord.start.general, "ViewChannel");
    const reply = await discord.slashCommand({ name: "ask", options: { question: "?" } }).reply();
    expect(discord.sees(reply).onlyFor).toBe("Alice");
  });
});

describe("a post that nobody asked for", () => {
  test("arrives in the channel it is for, and can be removed", async () => {
    const { discord, platform } = await onDiscord();
    const channel = platform.channel(discord.start.quiet.id);
    const id = await channel.post(post);
    expect(discord.messagesIn(discord.start.quiet)).toHaveLength(1);
    await channel.remove(id);
    await channel.remove(id);
    expect(discord.messagesIn(discord.start.quiet)).toEqual([]);
  });

  test("is made once under one key, can be found so, and can be replaced by a longer one", async () => {
    const { discord, platform } = await onDiscord();
    const channel = platform.channel(discord.start.quiet.id);
    const ids = [await channel.post(post, "slot 1"), await channel.post(post, "slot 1")];
    expect([new Set(ids).size, discord.messagesIn(discord.start.quiet).length]).toEqual([1, 1]);
    await platform.channel(discord.start.general.id).post(post, "slot 1");
    expect(discord.messagesIn(discord.start.general)).toHaveLength(1);
    const [now, since] = [new Date(200_000), new Date(100_000)];
    expect((await channel.find("slot 1", since, now)).kind).toBe("repeat");
    expect((await channel.find("slot 1", new Date(0), now)).kind).toBe("cannot-tell");
    for (const text of ["Corrected.", "long ".repeat(500), "Corrected again."])
      await channel.replace(ids[0] ?? "", {
        ...post,
        blocks: [{ kind: "paragraph", text: [{ kind: "text", text }] }],
      });
    const [seen] = discord.messagesIn(discord.start.quiet).map((each) => discord.sees(each).text);
    expect(seen).toBe("Corrected again.");
  });

  test("can reply to an earlier one", async () => {
    const { discord, platform } = await onDiscord();
    const id = await platform.channel(discord.start.quiet.id).post(post);
    await platform.channel(discord.start.quiet.id, id).post(post);
    expect(discord.messagesIn(discord.start.quiet).map(({ reference }) => reference?.id)).toEqual([
      undefined,
      id,
    ]);
  });

  test("is a delivery that failed where the channel is gone, closed or not the bot's", async () => {
    const { discord, platform } = await onDiscord();
    const { quiet, general, alice } = discord.start;
    discord.deleteChannel(quiet);
    discord.deny(general, "SendMessages");
    discord.closeDirectMessages(alice);
    const direct = discord.directChannel(alice);
    const says = [];
    for (const id of [quiet.id, general.id, direct.id, "1"])
      says.push(
        await platform
          .channel(id)
          .post(post)
          .catch((error: unknown) => error instanceof DeliveryError && `${error.message}: ${error.effect}`),
      );
    expect(says).toEqual([
      "Discord says no (10003): gone",
      "Discord says no (50013): not-allowed",
      "Discord says no (50007): not-allowed",
      "Discord says no (10003): gone",
    ]);
  });

  test.each([
    [160005, "Thread is locked", "archived"],
    [50083, "Thread is archived", "archived"],
    [50008, "Cannot send messages in a non-text channel", "not-allowed"],
    [50024, "Cannot execute action on this channel type", "not-allowed"],
  ])("is not tried again and again where Discord says %i (%s)", async (code, message, effect) => {
    const { discord, platform } = await onDiscord();
    discord.failNext("POST /channels/*/messages", 1, {
      kind: "status",
      status: 400,
      body: { code, message },
    });
    const posting = platform.channel(discord.start.quiet.id).post(post);
    await expect(posting).rejects.toMatchObject({ effect });
  });
});
