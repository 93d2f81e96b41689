/** The nouns of digests and corrections. Types only. */
import type { Language, PartialDate, Place } from "../model.ts";

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Times on a wall clock: some weekdays, one minute of the day, one IANA time zone. */
export interface Schedule {
  /** Ascending, at least one. */
  readonly weekdays: readonly Weekday[];
  /** 0 to 1439, counted from midnight on the wall clock. */
  readonly minuteOfDay: number;
  readonly zone: string;
}

/** A place that may be kept. Never a direct message. */
export type Room = Omit<Place, "direct">;

/** Why a subscription rests: a person wanted it, or its channel cannot be written to. */
export type PauseReason = "asked" | Closed;

/** Why a channel cannot be written to. */
export type Closed = "gone" | "not-a-member" | "archived" | "not-allowed";

/** One channel's wish for digests. */
export interface Subscription {
  readonly id: string;
  readonly room: Room;
  readonly schedule: Schedule;
  /** Empty for all. */
  readonly topics: readonly string[];
  /** Of the wording. */
  readonly language: Language;
  /** Says in one line that nothing is new, instead of nothing. */
  readonly always: boolean;
  /** The first slot that is in no ledger yet. */
  readonly next: Date;
  readonly pause: PauseReason | undefined;
  /** The hash of the edition that was delivered last, or of the one that was there when it began. */
  readonly edition: string;
  /** Whether a digest was delivered yet. */
  readonly begun: boolean;
}

/** What is remembered of a source, to tell what is new: hashes, and what a withdrawal has to name. */
export interface SourceMark {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PartialDate;
  readonly topics: readonly string[];
  /** A hash of each paragraph's words, in order. */
  readonly paragraphs: readonly string[];
}

/** The published works at one moment, by id. The same works have the same hash on every machine. */
export interface Edition {
  readonly hash: string;
  readonly sources: readonly SourceMark[];
  /** Present after not one work of an edition was left. */
  readonly replaced?: Replaced;
}

/** All works gave way to others; times are milliseconds since 1970. */
export type Replaced =
  /** These others are there since then; it may be another folder for a while, and the edition's own works stay the measure. */
  | { readonly kind: "waiting"; readonly sinceMs: number; readonly by: readonly SourceMark[] }
  /** They stayed, and the edition is made of them: what differs from then on is news. */
  | { readonly kind: "counted"; readonly sinceMs: number };

/** A paragraph that a post showed, with its words at that time. */
export interface ShownPassage {
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly paragraph: number;
  /** The words that were shown, or that stood there where they were only named. */
  readonly quote: string;
  /** The whole paragraph they were taken from. */
  readonly text: string;
  /** The post did not show these words; it named their source as saying the same, or less exactly. */
  readonly named?: true;
}

/** A post of the bot's own in a channel. */
export interface SharedPost {
  readonly room: Room;
  readonly postId: string;
  readonly language: Language;
  readonly passages: readonly ShownPassage[];
}

/** What became of a passage: its new words, or nothing if it was withdrawn. */
export interface PassageChange {
  readonly before: ShownPassage;
  readonly after: ShownPassage | undefined;
}

/** A correction that a librarian has decided on. */
export interface Correction {
  readonly post: SharedPost;
  readonly changes: readonly PassageChange[];
  readonly reason: string;
}

/** What a slot came to. `unsure`: the platform may have posted it, nobody can know, and it is not posted again. */
export type SlotState = "pending" | "sending" | "sent" | "nothing" | "skipped" | "unsure" | "closed";

/** One slot of a subscription and what it came to. */
export interface SlotOutcome {
  readonly slot: Date;
  readonly state: SlotState;
}
