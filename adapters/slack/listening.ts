/** Slack's HTTP mode: requests that Slack signs, on a port of their own. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { defaultBodyLimit, HTTPModuleFunctions, HTTPReceiver, isRawBodyError } from "@slack/bolt";
import { ConfigError } from "../../src/errors.ts";
import type { PlatformState } from "../../src/ports.ts";
import type { SteadyReceiver } from "./connection.ts";
import { silence } from "./silence.ts";

/** What HTTP mode needs. */
export interface ListenNeeds {
  readonly signingSecret: string;
  readonly port: number;
}

/** How long a request may still take to arrive when the bot stops, in milliseconds: Slack's come whole. */
const LAST_WORDS_MS = 1000;

/** A receiver that listens. Slack refuses what is not acknowledged in 3 s, bolt what is not signed or older than five minutes. */
export function listenForSlack({ signingSecret, port }: ListenNeeds): SteadyReceiver {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: silence });
  receiver.requestListener = readableOnly(receiver.requestListener);
  let state: PlatformState = { connected: false, reason: "not listening for Slack yet" };
  let server: Pick<Server, "closeAllConnections"> | undefined;
  return {
    init: (app) => receiver.init(app),
    async start() {
      try {
        server = await receiver.start(port);
      } catch (cause) {
        const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
        throw new ConfigError([`SLACK_HTTP_PORT: ${port} cannot be used (${code})`]);
      }
      state = { connected: true, reason: undefined };
    },
    async stop() {
      if (!state.connected) return;
      state = { connected: false, reason: "the bot is stopping" };
      // whoever never ends a request would keep the bot from stopping
      const enough = setTimeout(() => server?.closeAllConnections(), LAST_WORDS_MS);
      await receiver.stop();
      clearTimeout(enough);
    },
    state: () => state,
  };
}

/**
 * The library takes a form by its exact type alone, and a body that is no more than `null` ends the process, as nothing in the library
 * catches what comes of it.
 */
function readableOnly(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method !== "POST") return listener(request, response);
    const { headers } = request;
    // "; charset=utf-8" and capitals say the same
    headers["content-type"] = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
    readWhole(request)
      .then((whole) => (isNull(whole) ? refuse(response, 400) : listener(whole, response)))
      // beside what cannot be read, the library throws for paths that are not its own
      .catch((error: unknown) => refuse(response, isRawBodyError(error) ? error.statusCode : 404));
  };
}

const { bufferIncomingMessage: buffered, parseHTTPRequestBody: parsed } = HTTPModuleFunctions;

type Whole = Awaited<ReturnType<typeof buffered>>;

/** The request with its body, which the library then takes from it. */
const readWhole = (request: IncomingMessage): Promise<Whole> => buffered(request, defaultBodyLimit);

function isNull(request: Whole): boolean {
  try {
    return parsed(request) === null;
  } catch {
    // what is no JSON is the library's to refuse
    return false;
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status);
  response.end();
}
