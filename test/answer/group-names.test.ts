import { expect, test } from "vitest";
import { createGroupNames, tokensOf } from "../../src/answer/group-names.ts";
import { createLanguages } from "../../src/corpus/languages.ts";
import { reduceToken } from "../../src/corpus/terms.ts";
import { shipped } from "../doubles/shipped.ts";

const rules = createLanguages();
const groups = [
  ["worker", "employee", "anställd"],
  ["Customs and Border Protection", "CBP"],
  ["to quit", "to leave"],
  ["workers' council", "CBP"],
];

function named(text: string, language: string): readonly number[] | undefined {
  const tokens = tokensOf(text).map((token) => reduceToken(token, rules(language)));
  const [first] = tokens;
  return first === undefined
    ? undefined
    : createGroupNames(groups).opening(first, rules(language))?.(tokens.slice());
}

test.each([
  ["a word in another form", "workers", "en", [0]],
  ["a name of several words", "customs and border protection", "en", [1]],
  ["a name that two groups have, in their order", "CBP", "en", [1, 3]],
  ["a word with the stem of its own language", "anställda", "sv", [0]],
  ["a name that opens with a closed-class word", "to leave", "en", [2]],
])("%s names its groups", (_, text, language, expected) => {
  expect(named(text, language)).toEqual(expected);
});

test("words that only open a name, or go on after it, name nothing", () => {
  expect(named("customs", "en")).toEqual([]);
  expect(named("worker salary", "en")).toEqual([]);
});

test("a word that no name opens with has no names", () => {
  expect(named("harbour", "en")).toBeUndefined();
  expect(named("border protection", "en")).toBeUndefined();
});

test("names are read again after hundreds of other words", () => {
  const names = createGroupNames(groups);
  const ask = (word: string) => {
    const token = reduceToken(word, rules("en"));
    return names.opening(token, rules("en"))?.([token]);
  };
  for (let i = 0; i < 500; i += 1) expect(ask(`word${i}`)).toBeUndefined();
  expect(ask("employees")).toEqual([0]);
});

test("the same groups are known again, others are not", () => {
  const names = createGroupNames(groups);
  expect(names.areOf(groups.map((group) => [...group]))).toBe(true);
  expect(names.areOf(groups.slice(1))).toBe(false);
  expect(names.areOf([...groups.slice(0, 3), ["CBP"]])).toBe(false);
  expect(names.areOf([...groups.slice(0, 3), ["CBP", "council"]])).toBe(false);
});

test("in every language each name is found by its own words", async () => {
  const { glossary } = await shipped();
  const all = glossary.same;
  for (const language of ["en", "sv", "es", "de", "fr", "fi", "tr", "id", "ga", "xx"]) {
    const names = createGroupNames(all);
    const lost = all.flatMap((members, group) =>
      members.filter((name) => {
        const tokens = tokensOf(name).map((token) => reduceToken(token, rules(language)));
        const [first] = tokens;
        return first !== undefined && !names.opening(first, rules(language))?.(tokens).includes(group);
      }),
    );
    expect([language, lost]).toEqual([language, []]);
  }
});

test("a name is found by an irregular form of its first word, and the other way round", () => {
  const buying = createGroupNames([["bought", "buy out"], ["went home"]]);
  const group = (text: string) => {
    const tokens = tokensOf(text).map((token) => reduceToken(token, rules("en")));
    const [first] = tokens;
    return first === undefined ? undefined : buying.opening(first, rules("en"))?.(tokens);
  };
  expect([group("buy"), group("go home"), group("bought out")]).toEqual([[0], [1], [0]]);
});
