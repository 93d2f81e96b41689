import { expect, test } from "vitest";
import { uniqueStems } from "../../src/corpus/search.ts";

test("a stem asked for in several wordings counts at its largest weight", () => {
  const query = [
    { stems: [1, 2], weight: 0.5 },
    { stems: [2], weight: 1 },
  ];
  expect(uniqueStems(query)).toEqual(
    new Map([
      [1, 0.5],
      [2, 1],
    ]),
  );
});
