import { readCommand, readCommandSet } from "./checks/commands.ts";
import { type Body, Form, isBody } from "./form.ts";
import { Refusal, refuse } from "./refusal.ts";
import type { World } from "./world.ts";

/** A command as it is registered. */
export interface RegisteredCommand {
  readonly id: string;
  /** 1 typed with a slash, 2 on a user, 3 on a message. */
  readonly type: number;
  readonly name: string;
  /** Undefined if it is global. */
  readonly guildId: string | undefined;
  /** What was sent for it. */
  readonly body: Body;
  /** As the API shows it. */
  readonly payload: Body;
}

/** The commands an application has registered. */
export interface Commands {
  /** Those of a guild, or the global ones. */
  list(guildId: string | undefined): readonly RegisteredCommand[];
  /** Replaces all of a scope. @throws {Refusal} if one is not as it must be */
  replaceAll(guildId: string | undefined, json: unknown): readonly RegisteredCommand[];
  /** Adds one, or replaces the one of its kind and name. @throws {Refusal} if it is not as it must be */
  put(guildId: string | undefined, json: unknown): { command: RegisteredCommand; created: boolean };
  /** @throws {Refusal} (10063) if there is none */
  remove(guildId: string | undefined, id: string): void;
  /** How many were new when they were sent; the service allows 200 a day and guild. */
  readonly created: number;
}

const CREATIONS_A_DAY = 200;

/** No commands yet. */
export function createCommands(world: World): Commands {
  const scopes = new Map<string, RegisteredCommand[]>();
  const creations = new Map<string, number>();
  const scope = (guildId: string | undefined) => scopes.get(guildId ?? "") ?? [];
  const register = (guildId: string | undefined, form: Form) => {
    const known = scope(guildId).find(
      ({ name, type }) => name === form.body.name && type === (form.body.type ?? 1),
    );
    if (known === undefined) countCreation(creations, guildId ?? "");
    const command = registered(world, guildId, form.body, known?.id ?? world.nextId());
    return { command, created: known === undefined };
  };
  return {
    list: scope,
    replaceAll(guildId, json) {
      const wrapped = Form.of({ commands: json });
      const forms = wrapped.list("commands", { required: true });
      readCommandSet(forms);
      wrapped.done();
      const next = forms.map((form) => register(guildId, form).command);
      scopes.set(guildId ?? "", next);
      return next;
    },
    put(guildId, json) {
      const form = Form.of(json);
      readCommand(form);
      form.done();
      const { command, created } = register(guildId, form);
      scopes.set(guildId ?? "", [...scope(guildId).filter(({ id }) => id !== command.id), command]);
      return { command, created };
    },
    remove(guildId, id) {
      if (!scope(guildId).some((command) => command.id === id)) throw refuse.unknownCommand();
      scopes.set(
        guildId ?? "",
        scope(guildId).filter((command) => command.id !== id),
      );
    },
    get created() {
      return [...creations.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}

function countCreation(creations: Map<string, number>, scope: string): void {
  const count = (creations.get(scope) ?? 0) + 1;
  if (count > CREATIONS_A_DAY) {
    throw new Refusal(429, 30034, "Max number of daily application command creates has been reached (200)");
  }
  creations.set(scope, count);
}

function registered(world: World, guildId: string | undefined, body: Body, id: string): RegisteredCommand {
  const type = Number(body.type ?? 1);
  const options = Array.isArray(body.options) ? body.options.filter(isBody) : [];
  const { options: _, ...rest } = body;
  const payload = {
    id,
    application_id: world.applicationId,
    version: world.nextId(),
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    integration_types: [0],
    ...(guildId === undefined ? { dm_permission: true, contexts: null } : { guild_id: guildId }),
    ...rest,
    type,
    description: body.description ?? "",
    // the service leaves out what a command has none of
    ...(options.length > 0 && { options }),
  };
  return { id, type, name: String(body.name), guildId, body, payload };
}
