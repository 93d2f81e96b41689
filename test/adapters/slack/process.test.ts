import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { WITH_LOADER } from "../../doubles/loader.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { rateLimited, status } from "../../doubles/slack/faults.ts";
import type { SlackDouble } from "../../doubles/slack/slack.ts";
import { closeAfterwards, openSlack } from "../../doubles/slack/trivial-app.ts";
import { STAFF } from "./slack-bot.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const MARK = "zqxmark";

/** A running bot, with everything it wrote. */
interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

/** A house of its own for a bot: its data, its home and its temporary files. */
function openHouse(): string {
  const house = mkdtempSync(join(tmpdir(), "receipts-slack-"));
  for (const folder of ["data", "home", "tmp"]) mkdirSync(join(house, folder));
  closeAfterwards(async () => rmSync(house, { recursive: true, force: true }));
  return house;
}

/** `npm start`, without npm. */
function start(slack: SlackDouble, house: string, extra: NodeJS.ProcessEnv = {}): Running {
  const env = {
    PATH: process.env.PATH,
    HOME: join(house, "home"),
    TMPDIR: join(house, "tmp"),
    DATA_DIR: join(house, "data"),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...extra,
  };
  const child = spawn(process.execPath, [...WITH_LOADER, "src/main.ts", "start"], { cwd: root, env });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => written.push(text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  closeAfterwards(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, output: () => written.join("") };
}

const answers = (slack: SlackDouble) =>
  slack.messagesIn(general).filter(({ user }) => user === slack.botUserId);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

/** Every file below a folder that holds one of these words, in its name or its bytes. */
function filesWith(words: readonly string[], folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => {
      const text = entry.isFile() ? readFileSync(path).toString("latin1") : "";
      return words.some((word) => path.includes(word) || text.includes(word));
    })
    .map(({ path }) => path);
}

describe("the process", () => {
  test("stopped in the middle of ten answers gives each of them once, within ten seconds, with exit code 0", async () => {
    const slack = await openSlack();
    const bot = start(slack, openHouse());
    await slack.connected(1, 20_000);
    slack.failNext("response_url", 10, rateLimited(1));
    for (let at = 0; at < 10; at++) slack.slashCommand({ command: "/ask", text: "Who signed the letter?" });
    await slack.until(() => slack.callsTo("response_url").length > 0, { what: "an answer", withinMs: 5000 });
    const asked = performance.now();
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(slack.shownTo(alice)).toHaveLength(10);
    expect(slack.failedVisibly()).toEqual([]);
  });

  test("killed and started again answers what comes again only if it was not answered; a second copy is refused", async () => {
    const slack = await openSlack();
    const house = openHouse();
    const first = start(slack, house);
    await slack.connected(1, 20_000);
    const { deliveries } = slack.mention({ text: "Who signed the letter?" });
    await slack.until(() => answers(slack).length === 1, { what: "the answer", withinMs: 5000 });
    const second = start(slack, house);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain("DATA_DIR: another Receipts is running");
    first.child.kill("SIGKILL");
    await first.ended;
    start(slack, house);
    await slack.until(() => slack.connections.length === 2, { what: "the next bot", withinMs: 20_000 });
    deliveries[0]?.redeliver();
    slack.mention({ text: "How much is the contract worth?" });
    await slack.until(() => answers(slack).length > 1, { what: "the next answer", withinMs: 5000 });
    await slack.settled({ quietMs: 300 });
    expect(answers(slack)).toHaveLength(2);
  });

  test("tells health the truth, and ends with one clear line and a code when its token is revoked", async () => {
    const slack = await openSlack();
    const port = await freePort();
    const bot = start(slack, openHouse(), { HTTP_PORT: String(port) });
    await slack.connected(1, 20_000);
    const health = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      return `${response.status} ${await response.text()}`;
    };
    await expect.poll(health).toBe("200 slack: connected\n");
    slack.failNext("apps.connections.open", 1, status(503));
    slack.connections[0]?.drop();
    await expect.poll(health, { timeout: 5000 }).toBe("503 slack: Slack cannot be reached (http_503)\n");
    await expect.poll(health, { timeout: 10_000 }).toBe("200 slack: connected\n");
    slack.revokeToken("app");
    slack.openConnections()[0]?.drop();
    expect(await bot.ended).toBe(1);
    const lines = bot
      .output()
      .split("\n")
      .filter((line) => line.includes("SLACK_APP_TOKEN"));
    expect(lines).toEqual([
      "Slack is off: Slack refuses SLACK_APP_TOKEN (invalid_auth): make a new app-level token with connections:write and set it.",
    ]);
  });

  test("with a dead token ends at once, with one clear line and a code", async () => {
    const slack = await openSlack();
    slack.revokeToken("bot");
    const bot = start(slack, openHouse());
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain("Slack refuses SLACK_BOT_TOKEN (account_inactive)");
    expect(bot.output()).not.toContain(slack.botToken);
  });
});

test("five hundred questions of fifty people leave no trace on disk or in the log, whatever goes wrong", async () => {
  const slack = await openSlack({ channels: [{ id: STAFF, name: "librarians" }] });
  const house = openHouse();
  const bot = start(slack, house, { STAFF_CHANNEL: `slack:${STAFF}` });
  await slack.connected(1, 20_000);
  const people = Array.from({ length: 50 }, (_, at) => `U0PERSON${String(at).padStart(3, "0")}`);
  slack.failNext("response_url", 20, status(503));
  slack.failNext("chat.postMessage", 5, rateLimited(0));
  slack.failNext("response_url", 5, status(404));
  slack.failNext("chat.postMessage", 5, { kind: "error", error: "restricted_action", extra: {} });
  for (const [at, user] of people.entries()) {
    for (let number = 0; number < 10; number++) {
      const text = `Did ${MARK}${at}x${number} sign the letter about CBP?`;
      if (number % 4 === 0) slack.mention({ text, user });
      else if (number % 4 === 1) slack.directMessage({ text, user });
      else slack.slashCommand({ command: number % 4 === 2 ? "/ask" : "/receipts", text, user });
    }
  }
  await slack.settled({ quietMs: 500, withinMs: 40_000 });
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(slack.shownTo(people[0] ?? "").length).toBeGreaterThan(0);
  expect(existsSync(join(house, "data"))).toBe(true);
  const traces = [
    MARK,
    "U0PERSON",
    general,
    ...slack.workspace.messages.map(({ channel }) => channel),
    slack.botToken,
    slack.appToken,
  ];
  expect(filesWith([...new Set(traces)], house)).toEqual([]);
  expect([...new Set(traces)].filter((trace) => bot.output().includes(trace))).toEqual([]);
});
