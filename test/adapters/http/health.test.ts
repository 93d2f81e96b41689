import { describe, expect, test } from "vitest";
import { serveHealth, type Watched } from "../../../adapters/http/health.ts";
import { closeAfterwards } from "../../doubles/slack/trivial-app.ts";

const watched: Watched = {
  platforms: () => [
    { name: "slack", connected: true, reason: undefined },
    { name: "discord", connected: false, reason: "the token was revoked" },
  ],
  trouble: () => undefined,
  events: () => [{ event: "slack-connected", count: 2, ms: 1500 }],
  sources: () => 5,
};

async function get(path: string, of: Watched = watched, method = "GET") {
  const server = await serveHealth({ host: "127.0.0.1", port: 0 }, of);
  closeAfterwards(() => server.close());
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
}

describe("health", () => {
  test("is bad as long as one platform is away, and says which and why", async () => {
    expect(await get("/healthz")).toEqual({
      status: 503,
      text: "slack: connected\ndiscord: the token was revoked\n",
    });
  });

  test("is good when all are connected", async () => {
    const platforms = () => watched.platforms().slice(0, 1);
    expect((await get("/healthz?verbose", { ...watched, platforms })).status).toBe(200);
  });

  test("tells of what is wrong beside the platforms, which no restart would mend", async () => {
    const of = {
      ...watched,
      platforms: () => watched.platforms().slice(0, 1),
      trouble: () => "Its file is gone.",
    };
    expect(await get("/healthz", of)).toEqual({ status: 200, text: "slack: connected\nIts file is gone.\n" });
  });

  test("counts without content", async () => {
    const { text } = await get("/metrics");
    expect(text.split("\n").filter((line) => line.startsWith("receipts"))).toEqual([
      'receipts_platform_connected{platform="slack"} 1',
      'receipts_platform_connected{platform="discord"} 0',
      "receipts_sources 5",
      'receipts_events_total{event="slack-connected"} 2',
      'receipts_events_seconds_total{event="slack-connected"} 1.5',
    ]);
  });

  test("has nothing else to show", async () => {
    expect((await get("/constructor")).status).toBe(404);
    expect((await get("/metrics", watched, "POST")).status).toBe(405);
  });

  test("says when its port is taken", async () => {
    const first = await serveHealth({ host: "127.0.0.1", port: 0 }, watched);
    closeAfterwards(() => first.close());
    await expect(serveHealth({ host: "127.0.0.1", port: first.port }, watched)).rejects.toThrow(
      `HTTP_PORT: 127.0.0.1:${first.port} cannot be used (EADDRINUSE)`,
    );
  });
});
