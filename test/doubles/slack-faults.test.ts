import { describe, expect, test } from "vitest";
import { alice, general } from "./slack/drivers.ts";
import {
  apiError,
  badGateway,
  cut,
  lostReply,
  rateLimited,
  slow,
  status,
  unreadable,
} from "./slack/faults.ts";
import { call, modal, openSlack, startApp, texts } from "./slack/trivial-app.ts";

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

  test("a call that was cut had no effect, and the real client repeats it", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    slack.failNext("chat.postMessage", 1, cut());
    await app.client.chat.postMessage({ channel: general, text: "once" });
    expect(slack.callsTo("chat.postMessage").map((made) => made.outcome?.carriedOut)).toEqual([false, true]);
    expect(texts(slack.messagesIn(general))).toEqual(["once"]);
  });

  test("an outage of connections is over when the test says so", async () => {
    const slack = await openSlack();
    await startApp(slack);
    slack.failNext("apps.connections.open", Number.POSITIVE_INFINITY, status(503));
    slack.connections[0]?.drop();
    const tried = () => slack.callsTo("apps.connections.open").length > 3;
    await slack.until(tried, { withinMs: 3000, what: "some tries" });
    expect(slack.openConnections()).toEqual([]);
    slack.clearFaults();
    await slack.connected();
    await slack.settled();
    expect(slack.connections).toHaveLength(2);
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
