/** Digests whose data folder is opened when one is asked for, so that a start does not wait for it. */
import type { Command } from "./commands/command.ts";
import { type DigestNeeds, digestCommand } from "./commands/digest.ts";
import { lazyStore } from "./digest/lazy-store.ts";
import type { Room } from "./digest/model.ts";
import type { DigestStore } from "./digest/ports.ts";
import type { Time } from "./digesting.ts";
import type { Channel, Library, Log } from "./ports.ts";

/** A store that this process alone delivers from. */
export interface HeldStore {
  readonly store: DigestStore;
  close(): void;
}

/** What they need. */
export interface LazyDigestingNeeds extends Time, Pick<DigestNeeds, "direct"> {
  readonly library: Library;
  readonly platform: Room["platform"];
  /** The one channel there is. */
  readonly channel: Channel;
  readonly log: Log;
  /** One line for the operator. */
  say(line: string): void;
  /** Called once, and again only if it failed. */
  open(): Promise<HeldStore>;
}

/** Digests that may not be open yet. */
export interface LazyDigesting {
  readonly commands: readonly Command[];
  /** Opens the store, if it is neither open nor closed, and delivers what is due from then on. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Digests over the store that `open` gives. */
export function createLazyDigesting(needs: LazyDigestingNeeds): LazyDigesting {
  const { library, platform, clock, repeat, log, say, zone, direct } = needs;
  const channel = () => needs.channel;
  let opened: Promise<{ readonly store: DigestStore; close(): Promise<void> }> | undefined;

  let closed = false;

  async function deliver() {
    const [held, { createDigesting, keepDelivering }] = await Promise.all([
      needs.open(),
      import("./digesting.ts"),
    ]);
    const { store } = held;
    const platforms = () => [platform];
    const parts = { library, store, clock, log, channel, platforms, staff: undefined, zone, direct, say };
    const stop = keepDelivering(createDigesting(parts), { repeat, clock }, log);
    return { store, close: () => stop().then(() => held.close()) };
  }

  async function once() {
    opened ??= deliver();
    const attempt = opened;
    try {
      return await attempt;
    } catch (error) {
      // others who waited for it may have begun anew
      if (opened === attempt) opened = undefined;
      throw error;
    }
  }

  const store = lazyStore(async () => (await once()).store);
  return {
    commands: [digestCommand({ library, store, channel, now: () => clock.now(), zone, direct })],
    async open() {
      if (!closed) await once();
    },
    async close() {
      closed = true;
      // what could not be opened has nothing to close, and was reported to whoever asked for it
      await opened?.then((digests) => digests.close()).catch(() => undefined);
    },
  };
}
