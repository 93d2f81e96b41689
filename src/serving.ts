/** The bot in every chat: its platforms, its digests and the librarians' line, over one store, until it is told to stop. */
import { assembleBot } from "./assemble.ts";
import type { StaffChannel } from "./config.ts";
import type { DigestStore } from "./digest/ports.ts";
import { createDigesting, keepDelivering, type Time } from "./digesting.ts";
import { nameOf } from "./errors.ts";
import type { Problem } from "./model.ts";
import type { Answering, Library, Log, SeenEvents } from "./ports.ts";
import { brokenReply } from "./reply/staff.ts";
import { type Connecting, createRunning, type Health } from "./running.ts";

/** What serving needs beside the sources. */
export interface ServingNeeds extends Time {
  readonly connecting: readonly Connecting[];
  /** Where the librarians read; undefined if nobody does. */
  readonly staffChannel: StaffChannel | undefined;
  readonly store: DigestStore & { readonly seenEvents: SeenEvents };
  readonly log: Log;
  /** One line for the operator. */
  say(line: string): void;
}

/** A bot that is about to serve. */
export interface Serving extends Health {
  /** Tells the librarians which files cannot be read any more. */
  broken(problems: readonly Problem[]): void;
  /** What is wrong with what is kept and what to do, in one line for the operator; undefined if nothing is. */
  trouble(): string | undefined;
  /** Serves from these sources. Settles with the exit code: 0 after `stop`, 1 when no platform is left. */
  run(
    core: { readonly library: Library; readonly answer: Answering },
    stop: Promise<unknown>,
  ): Promise<number>;
}

/** Serving on these platforms. */
export function createServing(needs: ServingNeeds): Serving {
  const { connecting, staffChannel, store, clock, repeat, zone, log, say } = needs;
  const running = createRunning({ connecting, staff: staffChannel, log, say });
  const staff = staffChannel && running.channel(staffChannel.platform, staffChannel.channel);
  let trouble = (): string | undefined => undefined;
  return {
    platforms: running.platforms,
    trouble: () => trouble(),
    broken(problems) {
      if (problems.length === 0) return;
      staff
        ?.post(brokenReply(problems))
        .catch((error: unknown) => log("staff-line-failed", { error: nameOf(error) }));
    },
    async run({ library, answer }, stop) {
      const digesting = createDigesting({
        library,
        store,
        clock,
        log,
        channel: ({ platform, channel, thread }) =>
          platform === "terminal" ? undefined : running.channel(platform, channel, thread),
        platforms: () => running.platforms().flatMap(({ name, connected }) => (connected ? [name] : [])),
        staff: staffChannel && staff && { place: staffChannel, channel: staff },
        zone,
        direct: "never kept",
        say,
      });
      trouble = digesting.trouble;
      const { commands: more, posts } = digesting;
      const bot = assembleBot({ library, answer, staffed: staff !== undefined, more, posts, log });
      const rest = keepDelivering(digesting, { repeat, clock }, log);
      void stop.then(rest);
      const parts = { log, staff, seen: store.seenEvents, now: () => clock.now() };
      const code = await running.run(bot, parts, stop);
      await rest();
      return code;
    },
  };
}
