/** Every call to Slack: made again only where it was not carried out, and never before Slack allows it. */
import { webApi } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import { CallFailed, failedStatus, failureOf, isDead, networkFailure } from "./failure.ts";
import { CALL_TIMEOUT_MS } from "./limits.ts";
import { silence } from "./silence.ts";

/** How often a call is tried, and how long the pauses are, in milliseconds: each is twice the last, up to the longest. */
export interface Patience {
  readonly attempts: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** What a call does if it is made twice. */
export interface Manner {
  readonly patience: Patience;
  /** Making it twice does no more than making it once, so it is made again even when nobody knows whether it was carried out. */
  readonly repeatable?: boolean;
  /** A reply of 500 says nothing of what was carried out, and something seen twice would do harm. */
  readonly careful?: boolean;
  /** Tried once, without waiting for anything: whoever calls has a time of his own for the next attempt. */
  readonly once?: boolean;
}

/** Slack's Web API and response_urls. */
export interface Calls {
  /** @throws {CallFailed} once patience is at an end, or at once when it would not help. */
  web(
    method: string,
    args: Readonly<Record<string, unknown>>,
    manner: Manner,
  ): Promise<webApi.WebAPICallResult>;
  /** Posts to a response_url. @throws {CallFailed} as above. */
  respond(url: string, payload: object, manner: Manner): Promise<void>;
}

/** What calls need. */
export interface CallNeeds {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Told once Slack says that the bot's token is dead. */
  dead(code: string): void;
}

/** Waits that Slack asks for do not count as tries, but this many end a call. */
const MOST_WAITS = 20;

/** Calls with this token. */
export function createCalls({ botToken, apiUrl, log, dead }: CallNeeds): Calls {
  // every trial is ours to decide: the client's own would post twice what was carried out without a reply
  const client = new webApi.WebClient(botToken, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    allowAbsoluteUrls: false,
    logger: silence,
  });
  const gates = new Map<string, number>();

  async function carryOut<T>(gate: string, manner: Manner, call: () => Promise<T>): Promise<T> {
    const { attempts, firstMs, mostMs } = manner.patience;
    let pauseMs = firstMs;
    let waits = 0;
    for (let tried = 1; ; ) {
      if (manner.once === true) refuseWhileShut(gates, gate);
      else await untilOpen(gates, gate);
      try {
        return await call();
      } catch (error) {
        const failure = failureOf(error);
        if (isDead(failure.code)) dead(failure.code);
        const again = manner.once !== true && mayRepeat(failure, manner);
        if (failure.retryAfterMs !== undefined)
          gates.set(gate, Math.max(gates.get(gate) ?? 0, performance.now() + failure.retryAfterMs));
        if (failure.retryAfterMs !== undefined && again && waits < MOST_WAITS) {
          waits += 1;
          continue;
        }
        if (!again || tried >= attempts) {
          log("slack-call-failed", reported(gate, failure));
          throw careful(failure, manner);
        }
        tried += 1;
        await pause(pauseMs);
        pauseMs = Math.min(mostMs, pauseMs * 2);
      }
    }
  }

  return {
    web: (method, args, manner) => carryOut(method, manner, () => client.apiCall(method, { ...args })),
    respond: (url, payload, manner) => carryOut("response_url", manner, () => postTo(url, payload)),
  };
}

function mayRepeat(failure: CallFailed, { repeatable = false, careful = false }: Manner): boolean {
  if (failure.kind === "refused") return false;
  if (failure.kind === "unknown") return repeatable;
  return repeatable || !careful || failure.code !== "http_500";
}

/** Where care is asked for, a 500 may have been carried out. */
const careful = (failure: CallFailed, manner: Manner) =>
  manner.careful && failure.code === "http_500" ? new CallFailed("unknown", failure.code) : failure;

const reported = (call: string, { kind, code, needed }: CallFailed) => ({
  call,
  kind,
  code,
  ...(needed !== undefined && { needed }),
});

async function postTo(url: string, payload: object): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
      redirect: "error",
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
  } catch (error) {
    throw networkFailure(error);
  }
  // a 200 was carried out, whether or not its body can be read
  if (response.status === 200) return response.body?.cancel();
  await response.body?.cancel();
  throw failedStatus(response.status, response.headers.get("retry-after"));
}

function refuseWhileShut(gates: ReadonlyMap<string, number>, gate: string): void {
  const left = (gates.get(gate) ?? 0) - performance.now();
  if (left > 0) throw new CallFailed("not-done", "ratelimited", { retryAfterMs: left });
}

async function untilOpen(gates: ReadonlyMap<string, number>, gate: string): Promise<void> {
  // others may have been told to wait longer meanwhile
  for (;;) {
    const left = (gates.get(gate) ?? 0) - performance.now();
    if (left <= 0) return;
    await pause(left);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
