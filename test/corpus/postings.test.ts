import fc from "fast-check";
import { expect, test } from "vitest";
import { createAccumulator, inverseFrequency, takeBest } from "../../src/corpus/packed.ts";
import { BM25_B, BM25_K, createPostings } from "../../src/corpus/postings.ts";

function scores(postings: ReturnType<typeof createPostings>, term: number): Map<number, number> {
  const into = createAccumulator();
  postings.accumulate(term, 1, into);
  return new Map(takeBest(into, Number.POSITIVE_INFINITY).map(({ passage, score }) => [passage, score]));
}

test("a score is BM25's part of one term", () => {
  const postings = createPostings();
  postings.add(0, [1, 1, 2]);
  postings.add(1, [1]);
  const norm = BM25_K * (1 - BM25_B + (BM25_B * 3) / 2);
  expect(scores(postings, 1).get(0)).toBeCloseTo((2 * (BM25_K + 1)) / (2 + norm), 12);
  expect([postings.documentFrequency(1), postings.averageLength(), postings.size()]).toEqual([2, 2, 2]);
});

test("a term that nothing holds has no score and no frequency", () => {
  const postings = createPostings();
  expect([postings.averageLength(), postings.size(), postings.documentFrequency(9)]).toEqual([1, 0, 0]);
  expect(scores(postings, 9).size).toBe(0);
});

test("a unit that was taken out twice, or never was there, changes nothing", () => {
  const postings = createPostings();
  postings.add(0, [1]);
  postings.add(1, [1, 2]);
  postings.remove(0, [1]);
  postings.remove(0, [1]);
  postings.remove(7, [1]);
  expect([postings.size(), postings.documentFrequency(1), postings.averageLength()]).toEqual([1, 1, 2]);
});

test("given units get to the last bit what they get among all, whatever was taken out", () => {
  const term = fc.nat(6);
  fc.assert(
    fc.property(
      fc.array(fc.array(term, { maxLength: 30 }), { minLength: 1, maxLength: 200 }),
      fc.array(fc.nat(220), { maxLength: 40 }),
      fc.array(fc.nat(220), { maxLength: 20 }),
      (all, asked, gone) => {
        const postings = createPostings();
        all.forEach((terms, unit) => {
          postings.add(unit, terms);
        });
        for (const unit of gone) postings.remove(unit, all[unit] ?? []);
        const units = Int32Array.from(new Set(asked)).sort();
        const into = createAccumulator();
        const own = new Float64Array(units.length);
        for (const [number, weight] of [0.3, 1.7, 0.9].entries()) {
          postings.accumulate(number, weight, into);
          postings.accumulateAt(number, weight, units, own);
        }
        expect([...own]).toEqual(Array.from(units, (unit) => into.scores[unit] ?? 0));
      },
    ),
  );
});

test("places are reclaimed after thousands of changes and the scores stay", () => {
  const postings = createPostings();
  const kept = createPostings();
  for (let unit = 0; unit < 5000; unit += 1) postings.add(unit, [unit % 7, unit % 11, 3]);
  for (let unit = 0; unit < 4900; unit += 1) postings.remove(unit, [unit % 7, unit % 11, 3]);
  for (let unit = 4900; unit < 5000; unit += 1) kept.add(unit, [unit % 7, unit % 11, 3]);
  for (const term of [0, 3, 6, 10]) {
    expect(scores(postings, term)).toEqual(scores(kept, term));
    expect(postings.documentFrequency(term)).toBe(kept.documentFrequency(term));
  }
});

test("a term that is counted more than 255 times in a unit counts as 255", () => {
  const postings = createPostings();
  postings.add(
    0,
    Array.from({ length: 300 }, () => 1),
  );
  expect(scores(postings, 1).get(0)).toBeGreaterThan(0);
});

test("the best are taken in order, the lower number first among equals, and the accumulator is clear again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 80 }),
      fc.integer({ min: 1, max: 30 }),
      (all, limit) => {
        const into = createAccumulator();
        into.scores = new Float64Array(100);
        into.touched = new Int32Array(100);
        all.forEach((score, unit) => {
          into.scores[unit] = score;
          into.touched[into.count++] = unit;
        });
        const expected = all
          .map((score, passage) => ({ passage, score }))
          .sort((a, b) => b.score - a.score || a.passage - b.passage);
        expect(takeBest(into, limit)).toEqual(expected.slice(0, limit));
        expect([into.count, into.scores.every((score) => score === 0)]).toEqual([0, true]);
      },
    ),
  );
});

test("a rarer term weighs more, and none weighs nothing", () => {
  const weights = [0, 1, 50, 99, 100].map((frequency) => inverseFrequency(frequency, 100));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(weights.at(-1)).toBeGreaterThan(0);
});
