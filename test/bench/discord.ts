/**
 * What a question costs on Discord: CPU of the whole bot, answering included, beyond discord.js with a trivial handler, in one run.
 * `tsx test/bench/discord.ts`; both bots answer the same questions on the same local Discord, in turns.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from "discord.js";
import { connectDiscord } from "../../adapters/discord/client.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import type { DiscordConfig } from "../../src/config.ts";
import { rememberEvents } from "../../src/seen.ts";
import type { Order } from "./discord-service.ts";
import { openProduct } from "./product.ts";

/** Questions in one measured turn, and turns of each bot. */
const QUESTIONS = 40;
const TURNS = 3;

const WAYS = ["mention", "command"] as const;

/** Something that is connected to Discord and answers until it is stopped. */
interface Contestant {
  readonly name: string;
  start(config: DiscordConfig): Promise<() => Promise<void>>;
}

const trivial: Contestant = {
  name: "discord.js with a trivial handler",
  async start({ token, apiUrl = "" }) {
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    const client = new Client({
      intents: [Guilds, GuildMessages, DirectMessages],
      partials: [Partials.Channel],
      rest: { api: apiUrl, version: "10" },
    });
    client.on(Events.MessageCreate, async (message) => {
      if (!message.author.bot) await message.reply("Yes.");
    });
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("Yes.");
    });
    const ready = once(client, Events.ClientReady);
    await client.login(token);
    await ready;
    return () => client.destroy();
  },
};

async function product(): Promise<Contestant & { readonly questions: readonly string[] }> {
  const { bot, questions } = await openProduct();
  return {
    name: "Receipts",
    questions,
    async start(config) {
      await registerCommands(bot.commands, config);
      const parts = {
        log: () => undefined,
        seen: rememberEvents(),
        staff: undefined,
        now: () => new Date(),
        back: () => undefined,
      };
      const platform = await connectDiscord(bot, config, parts);
      return () => platform.close();
    },
  };
}

/** CPU milliseconds a question, least of the turns: the rest is the machine's noise. */
async function measure(
  contestant: Contestant,
  way: Order["way"],
  questions: readonly string[],
): Promise<number> {
  const service = fork(fileURLToPath(new URL("./discord-service.ts", import.meta.url)), {
    execArgv: process.execArgv,
  });
  // the service's first message is its address
  const [config] = (await once(service, "message")) as [
    Omit<DiscordConfig, "guildId" | "apiUrl"> & { readonly url: string },
  ];
  const stop = await contestant.start({ ...config, guildId: undefined, apiUrl: config.url });
  await turn(service, { way, questions });
  let least = Number.POSITIVE_INFINITY;
  for (let turns = 0; turns < TURNS; turns++)
    least = Math.min(least, await turn(service, { way, questions }));
  await stop();
  service.disconnect();
  return least / questions.length;
}

async function turn(service: ChildProcess, order: Order): Promise<number> {
  const before = process.cpuUsage();
  service.send(order);
  await once(service, "message");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const ours = await product();
const questions = Array.from(
  { length: QUESTIONS },
  (_, at) => ours.questions[at % ours.questions.length] ?? "",
);
for (const way of WAYS) {
  const least = { own: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  // in turns, since whoever comes later has the warmer process
  for (let round = 0; round < 2; round++) {
    least.bare = Math.min(least.bare, await measure(withCommands(trivial), way, questions));
    least.own = Math.min(least.own, await measure(ours, way, questions));
  }
  const { own, bare } = least;
  const line = `${way}: ${own.toFixed(2)} ms CPU a question, ${bare.toFixed(2)} with ${trivial.name}: ${(own - bare).toFixed(2)} ms beyond it, ${(own / bare).toFixed(2)} times`;
  process.stdout.write(`${line}\n`);
}

/** The same, once the service knows the commands: nobody can use others. */
function withCommands({ name, start }: Contestant): Contestant {
  return {
    name,
    async start(config) {
      const { bot } = await openProduct();
      await registerCommands(bot.commands, config);
      return start(config);
    },
  };
}
