/**
 * Our own cost per question on Slack: CPU of a process with our adapter less that of one with bolt and a trivial handler, over the same
 * local Slack, in one run. `npm run bench:slack`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { App, SocketModeReceiver } from "@slack/bolt";
import { connectSlack } from "../../adapters/slack/app.ts";
import { rememberEvents } from "../../src/seen.ts";
import { testBot } from "../doubles/bot.ts";
import { signers } from "../doubles/press.ts";
import { openSlackDouble, type SlackDouble } from "../doubles/slack/slack.ts";

type Kind = "bolt" | "ours";
type Way = "command" | "mention";

const QUESTIONS = 400;
const AT_ONCE = 20;
const ROUNDS = 5;

/** Bolt with the least that answers. */
async function startBolt({ botToken, appToken, apiUrl }: Tokens): Promise<void> {
  const clientOptions = { slackApiUrl: apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const app = new App({ token: botToken, receiver, clientOptions });
  app.command("/ask", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "an answer", response_type: "ephemeral" });
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "an answer", thread_ts: event.ts });
  });
  await app.start();
}

async function startOurs({ botToken, appToken, apiUrl }: Tokens): Promise<void> {
  // what is looked up costs what it costs on any platform
  const bot = testBot({ answer: () => signers });
  const parts = {
    log: () => undefined,
    seen: rememberEvents(),
    staff: undefined,
    now: () => new Date(),
    back: () => undefined,
  };
  await connectSlack(bot, { mode: "socket", botToken, appToken, apiUrl }, parts);
}

type Tokens = Pick<SlackDouble, "botToken" | "appToken" | "apiUrl">;

/** In the measured process: connects, and answers "cpu" with the CPU time used so far, in milliseconds. */
async function measured(kind: Kind): Promise<void> {
  process.on("message", (message) => {
    if (message !== "cpu") return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
  });
  const { BOT_TOKEN: botToken = "", APP_TOKEN: appToken = "", API_URL: apiUrl = "" } = process.env;
  await (kind === "bolt" ? startBolt : startOurs)({ botToken, appToken, apiUrl });
}

interface Used {
  readonly cpuMs: number;
  readonly rssMb: number;
}

const used = (child: ChildProcess) =>
  new Promise<Used>((resolve) => {
    // the child sends nothing but this
    child.once("message", (message) => resolve(message as Used));
    child.send("cpu");
  });

async function ask(slack: SlackDouble, way: Way, count: number): Promise<void> {
  const method = way === "command" ? "response_url" : "chat.postMessage";
  for (let asked = 0; asked < count; asked += AT_ONCE) {
    const before = slack.callsTo(method).length;
    for (let at = 0; at < AT_ONCE; at++) {
      const user = `U0PERSON${asked + at}`;
      if (way === "command") slack.slashCommand({ command: "/ask", text: "who signed?", user });
      else slack.mention({ text: "who signed?", user });
    }
    const done = () => slack.callsTo(method).filter(({ outcome }) => outcome).length >= before + AT_ONCE;
    await slack.until(done, { what: "the answers", withinMs: 60_000 });
  }
}

/** CPU per question, in milliseconds, by round, and the memory at the end. */
async function measure(kind: Kind, way: Way) {
  const slack = await openSlackDouble();
  const env = { ...process.env, BOT_TOKEN: slack.botToken, APP_TOKEN: slack.appToken, API_URL: slack.apiUrl };
  const child = fork(fileURLToPath(import.meta.url), [kind], {
    env,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await slack.connected(1, 30_000);
  await ask(slack, way, QUESTIONS);
  const rounds: number[] = [];
  let last = await used(child);
  for (let round = 0; round < ROUNDS; round++) {
    await ask(slack, way, QUESTIONS);
    const now = await used(child);
    rounds.push((now.cpuMs - last.cpuMs) / QUESTIONS);
    last = now;
  }
  child.kill();
  await slack.close();
  return { perQuestion: median(rounds), rssMb: last.rssMb };
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

const [kind] = process.argv.slice(2);
if (kind === "bolt" || kind === "ours") await measured(kind);
else {
  for (const way of ["command", "mention"] as const) {
    const [bolt, ours] = [await measure("bolt", way), await measure("ours", way)];
    const more = ours.perQuestion - bolt.perQuestion;
    const figures = [
      `bolt ${bolt.perQuestion.toFixed(2)} ms`,
      `ours ${ours.perQuestion.toFixed(2)} ms (${(ours.perQuestion / bolt.perQuestion).toFixed(2)} times)`,
      `our own cost ${more.toFixed(2)} ms a question, to reach 1`,
      `memory ${(ours.rssMb / bolt.rssMb).toFixed(2)} times`,
    ];
    process.stdout.write(`${way}: ${figures.join(", ")}\n`);
  }
  process.exit(0);
}
