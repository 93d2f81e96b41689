import { describe, expect, test } from "vitest";
import type { FeatureContext } from "../../src/answer/features.ts";
import type { Hit } from "../../src/answer/match.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { bestShares, covered, missing, pairs, sentenceShares, valued } from "../../src/answer/shares.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

const corpus = corpusOf(HARBOUR);
const tools = createAnswerTools(corpus);
const reading = { ...readQuestion("Did Solberg sign 420 letters", "en", tools), mass: 10 };
const context: FeatureContext = {
  reading,
  vocabulary: corpus.vocabulary,
  kinds: tools.kinds,
  averageLength: 10,
  byWeight: [3, 2, 1, 0],
  weights: [1, 2, 3, 4],
  names: 0b0001,
  numbers: 0b0100,
  rarities: [0.4, 0.3, 0.2, 0.1],
};
const coverage = (...values: readonly number[]) => ({ mask: 0, values });
const hit = (at: number, term: number): Hit => ({ at, term, length: 1, weight: 1 });

describe("of a question's weight", () => {
  test("a mask has its terms' share", () => {
    expect([covered(context, 0), covered(context, 0b1010), covered(context, 0b1111)]).toEqual([0, 0.6, 1]);
  });

  test("a coverage has its values' share, without the terms of a mask if one is given", () => {
    expect(valued(context, coverage(1, 0.5, 0, 0.25))).toBe(0.3);
    expect(valued(context, coverage(1, 0.5, 0, 0.25), 0b0001)).toBe(0.2);
  });

  test("of sentences the best counts, and neighbours have the larger values together", () => {
    const [a, b] = [coverage(1, 0, 0.5, 0), { ...coverage(0.5, 1, 1, 0), mask: 0b0110 }];
    expect(bestShares(context, [a])).toEqual({
      covered: 0,
      valued: 0.25,
      valuedTogether: 0.25,
      rareValued: 0.5,
    });
    expect(bestShares(context, [a, b])).toEqual({
      covered: 0.5,
      valued: 0.55,
      valuedTogether: 0.6,
      rareValued: 0.7,
    });
  });

  test("a sentence has its own share, and what stands around it adds what it has beyond that", () => {
    const [a, b] = [{ ...coverage(1, 0, 0.5, 0), mask: 0b0001 }, coverage(0.5, 1, 1, 0)];
    expect(sentenceShares(context, a, { previous: undefined, next: b, title: a })).toEqual({
      covered: 0.1,
      similar: 0.15,
      own: 0.25,
      withPrevious: 0,
      withNext: 0.35,
      withTitle: 0,
    });
    expect(sentenceShares(context, b, { previous: a, next: undefined, title: b }).withPrevious).toBe(0.05);
  });

  test("names and numbers are missing as far as neither coverage has them", () => {
    const nothing = coverage(0, 0, 0, 0);
    expect(reading.terms.map(({ name, number }) => [name, number])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
    expect(missing(context, context.names, nothing, nothing)).toBe(0.1);
    expect(missing(context, context.numbers, coverage(0, 0, 0.5, 0), nothing)).toBe(0.15);
    expect(missing(context, context.numbers, nothing, coverage(0, 0, 1, 0))).toBe(0);
  });

  test("neighbouring terms count once side by side, and every pair once near", () => {
    expect(pairs(context, [hit(0, 0), hit(1, 1), hit(2, 0), hit(3, 1)])).toEqual({
      bigrams: 0.1,
      near: 1 / 30,
    });
    expect(pairs(context, [hit(0, 0), hit(20, 1)])).toEqual({ bigrams: 0, near: 0 });
  });
});
