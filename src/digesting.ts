/** Digests and corrections, put together over a store: their commands, what they remember, and what delivers them. */
import type { Command } from "./commands/command.ts";
import { correctionsCommand } from "./commands/corrections.ts";
import { type DigestNeeds, digestCommand } from "./commands/digest.ts";
import { pendingCorrections } from "./digest/corrections.ts";
import { TIMING } from "./digest/delivery.ts";
import { composeDigest } from "./digest/digest.ts";
import { lazyStore } from "./digest/lazy-store.ts";
import type { Room } from "./digest/model.ts";
import type { Claim, DigestStore, Outcome } from "./digest/ports.ts";
import { createPostMemory, type PostMemory } from "./digest/post-memory.ts";
import { createScheduler, type Scheduler } from "./digest/scheduler.ts";
import { nameOf } from "./errors.ts";
import { createLossWatch } from "./loss.ts";
import type { Place } from "./model.ts";
import { createOutage } from "./outage.ts";
import type { Channel, Clock, Library, Log } from "./ports.ts";
import { lineReply } from "./reply/staff.ts";
import { wordingFor } from "./reply/wording/tables.ts";

/** What they need. */
export interface DigestingNeeds extends Pick<DigestNeeds, "zone" | "direct"> {
  readonly library: Library;
  readonly store: DigestStore;
  readonly clock: Clock;
  readonly log: Log;
  channel(room: Room): Channel | undefined;
  /** Platforms that can be posted to now. */
  platforms(): readonly Room["platform"][];
  /** Where the librarians read; undefined if nobody does. */
  readonly staff:
    | { readonly place: Pick<Place, "platform" | "channel">; readonly channel: Channel }
    | undefined;
  /** One line for the operator. */
  say(line: string): void;
}

/** The bot's side of them. */
export interface Digesting {
  readonly commands: readonly Command[];
  readonly posts: PostMemory;
  readonly scheduler: Scheduler;
  /** To be called at start and every minute. */
  tidy(): Promise<void>;
  /** What is wrong with what is kept and what to do, in one line for the operator; undefined if nothing is. */
  trouble(): string | undefined;
  /** Tells the librarians of corrections that are pending, once for each change. */
  remind(): Promise<void>;
}

/** The commands alone, to be registered with platforms: there is no store behind them. */
export function declaredCommands(library: Library, staffed: boolean): readonly Command[] {
  const none = async () => {
    throw new Error("declared only");
  };
  const now = () => new Date(0);
  const channel = () => undefined;
  const digest = digestCommand({
    library,
    store: lazyStore(none),
    channel,
    now,
    zone: () => "UTC",
    direct: "never kept",
  });
  const sharedPosts = { remember: none, forget: none, all: none, correct: none };
  return staffed
    ? [digest, correctionsCommand({ library, sharedPosts, isStaff: () => false, now })]
    : [digest];
}

/** Digests and corrections over this store. */
export function createDigesting(needs: DigestingNeeds): Digesting {
  const { library, store, clock, staff, log, say } = needs;
  const now = () => clock.now();
  const digest = digestCommand({ ...needs, now });
  const isStaff = ({ platform, channel }: Place) =>
    platform === staff?.place.platform && channel === staff.place.channel;
  const corrections = correctionsCommand({ library, sharedPosts: store.sharedPosts, isStaff, now });
  let reminded: readonly string[] = [];

  /** Whether it arrived. */
  async function tellStaff(text: string): Promise<boolean> {
    try {
      await staff?.channel.post(lineReply(text));
      return true;
    } catch (error) {
      log("staff-line-failed", { error: nameOf(error) });
      return false;
    }
  }

  const scheduler = createScheduler({
    ...needs,
    timing: TIMING,
    compose: (wish) => composeDigest(library, wish),
    tell: async (claim, outcome) => void (await tellStaff(lineFor(claim, outcome))),
  });
  const loss = createLossWatch({ upkeep: store.upkeep, log, say, tellStaff });

  return {
    commands: staff === undefined ? [digest] : [digest, corrections],
    posts: createPostMemory(store, library, { now, log }),
    scheduler,
    async tidy() {
      await loss.look();
      await scheduler.tidy();
    },
    trouble: loss.trouble,
    async remind() {
      if (staff === undefined) return;
      const pending = pendingCorrections(await store.sharedPosts.all(), library);
      const keys = pending.map(({ key }) => key);
      const posts = pending.reduce((sum, each) => sum + each.posts.length, 0);
      // what did not arrive is said the next time
      if (
        keys.every((key) => reminded.includes(key)) ||
        (await tellStaff(wordingFor("en").staff.pending(posts)))
      )
        reminded = keys;
    },
  };
}

/** Does work, waits, does it again, also after a failure. @returns stops it, and resolves once it rests */
export type Repeat = (
  everyMs: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
) => () => Promise<void>;

/** What the rim knows of time. */
export interface Time {
  readonly clock: Clock;
  readonly repeat: Repeat;
  /** The IANA name of the server's own time zone. */
  zone(): string;
}

/** How often it is looked what is due, in milliseconds: two posts a second on each platform are within every limit. */
const TICK_MS = 500;
const TIDY_MS = 60_000;
const REMIND_MS = 600_000;

/** Delivers what is due, until it is stopped. @returns stops it, and resolves once what was begun is over */
export function keepDelivering(
  { scheduler, tidy, remind }: Pick<Digesting, "scheduler" | "tidy" | "remind">,
  { repeat, clock }: Pick<Time, "repeat" | "clock">,
  log: Log,
): () => Promise<void> {
  const keep = (everyMs: number, name: string, work: () => Promise<void>) => {
    const outage = createOutage("digests", name, { clock, log });
    return repeat(everyMs, () => work().then(outage.worked), outage.failed);
  };
  const stops = [
    keep(TICK_MS, "deliver", () => scheduler.tick()),
    keep(TIDY_MS, "tidy", tidy),
    keep(REMIND_MS, "remind", remind),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await scheduler.idle();
  };
}

/** A paused or an unsure delivery, in English, as all lines to the librarians. */
function lineFor(claim: Claim, outcome: Extract<Outcome, { kind: "unsure" | "closed" }>): string {
  const { staff, digest } = wordingFor("en");
  const { platform } = claim.room;
  if (claim.kind === "correction") return staff.correctionFailed(platform);
  if (outcome.kind === "closed") return staff.paused(outcome.reason, platform);
  return staff.unsure(digest.moment(claim.due, claim.subscription.schedule.zone), platform);
}
