import { describe, expect, test } from "vitest";
import { buttonIds, buttonRows, carriedBy } from "../../../adapters/discord/buttons.ts";
import type { Action } from "../../../src/model.ts";
import { channelDouble, testBot } from "../../doubles/bot.ts";
import type { Message } from "../../doubles/discord/model.ts";
import { type OnDiscord, onDiscord } from "../../doubles/discord-bot.ts";
import { donation, lengthy, lengthyLibrary, signers } from "../../doubles/press.ts";

const POST = "POST /channels/*/messages";
const REFUSED = { kind: "status", status: 403, body: { code: 50013, message: "no" } } as const;

const staffed = () => testBot({ answer: () => signers, staffed: true });

async function asked(on: OnDiscord): Promise<Message> {
  return on.discord.slashCommand({ name: "ask", options: { question: "how many signed?" } }).reply();
}

/** The message of a long answer that its buttons are on. */
async function lastOf(on: OnDiscord): Promise<Message> {
  const command = on.discord.slashCommand({ name: "ask", options: { question: "what was said?" } });
  await on.discord.settled();
  const message = command.replies.at(-1);
  if (message === undefined) throw new Error("nothing was answered");
  return message;
}

/** The post that pressing Share and then Post makes, and what its presser reads. */
async function shared(on: OnDiscord) {
  const confirm = await on.discord.press(await asked(on), "Share…").reply();
  on.discord.press(confirm, "Post");
  await on.discord.until(() => on.discord.messagesIn(on.discord.start.general).length === 1);
  await on.discord.settled();
  const [post] = on.discord.messagesIn(on.discord.start.general);
  if (post === undefined) throw new Error("nothing was posted");
  return { confirm, post };
}

describe("Share", () => {
  test("asks once, posts under the bot's own name, and can be taken back", async () => {
    const on = await onDiscord({ bot: testBot({ answer: () => donation }) });
    const { confirm, post } = await shared(on);
    expect(on.discord.sees(post)).toMatchObject({ invokedBy: undefined, onlyFor: undefined, notified: [] });
    expect(on.discord.sees(post).whole).toContain("2. Raices lämnade tillbaka");
    expect(on.discord.sees(confirm)).toMatchObject({
      text: "Posted. Your name is not on it.",
      onlyFor: "Alice",
    });
    on.discord.press(confirm, "Take back");
    await on.discord.settled();
    expect(on.discord.messagesIn(on.discord.start.general)).toEqual([]);
    expect(on.discord.sees(confirm).text).toBe("Taken back. Who has seen it, has seen it.");
    expect(on.discord.refusedRequests).toEqual([]);
  });

  test("names the channel in its question, which can be answered with no", async () => {
    const on = await onDiscord({ bot: staffed() });
    const confirm = await on.discord.press(await asked(on), "Share…").reply();
    expect(on.discord.sees(confirm).text).toBe(
      "Post to #general? Your name is not on it; the moment may give you away.",
    );
    on.discord.press(confirm, "Cancel");
    await on.discord.settled();
    expect(on.discord.sees(confirm)).toMatchObject({ text: "Not posted.", buttons: [] });
    expect(on.discord.messagesIn(on.discord.start.general)).toEqual([]);
  });

  test("counts once when it is pressed twice at once, and both presses are acknowledged", async () => {
    const on = await onDiscord({ bot: staffed() });
    const confirm = await on.discord.press(await asked(on), "Share…").reply();
    const both = [on.discord.press(confirm, "Post"), on.discord.press(confirm, "Post")];
    await on.discord.settled();
    expect(await Promise.all(both.map((each) => each.answered()))).toHaveLength(2);
    expect(on.discord.messagesIn(on.discord.start.general)).toHaveLength(1);
    expect(on.discord.sees(confirm).text).toMatch(/^(Posted|This is posted already)/);
  });

  test("counts once for one answer, though it is asked for twice, and again once it was taken back", async () => {
    const on = await onDiscord({ bot: staffed() });
    const answer = await asked(on);
    const [first, second] = [
      await on.discord.press(answer, "Share…").reply(),
      await on.discord.press(answer, "Share…").reply(),
    ];
    for (const confirm of [first, second]) {
      on.discord.press(confirm, "Post");
      await on.discord.settled();
    }
    expect(on.discord.messagesIn(on.discord.start.general)).toHaveLength(1);
    expect(on.discord.sees(second).text).toBe("This is posted already; it was not posted twice.");
    on.discord.press(second, "Take back");
    await on.discord.settled();
    const third = await on.discord.press(answer, "Share…").reply();
    on.discord.press(third, "Post");
    await on.discord.settled();
    expect(on.discord.messagesIn(on.discord.start.general)).toHaveLength(1);
  });

  test("posts once though the reply to the post is lost", async () => {
    const on = await onDiscord({ bot: staffed() });
    const confirm = await on.discord.press(await asked(on), "Share…").reply();
    on.discord.failNext("POST /channels/*/messages", 1, { kind: "lost-closed" });
    on.discord.press(confirm, "Post");
    await on.discord.settled();
    expect(on.discord.messagesIn(on.discord.start.general)).toHaveLength(1);
    expect(on.discord.sees(confirm).text).toBe("Posted. Your name is not on it.");
  });

  test("says so where the bot may not write, and can be tried again", async () => {
    const on = await onDiscord({ bot: staffed() });
    const confirm = await on.discord.press(await asked(on), "Share…").reply();
    on.discord.deny(on.discord.start.general, "SendMessages");
    const press = on.discord.press(confirm, "Post");
    expect(on.discord.sees(await press.reply())).toMatchObject({
      text: "That could not be posted here. Is the bot a member of this channel, and may it write?",
      onlyFor: "Alice",
    });
    on.discord.allow(on.discord.start.general, "SendMessages");
    on.discord.press(confirm, "Post");
    await on.discord.settled();
    expect(on.discord.messagesIn(on.discord.start.general)).toHaveLength(1);
  });

  test("of several messages is posted whole or not at all, and whole when it is tried again", async () => {
    const on = await onDiscord({ bot: testBot({ answer: () => lengthy, library: lengthyLibrary }) });
    const { discord } = on;
    const confirm = await discord.press(await lastOf(on), "Share…").reply();
    discord.failNext(POST, 1, { kind: "slow", ms: 1 });
    discord.failNext(POST, 1, REFUSED);
    const press = discord.press(confirm, "Post");
    expect(discord.sees(await press.reply()).text).toContain("That could not be posted here.");
    expect(discord.messagesIn(discord.start.general)).toEqual([]);
    discord.press(confirm, "Post");
    await discord.settled();
    expect(discord.messagesIn(discord.start.general)).toHaveLength(2);
    expect(discord.sees(confirm).text).toBe("Posted. Your name is not on it.");
    discord.press(confirm, "Take back");
    await discord.settled();
    expect(discord.messagesIn(discord.start.general)).toEqual([]);
  });

  test("of which half could not be removed is completed when it is tried again", async () => {
    const on = await onDiscord({ bot: testBot({ answer: () => lengthy, library: lengthyLibrary }) });
    const { discord } = on;
    const confirm = await discord.press(await lastOf(on), "Share…").reply();
    discord.failNext(POST, 1, { kind: "slow", ms: 1 });
    discord.failNext(POST, 1, REFUSED);
    discord.failNext("DELETE /channels/*/messages/*", 1, REFUSED);
    await discord.press(confirm, "Post").reply();
    expect(discord.messagesIn(discord.start.general)).toHaveLength(1);
    discord.press(confirm, "Post");
    await discord.settled();
    expect(discord.messagesIn(discord.start.general)).toHaveLength(2);
  });

  test("posts in the thread that it was asked in", async () => {
    const on = await onDiscord({ bot: staffed() });
    const thread = on.discord.addThread(on.discord.start.general, "the letter");
    const reply = await on.discord
      .slashCommand({ name: "ask", options: { question: "how many?" }, channel: thread })
      .reply();
    const confirm = await on.discord.press(reply, "Share…").reply();
    on.discord.press(confirm, "Post");
    await on.discord.settled();
    expect(on.discord.messagesIn(thread)).toHaveLength(1);
    expect(on.discord.messagesIn(on.discord.start.general)).toEqual([]);
  });
});

describe("the other buttons", () => {
  test.each(["More", "Context", "Something wrong?"])(
    "%s on a public answer answers its presser alone",
    async (label) => {
      const on = await onDiscord({ bot: staffed() });
      const reply = await on.discord.message({ content: "how many?", mentionsBot: true }).reply();
      const pressed = await on.discord.press(reply, label, on.discord.start.bob).reply();
      expect(on.discord.sees(pressed).onlyFor).toBe("Bob");
      expect(on.discord.messagesIn(on.discord.start.general).length).toBe(2);
    },
  );

  test("work after a restart, since they carry all they need", async () => {
    const first = await onDiscord({ bot: staffed() });
    const reply = await asked(first);
    await first.platform.close();
    const second = await onDiscord({ bot: staffed() }, first.discord);
    const context = await second.discord.press(reply, "Context").reply();
    expect(second.discord.sees(context).text).toContain("Paragraph 1 of 3 (the cited one)");
  });

  test("of an earlier release say that they no longer work", async () => {
    const on = await onDiscord({ bot: staffed() });
    const reply = await asked(on);
    const old = {
      ...reply,
      components: [{ type: 1, components: [{ type: 2, style: 2, label: "Old", custom_id: "receipts:v0" }] }],
    };
    const answer = await on.discord.press(old, "Old").reply();
    expect(on.discord.sees(answer).text).toBe(
      "Our sources have changed here since this message. Please ask again.",
    );
  });

  test("ask an example question of help", async () => {
    const on = await onDiscord({ bot: staffed() });
    const help = await on.discord.slashCommand({ name: "help" }).reply();
    const reply = await on.discord.press(help, "Who turned down money from Salesforce?").reply();
    expect(on.discord.sees(reply)).toMatchObject({ onlyFor: "Alice" });
    expect(on.discord.sees(reply).text).toContain("More than 650");
  });
});

test("a person who asks without a pause is asked to wait, and nobody else is", async () => {
  const on = await onDiscord({ bot: staffed() });
  for (let asked = 0; asked < 30; asked++) on.discord.slashCommand({ name: "help" });
  await on.discord.settled();
  const busy = await on.discord.slashCommand({ name: "help" }).reply();
  expect(on.discord.sees(busy).text).toBe("That was a lot at once. Please wait a minute and ask again.");
  const other = await on.discord.slashCommand({ name: "help", user: on.discord.start.bob }).reply();
  expect(on.discord.sees(other).text).not.toContain("wait a minute");
});

describe("Ask the librarians", () => {
  test("opens an empty box that says who will read it, and posts what is typed without a name", async () => {
    const staff = channelDouble();
    const on = await onDiscord({ bot: testBot({ staffed: true }), staff });
    const press = on.discord.press(await asked(on), "Ask the librarians…");
    expect(await press.answered()).toMatchObject({ how: "modal" });
    expect(JSON.stringify(press.interaction?.modal)).toContain("without your name");
    const sent = on.discord.submitModal(press, { text: "Do you have the Oracle letter?" });
    expect(on.discord.sees(await sent.reply())).toMatchObject({ onlyFor: "Alice" });
    expect(JSON.stringify([...staff.posts.values()])).toContain("Do you have the Oracle letter?");
    expect(JSON.stringify([...staff.posts.values()])).not.toContain("Alice");
  });
});

describe("what a button carries", () => {
  const action = (kind: Action["kind"], ...keys: readonly string[]): Action => ({ kind, label: kind, keys });
  const long = Array.from({ length: 9 }, (_, at) => `${at}`.repeat(11).concat(".10.12"));
  const read = (actions: readonly Action[]) => {
    const ids = buttonRows(actions).flatMap(({ components }) =>
      components.flatMap((each) => ("custom_id" in each ? [each.custom_id] : [])),
    );
    return { ids, carried: ids.map((id) => carriedBy(id, ids)) };
  };

  test("comes back as it was", () => {
    const actions = [
      action("share", "en", "0~0_1~%24250%2C000", "a.0.0+b.1.1"),
      action("ask-example", "sv", "=CBP | ICE"),
      action("ask-example", "sv", "=»CBP«"),
    ];
    expect(read(actions).carried).toEqual(actions.map(({ kind, keys }) => ({ kind, keys })));
  });

  test("stands in its neighbours' ids where it is too long for its own", () => {
    const actions = [
      action("share", "en", "-", ...long),
      action("more", "en", "a"),
      action("context", "en"),
      action("wrong", "en"),
    ];
    const { ids, carried } = read(actions);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(carried).toEqual(actions.map(({ kind, keys }) => ({ kind, keys })));
  });

  test("is left out rather than broken where there is no room at all", () => {
    const actions = [action("share", "en", "-", ...long, ...long), action("context", "en", "a")];
    expect(read(actions).carried).toEqual([{ kind: "context", keys: ["en", "a"] }]);
  });

  test("leads from Share to a question that can be answered with yes, or is not offered", () => {
    const paragraphs = Array.from({ length: 30 }, (_, at) => `paragraph${at}.0.0`);
    const offered = paragraphs.map((_, at) => {
      const keys = ["en", "-", paragraphs.slice(0, at + 1).join("+")];
      const kinds = (actions: readonly Action[], origin?: string) =>
        buttonRows(actions, origin).flatMap(({ components }) =>
          components.map((each) => ("label" in each ? each.label : "")),
        );
      const answer = kinds([
        action("share", ...keys),
        action("more", "en"),
        action("context", "en"),
        action("wrong", "en"),
      ]);
      const question = kinds([action("share-confirmed", ...keys), action("cancel", "en")], "1".repeat(20));
      return [answer.includes("share"), question.includes("share-confirmed")];
    });
    expect(offered.map(([share]) => share)).toEqual(offered.map(([, post]) => post));
    expect(new Set(offered.map(([share]) => share))).toEqual(new Set([true, false]));
  });

  test("is nothing where an id is not ours", () => {
    expect(carriedBy("receipts:v0", ["receipts:v0"])).toBeUndefined();
    expect(buttonIds([])).toEqual([]);
  });
});
