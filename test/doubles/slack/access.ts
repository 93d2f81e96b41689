import type { Identity, TokenKind } from "./model.ts";
import { type Json, RefusedCall } from "./model.ts";

/** Who may call what: the app's tokens and scopes, changeable while the bot runs. */
export interface Access {
  readonly scopes: ReadonlySet<string>;
  setScopes(scopes: readonly string[]): void;
  /**
   * From now on calls with this token are answered with `error`: by default `account_inactive` for the bot's token
   * and `invalid_auth` for the app's. Open sockets stay open, as they do at the service.
   */
  revokeToken(kind: "bot" | "app", error?: string): void;
  kindOf(token: string): TokenKind;
  /** @throws {RefusedCall} when the token is missing, unknown, revoked or of the wrong kind. */
  requireToken(kind: TokenKind, wanted: "bot" | "app"): void;
  /** @throws {RefusedCall} with what was needed and what is granted. */
  requireScope(scope: string): void;
}

/** An app with both tokens alive and these scopes. */
export function createAccess(identity: Identity, granted: readonly string[]): Access {
  let scopes = new Set(granted);
  const revoked = new Map<TokenKind, string>();
  return {
    get scopes() {
      return scopes;
    },
    setScopes(next) {
      scopes = new Set(next);
    },
    revokeToken(kind, error = kind === "bot" ? "account_inactive" : "invalid_auth") {
      revoked.set(kind, error);
    },
    kindOf(token) {
      if (token === "") return "none";
      if (token === identity.botToken) return "bot";
      return token === identity.appToken ? "app" : "unknown";
    },
    requireToken(kind, wanted) {
      if (kind === "none") throw new RefusedCall("not_authed");
      if (kind === "unknown") throw new RefusedCall("invalid_auth");
      const error = revoked.get(kind);
      if (error !== undefined) throw new RefusedCall(error);
      if (kind !== wanted) throw new RefusedCall("not_allowed_token_type");
    },
    requireScope(scope) {
      if (scopes.has(scope)) return;
      const extra: Json = { needed: scope, provided: [...scopes].join(",") };
      throw new RefusedCall("missing_scope", extra);
    },
  };
}
