import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/answer/reading.ts";
import { createResemblances, similarity } from "../../src/answer/resemblance.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

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
  const corpus = corpusOf(HARBOUR);
  const tools = createAnswerTools(corpus);
  const resemblances = createResemblances(corpus.vocabulary);

  test("resembles the term that is most like it, exactly as far as the two are similar", () => {
    for (const text of ["harbourmaster protester 31 the", "Norvikers cranelike", "work let"]) {
      const { terms } = readQuestion(text, "en", tools);
      const resembled = resemblances(terms);
      for (let stem = 0; stem < corpus.vocabulary.stems(); stem += 1) {
        const shares = terms.map((term) =>
          term.number ? 0 : similarity(term.stem, corpus.vocabulary.stemText(stem)),
        );
        const best = Math.max(0, ...shares);
        expect(resembled(stem)).toEqual(best === 0 ? undefined : { term: shares.indexOf(best), value: best });
      }
    }
  });
});
