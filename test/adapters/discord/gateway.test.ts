import { describe, expect, test } from "vitest";
import { connectDiscord } from "../../../adapters/discord/client.ts";
import { rememberEvents } from "../../../src/seen.ts";
import { testBot } from "../../doubles/bot.ts";
import { AT_ONCE, configFor, type OnDiscord, onDiscord, openDiscord } from "../../doubles/discord-bot.ts";

const mention = { content: "did it end?", mentionsBot: true };

/** Asks, and waits until all is quiet; how many answers there are. */
async function answersTo(asked: ReturnType<OnDiscord["discord"]["message"]>, { discord }: OnDiscord) {
  await asked.reply({ deadlineMs: 10_000 });
  await discord.settled();
  return asked.replies.length;
}

describe("a mention that was written while the bot was cut off is answered once", () => {
  test.each([
    ["a dropped socket", {}, (on: OnDiscord) => on.discord.gateway.drop()],
    ["being told to reconnect", {}, (on: OnDiscord) => on.discord.gateway.reconnect()],
    ["an invalid session that may be resumed", {}, (on: OnDiscord) => on.discord.gateway.invalidate(true)],
    ["a half-open socket", { heartbeatIntervalMs: 150 }, (on: OnDiscord) => on.discord.gateway.halfOpen()],
  ])("by %s", async (_, options, cut) => {
    const on = await onDiscord({ discord: options });
    cut(on);
    expect(await answersTo(on.discord.message(mention), on)).toBe(1);
    await on.discord.until(() => on.discord.gateway.resumes === 1);
    expect([on.discord.gateway.identifies.length, on.discord.gateway.resumes]).toEqual([1, 1]);
    expect([on.logged, on.discord.refusedRequests]).toEqual([[], []]);
  });

  test("by a gateway that refuses connections for a while", async () => {
    const on = await onDiscord();
    on.discord.gateway.refuseConnections(true);
    on.discord.gateway.drop();
    await on.discord.until(() => !on.platform.state().connected);
    expect(on.platform.state().reason).toBe("the connection to Discord is lost and is being taken up again");
    const asked = on.discord.message(mention);
    on.discord.gateway.refuseConnections(false);
    await on.discord.until(() => on.platform.state().connected);
    expect(on.backs).toHaveLength(1);
    expect(await answersTo(asked, on)).toBe(1);
  });
});

test("a session that is lost costs one IDENTIFY, and what comes after it is answered", async () => {
  const on = await onDiscord();
  on.discord.gateway.expireSessions();
  on.discord.gateway.drop();
  await on.discord.until(() => on.discord.gateway.identifies.length === 2 && on.platform.state().connected);
  expect(await answersTo(on.discord.message(mention), on)).toBe(1);
  on.discord.gateway.invalidate(false);
  await on.discord.until(() => on.discord.gateway.identifies.length === 3 && on.platform.state().connected);
  expect(await answersTo(on.discord.message(mention), on)).toBe(1);
});

test("a session that is taken away while it is being resumed does not end the process", async () => {
  const on = await onDiscord();
  on.discord.gateway.invalidate(true);
  on.discord.gateway.invalidate(false);
  await on.discord.until(() => on.discord.gateway.identifies.length === 2 && on.platform.state().connected);
  expect(await answersTo(on.discord.message(mention), on)).toBe(1);
});

test("an event that comes twice is answered once, also by a bot that has started anew", async () => {
  const seen = rememberEvents();
  const first = await onDiscord({ seen });
  const asked = first.discord.message(mention);
  if (asked.message === undefined) throw new Error("nothing was written");
  first.discord.gateway.messageCreated(asked.message);
  expect(await answersTo(asked, first)).toBe(1);
  await first.platform.close();
  const second = await onDiscord({ seen }, first.discord);
  second.discord.gateway.messageCreated(asked.message);
  await second.discord.settled();
  expect(asked.replies).toHaveLength(1);
});

test("an event that comes twice to a bot without memory is posted once, by its nonce", async () => {
  const on = await onDiscord({ seen: { firstTime: async () => true } });
  const asked = on.discord.message(mention);
  if (asked.message === undefined) throw new Error("nothing was written");
  on.discord.gateway.messageCreated(asked.message);
  expect(await answersTo(asked, on)).toBe(1);
});

test.each([
  "GET /gateway/bot",
  "POST /channels/*/messages",
  "POST /interactions/*/*/callback",
  "PATCH /webhooks/*/*/messages/@original",
])("one stray 401 on %s does not silence the bot", async (route) => {
  const discord = await openDiscord();
  discord.failNext(route, 1, { kind: "status", status: 401 });
  const on = await onDiscord({}, discord);
  await discord.slashCommand({ name: "help" }).reply();
  expect(await answersTo(discord.message(mention), on)).toBe(1);
  expect(await answersTo(discord.message(mention), on)).toBe(1);
  expect(on.platform.state().connected).toBe(true);
});

describe("the end", () => {
  test("comes with a revoked token, in one line, and without a storm of requests", async () => {
    const on = await onDiscord();
    on.discord.revokeToken();
    expect(await on.platform.ended).toContain("Discord refuses the token (4004)");
    expect(on.platform.state()).toEqual({ connected: false, reason: await on.platform.ended });
    on.discord.message(mention);
    await on.discord.settled();
    expect(on.discord.invalidRequests).toBeLessThan(10);
  });

  test("comes when the API refuses the token though the gateway has not noticed", async () => {
    const on = await onDiscord();
    on.discord.failNext(/^(GET|POST|PATCH) \/channels/, 100, { kind: "status", status: 401 });
    on.discord.message(mention);
    expect(await on.platform.ended).toContain("Discord refuses the token (401)");
    for (let asked = 0; asked < 20; asked++) on.discord.message(mention);
    await on.discord.settled();
    expect(on.discord.invalidRequests).toBeLessThan(10);
  });

  test.each([
    [4004, "put it into DISCORD_TOKEN"],
    [4011, "start the bot again"],
    [4014, "needs none of the privileged ones"],
  ])("comes with close code %d and says what to do", async (code, says) => {
    const on = await onDiscord();
    on.discord.gateway.close(code);
    expect(await on.platform.ended).toContain(`(${code})`);
    expect(await on.platform.ended).toContain(says);
  });

  test("comes at the start with a wrong token", async () => {
    const discord = await openDiscord();
    const platform = await connectDiscord(testBot(), { ...configFor(discord), token: "wrong" }, parts(), {
      ws: AT_ONCE,
    });
    expect(await platform.ended).toContain("Discord refuses the token (401)");
    expect(discord.invalidRequests).toBeLessThan(10);
    await platform.close();
  });
});

test("a Discord that cannot be reached at the start is tried again until it can", async () => {
  const discord = await openDiscord();
  discord.failNext("GET /gateway/bot", 4, { kind: "status", status: 503 });
  const platform = await connectDiscord(testBot(), configFor(discord), parts(), { ws: AT_ONCE });
  expect(platform.state()).toEqual({
    connected: false,
    reason: "Discord cannot be reached; it is tried again",
  });
  await discord.until(() => platform.state().connected);
  await platform.close();
});

test("a bot that has connected too often that day waits until Discord lets it again", async () => {
  const discord = await openDiscord();
  const session_start_limit = { ...discord.gateway.startLimit(), remaining: 0 };
  const body = { url: discord.url, shards: 1, session_start_limit };
  discord.failNext("GET /gateway/bot", 1, { kind: "status", status: 200, body });
  const platform = await connectDiscord(testBot(), configFor(discord), parts(), { ws: AT_ONCE });
  expect(platform.state()).toEqual({
    connected: false,
    reason: "Discord lets the bot connect no more often today; it is tried again",
  });
  expect(discord.gateway.identifies).toEqual([]);
  await discord.until(() => platform.state().connected);
  await platform.close();
});

test("as many shards are opened as Discord wants", async () => {
  const on = await onDiscord({ discord: { shards: 2 } });
  expect(on.discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(on.platform.state().connected).toBe(true);
});

const parts = () => ({
  log: () => undefined,
  seen: rememberEvents(),
  staff: undefined,
  now: () => new Date(),
  back: () => undefined,
});
