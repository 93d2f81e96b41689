import { expect, test } from "vitest";
import { createLexicon, uniqueStems } from "../../src/corpus/search.ts";

function lexicon(...words: readonly string[]) {
  const made = createLexicon();
  for (const [stem, word] of words.entries()) made.add(word, stem);
  return made;
}

test("a word is known once it was added, however often", () => {
  const words = lexicon("letter", "letter");
  expect([words.has("letter"), words.has("lette")]).toEqual([true, false]);
  expect([words.stem("letter"), words.stem("lette")]).toEqual([1, undefined]);
});

test("near words begin alike and differ by as many edits as allowed", () => {
  const words = lexicon("letter", "letters", "better", "lettuce", "later");
  expect([...words.near("leter", 1)].sort()).toEqual(["later", "letter"]);
  expect([...words.near("leter", 2)].sort()).toEqual(["later", "letter", "letters"]);
});

test("words are listed by how they begin", () => {
  expect([...lexicon("letter", "lettuce", "later", "letter").beginning("le")].sort()).toEqual([
    "letter",
    "lettuce",
  ]);
});

test("the first two letters may be swapped", () => {
  expect(lexicon("salesforce", "aslan").near("aslesforce", 1)).toEqual(["salesforce"]);
});

test("nothing is near in an empty vocabulary, or to nothing", () => {
  expect(lexicon().near("letter", 2)).toEqual([]);
  expect(lexicon("letter").near("", 2)).toEqual([]);
  expect(lexicon("letter").near("l", 2)).toEqual([]);
});

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
