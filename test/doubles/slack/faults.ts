import type { Json } from "./model.ts";

/** A way in which a call goes wrong. What was not carried out had no effect; the others had. */
export type Fault =
  | { readonly kind: "refused"; readonly status: number; readonly headers: Json }
  | { readonly kind: "cut" }
  | { readonly kind: "lost" }
  | { readonly kind: "garbled"; readonly status: number; readonly body: string }
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "error"; readonly error: string; readonly extra: Json };

/** Not carried out: an HTTP status, such as 500 or 503. */
export function status(code: number): Fault {
  return { kind: "refused", status: code, headers: {} };
}

/** Not carried out: 429 with `retry-after` in seconds. */
export function rateLimited(retryAfterS: number): Fault {
  return { kind: "refused", status: 429, headers: { "retry-after": String(retryAfterS) } };
}

/** Not carried out: the connection is cut before anything happens. */
export function cut(): Fault {
  return { kind: "cut" };
}

/** Carried out, but the connection is cut instead of a reply. */
export function lostReply(): Fault {
  return { kind: "lost" };
}

/** Carried out, but the reply is a gateway's 502. */
export function badGateway(): Fault {
  return { kind: "garbled", status: 502, body: "<html>502 Bad Gateway</html>" };
}

/** Carried out, but the 200 that follows cannot be read. */
export function unreadable(): Fault {
  return { kind: "garbled", status: 200, body: '{"ok":tr' };
}

/** Carried out at once, answered `ms` milliseconds later. */
export function slow(ms: number): Fault {
  return { kind: "slow", ms };
}

/** Not carried out: Slack's own error code in a 200. */
export function apiError(error: string, extra: Json = {}): Fault {
  return { kind: "error", error, extra };
}

/** Faults waiting for their calls. */
export interface Faults {
  /** The next `times` calls of `method` go wrong; `*` is any call and `response_url` a post to one. */
  failNext(method: string, times: number, fault: Fault): void;
  /** Whatever was not used up is forgotten. */
  clearFaults(): void;
  take(method: string): Fault | undefined;
}

/** Nothing goes wrong at first. */
export function createFaults(): Faults {
  let waiting: { method: string; times: number; fault: Fault }[] = [];
  return {
    failNext(method, times, fault) {
      waiting.push({ method, times, fault });
    },
    clearFaults() {
      waiting = [];
    },
    take(method) {
      const found = waiting.find((entry) => entry.method === method || entry.method === "*");
      if (found === undefined) return undefined;
      found.times -= 1;
      if (found.times <= 0) waiting = waiting.filter((entry) => entry !== found);
      return found.fault;
    },
  };
}
