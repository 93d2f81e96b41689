import { describe, expect, test } from "vitest";
import { rememberEvents } from "../../../src/seen.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import {
  apiError,
  badGateway,
  lostReply,
  rateLimited,
  slow,
  status,
  unreadable,
} from "../../doubles/slack/faults.ts";
import type { SlackDouble } from "../../doubles/slack/slack.ts";
import { texts } from "../../doubles/slack/trivial-app.ts";
import { settled, startBot, wrongs } from "./slack-bot.ts";

const answers = (slack: SlackDouble, channel = general) =>
  slack.messagesIn(channel).filter(({ user }) => user === slack.botUserId);

const SORRY = "Sorry, that went wrong on our side. Nothing you typed was kept. Please try once more.";

describe("acknowledging", () => {
  test("twenty commands at once while Slack is slow takes each less than two seconds", async () => {
    const { slack } = await startBot();
    slack.failNext("response_url", 20, slow(500));
    const all = Array.from({ length: 20 }, () =>
      slack.slashCommand({ command: "/ask", text: "who signed?" }),
    );
    const times = await Promise.all(all.map((each) => each.acked()));
    expect(Math.max(...times)).toBeLessThan(2000);
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(20);
    expect(wrongs(slack)).toEqual([]);
  });

  test("comes before the answer is looked for", async () => {
    let acked: number | undefined;
    const { slack } = await startBot({
      answer: () => {
        acked = command.acks;
        throw new Error("no answer today");
      },
    });
    const command = slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    expect(acked).toBeDefined();
    expect(command.acks).toBe(1);
    expect(texts(slack.shownTo(alice))).toEqual([SORRY]);
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("the same event", () => {
  test("delivered three times, at once and after a restart, is answered once", async () => {
    const seen = rememberEvents();
    const first = await startBot({ seen });
    const { slack } = first;
    const { deliveries } = slack.mention({ text: "who signed?" });
    for (const attempt of [0, 1]) deliveries[0]?.redeliver({ attempt });
    await settled(slack);
    await first.platform.close();
    await startBot({ seen, slack });
    deliveries[0]?.redeliver({ attempt: 0, sameEnvelope: true });
    await settled(slack);
    expect(deliveries[0]?.sent).toBe(4);
    expect(answers(slack)).toHaveLength(1);
  });

  test("as a mention and as a message is answered once, and a plain message in the thread not at all", async () => {
    const { slack } = await startBot({ subscriptions: ["app_mention", "message.channels", "message.im"] });
    const { message, deliveries } = slack.mention({ text: "who signed?" });
    slack.say({ text: "who signed what?", threadTs: message.ts });
    await settled(slack);
    expect(deliveries).toHaveLength(2);
    expect(answers(slack)).toHaveLength(1);
  });

  test("is answered although the memory of events fails", async () => {
    const { slack, logged } = await startBot({
      seen: { firstTime: () => Promise.reject(new Error(`disk full, ${alice}`)) },
    });
    slack.mention({ text: "who signed?" });
    await settled(slack);
    expect(answers(slack)).toHaveLength(1);
    expect(logged).toContain('{"event":"seen-events-failed","error":"Error"}');
  });
});

describe("an answer whose reply is lost", () => {
  test.each([
    ["a cut connection", lostReply()],
    ["a bad gateway", badGateway()],
    ["a reply that cannot be read", unreadable()],
  ])("to %s is there once, in private and in public", async (_, fault) => {
    const { slack } = await startBot();
    slack.failNext("response_url", 1, fault);
    slack.failNext("chat.postMessage", 1, fault);
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    slack.mention({ text: "who signed?" });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(1);
    expect(answers(slack)).toHaveLength(1);
  });
});

describe("a limit", () => {
  test("is waited for, in order, and other ways are not held up by it", async () => {
    const { slack } = await startBot();
    slack.failNext("chat.postMessage", 1, rateLimited(1));
    slack.mention({ text: "who signed?" });
    await slack.until(() => slack.callsTo("chat.postMessage").length > 0, { what: "a post", withinMs: 2000 });
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    slack.mention({ text: "the donation?" });
    await slack.until(() => slack.shownTo(alice).length > 0, { what: "the command's answer", withinMs: 900 });
    expect(answers(slack)).toEqual([]);
    await slack.until(() => answers(slack).length === 2, { what: "both answers", withinMs: 5000 });
    const [refused, next] = slack.callsTo("chat.postMessage");
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    expect(slack.callsTo("chat.postMessage")).toHaveLength(3);
    expect(wrongs(slack)).toEqual([]);
  });

  test("without a time is waited for, too", async () => {
    const { slack } = await startBot();
    slack.failNext("response_url", 2, rateLimited(0));
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(1);
  });
});

describe("trouble at Slack's", () => {
  test.each([500, 503])("of three times %i delays the answer, and no more", async (code) => {
    const { slack } = await startBot();
    slack.failNext("response_url", 3, status(code));
    slack.failNext("chat.postMessage", 3, status(code));
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    slack.mention({ text: "who signed?" });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(1);
    expect(answers(slack)).toHaveLength(1);
    expect(wrongs(slack)).toEqual([]);
  });

  test.each([
    ["command", "response_url"],
    ["mention", "chat.postMessage"],
  ])("of thirty failures leaves no one who asked by %s in silence", async (way) => {
    const { slack } = await startBot();
    slack.failNext("*", 30, status(503));
    if (way === "command") slack.slashCommand({ command: "/ask", text: "who signed?" });
    else slack.mention({ text: "who signed?" });
    await slack.settled({ quietMs: 300 });
    expect(texts(slack.shownTo(alice))).toEqual([SORRY]);
    expect(answers(slack)).toEqual([]);
    const calls = slack.calls.length;
    slack.slashCommand({ command: "/ask", text: "the donation?" });
    await settled(slack);
    // once Slack is well again, nothing is left to be tried
    expect(slack.calls.length).toBe(calls + 1);
  });

  test("when a response_url is spent, the answer takes another way", async () => {
    const { slack } = await startBot();
    slack.failNext("response_url", 1, { kind: "refused", status: 404, headers: {} });
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    expect(texts(slack.shownTo(alice))).toEqual([expect.stringContaining("More than 650")]);
    expect(slack.callsTo("response_url")).toHaveLength(1);
  });
});

describe("a missing scope", () => {
  test("is named in the log, and who asked by command is answered all the same", async () => {
    const { slack, logged } = await startBot();
    slack.setScopes(["commands", "app_mentions:read", "im:history"]);
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    slack.mention({ text: "who signed?" });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(1);
    expect(logged).toContain(
      '{"event":"slack-call-failed","call":"chat.postMessage","kind":"refused","code":"missing_scope","needed":"chat:write"}',
    );
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    slack.press(answer, "Share…");
    await settled(slack);
    const confirm = slack.shownTo(alice).at(-1);
    slack.press(confirm ?? answer, "Post");
    await settled(slack);
    expect(slack.shownTo(alice).at(-1)?.text).toContain("That could not be posted here.");
  });
});

describe("buttons", () => {
  test("on an old message answer through an address of their own, and none is used a sixth time", async () => {
    let now = 1_700_000_000_000;
    const { slack } = await startBot({ now: () => now });
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await settled(slack);
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    now += 31 * 60_000;
    for (const label of ["More", "Context", "Something wrong?", "More", "Context", "More", "Context"])
      slack.press(answer, label);
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(8);
    const paths = slack.callsTo("response_url").map(({ path }) => path);
    expect(new Set(paths).size).toBe(8);
    expect(paths).toHaveLength(8);
    expect(wrongs(slack)).toEqual([]);
  });

  test("of a modal that Slack would not open are forgotten without a word in the log but its code", async () => {
    const { slack, logged } = await startBot({ staffed: true });
    slack.slashCommand({ command: "/ask", text: "why?" });
    await settled(slack);
    slack.failNext("views.open", 1, apiError("expired_trigger_id"));
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    slack.press(answer, "Ask the librarians…");
    await settled(slack);
    expect(logged.join("\n")).toContain('"code":"expired_trigger_id"');
    expect(slack.failedVisibly()).toEqual([]);
  });
});
