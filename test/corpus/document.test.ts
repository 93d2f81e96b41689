import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/corpus/document.ts";
import { wordsAt } from "../../src/corpus/passages.ts";
import { aFile, bytesOf } from "./sources.ts";

const read = (file: string, path = "press/letter.md") => readDocument(path, bytesOf(file));
const problems = (file: string) => read(file).problems.map(({ line, problem }) => `${line}: ${problem}`);
const replaced = (field: string, value: string) =>
  aFile().replace(new RegExp(`^${field}: .*$`, "m"), `${field}: ${value}`);

test("a file is a source with its passages", () => {
  const more = [
    "url: https://example.org/a",
    "topics: [Salesforce, CBP]",
    "authors: One Person",
    "checked: 2026-11-21",
    "events:",
    "  - { date: 2018-03, inferred: true, what: It began, who: [CBP], paragraph: 2 }",
    "",
  ].join("\n");
  const { document, problems } = read(aFile("# Head\n\nOne.\n\nTwo.", more));
  expect(problems).toEqual([]);
  expect(document?.source).toEqual({
    id: "press/letter",
    title: "A letter",
    publisher: "The Press",
    published: "2018-06",
    language: "en",
    kind: "brief",
    url: "https://example.org/a",
    archived: undefined,
    retrieved: undefined,
    authors: ["One Person"],
    topics: ["Salesforce", "CBP"],
    questions: [],
    events: [{ date: "2018-03", inferred: true, what: "It began", who: ["CBP"], paragraph: 2 }],
    checked: "2026-11-21",
  });
  expect(document?.passages.map(({ text, lines }) => [text, lines])).toEqual([
    ["One.", [17, 17]],
    ["Two.", [19, 19]],
  ]);
});

test("a year without quotes and titles in JSON quotes are read", () => {
  const file =
    '---\ntitle: "A \\"b\\": c — å"\npublisher: "Evaluation"\npublished: 2000\nlanguage: sv\nkind: document\n---\n\nOrd.\n';
  expect(read(file)).toMatchObject({
    document: { source: { title: 'A "b": c — å', published: "2000" } },
    problems: [],
  });
});

test("a byte order mark and Windows line ends change no line number", () => {
  const { document } = read(`\ufeff${aFile("One.\n\nTwo.").replaceAll("\n", "\r\n")}`);
  expect(document?.passages.map(({ text, lines }) => [text, lines[0]])).toEqual([
    ["One.", 9],
    ["Two.", 11],
  ]);
  expect(document?.file).not.toMatch(/\r|\ufeff/);
});

test.each([
  ["published", "2018-13", "there is no 2018-13: write a day, a month or a year, such as 2018-06"],
  ["published", "2018-02-30", "there is no 2018-02-30: write a day, a month or a year, such as 2018-06"],
  ["published", "June 2018", "write a day, a month or a year, such as 2018-06"],
  ["language", "English", "write a language tag, such as en or sv"],
  ["language", "x-y-", "write a language tag, such as en or sv"],
  [
    "kind",
    "article",
    "write brief (our own summary), document (the text itself) or note (a librarian's note)",
  ],
  ["title", '" "', "write at least one word"],
  ["title", "[a, b]", "write words, not a list"],
])("a wrong %s (%s) stops the file and says what to do", (field, value, problem) => {
  const { document, problems } = read(replaced(field, value));
  const line = 2 + ["title", "publisher", "published", "language", "kind"].indexOf(field);
  expect(document).toBeUndefined();
  expect(problems).toEqual([{ path: "press/letter.md", line, problem: `${field}: ${problem}` }]);
});

test("every missing field is reported at once", () => {
  expect(problems("---\ntitle: A\npublisher:\n---\n\nWords.")).toEqual([
    "1: published is missing: write a day, a month or a year, such as 2018-06",
    "1: language is missing: write a language tag, such as en or sv",
    "1: kind is missing: write brief (our own summary), document (the text itself) or note (a librarian's note)",
    "3: publisher is missing: write at least one word",
  ]);
});

test.each([
  ["url: http://example.org", "7: url: write an address that begins with https://"],
  ["url: https://me:secret@example.org", "7: url: remove the name and password from the address"],
  ["archived: javascript:alert(1)", "7: archived: write an address that begins with https://"],
  ["checked: soon", "7: checked: write a day, a month or a year, such as 2018-06"],
  [
    "events: [{ date: 2018, what: x, paragraph: 9 }]",
    "7: events: paragraph: there is no paragraph 9, the last is 1",
  ],
  ["events: [{ date: 2018, paragraph: 1 }]", "7: events: what is missing: write at least one word"],
  ['topics: ["\\u200b"]', "7: topics: write at least one word"],
  ['questions: ["\\u200b \\u2060\\ufe0f"]', "7: questions: write at least one word"],
  ['questions: ["\u00ad\u3164\u2800"]', "7: questions: write at least one word"],
  ["publised: 2018", '7: "publised" is not a field: did you mean published?'],
  ["colour: red", expect.stringContaining('7: "colour" is not a field: use one of title, publisher,')],
])("%s is left out and reported, and the file is read", (field, problem) => {
  const reading = read(aFile("Words.", `${field}\n`));
  expect(reading.document?.passages).toHaveLength(1);
  expect(reading.document?.source.events).toEqual([]);
  expect(reading.document?.source.url).toBeUndefined();
  expect(problems(aFile("Words.", `${field}\n`))).toEqual([problem]);
});

test.each([
  ["a NUL byte", bytesOf(aFile("a\n\nb\0")), 11, "holds a NUL byte"],
  ["broken UTF-8", Uint8Array.of(...bytesOf(aFile("a\n\nb")), 0xc3, 0x28), 12, "is not valid UTF-8"],
  ["a cut-off letter", bytesOf(aFile("å")).slice(0, -2), 9, "is not valid UTF-8"],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 1, "is UTF-16 text: save it as UTF-8"],
  ["a direction override", bytesOf(aFile("a\nb \u202e c")), 10, "(U+202E): remove it"],
  ["no paragraph", bytesOf(aFile("# Only a heading\n\n<!-- and a comment -->")), 8, "has no paragraph"],
  ["more than 5 MB", new Uint8Array(5_000_001).fill(97), 1, "is larger than 5 MB"],
  ["nothing", new Uint8Array(), 1, "front matter is missing"],
])("a file with %s is refused, with the line", (_, bytes, line, problem) => {
  const reading = readDocument("press/letter.md", bytes);
  expect(reading.document).toBeUndefined();
  expect(reading.problems).toEqual([
    { path: "press/letter.md", line, problem: expect.stringContaining(problem) },
  ]);
});

test.each(["a.pdf", "a.docx", "a.html", "a.txt", "deep/folder.md/a.PDF"])(
  "%s is not read, and how to mend it is said",
  (path) => {
    expect(readDocument(path, bytesOf(aFile())).problems).toEqual([
      {
        path,
        line: 1,
        problem: expect.stringMatching(/ is not read: save its text as Markdown \(\.md\), see npm run add$/),
      },
    ]);
  },
);

test.each([
  ["glossary.yml", "glossary.yaml"],
  ["differences.yml", "differences.yaml"],
  ["Questions.YAML", "questions.yaml"],
])("%s is to be renamed to %s", (path, name) => {
  const problem = `is not read by this name: rename it to ${name}`;
  expect(readDocument(path, new Uint8Array()).problems).toEqual([{ path, line: 1, problem }]);
});

test("characters without width are left out of words, and those that tell a script's direction are kept", () => {
  const words = "arbets\u00admiljö, zero\u200bwidth, \u200fעברית";
  expect(read(aFile(words)).document?.passages[0]?.text).toBe("arbetsmiljö, zerowidth, \u200fעברית");
});

const PIECES = [
  "---",
  "---js",
  "title: x",
  "kind: brief",
  "a: &a [*a]",
  "<<: *a",
  "!!js/function 'x'",
  "__proto__: 1",
  "[",
  "{",
  "- ",
  "? ",
  "| a |",
  "|---|",
  "```",
  "> ",
  "\0",
  "\u202e",
  "\ufeff",
  "\r",
  "é",
  "../../etc/passwd",
  "<script>",
  "<!--",
  "<%= process.exit() %>",
  "`",
  "*",
  "\\",
  "=HYPERLINK()",
  " ".repeat(300),
  "x".repeat(3000),
];
const hostile = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => bytesOf(parts.join("\n"))),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => bytesOf(aFile(parts.join("\n")))),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 30 })
    .map((parts) => bytesOf(aFile("Words.", `${parts.join("\n")}\n`))),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.nat(20_000))
    .map(([piece, times]) => bytesOf(`---\n${piece.repeat(Math.min(times, 100_000 / piece.length))}\n---\n`)),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.nat(20_000))
    .map(([piece, times]) => bytesOf(aFile(piece.repeat(Math.min(times, 100_000 / piece.length))))),
);

test("2,000 hostile files are each read or refused in time, and no passage says what its lines do not", () => {
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom("a.md", "../../a.md", "__proto__.md", "a/../b.markdown"),
      (bytes, path) => {
        const began = performance.now();
        const { document, problems } = readDocument(path, bytes);
        expect(performance.now() - began).toBeLessThan(1_000);
        expect(document !== undefined || problems.length > 0).toBe(true);
        for (const { problem, line } of problems)
          expect([line > 0, /[\p{Cc}\u202e]/u.test(problem)]).toEqual([true, false]);
        for (const { text, lines } of document?.passages ?? [])
          expect(wordsAt(document?.file ?? "", lines)).toContain(text);
      },
    ),
    { numRuns: 2_000 },
  );
}, 120_000);
