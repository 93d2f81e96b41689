import { expect, test } from "vitest";
import { joinKeys, joinPost, splitKeys, splitPost } from "../../src/reply/keys.ts";

test("keys come back as they went", () => {
  for (const keys of [[], ["en"], ["en", "0~0_1~%24250%2C000", "a+b", "c"]]) {
    expect(splitKeys(joinKeys(keys, 100) ?? "lost")).toEqual(keys);
  }
});

test("keys that do not fit make no button", () => {
  expect(joinKeys(["en", "abcdef"], 8)).toBeUndefined();
});

test("a post is its messages in order, and a post of none has none", () => {
  for (const messages of [[], ["1700000000.000100"], ["123456789012345678", "123456789012345679"]]) {
    expect(splitPost(joinPost(messages))).toEqual(messages);
  }
});
