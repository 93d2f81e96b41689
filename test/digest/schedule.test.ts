import { describe, expect, test } from "vitest";
import type { Schedule, Weekday } from "../../src/digest/model.ts";
import { dueSlots, nextSlots } from "../../src/digest/schedule.ts";

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const at = (weekdays: readonly Weekday[], time: string, zone: string): Schedule => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return { weekdays, minuteOfDay: hours * 60 + minutes, zone };
};
const stockholm = "Europe/Stockholm";

test.each([
  [
    "on the hour",
    at([1], "09:00", stockholm),
    "2027-03-01T07:00Z",
    "2027-03-01T08:00Z",
    ["2027-03-01T08:00:00.000Z"],
  ],
  ["not a moment before", at([1], "09:00", stockholm), "2027-03-01T07:00Z", "2027-03-01T07:59:59.999Z", []],
  [
    "not again once it was the last",
    at([1], "09:00", stockholm),
    "2027-03-01T08:00Z",
    "2027-03-07T23:59Z",
    [],
  ],
  [
    "every one that was missed, in order",
    at([1, 3], "09:00", stockholm),
    "2027-02-28T00:00Z",
    "2027-03-10T08:00Z",
    [
      "2027-03-01T08:00:00.000Z",
      "2027-03-03T08:00:00.000Z",
      "2027-03-08T08:00:00.000Z",
      "2027-03-10T08:00:00.000Z",
    ],
  ],
  [
    "the hour that spring skips, at its end",
    at([7], "02:30", stockholm),
    "2027-03-21T12:00Z",
    "2027-03-28T12:00Z",
    ["2027-03-28T01:00:00.000Z"],
  ],
  [
    "the hour that autumn repeats, once",
    at([7], "02:30", stockholm),
    "2027-10-24T12:00Z",
    "2027-10-31T12:00Z",
    ["2027-10-31T00:30:00.000Z"],
  ],
  [
    "a day that ends in a gap, at the midnight after it",
    at([6], "23:30", "America/Nuuk"),
    "2027-03-24T12:00Z",
    "2027-03-31T12:00Z",
    ["2027-03-28T01:00:00.000Z"],
  ],
] as const)("a slot is due %s", (_, schedule, last, now, slots) => {
  expect(dueSlots(schedule, new Date(last), new Date(now)).map((slot) => slot.toISOString())).toEqual(slots);
});

test("the next slots follow each other", () => {
  const slots = nextSlots(at([1, 5], "17:00", "America/New_York"), new Date("2027-03-10T00:00Z"), 3);
  expect(slots.map((slot) => slot.toISOString())).toEqual([
    "2027-03-12T22:00:00.000Z",
    "2027-03-15T21:00:00.000Z",
    "2027-03-19T21:00:00.000Z",
  ]);
});

const ZONES = [
  "America/New_York",
  "Europe/Stockholm",
  "Australia/Lord_Howe",
  "America/Nuuk",
  "Asia/Kathmandu",
  "UTC",
  "Europe/London",
  "Europe/Lisbon",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Santiago",
  "America/Havana",
  "America/Asuncion",
  "America/St_Johns",
  "America/Scoresbysund",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Kolkata",
  "Atlantic/Azores",
  "Antarctica/Troll",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const TIMES = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:15", "09:00", "12:00", "23:00", "23:30"];
const FROM = Date.UTC(2026, 0, 1);
const DAYS = 1096;
const DAY_MS = 86_400_000;

/** Minutes that a zone is ahead of UTC at a moment. */
function offsets(zone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (moment) => {
    const [, sign = "+", hours = "0", minutes = "0"] =
      /GMT([+-])?(\d+)?:?(\d+)?/.exec(format.format(moment)) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/** Every change of a zone's offset, found by halving the days that have one. */
function changesOf(
  zone: string,
): readonly { readonly at: number; readonly before: number; readonly after: number }[] {
  const offset = offsets(zone);
  const changes = [];
  for (let day = -2; day < DAYS + 2; day++) {
    let [low, high] = [FROM + day * DAY_MS, FROM + (day + 1) * DAY_MS];
    const [before, after] = [offset(low), offset(high)];
    if (before === after) continue;
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

/** What a daily rule owes by definition: each local date once, at its minute, or at the end of the gap that swallows it. */
function owed(zone: string, minuteOfDay: number): readonly number[] {
  const changes = changesOf(zone);
  const first = offsets(zone)(FROM - 3 * DAY_MS);
  return Array.from({ length: DAYS }, (_, day) => {
    const wall = FROM + day * DAY_MS + minuteOfDay * 60_000;
    const spans = [{ at: Number.NEGATIVE_INFINITY, before: first, after: first }, ...changes];
    for (const [index, { at: from, after }] of spans.entries()) {
      const instant = wall - after * 60_000;
      const end = spans[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      if (instant < from) return from;
      if (instant < end) return instant;
    }
    throw new RangeError("no span holds this day");
  });
}

describe("over three years, each local day has its slot once", () => {
  test.each(ZONES)("in %s", (zone) => {
    for (const time of TIMES) {
      const schedule = at(EVERY_DAY, time, zone);
      const expected = owed(zone, schedule.minuteOfDay);
      const [first = 0, last = 0] = [expected[0], expected.at(-1)];
      const slots = dueSlots(schedule, new Date(first - 1), new Date(last));
      expect(slots.map(Number), time).toEqual(expected);
    }
  });

  test("which is more than 250,000 days", () => {
    expect(ZONES.length * TIMES.length * DAYS).toBeGreaterThanOrEqual(250_000);
  });
});
