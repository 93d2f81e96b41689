/** Receipts on Discord: what people say and press there goes to the bot, and its replies go back. */
import { setTimeout as wait } from "node:timers/promises";
import { type Client, type ClientOptions, Events, type Interaction, type Message } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { DiscordConfig } from "../../src/config.ts";
import { createPaced } from "../../src/paced.ts";
import type { Platform, PlatformParts } from "../../src/ports.ts";
import { isNew } from "../../src/seen.ts";
import { createWork } from "../../src/work.ts";
import { createCalls } from "./calls.ts";
import { createChannels } from "./channel.ts";
import { createClient, createConnection } from "./connection.ts";
import { deadline } from "./deadline.ts";
import { failureLog } from "./failures.ts";
import { type Answering, answerInteraction } from "./interactions.ts";
import { TOKEN_LIFE_MS } from "./limits.ts";
import { answerMessage, questionIn } from "./mentions.ts";

/** What tests set otherwise. */
export interface Tuning {
  /** discord.js leaves five seconds between two IDENTIFYs. */
  readonly ws?: ClientOptions["ws"];
  /** How long an answer may take, in milliseconds. */
  readonly patienceMs?: number;
}

/** Half a minute is left to say that an answer took too long. */
const PATIENCE_MS = TOKEN_LIFE_MS - 30_000;

/** How long it may take to tell whether an interaction is new, in milliseconds: after three seconds Discord takes no answer to it. */
const NEW_MS = 1000;

/** How long what was begun may take to finish when the bot stops, in milliseconds. */
const FINISH_MS = 8000;

/** Connects the bot to Discord. Resolves with the first connection, or with the reason that there is none yet. */
export async function connectDiscord(
  bot: Bot,
  config: DiscordConfig,
  parts: PlatformParts,
  { ws, patienceMs = PATIENCE_MS }: Tuning = {},
): Promise<Platform> {
  const client = createClient(config, ws);
  const connection = createConnection(client, config, parts);
  const calls = createCalls(client.rest, connection.over, config.token);
  const failed = failureLog(client, connection, parts.log);
  const paced = createPaced(() => performance.now());
  const channels = createChannels(calls);
  const answering: Answering = { bot, calls, channels, staff: parts.staff, patienceMs, paced };
  const work = createWork();

  const onMessage = async (message: Message) => {
    const question = questionIn(message, client.user?.id ?? "");
    if (question === undefined || !(await isNew(`discord ${message.id}`, parts))) return;
    await answerMessage(message, question, answering);
  };
  const onInteraction = async (interaction: Interaction) => {
    // as where it cannot be told at all, an answer that may come twice is better than none
    const late = deadline(NEW_MS, () => true);
    const wanted = await Promise.race([isNew(`discord ${interaction.id}`, parts), late.reached]);
    late.cancel();
    if (wanted) await answerInteraction(interaction, answering);
  };
  client.on(Events.MessageCreate, (message) => work.run(() => onMessage(message), failed(message)));
  client.on(Events.InteractionCreate, (each) => work.run(() => onInteraction(each), failed(each)));
  const forget = (channel: string) => void bot.removedFrom({ platform: "discord", channel });
  client.on(Events.ChannelDelete, (channel) => {
    forget(channel.id);
    // they go with their channel, and nothing is sent of them
    if ("threads" in channel) for (const id of channel.threads.cache.keys()) forget(id);
  });
  client.on(Events.ThreadDelete, ({ id }) => forget(id));
  // as it comes in: by the time that discord.js tells of it, the guild's channels are forgotten
  client.on(Events.Raw, (packet: unknown) => {
    for (const id of channelsOf(guildLeft(packet), client)) forget(id);
  });
  const stopListening = () => {
    client.removeAllListeners(Events.MessageCreate);
    client.removeAllListeners(Events.InteractionCreate);
  };
  void connection.ended.then(stopListening);
  await connection.open();
  return {
    name: "discord",
    state: connection.state,
    ended: connection.ended,
    channel: (channel, replyTo) => channels({ channel, replyTo }),
    async close() {
      stopListening();
      const over = new AbortController();
      await Promise.race([work.idle(), wait(FINISH_MS, undefined, over)]);
      over.abort();
      await connection.close();
    },
  };
}

/** The guild that the bot was removed from; an outage of Discord's takes guilds away, too, and those come back. */
function guildLeft(packet: unknown): string | undefined {
  if (typeof packet !== "object" || packet === null || !("t" in packet) || packet.t !== "GUILD_DELETE")
    return undefined;
  const guild = "d" in packet ? packet.d : undefined;
  if (typeof guild !== "object" || guild === null || ("unavailable" in guild && guild.unavailable === true))
    return undefined;
  return "id" in guild ? String(guild.id) : undefined;
}

const channelsOf = (guild: string | undefined, client: Client): readonly string[] =>
  guild === undefined ? [] : [...(client.guilds.cache.get(guild)?.channels.cache.keys() ?? [])];
