import { describe, expect, test } from "vitest";
import { parseConfig } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("configuration", () => {
  test("needs nothing for the terminal", () => {
    expect(parseConfig({})).toEqual({
      slack: undefined,
      discord: undefined,
      knowledgeDir: "knowledge",
      dataDir: ".data",
      staffChannel: undefined,
      http: undefined,
      logLevel: "info",
    });
  });

  test("trims values and takes an empty one for not set", () => {
    const config = parseConfig({
      KNOWLEDGE_DIR: "  press  ",
      DATA_DIR: " ",
      DISCORD_TOKEN: "",
      HTTP_PORT: " 8080 ",
    });
    expect(config.knowledgeDir).toBe("press");
    expect(config.dataDir).toBe(".data");
    expect(config.discord).toBeUndefined();
    expect(config.http).toEqual({ host: "127.0.0.1", port: 8080 });
  });

  test("reads both of Slack's modes", () => {
    const socket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
    expect(parseConfig(socket).slack).toEqual({
      mode: "socket",
      botToken: "xoxb-1",
      appToken: "xapp-1",
      apiUrl: undefined,
    });
    const http = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_MODE: "http",
      SLACK_SIGNING_SECRET: "s",
      SLACK_HTTP_PORT: "3000",
    };
    expect(parseConfig(http).slack).toMatchObject({ mode: "http", signingSecret: "s", port: 3000 });
  });

  test("reads Discord, its guild and the librarians' channel", () => {
    const config = parseConfig({
      DISCORD_TOKEN: "t",
      DISCORD_GUILD_ID: "123456789012345678",
      DISCORD_API_URL: "http://127.0.0.1:1/api",
      STAFF_CHANNEL: "slack:C0123ABCD",
    });
    expect(config.discord).toMatchObject({
      token: "t",
      guildId: "123456789012345678",
      apiUrl: "http://127.0.0.1:1/api",
    });
    expect(config.staffChannel).toEqual({ platform: "slack", channel: "C0123ABCD" });
  });

  test("names every problem at once", () => {
    const all = problems({
      SLACK_BOT_TOKEN: "xapp-secret",
      SLACK_MODE: "carrier pigeon",
      SLACK_API_URL: "ftp://example.org",
      SLACK_HTTP_PORT: "0",
      DISCORD_GUILD_ID: "my server",
      STAFF_CHANNEL: "#general",
      HTTP_PORT: "65536",
      HTTP_HOST: "http://localhost",
      LOG_LEVEL: "debug",
    });
    expect(all).toMatchInlineSnapshot(`
      [
        "SLACK_API_URL: use an address that begins with https:// or http://",
        "SLACK_HTTP_PORT: use a whole number from 1 to 65535",
        "SLACK_MODE: use socket or http",
        "SLACK_BOT_TOKEN: this is an app token; the bot token begins with xoxb-",
        "SLACK_APP_TOKEN: missing; Socket Mode needs it",
        "DISCORD_GUILD_ID: use the id as Discord shows it, digits alone",
        "STAFF_CHANNEL: use slack:C… or slack:G…, or discord: and digits, each the channel's id, such as slack:C0123ABCD",
        "HTTP_PORT: use a whole number from 1 to 65535",
        "HTTP_HOST: use a host name or an address alone, such as 127.0.0.1 or ::1",
        "LOG_LEVEL: use info, warn or error; anything finer would write down what people say",
      ]
    `);
    expect(all.join()).not.toContain("secret");
  });

  test.each([
    ["slack:C0123ABCD", true],
    ["slack:G0123ABCD", true],
    ["discord:123456789012345678", true],
    ["slack:general", false],
    ["slack:123456789012345678", false],
    ["discord:C0123ABCD", false],
    ["discord:", false],
    ["C0123ABCD", false],
  ])("takes %s for the librarians' channel: %s", (named, taken) => {
    expect(problems({ STAFF_CHANNEL: named }).length === 0).toBe(taken);
  });

  test.each(["slack:D0123ABCD", "slack:U0123ABCD"])("says that %s is a person and no channel", (named) => {
    expect(problems({ STAFF_CHANNEL: named })).toEqual([
      "STAFF_CHANNEL: this is a direct message, that is a person; use a channel's id, such as slack:C0123ABCD",
    ]);
  });

  test.each([
    ["localhost", true],
    ["0.0.0.0", true],
    ["::1", true],
    ["fe80::1%eth0", true],
    ["bot.example.org", true],
    ["my_service", true],
    ["127.0.0.1:8080", false],
    ["300.0.0.1", false],
    ["[::1]", false],
    ["::1::", false],
    ["a host", false],
    ["-a", false],
  ])("listens on %s: %s", (host, taken) => {
    expect(problems({ HTTP_HOST: host }).length === 0).toBe(taken);
  });

  test("names all that is wrong with Slack at once", () => {
    expect(problems({ SLACK_BOT_TOKEN: "xoxp-secret", SLACK_MODE: "http" })).toEqual([
      "SLACK_BOT_TOKEN: this is a person's token; the bot token begins with xoxb-",
      "SLACK_SIGNING_SECRET: missing; SLACK_MODE=http needs it",
      "SLACK_HTTP_PORT: missing; SLACK_MODE=http needs a port of its own",
    ]);
    expect(problems({ SLACK_APP_TOKEN: "secret" })).toEqual([
      "SLACK_APP_TOKEN: this is no such token; the app token begins with xapp-",
      "SLACK_BOT_TOKEN: missing; Slack needs it",
    ]);
  });

  test("takes any token of a service at an address of its own, but none of another kind", () => {
    const own = { SLACK_API_URL: "http://127.0.0.1:9/", SLACK_APP_TOKEN: "app-1" };
    expect(problems({ ...own, SLACK_BOT_TOKEN: "bot-1" })).toEqual([]);
    expect(problems({ ...own, SLACK_BOT_TOKEN: "xapp-1" })).toEqual([
      "SLACK_BOT_TOKEN: this is an app token; the bot token begins with xoxb-",
    ]);
  });

  test("takes a bot token that is renewed", () => {
    expect(problems({ SLACK_BOT_TOKEN: "xoxe.xoxb-1", SLACK_APP_TOKEN: "xapp-1" })).toEqual([]);
  });

  test.each([
    ["a bot token alone", { SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN"],
    ["an app token alone", { SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN"],
    [
      "two tokens the wrong way round",
      { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
      "SLACK_BOT_TOKEN",
    ],
    [
      "HTTP mode without a secret",
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_MODE: "http", SLACK_HTTP_PORT: "1" },
      "SLACK_SIGNING_SECRET",
    ],
    ["a port in words", { HTTP_PORT: "eighty" }, "HTTP_PORT"],
    ["a port with a fraction", { HTTP_PORT: "80.5" }, "HTTP_PORT"],
  ])("refuses %s", (_, env, name) => {
    expect(problems(env).some((each) => each.startsWith(`${name}: `))).toBe(true);
  });
});
