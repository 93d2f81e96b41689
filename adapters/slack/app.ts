/** Slack: one workspace, over Socket Mode or HTTP. */
import { setTimeout as wait } from "node:timers/promises";
import { App } from "@slack/bolt";
import type { Bot } from "../../src/bot.ts";
import type { SlackConfig } from "../../src/config.ts";
import { ConfigError, nameOf } from "../../src/errors.ts";
import { createPaced } from "../../src/paced.ts";
import type { Platform, PlatformParts } from "../../src/ports.ts";
import { rememberEvents } from "../../src/seen.ts";
import { createWork } from "../../src/work.ts";
import { createAnswers, TIMING, type Timing } from "./answers.ts";
import { type Calls, createCalls } from "./calls.ts";
import { openChannel, type PostPlace } from "./channel.ts";
import { keepConnected, type SteadyReceiver } from "./connection.ts";
import { CallFailed } from "./failure.ts";
import { STOP_WITHIN_MS } from "./limits.ts";
import { listen } from "./listeners.ts";
import { listenForSlack } from "./listening.ts";
import { listenToPresses } from "./presses.ts";
import { silence } from "./silence.ts";

/**
 * Connects the bot to Slack, and resolves once it takes questions.
 * @throws {ConfigError} when Slack refuses a token.
 */
export async function connectSlack(
  bot: Bot,
  config: SlackConfig,
  parts: PlatformParts,
  timing: Timing = TIMING,
): Promise<Platform> {
  const { log } = parts;
  let stopped = false;
  let dead: string | undefined;
  let endWith = (_line: string): void => undefined;
  const ended = new Promise<string>((resolve) => {
    endWith = resolve;
  });
  const end = (line: string) => {
    if (stopped || dead !== undefined) return;
    dead = line;
    void receiver.stop().catch(() => undefined);
    endWith(line);
  };
  const botDead = (code: string) =>
    end(`Slack refuses SLACK_BOT_TOKEN (${code}): reinstall the app and set the new token.`);
  const calls = createCalls({ ...config, log, dead: botDead });
  const receiver = receiverFor(config, parts, end);
  const who = await whoAmI(calls, () => dead);
  const work = createWork();
  const failed = (error: unknown) => log("slack-failure", { error: nameOf(error) });
  const channel = (place: PostPlace) => openChannel(place, calls, timing.press);
  const app = createApp(receiver, config.botToken, who);
  const needs = {
    ...parts,
    bot,
    calls,
    channel,
    answers: createAnswers(calls, timing),
    paced: createPaced(() => performance.now()),
    run: (task: () => Promise<void>) => work.run(task, failed),
    recent: rememberEvents(),
  };
  listen(app, needs);
  listenToPresses(app, { ...needs, patience: timing.press });
  await app.start();
  if (dead !== undefined) throw new ConfigError([dead]);

  return {
    name: "slack",
    state: () => (dead === undefined ? receiver.state() : { connected: false, reason: dead }),
    ended,
    channel: (id, thread) => channel({ channel: id, thread }),
    async close() {
      stopped = true;
      const over = new AbortController();
      const done = receiver.stop().then(() => work.idle());
      await Promise.race([done, wait(STOP_WITHIN_MS, undefined, over)]);
      over.abort();
    },
  };
}

function receiverFor(
  config: SlackConfig,
  { log, back }: PlatformParts,
  dead: (line: string) => void,
): SteadyReceiver {
  if (config.mode === "http") return listenForSlack(config);
  return keepConnected({ ...config, log, back, dead });
}

/** What bolt has to know of the bot, so that it does not answer itself. */
interface Identity {
  readonly botId: string;
  readonly botUserId: string;
}

function createApp(receiver: SteadyReceiver, botToken: string, { botId, botUserId }: Identity): App {
  const app = new App({
    receiver,
    // one workspace, asked about once: the library's own check runs in the background and nothing can catch it
    authorize: async () => ({ botToken, botId, botUserId }),
    convoStore: false,
    logger: silence,
  });
  // listeners report their own failures; what the library throws around them is no payload's business to log
  app.error(async () => undefined);
  return app;
}

/** Asks until Slack answers: a bot that starts during an outage waits for its end. */
async function whoAmI(calls: Calls, dead: () => string | undefined): Promise<Identity> {
  const patience = { attempts: Number.POSITIVE_INFINITY, firstMs: 500, mostMs: 15_000 };
  try {
    const reply = await calls.web("auth.test", {}, { patience, repeatable: true });
    const text = (name: string) => String(Object.entries(reply).find(([key]) => key === name)?.[1] ?? "");
    return { botId: text("bot_id"), botUserId: text("user_id") };
  } catch (error) {
    const code = error instanceof CallFailed ? error.code : "unknown";
    throw new ConfigError([dead() ?? `SLACK_BOT_TOKEN: Slack refuses it (${code})`]);
  }
}
