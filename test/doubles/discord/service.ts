import type { Commands } from "./commands.ts";
import type { Form } from "./form.ts";
import type { Gateway } from "./gateway-control.ts";
import type { Attachment } from "./model.ts";
import type { Changes } from "./waiting.ts";
import type { World } from "./world.ts";

/** What the routes work on. */
export interface Service {
  readonly world: World;
  readonly gateway: Gateway;
  readonly commands: Commands;
  readonly changes: Changes;
  /** Shards the gateway asks for. */
  readonly shards: number;
  /** True if the application may read all messages' content. */
  readonly readsContent: boolean;
  /** `ws://…`, without a query. */
  readonly gatewayUrl: () => string;
}

/** One request, as a route sees it. */
export interface Call {
  /** The parts of the path that the route names with a colon. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON of the body; undefined if there is none. */
  readonly json: unknown;
  /** The same, to be read field by field. */
  readonly form: Form;
  readonly files: readonly Attachment[];
}

/** What a route answers: a status and the JSON to go with it, undefined for none. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** Carries a request out. @throws {Refusal} if the service would not */
export type Route = (service: Service, call: Call) => Reply;

/** Routes by method and path, such as "GET /channels/:channel". */
export type Routes = Readonly<Record<string, Route>>;
