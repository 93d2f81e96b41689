import { describe, expect, test } from "vitest";
import { lengthy, lengthyLibrary } from "../../doubles/press.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { apiError, lostReply, slow } from "../../doubles/slack/faults.ts";
import type { Message } from "../../doubles/slack/model.ts";
import type { SlackDouble } from "../../doubles/slack/slack.ts";
import { texts } from "../../doubles/slack/trivial-app.ts";
import { settled, startBot, wrongs } from "./slack-bot.ts";

const bob = "U0BOB000002";
const MARK = "zqxmark";

const last = (slack: SlackDouble, user = alice): Message => {
  const message = slack.shownTo(user).at(-1);
  if (message === undefined) throw new Error("nothing is shown");
  return message;
};

/** Asks, presses Share… and hands out the question that asks once more. */
async function upToConfirm(slack: SlackDouble): Promise<Message> {
  slack.slashCommand({ command: "/ask", text: `who signed ${MARK}?` });
  await settled(slack);
  slack.press(last(slack), "Share…");
  await settled(slack);
  return last(slack);
}

describe("Share", () => {
  test("asks once, naming the channel, then posts findings and sources as the bot's own message", async () => {
    const { slack } = await startBot();
    const confirm = await upToConfirm(slack);
    expect(slack.read(confirm).text).toContain("Your name is not on it; the moment may give you away.");
    expect(slack.read(confirm).liveMentions).toEqual([`<#${general}>`]);
    expect(slack.messagesIn(general)).toEqual([]);
    slack.press(confirm, "Post");
    await settled(slack);
    const [post, ...others] = slack.messagesIn(general);
    expect(others).toEqual([]);
    expect(post && slack.read(post).text).toContain("More than 650 Salesforce employees");
    expect(post).toMatchObject({ user: slack.botUserId, shows: undefined, metadata: undefined });
    expect(post && slack.read(post).buttons).toEqual([]);
    // the question that asked once more became the way back
    expect(slack.read(last(slack)).text).toBe("Posted. Your name is not on it.");
    slack.press(last(slack), "Take back");
    await settled(slack);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(slack.read(last(slack)).text).toBe("Taken back. Who has seen it, has seen it.");
    expect(wrongs(slack)).toEqual([]);
  });

  test("pressed twice at once posts once, and the second press is told so", async () => {
    const { slack } = await startBot();
    const confirm = await upToConfirm(slack);
    const both = [slack.press(confirm, "Post"), slack.press(confirm, "Post")];
    await settled(slack);
    expect(both.map(({ acks }) => acks)).toEqual([1, 1]);
    expect(slack.messagesIn(general)).toHaveLength(1);
    expect(wrongs(slack)).toEqual([]);
  });

  test("asked for twice from one answer posts once", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    const answer = last(slack);
    for (const _ of [1, 2]) {
      slack.press(answer, "Share…");
      await settled(slack);
      slack.press(last(slack), "Post");
      await settled(slack);
    }
    expect(slack.messagesIn(general)).toHaveLength(1);
    expect(slack.read(last(slack)).text).toBe("This is posted already; it was not posted twice.");
  });

  test("works after a restart of the bot", async () => {
    const first = await startBot();
    const confirm = await upToConfirm(first.slack);
    await first.platform.close();
    const { slack } = await startBot({ slack: first.slack });
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.messagesIn(general)).toHaveLength(1);
    slack.press(last(slack), "Take back");
    await settled(slack);
    expect(slack.messagesIn(general)).toEqual([]);
  });

  test.each([
    ["not_in_channel", "Is the bot a member of this channel"],
    ["is_archived", "Is the bot a member of this channel"],
    ["restricted_action_read_only_channel", "Is the bot a member of this channel"],
  ])("where Slack says %s says so to the presser alone", async (code, told) => {
    const { slack } = await startBot();
    const confirm = await upToConfirm(slack);
    slack.failNext("chat.postMessage", 1, apiError(code));
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.read(last(slack)).text).toContain(told);
    expect(slack.messagesIn(general)).toEqual([]);
  });

  test("whose reply is lost is not posted again, and says that nobody can tell", async () => {
    const { slack } = await startBot();
    const confirm = await upToConfirm(slack);
    slack.failNext("chat.postMessage", 1, lostReply());
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.read(last(slack)).text).toContain("Nobody can tell whether that was posted.");
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.messagesIn(general)).toHaveLength(1);
  });

  test("of several messages is posted whole or not at all, and whole when it is tried again", async () => {
    const { slack } = await startBot({ answer: () => lengthy, library: lengthyLibrary });
    const confirm = await upToConfirm(slack);
    slack.failNext("chat.postMessage", 1, slow(1));
    slack.failNext("chat.postMessage", 1, apiError("restricted_action"));
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.read(last(slack)).text).toContain("That could not be posted here.");
    expect(slack.messagesIn(general)).toEqual([]);
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.messagesIn(general).length).toBeGreaterThan(1);
    slack.press(confirm, "Take back");
    await settled(slack);
    expect(slack.messagesIn(general)).toEqual([]);
  });

  test("of which half could not be removed is not said to be nowhere, and not posted twice", async () => {
    const { slack } = await startBot({ answer: () => lengthy, library: lengthyLibrary });
    const confirm = await upToConfirm(slack);
    slack.failNext("chat.postMessage", 1, slow(1));
    slack.failNext("chat.postMessage", 1, apiError("restricted_action"));
    slack.failNext("chat.delete", 1, apiError("cant_delete_message"));
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.read(last(slack)).text).toContain("Nobody can tell whether that was posted.");
    slack.press(confirm, "Post");
    await settled(slack);
    expect(slack.messagesIn(general)).toHaveLength(1);
  });

  test("cancelled posts nothing", async () => {
    const { slack } = await startBot();
    slack.press(await upToConfirm(slack), "Cancel");
    await settled(slack);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(slack.read(last(slack)).text).toBe("Not posted.");
  });

  test("from a thread posts into the thread", async () => {
    const { slack } = await startBot();
    const { message } = slack.say({ text: "somebody signed a letter" });
    const reply = slack.say({ text: "650 signed it", threadTs: message.ts });
    slack.messageShortcut({ callbackId: "find_sources", message: reply.message });
    await settled(slack);
    slack.press(last(slack), "Share…");
    await settled(slack);
    slack.press(last(slack), "Post");
    await settled(slack);
    expect(slack.messagesIn(general).at(-1)).toMatchObject({ threadTs: message.ts, user: slack.botUserId });
    expect(wrongs(slack)).toEqual([]);
  });
});

/** Presses every button there is on whatever a person sees, and on what that leads to. */
async function pressEverything(slack: SlackDouble, user: string): Promise<void> {
  const pressed = new Set<string>();
  for (let round = 0; round < 4; round++) {
    const shown = [...slack.shownTo(user), ...slack.messagesIn(general)];
    for (const message of shown) {
      for (const { actionId } of slack.read(message).buttons) {
        const name = `${message.ts} ${actionId}`;
        if (pressed.has(name) || actionId.startsWith("librarians")) continue;
        pressed.add(name);
        slack.press(message, actionId, user);
      }
    }
    await slack.settled({ quietMs: 400 });
  }
}

describe("nobody learns who asked, pressed or typed what", () => {
  test("from anything public, for every button and command", async () => {
    const { slack, bot, all } = await startBot({ staffed: true });
    for (const text of ["who signed?", "the donation?", "nothing"])
      slack.slashCommand({ command: "/ask", text: `${text} ${MARK}` });
    for (const { name } of bot.commands)
      slack.slashCommand({ command: "/receipts", text: `${name} ${MARK}`, user: bob });
    slack.slashCommand({ command: "/receipts", text: "help" });
    slack.mention({ text: `who signed? ${MARK}` });
    await slack.settled({ quietMs: 400 });
    await pressEverything(slack, alice);
    await pressEverything(slack, bob);
    const posts = slack.messagesIn(general).filter(({ user }) => user === slack.botUserId);
    expect(posts.length).toBeGreaterThan(1);
    for (const post of posts) {
      expect(post.shows).toBeUndefined();
      expect(JSON.stringify(post)).not.toMatch(new RegExp(`${MARK}|${alice}|${bob}|alice|bob`, "i"));
    }
    // in private a person's id is an address, and nothing else that was sent knows of her or of what she typed
    const sent = slack.calls.map(({ method, args }) =>
      JSON.stringify(method === "chat.postEphemeral" ? {} : args),
    );
    expect(sent.join("\n")).not.toMatch(new RegExp(`${MARK}|${alice}|${bob}`));
    expect(slack.calls.filter(({ args }) => args.response_type === "in_channel")).toEqual([]);
    expect(all()).not.toMatch(new RegExp(`${MARK}|${alice}|${bob}|${general}`));
    expect(wrongs(slack)).toEqual([]);
  });

  test("buttons on a public post answer only the presser and change nothing for the others", async () => {
    const { slack } = await startBot();
    slack.mention({ text: "who signed?" });
    await settled(slack);
    const post = slack.messagesIn(general).at(-1);
    if (post === undefined) throw new Error("there is no post");
    const before = texts(slack.messagesIn(general));
    for (const label of ["More", "Context", "Something wrong?"]) slack.press(post, label, bob);
    await settled(slack);
    expect(slack.shownTo(bob)).toHaveLength(3);
    expect(slack.shownTo(bob).map(({ threadTs }) => threadTs)).toEqual(Array(3).fill(post.threadTs));
    expect(slack.shownTo(alice)).toEqual([]);
    expect(texts(slack.messagesIn(general))).toEqual(before);
    expect(wrongs(slack)).toEqual([]);
  });
});
