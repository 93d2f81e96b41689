import fc from "fast-check";
import { expect, test } from "vitest";
import { bestUnits, createWindow } from "../../src/corpus/best-units.ts";
import { BM25_B, BM25_K } from "../../src/corpus/entries.ts";
import { inverseFrequency } from "../../src/corpus/packed.ts";
import { createPostings, type Postings } from "../../src/corpus/postings.ts";
import { partAt, termWalk } from "../../src/corpus/term-walks.ts";

const window = createWindow();

function scores(postings: Postings, term: number): Map<number, number> {
  const found = bestUnits(postings, new Map([[term, 1]]), Number.POSITIVE_INFINITY, window);
  return new Map(found.map(({ passage, score }) => [passage, score]));
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

test("the best are those of all, in order, the lower number first among equals, whatever was taken out", () => {
  const term = fc.nat(12);
  const weights = fc.uniqueArray(fc.tuple(term, fc.constantFrom(0.3, 0.9, 1.7, 6)), {
    selector: ([t]) => t,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(term, { maxLength: 20 }), { minLength: 1, maxLength: 300 }),
      fc.array(fc.nat(320), { maxLength: 40 }),
      fc.integer({ min: 0, max: 9000 }),
      weights,
      fc.integer({ min: 1, max: 40 }),
      (all, gone, apart, asked, limit) => {
        // units far apart lie in several windows
        const unitOf = (at: number) => at * Math.ceil(apart / all.length) + at;
        const postings = createPostings();
        all.forEach((terms, at) => {
          postings.add(unitOf(at), terms);
        });
        for (const at of gone) if (at < all.length) postings.remove(unitOf(at), all[at] ?? []);
        // sums run over the heaviest term first, for the last bit's sake
        const reader = postings.reader();
        const sums = new Map<number, number>();
        for (const [number, weight] of [...asked].sort((a, b) => b[1] - a[1])) {
          const walk = termWalk(reader, number, weight);
          all.forEach((_, at) => {
            sums.set(unitOf(at), (sums.get(unitOf(at)) ?? 0) + partAt(reader, walk, unitOf(at)));
          });
        }
        const expected = [...sums]
          .map(([passage, score]) => ({ passage, score }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.passage - b.passage);
        expect(bestUnits(postings, new Map(asked), limit, window)).toEqual(expected.slice(0, limit));
        expect([window.count, window.scores.every((score) => score === 0)]).toEqual([0, true]);
      },
    ),
    { numRuns: 300 },
  );
});

test("a very long unit is scored as any other", () => {
  const postings = createPostings();
  const long = Array.from({ length: 5000 }, (_, at) => (at < 6 ? 1 : 2));
  postings.add(0, long);
  postings.add(1, [1]);
  const norm = BM25_K * (1 - BM25_B + (BM25_B * 5000) / 2500.5);
  expect(scores(postings, 1).get(0)).toBeCloseTo((6 * (BM25_K + 1)) / (6 + norm), 12);
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

test("a rarer term weighs more, and none weighs nothing", () => {
  const weights = [0, 1, 50, 99, 100].map((frequency) => inverseFrequency(frequency, 100));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(weights.at(-1)).toBeGreaterThan(0);
});
