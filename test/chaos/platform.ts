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
  /** Faults that leave a post in doubt, and strikes upon a post, by channel kind "nothing". */
  doubts(): number;
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

/** Begins to listen. */
export async function fakePlatforms(chances: Chances): Promise<FakePlatforms> {
  const posts: Seen[] = [];
  const faults = { lost: 0, limited: 0, failed: 0, unavailable: 0 };
  let doubts = 0;

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
    const doubt = () => {
      if (findingOf(channel) === "nothing") doubts += 1;
    };
    if (strike === "before-post") {
      doubt();
      return chances.hit(pid);
    }
    show(channel, key);
    if (strike === "after-post") {
      doubt();
      return chances.hit(pid);
    }
    if (chance < 0.08) {
      faults.failed += 1;
      doubt();
      return reply(response, 500, {});
    }
    if (chance < 0.13) {
      faults.lost += 1;
      doubt();
      response.destroy();
      return;
    }
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
    doubts: () => doubts,
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
