import { expect, test } from "vitest";
import { joinKeys, splitKeys } from "../../src/reply/keys.ts";

test("keys come back as they went", () => {
  for (const keys of [[], ["en"], ["en", "0~0_1~%24250%2C000", "a+b", "c"]]) {
    expect(splitKeys(joinKeys(keys, 100) ?? "lost")).toEqual(keys);
  }
});

test("keys that do not fit make no button", () => {
  expect(joinKeys(["en", "abcdef"], 8)).toBeUndefined();
});
