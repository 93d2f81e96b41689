/** Slots of a schedule: pure arithmetic, the same whoever computes it and whenever. */
import { Cron } from "croner";
import type { Schedule, Weekday } from "./model.ts";

const DAY_MS = 86_400_000;

/** In minutes of the day. */
const NOON = 720;

/**
 * The slots after `last` and not after `now`, ascending. A local time that spring skips is due at the first instant after the gap, one
 * that autumn repeats is due the first time.
 */
export function dueSlots(schedule: Schedule, last: Date, now: Date): readonly Date[] {
  const slots: Date[] = [];
  for (const slot of slotsAfter(schedule, last)) {
    if (slot.getTime() > now.getTime()) break;
    slots.push(slot);
  }
  return slots;
}

/** The first `count` slots after a moment. */
export function nextSlots(schedule: Schedule, after: Date, count: number): readonly Date[] {
  const slots: Date[] = [];
  for (const slot of slotsAfter(schedule, after)) {
    if (slots.push(slot) >= count) break;
  }
  return slots;
}

function* slotsAfter(schedule: Schedule, after: Date): Generator<Date> {
  const { weekdays, minuteOfDay, zone } = schedule;
  const onTime = cron(`${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${weekdays.join(",")}`, zone);
  const midnight = cron("0 0 * * *", zone);
  const clock = wallClock(zone);
  let last = after;
  for (;;) {
    const next = onTime.nextRun(last);
    if (next === null) return;
    const swallowed = swallowedDay(schedule, clock(last), clock(next));
    if (swallowed !== undefined) {
      // the day that has no such minute ends in a gap, so the first instant after the gap is the next midnight
      const { day, minute } = clock(last);
      const noon = last.getTime() + (swallowed - day) * DAY_MS + (NOON - minute) * 60_000;
      const instant = midnight.nextRun(new Date(noon));
      if (instant !== null && instant > last && instant < next) yield instant;
    }
    yield next;
    last = next;
  }
}

const cron = (pattern: string, timezone: string) => new Cron(pattern, { timezone, paused: true });

/** A moment on a wall: days since 1970 and minutes since midnight. */
interface WallTime {
  readonly day: number;
  readonly minute: number;
}

function wallClock(zone: string): (moment: Date) => WallTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (moment) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = format
      .format(moment)
      .split(/\D+/)
      .map(Number);
    return { day: Date.UTC(year, month - 1, day) / DAY_MS, minute: hour * 60 + minute };
  };
}

/** The first day of the schedule between two of its moments that croner found no moment on. */
function swallowedDay(
  { weekdays, minuteOfDay }: Schedule,
  last: WallTime,
  next: WallTime,
): number | undefined {
  const first = last.minute < minuteOfDay ? last.day : last.day + 1;
  for (let day = first; day < next.day; day++) if (weekdays.includes(weekdayOf(day))) return day;
  return undefined;
}

/** The first of January 1970 was a Thursday. */
function weekdayOf(day: number): Weekday {
  // the remainder of seven, plus one, is one of the seven
  return (((day + 3) % 7) + 1) as Weekday;
}
