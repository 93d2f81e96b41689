/** The bot on a local Discord: opened for one test and closed after it. */
import { afterEach } from "vitest";
import { connectDiscord, type Tuning } from "../../adapters/discord/client.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import type { DiscordConfig } from "../../src/config.ts";
import type { Channel, Platform, SeenEvents } from "../../src/ports.ts";
import { rememberEvents } from "../../src/seen.ts";
import { channelDouble, testBot } from "./bot.ts";
import { type DiscordDouble, type DiscordOptions, openDiscordDouble } from "./discord/discord.ts";

/** What a test sets otherwise. */
interface Setting extends Partial<Tuning> {
  readonly discord?: DiscordOptions;
  readonly bot?: ReturnType<typeof testBot>;
  readonly seen?: SeenEvents;
  readonly staff?: Channel;
  /** The librarians read in this channel of the double, through the platform itself. */
  readonly staffIn?: (discord: DiscordDouble) => string;
}

/** The bot on its double, with its commands registered. */
export interface OnDiscord {
  readonly discord: DiscordDouble;
  readonly platform: Platform;
  readonly config: DiscordConfig;
  /** Every line of the log, as JSON. */
  readonly logged: readonly string[];
  /** Milliseconds of each cut that the platform came back from. */
  readonly backs: readonly number[];
}

/** discord.js leaves five seconds between two IDENTIFYs, which would only make tests slow. */
export const AT_ONCE: NonNullable<Tuning["ws"]> = {
  buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }),
};

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A local Discord that closes with the test. */
export async function openDiscord(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const discord = await openDiscordDouble(options);
  open.push(() => discord.close());
  return discord;
}

/** How the bot reaches a double. */
export const configFor = ({ token, applicationId, url }: DiscordDouble): DiscordConfig => ({
  token,
  applicationId,
  guildId: undefined,
  apiUrl: url,
});

/** Connects a bot to a double of its own, or to a given one. */
export async function onDiscord(setting: Setting = {}, given?: DiscordDouble): Promise<OnDiscord> {
  const discord = given ?? (await openDiscord(setting.discord));
  const { bot = testBot(), staff, staffIn, seen = rememberEvents(), ws = AT_ONCE, patienceMs } = setting;
  const config = configFor(discord);
  const logged: string[] = [];
  const backs: number[] = [];
  const parts = {
    log: (event: string, details: object = {}) => void logged.push(JSON.stringify({ event, ...details })),
    seen,
    staff,
    now: () => new Date(),
    back: (awayMs: number) => void backs.push(awayMs),
  };
  await registerCommands(bot.commands, config);
  const own = () => platform.channel(staffIn?.(discord) ?? "");
  const tuning = { ws, ...(patienceMs !== undefined && { patienceMs }) };
  const platform: Platform = await connectDiscord(
    bot,
    config,
    {
      ...parts,
      ...(staffIn && { staff: { ...channelDouble(), post: (reply) => own().post(reply) } }),
    },
    tuning,
  );
  open.push(() => platform.close());
  return { discord, platform, config, logged, backs };
}
