import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Term } from "../../src/answer/question-terms.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createResemblances, similarity } from "../../src/answer/resemblance.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { createLanguages } from "../../src/corpus/languages.ts";
import { createVocabulary, type Vocabulary } from "../../src/corpus/vocabulary.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

const NO_TERM: Term = {
  word: "",
  wordings: [],
  askedAs: [],
  idf: 1,
  name: false,
  named: false,
  number: false,
  rarity: 1,
  corrected: [],
  unsaid: false,
  stem: "",
};

describe("words are alike", () => {
  test.each([
    ["by a long common beginning", "protest", "protester", 7 / 9],
    ["by one within the other", "arbetare", "hamnarbetare", 8 / 12],
    ["not by three letters", "con", "contract", 0],
    ["not by a short share", "harb", "harbourmaster", 0],
    ["not by chance", "letter", "mayor", 0],
    ["wholly if they are the same", "letter", "letter", 1],
  ])("%s", (_, a, b, share) => {
    expect(similarity(a, b)).toBeCloseTo(share);
    expect(similarity(b, a)).toBeCloseTo(share);
  });

  test("in a share from 0 to 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a word of the texts", () => {
  /** What each stem of a vocabulary resembles most, the first of equals. */
  function resembled(
    terms: readonly Term[],
    vocabulary: Vocabulary,
    resemblances = createResemblances(vocabulary),
  ) {
    const found = new Map<number, { term: number; value: number }>();
    resemblances(terms, (stem, term, value) => {
      if (value > (found.get(stem)?.value ?? 0)) found.set(stem, { term, value });
    });
    return found;
  }

  /** The same, found by comparing all. */
  function compared(terms: readonly Term[], vocabulary: Vocabulary) {
    const found = new Map<number, { term: number; value: number }>();
    for (let stem = 0; stem < vocabulary.stems(); stem += 1) {
      const shares = terms.map((term) =>
        term.number ? 0 : similarity(term.stem, vocabulary.stemText(stem)),
      );
      const value = Math.max(0, ...shares);
      if (value > 0) found.set(stem, { term: shares.indexOf(value), value });
    }
    return found;
  }

  test.each(["harbourmaster protester 31 the", "Norvikers cranelike", "work let"])(
    "resembles the term that is most like it, exactly as far as the two are similar: %s",
    (text) => {
      const corpus = corpusOf(HARBOUR);
      const { terms } = readQuestion(text, "en", createAnswerTools(corpus));
      expect(resembled(terms, corpus.vocabulary)).toEqual(compared(terms, corpus.vocabulary));
    },
  );

  test("does so among many words, too, whatever letters they have", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "ö", "ж"), minLength: 1, maxLength: 9 });
    const rules = createLanguages()("xx");
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 250, maxLength: 400 }),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        (words, asked) => {
          const vocabulary = createVocabulary();
          for (const each of words) vocabulary.intern(each, rules);
          const terms = asked.map((stem): Term => ({ ...NO_TERM, stem }));
          expect(resembled(terms, vocabulary)).toEqual(compared(terms, vocabulary));
        },
      ),
    );
  });

  test("does so when words were added between questions, many or few", () => {
    const rules = createLanguages()("xx");
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 9 });
    const added = fc.array(fc.array(word, { minLength: 1, maxLength: 700 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(added, word, (rounds, stem) => {
        const vocabulary = createVocabulary();
        const resemblances = createResemblances(vocabulary);
        const terms = [{ ...NO_TERM, stem }];
        for (const words of rounds) {
          for (const each of words) vocabulary.intern(each, rules);
          expect(resembled(terms, vocabulary, resemblances)).toEqual(compared(terms, vocabulary));
        }
      }),
      { numRuns: 30 },
    );
  });
});
