/** One process of the trial: the real store and the real scheduler, posting to the fake platforms. To be killed at any moment. */
import { repeat } from "../../adapters/clock/clock.ts";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import type { Room } from "../../src/digest/model.ts";
import { createScheduler } from "../../src/digest/scheduler.ts";
import { DeliveryError } from "../../src/errors.ts";
import type { Reply } from "../../src/model.ts";
import type { Channel } from "../../src/ports.ts";
import { CALL_MS, CHAOS_TIMING, chaosClock, findingOf, NONCE_MS, stretched, type World } from "./world.ts";

/** Between two looks at what is due, in real milliseconds. */
const TICK_MS = 15;

// the trial starts this process with its world as the one argument
const world = JSON.parse(process.argv[2] ?? "") as World;
const clock = chaosClock(world);
const store = await openSqliteStore(world.dataDir);

const digest: Reply = {
  audience: "channel",
  language: "en",
  blocks: [{ kind: "heading", text: "News" }],
  actions: [],
};

async function call(body: object): Promise<Readonly<Record<string, unknown>>> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${world.port}`, {
      method: "POST",
      body: JSON.stringify({ ...body, pid: process.pid }),
      signal: AbortSignal.timeout(CALL_MS),
    });
  } catch (cause) {
    throw new DeliveryError("no reply", { cause });
  }
  // the fake platform's own words
  const reply = (await response.json()) as Readonly<Record<string, unknown>>;
  if (response.status === 429)
    throw new DeliveryError("429", { retryAfterMs: stretched(Number(reply.retryAfterMs)) });
  if (response.status === 503) throw new DeliveryError("503", { effect: "none" });
  if (response.status !== 200) throw new DeliveryError(String(response.status));
  return reply;
}

function channelOf({ channel }: Room): Channel {
  return {
    post: async (_, key) => String((await call({ channel, key, find: false })).id),
    remove: async () => undefined,
    replace: async () => true,
    async find(key, since, now) {
      const finding = findingOf(channel);
      if (finding === "nothing") return { kind: "cannot-tell" };
      const remembered = now.getTime() - since.getTime() < stretched(NONCE_MS - 1000);
      if (finding === "nonce") return { kind: remembered ? "repeat" : "cannot-tell" };
      const { shown } = await call({ channel, key, find: true });
      return shown === true ? { kind: "shown", postId: "found" } : { kind: "not-shown" };
    },
  };
}

const scheduler = createScheduler({
  store,
  clock,
  timing: CHAOS_TIMING,
  channel: channelOf,
  compose: () => ({ reply: digest, edition: { hash: "chaos", sources: [] }, shown: [], leftOut: [] }),
  log: () => undefined,
  platforms: () => ["slack", "discord"],
  tell: async () => undefined,
});

// a store that is held locked for too long fails this look, and not the next
repeat(
  TICK_MS,
  () => scheduler.tick(),
  () => undefined,
);
// nothing else keeps this process alive until the trial ends it
setInterval(() => undefined, 60_000);
process.send?.("ready");
