import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver, type webApi } from "@slack/bolt";
import { afterEach, describe, expect, test } from "vitest";
import { alice, general } from "./slack/drivers.ts";
import { apiError, badGateway, lostReply, rateLimited, slow, status, unreadable } from "./slack/faults.ts";
import { postSigned } from "./slack/http-mode.ts";
import { validateMessage } from "./slack/limits.ts";
import { isJson } from "./slack/model.ts";
import { openSlackDouble, type SlackDouble, type SlackDoubleOptions } from "./slack/slack.ts";

const bob = "U0BOB000002";
const once: webApi.RetryOptions = { retries: 2, minTimeout: 10, maxTimeout: 20 };

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openSlack(options: SlackDoubleOptions = {}): Promise<SlackDouble> {
  const slack = await openSlackDouble(options);
  closing.push(() => slack.close());
  return slack;
}

/** A quiet bolt app with the smallest sensible answers. */
async function startApp(slack: SlackDouble, pingTimeoutMs = 300): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: pingTimeoutMs,
    logger: silent,
    installerOptions: {
      clientOptions: {
        slackApiUrl: slack.apiUrl,
        retryConfig: { forever: true, minTimeout: 10, maxTimeout: 100 },
      },
    },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: once },
  });
  answer(app);
  await app.init();
  await app.start();
  closing.push(() => app.stop());
  return app;
}

const buttons = {
  type: "actions",
  elements: [
    { type: "button", action_id: "share", value: "key-1", text: { type: "plain_text", text: "Share…" } },
  ],
};
const modal = {
  type: "modal" as const,
  callback_id: "tell",
  title: { type: "plain_text" as const, text: "Ask" },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "words",
      label: { type: "plain_text", text: "Words" },
      element: { type: "plain_text_input", action_id: "typed" },
    },
  ],
};

function answer(app: App): void {
  app.command("/ask", async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `about ${command.text}`, blocks: [buttons], response_type: "ephemeral" });
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "found", thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ say }) => {
    await say("heard");
  });
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [buttons] } });
  });
  app.action("share", async ({ ack, body, client, respond }) => {
    await ack();
    await client.chat.postMessage({ channel: body.channel?.id ?? general, text: "shared" });
    if ("response_url" in body) await respond({ replace_original: true, text: "done" });
  });
  app.shortcut("find", async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal });
  });
  app.view("tell", async ({ ack, view, client }) => {
    await ack();
    await client.chat.postMessage({ channel: general, text: view.state.values.words?.typed?.value ?? "" });
  });
  app.error(async () => undefined);
}

const texts = (messages: readonly { readonly text: string }[]) => messages.map((message) => message.text);

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
  const { WebSocket } = await import("ws");
  const socket = new WebSocket(url);
  closing.push(async () => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.once("message", (text) => resolve(JSON.parse(String(text))));
    socket.once("error", reject);
  });
}

async function call(
  slack: SlackDouble,
  method: string,
  args: Record<string, unknown>,
  token = slack.botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    body: JSON.stringify(args),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
  });
  const reply: unknown = await response.json();
  return isJson(reply) ? reply : {};
}

describe("faults", () => {
  test("429 carries retry-after, and the real client waits for it", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.failNext("chat.postMessage", 1, rateLimited(1));
    const began = performance.now();
    await app.client.chat.postMessage({ channel: general, text: "late" });
    expect(performance.now() - began).toBeGreaterThan(1000);
    expect(slack.callsTo("chat.postMessage").map((made) => made.outcome)).toMatchObject([
      { status: 429, injected: true, carriedOut: false },
      { status: 200, injected: false, carriedOut: true },
    ]);
    expect(slack.refusals()).toEqual([]);
  });

  test.each([
    ["cut reply", lostReply()],
    ["502", badGateway()],
  ])("a %s after a post that was carried out makes the real client post twice", async (_, fault) => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.failNext("chat.postMessage", 1, fault);
    await app.client.chat.postMessage({ channel: general, text: "once?" });
    expect(texts(slack.messagesIn(general))).toEqual(["once?", "once?"]);
  });

  test("an unreadable 200 is an error to the real client, and the post stands", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.failNext("chat.postMessage", 1, unreadable());
    await expect(app.client.chat.postMessage({ channel: general, text: "once" })).rejects.toThrow();
    expect(texts(slack.messagesIn(general))).toEqual(["once"]);
  });

  test("a 503 was not carried out, and a slow call was at once", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.failNext("chat.postMessage", 1, status(503));
    await app.client.chat.postMessage({ channel: general, text: "one" });
    slack.failNext("*", 1, slow(200));
    const posting = app.client.chat.postMessage({ channel: general, text: "two" });
    await slack.until(() => slack.messagesIn(general).length === 2, { withinMs: 150, what: "the slow post" });
    await posting;
    slack.failNext("chat.postMessage", 1, apiError("fatal_error"));
    await expect(app.client.chat.postMessage({ channel: general, text: "x" })).rejects.toThrow("fatal_error");
    expect(slack.refusals()).toEqual([]);
  });

  test("a failed response_url makes respond() throw, and is spent after five posts and half an hour", async () => {
    let now = Date.parse("2027-03-08T08:00:00Z");
    const slack = await openSlack({ now: () => now });
    const post = async (url: unknown) =>
      (
        await fetch(String(url), {
          method: "POST",
          body: '{"text":"x"}',
          headers: { "content-type": "application/json" },
        })
      ).status;
    const first = slack.slashCommand({ command: "/ask" }).payload.response_url;
    for (const expected of [200, 200, 200, 200, 200, 404]) expect(await post(first)).toBe(expected);
    const second = slack.slashCommand({ command: "/ask" }).payload.response_url;
    now += 30 * 60_000 + 1;
    expect(await post(second)).toBe(404);
    expect(slack.refusals()).toEqual(["response_url: used_url", "response_url: expired_url"]);
    slack.failNext("response_url", 1, status(503));
    expect(await post(slack.slashCommand({ command: "/ask" }).payload.response_url)).toBe(503);
  });

  test("a revoked token is refused from then on, and a dead one at the start can be caught", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.revokeToken("bot");
    await expect(app.client.auth.test()).rejects.toThrow("account_inactive");
    await expect(startApp(slack)).rejects.toThrow("account_inactive");
    slack.revokeToken("app");
    expect(await call(slack, "apps.connections.open", {}, slack.appToken)).toEqual({
      ok: false,
      error: "invalid_auth",
    });
  });
});

describe("permissions", () => {
  test("auth.test tells the granted scopes in its headers", async () => {
    const slack = await openSlack({ scopes: ["commands", "chat:write"] });
    const app = await startApp(slack);
    expect((await app.client.auth.test()).response_metadata?.scopes).toEqual(["commands", "chat:write"]);
    slack.setScopes(["commands"]);
    expect(await call(slack, "chat.postMessage", { channel: general, text: "x" })).toEqual({
      ok: false,
      error: "missing_scope",
      needed: "chat:write",
      provided: "commands",
    });
  });

  test.each([
    ["users.info", { user: alice }, "missing_scope"],
    ["conversations.history", { channel: general }, "missing_scope"],
    ["chat.postMessage", { channel: "C0NOWHERE", text: "x" }, "channel_not_found"],
    ["chat.postMessage", { channel: "C0STRANGE", text: "x" }, "not_in_channel"],
    ["chat.postMessage", { channel: "C0SECRET", text: "x" }, "channel_not_found"],
    ["chat.postMessage", { channel: "C0OLD", text: "x" }, "is_archived"],
    ["chat.postMessage", { channel: "C0NEWS", text: "x" }, "restricted_action_read_only_channel"],
    ["chat.postEphemeral", { channel: general, user: "U0NOBODY", text: "x" }, "user_not_in_channel"],
    ["chat.update", { channel: general, ts: "1.000001", text: "x" }, "message_not_found"],
    ["views.open", { trigger_id: "made-up", view: modal }, "invalid_trigger_id"],
    ["apps.connections.open", {}, "not_allowed_token_type"],
    ["made.up", {}, "unknown_method"],
  ])("%s of %o is refused with %s", async (method, args, error) => {
    const slack = await openSlack({
      channels: [
        { id: "C0STRANGE", botIsMember: false },
        { id: "C0SECRET", kind: "private", botIsMember: false },
        { id: "C0OLD", archived: true },
        { id: "C0NEWS", readOnly: true },
      ],
    });
    expect(await call(slack, method, args)).toMatchObject({ ok: false, error });
    expect(slack.refusals()).toEqual([`${method}: ${error}`]);
  });

  test("a trigger opens one view within three seconds", async () => {
    let now = Date.now();
    const slack = await openSlack({ now: () => now });
    const trigger = () => slack.slashCommand({ command: "/ask" }).payload.trigger_id;
    const early = trigger();
    expect(await call(slack, "views.open", { trigger_id: early, view: modal })).toMatchObject({ ok: true });
    expect(await call(slack, "views.open", { trigger_id: early, view: modal })).toMatchObject({
      error: "exchanged_trigger_id",
    });
    const late = trigger();
    now += 3001;
    expect(await call(slack, "views.open", { trigger_id: late, view: modal })).toMatchObject({
      error: "expired_trigger_id",
    });
  });
});

const section = (text: string, more = {}) => ({ type: "section", text: { type: "mrkdwn", text, ...more } });
const plain = (text: string) => ({ type: "plain_text", text });

describe("limits", () => {
  test("a message at every limit is taken", () => {
    const button = (id: number) => ({
      type: "button",
      action_id: `${"a".repeat(250)}${id}`,
      text: plain("b".repeat(75)),
      value: "v".repeat(2000),
      url: `https://example.org/${"u".repeat(2980)}`,
    });
    const elements = Array.from({ length: 25 }, (_, index) => button(index));
    const blocks = [
      { type: "header", text: plain("h".repeat(150)) },
      section("s".repeat(3000)),
      { type: "actions", block_id: "b".repeat(255), elements },
      { type: "context", elements: Array.from({ length: 10 }, () => ({ type: "mrkdwn", text: "c" })) },
    ];
    expect(validateMessage({ text: "t".repeat(4000), blocks })).toEqual([]);
  });

  test.each([
    ["no text", {}, ["no_text"]],
    ["a long text", { text: "t".repeat(4001) }, ["msg_too_long"]],
    ["a long section", { blocks: [section("s".repeat(3001))] }, ["/blocks/0/text/text", "3001 characters"]],
    ["an empty section", { blocks: [section("")] }, ["must be more than 0 characters"]],
    ["an unknown block", { blocks: [{ type: "paragraph" }] }, ["unsupported type: paragraph"]],
    [
      "a mrkdwn header",
      { blocks: [{ type: "header", text: { type: "mrkdwn", text: "x" } }] },
      ["plain_text"],
    ],
    ["emoji in mrkdwn", { blocks: [section("x", { emoji: true })] }, ["invalid additional property: emoji"]],
    [
      "51 blocks",
      { blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) },
      ["no more than 50 items"],
    ],
    [
      "twins",
      { blocks: [1, 2].map(() => ({ type: "divider", block_id: "d" })) },
      ['block_id "d" already exists'],
    ],
    [
      "26 buttons",
      { blocks: [{ type: "actions", elements: Array(26).fill(buttons.elements[0]) }] },
      ["25 items"],
    ],
    [
      "11 context elements",
      { blocks: [{ type: "context", elements: Array(11).fill(plain("c")) }] },
      ["10 items"],
    ],
    ["an image without alt text", { blocks: [{ type: "image", image_url: "https://x.org" }] }, ["alt_text"]],
    [
      "too much in all",
      { blocks: Array.from({ length: 5 }, () => section("s".repeat(2800))) },
      ["msg_blocks_too_long"],
    ],
    ["a long markdown block", { blocks: [{ type: "markdown", text: "m".repeat(12_001) }] }, ["msg_too_long"]],
    [
      "a bad address",
      {
        blocks: [{ type: "actions", elements: [{ type: "button", text: plain("b"), url: "javascript:x" }] }],
      },
      ["invalid_url"],
    ],
  ])("%s is refused", (_, payload, words) => {
    const problems = validateMessage({ ...payload }).join("\n");
    for (const word of words) expect(problems).toContain(word);
  });

  test("a message without text is taken but called out", () => {
    expect(validateMessage({ blocks: [section("x")] })).toEqual([
      "text is missing: screen readers have nothing to read",
    ]);
  });

  test("the real client is told what the service would tell it", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    const posting = app.client.chat.postMessage({
      channel: general,
      text: "x",
      blocks: [section("s".repeat(3001))],
    });
    await expect(posting).rejects.toMatchObject({
      data: {
        error: "invalid_blocks",
        errors: ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
      },
    });
    expect(slack.refusals()).toEqual(["chat.postMessage: invalid_blocks"]);
  });
});

describe("what a reader sees", () => {
  async function seen(payload: Record<string, unknown>) {
    const slack = await openSlack();
    expect(await call(slack, "chat.postMessage", { channel: general, ...payload })).toMatchObject({
      ok: true,
    });
    const message = slack.messagesIn(general)[0];
    if (message === undefined) throw new Error("nothing was posted");
    return slack.read(message);
  }

  test.each(["<!channel>", "<!here>", "<!everyone>", "<!subteam^S1>", "<@U0ALICE0001>", "<#C0GENERAL01>"])(
    "%s is alive",
    async (mention) => {
      expect((await seen({ text: `look ${mention}` })).liveMentions).toEqual([mention]);
      expect(
        (await seen({ text: "x", blocks: [section(mention, { verbatim: true })] })).liveMentions,
      ).toEqual([mention]);
    },
  );

  test("a bare @here in a block is alive unless the text is verbatim", async () => {
    const text = "ask @here or #general or https://example.org";
    const alive = await seen({ text: "x", blocks: [section(text)] });
    expect(alive.liveMentions).toEqual(["@here", "#general"]);
    expect(alive.liveLinks.map((link) => link.url)).toEqual(["https://example.org"]);
    const dead = await seen({ text: "x", blocks: [section(text, { verbatim: true })] });
    expect([dead.liveMentions, dead.liveLinks, dead.text]).toEqual([[], [], text]);
  });

  test("a bare address in the text is alive unless parsing is off, and names only on request", async () => {
    const text = "@channel https://example.org";
    expect((await seen({ text })).liveLinks).toHaveLength(1);
    expect((await seen({ text })).liveMentions).toEqual([]);
    expect((await seen({ text, link_names: true })).liveMentions).toEqual(["@channel"]);
    expect(await seen({ text, parse: "none" })).toMatchObject({ liveLinks: [], liveMentions: [] });
  });

  test("marks are taken away, code is kept, entities are decoded once", async () => {
    const text =
      "*More than* 650 _signed_ `a_b <c>` snake_case $5 ~ $6, 2 * 3 &lt;!channel&gt; &amp;amp; <https://x.org|here>";
    const view = await seen({
      text: "x",
      blocks: [section(text.replace("<c>", "&lt;c&gt;"), { verbatim: true })],
    });
    expect(view.text).toBe("More than 650 signed a_b <c> snake_case $5 ~ $6, 2 * 3 <!channel> &amp; here");
    expect(view.liveMentions).toEqual([]);
    expect(view.liveLinks).toEqual([{ url: "https://x.org", label: "here" }]);
  });
});

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
    const server = await receiver.start({ host: "127.0.0.1", port: 0 } as never);
    closing.push(() => app.stop());
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
