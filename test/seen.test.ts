import { expect, test } from "vitest";
import { isNew, rememberEvents } from "../src/seen.ts";

const at = (minutes: number) => new Date(minutes * 60_000);

test("an event is new once within ten minutes, and again after", async () => {
  const seen = rememberEvents();
  expect(await seen.firstTime("Ev1", at(0))).toBe(true);
  expect(await seen.firstTime("Ev2", at(1))).toBe(true);
  expect(await seen.firstTime("Ev1", at(9))).toBe(false);
  expect(await seen.firstTime("Ev1", at(11))).toBe(true);
  expect(await seen.firstTime("Ev1", at(12))).toBe(false);
});

test("an event is answered once, and rather twice than not at all when nobody can tell", async () => {
  const logged: string[] = [];
  const log = (event: string, details = {}) => void logged.push(JSON.stringify({ event, ...details }));
  const parts = { seen: rememberEvents(), now: () => at(0), log };
  expect([await isNew("Ev1", parts), await isNew("Ev1", parts)]).toEqual([true, false]);
  const broken = { ...parts, seen: { firstTime: () => Promise.reject(new TypeError("Ev1 is lost")) } };
  expect(await isNew("Ev1", broken)).toBe(true);
  expect(logged).toEqual(['{"event":"seen-events-failed","error":"TypeError"}']);
});
