import { describe, expect, test } from "vitest";
import { connectSlack } from "../../../adapters/slack/app.ts";
import { joinPost } from "../../../src/reply/keys.ts";
import { rememberEvents } from "../../../src/seen.ts";
import { addHostileSources, type DigestingOptions, digestingBot } from "../../doubles/digesting.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { apiError, lostReply, rateLimited, status } from "../../doubles/slack/faults.ts";
import type { SlackDoubleOptions } from "../../doubles/slack/slack.ts";
import { closeAfterwards, openSlack, texts } from "../../doubles/slack/trivial-app.ts";
import { wrongs } from "./slack-bot.ts";

const STAFF = "C0LIBRARIAN";
const PATIENCE = { attempts: 3, firstMs: 1, mostMs: 4 };
const TIMING = { answer: PATIENCE, press: PATIENCE, apology: PATIENCE };
const monday = new Date("2027-03-08T08:00:00Z");

async function onSlack(options: SlackDoubleOptions & DigestingOptions = {}) {
  const slack = await openSlack({
    ...options,
    channels: [...(options.channels ?? []), { id: STAFF, name: "librarians" }],
  });
  const house = digestingBot("slack", { staff: STAFF, ...options });
  const { botToken, appToken, apiUrl } = slack;
  const parts = {
    seen: rememberEvents(),
    staff: undefined,
    now: () => new Date(),
    log: () => undefined,
    back: () => undefined,
  };
  const platform = await connectSlack(
    house.bot,
    { mode: "socket", botToken, appToken, apiUrl },
    parts,
    TIMING,
  );
  house.connect(platform);
  closeAfterwards(() => platform.close());
  const command = async (text: string, channel = general) => {
    const before = slack.shownTo(alice).length;
    slack.slashCommand({ command: "/receipts", text, channel });
    await slack.until(() => slack.shownTo(alice).length > before, { what: "the reply", withinMs: 10_000 });
    await slack.settled();
    const shown = slack.shownTo(alice).at(-1);
    return shown === undefined ? "" : slack.read(shown).text;
  };
  return { ...house, platform, slack, command };
}

describe("a digest on Slack", () => {
  test("is subscribed to in private, announced to all, and posted once at its time", async () => {
    const { slack, command, clock, deliver, another } = await onSlack();
    expect(await command("digest subscribe mon 9 Europe/Stockholm")).toContain(
      "Next: Monday, 8 March 2027, 09:00;",
    );
    expect(texts(slack.messagesIn(general))[0]).toContain("This channel now gets a digest of our sources:");
    clock.set(monday);
    await Promise.all([deliver(), deliver(another())]);
    const posts = slack.messagesIn(general).slice(1);
    expect(texts(posts)).toEqual([
      expect.stringContaining("The first digest of this channel: our sources are 1 work"),
    ]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("that came due while the bot was down is posted once, marked late, also after the clock was two hours wrong", async () => {
    const { slack, command, clock, deliver, another } = await onSlack();
    await command("digest subscribe mon 9 Europe/London");
    clock.set(new Date("2027-03-08T11:00:00Z"));
    await deliver(another());
    clock.add(-2 * 3_600_000);
    await deliver(another());
    clock.add(4 * 3_600_000);
    await deliver();
    const posts = slack.messagesIn(general).slice(1);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toContain("Late: this was due on Monday, 8 March 2027, 09:00.");
    expect(wrongs(slack)).toEqual([]);
  });

  test("in thirty channels at nine is posted once in each, one after the other", async () => {
    const channels = Array.from({ length: 30 }, (_, at) => ({
      id: `C0DIGEST${10 + at}`,
      name: `digest-${at}`,
    }));
    const { slack, store, clock, deliver, command } = await onSlack({ channels });
    await command("digest subscribe mon 9");
    const [known] = await store.subscriptions.list(undefined);
    for (const { id } of channels)
      if (known)
        await store.subscriptions.add(
          { ...known, room: { ...known.room, channel: id } },
          { hash: known.edition, sources: [] },
        );
    clock.set(monday);
    await deliver(undefined, 35);
    for (const { id } of channels) expect(slack.messagesIn(id)).toHaveLength(1);
    expect(wrongs(slack)).toEqual([]);
  });

  test.each([
    ["is archived", { archived: true }, "archived"],
    ["the bot is not in", { botIsMember: false }, "not-a-member"],
    ["is read-only", { readOnly: true }, "not-allowed"],
  ] as const)(
    "for a channel that %s is paused, its librarians are told, and nothing is tried again",
    async (_, spec, why) => {
      const closed = "C0CLOSED0001";
      const { slack, store, clock, deliver, command } = await onSlack({
        channels: [{ id: closed, name: "closed", ...spec }],
      });
      await command("digest subscribe mon 9");
      const [known] = await store.subscriptions.list(undefined);
      if (known)
        await store.subscriptions.add(
          { ...known, room: { ...known.room, channel: closed } },
          { hash: known.edition, sources: [] },
        );
      clock.set(monday);
      await deliver();
      expect((await store.subscriptions.list(undefined)).map(({ pause }) => pause)).toEqual([undefined, why]);
      expect(texts(slack.messagesIn(STAFF))).toEqual([
        expect.stringContaining("A digest on slack was paused"),
      ]);
      const calls = slack.callsTo("chat.postMessage").length;
      clock.add(24 * 3_600_000);
      await deliver();
      expect(slack.callsTo("chat.postMessage").length).toBe(calls);
    },
  );

  test("is refused in a direct message, whose address is a person", async () => {
    const { slack, store } = await onSlack();
    slack.directMessage({ text: "digest subscribe mon 9" });
    await slack.settled();
    expect(slack.everythingSent()).toContain("Digests are for channels");
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("whose reply was lost is unsure and not posted again, for the bot may not read the channel", async () => {
    const { slack, command, clock, deliver } = await onSlack();
    await command("digest subscribe mon 9");
    slack.failNext("chat.postMessage", 1, lostReply());
    clock.set(monday);
    await deliver();
    clock.add(60_000);
    await deliver();
    expect(slack.messagesIn(general)).toHaveLength(2);
    expect(await command("digest list")).toContain(
      "Nobody can know whether the digest of Monday, 8 March 2027, 09:00 was posted",
    );
    expect(texts(slack.messagesIn(STAFF))).toEqual([expect.stringContaining("please look")]);
  });

  test("that Slack has not taken is posted when Slack asks for it", async () => {
    const { slack, command, clock, deliver } = await onSlack();
    await command("digest subscribe mon 9");
    slack.failNext("chat.postMessage", 1, rateLimited(1));
    clock.set(monday);
    await deliver(undefined, 1);
    expect(slack.messagesIn(general)).toHaveLength(1);
    slack.failNext("chat.postMessage", 1, status(503));
    // the wait that Slack asked for is a real one
    while (slack.messagesIn(general).length < 2) {
      clock.add(1000);
      await deliver();
    }
    expect(slack.messagesIn(general)).toHaveLength(2);
  });

  test("of hostile and endless sources is one message that pings nobody", async () => {
    const { slack, command, clock, deliver, library } = await onSlack();
    await command("digest subscribe mon 9");
    const marks = "<!channel> <!here> <!everyone> <!subteam^S1> <@U0ALICE0001> @channel";
    addHostileSources(library, marks);
    clock.set(monday);
    await deliver();
    const [post, ...more] = slack.messagesIn(general).slice(1);
    expect(more).toEqual([]);
    expect(post && slack.read(post).liveMentions).toEqual([]);
    expect(post && slack.read(post).text).toContain("<!channel>");
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("a correction on Slack", () => {
  test("edits the post that was wrong and says why in its thread, once a librarian has sent it", async () => {
    const { slack, command, clock, deliver, library } = await onSlack();
    await command("digest subscribe mon 9");
    library.put("press/second", { title: "Second", body: "About 12 people came to the gate." });
    clock.set(monday);
    await deliver();
    library.put("press/second", { title: "Second", body: "About 1,200 people came to the gate." });
    expect(await command("corrections")).toContain("Corrections are sent from the librarians' channel");
    const listed = await command("corrections", STAFF);
    const [, key = ""] = /\n([0-9a-z]{4}) \(1 message\)/.exec(listed) ?? [];
    expect(await command(`corrections ${key}`, STAFF)).toContain("Please add a reason");
    slack.failNext("chat.update", 1, apiError("service_unavailable"));
    expect(await command(`corrections ${key} we had dropped two digits`, STAFF)).toContain(
      "1 message is being corrected.",
    );
    await deliver();
    const [, post, reply, ...more] = slack.messagesIn(general);
    expect(more).toEqual([]);
    expect(post && slack.read(post).text).toBe("Corrected, see thread.");
    expect(reply?.threadTs).toBe(post?.ts);
    expect(reply?.text).toContain("It now reads: About 1,200 people came to the gate.");
    expect(reply?.text).toContain("Why: we had dropped two digits");
    expect(await command("corrections", STAFF)).toContain("No correction is pending.");
    expect(wrongs(slack)).toEqual([]);
  });

  /** Words that stood in messages of the bot's own and are in no source, and a correction of them that was sent. */
  async function corrected(house: Awaited<ReturnType<typeof onSlack>>, postId: string) {
    const shown = { source: "press/letter", title: "The letter", publisher: "The Paper", paragraph: 1 };
    const passages = [{ ...shown, quote: "Old words.", text: "Old words." }];
    const room = { platform: "slack", channel: general, thread: undefined } as const;
    await house.store.sharedPosts.remember({ room, postId, language: "en", passages }, house.clock.now());
    const listed = await house.command("corrections", STAFF);
    const [, key = ""] = /\n([0-9a-z]{4}) \(1 message\)/.exec(listed) ?? [];
    await house.command(`corrections ${key} wrong`, STAFF);
    await house.deliver();
  }

  const line = (text: string) => ({
    audience: "channel" as const,
    language: "en",
    blocks: [{ kind: "paragraph" as const, text: [{ kind: "text" as const, text }] }],
    actions: [],
  });

  test("of a post of several messages stands below the first, and the others are gone", async () => {
    const house = await onSlack();
    const { slack, platform } = house;
    const posted = [
      await platform.channel(general).post(line("One.")),
      await platform.channel(general).post(line("Two.")),
    ];
    await corrected(house, joinPost(posted));
    const [post, reply, ...more] = slack.messagesIn(general);
    expect(more).toEqual([]);
    expect([post?.text, reply?.threadTs]).toEqual(["Corrected, see thread.", post?.ts]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("of a post that somebody deleted is no longer pending, and nothing is posted", async () => {
    const house = await onSlack();
    const { slack, platform, command } = house;
    const postId = await platform.channel(general).post(line("One."));
    await platform.channel(general).remove(postId);
    await corrected(house, postId);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(await command("corrections", STAFF)).toContain("No correction is pending.");
  });

  test("of a post that Slack lets nobody change any more is said below it all the same", async () => {
    const house = await onSlack();
    const { slack, platform } = house;
    const postId = await platform.channel(general).post(line("One."));
    slack.failNext("chat.update", 1, apiError("edit_window_closed"));
    await corrected(house, postId);
    const [, reply] = slack.messagesIn(general);
    expect([reply?.threadTs, reply?.text]).toEqual([postId, expect.stringContaining("Why: wrong")]);
  });

  test("that is pending is told to the librarians once, and again only where that did not arrive", async () => {
    const { slack, store, library, remind } = await onSlack();
    const shown = { source: "press/letter", title: "The letter", publisher: "The Paper", paragraph: 1 };
    const passages = [{ ...shown, quote: "Old words.", text: "Old words." }];
    const room = { platform: "slack", channel: general, thread: undefined } as const;
    await store.sharedPosts.remember({ room, postId: "1.1", language: "en", passages }, monday);
    slack.failNext("chat.postMessage", 9, status(503));
    await remind();
    slack.clearFaults();
    for (let time = 0; time < 3; time++) await remind();
    expect(texts(slack.messagesIn(STAFF))).toEqual([expect.stringContaining("1 message in a channel shows")]);
    expect(library.sources()).toHaveLength(1);
  });

  test("is possible for what a mention was answered with", async () => {
    const { slack, store } = await onSlack();
    slack.mention({ text: "how many signed?" });
    await slack.settled();
    const [post] = await store.sharedPosts.all();
    expect(post).toMatchObject({ postId: slack.messagesIn(general).at(-1)?.ts });
  });
});
