/** What `doctor` can tell of Discord over its API, without opening a connection that would take questions from the running bot. */
import {
  ApplicationFlagsBitField,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type RESTGetCurrentApplicationResult,
  Routes,
} from "discord.js";
import type { Command } from "../../src/commands/command.ts";
import type { DiscordConfig } from "../../src/config.ts";
import type { Check, Diagnosis } from "../../src/ports.ts";
import { CODES, codeOf } from "./calls.ts";
import { createClient, isRefused } from "./connection.ts";
import { inviteLink, missingAnywhere, missingIn } from "./permissions.ts";
import { refusedToken } from "./refusals.ts";
import { doubledLine, registered } from "./register.ts";

/** Servers that are looked at; of a bot on more, the first. */
const MOST_GUILDS = 20;

/** Whether the token, the application, the commands and the permissions are as the bot needs them. */
export function discordCheck(
  commands: readonly Command[],
  config: DiscordConfig,
  staffChannel: string | undefined,
): Check {
  return {
    about: "Discord, as its API sees the bot",
    async run(): Promise<readonly Diagnosis[]> {
      const client = createClient(config);
      client.rest.setToken(config.token);
      try {
        // what the route answers with, as its documentation has it
        const application = (await client.rest.get(
          Routes.currentApplication(),
        )) as RESTGetCurrentApplicationResult;
        return [
          ...applicationLines(application, config),
          ...(await commandLines(commands, config, application.id)),
          ...(await guildLines(client, application.id)),
          ...(staffChannel === undefined ? [] : [await staffLine(client, staffChannel, application.id)]),
        ];
      } catch (error) {
        if (isRefused(error)) return [{ state: "broken", text: `DISCORD_TOKEN: ${refusedToken}` }];
        return [{ state: "by-hand", text: "Discord cannot be reached from here; nothing of it was checked" }];
      } finally {
        await client.destroy();
      }
    },
  };
}

function applicationLines(
  { id, bot_public, flags }: RESTGetCurrentApplicationResult,
  { applicationId }: DiscordConfig,
): readonly Diagnosis[] {
  const has = new ApplicationFlagsBitField(flags ?? []);
  const reads = has.any(["GatewayMessageContent", "GatewayMessageContentLimited"]);
  return [
    applicationId === undefined || applicationId === id
      ? { state: "ok", text: `the token works, for application ${id}` }
      : { state: "broken", text: `DISCORD_APPLICATION_ID: the token is of application ${id}` },
    ...(bot_public === true
      ? [
          byHand(
            "Public Bot is on: anyone can add this bot to a server. Switch it off on the portal's Bot page",
          ),
        ]
      : []),
    ...(reads
      ? [byHand("Message Content Intent is on and not needed: switch it off on the portal's Bot page")]
      : []),
  ];
}

async function commandLines(
  commands: readonly Command[],
  config: DiscordConfig,
  self: string,
): Promise<readonly Diagnosis[]> {
  try {
    // of the token's own application: another's would be refused, and has a line already
    const { current, doubled } = await registered(commands, { ...config, applicationId: self });
    return [
      current
        ? { state: "ok", text: "the commands are registered" }
        : { state: "missing", text: "the commands are not registered as they are now: npm run register" },
      ...doubled.map((each) => byHand(doubledLine(each))),
    ];
  } catch (error) {
    if (codeOf(error) !== CODES.missingAccess) throw error;
    const text = `DISCORD_GUILD_ID: the bot is not on that server with its commands; to add it, open ${inviteLink(self)}`;
    return [{ state: "missing", text }];
  }
}

async function guildLines(client: Client, self: string): Promise<readonly Diagnosis[]> {
  const known = [...(await client.guilds.fetch()).values()].slice(0, MOST_GUILDS);
  if (known.length === 0)
    return [{ state: "missing", text: `the bot is on no server; to add it, open ${inviteLink(self)}` }];
  const lines: Diagnosis[] = [];
  for (const each of known) {
    try {
      lines.push(...(await channelLines(await each.fetch(), self)));
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || isRefused(error)) throw error;
      // the others are still worth a look
      lines.push(byHand(`${each.name}: Discord does not show its channels (${code})`));
    }
  }
  return lines;
}

/** A line for the server, and one for each channel that the bot sees and may not fully use. */
async function channelLines(guild: Guild, self: string): Promise<readonly Diagnosis[]> {
  await guild.roles.fetch();
  const me = await guild.members.fetch(self);
  const channels = [...(await guild.channels.fetch()).values()].filter(
    (each) => each?.isTextBased() === true,
  );
  const reports = channels.flatMap((channel) => {
    const missing = channel === null ? [] : missingAnywhere(channel.permissionsFor(me));
    return [{ name: channel?.name ?? "", missing }];
  });
  const unseen = reports.filter(({ missing }) => missing.includes("View Channels")).length;
  const lacking = reports.filter(({ missing }) => missing.length > 0 && !missing.includes("View Channels"));
  return [
    {
      state: "ok",
      text: `${guild.name}: ${channels.length - unseen} channels are seen${unseen > 0 ? `, ${unseen} are not` : ""}`,
    },
    ...lacking.map(
      ({ name, missing }): Diagnosis => ({
        state: "missing",
        text: `${guild.name}, #${name}: ${missing.join(", ")}`,
      }),
    ),
  ];
}

async function staffLine(client: Client, id: string, self: string): Promise<Diagnosis> {
  try {
    const channel = await client.channels.fetch(id);
    const missing =
      channel === null || channel.isDMBased() || !channel.isTextBased()
        ? ["a server's text channel, and no forum or category"]
        : await missingFor(channel, self);
    return missing.length === 0
      ? { state: "ok", text: "STAFF_CHANNEL can be written to" }
      : { state: "missing", text: `STAFF_CHANNEL: ${missing.join(", ")}` };
  } catch {
    // whatever the reason, the operator can only look at the id and at who may see the channel
    return { state: "missing", text: "STAFF_CHANNEL: the bot cannot see a channel of this id" };
  }
}

async function missingFor(channel: GuildBasedChannel, self: string): Promise<readonly string[]> {
  const me = await channel.guild.members.fetch(self);
  return missingIn(channel.permissionsFor(me), channel.isThread());
}

const byHand = (text: string): Diagnosis => ({ state: "by-hand", text });
