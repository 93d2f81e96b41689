import fc from "fast-check";
import { expect, test } from "vitest";
import { sortFew, zeros } from "../../src/corpus/few.ts";

test("few or many, a list is sorted as the platform sorts it, equals in their order", () => {
  const pair = fc.record({ key: fc.integer({ min: 0, max: 5 }), name: fc.nat() });
  const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
  const lists = fc.oneof(fc.array(pair), fc.array(pair, { minLength: 190, maxLength: 400 }));
  fc.assert(
    fc.property(lists, (list) => {
      expect(sortFew([...list], byKey)).toEqual(list.toSorted(byKey));
    }),
  );
});

test("zeros are as many as asked for", () => {
  expect(zeros(0)).toEqual([]);
  expect(zeros(3)).toEqual([0, 0, 0]);
});
