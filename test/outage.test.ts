import { expect, test } from "vitest";
import { UsageError } from "../src/errors.ts";
import { createOutage } from "../src/outage.ts";
import { fixedClock } from "./doubles/rooms.ts";

/** An outage that tells what it logs. */
function watched() {
  const clock = fixedClock("2027-03-03T12:00:00Z");
  const logged: string[] = [];
  const log = (event: string, { code = "none" }: Readonly<Record<string, string | number>> = {}) =>
    void logged.push(`${event} ${code}`);
  return { clock, logged, outage: createOutage("digests", "deliver", { clock, log }) };
}

const full = Object.assign(new Error("what was asked"), { code: "SQLITE_FULL" });

test("what fails and works in turn is told once a minute, too", () => {
  const { clock, logged, outage } = watched();
  for (let second = 0; second < 120; second++) {
    if (second % 2 === 0) outage.failed(full);
    else outage.worked();
    clock.add(1000);
  }
  expect(logged).toEqual(["digests-failed SQLITE_FULL", "digests-failed SQLITE_FULL"]);
});

test("what fails in another way is told at once", () => {
  const { logged, outage } = watched();
  outage.failed(full);
  outage.failed(Object.assign(new Error(), { code: "SQLITE_IOERR_WRITE" }));
  expect(logged).toEqual(["digests-failed SQLITE_FULL", "digests-failed SQLITE_IOERR_WRITE"]);
});

test("a code that is no constant stays out of the log", () => {
  const { logged, outage } = watched();
  outage.failed(Object.assign(new UsageError("x"), { code: "who signed?" }));
  expect(logged).toEqual(["digests-failed none"]);
});

test("what never failed is not told to be well again", () => {
  const { logged, outage } = watched();
  outage.worked();
  expect(logged).toEqual([]);
});
