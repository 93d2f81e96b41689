import fc from "fast-check";
import { expect, test } from "vitest";
import { parseYaml, splitFrontMatter } from "../../src/corpus/front-matter.ts";
import { readSimpleYaml } from "../../src/corpus/simple-yaml.ts";
import type { Yaml } from "../../src/corpus/yaml-lines.ts";

/** The value as plain shapes, without lines. */
function plain(value: Yaml): unknown {
  if (value.kind === "text") return value.text;
  if (value.kind === "nothing") return null;
  if (value.kind === "list") return value.entries.map(plain);
  return [...value.entries].map(([key, field]) => [key, plain(field.value)]);
}

function parsed(source: string): unknown {
  const result = parseYaml(source, 1);
  return "faults" in result
    ? result.faults.map(({ line, problem }) => `${line}: ${problem}`)
    : plain(result.value);
}

test("scalars stay as they are written", () => {
  expect(parsed("a: 2018-06-25\nb: 2018\nc: true\nd: 007\ne: [1e3, 'x', \"y\\n\"]\nf:\ng: ~")).toEqual([
    ["a", "2018-06-25"],
    ["b", "2018"],
    ["c", "true"],
    ["d", "007"],
    ["e", ["1e3", "x", "y\n"]],
    ["f", null],
    ["g", null],
  ]);
});

test("lines are those of the file", () => {
  const result = parseYaml("a: 1\nb:\n  - x\n  - { c: 2 }\n", 2);
  expect("value" in result && result.value).toMatchObject({ kind: "map", line: 2 });
  const b = "value" in result && result.value.kind === "map" ? result.value.entries.get("b") : undefined;
  expect(b).toMatchObject({ line: 3, value: { entries: [{ line: 4 }, { line: 5 }] } });
});

test("keys that mean something to JavaScript are keys like any other", () => {
  expect(parsed("__proto__: { polluted: 1 }\nconstructor: x")).toEqual([
    ["__proto__", [["polluted", "1"]]],
    ["constructor", "x"],
  ]);
  expect({}).not.toHaveProperty("polluted");
});

test.each([
  [
    "a colon",
    "title: A: b",
    "1: a value holds a colon: put values that hold a colon, a # or a quotation mark in double quotes",
  ],
  [
    "a tag",
    'a: !!js/function "x"',
    "1: tags such as !name are not read: remove it, or put the value in double quotes",
  ],
  ["a tab", "a:\n\tb: 1", "2: a line is indented with a tab: use spaces"],
  ["a key that is there twice", "a: 1\nb: 2\na: 3", '3: "a" is there twice: keep one'],
  ["an anchor", "a: &x 1", "1: * and & names are not read: write the value out, or put it in double quotes"],
  ["a second document", "a: 1\n---\nb: 2", "2: holds a second document: remove the line of three dashes"],
  ["depth", `a: ${"[".repeat(21)}`, "1: is nested more than 20 levels deep"],
  ["depth by dashes", `a:\n  ${"- ".repeat(30)}x`, "2: is nested more than 20 levels deep"],
  ["size", "x".repeat(300_000), "1: is longer than 256 kB: split it, or shorten it"],
])("%s is a problem that says what to do", (_, source, problem) => expect(parsed(source)).toContain(problem));

test("an alias bomb and a deep nest are refused at once", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${Array.from("bcdefghij", (name, i) => `${name}: &${name} [${`*${"abcdefghij"[i]},`.repeat(8)}]`).join("\n")}`;
  const nests = ["[", "{a: ", "- ", "? ", "[{"].map((open) => open.repeat(20_000));
  const stairs = Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n");
  for (const hostile of [bomb, ...nests, stairs]) {
    const began = performance.now();
    expect("faults" in parseYaml(hostile)).toBe(true);
    expect(performance.now() - began).toBeLessThan(500);
  }
});

test("many keys take no quadratic time", () => {
  const keys = Array.from({ length: 30_000 }, (_, i) => `k${i}:`).join("\n");
  const began = performance.now();
  parseYaml(keys);
  expect(performance.now() - began).toBeLessThan(2_000);
});

const SCALARS = [
  ..."null Null true 2018-06-25 2018 https://a.org/b a#b vd:n 0x1f a] x} don't Å ~ - ? | > & * ! % @ ` ' :".split(
    " ",
  ),
  ...[
    "a: b",
    "a #b",
    "a, b",
    "- y",
    "a  b ",
    '"q: #[]{},"',
    '"a \\"b\\" \\\\"',
    '"\\n"',
    '""',
    "'s'",
    "a:",
    "[a]b",
    "a\u00a0:",
    "a:\u00a0b",
    "a\u00a0",
  ],
];
const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SCALARS) },
  fc.stringMatching(/^[\p{L}\p{N}][ -~]{0,12}$/u),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);
const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("flow"), { maxLength: 3 }).map((entries) => `[${entries.join(", ")}]`),
    fc
      .array(tie("flow"), { maxLength: 3 })
      .map((entries) => `{ ${entries.map((entry, i) => `k${"abc"[i]}: ${entry}`).join(", ")} }`),
  ),
}));
const yamlLine = fc
  .tuple(
    fc.constantFrom("", "", "", "  ", "    ", " "),
    fc.constantFrom("- ", "- ", "title: ", "who: ", "a b: ", "it's: ", "title:", "who:", "- a: ", "  ", "# "),
    flow,
  )
  .map(([indent, start, value]) => (start.endsWith(":") ? indent + start : indent + start + value));

test("simple YAML is read as the parser reads it", () => {
  let simple = 0;
  fc.assert(
    fc.property(fc.array(yamlLine, { maxLength: 6 }), (lines) => {
      const source = `${lines.join("\n")}\n`;
      const quick = readSimpleYaml(source, 1);
      if (quick === undefined) return;
      simple++;
      // The mark of a document's start is not simple, and means nothing to the parser.
      expect(parseYaml(`---\n${source}`, 0)).toEqual({ value: quick });
    }),
    { numRuns: 10_000 },
  );
  expect(simple).toBeGreaterThan(200);
});

test("what librarians write needs no parser", () => {
  const source = [
    "# a comment",
    'title: "A: b"',
    "url: https://example.org/a?b=c#d",
    'topics: [Salesforce, U.S. Customs & Border Protection, "#x"]',
    "questions:",
    "  - How much, and who?",
    "events:",
    '  - { date: 2018-03, inferred: true, what: "It, began", who: [A, B], paragraph: 3 }',
    "",
    "differences:",
    "  - about: what became of the $250,000",
    "    sides:",
    "      - [press/x#3]",
    "nothing:",
    "",
  ].join("\n");
  expect(readSimpleYaml(source, 1)).toBeDefined();
});

test("a file is split at its second line of three dashes", () => {
  expect(splitFrontMatter("---\na: 1\n---\n\nbody\n---\nmore")).toEqual({
    yaml: "a: 1\n",
    body: "\nbody\n---\nmore",
    bodyLine: 4,
  });
  expect(splitFrontMatter("---  \n---")).toEqual({ yaml: "", body: "", bodyLine: 3 });
});

test.each([
  ["no front matter", "words", "front matter is missing"],
  ["front matter in code", "---js\n{}\n---\n", "only YAML front matter is read"],
  ["no end", "---\na: 1\n", "does not end within 16 kB"],
  ["a giant one", `---\na: ${"x".repeat(17_000)}\n---\n`, "does not end within 16 kB"],
])("%s is a problem of the first line", (_, file, problem) => {
  expect(splitFrontMatter(file)).toMatchObject({ line: 1, problem: expect.stringContaining(problem) });
});
