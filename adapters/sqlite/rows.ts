/** Rows of the digests' tables as the nouns they stand for. */
import type {
  Correction,
  Edition,
  PauseReason,
  Replaced,
  Room,
  SharedPost,
  Subscription,
} from "../../src/digest/model.ts";
import type { Row } from "./database.ts";

/** A text column. */
export const text = (row: Row, column: string): string => String(row[column] ?? "");

/** A moment column. */
export const moment = (row: Row, column: string): Date => new Date(Number(row[column] ?? 0));

/** A text that may be null. */
export const textOrNone = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : String(row[column]);

/** A moment that may be null. */
export const momentOrNone = (row: Row, column: string): Date | undefined =>
  row[column] === null || row[column] === undefined ? undefined : moment(row, column);

/** The columns platform, channel and thread; no thread is the empty text, so that it can be compared. */
export function roomOf(row: Row): Room {
  return {
    // the store writes nothing else there
    platform: text(row, "platform") as Room["platform"],
    channel: text(row, "channel"),
    thread: text(row, "thread") || undefined,
  };
}

/** The values of those columns. */
export const roomValues = ({ platform, channel, thread }: Room) => [platform, channel, thread ?? ""] as const;

/** A row of `subscription`. */
export function subscriptionOf(row: Row): Subscription {
  return {
    id: text(row, "id"),
    room: roomOf(row),
    schedule: {
      // the three JSON columns hold what this adapter wrote from the same types
      weekdays: JSON.parse(text(row, "weekdays")) as Subscription["schedule"]["weekdays"],
      minuteOfDay: Number(row.minute_of_day),
      zone: text(row, "zone"),
    },
    topics: JSON.parse(text(row, "topics")) as readonly string[],
    language: text(row, "language"),
    always: row.always === 1,
    next: moment(row, "next_ms"),
    pause: textOrNone(row, "pause") as PauseReason | undefined,
    edition: text(row, "edition"),
    begun: row.begun === 1,
  };
}

/** A row of `shared_post`. */
export function sharedPostOf(row: Row): SharedPost {
  return {
    room: roomOf(row),
    postId: text(row, "post"),
    language: text(row, "language"),
    // written by this adapter from the same type
    passages: JSON.parse(text(row, "passages")) as SharedPost["passages"],
  };
}

/** A row of `edition`. */
export function editionOf(row: Row): Edition {
  const replaced = textOrNone(row, "replaced");
  return {
    hash: text(row, "hash"),
    // both written by this adapter from the same types
    sources: JSON.parse(text(row, "sources")) as Edition["sources"],
    ...(replaced !== undefined && { replaced: JSON.parse(replaced) as Replaced }),
  };
}

/** The column `correction` of `delivery`. */
export function correctionOf(row: Row): Correction {
  // written by this adapter from the same type; JSON leaves out what is undefined
  const { post, changes, reason } = JSON.parse(text(row, "correction")) as Correction;
  return {
    post: { ...post, room: roomOf(row) },
    changes: changes.map(({ before, after }) => ({ before, after })),
    reason,
  };
}
