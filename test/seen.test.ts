import { expect, test } from "vitest";
import { rememberEvents } from "../src/seen.ts";

const at = (minutes: number) => new Date(minutes * 60_000);

test("an event is new once within ten minutes, and again after", async () => {
  const seen = rememberEvents();
  expect(await seen.firstTime("Ev1", at(0))).toBe(true);
  expect(await seen.firstTime("Ev2", at(1))).toBe(true);
  expect(await seen.firstTime("Ev1", at(9))).toBe(false);
  expect(await seen.firstTime("Ev1", at(11))).toBe(true);
  expect(await seen.firstTime("Ev1", at(12))).toBe(false);
});
