import { createHmac } from "node:crypto";
import type { EnvelopeType, OpenDelivery } from "./deliveries.ts";
import { isJson, type Json } from "./model.ts";
import type { Traffic } from "./traffic.ts";

/** How a request is signed; soundly unless said otherwise. */
export interface Signing {
  readonly secret: string;
  /** How old the timestamp says it is, in seconds; the bot is to refuse more than five minutes. */
  readonly ageS?: number;
  /** Sent instead of the right signature. */
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A payload as the service puts it into an HTTP body. */
function bodyFor(type: EnvelopeType, payload: Json): { readonly body: string; readonly contentType: string } {
  if (type === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" };
  const form = type === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  const fields = Object.entries(form).map(([key, value]): [string, string] => [key, String(value)]);
  return { body: new URLSearchParams(fields).toString(), contentType: "application/x-www-form-urlencoded" };
}

/** Posts a payload to a bot's request URL the way the service does. */
export async function postSigned(
  url: string,
  type: EnvelopeType,
  payload: Json,
  signing: Signing,
): Promise<Response> {
  const { body, contentType } = bodyFor(type, payload);
  const timestamp = String(Math.floor(Date.now() / 1000) - (signing.ageS ?? 0));
  const digest = createHmac("sha256", signing.secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": contentType,
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signing.signature ?? `v0=${digest}`,
      ...signing.headers,
    },
  });
}

/** Sends a delivery over HTTP: a 2xx is its acknowledgement, and a JSON body what the bot put into it. */
export async function deliverSigned(
  url: string,
  delivery: OpenDelivery,
  secret: string,
  traffic: Traffic,
): Promise<void> {
  const done = traffic.begin();
  const retried = {
    "x-slack-retry-num": String(delivery.attempt),
    "x-slack-retry-reason": delivery.reason ?? "",
  };
  const headers = delivery.attempt > 0 ? retried : {};
  delivery.markSent(url);
  try {
    const response = await postSigned(url, delivery.type, delivery.payload, { secret, headers });
    const text = await response.text();
    if (response.ok) delivery.markAcked(ackOf(text));
  } catch {
    // the bot is not there: to the service that is the same as no acknowledgement
  } finally {
    done();
  }
}

function ackOf(text: string): Json {
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? parsed : {};
  } catch {
    return { text };
  }
}
