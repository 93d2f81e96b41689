/** Commands that a server has of its own beside the same ones for all servers: people there see each of them twice. */
import {
  DiscordAPIError,
  type REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetAPIApplicationGuildCommandsResult,
  type RESTGetAPICurrentUserGuildsResult,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";

/** A server, and its own commands that are there for all servers, too. */
export interface Doubled {
  readonly guildId: string;
  readonly guild: string;
  readonly commands: readonly string[];
}

type Named = Pick<RESTPostAPIApplicationCommandsJSONBody, "name" | "type">;

/** Servers of the bot's that have any of the wanted commands twice. */
export async function doubledIn(
  rest: REST,
  applicationId: string,
  wanted: readonly Named[],
): Promise<readonly Doubled[]> {
  const isWanted = ({ name, type }: Named) => wanted.some((each) => each.name === name && each.type === type);
  // here and below, what the routes answer with, as their documentation has it
  const everywhere = (await rest.get(
    Routes.applicationCommands(applicationId),
  )) as RESTGetAPIApplicationCommandsResult;
  const both = everywhere.filter(isWanted);
  if (both.length === 0) return [];
  const guilds = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult;
  const doubled: Doubled[] = [];
  for (const { id, name } of guilds) {
    const own = await ownOf(rest, applicationId, id);
    const commands = own.filter((each) =>
      both.some(({ name, type }) => name === each.name && type === each.type),
    );
    if (commands.length > 0)
      doubled.push({ guildId: id, guild: name, commands: commands.map((each) => each.id) });
  }
  return doubled;
}

/** Takes them away from those servers; what is there for all servers stays, and so does what is the server's alone. */
export async function undouble(
  rest: REST,
  applicationId: string,
  doubled: readonly Doubled[],
): Promise<void> {
  for (const { guildId, commands } of doubled)
    for (const each of commands)
      await rest.delete(Routes.applicationGuildCommand(applicationId, guildId, each));
}

async function ownOf(
  rest: REST,
  applicationId: string,
  guildId: string,
): Promise<RESTGetAPIApplicationGuildCommandsResult> {
  try {
    // as above
    return (await rest.get(
      Routes.applicationGuildCommands(applicationId, guildId),
    )) as RESTGetAPIApplicationGuildCommandsResult;
  } catch (error) {
    // a server where the bot may have no commands has none
    if (error instanceof DiscordAPIError) return [];
    throw error;
  }
}
