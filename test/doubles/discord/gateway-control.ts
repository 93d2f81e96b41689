import type { GatewayDouble, Identify } from "./gateway.ts";
import type { Events } from "./gateway-events.ts";
import { send } from "./gateway-session.ts";

/** The gateway, with what a test may do to it and count of it. */
export interface Gateway extends Events {
  /** Every IDENTIFY that was accepted or refused, oldest first. */
  readonly identifies: readonly Identify[];
  /** How many RESUMEs were accepted. */
  readonly resumes: number;
  /** Heartbeats received. */
  readonly heartbeats: number;
  /** Sockets open now. */
  readonly connections: number;
  /** What `/gateway/bot` says about further IDENTIFYs. */
  startLimit(): Record<string, number>;
  /** Cuts every socket without a word. */
  drop(): void;
  /** Tells every client to reconnect (op 7). */
  reconnect(): void;
  /** Tells every client that its session is invalid (op 9); one that may not be resumed is gone. */
  invalidate(resumable: boolean): void;
  /** Stops answering on the open sockets. With `answersClose: false` not even a close is answered, and discord.js waits 30 s more. */
  halfOpen(options?: { readonly answersClose?: boolean }): void;
  /** Closes every socket with a code, such as 4004. */
  close(code: number): void;
  /** Forgets the sessions, so that a later RESUME gets op 9. */
  expireSessions(): void;
  /** While on, resets every new connection. */
  refuseConnections(on: boolean): void;
}

/** What tests see of a gateway: its counts, its events and its faults. */
export function gatewayFor(double: GatewayDouble): Gateway {
  return {
    ...double.events,
    identifies: double.identifies,
    get resumes() {
      return double.resumes;
    },
    get heartbeats() {
      return double.heartbeats;
    },
    get connections() {
      return double.open.length;
    },
    startLimit: () => ({
      total: 1000,
      remaining: double.remainingStarts,
      reset_after: 86_400_000,
      max_concurrency: 1,
    }),
    drop() {
      for (const { socket } of double.open) socket.terminate();
    },
    reconnect() {
      for (const connection of double.open) send(connection, { op: 7, d: null });
    },
    invalidate(resumable) {
      if (!resumable) double.forget();
      for (const connection of double.open) {
        if (!resumable) connection.session = undefined;
        send(connection, { op: 9, d: resumable });
      }
    },
    halfOpen({ answersClose = true } = {}) {
      for (const connection of double.open) {
        connection.frozen = true;
        if (!answersClose) connection.socket.pause();
      }
    },
    close(code) {
      for (const { socket } of double.open) socket.close(code);
    },
    expireSessions: () => double.forget(),
    refuseConnections(on) {
      double.refusing = on;
    },
  };
}
