import type { WebSocket } from "ws";

/** An event as the gateway numbers and sends it. */
interface SentEvent {
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** One open socket. */
export interface Connection {
  readonly socket: WebSocket;
  /** True once it no longer answers, although nobody has closed it. */
  frozen: boolean;
  session: Session | undefined;
  /** Times of what the client has sent in the last minute. */
  readonly received: number[];
}

/** What outlives a socket: the events of one IDENTIFY, to be replayed after a RESUME. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  connection: Connection | undefined;
  readonly events: SentEvent[];
  /** What was sent after it was lost, so that a test can see it was not replayed. */
  ended: boolean;
}

/** Sends anything to a socket that still answers. */
export function send(connection: Connection, payload: unknown): void {
  if (!connection.frozen) connection.socket.send(JSON.stringify(payload));
}

/** Numbers an event, keeps it for a replay and sends it if the session is connected. */
export function dispatch(session: Session, t: string, d: unknown): void {
  if (session.ended) return;
  const event: SentEvent = { t, s: session.events.length + 1, d };
  session.events.push(event);
  if (session.connection !== undefined) send(session.connection, { op: 0, ...event });
}

/** Sends what came after the last event the client has seen, in order, and says so. */
export function replay(session: Session, connection: Connection, lastSeen: number): void {
  session.connection = connection;
  connection.session = session;
  for (const event of session.events) if (event.s > lastSeen) send(connection, { op: 0, ...event });
  dispatch(session, "RESUMED", {});
}

/** True if a guild's events, or with undefined direct conversations', go to this shard. */
export function serves({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  if (guildId === undefined) return id === 0;
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
