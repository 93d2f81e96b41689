import { expect, test } from "vitest";
import { createLanguages, primaryLanguage } from "../../src/corpus/languages.ts";
import { fold } from "../../src/corpus/terms.ts";
import { shipped } from "../doubles/shipped.ts";

const rules = createLanguages();

test("a regional tag is its primary language, loaded once", () => {
  expect(primaryLanguage("en-GB")).toBe("en");
  expect(rules("en-GB")).toBe(rules("EN"));
});

test.each(["ar", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it", "nl", "nb", "pt", "ro", "ru", "sv"])(
  "%s has a stemmer and closed-class words",
  (language) => {
    const { stem, stopWords } = rules(language);
    expect(stopWords.size).toBeGreaterThan(20);
    expect(typeof stem("abc")).toBe("string");
  },
);

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

test("a stem begins as its base form does, in languages that say so", async () => {
  const { glossary } = await shipped();
  const words = new Set(
    glossary.same.flat().flatMap((name) => name.toLowerCase().match(/^[a-z]\p{L}*/u) ?? []),
  );
  for (const language of [
    "bg",
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
    "pt",
    "ro",
    "ru",
    "sv",
  ]) {
    const { base, stem, keepsOpening } = rules(language);
    expect(keepsOpening).toBe(true);
    const otherwise = [...words].filter(
      (word) => (fold(stem(word)) || word).charAt(0) !== fold(base(word)).charAt(0),
    );
    expect([language, otherwise]).toEqual([language, []]);
  }
});
