/** The way in from Discord: one client, its connection and what arrives on it. */
import { randomBytes } from "node:crypto";
import { Client, Events, GatewayIntentBits, type Interaction, type Message } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { DiscordConfig } from "../../src/config.ts";
import type { Channel, Log, Platform, SeenEvents } from "../../src/ports.ts";
import { createCalls } from "./calls.ts";
import { channelOf } from "./channel.ts";
import { type Connection, connect } from "./connection.ts";
import { answerInteraction } from "./interactions.ts";
import { TOKEN_LIFE_MS } from "./limits.ts";
import { answerMessage, questionIn } from "./mentions.ts";
import { refusalOf } from "./refusals.ts";

/** What the platform needs beside the bot. */
export interface DiscordParts {
  readonly log: Log;
  readonly seen: SeenEvents;
  /** Where the librarians read, on whatever platform; undefined if nobody does. */
  readonly staff: () => Channel | undefined;
  /** How long an answer may take, in milliseconds; half a minute less than an interaction's token lives, unless told. */
  readonly patienceMs?: number;
  /** Between two IDENTIFYs, as discord.js wants it; its own unless told. */
  readonly identifyThrottler?: IdentifyThrottler;
}
