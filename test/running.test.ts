import { describe, expect, test } from "vitest";
import { ConfigError } from "../src/errors.ts";
import type { Platform } from "../src/ports.ts";
import { plain } from "../src/reply/plain.ts";
import { type Connecting, createRunning } from "../src/running.ts";
import { rememberEvents } from "../src/seen.ts";
import { channelDouble, testBot } from "./doubles/bot.ts";

/** A platform that does what a test says. */
function platform(name: Platform["name"]) {
  const channel = channelDouble();
  let end = (_line: string): void => undefined;
  let back = (_ms: number): void => undefined;
  let closed = false;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const made: Platform = {
    name,
    state: () => ({ connected: true, reason: undefined }),
    ended,
    channel: () => channel,
    close: async () => {
      closed = true;
    },
  };
  const connecting: Connecting = {
    name,
    async connect(_, parts) {
      back = parts.back;
      return made;
    },
  };
  return {
    connecting,
    channel,
    end: (line: string) => end(line),
    back: (ms: number) => back(ms),
    closed: () => closed,
  };
}

const refused: Connecting = {
  name: "discord",
  connect: () => Promise.reject(new ConfigError(["DISCORD_TOKEN: refused"])),
};

function run(connecting: readonly Connecting[]) {
  const lines: string[] = [];
  const logged: string[] = [];
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const log = (event: string) => void logged.push(event);
  const running = createRunning({
    connecting,
    log,
    staff: { platform: "slack", channel: "C1" },
    say: (line) => void lines.push(line),
  });
  const parts = { log, seen: rememberEvents(), staff: undefined, now: () => new Date() };
  return { running, lines, logged, stop, code: running.run(testBot(), parts, stopped) };
}

describe("platforms that run together", () => {
  test("go on when one of them ends, and health says why", async () => {
    const slack = platform("slack");
    const { running, lines, stop, code } = run([slack.connecting, refused]);
    await expect.poll(() => lines).toEqual(["Discord is off: DISCORD_TOKEN: refused"]);
    expect(running.platforms()).toEqual([
      { name: "slack", connected: true, reason: undefined },
      { name: "discord", connected: false, reason: "DISCORD_TOKEN: refused" },
    ]);
    stop();
    expect(await code).toBe(0);
    expect(slack.closed()).toBe(true);
  });

  test("end the process with a code when none is left", async () => {
    const slack = platform("slack");
    const { lines, code } = run([slack.connecting]);
    slack.end("the token was revoked");
    expect(await code).toBe(1);
    expect(lines).toEqual(["Slack is off: the token was revoked"]);
  });

  test("tell the librarians of an outage once it is over, and not of a change of connection", async () => {
    const slack = platform("slack");
    const { stop, code, running } = run([slack.connecting]);
    await expect.poll(() => running.platforms()[0]?.connected).toBe(true);
    slack.back(2000);
    slack.back(8 * 60_000);
    await expect.poll(() => slack.channel.posts.size).toBe(1);
    expect([...slack.channel.posts.values()].map(plain)).toEqual([
      "The bot was cut off from Slack for about 8 minutes and is back. Questions asked meanwhile may have had no answer.",
    ]);
    stop();
    await code;
  });

  test("have no channel before they are connected", async () => {
    const never: Connecting = { name: "slack", connect: () => new Promise(() => undefined) };
    const { running, stop, code } = run([never]);
    expect(running.platforms()[0]?.reason).toBe("connecting for the first time");
    await expect(running.channel("slack", "C1").remove("P1")).rejects.toThrow("not connected");
    stop();
    expect(await code).toBe(0);
  });
});
