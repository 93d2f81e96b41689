import { expect, test } from "vitest";
import { readCommonWords } from "../../adapters/disk/common-words.ts";

test.each([
  ["en", "table"],
  ["sv", "bord"],
  ["de", "tisch"],
  ["es", "mesa"],
  ["el", "τραπέζι"],
])("the commonest words of %s hold “%s”", (language, word) => {
  const words = readCommonWords(language).split("\n");
  expect(words.length).toBeGreaterThan(5_000);
  expect(words.map((each) => each.toLowerCase())).toContain(word);
});

test("a language without a list has none, whatever it is called", () => {
  for (const language of ["xx", "../../english", "", "constructor"])
    expect(readCommonWords(language)).toBe("");
});
