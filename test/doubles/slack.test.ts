import { App, HTTPReceiver } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { alice, general } from "./slack/drivers.ts";
import { postSigned } from "./slack/http-mode.ts";
import type { SlackDouble } from "./slack/slack.ts";
import {
  answer,
  call,
  closeAfterwards,
  once,
  openSlack,
  silent,
  startApp,
  texts,
} from "./slack/trivial-app.ts";

const bob = "U0BOB000002";

describe("ways in", () => {
  test("a command is acknowledged and its answer is seen by the asker only", async () => {
    const slack = await openSlack();
    await startApp(slack);
    const command = slack.slashCommand({ command: "/ask", text: "the letter" });
    expect(await command.acked()).toBeLessThan(1000);
    await slack.settled();
    expect(texts(slack.shownTo(alice))).toEqual(["about the letter"]);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(slack.refusals()).toEqual([]);
    expect(slack.failedVisibly()).toEqual([]);
  });

  test("a mention is answered in its thread", async () => {
    const slack = await openSlack();
    await startApp(slack);
    const { message, deliveries } = slack.mention({ text: "who signed?" });
    await slack.settled();
    expect(deliveries).toHaveLength(1);
    expect(texts(slack.messagesIn(general))).toEqual(["<@U0RECEIPTS1> who signed?", "found"]);
    expect(slack.messagesIn(general).at(-1)?.threadTs).toBe(message.ts);
  });

  test("a mention gives two events when messages are subscribed too", async () => {
    const slack = await openSlack({ subscriptions: ["app_mention", "message.channels"] });
    await startApp(slack);
    expect(slack.mention({ text: "who?" }).deliveries.map((d) => d.payload.event)).toMatchObject([
      { type: "app_mention" },
      { type: "message", channel_type: "channel" },
    ]);
    await slack.settled();
  });

  test("a direct message is answered in its conversation", async () => {
    const slack = await openSlack();
    await startApp(slack);
    const { message } = slack.directMessage({ text: "a < b https://example.org" });
    await slack.settled();
    expect(message.text).toBe("a &lt; b <https://example.org>");
    expect(texts(slack.messagesIn(message.channel)).at(-1)).toBe("heard");
  });

  test("the bot hears its own posts and edits, as at the service", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    const heard: unknown[] = [];
    app.event("message", async ({ event }) => {
      heard.push(event.subtype);
    });
    const { message } = slack.directMessage({ text: "hello" });
    await slack.settled();
    const ts = slack.messagesIn(message.channel).at(-1)?.ts ?? "";
    await app.client.chat.update({ channel: message.channel, ts, text: "edited" });
    await slack.settled();
    // bolt drops the post, which carries the bot's id, and lets the edit through
    expect(heard).toEqual([undefined, "message_changed"]);
  });

  test("a public response to a press shows who pressed, a post of the bot shows nobody", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    app.command("/receipts", async ({ ack }) => ack({ text: "for all", response_type: "in_channel" }));
    await slack.slashCommand({ command: "/receipts", user: bob }).acked();
    await app.client.chat.postMessage({ channel: general, text: "for all" });
    expect(slack.messagesIn(general).map((message) => message.shows)).toEqual([bob, undefined]);
  });

  test("a shortcut opens a modal, and what is typed there arrives", async () => {
    const slack = await openSlack();
    await startApp(slack);
    const { message } = slack.say({ text: "hundreds signed" });
    await slack.messageShortcut({ callbackId: "find", message }).acked();
    await slack.settled();
    const view = slack.modal(alice);
    if (view === undefined) throw new Error("no modal was opened");
    await slack.submitView(view, { typed: "please look" }).acked();
    await slack.settled();
    expect(texts(slack.messagesIn(general)).at(-1)).toBe("please look");
    expect(slack.modal(alice)).toBeUndefined();
  });

  test("the Home tab is published and its buttons have no response_url", async () => {
    const slack = await openSlack();
    await startApp(slack);
    await slack.openHome(bob).acked();
    await slack.settled();
    const home = slack.home(bob);
    if (home === undefined) throw new Error("no Home tab was published");
    const press = slack.press(home, "Share…");
    await press.acked();
    await slack.settled();
    expect(press.payload).not.toHaveProperty("response_url");
    expect(slack.read(home).buttons).toEqual([
      { label: "Share…", actionId: "share", value: "key-1", url: undefined },
    ]);
  });

  test("a press on an ephemeral message tells its value and not its text", async () => {
    const slack = await openSlack();
    await startApp(slack);
    slack.slashCommand({ command: "/ask", text: "the letter" });
    await slack.settled();
    const [shown] = slack.shownTo(alice);
    if (shown === undefined) throw new Error("nothing was shown");
    expect(() => slack.press(shown, "share", bob)).toThrow("cannot see");
    const press = slack.press(shown, "share");
    await slack.settled();
    expect(press.payload).toMatchObject({
      type: "block_actions",
      container: { is_ephemeral: true, message_ts: shown.ts, channel_id: general },
      actions: [{ type: "button", action_id: "share", value: "key-1" }],
    });
    expect(press.payload).not.toHaveProperty("message");
    expect(texts(slack.messagesIn(general))).toEqual(["shared"]);
    expect(texts(slack.shownTo(alice))).toEqual(["done"]);
    expect(slack.messagesIn(general)[0]?.shows).toBeUndefined();
  });

  test("everything sent can be searched, and holds no token", async () => {
    const slack = await openSlack();
    await startApp(slack);
    slack.slashCommand({ command: "/ask", text: "the marked words" });
    await slack.settled();
    expect(slack.everythingSent()).toContain("the marked words");
    expect(slack.everythingSent()).not.toContain(slack.botToken);
    expect(slack.everythingSent()).not.toContain(slack.appToken);
    expect(slack.callsTo("auth.test")[0]?.headers).not.toHaveProperty("authorization");
  });
});

describe("connections", () => {
  test.each([
    ["a disconnect message", (slack: SlackDouble) => slack.connections[0]?.disconnect("refresh_requested")],
    ["a dropped connection", (slack: SlackDouble) => slack.connections[0]?.drop()],
    ["a half-open connection", (slack: SlackDouble) => slack.connections[0]?.freeze()],
  ])("after %s the mention sent meanwhile is answered once", async (_, break_) => {
    const slack = await openSlack();
    await startApp(slack);
    break_(slack);
    slack.mention({ text: "still there?" });
    await slack.until(() => slack.connections.length === 2, { withinMs: 5000, what: "a second connection" });
    await slack.connected();
    await slack.until(() => slack.messagesIn(general).length === 2, { withinMs: 3000, what: "an answer" });
    await slack.settled();
    expect(texts(slack.messagesIn(general))).toEqual(["<@U0RECEIPTS1> still there?", "found"]);
  });

  test("the end of TCP, which the service leaves to the bot, costs the library another heartbeat", async () => {
    const gapMs = async (lingersAfterClose: boolean) => {
      const slack = await openSlack({ lingersAfterClose });
      await startApp(slack, 600);
      slack.connections[0]?.disconnect("refresh_requested");
      const asked = performance.now();
      await slack.until(() => slack.connections.length === 2, {
        withinMs: 5000,
        what: "a second connection",
      });
      const gap = performance.now() - asked;
      // stopping bolt in the middle of a reconnect ends in a rejection of `undefined` that nobody can catch
      await slack.settled();
      return gap;
    };
    const [ended, lingering] = [await gapMs(false), await gapMs(true)];
    expect(ended).toBeGreaterThan(550);
    expect(lingering).toBeGreaterThan(ended + 150);
  });

  test("a command without a connection fails before the person's eyes, an event waits", async () => {
    const slack = await openSlack();
    slack.slashCommand({ command: "/ask" });
    const { deliveries } = slack.mention({ text: "hello" });
    expect(slack.failedVisibly()).toEqual(["/ask"]);
    expect(deliveries.map((delivery) => delivery.sent)).toEqual([0]);
    await startApp(slack);
    await slack.settled();
    expect(deliveries.map((delivery) => delivery.acks)).toEqual([1]);
  });

  test("payloads go to any of several connections, and a repeat is told from its envelope", async () => {
    const slack = await openSlack();
    await startApp(slack);
    await startApp(slack);
    await slack.connected(2);
    const { deliveries } = slack.mention({ text: "hello" });
    await slack.settled();
    deliveries[0]?.redeliver({ attempt: 0, sameEnvelope: true });
    deliveries[0]?.redeliver();
    await slack.settled();
    expect(deliveries[0]).toMatchObject({ sent: 3, acks: 3 });
    // bolt repeats itself: not answering twice is the bot's own work
    expect(texts(slack.messagesIn(general)).slice(1)).toEqual(["found", "found", "found"]);
    expect(slack.strayAcks).toEqual([]);
  });

  test("the hello counts connections of other copies", async () => {
    const slack = await openSlack();
    slack.setOtherConnections(2);
    const socket = await openByHand(slack);
    expect(socket).toMatchObject({
      type: "hello",
      num_connections: 3,
      connection_info: { app_id: slack.appId },
    });
  });

  test("a used ticket opens nothing", async () => {
    const slack = await openSlack();
    const { url } = await openConnection(slack);
    await firstMessage(url);
    await expect(firstMessage(url)).rejects.toThrow();
  });
});

async function openConnection(slack: SlackDouble): Promise<{ url: string }> {
  const reply = await call(slack, "apps.connections.open", {}, slack.appToken);
  return { url: String(reply.url) };
}

async function openByHand(slack: SlackDouble): Promise<unknown> {
  return firstMessage((await openConnection(slack)).url);
}

async function firstMessage(url: string): Promise<unknown> {
  const socket = new WebSocket(url);
  closeAfterwards(async () => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.once("message", (text) => resolve(JSON.parse(String(text))));
    socket.once("error", reject);
  });
}

describe("the other way of delivery", () => {
  async function startHttpApp(slack: SlackDouble): Promise<string> {
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent });
    const app = new App({
      token: slack.botToken,
      receiver,
      logger: silent,
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: once },
    });
    answer(app);
    const server = await receiver.start({ host: "127.0.0.1", port: 0 });
    closeAfterwards(() => app.stop());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/slack/events`;
  }

  test("the same people work over signed requests", async () => {
    const slack = await openSlack();
    slack.deliverTo(await startHttpApp(slack));
    await slack.slashCommand({ command: "/ask", text: "the letter" }).acked();
    slack.mention({ text: "who?" });
    await slack.settled();
    expect(texts(slack.shownTo(alice))).toEqual(["about the letter"]);
    expect(texts(slack.messagesIn(general)).at(-1)).toBe("found");
    const [shown] = slack.shownTo(alice);
    if (shown === undefined) throw new Error("nothing was shown");
    await slack.press(shown, "share").acked();
    await slack.settled();
    expect(texts(slack.messagesIn(general)).at(-1)).toBe("shared");
  });

  test.each([
    ["a stale timestamp", { ageS: 301 }],
    ["a wrong secret", { secret: "other" }],
    ["a made-up signature", { signature: "v0=00" }],
  ])("a request with %s is turned away", async (_, signing) => {
    const slack = await openSlack();
    const url = await startHttpApp(slack);
    const event = {
      type: "event_callback",
      event: { type: "app_mention", channel: general, ts: "1.000001" },
    };
    const response = await postSigned(url, "events_api", event, { secret: slack.signingSecret, ...signing });
    expect(response.status).toBe(401);
    await slack.settled();
    expect(slack.callsTo("chat.postMessage")).toEqual([]);
  });
});
