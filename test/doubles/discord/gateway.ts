import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayIntentBits as Intent } from "discord.js";
import { type RawData, WebSocketServer } from "ws";
import { isBody } from "./form.ts";
import { createEvents, type Events } from "./gateway-events.ts";
import { type Connection, dispatch, replay, type Session, send, serves } from "./gateway-session.ts";
import { guildCreatePayload } from "./payloads.ts";
import { ownUser } from "./routes/lookups.ts";
import type { World } from "./world.ts";

/** A new session, as the client asked for it. */
export interface Identify {
  /** Service milliseconds. */
  readonly at: number;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
}

/** What a gateway is told when it is made. */
export interface GatewaySettings {
  readonly token: () => string | undefined;
  readonly heartbeatIntervalMs: number;
  readonly shards: number;
  /** Bits of the privileged intents that are switched on in the portal. */
  readonly privileged: number;
  readonly url: () => string;
  readonly onChange: () => void;
}

/** Sources: topics/gateway, topics/opcodes-and-status-codes. */
const IDENTIFIES_A_DAY = 1000;
const SENDS_A_MINUTE = 120;
const LARGEST_SEND = 4096;
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const KNOWN = Object.values(Intent).reduce<number>(
  (sum, bit) => (typeof bit === "number" ? sum | bit : sum),
  0,
);

/** Speaks the gateway's protocol with every client that connects: version 10, JSON, no compression. */
export class GatewayDouble {
  readonly identifies: Identify[] = [];
  resumes = 0;
  heartbeats = 0;
  readonly events: Events;
  readonly #world: World;
  readonly #settings: GatewaySettings;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  #refusing = false;

  constructor(world: World, settings: GatewaySettings) {
    this.#world = world;
    this.#settings = settings;
    this.events = createEvents(world, () => [...this.#sessions.values()]);
  }

  /** The sockets that are open. */
  get open(): readonly Connection[] {
    return [...this.#connections];
  }

  get remainingStarts(): number {
    return Math.max(0, IDENTIFIES_A_DAY - this.identifies.length);
  }

  set refusing(on: boolean) {
    this.#refusing = on;
  }

  /** Takes an HTTP upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#refusing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      const connection: Connection = { socket: accepted, frozen: false, session: undefined, received: [] };
      this.#connections.add(connection);
      accepted.on("message", (data) => this.#receive(connection, data));
      accepted.on("close", (code) => this.#closed(connection, code));
      accepted.on("error", () => accepted.terminate());
      const query = new URL(request.url ?? "/", "ws://localhost").searchParams;
      if (query.get("v") !== "10" || query.get("encoding") !== "json") accepted.close(4012);
      send(connection, { op: 10, d: { heartbeat_interval: this.#settings.heartbeatIntervalMs } });
      this.#settings.onChange();
    });
  }

  /** Forgets every session. */
  forget(): void {
    for (const session of this.#sessions.values()) session.ended = true;
    this.#sessions.clear();
  }

  /** Cuts every socket and forgets every session. */
  stop(): void {
    for (const { socket } of this.#connections) socket.terminate();
    this.forget();
    this.#server.close();
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const session = connection.session;
    if (session?.connection === connection) session.connection = undefined;
    // a client that says goodbye gives its session up
    if (session !== undefined && (code === 1000 || code === 1001)) {
      session.ended = true;
      this.#sessions.delete(session.id);
    }
    this.#settings.onChange();
  }

  #receive(connection: Connection, data: RawData): void {
    if (connection.frozen) return;
    const code = overLimit(connection, data, this.#world.clock.now());
    const payload = parse(data);
    if (code !== undefined || payload === undefined) {
      connection.socket.close(code ?? 4002);
      return;
    }
    const d = isBody(payload.d) ? payload.d : {};
    switch (payload.op) {
      case 1:
        this.heartbeats += 1;
        send(connection, { op: 11 });
        break;
      case 2:
        this.#identify(connection, d);
        break;
      case 6:
        this.#resume(connection, d);
        break;
      default:
        if (connection.session === undefined) connection.socket.close(4003);
        else if (![3, 4, 8, 31].includes(Number(payload.op))) connection.socket.close(4001);
    }
    this.#settings.onChange();
  }

  #identify(connection: Connection, d: Readonly<Record<string, unknown>>): void {
    const shard: readonly [number, number] = Array.isArray(d.shard)
      ? [Number(d.shard[0]), Number(d.shard[1])]
      : [0, 1];
    const intents = Number(d.intents);
    this.identifies.push({ at: this.#world.clock.now(), intents, shard });
    const code = this.#refusal(connection, d, intents, shard);
    if (code !== undefined) {
      connection.socket.close(code);
      return;
    }
    const session: Session = {
      id: this.#world.nextId(),
      intents,
      shard,
      connection,
      events: [],
      ended: false,
    };
    connection.session = session;
    this.#sessions.set(session.id, session);
    this.#greet(session);
  }

  #refusal(
    { session }: Connection,
    { token, properties }: Readonly<Record<string, unknown>>,
    intents: number,
    [id, count]: readonly [number, number],
  ): number | undefined {
    if (session !== undefined) return 4005;
    if (token !== this.#settings.token() || this.identifies.length > IDENTIFIES_A_DAY) return 4004;
    if (!isBody(properties)) return 4002;
    if (!(id >= 0 && id < count)) return 4010;
    if (count < this.#settings.shards) return 4011;
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return 4013;
    if ((intents & PRIVILEGED & ~this.#settings.privileged) !== 0) return 4014;
    return undefined;
  }

  #greet(session: Session): void {
    const guilds = [...this.#world.guilds.values()].filter(({ id }) => serves(session, id));
    dispatch(session, "READY", {
      v: 10,
      user: ownUser(this.#world),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#settings.url(),
      session_type: "normal",
      shard: session.shard,
      application: { id: this.#world.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
    });
    if ((session.intents & Intent.Guilds) === 0) return;
    for (const guild of guilds) dispatch(session, "GUILD_CREATE", guildCreatePayload(this.#world, guild));
  }

  #resume(connection: Connection, d: Readonly<Record<string, unknown>>): void {
    const session = this.#sessions.get(String(d.session_id));
    const lastSeen = Number(d.seq);
    if (d.token !== this.#settings.token()) connection.socket.close(4004);
    else if (session === undefined) send(connection, { op: 9, d: false });
    else if (lastSeen > session.events.length) connection.socket.close(4007);
    else {
      if (session.connection !== connection) session.connection?.socket.terminate();
      this.resumes += 1;
      replay(session, connection, lastSeen);
    }
  }
}

function overLimit({ received }: Connection, data: RawData, now: number): number | undefined {
  received.push(now);
  while ((received[0] ?? now) < now - 60_000) received.shift();
  if (received.length > SENDS_A_MINUTE) return 4008;
  return data.toString().length > LARGEST_SEND ? 4002 : undefined;
}

function parse(data: RawData): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload: unknown = JSON.parse(data.toString());
    return isBody(payload) ? payload : undefined;
  } catch {
    return undefined; // the caller closes the socket with 4002
  }
}
