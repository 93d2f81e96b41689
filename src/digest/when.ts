/** Reads when a digest is wanted, as people say it: "mon 9", "weekdays 09:00 Europe/Stockholm", "every friday at 5pm". */
import type { Schedule, Weekday } from "./model.ts";
import { suggestedZones, zoneNamed } from "./zones.ts";

/** What was said, or what is missing in it. */
export type SaidWhen =
  | {
      readonly kind: "understood";
      readonly weekdays: Schedule["weekdays"];
      readonly minuteOfDay: number;
      /** Undefined if none was named. */
      readonly zone: string | undefined;
      /** Known topics that were named; all if none was. */
      readonly topics: readonly string[];
      /** A digest is wanted even when nothing is new. */
      readonly always: boolean;
    }
  | { readonly kind: "no-weekday" }
  | { readonly kind: "no-time" }
  /** Neither a zone nor a topic. */
  | { readonly kind: "unknown-rest"; readonly zones: readonly string[] };

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];
const WEEK: readonly Weekday[] = [...WORKDAYS, ...WEEKEND];

/** Folded beginnings of weekday names, Monday first. */
const NAMES: readonly RegExp[] = [
  /^(mon(day)?s?|man(dag)?(ar)?|lun(es)?)$/,
  /^(tue(s(day)?)?s?|tis(dag)?(ar)?|mar(tes)?)$/,
  /^(wed(nesday)?s?|ons(dag)?(ar)?|mie(rcoles)?)$/,
  /^(thu(r(s(day)?)?)?s?|tor(s(dag)?(ar)?)?|jue(ves)?)$/,
  /^(fri(day)?s?|fre(dag)?(ar)?|vie(rnes)?)$/,
  /^(sat(urday)?s?|lor(dag)?(ar)?|sab(ados?)?)$/,
  /^(sun(day)?s?|son(dag)?(ar)?|dom(ingos?)?)$/,
];
const SEVERAL: readonly (readonly [RegExp, readonly Weekday[]])[] = [
  [/^(weekdays?|workdays?|vardag(ar)?|laborables?|habiles)$/, WORKDAYS],
  [/^(weekends?|helg(er)?)$/, WEEKEND],
  [/^(daily|dagligen|diario|diariamente)$/, WEEK],
];
/** Every day, unless other words say which: "días laborables". */
const DAYS = /^(dias?|days?|dag)$/;
const FILLERS = new Set(
  "every each on at and the o'clock in time to varje pa klockan kl och i till cada todos los las el la a al de y en hora / & +".split(
    " ",
  ),
);
/** Between the first weekday of several and the last. */
const UNTIL = new Set("- – — to through thru until till a al hasta".split(" "));
const ALWAYS = new Set(["always", "alltid", "siempre"]);
const NAMED_TIMES: Readonly<Record<string, number>> = {
  noon: 720,
  midnight: 0,
  mediodia: 720,
  medianoche: 0,
};

/** Words of a zone's name, at most: "port of spain". */
const MOST_ZONE_WORDS = 3;

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase();

/** Folded, without what a word stands in or ends with: "(Stockholm)." */
const bare = (text: string) =>
  fold(text)
    .replace(/^[([]+/, "")
    .replace(/[)\].!]+$/, "");

/** @param topics those the corpus has */
export function readWhen(text: string, topics: readonly string[]): SaidWhen {
  const words = inRanges(text.split(/[\s,;]+/).filter(Boolean));
  const { weekdays, time, rest } = takeTimes(words);
  if (weekdays.length === 0) return { kind: "no-weekday" };
  if (time === undefined) return { kind: "no-time" };
  const always = rest.some((word) => ALWAYS.has(bare(word)));
  const left = rest.filter((word) => !ALWAYS.has(bare(word)));
  return readRest(left, topics, { weekdays, minuteOfDay: time, always });
}

/** The days and the time, whichever comes first. */
function takeTimes(words: readonly string[]) {
  const days = takeWeekdays(words);
  const time = takeTime(days.weekdays.length > 0 ? days.rest : words);
  if (time === undefined || days.weekdays.length > 0)
    return { weekdays: days.weekdays, time: time?.minuteOfDay, rest: time?.rest ?? [] };
  return { ...takeWeekdays(time.rest), time: time.minuteOfDay };
}

/** "Monday to Friday" as "Monday-Friday". */
function inRanges([first, between, last, ...rest]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const isDay = (word = "") => weekdayOf(bare(word)) !== undefined;
  if (between !== undefined && isDay(first) && UNTIL.has(fold(between)) && isDay(last))
    return [`${bare(first)}-${last}`, ...inRanges(rest)];
  return [first, ...inRanges([between, last, ...rest].filter((word) => word !== undefined))];
}

function takeWeekdays(words: readonly string[]) {
  const found = new Set<Weekday>();
  let anyDay = false;
  const end = words.findIndex((word) => {
    const folded = bare(word);
    const days = weekdaysIn(folded);
    for (const day of days) found.add(day);
    anyDay ||= DAYS.test(folded);
    return days.length === 0 && !DAYS.test(folded) && !FILLERS.has(folded);
  });
  const weekdays = found.size === 0 && anyDay ? WEEK : WEEK.filter((day) => found.has(day));
  return { weekdays, rest: end < 0 ? [] : words.slice(end) };
}

/** Those of "mon/tue" and the like, too; none if any part of it is something else. */
function weekdaysIn(word: string): readonly Weekday[] {
  const each = word.split(/[/&+]/).map((part) => weekdaysOf(part.replace(/\.$/, "")));
  return each.every((days) => days.length > 0) ? each.flat() : [];
}

function weekdaysOf(word: string): readonly Weekday[] {
  const [from, to, more] = word.split(/[-–]/).map(weekdayOf);
  if (from !== undefined && to !== undefined && more === undefined)
    return WEEK.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
  if (from !== undefined && !/[-–]/.test(word)) return [from];
  return SEVERAL.find(([name]) => name.test(word))?.[1] ?? [];
}

const weekdayOf = (word: string): Weekday | undefined => WEEK[NAMES.findIndex((name) => name.test(word))];

function takeTime(words: readonly string[]) {
  const start = words.findIndex((word) => !FILLERS.has(bare(word)));
  const first = bare(words[start] ?? "");
  const named = NAMED_TIMES[first];
  if (named !== undefined) return { minuteOfDay: named, rest: words.slice(start + 1) };
  const [, hours, minutes = "00", close] =
    /^(\d{1,2})(?:[:.h]?(\d{2}))?h?([ap])?\.?(?:m\.?)?$/.exec(first) ?? [];
  if (hours === undefined) return undefined;
  const [, apart] = /^([ap])\.?m\.?$/.exec(bare(words[start + 1] ?? "")) ?? [];
  const minuteOfDay = minuteOf(Number(hours), Number(minutes), close ?? apart);
  const rest = words.slice(start + (close === undefined && apart !== undefined ? 2 : 1));
  return minuteOfDay === undefined ? undefined : { minuteOfDay, rest };
}

function minuteOf(hours: number, minutes: number, half: string | undefined): number | undefined {
  if (minutes > 59 || hours > (half === undefined ? 23 : 12) || (half !== undefined && hours === 0))
    return undefined;
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  return hour * 60 + minutes;
}

interface Timed {
  readonly weekdays: Schedule["weekdays"];
  readonly minuteOfDay: number;
  readonly always: boolean;
}

/** A zone and topics, in any order. A topic may have several words, and goes before a city of its name. */
function readRest(words: readonly string[], known: readonly string[], timed: Timed): SaidWhen {
  const topics = new Set<string>();
  let zone: string | undefined;
  for (let index = 0; index < words.length; ) {
    const topic = longest(words, index, (text) => known.find((each) => bare(each) === bare(text)));
    const named =
      topic === undefined && zone === undefined
        ? longest(words, index, (text) => zoneNamed(bare(text)))
        : undefined;
    if (topic !== undefined) topics.add(topic.value);
    else if (named !== undefined) zone = named.value;
    else if (!FILLERS.has(bare(words[index] ?? "")))
      return { kind: "unknown-rest", zones: suggestedZones(bare(words[index] ?? "")) };
    index += topic?.words ?? named?.words ?? 1;
  }
  return { kind: "understood", ...timed, zone, topics: [...topics] };
}

function longest<T>(words: readonly string[], from: number, find: (text: string) => T | undefined) {
  for (let count = Math.min(MOST_ZONE_WORDS, words.length - from); count > 0; count--) {
    const value = find(words.slice(from, from + count).join(" "));
    if (value !== undefined) return { value, words: count };
  }
  return undefined;
}
