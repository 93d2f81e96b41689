/** Why Discord has ended a connection for good, in one line for the operator that says what to do. */
import { GatewayCloseCodes as Close } from "discord.js";

const REFUSALS: Readonly<Partial<Record<number, string>>> = {
  [Close.AuthenticationFailed]:
    "Discord refuses the token (4004): make a new one on the portal's Bot page and put it into DISCORD_TOKEN",
  [Close.InvalidShard]: "Discord refuses the shard (4010): start the bot again",
  [Close.ShardingRequired]:
    "Discord asks for more shards (4011): start the bot again, and it takes as many as Discord wants",
  [Close.InvalidAPIVersion]: "Discord no longer speaks this version of its gateway (4012): update the bot",
  [Close.InvalidIntents]: "Discord does not know an intent (4013): update the bot",
  [Close.DisallowedIntents]:
    "Discord does not allow an intent (4014): this bot needs none of the privileged ones, so update it",
};

/** The line for a close code that ends a connection for good; undefined for one that does not. */
export const refusalOf = (code: number): string | undefined => REFUSALS[code];

/** The line for a token that the API refuses before there is a connection. */
export const refusedToken =
  "Discord refuses the token (401): make a new one on the portal's Bot page and put it into DISCORD_TOKEN";
