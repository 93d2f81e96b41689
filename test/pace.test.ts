import { expect, test } from "vitest";
import { createPace } from "../src/pace.ts";

const allowed = (pace: ReturnType<typeof createPace>, who: string, times: number, at = 0) =>
  Array.from({ length: times }, () => pace.allows(who, at)).filter(Boolean).length;

test("a person may do a burst at once, and then as much as a minute gives", () => {
  const pace = createPace({ burst: 5, perMinute: 6 });
  expect(allowed(pace, "a", 10)).toBe(5);
  expect(allowed(pace, "a", 10, 9_999)).toBe(0);
  expect(allowed(pace, "a", 10, 20_000)).toBe(2);
  expect(allowed(pace, "a", 10, 3_600_000)).toBe(5);
});

test("one person's haste is nobody else's", () => {
  const pace = createPace({ burst: 2, perMinute: 1 });
  allowed(pace, "a", 10);
  expect(allowed(pace, "b", 2)).toBe(2);
});

test("a thousand people later, the first are forgotten and not let through sooner", () => {
  const pace = createPace({ burst: 2, perMinute: 1 });
  for (let at = 0; at < 1000; at++) pace.allows(`person ${at}`, at);
  expect(allowed(pace, "person 999", 5, 1000)).toBe(1);
  expect(allowed(pace, "person 0", 5, 1000)).toBe(1);
});
