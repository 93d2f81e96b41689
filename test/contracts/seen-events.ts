/** What every implementation of `SeenEvents` does. */
import { describe, expect, test } from "vitest";
import type { SeenEvents } from "../../src/ports.ts";

const noon = new Date("2027-03-01T12:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);

/** Runs the contract on an implementation that starts empty. */
export function seenEventsContract(name: string, open: () => Promise<SeenEvents>): void {
  describe(`events that ${name} has seen`, () => {
    test("are new the first time and known the second", async () => {
      const seen = await open();
      expect(await seen.firstTime("Ev1", noon)).toBe(true);
      expect(await seen.firstTime("Ev1", noon)).toBe(false);
      expect(await seen.firstTime("Ev2", noon)).toBe(true);
    });

    test("are known for ten minutes after the first time, however often they come", async () => {
      const seen = await open();
      await seen.firstTime("Ev1", noon);
      expect(await seen.firstTime("Ev1", later(9 * 60_000))).toBe(false);
      expect(await seen.firstTime("Ev1", later(10 * 60_000 - 1))).toBe(false);
      expect(await seen.firstTime("Ev1", later(10 * 60_000))).toBe(true);
    });

    test("are new to one alone of those who ask at once", async () => {
      const seen = await open();
      const firsts = await Promise.all(Array.from({ length: 20 }, () => seen.firstTime("Ev1", noon)));
      expect(firsts.filter(Boolean)).toHaveLength(1);
    });

    test("may have any name", async () => {
      const seen = await open();
      for (const event of ["", "'; drop table seen_event; --", "å".repeat(5000), "\u0000"]) {
        expect([await seen.firstTime(event, noon), await seen.firstTime(event, noon)]).toEqual([true, false]);
      }
    });
  });
}
