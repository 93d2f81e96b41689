import { expect, test } from "vitest";
import { readDifferences } from "../../src/corpus/differences.ts";
import { bytesOf } from "./sources.ts";

const read = (...lines: readonly string[]) =>
  readDifferences(
    "differences.yaml",
    bytesOf(
      [
        "differences:",
        "  - about: What RAICES did with $250,000",
        "    kind: two-accounts",
        "    sides: [[press/x#3], [press/y#2]]",
        ...lines,
        "",
      ].join("\n"),
    ),
  );
const namesOf = ({ differences }: ReturnType<typeof read>) =>
  differences?.map(({ difference }) => difference.names);

test("a difference may say in a word or two what each side holds", () => {
  const reading = read("    names: [Turned down,  Handed back]");
  expect(reading.problems).toEqual([]);
  expect(namesOf(reading)).toEqual([["Turned down", "Handed back"]]);
});

test("a number is a name as it is written", () => {
  expect(namesOf(read("    names: [500, 0600]"))).toEqual([["500", "0600"]]);
});

test("a name may be 40 characters long", () => {
  const reading = read(`    names: [${"a".repeat(40)}, b]`);
  expect(reading.problems).toEqual([]);
  expect(namesOf(reading)).toEqual([["a".repeat(40), "b"]]);
});

test.each([
  ["no names", []],
  ["names left empty", ["    names:"]],
])("a difference with %s has none", (_, lines) => {
  const reading = read(...lines);
  expect(reading.problems).toEqual([]);
  expect(reading.differences?.[0]?.difference).not.toHaveProperty("names");
});

test.each([
  [
    "too few",
    ["    names: [Turned down]"],
    "5: names: there are 2 sides and 1 names: write one for each side",
  ],
  ["too many", ["    names: [a, b, c]"], "5: names: there are 2 sides and 3 names: write one for each side"],
  [
    "none in the brackets",
    ["    names: []"],
    "5: names: there are 2 sides and 0 names: write one for each side",
  ],
  ["no list", ["    names: Turned down"], "5: names: this is no list: write one for each side"],
  ["an empty one", ["    names:", "      - Turned down", '      - " "'], "7: names: write at least one word"],
  ["one that is a list", ["    names:", "      - [a]", "      - b"], "6: names: write at least one word"],
  ["one that is long", [`    names: [a, ${"b".repeat(41)}]`], '5: names: shorten "bbb'],
  ["a control character", ['    names: [a, "b\\u0007"]'], "5: names: remove the control characters"],
])("names with %s are left out and reported; their difference stays", (_, lines, problem) => {
  const reading = read(...lines);
  expect(reading.problems.map(({ line, problem }) => `${line}: ${problem}`)).toEqual([
    expect.stringContaining(problem),
  ]);
  expect(reading.differences).toHaveLength(1);
  expect(reading.differences?.[0]?.difference).not.toHaveProperty("names");
});

test.each([
  ["on both", ["    sides: [[press/a#1], [press/a#1]]"], [4]],
  [
    "on two of three",
    ["    sides:", "      - [press/a#1]", "      - [press/b#1]", "      - [press/c#1, press/a#1]"],
    [7],
  ],
])("a difference with a paragraph %s sides is left out and reported", (_, sides, lines) => {
  const file = ["differences:", "  - about: what was signed", "    kind: two-accounts", ...sides, ""];
  expect(readDifferences("differences.yaml", bytesOf(file.join("\n")))).toEqual({
    differences: [],
    problems: lines.map((line) => ({
      path: "differences.yaml",
      line,
      problem: "sides: press/a#1 stands on two sides: leave it on one",
    })),
  });
});

test("a paragraph may be named twice on one side", () => {
  const file =
    "differences:\n  - about: a\n    kind: two-accounts\n    sides: [[press/a#1, press/a#1], [press/b#1]]\n";
  expect(readDifferences("differences.yaml", bytesOf(file)).problems).toEqual([]);
});
