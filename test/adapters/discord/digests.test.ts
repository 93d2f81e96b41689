import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { addHostileSources, type DigestingOptions, digestingBot } from "../../doubles/digesting.ts";
import type { Channel } from "../../doubles/discord/model.ts";
import { onDiscord, openDiscord } from "../../doubles/discord-bot.ts";

const monday = new Date("2027-03-08T08:00:00Z");

async function digestsOnDiscord(options: Pick<DigestingOptions, "store"> = {}) {
  const discord = await openDiscord();
  const { guild, alice, general, quiet } = discord.start;
  const house = digestingBot("discord", { staff: quiet.id, ...options });
  const { platform } = await onDiscord({ bot: { ...house.bot, logged: house.logged } }, discord);
  house.connect(platform);
  const stewards = discord.addRole(guild, "stewards", { permissions: PermissionFlagsBits.ManageChannels });
  guild.members.get(alice.id)?.roles.add(stewards.id);
  const digest = async (action: string, details?: string, channel: Channel = general) => {
    const asked = discord.slashCommand({
      name: "digest",
      channel,
      options: { action, ...(details && { details }) },
    });
    return discord.sees(await asked.reply()).text;
  };
  const corrections = async (correction?: string) => {
    const asked = discord.slashCommand({
      name: "corrections",
      channel: quiet,
      options: { ...(correction && { correction }) },
    });
    return discord.sees(await asked.reply()).text;
  };
  const posts = (channel: Channel = general) =>
    discord.messagesIn(channel).map((message) => discord.sees(message).text);
  return { ...house, platform, discord, alice, general, quiet, digest, corrections, posts };
}

describe("a digest on Discord", () => {
  test("is subscribed to in private, announced to all, and posted once by two processes", async () => {
    const { digest, posts, clock, deliver, another, discord } = await digestsOnDiscord();
    expect(await digest("subscribe", "mon 9 Europe/Stockholm")).toContain(
      "Next: Monday, 8 March 2027, 09:00;",
    );
    expect(posts()[0]).toContain("This channel now gets a digest of our sources:");
    clock.set(monday);
    await Promise.all([deliver(), deliver(another())]);
    expect(posts().slice(1)).toEqual([
      expect.stringContaining("The first digest of this channel: our sources are 1 work"),
    ]);
    expect(discord.refusedRequests).toEqual([]);
  });

  test("is changed by who may manage the channel alone", async () => {
    const discord = await openDiscord();
    const house = digestingBot("discord");
    const { platform } = await onDiscord({ bot: { ...house.bot, logged: [] } }, discord);
    house.connect(platform);
    const asked = discord.slashCommand({
      name: "digest",
      options: { action: "subscribe", details: "mon 9" },
    });
    expect(discord.sees(await asked.reply()).text).toContain("Only people who may manage this channel");
    const mentioned = discord.message({ content: "digest subscribe mon 9", mentionsBot: true });
    expect(discord.sees(await mentioned.reply()).text).toContain("Only people who may manage this channel");
    expect(await house.store.subscriptions.list(undefined)).toEqual([]);
  });

  test("is changed by a mention, too, of who may manage the channel, and of nobody who speaks beside them", async () => {
    const { discord, general, store, alice } = await digestsOnDiscord();
    const thread = discord.addThread(general, "the letter");
    const mention = { content: "digest subscribe mon 9", mentionsBot: true };
    const asked = [general, thread].flatMap((channel) => [
      discord.message({ ...mention, channel, user: alice }),
      discord.message({ ...mention, channel, user: discord.start.bob }),
    ]);
    const replies = await Promise.all(asked.map((each) => each.reply()));
    expect(replies.map((each) => discord.sees(each).text.split("\n")[0])).toEqual([
      "Subscribed.",
      "Only people who may manage this channel can change its digests.",
      "Subscribed.",
      "Only people who may manage this channel can change its digests.",
    ]);
    expect(await store.subscriptions.list(undefined)).toHaveLength(2);
  });

  test("that came due while the bot was down is posted once, marked late", async () => {
    const { digest, posts, clock, deliver, another } = await digestsOnDiscord();
    await digest("subscribe", "mon 9 Europe/London");
    clock.set(new Date("2027-03-08T11:00:00Z"));
    await deliver(another());
    clock.add(-2 * 3_600_000);
    await deliver(another());
    clock.add(4 * 3_600_000);
    await deliver();
    expect(posts().slice(1)).toEqual([
      expect.stringContaining("Late: this was due on Monday, 8 March 2027, 09:00."),
    ]);
  });

  test("whose reply was lost is one post, for Discord knows its nonce", async () => {
    const { digest, posts, clock, deliver, discord } = await digestsOnDiscord();
    await digest("subscribe", "mon 9");
    discord.failNext(/messages/, 1, { kind: "lost" });
    clock.set(monday);
    await deliver();
    expect(posts()).toHaveLength(2);
    clock.add(30_000);
    await deliver();
    expect(posts()).toHaveLength(2);
    expect(await digest("list")).not.toContain("Nobody can know");
  });

  test("waits as Discord asks, without holding up others", async () => {
    const { digest, posts, clock, deliver, discord } = await digestsOnDiscord();
    await digest("subscribe", "mon 9");
    discord.failNext(/messages/, 1, { kind: "rate-limit", retryAfterMs: 5000 });
    clock.set(monday);
    await deliver();
    expect(posts()).toHaveLength(1);
    while (posts().length < 2) {
      clock.add(1000);
      await deliver();
    }
    expect(await digest("list")).not.toContain("Nobody can know");
  });

  test("for a channel where the bot may not write any more, or that is gone, is paused, and its librarians are told", async () => {
    const { digest, posts, clock, deliver, discord, general, quiet, store } = await digestsOnDiscord();
    const other = discord.addChannel(discord.start.guild, "other");
    await digest("subscribe", "mon 9");
    await digest("subscribe", "mon 9", other);
    discord.deny(general, "SendMessages");
    discord.failNext(`POST /channels/${other.id}/messages`, 1, {
      kind: "status",
      status: 404,
      body: { code: 10003, message: "Unknown Channel" },
    });
    clock.set(monday);
    await deliver();
    expect((await store.subscriptions.list(undefined)).map(({ pause }) => pause)).toEqual([
      "not-allowed",
      "gone",
    ]);
    expect(posts(quiet)).toEqual(
      expect.arrayContaining([expect.stringContaining("A digest on discord was paused")]),
    );
    const before = discord.requests.length;
    clock.add(7 * 86_400_000);
    await deliver();
    expect(discord.requests.length).toBe(before);
  });

  test("is forgotten with its channel, and where the bot is removed", async () => {
    const { digest, discord, general, store } = await digestsOnDiscord();
    const other = discord.addChannel(discord.start.guild, "other");
    await digest("subscribe", "mon 9");
    await digest("subscribe", "mon 9", other);
    discord.deleteChannel(other);
    const rooms = async () => (await store.subscriptions.list(undefined)).map(({ room }) => room.channel);
    await discord.until(async () => (await rooms()).length === 1);
    expect(await rooms()).toEqual([general.id]);
    discord.removeBot(discord.start.guild);
    await discord.until(async () => (await rooms()).length === 0);
  });

  test("is forgotten with the channel of its thread", async () => {
    const { digest, discord, general, store } = await digestsOnDiscord();
    const other = discord.addChannel(discord.start.guild, "other");
    await digest("subscribe", "mon 9");
    await digest("subscribe", "mon 9", discord.addThread(other, "the letter"));
    discord.deleteChannel(other);
    const rooms = async () => (await store.subscriptions.list(undefined)).map(({ room }) => room.channel);
    await discord.until(async () => (await rooms()).length === 1);
    expect(await rooms()).toEqual([general.id]);
  });

  test("is refused in a direct message, whose address is a person", async () => {
    const { discord, store, alice } = await digestsOnDiscord();
    const reply = await discord.directMessage("digest subscribe mon 9", alice).reply();
    expect(discord.sees(reply).text).toContain("Digests are for channels");
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("of hostile and endless sources is one message that pings nobody", async () => {
    const { digest, clock, deliver, library, discord, general } = await digestsOnDiscord();
    discord.grant(discord.start.guild, "MentionEveryone");
    await digest("subscribe", "mon 9");
    const marks = "@everyone @here <@&400000000000000001> <@300000000000000001>";
    addHostileSources(library, marks);
    clock.set(monday);
    await deliver();
    const [post, ...more] = discord.messagesIn(general).slice(1);
    expect(more).toEqual([]);
    expect(post && discord.sees(post).notified).toEqual([]);
    expect(post && discord.sees(post).text).toContain("everyone");
    expect(discord.refusedRequests).toEqual([]);
  });
});

describe("a correction on Discord", () => {
  test("edits the post that was wrong and replies to it, once a librarian has sent it", async () => {
    const { digest, corrections, posts, clock, deliver, library, discord, general } =
      await digestsOnDiscord();
    await digest("subscribe", "mon 9");
    library.put("press/second", { title: "Second", body: "About 12 people came to the gate." });
    clock.set(monday);
    await deliver();
    library.put("press/second", { title: "Second", body: "About 1,200 people came to the gate." });
    const [, key = ""] = /\n([0-9a-z]{4}) \(1 message\)/.exec(await corrections()) ?? [];
    expect(await corrections(`${key} we had dropped two digits`)).toContain("1 message is being corrected.");
    discord.failNext(/messages/, 1, { kind: "lost" });
    await deliver();
    clock.add(30_000);
    await deliver();
    const [, post, reply, ...more] = discord.messagesIn(general);
    expect(more).toEqual([]);
    expect(posts()[1]).toBe("Corrected, see thread.");
    expect(reply?.reference).toBe(post);
    expect(posts()[2]).toContain("It now reads: About 1,200 people came to the gate.");
  });

  test("of a post that somebody deleted is no longer pending, and nothing is posted", async () => {
    const house = await digestsOnDiscord();
    const { corrections, clock, deliver, library, platform, general, posts } = house;
    await house.digest("subscribe", "mon 9");
    library.put("press/second", { title: "Second", body: "About 12 people came to the gate." });
    clock.set(monday);
    await deliver();
    const [post] = await house.store.sharedPosts.all();
    await platform.channel(general.id).remove(post?.postId ?? "");
    library.put("press/second", { title: "Second", body: "About 1,200 people came to the gate." });
    const [, key = ""] = /\n([0-9a-z]{4}) \(1 message\)/.exec(await corrections()) ?? [];
    await corrections(`${key} we had dropped two digits`);
    await deliver();
    expect(posts()).toHaveLength(1);
    expect(await corrections()).toContain("No correction is pending.");
  });
});
