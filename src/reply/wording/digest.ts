/** What digests and corrections need words for, and the dates that all languages write the same way. */
import type { FolderTrouble } from "../../errors.ts";
import type { Line } from "../inline.ts";

/** Times on a wall clock. */
export interface Times {
  /** Monday is 1. */
  readonly weekdays: readonly number[];
  readonly minuteOfDay: number;
  readonly zone: string;
}

/** Why a subscription rests. */
export type Rest = "asked" | "gone" | "not-a-member" | "archived" | "not-allowed";

/** Why a digest leaves something out. */
export type LeftOut = "note" | "other-topic" | "too-many";

/** What the `digest` command says. */
export interface DigestCommandWording {
  readonly how: readonly string[];
  readonly whoMay: string;
  readonly notDirect: string;
  readonly notAllowed: string;
  readonly notHere: string;
  readonly noWeekday: string;
  readonly noTime: string;
  /** What follows the time is neither one of these zones nor one of these topics; there may be none of either. */
  unknownRest(zones: readonly string[], topics: readonly string[]): string;
  readonly tooMany: string;
  readonly whichOne: string;
  /** A number that none of so many digests has. */
  noSuch(digests: number): string;
  readonly none: string;
  readonly subscribed: string;
  readonly announced: string;
  readonly first: string;
  noZone(zone: string): string;
  next(moments: readonly string[]): string;
  changed(what: "paused" | "resumed" | "removed"): string;
  topics(topics: readonly string[]): string;
  readonly always: string;
  rests(why: Rest): string;
  unsure(moment: string): string;
  /** All works gave way to others: news will be counted again from a moment on if these stay, or are counted since then. */
  replaced(how: "waiting" | "counted", from: string): string;
  readonly preview: string;
  leftOut(why: LeftOut): string;
  readonly nothingLeftOut: string;
}

/** What digests say around the words of our sources. */
export interface DigestWording {
  /** "Mondays and Fridays at 09:00 (Europe/Stockholm)". */
  when(times: Times): string;
  /** "Monday 8 March 2027, 09:00". */
  moment(moment: Date, zone: string): string;
  heading(topics: readonly string[]): string;
  baseline(sources: number, newest: string | undefined): string;
  readonly nothing: string;
  added(title: string, publisher: string, date: string): string;
  revised(title: string, publisher: string): string;
  withdrawn(title: string, publisher: string, date: string): string;
  readonly shortened: string;
  more(titles: readonly string[], rest: number): string;
  late(due: string): string;
  skipped(due: readonly string[]): string;
  /** Why digests cannot be kept, and what whoever runs the bot can do. */
  readonly noFolder: Readonly<Record<FolderTrouble, string>>;
  readonly command: DigestCommandWording;
}

/** What corrections say. */
export interface CorrectionWording {
  /** What an old post is replaced by. */
  readonly edited: string;
  readonly heading: string;
  /** Of words that a post had shown. */
  before(quote: string, title: string, publisher: string): string;
  /** Of words that a post had not shown; it had named their source for the same. */
  named(quote: string, title: string, publisher: string): string;
  after(quote: string | undefined): string;
  reason(reason: string): string;
}

/** What the librarians' channel is told, and answered when it asks for `corrections`. */
export interface StaffWording {
  readonly only: string;
  readonly nothing: string;
  readonly heading: string;
  pending(posts: number): string;
  /** What one pending correction is named by, and how many messages it is about. */
  item(key: string, posts: number): Line;
  readonly how: string;
  readonly unknown: string;
  readonly reasonMissing: string;
  approved(posts: number): string;
  paused(why: Rest, platform: string): string;
  unsure(moment: string, platform: string): string;
  correctionFailed(platform: string): string;
  /** What is kept was taken away under the running bot, and what to do. */
  readonly lost: string;
}

const LOCALES = { en: "en-GB", sv: "sv-SE", es: "es-ES" } as const;

/** A moment as a wall clock in its zone shows it, with its weekday and date in words. */
export function momentIn(language: keyof typeof LOCALES, moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${day.format(moment)}, ${time.format(moment)}`;
}

/** "09:00". */
export function clockTime(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** "a, b and c" in a language. */
export function listIn(language: keyof typeof LOCALES, items: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(items);
}
