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

test("each is found among those of the language whose function words it has, else of the first", () => {
  const having = (language: string, stem: string) =>
    known.in(language).having(vocabulary.stemNumber(stem) ?? -1);
  expect(having("en", "termin")).toEqual([0, 2]);
  expect(having("sv", "terminal")).toEqual([1]);
  expect(having("es", "terminal")).toEqual([3]);
});

test("closed-class words find none, and a language that none is in has none", () => {
  expect(known.in("en").having(vocabulary.stemNumber("who") ?? -1)).toEqual([]);
  expect(known.in("fi").having(vocabulary.stemNumber("termin") ?? -1)).toEqual([]);
});

test("one is found by its whole text, whatever its capitals, accents and marks", () => {
  expect(known.saying("Vem oppnade terminalen?")).toEqual([1]);
  expect(known.saying("vem öppnade")).toEqual([]);
});

test("they say nothing about which words are names in the texts", () => {
  expect(vocabulary.isName(known.in("en").words(0)[3] ?? -1)).toBe(false);
});
