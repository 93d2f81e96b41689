import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Vocabulary } from "../../src/corpus/vocabulary.ts";
import type { Retriever } from "../../src/ports.ts";

/** A vocabulary of the words `w0`, `w1`, … as their own stems. */
export const numbered: Pick<Vocabulary, "stemText"> = { stemText: (stem) => `w${stem}` };

const asked = (...stems: readonly number[]) => stems.map((stem) => ({ stems: [stem], weight: 1 }));
const numbers = (found: readonly { readonly passage: number }[]) => found.map(({ passage }) => passage);

/** What every first stage of a search has to do. */
export function retrieverContract(name: string, make: () => Retriever): void {
  describe(`${name} as a retriever`, () => {
    test("finds nothing in an empty corpus, and nothing for no question", () => {
      const retriever = make();
      expect(retriever.candidates(asked(1), 10)).toEqual([]);
      retriever.add(0, [1, 2]);
      expect(retriever.candidates([], 10)).toEqual([]);
      expect(retriever.candidates(asked(7), 10)).toEqual([]);
    });

    test("finds the passages that share a word, the one that has it more often first", () => {
      const retriever = make();
      retriever.add(0, [1, 2, 3]);
      retriever.add(1, [1, 1, 3]);
      retriever.add(2, [4, 5, 6]);
      expect(numbers(retriever.candidates(asked(1), 10))).toEqual([1, 0]);
    });

    test("puts a rare word above a common one", () => {
      const retriever = make();
      for (let passage = 0; passage < 9; passage += 1) retriever.add(passage, [1, 20 + passage]);
      retriever.add(9, [2, 40]);
      expect(numbers(retriever.candidates(asked(1, 2), 1))).toEqual([9]);
    });

    test("counts a stem that is asked twice once, at its larger weight", () => {
      const retriever = make();
      retriever.add(0, [1, 2]);
      const twice = [
        { stems: [1], weight: 0.5 },
        { stems: [1], weight: 1 },
      ];
      const [once] = retriever.candidates(asked(1), 1);
      expect(retriever.candidates(twice, 1)[0]?.score).toBeCloseTo(once?.score ?? 0, 9);
    });

    test("gives at most as many as asked for, best first", () => {
      const retriever = make();
      for (let passage = 0; passage < 100; passage += 1)
        retriever.add(passage, [1, ...Array.from({ length: passage }, () => 2)]);
      const found = retriever.candidates(asked(1), 7);
      expect(numbers(found)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    test("no longer finds a passage that was taken away, nor counts its words", () => {
      const kept = make();
      kept.add(1, [1, 3]);
      const changed = make();
      changed.add(0, [1, 2, 2]);
      changed.add(1, [1, 3]);
      changed.remove(0, [1, 2, 2]);
      expect(changed.candidates(asked(2), 5)).toEqual([]);
      expect(numbers(changed.candidates(asked(1), 5))).toEqual([1]);
      expect(changed.candidates(asked(1), 5)[0]?.score).toBeCloseTo(
        kept.candidates(asked(1), 5)[0]?.score ?? 0,
        9,
      );
    });

    test("holds a passage without words", () => {
      const retriever = make();
      retriever.add(0, []);
      retriever.add(1, [1]);
      expect(numbers(retriever.candidates(asked(1), 5))).toEqual([1]);
      retriever.remove(0, []);
      expect(numbers(retriever.candidates(asked(1), 5))).toEqual([1]);
    });
  });
}

type Step = { readonly stems: readonly number[] } | { readonly drop: number };

const stem = fc.integer({ min: 0, max: 25 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ stems: fc.array(stem, { maxLength: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ drop: fc.nat(60) }) },
);
const query = fc.array(
  fc.record({ stems: fc.array(stem, { minLength: 1, maxLength: 3 }), weight: fc.constantFrom(0.5, 0.8, 1) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

function carryOut(steps: readonly Step[], retrievers: readonly Retriever[]): void {
  const present = new Map<number, readonly number[]>();
  let next = 0;
  for (const each of steps) {
    if ("stems" in each) {
      present.set(next, each.stems);
      for (const retriever of retrievers) retriever.add(next, each.stems);
      next += 1;
    } else {
      const stems = present.get(each.drop);
      if (stems === undefined) continue;
      present.delete(each.drop);
      for (const retriever of retrievers) retriever.remove(each.drop, stems);
    }
  }
}

/** The engine agrees with the oracle after any passages added and taken away: the same passages, scores up to float noise. */
export function retrieverOracle(name: string, make: () => Retriever, oracle: () => Retriever): void {
  test(`${name} finds and scores as the oracle does, whatever was added and taken away`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), query, (steps, asking) => {
        const [engine, other] = [make(), oracle()];
        carryOut(steps, [engine, other]);
        const found = new Map(engine.candidates(asking, 1000).map(({ passage, score }) => [passage, score]));
        const expected = other.candidates(asking, 1000);
        expect(found.size).toBe(expected.length);
        for (const { passage, score } of expected) expect(found.get(passage)).toBeCloseTo(score, 6);
        const best = engine.candidates(asking, 5).map(({ score }) => score);
        expected.slice(0, 5).forEach(({ score }, i) => {
          expect(best[i]).toBeCloseTo(score, 6);
        });
      }),
      { numRuns: 300 },
    );
  });
}
