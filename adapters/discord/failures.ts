/** Failures to answer, for the operator: what is missing by name, and never a word of what was said. */
import type { BaseInteraction, Channel, Client, Message } from "discord.js";
import { nameOf } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { CODES, codeOf } from "./calls.ts";
import { type Connection, isRefused } from "./connection.ts";
import { missingIn } from "./permissions.ts";
import { refusedToken } from "./refusals.ts";

/** What could not be answered. */
type Event = Message | BaseInteraction;

/** Notes a failure to answer an event; a token that is refused ends the connection, since every further request would count against it. */
export function failureLog(client: Client, connection: Connection, log: Log) {
  return ({ channel, guildId, channelId }: Event) =>
    (error: unknown): void => {
      if (isRefused(error)) connection.end(refusedToken);
      const code = codeOf(error);
      if (code === CODES.missingAccess || code === CODES.missingPermissions) {
        const missing = missingOf(client, channel).join(", ");
        // a direct message's channel is a person
        log("discord-forbidden", {
          code,
          missing,
          ...(guildId !== null && channelId && { channel: channelId }),
        });
        return;
      }
      log("discord-failure", { error: nameOf(error) });
    };
}

function missingOf({ user }: Client, channel: Channel | null): readonly string[] {
  if (user === null || channel === null || channel.isDMBased()) return [];
  const granted = channel.permissionsFor(user);
  return granted === null ? [] : missingIn(granted, channel.isThread());
}
