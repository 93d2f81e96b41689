import type { Json } from "./model.ts";
import type { Traffic } from "./traffic.ts";

/** The kinds of envelope the service sends. */
export type EnvelopeType = "events_api" | "slash_commands" | "interactive";

/** How a payload is sent again. */
interface Again {
  /** `retry_attempt`; one more than before unless said otherwise. The service also resends with 0. */
  readonly attempt?: number;
  /** `retry_reason`; `timeout` unless said otherwise. */
  readonly reason?: string;
  /** Whether the envelope keeps its id; the service does both. */
  readonly sameEnvelope?: boolean;
}

/** One payload on its way to the bot, and what came back for it. */
export interface Delivery {
  readonly type: EnvelopeType;
  readonly payload: Json;
  /** How often it was put on a wire. */
  readonly sent: number;
  /** How often the bot acknowledged it. */
  readonly acks: number;
  /** What the bot put into its first acknowledgement; undefined before that, `{}` for an empty one. */
  readonly ackPayload: Json | undefined;
  /** Resolves with the milliseconds from first sending to first acknowledgement; rejects after `withinMs`. */
  acked(withinMs?: number): Promise<number>;
  /** Sends it once more, as the service does when it saw no acknowledgement in time. */
  redeliver(again?: Again): void;
}

/** A delivery as the sender sees it. */
export interface OpenDelivery extends Delivery {
  /** The one it goes out under next. */
  envelopeId: string;
  /** Whether it ever went out under this id. */
  wentAs(envelopeId: string): boolean;
  attempt: number;
  reason: string | undefined;
  /** The wire it went out on last, for telling what a dead one swallowed. */
  wire: unknown;
  /** Milliseconds since it was first sent, or 0. */
  ageMs(): number;
  /** Milliseconds from first sending to first acknowledgement. */
  ackedAfterMs(): number | undefined;
  markSent(wire: unknown): void;
  markAcked(payload: Json): void;
}

/** How long the service waits for an acknowledgement, in milliseconds. */
export const ackWithinMs = 3000;

/** Extra patience of `acked`, so that a late acknowledgement is measured and not merely missed. */
const patienceMs = 7000;

/** What a delivery needs of its surroundings. */
export interface DeliveryParts {
  readonly traffic: Traffic;
  readonly nextId: (prefix: string) => string;
  /** Puts it on a wire, or keeps it until there is one. */
  readonly send: (delivery: OpenDelivery) => void;
  /** What the service does with a first acknowledgement. */
  readonly onAck: (delivery: Delivery, payload: Json) => void;
}

/** A payload that was not sent yet. */
export function createDelivery(type: EnvelopeType, payload: Json, parts: DeliveryParts): OpenDelivery {
  const wentUnder = new Set<string>();
  let sent = 0;
  let acks = 0;
  let firstSentMs: number | undefined;
  let ackedAfterMs: number | undefined;
  let ackPayload: Json | undefined;
  const delivery: OpenDelivery = {
    type,
    payload,
    envelopeId: parts.nextId("envelope-"),
    wentAs: (envelopeId) => wentUnder.has(envelopeId),
    attempt: 0,
    reason: undefined,
    wire: undefined,
    get sent() {
      return sent;
    },
    get acks() {
      return acks;
    },
    get ackPayload() {
      return ackPayload;
    },
    ageMs: () => (firstSentMs === undefined ? 0 : performance.now() - firstSentMs),
    ackedAfterMs: () => ackedAfterMs,
    markSent(wire) {
      sent += 1;
      wentUnder.add(delivery.envelopeId);
      delivery.wire = wire;
      firstSentMs ??= performance.now();
      parts.traffic.touch();
    },
    markAcked(given) {
      acks += 1;
      ackedAfterMs ??= performance.now() - (firstSentMs ?? 0);
      const first = ackPayload === undefined;
      ackPayload ??= given;
      if (first) parts.onAck(delivery, given);
      parts.traffic.touch();
    },
    async acked(withinMs = ackWithinMs + patienceMs) {
      const what = `an acknowledgement of ${type}`;
      await parts.traffic.until(() => ackedAfterMs !== undefined, { withinMs, what });
      return ackedAfterMs ?? Number.NaN;
    },
    redeliver({ attempt = delivery.attempt + 1, reason = "timeout", sameEnvelope = false } = {}) {
      if (!sameEnvelope) delivery.envelopeId = parts.nextId("envelope-");
      delivery.attempt = attempt;
      delivery.reason = reason;
      parts.send(delivery);
    },
  };
  return delivery;
}
