/** Brings slots into the ledger when they come, and has them delivered, a few at a time. */
import { failureOf } from "../errors.ts";
import type { Log } from "../ports.ts";
import { attempt, type DeliveryNeeds, type Held } from "./delivery.ts";
import type { Room } from "./model.ts";
import type { Claim, DigestStore, Outcome, PlannedSlot } from "./ports.ts";
import { dueSlots, nextSlots } from "./schedule.ts";

/** Deliveries of one platform that may be under way at once. */
const MOST_AT_ONCE = 8;

/** What a scheduler needs. */
export interface SchedulerNeeds extends DeliveryNeeds {
  readonly store: Pick<DigestStore, "ledger" | "history" | "subscriptions" | "upkeep">;
  readonly log: Log;
  /** The platforms that can be posted to now. */
  platforms(): readonly Room["platform"][];
  /** Tells the librarians what nobody else will: a paused or an unsure delivery. */
  tell(claim: Claim, outcome: Extract<Outcome, { kind: "unsure" | "closed" }>): Promise<void>;
}

/** Has no timer of its own: whoever starts it calls `tick` a few times a second. */
export interface Scheduler {
  /** Plans what is due and begins at most one delivery a platform, which spreads what is due at once. */
  tick(): Promise<void>;
  /** Waits for deliveries that are under way. */
  idle(): Promise<void>;
  /** To be called at start and every minute: mends what a clock that was wrong has planned, and deletes what is old. */
  tidy(): Promise<void>;
}

/** A scheduler. Any number of them may work on one store. */
export function createScheduler(needs: SchedulerNeeds): Scheduler {
  const { store, clock, log } = needs;
  const underWay = new Map<Promise<void>, Room["platform"]>();

  async function begin(platform: Room["platform"]): Promise<void> {
    const busy = [...underWay.values()].filter((each) => each === platform).length;
    if (busy >= MOST_AT_ONCE) return;
    const held: Held = { at: clock.now(), elapsedMs: clock.elapsedMs() };
    const claim = await store.ledger.claim(platform, held.at, needs.timing.leaseMs);
    if (claim === undefined) return;
    const delivery = deliver(claim, held, needs)
      // its lease ends by itself, and then it is tried again
      .catch((error: unknown) => log("delivery-failed", failureOf(error)))
      .finally(() => underWay.delete(delivery));
    underWay.set(delivery, platform);
  }

  return {
    async tick() {
      await plan(needs);
      for (const platform of needs.platforms()) await begin(platform);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
    async tidy() {
      const now = clock.now();
      await store.upkeep.prune(now);
      for (const subscription of await store.subscriptions.list(undefined)) {
        const [next] = nextSlots(subscription.schedule, now, 1);
        // a clock that ran ahead has moved it on; slots that were delivered are in the ledger and stay so
        if (next !== undefined && next < subscription.next) await store.ledger.plan(subscription, [], next);
      }
    },
  };
}

async function plan({ store, clock, timing }: SchedulerNeeds): Promise<void> {
  const now = clock.now();
  for (const subscription of await store.ledger.due(now)) {
    const { schedule, next: first } = subscription;
    const slots = dueSlots(schedule, new Date(first.getTime() - 1), now);
    const [next] = nextSlots(schedule, now, 1);
    if (next === undefined) continue;
    const newest = slots.at(-1);
    const planned = slots.map((slot): PlannedSlot => {
      const inTime = slot === newest && now.getTime() - slot.getTime() <= timing.graceMs;
      return { slot, state: inTime ? "pending" : "skipped" };
    });
    await store.ledger.plan(subscription, planned, next);
  }
}

async function deliver(claim: Claim, held: Held, needs: SchedulerNeeds): Promise<void> {
  const { store, clock, log } = needs;
  const outcome = await attempt(claim, held, needs);
  if (outcome === undefined || !(await store.ledger.settle(claim, outcome, clock.now()))) return;
  log("delivery", {
    kind: claim.kind,
    platform: claim.room.platform,
    outcome: outcome.kind,
    attempt: claim.attempt,
  });
  if (outcome.kind === "unsure" || outcome.kind === "closed") await needs.tell(claim, outcome);
}
