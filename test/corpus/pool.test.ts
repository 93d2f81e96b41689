import fc from "fast-check";
import { expect, test } from "vitest";
import { createPool, reaching } from "../../src/corpus/pool.ts";

function listOf(pool: ReturnType<typeof createPool>, key: number): number[] {
  const list: number[] = [];
  const walk = { key, page: new Int32Array(0), at: 0, end: 0, next: pool.first(key) };
  while (pool.onward(walk)) list.push(...walk.page.subarray(walk.at, walk.end));
  return list;
}

test("each key has its numbers in the order in which they came, whatever the others have", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1 })), { maxLength: 300 }), (entries) => {
      const pool = createPool();
      const expected = new Map<number, number[]>();
      for (const [key, entry] of entries) {
        pool.append(key, entry);
        expected.set(key, [...(expected.get(key) ?? []), entry]);
      }
      for (const [key, list] of expected) expect(listOf(pool, key)).toEqual(list);
    }),
  );
});

test("lists go on from page to page", () => {
  const pool = createPool();
  const counts = [3, 7, 1000].map((key) => ({ key, list: [] as number[] }));
  for (let entry = 1; entry < 200_000; entry += 1)
    for (const { key, list } of counts)
      if (entry % key === 0) {
        pool.append(key, entry);
        list.push(entry);
      }
  for (const { key, list } of counts) expect(listOf(pool, key)).toEqual(list);
});

test("a key without numbers has none", () => {
  expect(listOf(createPool(), 12_345)).toEqual([]);
});

test("an array that reaches far enough stays, a longer one holds the same and zeros", () => {
  const array = Int32Array.of(1, 2);
  expect(reaching(array, 1)).toBe(array);
  expect([...reaching(array, 2).subarray(0, 3)]).toEqual([1, 2, 0]);
});
