import { describe, expect, test } from "vitest";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { rateLimited, status } from "../../doubles/slack/faults.ts";
import type { SlackDouble } from "../../doubles/slack/slack.ts";
import { openSlack } from "../../doubles/slack/trivial-app.ts";
import { settled, startBot, wrongs } from "./slack-bot.ts";

const answers = (slack: SlackDouble) =>
  slack.messagesIn(general).filter(({ user }) => user === slack.botUserId);

/** Asks while the bot may be away, and sees that it is answered once. */
async function askedMeanwhile(slack: SlackDouble): Promise<void> {
  slack.mention({ text: "who signed?" });
  await slack.until(() => answers(slack).length > 0, { what: "the answer", withinMs: 8000 });
  await settled(slack);
  expect(answers(slack)).toHaveLength(1);
}

/** Milliseconds between the end of the first connection and the opening of the second. */
function gap({ connections: [first, second] }: SlackDouble): number {
  return (second?.openedAtMs ?? Number.POSITIVE_INFINITY) - (first?.closedAtMs ?? Number.POSITIVE_INFINITY);
}

describe("the connection", () => {
  test.each(["refresh_requested", "warning"] as const)(
    "that Slack ends with %s is replaced within the six seconds that are allowed, and nothing is lost",
    async (reason) => {
      const { slack, platform } = await startBot();
      slack.connections[0]?.disconnect(reason);
      await askedMeanwhile(slack);
      expect(gap(slack)).toBeLessThan(6000);
      expect(platform.state()).toEqual({ connected: true, reason: undefined });
      expect(slack.openConnections()).toHaveLength(1);
    },
  );

  test("that is dropped is opened again, and nothing is lost", async () => {
    const { slack, backs } = await startBot();
    slack.connections[0]?.drop();
    await askedMeanwhile(slack);
    expect(gap(slack)).toBeLessThan(6000);
    expect(backs).toHaveLength(1);
  });

  test("that is dead without a word is noticed and replaced, and nothing is lost", async () => {
    const { slack } = await startBot();
    const frozenAt = performance.now();
    slack.connections[0]?.freeze();
    await askedMeanwhile(slack);
    expect((slack.connections[1]?.openedAtMs ?? Number.POSITIVE_INFINITY) - frozenAt).toBeLessThan(6000);
  });

  test("comes back by itself after an outage, and says meanwhile that it is away", async () => {
    const { slack, platform, logged, backs } = await startBot();
    slack.failNext("apps.connections.open", 1, status(503));
    slack.failNext("apps.connections.open", 1, rateLimited(1));
    slack.connections[0]?.drop();
    await slack.until(() => slack.callsTo("apps.connections.open").length > 1, {
      what: "a try",
      withinMs: 5000,
    });
    await slack.until(() => platform.state().reason?.includes("http_503") === true, {
      what: "the reason",
      withinMs: 5000,
    });
    await askedMeanwhile(slack);
    expect(platform.state().connected).toBe(true);
    expect(backs[0]).toBeGreaterThan(1000);
    expect(logged.filter((line) => line.includes("lost"))).toEqual([
      '{"event":"slack-connection-lost","why":"dropped"}',
    ]);
  });

  test("is one of too many only once: the next attempt takes its time", async () => {
    const { slack } = await startBot();
    slack.connections[0]?.disconnect("too_many_websockets");
    await slack.connected();
    expect(slack.callsTo("apps.connections.open")).toHaveLength(2);
    expect(gap(slack)).toBeGreaterThan(100);
  });

  test("of another copy of the bot is warned of", async () => {
    const slack = await openSlack();
    slack.setOtherConnections(1);
    const { logged } = await startBot({ slack });
    expect(logged).toContain('{"event":"slack-another-copy-is-connected","connections":2}');
  });

  test("that is our own and on its way out is no other copy", async () => {
    const { slack, logged } = await startBot();
    slack.connections[0]?.disconnect("refresh_requested");
    await slack.until(() => slack.connections.length > 1, { what: "a new connection", withinMs: 5000 });
    await settled(slack);
    expect(logged.join("\n")).not.toContain("another-copy");
  });

  test("is waited for when the bot starts during an outage", async () => {
    const slack = await openSlack();
    slack.failNext("auth.test", 1, status(503));
    slack.failNext("apps.connections.open", 1, status(503));
    await startBot({ slack });
    await askedMeanwhile(slack);
  });

  test("survives what nobody can read", async () => {
    const { slack } = await startBot();
    for (const text of [
      "",
      "{",
      "null",
      '{"type":"hello"',
      '{"type":"disconnect","reason":7',
      '{"type":"new"}',
    ])
      slack.connections[0]?.sendRaw(text);
    await askedMeanwhile(slack);
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("a token that is revoked", () => {
  test("at the start is refused in one line that names it", async () => {
    for (const kind of ["bot", "app"] as const) {
      const slack = await openSlack();
      slack.revokeToken(kind);
      const name = kind === "bot" ? "SLACK_BOT_TOKEN" : "SLACK_APP_TOKEN";
      await expect(startBot({ slack })).rejects.toThrow(new RegExp(`^Slack refuses ${name} \\(\\w+\\): .+$`));
      expect(slack.calls.length).toBeLessThan(5);
    }
  });

  test("while the bot runs ends the platform with one line, and no storm of requests", async () => {
    for (const kind of ["bot", "app"] as const) {
      const { slack, platform } = await startBot();
      slack.revokeToken(kind);
      if (kind === "bot") slack.mention({ text: "who signed?" });
      else slack.connections[0]?.drop();
      expect(await platform.ended).toMatch(kind === "bot" ? /SLACK_BOT_TOKEN/ : /SLACK_APP_TOKEN/);
      expect(platform.state()).toMatchObject({
        connected: false,
        reason: expect.stringContaining("refuses"),
      });
      await settled(slack);
      expect(slack.calls.filter(({ outcome }) => outcome?.error !== undefined).length).toBeLessThan(3);
    }
  });
});

describe("closing", () => {
  test("finishes what was begun and takes nothing new", async () => {
    const { slack, platform } = await startBot();
    for (let at = 0; at < 10; at++) slack.slashCommand({ command: "/ask", text: "who signed?" });
    await slack.until(() => slack.callsTo("response_url").length > 0, { what: "an answer", withinMs: 3000 });
    await platform.close();
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(10);
    await slack.until(() => slack.openConnections().length === 0, { what: "the end", withinMs: 5000 });
    expect(platform.state().connected).toBe(false);
  });
});
