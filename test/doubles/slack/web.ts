import type { IncomingMessage, ServerResponse } from "node:http";
import type { Access } from "./access.ts";
import type { Fault, Faults } from "./faults.ts";
import { type Call, type Identity, isJson, type Json, type Outcome, RefusedCall, textOf } from "./model.ts";
import type { Traffic } from "./traffic.ts";

/** One method of the Web API. */
interface Method {
  /** Which token it takes; the bot's unless said otherwise. */
  readonly token?: "app";
  readonly scope?: string;
  /** @throws {RefusedCall} when the service would not carry it out. */
  run(args: Json, access: Access): Json;
}

/** Methods by name. */
export type Methods = Readonly<Record<string, Method>>;

/** What the Web API is made of. */
export interface WebParts {
  readonly identity: Identity;
  readonly methods: Methods;
  readonly respond: (id: string, payload: Json) => Json;
  readonly access: Access;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly now: () => number;
}

/** The Web API and the response_urls over HTTP. */
export interface Web {
  readonly calls: readonly Call[];
  handle(request: IncomingMessage, response: ServerResponse): void;
}

interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly headers: Json;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The value itself, unless it is JSON written into a form field. */
function fieldOf(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** @throws {RefusedCall} when the body is JSON that cannot be read. */
function argsOf(raw: string, contentType: string): Json {
  if (!contentType.includes("json")) {
    return Object.fromEntries([...new URLSearchParams(raw)].map(([key, value]) => [key, fieldOf(value)]));
  }
  try {
    const parsed: unknown = JSON.parse(raw);
    if (isJson(parsed)) return parsed;
  } catch (cause) {
    throw new Error("the bot sent a body that is not JSON", { cause });
  }
  throw new RefusedCall("json_not_object");
}

/** The Web API of one workspace. */
export function createWeb(parts: WebParts): Web {
  const { identity, access, faults, traffic } = parts;
  const calls: Call[] = [];

  async function record(request: IncomingMessage): Promise<Call> {
    const raw = await bodyOf(request);
    const { authorization = "", cookie: _, ...headers } = request.headers;
    const path = request.url ?? "/";
    const { token, ...args } = argsOf(raw, textOf(headers["content-type"]));
    const presented = authorization.replace(/^Bearer /i, "") || textOf(token);
    const call: Call = {
      method: path.startsWith("/api/") ? path.slice("/api/".length).replace(/\?.*/, "") : "response_url",
      args,
      headers,
      raw: [identity.botToken, identity.appToken].reduce(
        (text, secret) => text.replaceAll(secret, "[token]"),
        raw,
      ),
      path,
      token: access.kindOf(presented),
      at: parts.now(),
      outcome: undefined,
    };
    calls.push(call);
    return call;
  }

  function carryOut(call: Call): Reply {
    const headers: Json = { "x-oauth-scopes": [...access.scopes].join(",") };
    const method = Object.hasOwn(parts.methods, call.method) ? parts.methods[call.method] : undefined;
    try {
      if (call.method === "response_url") {
        const id = call.path.split("/").at(-1) ?? "";
        return { status: 200, body: { ok: true, ...parts.respond(id, call.args) }, headers: {} };
      }
      if (method === undefined) throw new RefusedCall("unknown_method", { req_method: call.method });
      access.requireToken(call.token, method.token ?? "bot");
      if (method.scope !== undefined) {
        headers["x-accepted-oauth-scopes"] = method.scope;
        access.requireScope(method.scope);
      }
      return { status: 200, body: { ok: true, ...method.run(call.args, access) }, headers };
    } catch (error) {
      if (!(error instanceof RefusedCall)) throw error;
      const { error: code, extra } = error.refusal;
      const status = call.method === "response_url" ? (code.endsWith("_url") ? 404 : 400) : 200;
      return { status, body: { ok: false, error: code, ...extra }, headers };
    }
  }

  function send(call: Call, reply: Reply, response: ServerResponse, outcome: Partial<Outcome>): void {
    const error = typeof reply.body.error === "string" ? reply.body.error : undefined;
    const { status } = reply;
    call.outcome = { status, error, carriedOut: error === undefined, injected: false, ...outcome };
    for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, textOf(value));
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(reply.body));
  }

  async function fail(call: Call, fault: Fault, response: ServerResponse): Promise<void> {
    const failed = { carriedOut: false, injected: true };
    switch (fault.kind) {
      case "refused":
        return send(
          call,
          {
            ...fault,
            body: { ok: false, error: fault.status === 429 ? "ratelimited" : `http_${fault.status}` },
          },
          response,
          failed,
        );
      case "error":
        return send(
          call,
          { status: 200, headers: {}, body: { ok: false, error: fault.error, ...fault.extra } },
          response,
          failed,
        );
      case "cut":
        call.outcome = { status: 0, error: undefined, ...failed };
        response.socket?.destroy();
        return;
      default:
        return afterwards(call, fault, response);
    }
  }

  /** The faults of calls that do take effect. */
  async function afterwards(call: Call, fault: Fault, response: ServerResponse): Promise<void> {
    const reply = carryOut(call);
    const error = typeof reply.body.error === "string" ? reply.body.error : undefined;
    const outcome = { status: 0, error, carriedOut: error === undefined, injected: true };
    if (fault.kind === "slow") {
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return send(call, reply, response, { injected: true });
    }
    call.outcome = { ...outcome, status: fault.kind === "garbled" ? fault.status : 0 };
    if (fault.kind !== "garbled") {
      response.socket?.destroy();
      return;
    }
    response.writeHead(fault.status, { "content-type": "text/html" });
    response.end(fault.body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const done = traffic.begin();
    response.once("close", done);
    const call = await record(request);
    const fault = faults.take(call.method);
    if (fault !== undefined) await fail(call, fault, response);
    else send(call, carryOut(call), response, {});
  }

  return {
    calls,
    handle(request, response) {
      answer(request, response).catch((error: unknown) => {
        // a fault of the double itself: loud, and never mistaken for an answer of the service
        console.error(error);
        response.writeHead(599).end();
      });
    },
  };
}
