import { refuse } from "../refusal.ts";
import type { Call, Route, Routes, Service } from "../service.ts";

const GLOBAL = "/applications/:application/commands";
const GUILD = "/applications/:application/guilds/:guild/commands";

/** Registration of commands, global and for one guild. */
export const commandRoutes: Routes = {
  [`GET ${GLOBAL}`]: list,
  [`PUT ${GLOBAL}`]: replaceAll,
  [`POST ${GLOBAL}`]: put,
  [`DELETE ${GLOBAL}/:command`]: remove,
  [`GET ${GUILD}`]: list,
  [`PUT ${GUILD}`]: replaceAll,
  [`POST ${GUILD}`]: put,
  [`DELETE ${GUILD}/:command`]: remove,
};

function list(service: Service, call: Call): ReturnType<Route> {
  return { status: 200, body: service.commands.list(scope(service, call)).map(({ payload }) => payload) };
}

function replaceAll(service: Service, call: Call): ReturnType<Route> {
  const next = service.commands.replaceAll(scope(service, call), call.json);
  return { status: 200, body: next.map(({ payload }) => payload) };
}

function put(service: Service, call: Call): ReturnType<Route> {
  const { command, created } = service.commands.put(scope(service, call), call.json);
  return { status: created ? 201 : 200, body: command.payload };
}

function remove(service: Service, call: Call): ReturnType<Route> {
  service.commands.remove(scope(service, call), call.params.command ?? "");
  return { status: 204 };
}

/** The guild a request is about, undefined if it is about global commands. */
function scope({ world }: Service, { params }: Call): string | undefined {
  if (params.application !== world.applicationId) throw refuse.missingAccess();
  if (params.guild !== undefined && !world.guilds.has(params.guild)) throw refuse.missingAccess();
  return params.guild;
}
