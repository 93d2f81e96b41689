import fc from "fast-check";
import { expect, test } from "vitest";
import { createLexicon } from "../../src/corpus/lexicon.ts";

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
  const found: [string, number][] = [];
  lexicon("letter", "lettuce", "later", "letter").beginning("le", (word, stem) => found.push([word, stem]));
  expect(found).toEqual([
    ["letter", 3],
    ["lettuce", 1],
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

test("two neighbouring letters may be swapped where one edit is allowed", () => {
  const words = lexicon("letter", "lettre", "letters");
  expect(words.near("lettre", 1)).toEqual(["letter", "lettre"]);
  expect(words.near("letetr", 1)).toEqual(["letter"]);
});

test("a word that is longer than any sketch tells is found", () => {
  const long = "a".repeat(80);
  expect(lexicon(`${long}bc`, long).near(`${long}b`, 1)).toEqual([`${long}bc`, long]);
});

/** Insertions, deletions and substitutions from one word to the other, by the book. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const rest = distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(rest, distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1);
}

test("of any words, those near one are found", () => {
  const word = fc.stringMatching(/^[abc]{2,5}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), word, (words, asked) => {
      const near = words.filter((each) => each[0] === asked[0] && distance(each, asked) <= 2);
      expect(lexicon(...words).near(asked, 2)).toEqual(expect.arrayContaining(near));
    }),
  );
});
