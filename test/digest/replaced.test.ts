import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/digest.ts";
import { currentEdition } from "../../src/digest/edition.ts";
import type { Edition, Schedule, Subscription } from "../../src/digest/model.ts";
import { newsFrom } from "../../src/digest/replaced.ts";
import { nextSlots } from "../../src/digest/schedule.ts";
import { plain } from "../../src/reply/plain.ts";
import { givenLibrary } from "../doubles/given-library.ts";

const zone = "Europe/Stockholm";
/** The clocks go forward between its second and third slot. */
const mondays: Schedule = { weekdays: [1], minuteOfDay: 540, zone };
const daily: Schedule = { weekdays: [1, 2, 3, 4, 5, 6, 7], minuteOfDay: 540, zone };
const start = new Date("2027-03-14T12:00Z");

const letter = { title: "The letter", body: "More than 650 employees had signed the letter." };
const meeting = { title: "The meeting", body: "RAICES turned down $250,000 from Salesforce." };
const otherWork = { title: "Else", body: "Other words altogether stand in here." };

/** A subscription whose slots are delivered one by one, and the library that they find. */
function delivered(schedule: Schedule) {
  const library = givenLibrary({ "press/letter": letter, "press/meeting": meeting });
  let before: Edition = currentEdition(library);
  const slots = [...nextSlots(schedule, start, 20)];
  const subscription = (): Subscription => ({
    id: "s1",
    room: { platform: "slack", channel: "C1", thread: undefined },
    schedule,
    topics: [],
    language: "en",
    always: false,
    next: slots[0] ?? start,
    pause: undefined,
    edition: before.hash,
    begun: true,
  });
  return {
    library,
    replace() {
      library.remove("press/letter");
      library.remove("press/meeting");
      library.put("other/work", otherWork);
    },
    putBack() {
      library.remove("other/work");
      library.put("press/letter", letter);
      library.put("press/meeting", meeting);
    },
    /** What the next so many slots post. */
    pass(count: number): readonly (string | undefined)[] {
      return slots.splice(0, count).map((at) => {
        const wish = { subscription: subscription(), before, at, late: undefined, skipped: [] };
        const { reply, edition } = composeDigest(library, wish);
        before = edition;
        return reply && plain(reply).split("\n")[1];
      });
    },
    news() {
      const news = newsFrom(subscription(), before, library);
      return news && `${news.kind} ${news.from.toISOString()}`;
    },
  };
}

const nothing = (count: number) => Array.from({ length: count }, () => undefined);

describe("another corpus that has stayed for a week", () => {
  test.each<[string, Schedule, number, string]>([
    ["two weekly slots, with the clocks put forward between them", mondays, 2, "2027-03-22T08:00:00.000Z"],
    ["eight daily slots", daily, 8, "2027-03-22T08:00:00.000Z"],
  ])("is the new measure after %s, and nothing is posted of the change", (_, schedule, count, from) => {
    const { library, replace, pass, news } = delivered(schedule);
    expect(news()).toBeUndefined();
    replace();
    expect(news()).toBe(`waiting ${from}`);
    expect(pass(count - 1)).toEqual(nothing(count - 1));
    expect(news()).toBe(`waiting ${from}`);
    expect(pass(1)).toEqual([undefined]);
    expect(news()).toBe(`counted ${from}`);
    library.put("other/new", { title: "New", body: "This was added after the others had stayed." });
    expect(pass(2)).toEqual(["Added: New (The Paper, June 2018)", undefined]);
    expect(news()).toBeUndefined();
  });

  test("is the same when it was added to meanwhile", () => {
    const { library, replace, pass, news } = delivered(daily);
    replace();
    pass(4);
    library.put("other/new", { title: "New", body: "This was added while the others were waiting." });
    expect(pass(4)).toEqual(nothing(4));
    expect(news()).toBe("counted 2027-03-22T08:00:00.000Z");
    expect(pass(1)).toEqual([undefined]);
  });
});

describe("another corpus leaves the measure as it was", () => {
  test("when it was there for less than a week", () => {
    const { library, replace, putBack, pass, news } = delivered(daily);
    replace();
    pass(7);
    putBack();
    library.put("press/new", { title: "New", body: "This was added while the folder was another one." });
    expect(news()).toBeUndefined();
    expect(pass(2)).toEqual(["Added: New (The Paper, June 2018)", undefined]);
  });

  test("when a third one is there within the week, which has a week of its own", () => {
    const { library, replace, pass, news } = delivered(daily);
    replace();
    pass(4);
    library.remove("other/work");
    library.put("third/work", { title: "Third", body: "A third folder's words, like nothing before." });
    expect(pass(7)).toEqual(nothing(7));
    expect(news()).toBe("waiting 2027-03-26T08:00:00.000Z");
  });

  test("when the folder is empty, however long", () => {
    const { library, putBack, pass, news } = delivered(daily);
    library.remove("press/letter");
    library.remove("press/meeting");
    expect([...pass(12), news()]).toEqual(nothing(13));
    putBack();
    expect(pass(1)).toEqual([undefined]);
  });
});

test("a clock that was ahead when the other corpus was met delays it by no more than a week", () => {
  const { replace, library, pass } = delivered(daily);
  replace();
  const ahead = new Date("2028-01-01T08:00Z");
  const before = currentEdition(givenLibrary({ "press/letter": letter, "press/meeting": meeting }));
  const wish = { subscription: { topics: [], begun: true } as unknown as Subscription, late: undefined };
  const met = composeDigest(library, { ...wish, before, at: ahead, skipped: [] }).edition;
  const again = composeDigest(library, { ...wish, before: met, at: start, skipped: [] }).edition;
  expect(again.replaced).toMatchObject({ kind: "waiting", sinceMs: start.getTime() });
  expect(pass(1)).toEqual([undefined]);
});
