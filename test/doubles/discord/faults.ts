/** What goes wrong with a request. */
type Fault =
  /** Not carried out: 429 with `retry_after`, for this route or for the whole bot. */
  | { readonly kind: "rate-limit"; readonly retryAfterMs: number; readonly global?: boolean }
  /** Not carried out: this status, with the body the service (or, without one, its proxy) would give. */
  | { readonly kind: "status"; readonly status: number; readonly body?: unknown }
  /** Not carried out: the connection is reset. */
  | { readonly kind: "reset" }
  /** Carried out, but the connection drops before the reply: reset, which discord.js tries again, or closed, which it does not. */
  | { readonly kind: "lost" | "lost-closed" }
  /** Carried out, but the reply is a 502. */
  | { readonly kind: "lost-502" }
  /** Carried out, but the reply, a 200, is no JSON. */
  | { readonly kind: "garbled" }
  /** Carried out only after this many real milliseconds. */
  | { readonly kind: "slow"; readonly ms: number };

/** A fault that waits for its requests. */
interface PlannedFault {
  /** How many more requests it will hit. */
  readonly left: number;
  cancel(): void;
}

/** The faults that are planned, in the order they were. */
export interface Faults {
  /**
   * Plans a fault for the next `times` requests of a route.
   * @param route "POST /channels/*\/messages", `*` standing for one part or for any method; or a pattern for "METHOD /path"
   */
  failNext(route: string | RegExp, times: number, fault: Fault): PlannedFault;
  /** The fault this request meets, used up by asking; undefined if there is none. */
  take(method: string, path: string): Fault | undefined;
}

/** No faults yet. */
export function createFaults(): Faults {
  const planned: { pattern: RegExp; left: number; fault: Fault }[] = [];
  return {
    failNext(route, times, fault) {
      const entry = { pattern: typeof route === "string" ? toPattern(route) : route, left: times, fault };
      planned.push(entry);
      return {
        get left() {
          return entry.left;
        },
        cancel() {
          entry.left = 0;
        },
      };
    },
    take(method, path) {
      const entry = planned.find(({ pattern, left }) => left > 0 && pattern.test(`${method} ${path}`));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

function toPattern(route: string): RegExp {
  const parts = route.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/ ]+")}$`);
}
