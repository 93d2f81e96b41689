/** What digests and corrections need of a store. Any number of processes may use one at the same moment. */
import type {
  Closed,
  Correction,
  Edition,
  PauseReason,
  Room,
  SharedPost,
  ShownPassage,
  SlotOutcome,
  Subscription,
} from "./model.ts";

/** The channels' wishes. Each change holds for every process as soon as its promise is kept. */
export interface Subscriptions {
  /** Keeps a new subscription under an id of its own, together with the edition it starts from. */
  add(wish: Omit<Subscription, "id" | "pause" | "begun" | "edition">, from: Edition): Promise<Subscription>;
  /** Those of a room, or all, in the order they were added. */
  list(room: Room | undefined): Promise<readonly Subscription[]>;
  /** Slots that nothing was posted for yet are given up. */
  pause(id: string, reason: PauseReason): Promise<void>;
  resume(id: string, next: Date): Promise<void>;
  /** With its slots. Nothing happens if it is not there. */
  remove(id: string): Promise<void>;
}

/** What was delivered and when, to tell what is new and what went wrong. */
export interface History {
  /** What is not over well in the last slots of a subscription, the latest first: skipped, unsure or still under way. */
  troubles(subscription: string): Promise<readonly SlotOutcome[]>;
  /** Undefined if it is not kept. */
  edition(hash: string): Promise<Edition | undefined>;
}

/** A slot that is put into the ledger: to be delivered, or too late for it. */
export interface PlannedSlot {
  readonly slot: Date;
  readonly state: "pending" | "skipped";
}

interface ClaimBase {
  /** The same for every attempt, and different from every other delivery. */
  readonly key: string;
  readonly room: Room;
  readonly due: Date;
  /** Grows with every claim; what is written under an older one is refused. */
  readonly fence: number;
  /** From 1. */
  readonly attempt: number;
  /** An earlier attempt may have reached the platform, the first such one at this time. */
  readonly doubtSince: Date | undefined;
  /** The edition that the doubtful attempt was made of. */
  readonly doubtEdition: string | undefined;
}

/** One delivery, held for the time of a lease. */
export type Claim = ClaimBase &
  (
    | {
        readonly kind: "digest";
        readonly subscription: Subscription;
        /** Slots since the last delivered one that nothing was posted for. */
        readonly skipped: readonly Date[];
      }
    | { readonly kind: "correction"; readonly correction: Correction }
  );

/** What an attempt came to. */
export type Outcome =
  | {
      readonly kind: "sent";
      readonly postId: string;
      /** What the post shows; of a correction, what its old post stands for now. */
      readonly shown: readonly ShownPassage[];
      readonly edition: Edition | undefined;
    }
  /** There was nothing to say; of a correction, its post is gone, and is forgotten. */
  | { readonly kind: "nothing"; readonly edition: Edition | undefined }
  /** To be tried again; `doubt` if the platform may have posted it all the same. */
  | { readonly kind: "again"; readonly at: Date; readonly doubt: boolean }
  | { readonly kind: "skipped" }
  | { readonly kind: "unsure" }
  /** The channel cannot be written to; a digest's subscription is paused with it. */
  | { readonly kind: "closed"; readonly reason: Closed };

/**
 * One row a delivery, claimed with a lease and a fence, so that any number of processes may deliver, and die, without posting twice.
 * Nothing in it has to be undone after a crash: leases end by themselves.
 */
export interface Ledger {
  /** Subscriptions whose next slot has come. */
  due(now: Date): Promise<readonly Subscription[]>;
  /** Writes slots down and moves the subscription to its next; nothing happens if another process was faster. */
  plan(subscription: Subscription, slots: readonly PlannedSlot[], next: Date): Promise<void>;
  /** Takes the oldest delivery that is due, or whose owner's lease has ended; undefined if there is none. */
  claim(platform: Room["platform"], now: Date, leaseMs: number): Promise<Claim | undefined>;
  /** Notes that a post may reach the platform from now on. False if the claim has passed to another. */
  begin(claim: Claim, now: Date, edition: Edition | undefined): Promise<boolean>;
  /** Writes down what an attempt came to. False, and nothing is written, if the claim has passed to another. */
  settle(claim: Claim, outcome: Outcome, now: Date): Promise<boolean>;
}

/** Which channel messages show which words of the corpus. */
export interface SharedPosts {
  remember(post: SharedPost, now: Date): Promise<void>;
  forget(room: Room, postId: string): Promise<void>;
  /** In the order they were posted. */
  all(): Promise<readonly SharedPost[]>;
  /**
   * Puts a correction into the ledger; the same one twice counts once, unless it came to nothing before. Nothing happens if the post shows
   * other words by now than the correction is made of.
   */
  correct(correction: Correction, now: Date): Promise<void>;
}

/** A table as it is: its columns and rows. */
export interface KeptTable {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** What keeps a store small and open to inspection. */
export interface Upkeep {
  /** Deletes what has been kept long enough, without a trace: slots after 90 days, shared posts after 180. And skipped slots yet to come. */
  prune(now: Date): Promise<void>;
  /** Erases all that belongs to a channel and its threads, without a trace. @returns how many rows it was */
  erase(room: Pick<Room, "platform" | "channel">): Promise<number>;
  tables(): Promise<readonly KeptTable[]>;
  /** Whether what is kept is still where the next start looks for it; nothing is made anew where it is not. */
  isInPlace(): Promise<boolean>;
}

/** All that digests and corrections keep. */
export interface DigestStore {
  readonly subscriptions: Subscriptions;
  readonly history: History;
  readonly ledger: Ledger;
  readonly sharedPosts: SharedPosts;
  readonly upkeep: Upkeep;
}
