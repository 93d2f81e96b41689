import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { askForSource, toSlug } from "../../adapters/terminal/add.ts";
import { readDocument } from "../../src/corpus/document.ts";

let knowledgeDir: string;

beforeEach(() => {
  knowledgeDir = mkdtempSync(join(tmpdir(), "add-"));
  mkdirSync(join(knowledgeDir, "press"));
});

async function add(...answers: string[]) {
  let said = "";
  const output = new Writable({
    write(chunk, _, done) {
      said += String(chunk);
      done();
    },
  });
  const input = Readable.from(answers.map((answer) => `${answer}\n`));
  const code = await askForSource({ input, output, knowledgeDir });
  return { code, said, files: readdirSync(knowledgeDir, { recursive: true }).map(String).sort() };
}

const LETTER = ['A "letter": what & why', "The Press", "2018-06-25", "", "", "https://example.org/a"];

test("the answers become the front matter of a file to fill in", async () => {
  const { code, said, files } = await add(...LETTER, "");
  expect([code, files]).toEqual([0, ["press", "press/a-letter-what-why.md"]]);
  expect(said).toContain(`Written: ${join(knowledgeDir, "press/a-letter-what-why.md")}`);
  const path = "press/a-letter-what-why.md";
  const written = readFileSync(join(knowledgeDir, path), "utf8");
  const read = (text: string) => readDocument(path, new TextEncoder().encode(text));
  expect(read(written).problems.map(({ problem }) => problem)).toEqual([
    expect.stringContaining("has no paragraph"),
  ]);
  const { document, problems } = read(`${written}The text.\n`);
  expect(problems).toEqual([]);
  expect(document?.source).toMatchObject({
    title: 'A "letter": what & why',
    publisher: "The Press",
    published: "2018-06-25",
    language: "en",
    kind: "brief",
    url: "https://example.org/a",
  });
  expect(document?.passages.map(({ text }) => text)).toEqual(["The text."]);
});

test("an answer that cannot be used is asked for again, with what to write", async () => {
  const { code, said } = await add(
    "",
    "T",
    "P",
    "2018-13",
    "2018",
    "English",
    "sv",
    "book",
    "note",
    "ftp://x",
    "",
    "",
  );
  expect(code).toBe(0);
  expect(said).toContain("There is no 2018-13: write a day, a month or a year");
  expect(said).toContain("Write a language tag, such as en or sv");
  expect(said).toContain("Write brief (our own summary)");
  expect(said).toContain("Write an address that begins with https://");
  expect(readFileSync(join(knowledgeDir, "notes/t.md"), "utf8")).toMatch(
    /^language: sv\nkind: note\ntopics/m,
  );
});

test("a file that is there is never overwritten", async () => {
  writeFileSync(join(knowledgeDir, "press/mine.markdown"), "mine");
  const { code, said, files } = await add(...LETTER, "press/mine", "press/mine.md", "press/other.md");
  expect(code).toBe(0);
  expect(said).toContain("there is a file press/mine already");
  expect(files).toEqual(["press", "press/mine.markdown", "press/other.md"]);
  expect(readFileSync(join(knowledgeDir, "press/mine.markdown"), "utf8")).toBe("mine");
});

test.each([
  "../out",
  "/tmp/out",
  "press/../../out",
  "a/b/c",
  "Press/x",
  "press/",
  "press/x y",
  "",
  ".hidden",
])("a file name that leads elsewhere is refused: %j", async (name) => {
  // Without a Latin letter in the title there is no name to propose.
  const { code, files } = await add("Ελλάδα", "P", "2018", "el", "", "", name);
  expect([code, files]).toEqual([2, ["press"]]);
});

test("a collection that is a link is refused", async () => {
  const outside = mkdtempSync(join(tmpdir(), "outside-"));
  symlinkSync(outside, join(knowledgeDir, "linked"));
  const { code } = await add(...LETTER, "linked/x");
  expect([code, readdirSync(outside)]).toEqual([2, []]);
});

test("when the answers end too soon, nothing is written and it is said", async () => {
  for (let length = 0; length <= LETTER.length; length++) {
    const { code, said, files } = await add(...LETTER.slice(0, length));
    expect([code, files]).toEqual([2, ["press"]]);
    expect(said).toContain("Nothing was written.");
  }
});

test("a missing folder is said, and not made", async () => {
  knowledgeDir = join(knowledgeDir, "none");
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  expect(await askForSource({ input: Readable.from([]), output, knowledgeDir })).toBe(1);
  expect(existsSync(knowledgeDir)).toBe(false);
});

test.each([
  ["Över 650 anställda på Salesforce", "over-650-anstallda-pa-salesforce"],
  ["Employees' “Letter” — Straße/Ærø", "employees-letter-strasse-aero"],
  ["Ελλάδα", ""],
  ["x".repeat(200), "x".repeat(60)],
])("the file name of %j is %j", (title, slug) => expect(toSlug(title)).toBe(slug));

test.each([
  ["brief", "press"],
  ["note", "notes"],
])("a %s is proposed for %s", async (kind, collection) => {
  mkdirSync(join(knowledgeDir, "notes"));
  const { said } = await add("A title", "P", "2018", "en", kind, "");
  expect(said).toContain(`[${collection}/a-title]`);
});
