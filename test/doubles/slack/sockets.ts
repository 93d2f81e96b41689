import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { type Connection, openWire, type Wire } from "./connection.ts";
import type { OpenDelivery } from "./deliveries.ts";
import { type Identity, isJson, textOf } from "./model.ts";
import type { Traffic } from "./traffic.ts";
import type { Methods } from "./web.ts";

/** What tests do with Socket Mode. */
export interface SocketControls {
  /** Every connection there was, oldest first. */
  readonly connections: readonly Connection[];
  /** Those that the bot has not closed. */
  openConnections(): readonly Connection[];
  /** Envelope ids that the bot acknowledged although nothing was sent under them. */
  readonly strayAcks: readonly string[];
  /** How many connections of other copies of the bot the next hello counts. */
  setOtherConnections(count: number): void;
  /** Resolves when this many connections receive payloads. */
  connected(count?: number, withinMs?: number): Promise<void>;
}

/** Socket Mode as the rest of the double uses it. */
export interface Sockets {
  readonly methods: Methods;
  readonly controls: SocketControls;
  deliver(delivery: OpenDelivery): void;
  close(): void;
}

/** What Socket Mode needs. */
export interface SocketParts {
  readonly identity: Identity;
  readonly traffic: Traffic;
  readonly nextId: (prefix: string) => string;
  readonly host: () => string;
  readonly pingEveryMs: number;
  readonly lingersAfterClose: boolean;
  readonly redeliversOnConnect: boolean;
}

/** Connections the service allows one app. */
const connectionsPerApp = 10;

/** Socket Mode on an HTTP server that is or will be listening. */
export function createSockets(server: Server, parts: SocketParts): Sockets {
  const { identity, traffic, nextId, pingEveryMs } = parts;
  const wires: Wire[] = [];
  const deliveries: OpenDelivery[] = [];
  const strayAcks: string[] = [];
  let others = 0;
  let turn = 0;
  const open = () => wires.filter((wire) => wire.isOpen());

  /** Any connection may get a payload; one that went silent only if there is no other. */
  function pick(): Wire | undefined {
    const alive = wires.filter((wire) => wire.isAlive());
    const candidates = alive.length > 0 ? alive : wires.filter((wire) => wire.isStaying());
    turn += 1;
    return candidates[turn % Math.max(candidates.length, 1)];
  }

  function deliver(delivery: OpenDelivery): void {
    if (!deliveries.includes(delivery)) deliveries.push(delivery);
    const wire = pick();
    if (wire === undefined) return;
    const event = delivery.type === "events_api";
    delivery.markSent(wire);
    wire.write({
      envelope_id: delivery.envelopeId,
      payload: delivery.payload,
      type: delivery.type,
      accepts_response_payload: !event,
      ...(event ? { retry_attempt: delivery.attempt, retry_reason: delivery.reason ?? "" } : {}),
    });
  }

  function onMessage(text: string): void {
    const message: unknown = JSON.parse(text);
    const id = isJson(message) ? textOf(message.envelope_id) : "";
    const found = deliveries.find((delivery) => delivery.wentAs(id));
    if (found === undefined) strayAcks.push(id);
    else found.markAcked(isJson(message) && isJson(message.payload) ? message.payload : {});
  }

  function sendAgain(): void {
    for (const delivery of deliveries.filter((one) => one.type === "events_api" && one.acks === 0)) {
      const swallowed = !wires.some((wire) => wire === delivery.wire && wire.isAlive());
      if (delivery.sent === 0) deliver(delivery);
      else if (swallowed) delivery.redeliver();
    }
  }

  function accept(ws: WebSocket): void {
    const wire = openWire(ws, { number: wires.length + 1, traffic, pingEveryMs, onMessage });
    wires.push(wire);
    wire.write({
      type: "hello",
      connection_info: { app_id: identity.appId },
      num_connections: open().length + others,
      debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
    });
    if (open().length > connectionsPerApp) wire.disconnect("too_many_websockets");
    else if (parts.redeliversOnConnect) sendAgain();
  }

  const upgrades = createUpgrades(server, parts.lingersAfterClose, accept);
  const alive = () => wires.filter((wire) => wire.isAlive()).length;
  return {
    methods: {
      "apps.connections.open": {
        token: "app",
        run() {
          const ticket = nextId("ticket-");
          upgrades.expect(ticket);
          return { url: `ws://${parts.host()}/link/?ticket=${ticket}&app_id=${identity.appId}` };
        },
      },
    },
    controls: {
      connections: wires,
      openConnections: open,
      strayAcks,
      setOtherConnections(count) {
        others = count;
      },
      connected: (count = 1, withinMs = 10_000) =>
        traffic.until(() => alive() >= count, { withinMs, what: `${count} connections` }),
    },
    deliver,
    close() {
      for (const wire of wires) wire.drop();
      upgrades.close();
    },
  };
}

/** Handshakes: each needs a ticket that was handed out and not used. */
function createUpgrades(server: Server, lingers: boolean, accept: (ws: WebSocket) => void) {
  const tickets = new Set<string>();
  const open = new Set<Socket>();
  const acceptor = new WebSocketServer({ noServer: true, autoPong: false });
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const ticket = new URL(request.url ?? "/", "ws://host").searchParams.get("ticket") ?? "";
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    if (!tickets.delete(ticket)) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    // the library ends TCP through this one method
    if (lingers) socket.end = () => socket;
    acceptor.handleUpgrade(request, socket, head, accept);
  });
  return {
    expect: (ticket: string) => tickets.add(ticket),
    close() {
      for (const socket of open) socket.destroy();
      acceptor.close();
    },
  };
}
