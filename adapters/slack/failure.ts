/** What is known of a call that failed: whether it was carried out decides whether it may be made again. */
import { webApi } from "@slack/bolt";

/** A failed call. Holds codes alone: Slack's own, an HTTP status, or the network's. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  /** `refused` and `not-done` had no effect, and only the latter may have one next time; of `unknown`, nobody can tell. */
  readonly kind: "refused" | "not-done" | "unknown";
  readonly code: string;
  /** How long Slack asked to wait. */
  readonly retryAfterMs: number | undefined;
  /** The scope that was missing, if one was. */
  readonly needed: string | undefined;

  constructor(
    kind: CallFailed["kind"],
    code: string,
    { retryAfterMs, needed }: { retryAfterMs?: number; needed?: string } = {},
  ) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.needed = needed;
  }
}

/** Waiting time when Slack says that it is too much and not for how long, in milliseconds. */
const LONGEST_GUESS_MS = 5000;

/** Slack's codes for trouble of its own. Of the first it says that part of the work may have been done. */
const INTERNAL: readonly string[] = ["internal_error", "fatal_error"];
const BUSY: readonly string[] = ["service_unavailable", "request_timeout", "team_added_to_org"];

/** A token with which nothing will work any more, and no waiting helps. */
const DEAD: readonly string[] = [
  "account_inactive",
  "access_denied",
  "ekm_access_denied",
  "invalid_auth",
  "not_authed",
  "org_login_required",
  "team_access_not_granted",
  "token_expired",
  "token_revoked",
  "user_removed_from_team",
  "team_disabled",
];

/** Whether a code says that the token is of no use any more. */
export const isDead = (code: string): boolean => DEAD.includes(code);

/** Errors of a connection that was never made, so that nothing can have been carried out. */
const NEVER_CONNECTED: readonly string[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** What a call through the Web API's client threw. */
export function failureOf(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new CallFailed("not-done", "ratelimited", { retryAfterMs: error.retryAfter * 1000 });
  if (error instanceof webApi.WebAPIHTTPError) return failedStatus(error.statusCode);
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error.data);
  if (error instanceof webApi.WebAPIRequestError) return networkFailure(error.original);
  // the client has no class of its own for a 429 without a time
  if (error instanceof Error && error.message.startsWith("Retry header"))
    return new CallFailed("not-done", "ratelimited", { retryAfterMs: LONGEST_GUESS_MS });
  return networkFailure(error);
}

/** A reply with an HTTP status other than 200. `retryAfter` is its header. */
export function failedStatus(status: number, retryAfter?: string | null): CallFailed {
  const code = `http_${status}`;
  if (status === 429) {
    const seconds = Number.parseInt(retryAfter ?? "", 10);
    const retryAfterMs = Number.isNaN(seconds) ? LONGEST_GUESS_MS : seconds * 1000;
    return new CallFailed("not-done", "ratelimited", { retryAfterMs });
  }
  if (status === 500 || status === 503) return new CallFailed("not-done", code);
  return new CallFailed(status > 500 || status < 400 ? "unknown" : "refused", code);
}

/** What `fetch` threw: no connection, a cut one, or no reply in time. */
export function networkFailure(error: unknown): CallFailed {
  const code = codeOf(error) ?? (error instanceof Error ? error.name : "unknown");
  return new CallFailed(NEVER_CONNECTED.includes(code) ? "not-done" : "unknown", code);
}

function platformFailure(data: { readonly error: string }): CallFailed {
  const { error } = data;
  const needed = "needed" in data && typeof data.needed === "string" ? data.needed : undefined;
  // the client takes a reply that it cannot read for an error of that name
  if (!/^[\w.:-]{1,80}$/.test(error)) return new CallFailed("unknown", "unreadable_reply");
  if (error === "ratelimited" || error === "rate_limited")
    return new CallFailed("not-done", "ratelimited", { retryAfterMs: LONGEST_GUESS_MS });
  if (INTERNAL.includes(error)) return new CallFailed("unknown", error);
  if (BUSY.includes(error)) return new CallFailed("not-done", error);
  return new CallFailed("refused", error, needed === undefined ? {} : { needed });
}

/** The code of an error or of what caused it, such as `ECONNRESET`. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > 4) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause, depth + 1) : undefined;
}
