import { App, type Logger, LogLevel, SocketModeReceiver, type webApi } from "@slack/bolt";
import { afterEach } from "vitest";
import { general } from "./drivers.ts";
import { isJson } from "./model.ts";
import { openSlackDouble, type SlackDouble, type SlackDoubleOptions } from "./slack.ts";

/** Few and short retries: a test has no half hour. */
export const once: webApi.RetryOptions = { retries: 2, minTimeout: 10, maxTimeout: 20 };

/** Says nothing. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const closing: (() => Promise<unknown>)[] = [];

/** Runs when the test is over, latest first. */
export function closeAfterwards(close: () => Promise<unknown>): void {
  closing.push(close);
}

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A local Slack that closes with the test. */
export async function openSlack(options: SlackDoubleOptions = {}): Promise<SlackDouble> {
  const slack = await openSlackDouble(options);
  closeAfterwards(() => slack.close());
  return slack;
}

/** A quiet bolt app with the smallest sensible answers, over Socket Mode. */
export async function startApp(slack: SlackDouble, pingTimeoutMs = 300): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: pingTimeoutMs,
    logger: silent,
    installerOptions: {
      clientOptions: {
        slackApiUrl: slack.apiUrl,
        retryConfig: { forever: true, minTimeout: 10, maxTimeout: 100 },
      },
    },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: once },
  });
  answer(app);
  await app.init();
  await app.start();
  closeAfterwards(() => app.stop());
  return app;
}

/** An `actions` block with one button. */
export const buttons = {
  type: "actions",
  elements: [
    { type: "button", action_id: "share", value: "key-1", text: { type: "plain_text", text: "Share…" } },
  ],
};
/** A modal with one text box. */
export const modal = {
  type: "modal" as const,
  callback_id: "tell",
  title: { type: "plain_text" as const, text: "Ask" },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "words",
      label: { type: "plain_text", text: "Words" },
      element: { type: "plain_text_input", action_id: "typed" },
    },
  ],
};

/** Gives an app its listeners. */
export function answer(app: App): void {
  app.command("/ask", async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `about ${command.text}`, blocks: [buttons], response_type: "ephemeral" });
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "found", thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ say }) => {
    await say("heard");
  });
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [buttons] } });
  });
  app.action("share", async ({ ack, body, client, respond }) => {
    await ack();
    await client.chat.postMessage({ channel: body.channel?.id ?? general, text: "shared" });
    if ("response_url" in body) await respond({ replace_original: true, text: "done" });
  });
  app.shortcut("find", async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal });
  });
  app.view("tell", async ({ ack, view, client }) => {
    await ack();
    await client.chat.postMessage({ channel: general, text: view.state.values.words?.typed?.value ?? "" });
  });
  app.error(async () => undefined);
}

/** The texts of messages, in order. */
export const texts = (messages: readonly { readonly text: string }[]) =>
  messages.map((message) => message.text);

/** One call of the Web API with the bot's token, or another. */
export async function call(
  slack: SlackDouble,
  method: string,
  args: Record<string, unknown>,
  token = slack.botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    body: JSON.stringify(args),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
  });
  const reply: unknown = await response.json();
  return isJson(reply) ? reply : {};
}
