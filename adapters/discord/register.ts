/** Registration of the declared commands with Discord: a step of its own, and only when something has changed. */
import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsResult,
  Routes,
} from "discord.js";
import type { Command, Param } from "../../src/commands/command.ts";
import type { DiscordConfig } from "../../src/config.ts";
import { ConfigError } from "../../src/errors.ts";
import { cut } from "../../src/reply/pack.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import type { Localized } from "../../src/reply/wording/wording.ts";
import { CODES, codeOf, makeRequest } from "./calls.ts";
import { isRefused } from "./connection.ts";
import { type Doubled, doubledIn, undouble } from "./doubled.ts";
import { CHOICE_TEXT, DESCRIPTION } from "./limits.ts";
import { inviteLink } from "./permissions.ts";
import { refusedToken } from "./refusals.ts";

type Registered = RESTPostAPIApplicationCommandsJSONBody;

/** What registering did. */
export interface Registration {
  readonly changed: boolean;
  readonly names: readonly string[];
  readonly applicationId: string;
  /** Servers where each command is shown twice, since it is registered for all servers, too. */
  readonly doubled: readonly Doubled[];
}

/**
 * Registers, and says what was done in lines for the operator.
 * @throws {ConfigError} when Discord does not take it
 */
export async function runRegister(
  commands: readonly Command[],
  config: DiscordConfig,
): Promise<readonly string[]> {
  try {
    const { changed, names, applicationId, doubled } = await registerCommands(commands, config);
    const where = config.guildId === undefined ? "all servers" : `the server ${config.guildId}`;
    return [
      `${changed ? "Registered" : "Nothing has changed: Discord already has"} for ${where}: ${names.join(", ")}`,
      ...doubled.map(doubledLine),
      `To add the bot to a server, open: ${inviteLink(applicationId)}`,
    ];
  } catch (error) {
    throw new ConfigError([refusalLine(error)]);
  }
}

/** Why registering failed, by code; the error itself would show the request. */
function refusalLine(error: unknown): string {
  if (isRefused(error)) return `DISCORD_TOKEN: ${refusedToken}`;
  const code = codeOf(error);
  if (code === undefined) return "Discord cannot be reached. Please try again later.";
  if (code === CODES.missingAccess || code === CODES.notAuthorized)
    return "DISCORD_APPLICATION_ID or DISCORD_GUILD_ID: not this bot's application, or a server that the bot is not in";
  return `Discord does not take the commands (${code}).`;
}

/** What the operator can do about a server that shows each command twice. */
export const doubledLine = ({ guild }: Doubled): string =>
  `${guild}: each command is shown twice, as that server's and as all servers'. To have them once, leave DISCORD_GUILD_ID empty and run: npm run register`;

/**
 * Tells Discord the commands, for all servers or for the configured one, unless it knows them already. Once they are for all, no server
 * keeps the same ones of its own.
 */
export async function registerCommands(
  commands: readonly Command[],
  config: DiscordConfig,
): Promise<Registration> {
  const { rest, route, wanted, changed, applicationId } = await compare(commands, config);
  if (changed) await rest.put(route, { body: wanted });
  const doubled = await doubledIn(rest, applicationId, wanted);
  const settles = config.guildId === undefined;
  if (settles) await undouble(rest, applicationId, doubled);
  return {
    changed: changed || (settles && doubled.length > 0),
    names: wanted.map(({ name }) => name),
    applicationId,
    doubled: settles ? [] : doubled,
  };
}

/** Whether Discord has the commands as they are declared now, and where it has them twice. */
export async function registered(commands: readonly Command[], config: DiscordConfig) {
  const { rest, changed, applicationId, wanted } = await compare(commands, config);
  return { current: !changed, doubled: await doubledIn(rest, applicationId, wanted) };
}

/** What Discord has, against what is declared. */
async function compare(
  commands: readonly Command[],
  { token, applicationId, guildId, apiUrl }: DiscordConfig,
) {
  const rest = new REST({ version: "10", makeRequest, ...(apiUrl && { api: apiUrl.replace(/\/+$/, "") }) });
  rest.setToken(token);
  const id = applicationId ?? (await ownId(rest));
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const wanted = registrationOf(commands, guildId !== undefined);
  const query = new URLSearchParams({ with_localizations: "true" });
  // what the route answers with, as its documentation has it
  const known = (await rest.get(route, { query })) as RESTPutAPIApplicationCommandsResult;
  const same = wanted.every((each) => known.some((one) => says(one, each)));
  return { rest, route, wanted, changed: !same || wanted.length !== known.length, applicationId: id };
}

async function ownId(rest: REST): Promise<string> {
  // as above
  const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
  return id;
}

/** The declared commands and the entry of a message's menu, as Discord wants them. */
export function registrationOf(commands: readonly Command[], forOneGuild: boolean): readonly Registered[] {
  const reach = forOneGuild
    ? {}
    : {
        integration_types: [ApplicationIntegrationType.GuildInstall],
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      };
  return [
    ...commands.map(
      ({ name, names, summary, params }): Registered => ({
        ...reach,
        type: ApplicationCommandType.ChatInput,
        name,
        name_localizations: localized(names),
        ...described(summary),
        options: Object.entries(params).map(([option, param]) => optionOf(option, param)),
      }),
    ),
    { ...reach, type: ApplicationCommandType.Message, ...FIND_SOURCES },
  ];
}

const FIND_SOURCES = {
  name: wordingFor("en").findSources,
  name_localizations: localized({
    en: wordingFor("en").findSources,
    sv: wordingFor("sv").findSources,
    es: wordingFor("es").findSources,
  }),
};

function optionOf(name: string, param: Param): APIApplicationCommandOption {
  const base = { name, ...described(param.summary), required: param.required };
  switch (param.kind) {
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: param.maxLength,
        ...(param.suggest && { autocomplete: true }),
      };
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: param.min,
        max_value: param.max,
      };
    case "choice":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: param.choices.map((choice) => ({ name: cut(choice, CHOICE_TEXT), value: choice })),
      };
  }
}

const described = (summary: Localized) => ({
  description: cut(summary.en, DESCRIPTION),
  description_localizations: localized(summary, DESCRIPTION),
});

/** A text by Discord's names of the languages it is worded in. */
function localized({ en, sv, es }: Localized, most = DESCRIPTION): LocalizationMap {
  const [english, swedish, spanish] = [en, sv, es].map((text) => cut(text, most));
  return {
    "en-GB": english ?? en,
    "en-US": english ?? en,
    "sv-SE": swedish ?? sv,
    "es-ES": spanish ?? es,
    "es-419": spanish ?? es,
  };
}

/** Whether what Discord has says all that we want it to; it leaves out what is false or empty and adds fields of its own. */
function says(has: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const known: readonly unknown[] = Array.isArray(has) ? has : [];
    return known.length === wanted.length && wanted.every((each, at) => says(known[at], each));
  }
  if (!isRecord(wanted)) return isDeepStrictEqual(has ?? false, wanted ?? false);
  return isRecord(has) && Object.entries(wanted).every(([key, value]) => says(has[key], value));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
