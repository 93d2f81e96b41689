import { expect, test } from "vitest";
import { createOnce } from "../src/once.ts";

test("work is done once by its name, and once more when its result is forgotten", async () => {
  const once = createOnce<string>(() => true);
  let done = 0;
  const work = async () => `P${++done}`;
  expect(once.begun("a")).toBe(false);
  expect(await Promise.all([once.run("a", work), once.run("a", work)])).toEqual(["P1", "P1"]);
  expect([once.begun("a"), await once.run("b", work)]).toEqual([true, "P2"]);
  await once.forget("P1");
  expect([once.begun("a"), once.begun("b")]).toEqual([false, true]);
});

test("what failed is told to all who wait, and tried again only where that is right", async () => {
  const once = createOnce<string>((error) => error instanceof TypeError);
  const failing = (error: Error) => () => Promise.reject<string>(error);
  for (const [name, error] of [
    ["again", new TypeError("no")],
    ["never", new Error("perhaps")],
  ] as const) {
    const both = [once.run(name, failing(error)), once.run(name, failing(error))];
    expect(await Promise.allSettled(both)).toEqual(both.map(() => ({ status: "rejected", reason: error })));
  }
  expect([once.begun("again"), once.begun("never")]).toEqual([false, true]);
});

test("a thousand are remembered, and the oldest goes first", async () => {
  const once = createOnce<number>(() => true);
  for (let at = 0; at <= 1000; at++) await once.run(`${at}`, async () => at);
  expect([once.begun("0"), once.begun("1"), once.begun("1000")]).toEqual([false, true, true]);
});
