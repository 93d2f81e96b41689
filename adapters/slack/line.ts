/** One Socket Mode connection at a time, each a receiver of the library's without its own reconnecting. */
import { type App, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import { CallFailed } from "./failure.ts";
import { CALL_TIMEOUT_MS } from "./limits.ts";
import { silence } from "./silence.ts";

/** One connection. */
export interface Line {
  /** On `performance.now()`. */
  readonly openedAt: number;
  stop(): void;
}

/** Connections of one app. */
export interface Lines {
  /** Resolves when Slack has said hello. `lost` is told once, of a line that was opened and is of no use any more. */
  open(app: App | undefined, lost: (line: Line, why: string) => void): Promise<Line>;
}

/** What a connection needs. */
export interface LineNeeds {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
}

/** Without a pong for so long, a connection counts as dead; it is asked for one three times within, in milliseconds. */
const PONG_WITHIN_MS = 2000;

/** How long Slack may take from the first call to its hello, in milliseconds. */
const HELLO_WITHIN_MS = 15_000;

/** Connections with this token. */
export function createLines(needs: LineNeeds): Lines {
  // ours that Slack may still count; one more than these is another copy of the bot
  const counted = new Set<SocketModeReceiver>();

  function greet(receiver: SocketModeReceiver, connections: number): void {
    counted.add(receiver);
    if (connections > counted.size) needs.log("slack-another-copy-is-connected", { connections });
  }

  return {
    async open(app, lost) {
      const receiver = createReceiver(needs);
      const { client } = receiver;
      if (app !== undefined) receiver.init(app);
      let over = false;
      const line: Line = {
        openedAt: performance.now(),
        stop() {
          over = true;
          // how a connection ends that nobody needs is of no interest
          client.disconnect().catch(() => undefined);
        },
      };
      let ended: (why: string) => void = () => line.stop();
      const end = (why: string) => {
        if (over) return;
        over = true;
        ended(why);
      };
      readSafely(client, needs.log);
      client.on("ws_message", (data: unknown) => {
        const control = controlMessage(data);
        if (control?.type === "hello") greet(receiver, control.connections);
        if (control?.type === "disconnect") end(control.reason);
      });
      client.on("disconnected", () => {
        counted.delete(receiver);
        end("dropped");
      });
      await hello(client.start(), line);
      if (over) throw new CallFailed("not-done", "dropped");
      ended = (why) => lost(line, why);
      return line;
    },
  };
}

/** The library reads messages without a net: one that is not as it expects would end the process. */
function readSafely(client: SocketModeReceiver["client"], log: Log): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...message: unknown[]) => {
    try {
      for (const read of readers) await read.apply(client, message);
    } catch {
      // its text may be what someone typed
      log("slack-message-unreadable");
    }
  });
}

function createReceiver({ appToken, apiUrl }: LineNeeds): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: silence,
    clientPingTimeout: PONG_WITHIN_MS,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        // whether and when to try again is decided in one place, and not here
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: CALL_TIMEOUT_MS,
      },
    },
  });
}

async function hello(started: Promise<unknown>, line: Line): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallFailed("not-done", "no_hello")), HELLO_WITHIN_MS);
  });
  try {
    await Promise.race([started, late]);
  } catch (error) {
    line.stop();
    // a connection that ends before the hello rejects with nothing
    throw error ?? new CallFailed("not-done", "dropped");
  } finally {
    clearTimeout(timer);
  }
}

type Control =
  | { readonly type: "hello"; readonly connections: number }
  | { readonly type: "disconnect"; readonly reason: string };

/** What Slack says about the connection itself. Payloads are not parsed twice: these messages are short and name their type first. */
function controlMessage(data: unknown): Control | undefined {
  if (typeof data !== "string" || data.length > 2000 || !/"type":\s*"(hello|disconnect)"/.test(data))
    return undefined;
  const message: unknown = parsed(data);
  if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
  if (message.type === "hello") {
    const count = "num_connections" in message ? message.num_connections : 1;
    return { type: "hello", connections: typeof count === "number" ? count : 1 };
  }
  if (message.type !== "disconnect") return undefined;
  const reason = "reason" in message && typeof message.reason === "string" ? message.reason : "asked_to_go";
  return { type: "disconnect", reason: /^\w{1,40}$/.test(reason) ? reason : "asked_to_go" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // what cannot be read is nothing to act on
    return undefined;
  }
}
