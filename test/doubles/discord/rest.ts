import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import { Form } from "./form.ts";
import { createRateLimits, type RateLimits } from "./limits.ts";
import { Refusal, refuse } from "./refusal.ts";
import { type ReceivedRequest, readRequest } from "./request.ts";
import { commandRoutes } from "./routes/commands.ts";
import { interactionRoutes } from "./routes/interactions.ts";
import { lookupRoutes } from "./routes/lookups.ts";
import { messageRoutes } from "./routes/messages.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import type { Reply, Route, Routes, Service } from "./service.ts";

/** One request as it arrived and was answered. */
export interface RecordedRequest {
  /** Service milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Below the API's version; an interaction's token is shown as "…". */
  readonly path: string;
  readonly query: string;
  /** The JSON that was sent; undefined if none was. */
  readonly json: unknown;
  /** The body, letter for letter; of a multipart body the JSON part. */
  readonly text: string;
  readonly files: readonly string[];
  /** Header fields without `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was answered; 0 while it is under way or if the connection was cut. */
  status: number;
  /** True if the service carried it out, whatever the reply. */
  carriedOut: boolean;
}

/** What the REST half is told when it is made. */
export interface RestSettings {
  readonly service: Service;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The bot's token; undefined once it is revoked. */
  readonly token: () => string | undefined;
  readonly rateLimits: boolean;
}

/** The REST half of the service. */
export interface Rest {
  readonly requests: readonly RecordedRequest[];
  /** Requests that have no reply yet. */
  readonly underWay: number;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const ROUTES: Routes = {
  ...lookupRoutes,
  ...messageRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
};

/** A reply together with the header fields that go with it. */
interface FullReply extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in place of the body's JSON. */
  readonly raw?: string;
}

/** How a connection ends in place of a reply. */
type Cut = "reset" | "closed";

/** Answers requests as Discord's REST API version 10 does. */
export function createRest(settings: RestSettings): Rest {
  const { service, clock } = settings;
  const requests: RecordedRequest[] = [];
  const limits = createRateLimits(clock);
  let underWay = 0;
  return {
    requests,
    get underWay() {
      return underWay;
    },
    async handle(request, response) {
      underWay += 1;
      try {
        const received = await readRequest(request, service.world.nextId);
        const record = recorded(received, clock.now());
        requests.push(record);
        const reply = await answer(settings, limits, received, record);
        if (reply === "reset") request.socket.resetAndDestroy();
        else if (reply === "closed") request.socket.destroy();
        else write(response, record, reply);
      } catch (error) {
        // a mistake of the double itself must fail the test that met it, and loudly
        write(response, undefined, {
          status: 418,
          body: { message: `the double failed: ${error}`, code: 0 },
        });
      } finally {
        underWay -= 1;
        service.changes.notify();
      }
    },
  };
}

async function answer(
  settings: RestSettings,
  limits: RateLimits,
  received: ReceivedRequest,
  record: RecordedRequest,
): Promise<FullReply | Cut> {
  const fault = settings.faults.take(received.method, received.path);
  if (fault?.kind === "reset") return "reset";
  if (fault?.kind === "rate-limit") return tooMany(fault.retryAfterMs, fault.global ?? false, {});
  if (fault?.kind === "status") return { status: fault.status, ...fallbackBody(fault.status, fault.body) };
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const found = findRoute(received);
  const allowance = settings.rateLimits ? limits.admit(found?.name ?? "", received.path) : undefined;
  const headers = allowance?.headers ?? {};
  if (allowance !== undefined && allowance.retryAfterMs > 0) {
    return tooMany(allowance.retryAfterMs, allowance.global, headers);
  }
  const reply = carryOut(settings, received, found);
  record.carriedOut = reply.status < 400;
  if (fault?.kind === "lost") return "reset";
  if (fault?.kind === "lost-closed") return "closed";
  if (fault?.kind === "lost-502") return { status: 502, ...fallbackBody(502, undefined) };
  if (fault?.kind === "garbled") return { status: 200, raw: '{"id": "12', headers };
  return { ...reply, headers };
}

function carryOut(
  { service, token }: RestSettings,
  received: ReceivedRequest,
  found: FoundRoute | undefined,
): Reply {
  try {
    if (found === undefined) throw refuse.notFound();
    const open = /^\w+ \/(interactions|webhooks)\//.test(found.name);
    if (!open && received.authorization !== `Bot ${token()}`) throw refuse.unauthorized();
    const { query, json, files } = received;
    return found.route(service, { params: found.params, query, json, form: Form.of(json ?? {}), files });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, errors } = error;
    return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
  }
}

interface FoundRoute {
  readonly name: string;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function findRoute({ method, path }: ReceivedRequest): FoundRoute | undefined {
  const parts = path.split("/");
  let best: FoundRoute | undefined;
  for (const [name, route] of Object.entries(ROUTES)) {
    const [wanted, pattern] = name.split(" ");
    const params = wanted === method ? matchParts(pattern?.split("/") ?? [], parts) : undefined;
    if (params === undefined) continue;
    // "@me" also fits ":user", so the route that names more wins
    if (best === undefined || Object.keys(params).length < Object.keys(best.params).length) {
      best = { name, route, params };
    }
  }
  return best;
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = decodeURIComponent(parts[index] ?? "");
    if (wanted.startsWith(":")) params[wanted.slice(1)] = part;
    else if (wanted !== part) return undefined;
  }
  return params;
}

function tooMany(retryAfterMs: number, global: boolean, bucket: Readonly<Record<string, string>>): FullReply {
  const seconds = retryAfterMs / 1000;
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: seconds, global },
    headers: {
      ...bucket,
      "retry-after": String(Math.ceil(seconds * 1000) / 1000),
      "x-ratelimit-scope": global ? "global" : "user",
      ...(global ? { "x-ratelimit-global": "true" } : {}),
      via: "1.1 google",
    },
  };
}

function fallbackBody(status: number, body: unknown): Pick<FullReply, "body" | "raw"> {
  if (body !== undefined) return { body };
  if (status === 401) return { body: { message: "401: Unauthorized", code: 0 } };
  return { raw: `<html><head><title>${status}</title></head><body>${status}</body></html>` };
}

function recorded({ token, ...received }: ReceivedRequest, at: number): RecordedRequest {
  return {
    at,
    method: received.method,
    path: token === undefined ? received.path : received.path.replace(token, "…"),
    query: received.query.toString(),
    json: received.json,
    text: received.text,
    files: received.files.map(({ name }) => name),
    headers: received.headers,
    status: 0,
    carriedOut: false,
  };
}

function write(response: ServerResponse, record: RecordedRequest | undefined, reply: FullReply): void {
  if (record !== undefined) record.status = reply.status;
  const text = reply.raw ?? (reply.body === undefined ? "" : JSON.stringify(reply.body));
  const type = reply.raw?.startsWith("<") ? "text/html" : "application/json";
  response.writeHead(reply.status, { ...reply.headers, ...(text === "" ? {} : { "content-type": type }) });
  response.end(text);
}
