import { ApplicationCommandOptionType as Option } from "discord.js";
import type { RegisteredCommand } from "./commands.ts";
import { type Body, isBody } from "./form.ts";
import type { Channel } from "./model.ts";
import { channelPayload, rolePayload, userPayload } from "./payloads.ts";
import { channelPermissions } from "./permissions.ts";
import type { World } from "./world.ts";

/** What a person put into a command's form, by option. */
export type Options = Readonly<Record<string, string | number | boolean>>;

/** What is being typed while choices are asked for. */
export interface Focus {
  readonly option: string;
  readonly value: string;
}

/**
 * Turns a filled form into the options of an interaction, as the client would.
 * @param path the command's name, with subcommands after blanks
 * @throws {Error} if the client would not let it be sent
 */
export function typedOptions(
  command: RegisteredCommand,
  path: readonly string[],
  values: Options,
  focus?: Focus,
): Body[] {
  const [, ...below] = path;
  const names: { name: string; type: number }[] = [];
  let definitions = definitionsOf(command.payload);
  for (const name of below) {
    const found = definitions.find((definition) => definition.name === name);
    if (found === undefined) throw new Error(`/${path.join(" ")} is not registered`);
    names.push({ name, type: Number(found.type) });
    definitions = definitionsOf(found);
  }
  if (definitions.some(({ type }) => Number(type) <= 2))
    throw new Error(`/${path.join(" ")} needs a subcommand`);
  let options: Body[] = filledOptions(definitions, values, focus);
  for (const { name, type } of names.reverse()) options = [{ name, type, options }];
  return options;
}

function definitionsOf({ options }: Body): Body[] {
  return Array.isArray(options) ? options.filter(isBody) : [];
}

function filledOptions(definitions: readonly Body[], values: Options, focus: Focus | undefined): Body[] {
  const known = new Set(definitions.map(({ name }) => name));
  for (const name of Object.keys(values)) if (!known.has(name)) throw new Error(`there is no option ${name}`);
  return definitions.flatMap((definition) => {
    const { name, type } = definition;
    if (focus !== undefined && focus.option === name) {
      if (definition.autocomplete !== true) throw new Error(`option ${name} has no autocomplete`);
      return [{ name, type, value: focus.value, focused: true }];
    }
    const value = values[String(name)];
    // while something is being typed, required options may still be empty
    if (value === undefined) {
      if (definition.required === true && focus === undefined) throw new Error(`option ${name} is required`);
      return [];
    }
    checkValue(definition, value);
    return [{ name, type, value }];
  });
}

function checkValue(definition: Body, value: string | number | boolean): void {
  const { name, type, choices, min_length, max_length } = definition;
  const expected =
    type === Option.Boolean
      ? "boolean"
      : type === Option.Integer || type === Option.Number
        ? "number"
        : "string";
  if (typeof value !== expected) throw new Error(`option ${name} takes a ${expected}`);
  if (typeof value === "string" && type === Option.String) {
    if (value.length > Number(max_length ?? 6000))
      throw new Error(`option ${name} takes no more than ${max_length ?? 6000} letters`);
    if (value.length < Number(min_length ?? 0))
      throw new Error(`option ${name} takes at least ${min_length} letters`);
  }
  const allowed = Array.isArray(choices) ? choices.filter(isBody).map((choice) => choice.value) : [];
  if (allowed.length > 0 && !allowed.includes(value)) throw new Error(`option ${name} offers no ${value}`);
}

/** What the ids among the options stand for; undefined if there are none. */
export function resolvedOptions(world: World, channel: Channel, options: readonly Body[]): Body | undefined {
  const resolved = { users: {}, roles: {}, channels: {} } satisfies Record<string, Record<string, unknown>>;
  for (const { type, value, options: below } of options) {
    if (Array.isArray(below)) return resolvedOptions(world, channel, below.filter(isBody));
    const id = String(value);
    const user = world.users.get(id);
    const role = channel.guild?.roles.get(id);
    const named = world.channels.get(id);
    if (type === Option.User && user !== undefined)
      Object.assign(resolved.users, { [id]: userPayload(user) });
    if (type === Option.Role && role !== undefined)
      Object.assign(resolved.roles, { [id]: rolePayload(role, 1) });
    if (type === Option.Channel && named !== undefined) {
      const permissions = channelPermissions(named, world.bot).toString();
      Object.assign(resolved.channels, { [id]: { ...channelPayload(world, named), permissions } });
    }
  }
  const filled = Object.entries(resolved).filter(([, table]) => Object.keys(table).length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
