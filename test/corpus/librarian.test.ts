import { expect, test } from "vitest";
import { checkDifferences, readDifferences } from "../../src/corpus/differences.ts";
import { readGlossary } from "../../src/corpus/glossary.ts";
import { bytesOf } from "./sources.ts";

const glossary = (text: string) => readGlossary("glossary.yaml", bytesOf(text));
const differences = (text: string) => readDifferences("differences.yaml", bytesOf(text));

test("a glossary has groups of equal terms, and terms that lead to others", () => {
  const text =
    "same:\n  CBP: [US Customs and Border Protection]\n  employee: [worker, staff]\n  ICE: Immigration and Customs Enforcement\nrelated:\n  Border Patrol: [CBP]\n";
  expect(glossary(text)).toEqual({
    glossary: {
      same: [
        ["CBP", "US Customs and Border Protection"],
        ["employee", "worker", "staff"],
        ["ICE", "Immigration and Customs Enforcement"],
      ],
      related: [{ term: "Border Patrol", leadsTo: ["CBP"] }],
    },
    problems: [],
  });
});

test.each(["", "# nothing yet\n", "same:\nrelated:\n"])("an empty glossary is a glossary: %j", (text) => {
  expect(glossary(text)).toEqual({ glossary: { same: [], related: [] }, problems: [] });
});

test("what is wrong in a glossary is left out and reported with its line", () => {
  const reading = glossary("same:\n  a: [b, {c: d}]\n  e:\nsimilar: {}\n");
  expect(reading.glossary).toEqual({ same: [["a", "b"]], related: [] });
  expect(reading.problems.map(({ line }) => line)).toEqual([4, 2, 3]);
});

test.each(["- a", "words", "same: [a", "same: *x", "\0"])(
  "a glossary that cannot be read is refused: %j",
  (text) => {
    expect(glossary(text)).toMatchObject({
      glossary: undefined,
      problems: [{ path: "glossary.yaml", line: 1 }],
    });
  },
);

const GOOD = [
  "differences:",
  "  - about: What RAICES did with $250,000",
  "    kind: two-accounts",
  '    sides: [["press/x#3", press/y#1], [press/z#2]]',
  "",
].join("\n");

test("a difference names paragraphs side by side", () => {
  const { differences: read, problems } = differences(GOOD);
  expect(problems).toEqual([]);
  expect(read).toEqual([
    {
      difference: {
        about: "What RAICES did with $250,000",
        kind: "two-accounts",
        sides: [
          [
            { source: "press/x", paragraph: 3 },
            { source: "press/y", paragraph: 1 },
          ],
          [{ source: "press/z", paragraph: 2 }],
        ],
      },
      lines: [[4, 4], [4]],
    },
  ]);
});

test.each([
  ["one side", "sides: [[press/x#3]]", "4: sides: write at least two"],
  ["an empty side", "sides: [[press/x#3], []]", "4: sides: a side is empty"],
  ["a reference without a number", "sides: [[press/x], [press/y#1]]", '4: sides: "press/x" is no paragraph'],
  ["a paragraph 0", "sides: [[press/x#0], [press/y#1]]", '4: sides: "press/x#0" is no paragraph'],
])("a difference with %s is left out and reported", (_, sides, problem) => {
  const reading = differences(GOOD.replace(/sides: .*/, sides));
  expect(reading.differences).toEqual([]);
  expect(reading.problems.map(({ line, problem }) => `${line}: ${problem}`)).toEqual([
    expect.stringContaining(problem),
  ]);
});

test("a kind that is not known is reported", () => {
  const { problems } = differences(GOOD.replace("two-accounts", "two-figures"));
  expect(problems).toEqual([
    { path: "differences.yaml", line: 3, problem: "kind: write two-accounts, less-exact, different-moments" },
  ]);
});

test("references that lead nowhere are reported with their line, and their difference is left out", () => {
  const located = differences(GOOD).differences ?? [];
  const counts: Record<string, number> = { "press/x": 3, "press/y": 1, "press/z": 1 };
  expect(checkDifferences("differences.yaml", located, (id) => counts[id])).toEqual({
    differences: [],
    problems: [{ path: "differences.yaml", line: 4, problem: "press/z#2: press/z ends with paragraph 1" }],
  });
  expect(checkDifferences("differences.yaml", located, () => 9).differences).toHaveLength(1);
  expect(checkDifferences("differences.yaml", located, () => undefined).problems).toHaveLength(3);
});
