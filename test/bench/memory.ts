/**
 * Memory of the whole bot with both platforms connected, over the shipped corpus, beside the bare libraries connected to services of the
 * same kind. `npm run bench:memory`, on Linux; takes about five minutes.
 *
 * What is compared is resident memory at rest: a bot rests nearly all of the time, and resident memory is what `ps`, supervisors and
 * limits count. Both sides run under the flags and the loader of `npm start`, are sent the same messages, and are then left alone until
 * their memory stands still; before that, the moment at which V8 happens to collect decides more than the program does. Of several rounds
 * the median counts, and all of them are said. Node's own code counts on both sides, which brings the two nearer to each other, so what
 * is each process' own is said beside it, and the most that it ever took, which was while it loaded.
 *
 * Not in it: the compiler that the loader leaves running, on either side, after a start that found nothing of its work on the disk; and
 * digests, for no channel has any after a start. The first one takes 7 MB more, for what `Intl` knows of dates.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDiscordDouble } from "../doubles/discord/discord.ts";
import { openSlackDouble } from "../doubles/slack/slack.ts";
import { settled, type Taken } from "./resident.ts";

/** Odd, so that a median is one of them. */
const ROUNDS = 5;

/** How often each message is sent on each platform. */
const TIMES = 4;

/** Answered, answered across languages, and not in the sources. */
const MESSAGES = [
  "How many signed the letter?",
  "Who spoke at the demonstration in front of Dreamforce?",
  "What does the contract between Salesforce and CBP cover?",
  "Hur många anställda på Microsoft skrev under brevet?",
  "¿Qué respondió RAICES a la donación?",
  "How many Oracle employees signed?",
];

/** The bot is started as `npm start` starts it, and the bare libraries with the same flags. */
const START = /"start": "node ([^"]+)"/;

// a measure that fails leaves nobody behind
const children: ChildProcess[] = [];
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process that is connected to both services and has answered. */
interface Side {
  readonly pid: number;
  close(): Promise<void>;
}

async function open(words: readonly string[]): Promise<Side> {
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
  children.push(child);
  const connected = () => discord.gateway.identifies.length > 0 && slack.connections.length > 0;
  await discord.until(connected, { deadlineMs: 30_000, what: "both platforms" });
  for (let time = 0; time < TIMES; time++)
    for (const text of MESSAGES) {
      await discord.message({ content: text, mentionsBot: true }).reply();
      slack.mention({ text });
      await slack.settled();
    }
  return {
    pid: pidOf(child),
    async close() {
      child.kill("SIGKILL");
      await Promise.all([discord.close(), slack.close()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function pidOf({ pid, exitCode }: ChildProcess): number {
  if (pid === undefined || exitCode !== null) throw new Error("a side did not stay");
  return pid;
}

async function rested(side: Side): Promise<Taken> {
  const taken = await settled(side.pid);
  await side.close();
  return taken;
}

type Of = (taken: Taken) => number;
const sorted = (rounds: readonly Taken[], of: Of) => rounds.map(of).sort((a, b) => a - b);
const median = (rounds: readonly Taken[], of: Of) => sorted(rounds, of)[rounds.length >> 1] ?? Number.NaN;

const resident: Of = (taken) => taken.resident;
const own: Of = (taken) => taken.own;
const most: Of = (taken) => taken.most;

function lineOf(rounds: readonly Taken[]): string {
  const all = sorted(rounds, resident).map((each) => each.toFixed(0));
  const [middle, itsOwn, atMost] = [resident, own, most].map((of) => median(rounds, of).toFixed(0));
  return `${middle} MB (${all.join(", ")}), of it its own ${itsOwn} MB, at most ${atMost} MB`;
}

const [, start = ""] = START.exec(readFileSync(join(root, "package.json"), "utf8")) ?? [];
const botWords = start.split(" ");
const bareWords = [...botWords.slice(0, botWords.indexOf("src/main.ts")), "test/bench/bare.ts"];
// once in vain, so that the loader finds its work on the disk
for (const words of [bareWords, botWords]) await (await open(words)).close();
const sides: { readonly bare: Side[]; readonly bot: Side[] } = { bare: [], bot: [] };
for (let round = 0; round < ROUNDS; round++) {
  sides.bare.push(await open(bareWords));
  sides.bot.push(await open(botWords));
}
// all at once: processes that rest do not disturb each other
const [bare, bot] = await Promise.all([
  Promise.all(sides.bare.map(rested)),
  Promise.all(sides.bot.map(rested)),
]);
const times = (of: Of) => `${(median(bot, of) / median(bare, of)).toFixed(2)} times`;
process.stdout.write(`the bot: ${lineOf(bot)}
the bare libraries: ${lineOf(bare)}
at rest ${times(resident)} (to reach: 1.3), of it its own ${times(own)}, at most ${times(most)}
`);
process.exit(0);
