import { describe, expect, test } from "vitest";
import type { Reply } from "../../../src/model.ts";
import { testBot } from "../../doubles/bot.ts";
import { onDiscord } from "../../doubles/discord-bot.ts";
import { signers } from "../../doubles/press.ts";

const bot = () => testBot({ answer: () => signers });
const ask = { name: "ask", options: { question: "how many signed?" } };
const mention = { content: "how many signed?", mentionsBot: true };

const POST = "POST /channels/*/messages";
const EDIT = "PATCH /webhooks/*/*/messages/@original";
const FIRST = "POST /interactions/*/*/callback";

describe("what may have been carried out", () => {
  test.each(["lost", "lost-502", "lost-closed", "garbled"] as const)(
    "a mention's answer that is %s stands there once",
    async (kind) => {
      const { discord } = await onDiscord({ bot: bot() });
      discord.failNext(POST, 1, { kind });
      const asked = discord.message(mention);
      await asked.reply();
      await discord.settled();
      expect(asked.replies).toHaveLength(1);
    },
  );

  test.each([
    [FIRST, "lost"],
    [FIRST, "lost-502"],
    [FIRST, "lost-closed"],
    [EDIT, "lost"],
    [EDIT, "lost-502"],
    [EDIT, "lost-closed"],
    [EDIT, "garbled"],
  ] as const)("a command whose %s is %s is answered once", async (route, kind) => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.failNext(route, 1, { kind });
    const asked = discord.slashCommand(ask);
    const reply = await asked.reply();
    await discord.settled();
    expect(asked.replies).toEqual([reply]);
    expect(discord.sees(reply).text).toContain("More than 650");
  });
});

test.each(["lost", "lost-502", "lost-closed"] as const)(
  "the further parts of a private answer come once each, also when the reply to one is %s",
  async (kind) => {
    const { discord, logged } = await onDiscord({ bot: { ...bot(), handle: async () => long("asker", 11) } });
    discord.failNext("POST /webhooks/*/*", 1, { kind });
    const asked = discord.slashCommand({ name: "help" });
    await discord.until(() => asked.replies.length === 4);
    await discord.settled();
    const text = asked.replies.map((each) => discord.sees(each).text).join("\n");
    expect(text.match(/part \d+/g)).toEqual(Array.from({ length: 11 }, (_, at) => `part ${at}`));
    expect([asked.replies.map(({ onlyFor }) => onlyFor?.name), logged]).toEqual([Array(4).fill("Alice"), []]);
  },
);

describe("what was not carried out", () => {
  test.each([
    ["503", { kind: "status", status: 503 }],
    ["500", { kind: "status", status: 500 }],
    ["a reset", { kind: "reset" }],
  ] as const)("is tried again after %s, three times in a row", async (_, fault) => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.failNext(POST, 3, fault);
    const asked = discord.message(mention);
    await asked.reply();
    discord.failNext(EDIT, 3, fault);
    const command = discord.slashCommand(ask);
    await command.reply();
    await discord.settled();
    expect([asked.replies.length, command.replies.length]).toEqual([1, 1]);
  });

  test("still arrives after thirty failures, and nothing is repeated after that", async () => {
    const { discord } = await onDiscord({ bot: bot() });
    const down = { kind: "status", status: 503 } as const;
    discord.failNext(POST, 30, down);
    discord.failNext(EDIT, 30, down);
    const mentioned = discord.message(mention);
    const asked = discord.slashCommand(ask);
    await mentioned.reply({ deadlineMs: 30_000 });
    await asked.reply({ deadlineMs: 30_000 });
    const requests = discord.requests.length;
    await discord.settled();
    expect([mentioned.replies.length, asked.replies.length, discord.thinking().length]).toEqual([1, 1, 0]);
    expect(discord.requests.length).toBe(requests);
  });
});

describe("rate limits", () => {
  test("are waited for, and the parts of an answer keep their order", async () => {
    const { discord } = await onDiscord({ bot: { ...bot(), say: async () => long("channel") } });
    discord.failNext(POST, 1, { kind: "rate-limit", retryAfterMs: 300 });
    const asked = discord.message(mention);
    await discord.until(() => asked.replies.length === 2);
    const text = asked.replies.map((each) => discord.sees(each).text).join("\n");
    expect(text.match(/part \d+/g)).toEqual(Array.from({ length: 6 }, (_, at) => `part ${at}`));
    expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test("of the whole bot keep other places waiting no longer than they last", async () => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.failNext(POST, 1, { kind: "rate-limit", retryAfterMs: 400, global: true });
    const asked = [discord.message(mention), discord.message({ ...mention, channel: discord.start.quiet })];
    await Promise.all(asked.map((each) => each.reply()));
    const command = await discord.slashCommand(ask).answered();
    expect(command.afterMs).toBeLessThan(3000);
    await discord.settled();
    expect(asked.map(({ replies }) => replies.length)).toEqual([1, 1]);
    expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe("an interaction's times", () => {
  test("twenty commands at once are each acknowledged within two seconds though Discord is slow", async () => {
    const { discord } = await onDiscord({ bot: bot() });
    discord.failNext(/./, 30, { kind: "slow", ms: 300 });
    const asked = Array.from({ length: 20 }, () => discord.slashCommand(ask));
    for (const each of asked) expect((await each.answered()).afterMs).toBeLessThan(2000);
    await discord.settled({ deadlineMs: 15_000 });
    expect([discord.failed().length, discord.thinking().length]).toEqual([0, 0]);
    expect(discord.refusedRequests).toEqual([]);
  });

  test("an answer that takes long shows that it is coming, and is written once", async () => {
    const slow = held();
    const { discord } = await onDiscord({ bot: { ...bot(), handle: () => slow.reply } });
    const asked = discord.slashCommand(ask);
    expect(await asked.answered()).toMatchObject({ how: "thinking" });
    discord.advance(20_000);
    expect(asked.thinking).toBe(true);
    slow.release(await bot().handle({ command: "help", args: {}, ...context }));
    const reply = await asked.reply();
    await discord.settled();
    expect(reply.earlier).toEqual([]);
  });

  test("an answer that would outlive the token is given up, and its asker is told in time", async () => {
    const slow = held();
    const { discord, logged } = await onDiscord({
      bot: { ...bot(), handle: () => slow.reply },
      patienceMs: 20,
    });
    const reply = await discord.slashCommand({ ...ask, locale: "sv-SE" }).reply();
    expect(discord.sees(reply).text).toContain("Förlåt, något gick fel hos oss.");
    discord.advance(15 * 60_000);
    slow.release(await bot().handle({ command: "help", args: {}, ...context }));
    await discord.settled();
    expect([discord.refusedRequests.length, logged.length, discord.thinking().length]).toEqual([0, 0, 0]);
  });

  test("are kept though it takes long to tell whether it was answered before", async () => {
    const seen = { firstTime: () => new Promise<boolean>(() => {}) };
    const { discord } = await onDiscord({ bot: bot(), seen });
    const asked = discord.slashCommand(ask);
    expect((await asked.answered()).afterMs).toBeLessThan(2000);
    expect(discord.sees(await asked.reply()).onlyFor).toBe("Alice");
  });

  test("one that has expired before it could be acknowledged makes no noise", async () => {
    const { discord, logged } = await onDiscord({ bot: bot() });
    discord.gateway.drop();
    const asked = discord.slashCommand(ask);
    discord.advance(4000);
    await discord.until(() => discord.refusedRequests.length === 1);
    await discord.settled();
    expect([asked.failed, asked.replies.length, logged]).toEqual([true, 0, []]);
  });
});

const context = {
  place: { platform: "discord", channel: "1", thread: undefined, direct: false },
  audience: "asker",
  mayManage: false,
  locale: undefined,
} as const;

/** A reply that waits to be released. */
function held() {
  let release: (reply: Reply) => void = () => {};
  const reply = new Promise<Reply>((resolve) => {
    release = resolve;
  });
  return { reply, release };
}

/** A reply that takes more than one message. */
function long(audience: Reply["audience"], parts = 6): Reply {
  const text = (at: number) => [{ kind: "text", text: `part ${at} ${"word ".repeat(200)}` }] as const;
  return {
    audience,
    language: "en",
    blocks: Array.from({ length: parts }, (_, at) => ({ kind: "paragraph", text: text(at) })),
    actions: [],
  };
}
