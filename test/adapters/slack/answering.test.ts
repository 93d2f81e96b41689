import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/model.ts";
import { ended, signers } from "../../doubles/press.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { apiError } from "../../doubles/slack/faults.ts";
import { texts } from "../../doubles/slack/trivial-app.ts";
import { STAFF, settled, startBot, wrongs } from "./slack-bot.ts";

describe("a question", () => {
  test("by command is answered for the asker alone, in words that stand on their own", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    const seen = slack.read(answer);
    expect(seen.text).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (link). Summary paragraph 1.
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, link).
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
    expect(seen.notification).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, https://example.org/press/meeting).
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
    expect(seen.buttons.map(({ label }) => label)).toEqual(["Share…", "More", "Context", "Something wrong?"]);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("that is too long is told so in its own language, since Slack tells none", async () => {
    const { slack } = await startBot({ answer: () => ({ ...ended, language: "sv" }) });
    slack.slashCommand({ command: "/ask", text: `hur många ${"skrev under ".repeat(50)}?` });
    await settled(slack);
    expect(texts(slack.shownTo(alice))).toEqual([expect.stringMatching(/^Det där är 611 tecken; en fråga/)]);
  });

  test("by mention is answered in its thread, and so is one within a thread", async () => {
    const { slack } = await startBot();
    const { message } = slack.mention({ text: "who signed?" });
    await settled(slack);
    slack.say({ text: "let us ask once more", threadTs: message.ts });
    slack.mention({ text: "and the donation?", threadTs: message.ts });
    await settled(slack);
    const answers = slack.messagesIn(general).filter(({ user }) => user === slack.botUserId);
    expect(answers.map(({ threadTs }) => threadTs)).toEqual([message.ts, message.ts]);
    expect(answers.map((each) => slack.read(each).buttons.map(({ label }) => label))).toEqual([
      ["More", "Context", "Something wrong?"],
      ["Context", "Something wrong?"],
    ]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("in a direct message is answered there, without a share button, and the bot's own words are no question", async () => {
    const { slack } = await startBot();
    const { message } = slack.directMessage({ text: "who signed &amp; where?" });
    await settled(slack);
    const [, answer, ...others] = slack.messagesIn(message.channel);
    expect(answer && slack.read(answer).buttons.map(({ label }) => label)).toEqual([
      "More",
      "Context",
      "Something wrong?",
    ]);
    expect(others).toEqual([]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("on someone's message is answered in private, where the message is", async () => {
    const { slack } = await startBot();
    const { message } = slack.say({ text: "Nice weather. They say that hundreds signed a letter!" });
    slack.messageShortcut({ callbackId: "find_sources", message });
    await settled(slack);
    expect(texts(slack.shownTo(alice))).toEqual([expect.stringContaining("More than 650")]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("on a message that an app made of blocks alone is answered, too", async () => {
    const { slack } = await startBot();
    const text = { type: "mrkdwn", text: "They say that hundreds signed a letter!" };
    const payload = { text: "", blocks: [{ type: "section", text }] };
    const message = slack.workspace.post({ channel: general, user: "U0BOB000002", payload });
    slack.messageShortcut({ callbackId: "find_sources", message });
    await settled(slack);
    expect(texts(slack.shownTo(alice))).toEqual([expect.stringContaining("More than 650")]);
    expect(wrongs(slack)).toEqual([]);
  });

  test.each([
    ["with a file", { subtype: "file_share", text: "who signed?" }, 1],
    ["as /me", { subtype: "me_message", text: "who signed?" }, 1],
    ["sent to the conversation from a thread", { subtype: "thread_broadcast", text: "who signed?" }, 1],
    ["without a text", { text: null }, 1],
    ["changed", { subtype: "message_changed", text: "who signed?" }, 0],
    ["deleted", { subtype: "message_deleted", text: "who signed?" }, 0],
    ["made by a bot", { subtype: "bot_message", bot_id: "B1", text: "who signed?" }, 0],
  ])("in a direct message %s is answered if a person typed it", async (_, event, answers) => {
    const { slack } = await startBot();
    const channel = slack.workspace.directChannel(alice).id;
    const ts = slack.workspace.nextTs();
    slack.emit({ type: "message", channel, channel_type: "im", user: alice, ts, event_ts: ts, ...event });
    await settled(slack);
    expect(slack.messagesIn(channel)).toHaveLength(answers);
    expect(wrongs(slack)).toEqual([]);
  });

  test("by command is about what a name or an address shows, where the app was set up to pass them on", async () => {
    const asked: string[] = [];
    const answer = ({ text }: Question) => {
      asked.push(text);
      return signers;
    };
    const { slack } = await startBot({ answer });
    slack.slashCommand({ command: "/ask", text: "did <@U0BOB000002|bob> sign <https://a.example|that>?" });
    await settled(slack);
    expect(asked).toEqual(["did sign that?"]);
  });

  test("without words is answered by how to ask, not with silence", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "" });
    slack.slashCommand({ command: "/receipts", text: "" });
    slack.mention({ text: "" });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(2);
    expect(slack.messagesIn(general)).toHaveLength(2);
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("a command", () => {
  test.each([
    ["help", "Commands:"],
    ["sources CBP", "1 source"],
    ["source press/letter 2", "Paragraph 2 of 3 (the cited one)"],
    ["privacy", "Slack belongs to Salesforce."],
    ["suorces", "Did you mean sources"],
    ["nonsense", "There is no such command. There are: ask, sources, source, help, privacy."],
  ])("/receipts %s is answered in private", async (text, answer) => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/receipts", text });
    await settled(slack);
    expect(texts(slack.shownTo(alice))).toEqual([expect.stringContaining(answer)]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("shows examples that can be asked with a press", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/receipts", text: "help" });
    await settled(slack);
    const [help] = slack.shownTo(alice);
    if (help === undefined) throw new Error("there is no help");
    slack.press(help, "How many Salesforce employees signed the letter?");
    await settled(slack);
    expect(texts(slack.shownTo(alice)).at(-1)).toContain("More than 650");
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("the Home tab", () => {
  test("says what this is, who sees what, and how to begin", async () => {
    const { slack } = await startBot();
    slack.openHome();
    await settled(slack);
    const home = slack.home(alice);
    if (home === undefined) throw new Error("there is no home");
    const { text, buttons } = slack.read(home);
    expect(text).toContain("Slack belongs to Salesforce.");
    expect(text).toContain("npm run add");
    expect(buttons).toHaveLength(3);
    slack.press(home, buttons[0]?.label ?? "");
    await settled(slack);
    const modal = slack.modal(alice);
    expect(modal && slack.read(modal).text).toContain("More than 650");
    slack.press(modal ?? home, "Context");
    await settled(slack);
    const changed = slack.modal(alice);
    expect(changed && slack.read(changed).text).toContain("Paragraph 1 of 3 (the cited one)");
    expect(slack.shownTo(alice)).toEqual([]);
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("the librarians", () => {
  test("are asked through an empty box, without a name, and the asker is thanked", async () => {
    const { slack } = await startBot({ staffed: true });
    slack.slashCommand({ command: "/ask", text: "why did they cancel?" });
    await settled(slack);
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    slack.press(answer, "Ask the librarians…");
    await settled(slack);
    const modal = slack.modal(alice);
    if (modal === undefined) throw new Error("there is no box");
    expect(JSON.stringify(modal.sent)).not.toContain("cancel?");
    slack.submitView(modal, { typed: "Was the contract ended? <!channel>" });
    await settled(slack);
    const posts = slack.messagesIn(STAFF);
    expect(texts(posts)).toEqual([
      "To the librarians, without a name:\nWas the contract ended? &lt;!channel&gt;",
    ]);
    expect(posts.flatMap((each) => slack.read(each).liveMentions)).toEqual([]);
    const after = slack.modal(alice);
    expect(after && slack.read(after).text).toContain("Sent to the librarians");
    expect(wrongs(slack)).toEqual([]);
  });

  test("are asked by words alone: a box sent back blank stays open, and nothing is posted", async () => {
    const { slack } = await startBot({ staffed: true });
    slack.slashCommand({ command: "/ask", text: "why did they cancel?" });
    await settled(slack);
    for (const answer of slack.shownTo(alice)) slack.press(answer, "Ask the librarians…");
    await settled(slack);
    for (const typed of [" \n ", "Was the contract ended?"]) {
      const box = slack.modal(alice);
      if (box === undefined) throw new Error("there is no box");
      slack.submitView(box, { typed });
      await settled(slack);
    }
    expect(texts(slack.messagesIn(STAFF))).toEqual([expect.stringContaining("Was the contract ended?")]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("are not met with silence where Slack does not open the box", async () => {
    const { slack } = await startBot({ staffed: true });
    slack.slashCommand({ command: "/ask", text: "why did they cancel?" });
    await settled(slack);
    slack.failNext("views.open", 1, apiError("expired_trigger_id"));
    for (const answer of slack.shownTo(alice)) slack.press(answer, "Ask the librarians…");
    await settled(slack);
    expect(texts(slack.shownTo(alice)).at(-1)).toContain("Please try once more.");
    expect(wrongs(slack)).toEqual([]);
  });

  test("are not offered where nobody reads", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "why did they cancel?" });
    await settled(slack);
    expect(slack.shownTo(alice).flatMap((each) => slack.read(each).buttons)).toEqual([]);
  });
});

describe("too much at once", () => {
  test("is answered by a request to wait, for that person alone", async () => {
    const { slack } = await startBot();
    for (let at = 0; at < 35; at++) slack.slashCommand({ command: "/ask", text: "who signed?" });
    slack.slashCommand({ command: "/ask", text: "who signed?", user: "U0BOB000002" });
    await slack.until(() => slack.callsTo("response_url").length === 36, {
      what: "36 answers",
      withinMs: 10_000,
    });
    await settled(slack);
    const waits = texts(slack.shownTo(alice)).filter((text) => text.startsWith("That was a lot at once."));
    expect(waits).toHaveLength(5);
    expect(texts(slack.shownTo("U0BOB000002"))).toEqual([expect.stringContaining("More than 650")]);
    expect(wrongs(slack)).toEqual([]);
  });
});
