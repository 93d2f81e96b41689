import type { WebSocket } from "ws";
import type { Json } from "./model.ts";
import type { Traffic } from "./traffic.ts";

/** Why the service asks a connection to go; `warning` comes some seconds before the others. */
type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

/** One connection of the bot. */
export interface Connection {
  /** Counts from 1 over the life of the double. */
  readonly number: number;
  /** On `performance.now()`. */
  readonly openedAtMs: number;
  /** When the bot closed it or it was cut, on `performance.now()`. */
  readonly closedAtMs: number | undefined;
  /** Sends a disconnect message; the bot is to close the connection and open another. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts the connection without a word. */
  drop(): void;
  /** From now on nothing is sent, read or answered, though the connection stays up. */
  freeze(): void;
  /** Puts any text on the wire. */
  sendRaw(text: string): void;
}

/** A connection as the service uses it. */
export interface Wire extends Connection {
  /** Whether the bot has not closed it yet. */
  isOpen(): boolean;
  /** Whether the service would still send payloads here: it was not asked to go. */
  isStaying(): boolean;
  /** Whether what is sent here arrives. */
  isAlive(): boolean;
  write(message: Json): void;
}

/** What a connection needs. */
export interface WireParts {
  readonly number: number;
  readonly traffic: Traffic;
  /** How often the service pings, in milliseconds. */
  readonly pingEveryMs: number;
  readonly onMessage: (text: string) => void;
}

/** Takes over a connection whose handshake is done. */
export function openWire(ws: WebSocket, parts: WireParts): Wire {
  const { traffic } = parts;
  let closedAtMs: number | undefined;
  let frozen = false;
  let leaving = false;
  const pings = setInterval(() => {
    if (!frozen && ws.readyState === ws.OPEN) ws.ping("Ping from applink-1");
  }, parts.pingEveryMs);
  const gone = () => {
    clearInterval(pings);
    closedAtMs ??= performance.now();
    traffic.touch();
  };
  const write = (message: Json) => {
    if (!frozen) ws.send(JSON.stringify(message));
    traffic.touch();
  };
  ws.on("message", (data) => {
    if (!frozen) parts.onMessage(String(data));
  });
  ws.on("ping", (data) => ws.pong(data));
  ws.on("error", () => ws.terminate());
  ws.on("close", gone);
  // `close` is called on the bot's close frame; the end of TCP, which "close" waits for, may come much later
  const answerClose = ws.close.bind(ws);
  ws.close = (code, reason) => {
    answerClose(code, reason);
    gone();
  };
  return {
    number: parts.number,
    openedAtMs: performance.now(),
    get closedAtMs() {
      return closedAtMs;
    },
    isOpen: () => closedAtMs === undefined,
    isStaying: () => closedAtMs === undefined && !leaving,
    isAlive: () => closedAtMs === undefined && !leaving && !frozen,
    write,
    disconnect(reason) {
      write({ type: "disconnect", reason, debug_info: { host: "applink-1" } });
      leaving = reason !== "warning";
    },
    drop: () => ws.terminate(),
    freeze() {
      frozen = true;
      ws.pause();
    },
    sendRaw: (text) => ws.send(text),
  };
}
