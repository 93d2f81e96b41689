import { expect, test } from "vitest";
import { createKnownQuestions } from "../../src/corpus/known-questions.ts";
import { createLanguages } from "../../src/corpus/languages.ts";
import { createVocabulary } from "../../src/corpus/vocabulary.ts";

const rules = createLanguages();
const vocabulary = createVocabulary();
const known = createKnownQuestions(
  ["who opened the terminals", "vem öppnade terminalen", "terminals", "¿Quién abrió la terminal?"].map(
    (text) => ({
      text,
      source: "press/harbour",
      paragraph: 1,
      sentence: 0,
    }),
  ),
  ["en", "sv", "es"].map(rules),
  vocabulary,
);

test("each is taken to be in the language whose function words it has, else in the first", () => {
  expect([0, 1, 2, 3].map(known.language)).toEqual(["en", "sv", "en", "es"]);
});

test("they are found by their stems, but not by closed-class words", () => {
  const having = (stem: string) => known.having(vocabulary.stemNumber(stem) ?? -1);
  expect(having("termin")).toEqual([0, 2]);
  expect(having("who")).toEqual([]);
});

test("one is found by its whole text, whatever its capitals, accents and marks", () => {
  expect(known.reading("Vem oppnade terminalen?")).toEqual([1]);
  expect(known.reading("vem öppnade")).toEqual([]);
});

test("they say nothing about which words are names in the texts", () => {
  expect(vocabulary.isName(known.words(0)[3] ?? -1)).toBe(false);
});
