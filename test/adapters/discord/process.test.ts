/** The whole program on a local Discord: what an operator and a supervisor see. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { registerCommands } from "../../../adapters/discord/register.ts";
import { testBot } from "../../doubles/bot.ts";
import type { DiscordDouble } from "../../doubles/discord/discord.ts";
import { configFor, openDiscord } from "../../doubles/discord-bot.ts";
import { WITH_LOADER } from "../../doubles/loader.ts";
import { openSlack } from "../../doubles/slack/trivial-app.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const MARK = "zqxmark";

/** A house of its own: the repository's files, a home and a place for temporary files, all below one folder. */
const house = mkdtempSync(join(tmpdir(), "receipts-discord-"));
const repository = join(house, "receipts");

beforeAll(() => {
  for (const folder of ["home", "tmp", "receipts"]) mkdirSync(join(house, folder));
  for (const name of ["src", "adapters", "knowledge", "package.json", "tsconfig.json"])
    cpSync(join(root, name), join(repository, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(repository, "node_modules"));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** All that it wrote so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function start(discord: DiscordDouble, more: Readonly<Record<string, string>> = {}): Started {
  const env = {
    PATH: process.env.PATH,
    HOME: join(house, "home"),
    TMPDIR: join(house, "tmp"),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATA_DIR: mkdtempSync(join(house, "data-")),
    ...more,
  };
  const child = spawn(process.execPath, [...WITH_LOADER, "src/main.ts", "start"], {
    cwd: repository,
    env,
  });
  running.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, said: () => said.join(""), ended };
}

const connected = (discord: DiscordDouble) =>
  discord.until(() => discord.gateway.identifies.length > 0, {
    deadlineMs: 20_000,
    what: "the bot to connect",
  });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("a hundred marked questions, and what fails meanwhile, leave nothing on disk and in no log", async () => {
  const discord = await openDiscord({ rateLimits: false });
  await registerCommands(testBot().commands, configFor(discord));
  const bot = start(discord);
  await connected(discord);
  const people = Array.from({ length: 5 }, (_, at) =>
    discord.addUser(`Person ${at}`, { guild: discord.start.guild }),
  );
  discord.failNext("POST /channels/*/messages", 3, { kind: "status", status: 403 });
  discord.failNext("PATCH /webhooks/*/*/messages/@original", 3, { kind: "status", status: 404 });
  for (let at = 0; at < 100; at += 4) {
    const user = people[(at / 4) % 5] ?? discord.start.bob;
    const content = `Did ${MARK}${at} sign the letter about CBP?`;
    discord.message({ content, mentionsBot: true, user });
    discord.directMessage(content, user);
    for (const name of ["ask", "sources"])
      discord.slashCommand({
        name,
        user,
        options: name === "ask" ? { question: content } : { about: `${MARK}${at}` },
      });
  }
  await discord.until(() => discord.requests.filter(({ method }) => method !== "GET").length >= 150, {
    deadlineMs: 30_000,
  });
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  const secrets = [
    MARK,
    discord.token,
    ...people.flatMap(({ id, name }) => [id, name]),
    ...people.map((each) => discord.directChannel(each).id),
  ];
  for (const secret of secrets) expect(bot.said()).not.toContain(secret);
  const files = readdirSync(house, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    expect(secrets.filter((secret) => bytes.includes(secret)).map(() => file.name)).toEqual([]);
  }
  expect(discord.sent()).not.toContain(MARK);
});

test.each([
  ["a revoked token", (discord: DiscordDouble) => discord.revokeToken(), "Discord refuses the token (4004)"],
  ["an intent that is not allowed", (discord: DiscordDouble) => discord.gateway.close(4014), "(4014)"],
  ["too few shards", (discord: DiscordDouble) => discord.gateway.close(4011), "(4011)"],
])("%s is one clear line and an exit code that is not 0", async (_, end, says) => {
  const discord = await openDiscord();
  const bot = start(discord);
  await connected(discord);
  end(discord);
  expect(await bot.ended).toBe(1);
  expect(bot.said().match(/Discord is off: .*/g)).toEqual([expect.stringContaining(says)]);
});

test("a wrong token at the start is one clear line and an exit code that is not 0", async () => {
  const discord = await openDiscord();
  const bot = start(discord, { DISCORD_TOKEN: "wrong" });
  expect(await bot.ended).toBe(1);
  expect(bot.said()).toContain("Discord is off: Discord refuses the token (401)");
});

test("of two platforms the living one goes on, health names the dead one, and the end of both is not 0", async () => {
  const discord = await openDiscord();
  const slack = await openSlack();
  const port = await freePort();
  const bot = start(discord, {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    HTTP_PORT: String(port),
  });
  const health = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    return `${response?.status} ${await response?.text()}`;
  };
  await discord.until(async () => (await health()).startsWith("200"), { deadlineMs: 20_000 });
  discord.revokeToken();
  await discord.until(async () => (await health()).startsWith("503"));
  expect(await health()).toMatch(/discord.*4004/is);
  slack.slashCommand({ command: "/ask", text: "Who turned down money from Salesforce?" });
  await discord.until(() => slack.shownTo("U0ALICE0001").length > 0);
  expect(bot.said().match(/Discord is off: .*/g)).toHaveLength(1);
  expect(bot.child.exitCode).toBeNull();
  slack.revokeToken("bot");
  slack.mention({ text: "Who turned down money from Salesforce?" });
  expect(await bot.ended).toBe(1);
});

test("a second copy on the same data refuses to start, and the first goes on", async () => {
  const discord = await openDiscord();
  const data = { DATA_DIR: mkdtempSync(join(house, "data-")) };
  start(discord, data);
  await connected(discord);
  const second = start(discord, data);
  expect(await second.ended).toBe(1);
  expect(discord.gateway.connections).toBe(1);
});
