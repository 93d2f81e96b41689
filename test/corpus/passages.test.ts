import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlocks } from "../../src/corpus/blocks.ts";
import { toPassages, wordsAt } from "../../src/corpus/passages.ts";
import type { Passage } from "../../src/model.ts";
import { aSource } from "./sources.ts";

const read = (body: string, firstLine = 1) => toPassages(aSource, readBlocks(body.split("\n")), firstLine);
const texts = (body: string) => read(body).map((passage) => passage.text);
const brief = ({ paragraph, lines, form, text }: Passage) => [paragraph, ...lines, form, text];

test("paragraphs, items, rows, quotes and fences are numbered, with their lines in the file", () => {
  const body = [
    "# Title",
    "",
    "One *line*",
    "and another.",
    "",
    "- item",
    "  goes on",
    "1. [x] second",
    "",
    "> said",
    "> so",
    "",
    "| Who | Much |",
    "|---|--:|",
    "| Palantir | **$41** million |",
    "",
    "```js",
    "code()",
    "",
    "more()",
    "```",
  ].join("\n");
  expect(read(body, 10).map(brief)).toEqual([
    [1, 12, 13, "text", "One line and another."],
    [2, 15, 16, "item", "item goes on"],
    [3, 17, 17, "item", "second"],
    [4, 19, 20, "quote", "said so"],
    [5, 24, 24, "row", "Palantir | $41 million"],
    [6, 26, 30, "code", "code() more()"],
  ]);
});

test("headings are context, outermost first, and never quoted", () => {
  const passages = read("# A #\n\none\n\n### C\n\ntwo\n\nB\n---\n\nthree\n\nD\n===\n\nfour");
  expect(passages.map(({ text, headings }) => [text, headings])).toEqual([
    ["one", ["A"]],
    ["two", ["A", "C"]],
    ["three", ["A", "B"]],
    ["four", ["D"]],
  ]);
});

test("the first row of a table is context for its rows, and a row if it is alone", () => {
  const passages = read("| A | B |\n|---|---|\n| 1 | 2 |\n\nafter\n\n| C |\n|---|");
  expect(passages.map(({ text, headings }) => [text, headings])).toEqual([
    ["1 | 2", ["A | B"]],
    ["after", []],
    ["C", []],
  ]);
});

test.each([
  ["a bar without a row of dashes", "this | that\nmore", ["this | that more"]],
  [
    "a year at the start of a line",
    "1918. The war ended.\n2018. Another year.",
    ["1918. The war ended. 2018. Another year."],
  ],
  ["a number within text", "It was in\n2. May.", ["It was in 2. May."]],
  ["a number sign", "#1 in the world", ["#1 in the world"]],
  ["dashes under a paragraph of two lines", "one\ntwo\n---\nthree", ["one two", "three"]],
  ["dashes under a long line", `${"long ".repeat(50)}\n---`, ["long ".repeat(50).trim()]],
  ["a comment that never ends", "<!-- lost?\n\nno", ["<!-- lost?", "no"]],
  ["a fence that never ends", "```\na\n\nb", ["a b"]],
  ["a script that never ends", "<script>a\n\nno", ["a", "no"]],
  ["words after a script", "<script>a</script> words\n\nmore\n\n<script>b</script>", ["words", "more"]],
  ["words after a comment", "<!-- a\n\nb --> words\nmore", ["words more"]],
])("%s is text", (_, body, expected) => expect(texts(body)).toEqual(expected));

test.each([
  ["scripts and style sheets", "<script>\nlet a;\n\nlet b;\n</script>\n<STYLE>c</STYLE>\n\nword"],
  ["comments", "<!-- a\n\nb -->\n<!-- c -->\n\nword"],
  ["rules", "***\n- - -\n\nword\n\n___"],
  ["what has no words", "![](picture.png)\n\n<br>\n\nword"],
])("%s are passed over", (_, body) => expect(texts(body)).toEqual(["word"]));

test("a comment between two lines ends a paragraph", () => {
  expect(texts("one\n<!-- x\n\ny -->\ntwo")).toEqual(["one", "two"]);
});

const PIECES = [
  "# h",
  "- item",
  "1. first",
  "7) x",
  "> q",
  "> > - # deep",
  "| a | b |",
  "|---|---|",
  "| *c* | d",
  "```",
  "~~~",
  "---",
  "===",
  "<!-- x -->",
  "<!-- x",
  "--> y",
  "",
  "",
  "plain words",
  "*em* `code` [l](https://a.org)",
  "    indented",
  "a | b",
  "\\| x",
  "* * *",
  "-",
  "<b>x</b>",
];
const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "grapheme" })), {
    maxLength: 40,
  })
  .map((lines) => lines.join("\n"));

test("the words at a passage's lines hold its text", () => {
  fc.assert(
    fc.property(markdown, (body) => {
      for (const { text, lines } of read(body)) expect(wordsAt(body, lines)).toContain(text);
    }),
    { numRuns: 1_000 },
  );
});

test("passages follow each other, and none is empty or has unruly white space", () => {
  fc.assert(
    fc.property(markdown, (body) => {
      let last = 0;
      for (const { text, lines, paragraph } of read(body)) {
        expect(lines[0]).toBeGreaterThan(last);
        expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
        expect(text).toMatch(/^\S(?:.*\S)?$/u);
        expect(paragraph).toBeGreaterThan(0);
        last = lines[1];
      }
    }),
    { numRuns: 1_000 },
  );
});

test("the words at a range of lines are those lines' and no others'", () => {
  const file = "zero\n\none\ntwo\n\nthree";
  expect(wordsAt(file, [3, 4])).toBe("one two");
  expect(wordsAt(file, [4, 4])).toBe("two");
  expect(wordsAt(file, [6, 9])).toBe("three");
  expect(wordsAt(file, [9, 9])).toBe("");
});

test.each([
  ...[
    "<!--\n",
    "<!-->\n",
    ">\n",
    "> ",
    "- ",
    "|",
    "x\n---\n",
    "```\n~~~\n",
    "# ",
    "\t",
    "1. ",
    "|-",
    "--\n",
  ].map((piece) => piece.repeat(100_000 / piece.length)),
  `${"|".repeat(50_000)}\n${"|-".repeat(25_000)}`,
  `# a${" #".repeat(50_000)}x`,
  `- ${"- ".repeat(50_000)}x`,
])("100 kB of marks take no time: %#", (hostile) => {
  const began = performance.now();
  read(hostile);
  expect(performance.now() - began).toBeLessThan(250);
});

test("100,000 plain paragraphs take about a second at most", () => {
  const paragraph = "More than 650 employees signed the letter about the contract, the report says. "
    .repeat(5)
    .trim();
  const body = Array.from({ length: 100_000 }, () => paragraph).join("\n\n");
  const began = performance.now();
  expect(read(body)).toHaveLength(100_000);
  expect(performance.now() - began).toBeLessThan(3_000);
});
