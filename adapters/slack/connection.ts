/**
 * Socket Mode that does not leave a gap: each connection is a receiver of its own, and when Slack asks one to go, the next is opened
 * before the old one has ended. The library's own reconnecting waits for that end, retries without limit and can end the process.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { App, Receiver } from "@slack/bolt";
import type { Log, PlatformState } from "../../src/ports.ts";
import { type CallFailed, failureOf, isDead } from "./failure.ts";
import { createLines, type Line } from "./line.ts";

/** What Socket Mode needs. */
export interface SocketNeeds {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Told how long the bot was cut off, in milliseconds. */
  back(awayMs: number): void;
  /** Told when no connection can be opened any more, in one line for the operator. */
  dead(reason: string): void;
}

/** A receiver that says whether questions can come in. */
export interface SteadyReceiver extends Receiver {
  state(): PlatformState;
}

/** Pauses between attempts, in milliseconds: doubled each time. Together they stay below ten attempts a minute. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** The longest pause after a connection that was lost too soon, in milliseconds: a person notices six seconds. */
const YOUNG_PAUSE_MS = 4000;

/** A connection that lived for so long was a good one, and the next attempt is made at once. */
const GOOD_AFTER_MS = 5000;

/** Keeps one connection open, through everything but the end of its token. */
export function keepConnected(needs: SocketNeeds): SteadyReceiver {
  const { log } = needs;
  const lines = createLines(needs);
  let app: App | undefined;
  let current: Line | undefined;
  let stopped = false;
  let reason = "not connected to Slack yet";
  let awaySince: number | undefined;
  const pauses = createPauses();
  let wake = (): void => undefined;

  async function connect(): Promise<void> {
    while (!stopped) {
      await pauses.next();
      if (stopped) return;
      try {
        current = await lines.open(app, lost);
        return connected();
      } catch (error) {
        const failure = failureOf(error);
        if (isOver(failure)) return over(failure);
        reason = `Slack cannot be reached (${failure.code})`;
        pauses.atLeast(failure.retryAfterMs ?? 0);
      }
    }
  }

  function connected(): void {
    if (awaySince !== undefined) {
      const awayMs = Math.round(performance.now() - awaySince);
      log("slack-connected", { awayMs });
      needs.back(awayMs);
    } else log("slack-connected");
    awaySince = undefined;
    wake();
  }

  function lost(line: Line, why: string): void {
    if (line !== current || stopped) return;
    current = undefined;
    reason = "the connection to Slack was lost and is being opened again";
    awaySince = performance.now();
    log("slack-connection-lost", { why });
    if (awaySince - line.openedAt >= GOOD_AFTER_MS && why !== "too_many_websockets") pauses.none();
    else pauses.short();
    void connect();
  }

  function over({ code }: CallFailed): void {
    reason = `Slack refuses SLACK_APP_TOKEN (${code})`;
    needs.dead(`${reason}: make a new app-level token with connections:write and set it.`);
    wake();
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      const first = new Promise<void>((resolve) => {
        wake = resolve;
      });
      void connect();
      await first;
    },
    async stop() {
      stopped = true;
      current?.stop();
      current = undefined;
      reason = "the bot is stopping";
      wake();
    },
    state: () =>
      current === undefined ? { connected: false, reason } : { connected: true, reason: undefined },
  };
}

/** The pauses between attempts: none at first, then longer and longer. */
function createPauses() {
  let ms = 0;
  return {
    async next(): Promise<void> {
      await wait(ms);
      ms = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, ms * 2));
    },
    /** As Slack asked. */
    atLeast(askedMs: number): void {
      ms = Math.max(ms, askedMs);
    },
    /** After a good connection. */
    none(): void {
      ms = 0;
    },
    /** After one that was lost too soon. */
    short(): void {
      ms = Math.min(YOUNG_PAUSE_MS, Math.max(FIRST_PAUSE_MS, ms));
    },
  };
}

/** What Slack says of a token that opens no connection any more, beside what it says of any dead token. */
const isOver = ({ code, kind }: CallFailed) => isDead(code) || (kind === "refused" && UNFIT.includes(code));

const UNFIT: readonly string[] = ["missing_scope", "not_allowed_token_type", "no_permission"];
