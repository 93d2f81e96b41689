import { expect, test } from "vitest";
import { createLanguages, primaryLanguage } from "../../src/corpus/languages.ts";

const rules = createLanguages();

test("a regional tag is its primary language, loaded once", () => {
  expect(primaryLanguage("en-GB")).toBe("en");
  expect(rules("en-GB")).toBe(rules("EN"));
});

test.each([
  "ar",
  "da",
  "de",
  "el",
  "en",
  "es",
  "fi",
  "fr",
  "hu",
  "it",
  "nl",
  "nb",
  "pt",
  "ro",
  "ru",
  "sv",
  "tr",
])("%s has a stemmer and closed-class words", (language) => {
  const { stem, stopWords } = rules(language);
  expect(stopWords.size).toBeGreaterThan(20);
  expect(typeof stem("abc")).toBe("string");
});

test("a language without a stemmer leaves words as they are and passes none over", () => {
  const { stem, stopWords } = rules("xx");
  expect([stem("houses"), stopWords.size]).toEqual(["houses", 0]);
});

test("question words are closed-class, content words are not", () => {
  for (const word of ["who", "what", "when", "where", "why", "how"])
    expect(rules("en").stopWords.has(word)).toBe(true);
  for (const word of ["vem", "vad", "när", "varför"]) expect(rules("sv").stopWords.has(word)).toBe(true);
  for (const word of ["contract", "people", "letter"]) expect(rules("en").stopWords.has(word)).toBe(false);
});
