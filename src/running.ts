/** The bot as a running process: every configured platform connected, until it is told to stop or none is left. */

import type { Bot } from "./bot.ts";
import { BotError, DeliveryError, nameOf } from "./errors.ts";
import type { Channel, Log, Platform, PlatformParts, PlatformState } from "./ports.ts";
import { awayReply } from "./reply/staff.ts";

/** Names as people write them. */
const TITLES: Readonly<Record<Platform["name"], string>> = { slack: "Slack", discord: "Discord" };

/** A platform that was cut off for less was only changing its connection, in milliseconds. */
const OUTAGE_MS = 30_000;

/** A platform that is to be connected. */
export interface Connecting {
  readonly name: Platform["name"];
  /** @throws {BotError} when it cannot be connected, in one line for the operator. */
  connect(bot: Bot, parts: PlatformParts): Promise<Platform>;
}

/** How every configured platform is, for health and metrics. */
export interface Health {
  platforms(): readonly (PlatformState & { readonly name: Platform["name"] })[];
}

/** Platforms that run together. */
export interface Running extends Health {
  /** Connects what can be connected, and settles with the exit code: 0 after `stop`, 1 when no platform is left. */
  run(bot: Bot, parts: Omit<PlatformParts, "back">, stop: Promise<unknown>): Promise<number>;
  /** A channel of a platform, also while that is not connected yet: what is posted then does not arrive. */
  channel(name: Platform["name"], id: string, thread?: string): Channel;
}

/** What running needs. */
export interface RunNeeds {
  readonly connecting: readonly Connecting[];
  readonly log: Log;
  /** Where the librarians read, as `name` and the channel's id. */
  readonly staff: { readonly platform: Platform["name"]; readonly channel: string } | undefined;
  /** One line for the operator, on a line of its own. */
  say(line: string): void;
}

interface Entry {
  platform: Platform | undefined;
  /** Why it will not come back. */
  over: string | undefined;
}

/** Platforms to run. */
export function createRunning({ connecting, log, staff, say }: RunNeeds): Running {
  const entries = new Map(
    connecting.map(({ name }): [Platform["name"], Entry] => [name, { platform: undefined, over: undefined }]),
  );

  function give(name: Platform["name"], entry: Entry, line: string): void {
    entry.over = line;
    log("platform-ended", { platform: name });
    say(`${TITLES[name]} is off: ${line}`);
  }

  /** Resolves when this platform will not take questions any more. */
  async function keep(
    { name, connect }: Connecting,
    bot: Bot,
    parts: Omit<PlatformParts, "back">,
  ): Promise<void> {
    const entry = entries.get(name);
    if (entry === undefined) return;
    try {
      entry.platform = await connect(bot, { ...parts, back: (awayMs) => void tellStaff(name, awayMs) });
      give(name, entry, await entry.platform.ended);
    } catch (error) {
      // a bug's message may hold what was typed; ours say what to do
      give(name, entry, error instanceof BotError ? error.message : nameOf(error));
    }
  }

  async function tellStaff(name: Platform["name"], awayMs: number): Promise<void> {
    if (staff === undefined || awayMs < OUTAGE_MS) return;
    try {
      await running.channel(staff.platform, staff.channel).post(awayReply(TITLES[name], awayMs));
    } catch (error) {
      log("staff-line-failed", { error: nameOf(error) });
    }
  }

  const running: Running = {
    async run(bot, parts, stop) {
      const kept = Promise.all(connecting.map((each) => keep(each, bot, parts))).then(() => 1);
      const code = await Promise.race([kept, stop.then(() => 0)]);
      await Promise.allSettled([...entries.values()].map(({ platform }) => platform?.close()));
      return code;
    },
    platforms: () => [...entries].map(([name, entry]) => ({ name, ...stateOf(entry) })),
    channel: (name, id, thread) => ({
      post: async (reply, key) => opened(entries.get(name)).channel(id, thread).post(reply, key),
      remove: async (postId) => opened(entries.get(name)).channel(id, thread).remove(postId),
      replace: async (postId, reply) => opened(entries.get(name)).channel(id, thread).replace(postId, reply),
      find: async (key, since, now) => opened(entries.get(name)).channel(id, thread).find(key, since, now),
    }),
  };
  return running;
}

function stateOf({ platform, over }: Entry): PlatformState {
  if (over !== undefined) return { connected: false, reason: over };
  return platform?.state() ?? { connected: false, reason: "connecting for the first time" };
}

function opened(entry: Entry | undefined): Platform {
  if (entry?.platform === undefined || entry.over !== undefined)
    throw new DeliveryError("not connected", { effect: "none" });
  return entry.platform;
}
