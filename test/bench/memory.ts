/**
 * Memory of the whole bot with both platforms connected, over the shipped corpus, beside the bare libraries connected to the same local
 * services under the same loader. `npm run bench:memory`; resident memory, least of the rounds after some questions and a pause.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDiscordDouble } from "../doubles/discord/discord.ts";
import { openSlackDouble } from "../doubles/slack/slack.ts";

const ROUNDS = 2;
const QUESTIONS = 20;

/** Until the garbage of the start has been collected, in milliseconds. */
const SETTLE_MS = 6000;

/** The bot is started as `npm start` starts it, and the bare libraries with the same flags. */
const START = /"start": "node ([^"]+)"/;

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Resident memory of a process, in MB. */
function residentMb({ pid }: ChildProcess): number {
  const [, kb = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb) / 1024;
}

async function measure(words: readonly string[]): Promise<number> {
  const [discord, slack] = [await openDiscordDouble({ rateLimits: false }), await openSlackDouble()];
  const data = mkdtempSync(join(tmpdir(), "receipts-memory-"));
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: data,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: "ignore" });
  const connected = () => discord.gateway.identifies.length > 0 && slack.connections.length > 0;
  await discord.until(connected, { deadlineMs: 30_000, what: "both platforms" });
  await wait(SETTLE_MS / 2);
  for (let asked = 0; asked < QUESTIONS; asked++) {
    await discord.message({ content: "How many signed the letter?", mentionsBot: true }).reply();
    slack.mention({ text: "How many signed the letter?" });
    await slack.settled();
  }
  await wait(SETTLE_MS);
  const resident = residentMb(child);
  child.kill("SIGKILL");
  await Promise.all([discord.close(), slack.close()]);
  rmSync(data, { recursive: true, force: true });
  return resident;
}

const [, words = ""] = START.exec(readFileSync(join(root, "package.json"), "utf8")) ?? [];
const startWords = words.split(" ");
const flags = startWords.slice(0, startWords.indexOf("src/main.ts"));
const least = { own: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
for (let round = 0; round < ROUNDS; round++) {
  least.bare = Math.min(least.bare, await measure([...flags, "test/bench/bare.ts"]));
  least.own = Math.min(least.own, await measure(startWords));
}
const { own, bare } = least;
process.stdout.write(
  `${own.toFixed(0)} MB, ${bare.toFixed(0)} MB with the bare libraries: ${(own / bare).toFixed(2)} times (to reach: 1.3)\n`,
);
process.exit(0);
