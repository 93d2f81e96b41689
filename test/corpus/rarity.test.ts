import { expect, test } from "vitest";
import { createRarity } from "../../src/corpus/rarity.ts";

const common = Array.from({ length: 1000 }, (_, i) => `word${i + 1}`).join("\n");
const rarity = createRarity((language) => (language === "en" ? common : ""));

test("the hundred commonest words of a language are not rare at all, and those on no list wholly", () => {
  expect([rarity("word1", "en"), rarity("word100", "en"), rarity("mijente", "en")]).toEqual([0, 0, 1]);
});

test("the further down the list a word stands, the rarer it is", () => {
  const values = ["word100", "word101", "word400", "word1000"].map((word) => rarity(word, "en"));
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(new Set(values).size).toBe(values.length);
});

test("every word is rare in a language without a list", () => expect(rarity("word1", "xx")).toBe(1));

test("a list is folded as questions are, and read once", () => {
  let read = 0;
  const folded = createRarity(() => {
    read += 1;
    return "Än\nan\n";
  });
  expect([folded("an", "sv"), folded("an", "sv"), folded("och", "sv")]).toEqual([0, 0, 1]);
  expect(read).toBe(1);
});
