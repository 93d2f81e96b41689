/** Bolt and discord.js with the least that answers, to be measured against. */
import { App, SocketModeReceiver } from "@slack/bolt";
import { Client, Events, GatewayIntentBits, Partials } from "discord.js";

const { SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "", SLACK_API_URL = "" } = process.env;
const clientOptions = { slackApiUrl: SLACK_API_URL };
const receiver = new SocketModeReceiver({
  appToken: SLACK_APP_TOKEN,
  installerOptions: { clientOptions: { ...clientOptions } },
});
const app = new App({ token: SLACK_BOT_TOKEN, receiver, clientOptions });
app.event("app_mention", async ({ event, say }) => {
  await say({ text: "Yes.", thread_ts: event.ts });
});

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  rest: { api: process.env.DISCORD_API_URL ?? "", version: "10" },
});
client.on(Events.MessageCreate, async (message) => {
  if (!message.author.bot) await message.reply("Yes.");
});

await Promise.all([app.start(), client.login(process.env.DISCORD_TOKEN ?? "")]);
