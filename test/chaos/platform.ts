/** Fake platforms on loopback: slow, overloaded, failing, and losing their replies; they know what readers see. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { findingOf, NONCE_MS } from "./world.ts";

/** A post that a reader sees. */
interface Seen {
  readonly channel: string;
  readonly key: string;
  readonly at: number;
}

/** What the trial wants to happen to the process that posts, at this very post. */
export type Strike = "none" | "before-post" | "after-post";

/** The fake platforms. */
export interface FakePlatforms {
  readonly port: number;
  readonly posts: readonly Seen[];
  /** How often each fault happened. */
  readonly faults: Readonly<Record<"lost" | "limited" | "failed" | "unavailable", number>>;
  /** Keys of posts whose reply may not have been read by a process that lived to write it down. */
  readonly doubtful: ReadonlySet<string>;
  /** The process has died or was frozen, or all of them waited for the file: what was answered just now may not be written down. */
  disturbed(pid?: number): void;
  close(): Promise<void>;
}

/** What the trial decides of each call. */
export interface Chances {
  /** 0 to 1. */
  random(): number;
  /** Faults happen. */
  stormy(): boolean;
  /** Strikes the process; called with its id. */
  strike(pid: number): Strike;
  hit(pid: number): void;
}

/** An answer that is older, in milliseconds, has been written down. */
const LEAST_TO_RECORD_MS = 250;

/** A frozen process may read its answer so much later, in milliseconds. */
const LONGEST_SLEEP_MS = 5000;

/** Begins to listen. */
export async function fakePlatforms(chances: Chances): Promise<FakePlatforms> {
  const posts: Seen[] = [];
  const faults = { lost: 0, limited: 0, failed: 0, unavailable: 0 };
  const doubtful = new Set<string>();
  const struck = new Map<number, number>();
  let held = 0;
  const answered = new Map<string, { readonly pid: number; readonly at: number }>();

  function show(channel: string, key: string): void {
    const known = posts.some(
      (post) => post.key === key && post.channel === channel && Date.now() - post.at < NONCE_MS,
    );
    if (findingOf(channel) !== "nonce" || !known) posts.push({ channel, key, at: Date.now() });
  }

  async function post(call: Call, response: ServerResponse): Promise<void> {
    const { channel, key, pid } = call;
    const chance = chances.stormy() ? chances.random() : 1;
    if (chance < 0.04) {
      faults.limited += 1;
      return reply(response, 429, { retryAfterMs: 300 });
    }
    if (chance < 0.06) {
      faults.unavailable += 1;
      return reply(response, 503, {});
    }
    const strike = chances.stormy() ? chances.strike(pid) : "none";
    doubtful.add(key);
    if (strike === "before-post") return chances.hit(pid);
    show(channel, key);
    if (strike === "after-post") return chances.hit(pid);
    if (chance < 0.08) {
      faults.failed += 1;
      return reply(response, 500, {});
    }
    if (chance < 0.13) {
      faults.lost += 1;
      response.destroy();
      return;
    }
    // whoever cannot read it any more has lost it
    if (response.destroyed) return;
    const asleep =
      Date.now() - (struck.get(pid) ?? 0) < LONGEST_SLEEP_MS || Date.now() - held < LEAST_TO_RECORD_MS;
    if (!asleep) doubtful.delete(key);
    answered.set(key, { pid, at: Date.now() });
    reply(response, 200, { id: String(posts.length) });
  }

  const server = createServer((request, response) => {
    void read(request).then(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 5 + chances.random() * 60));
      if (call.find)
        reply(response, 200, {
          shown: posts.some((each) => each.key === call.key && each.channel === call.channel),
        });
      else await post(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    posts,
    faults,
    doubtful,
    disturbed(pid) {
      if (pid === undefined) held = Date.now();
      else struck.set(pid, Date.now());
      const late = Date.now() - LEAST_TO_RECORD_MS;
      for (const [key, answer] of answered)
        if ((pid === undefined || answer.pid === pid) && answer.at > late) doubtful.add(key);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Call {
  readonly channel: string;
  readonly key: string;
  readonly pid: number;
  readonly find: boolean;
}

async function read(request: IncomingMessage): Promise<Call> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  // the trial's own worker writes it
  return JSON.parse(text) as Call;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
