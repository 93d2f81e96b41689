import { expect, test } from "vitest";
import { createLanguages } from "../../src/corpus/languages.ts";
import { createVocabulary } from "../../src/corpus/vocabulary.ts";

const rules = createLanguages();

test("one number a word, whatever its case and accents, and one stem for its forms", () => {
  const vocabulary = createVocabulary();
  const [first, second] = [
    vocabulary.intern("Workers", rules("en")),
    vocabulary.intern("workers", rules("en")),
  ];
  expect(first).toBe(second);
  expect(vocabulary.stemOf(vocabulary.intern("worker", rules("en")))).toBe(vocabulary.stemOf(first));
  expect(vocabulary.surfaceText(first)).toBe("workers");
  expect(vocabulary.stemText(vocabulary.stemOf(first))).toBe("worker");
});

test("a name that two languages write alike is one word", () => {
  const vocabulary = createVocabulary();
  expect(vocabulary.intern("Norvik", rules("en"))).toBe(vocabulary.intern("Norvik", rules("sv")));
});

test("a closed-class word of one language may be a content word of another", () => {
  const vocabulary = createVocabulary();
  const [english, swedish] = [
    vocabulary.intern("under", rules("en")),
    vocabulary.intern("under", rules("xx")),
  ];
  expect([vocabulary.isStop(english), vocabulary.isStop(swedish)]).toEqual([true, false]);
});

test("a word is a name if it is mostly capital within sentences", () => {
  const vocabulary = createVocabulary();
  const word = vocabulary.intern("norvik", rules("en"));
  expect(vocabulary.isName(word)).toBe(false);
  vocabulary.noteCase(word, true);
  vocabulary.noteCase(word, true);
  vocabulary.noteCase(word, false);
  expect(vocabulary.isName(word)).toBe(true);
});

test("knows no stem before a text has it, and keeps thousands apart", () => {
  const vocabulary = createVocabulary();
  expect(vocabulary.stemNumber("norvik")).toBeUndefined();
  const numbers = Array.from({ length: 5000 }, (_, i) => vocabulary.intern(`word${i}`, rules("en")));
  expect(new Set(numbers).size).toBe(5000);
  expect(vocabulary.surfaces()).toBe(5000);
  expect(numbers.map((number) => vocabulary.surfaceText(number))).toEqual(numbers.map((_, i) => `word${i}`));
});

test("a word is found again in each of more languages than are told apart", () => {
  const vocabulary = createVocabulary();
  const letters = [..."abcdefghijklm"];
  const languages = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `q${a}${b}${c}`)));
  for (const language of languages) vocabulary.intern(`word ${language}`, rules(language));
  for (const language of languages) {
    const word = `word ${language}`;
    expect(vocabulary.reduced(word, rules(language))?.surface).toBe(word);
  }
});
