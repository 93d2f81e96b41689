import { connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { connectSlack } from "../../../adapters/slack/app.ts";
import { rememberEvents } from "../../../src/seen.ts";
import { testBot } from "../../doubles/bot.ts";
import { signers } from "../../doubles/press.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { postSigned } from "../../doubles/slack/http-mode.ts";
import { closeAfterwards, openSlack } from "../../doubles/slack/trivial-app.ts";
import { settled, wrongs } from "./slack-bot.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

/** A bot that Slack sends requests to. */
async function startListening() {
  const slack = await openSlack();
  const port = await freePort();
  const { botToken, signingSecret, apiUrl } = slack;
  const logged: string[] = [];
  const log = (event: string, details = {}) => void logged.push(JSON.stringify({ event, ...details }));
  const parts = {
    log,
    seen: rememberEvents(),
    staff: undefined,
    now: () => new Date(),
    back: () => undefined,
  };
  const config = { mode: "http", botToken, signingSecret, apiUrl, port } as const;
  const platform = await connectSlack(testBot({ answer: () => signers }), config, parts);
  closeAfterwards(() => platform.close());
  const url = `http://127.0.0.1:${port}/slack/events`;
  slack.deliverTo(url);
  return { slack, platform, url, logged };
}

test("over HTTP, commands, mentions and presses are answered as over a socket", async () => {
  const { slack, platform } = await startListening();
  slack.slashCommand({ command: "/ask", text: "who signed?" });
  slack.mention({ text: "who signed?" });
  await settled(slack);
  const [answer] = slack.shownTo(alice);
  if (answer === undefined) throw new Error("there is no answer");
  slack.press(answer, "Context");
  await settled(slack);
  expect(slack.shownTo(alice)).toHaveLength(2);
  expect(slack.messagesIn(general)).toHaveLength(2);
  expect(platform.state().connected).toBe(true);
  expect(slack.connections).toEqual([]);
  expect(wrongs(slack)).toEqual([]);
});

test("over HTTP, what is not signed by Slack, or is older than five minutes, gets no answer", async () => {
  const { slack, url } = await startListening();
  const payload = { command: "/ask", text: "who signed?", user_id: alice, channel_id: general };
  const statuses = [
    (await postSigned(url, "slash_commands", payload, { secret: "another" })).status,
    (await postSigned(url, "slash_commands", payload, { secret: slack.signingSecret, ageS: 301 })).status,
    (await postSigned(url, "slash_commands", payload, { secret: "", signature: "v0=" })).status,
  ];
  expect(statuses).toEqual([401, 401, 401]);
  await settled(slack);
  expect(slack.shownTo(alice)).toEqual([]);
});

test("over HTTP, a body of null is refused and the next question is answered", async () => {
  const { slack, url } = await startListening();
  const nothing = await postSigned(
    url,
    "slash_commands",
    { payload: "null" },
    { secret: slack.signingSecret },
  );
  expect(nothing.status).toBe(400);
  slack.slashCommand({ command: "/ask", text: "who signed?" });
  await settled(slack);
  expect(slack.shownTo(alice)).toHaveLength(1);
});

test("over HTTP, a form is read however its type names the character set", async () => {
  const { slack, url } = await startListening();
  const payload = { command: "/nothing", text: "", user_id: alice, channel_id: general };
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" };
  const check = { ssl_check: "1" };
  const signing = { secret: slack.signingSecret, headers };
  expect((await postSigned(url, "slash_commands", check, signing)).status).toBe(200);
  expect((await postSigned(url, "slash_commands", payload, { ...signing, secret: "another" })).status).toBe(
    401,
  );
});

test("over HTTP, other paths, and what is larger than Slack sends, are refused", async () => {
  const { url } = await startListening();
  const big = { method: "POST", body: "x".repeat(5_000_000) };
  const answers = await Promise.all([fetch(new URL("/other", url), { method: "POST" }), fetch(url, big)]);
  expect(answers.map(({ status }) => status)).toEqual([404, 413]);
});

test("over HTTP, a request that never ends does not keep the bot from stopping", async () => {
  const { platform, url } = await startListening();
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1").on("error", () => undefined);
  closeAfterwards(async () => socket.destroy());
  await new Promise<void>((resolve) =>
    socket.write("POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-length: 100\r\n\r\n{", () => resolve()),
  );
  // answered after it, so the one that never ends is in
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
  const began = performance.now();
  await platform.close();
  expect(performance.now() - began).toBeLessThan(5000);
});

test("over HTTP, a port that is taken is said by name", async () => {
  const slack = await openSlack();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  closeAfterwards(() => new Promise((resolve) => server.close(resolve)));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const { botToken, signingSecret, apiUrl } = slack;
  const parts = {
    log: () => undefined,
    seen: rememberEvents(),
    staff: undefined,
    now: () => new Date(),
    back: () => undefined,
  };
  const config = { mode: "http", botToken, signingSecret, apiUrl, port } as const;
  await expect(connectSlack(testBot(), config, parts)).rejects.toThrow(
    `SLACK_HTTP_PORT: ${port} cannot be used (EADDRINUSE)`,
  );
});
