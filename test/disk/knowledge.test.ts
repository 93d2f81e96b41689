import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { KnowledgeError } from "../../src/errors.ts";
import type { Glossary, KnownDifference, KnownQuestion, Problem } from "../../src/model.ts";
import type { KnowledgeFolder, Shelf } from "../../src/ports.ts";
import { aFile } from "../corpus/sources.ts";

/** A shelf that remembers what it was given: the words of each source, and what was taken away. */
function createShelf() {
  const sources = new Map<string, string>();
  const removed: string[] = [];
  let glossary: Glossary = { same: [], related: [] };
  let differences: readonly KnownDifference[] = [];
  let questions: readonly KnownQuestion[] = [];
  let unread: readonly string[] = [];
  const shelf: Shelf = {
    put: ({ source, passages }) => void sources.set(source.id, passages.map(({ text }) => text).join(" ")),
    remove: (id) => {
      removed.push(id);
      sources.delete(id);
    },
    setGlossary: (given) => {
      glossary = given;
    },
    setDifferences: (given) => {
      differences = given;
    },
    setQuestions: (given) => {
      questions = given;
    },
    setUnread: (given) => {
      unread = given;
    },
  };
  return {
    shelf,
    sources,
    removed,
    glossary: () => glossary,
    differences: () => differences,
    questions: () => questions,
    unread: () => unread,
  };
}

let folder: string;
let outside: string;
let held: ReturnType<typeof createShelf>;
let open: KnowledgeFolder | undefined;

beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), "knowledge-"));
  folder = join(base, "knowledge");
  outside = join(base, "outside");
  mkdirSync(outside);
  held = createShelf();
  write("press/one.md", aFile("One."));
  write("press/two.markdown", aFile("Two."));
});

afterEach(async () => {
  await open?.close();
  open = undefined;
  rmSync(dirname(folder), { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function load(watch = false, onProblems?: (problems: readonly Problem[]) => void) {
  open = await openKnowledge(
    folder,
    held.shelf,
    onProblems === undefined ? { watch } : { watch, onProblems },
  );
  return open;
}

const told = () => (open?.problems() ?? []).map(({ path, line, problem }) => `${path}:${line}: ${problem}`);
/** What the design promises: a change answers within two seconds. */
const within2s = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 10 });
const shelved = () => Object.fromEntries(held.sources);

test("a folder is on the shelf when it has been opened", async () => {
  write("glossary.yaml", "same:\n  CBP: [Customs and Border Protection]\n");
  write(
    "differences.yaml",
    "differences:\n  - { about: x, kind: less-exact, sides: [[press/one#1], [press/two#1]] }\n",
  );
  await load();
  expect(shelved()).toEqual({ "press/one": "One.", "press/two": "Two." });
  expect(held.glossary().same).toEqual([["CBP", "Customs and Border Protection"]]);
  expect(held.differences()).toMatchObject([{ about: "x", kind: "less-exact" }]);
  expect(told()).toEqual([]);
});

test("what follows from the shelf is done before the folder counts as read, and after every look", async () => {
  const seen: string[][] = [];
  function* afterwards() {
    seen.push(Object.keys(shelved()).sort());
    yield undefined;
  }
  open = await openKnowledge(folder, held.shelf, { watch: true, afterwards: Promise.resolve(afterwards) });
  expect(seen).toEqual([["press/one", "press/two"]]);
  write("press/three.md", readFileSync(join(folder, "press/one.md"), "utf8"));
  await within2s(() => expect(seen.at(-1)).toEqual(["press/one", "press/three", "press/two"]));
});

test.each([
  [
    "is missing",
    () => rmSync(folder, { recursive: true }),
    /there is no such folder: create it, or set KNOWLEDGE_DIR/,
  ],
  [
    "is a file",
    () => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, "");
    },
    /is a file, not a folder/,
  ],
  [
    "is empty",
    () => rmSync(join(folder, "press"), { recursive: true }),
    /there is no source in it: add one with npm run add/,
  ],
  [
    "has broken files only",
    () => {
      write("press/one.md", "words");
      rmSync(join(folder, "press/two.markdown"));
    },
    /none of its files can be used\npress\/one\.md:1: front matter is missing/,
  ],
])("a folder that %s is an error that says what to do", async (_, spoil, message) => {
  spoil();
  await expect(load()).rejects.toThrow(KnowledgeError);
  await expect(load()).rejects.toThrow(message);
});

test("a broken file is reported with its line, and the others are read", async () => {
  write("press/bad.md", "---\ntitle: A: b\n---\n\nWords.");
  write("press/scan.pdf", "%PDF");
  await load();
  expect(Object.keys(shelved())).toEqual(["press/one", "press/two"]);
  expect(told()).toEqual([
    expect.stringMatching(/^press\/bad\.md:2: a value holds a colon/),
    "press/scan.pdf:1: PDF is not read: save its text as Markdown (.md), see npm run add",
  ]);
});

test("what is there and was never read is told apart from what is gone, until it is mended", async () => {
  write("press/three.markdown", "no front matter");
  symlinkSync(outside, join(folder, "linked"));
  await load(true);
  expect(held.unread()).toEqual(["linked", "press/three"]);
  write("press/three.markdown", aFile("Three."));
  write("press/one.md", "broken");
  rmSync(join(folder, "linked"));
  await within2s(() => {
    expect(shelved()).toMatchObject({ "press/one": "One.", "press/three": "Three." });
    expect(held.unread()).toEqual([]);
  });
});

test("what editors and version control leave is passed over in silence", async () => {
  const droppings = [
    ".one.md.swp",
    "one.md~",
    ".#one.md",
    "#one.md#",
    "4913",
    "one.md.tmp",
    ".git/x.md",
    ".DS_Store",
  ];
  for (const name of droppings) write(`press/${name}`, "half");
  await load();
  expect(told()).toEqual([]);
});

test("two files of one source are reported, and the .md counts", async () => {
  write("press/one.markdown", aFile("Other."));
  write("press/ONE.md", aFile("Capitals."));
  await load();
  expect(shelved()).toEqual({ "press/ONE": "Capitals.", "press/one": "One.", "press/two": "Two." });
  expect(told()).toEqual([
    "press/one.markdown:1: is the same source as press/one.md: rename or remove one",
    "press/one.md:1: differs from press/ONE.md in capitals only: rename one",
  ]);
});

test("links, pipes and large files are reported, and nothing outside is read", async () => {
  writeFileSync(join(outside, "secret.md"), aFile("Secret."));
  symlinkSync(join(outside, "secret.md"), join(folder, "press/link.md"));
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync("one.md", join(folder, "press/same.md"));
  symlinkSync("nowhere", join(folder, "press/dangling.md"));
  execFileSync("mkfifo", [join(folder, "press/pipe.md")]);
  write("press/large.md", aFile("large"));
  truncateSync(join(folder, "press/large.md"), 5_000_001);
  await load();
  expect(Object.keys(shelved())).toEqual(["press/one", "press/two"]);
  const link = "is a symbolic link, which is not followed: put the file itself here";
  expect(told()).toEqual([
    `linked:1: ${link}`,
    `press/dangling.md:1: ${link}`,
    "press/large.md:1: is larger than 5 MB: split it into several files",
    `press/link.md:1: ${link}`,
    "press/pipe.md:1: is not a regular file (a pipe, a socket or a device) and is not opened: remove it",
    `press/same.md:1: ${link}`,
  ]);
});

test("names that could fool a reader are reported without them", async () => {
  const names = [
    "a\nb.md",
    "a\u202eb.md",
    "a\\b.md",
    "...md",
    "a #1?%2e%2e.md",
    "$(touch x).md",
    "'; drop.md",
  ];
  for (const name of names) write(`press/${name}`, aFile("Named."));
  await load();
  const strange = "press/a?b.md:1: has a name with control or broken characters: rename it";
  expect(told()).toEqual([strange, strange, strange]);
  expect(Object.keys(shelved()).sort()).toEqual([
    "press/$(touch x)",
    "press/'; drop",
    "press/a #1?%2e%2e",
    "press/one",
    "press/two",
  ]);
});

test("hundreds of hostile files cost neither the others nor anything outside", async () => {
  writeFileSync(join(outside, "untouched"), "as it was");
  const bodies = [
    "\0",
    "---js\nprocess.exit()\n---\n",
    `---\n${"[".repeat(15_000)}\n---\n`,
    `---\na: &a [*a]\n---\n`,
    aFile("\u202e"),
    aFile("x".repeat(200_000)),
    aFile("", "__proto__: 1\n"),
  ];
  for (let i = 0; i < 400; i++) {
    const path = join(folder, "press", `hostile-${i}.md`);
    if (i % 9 === 0) symlinkSync(["/etc/passwd", "../../outside", "/dev/zero", "."][i % 4] ?? "", path);
    else writeFileSync(path, i % 9 === 1 ? Buffer.alloc(i, 0xff) : (bodies[i % bodies.length] ?? ""));
  }
  const began = performance.now();
  await load();
  expect(performance.now() - began).toBeLessThan(4_000);
  expect(held.sources.get("press/one")).toBe("One.");
  expect(readdirSync(outside)).toEqual(["untouched"]);
  expect(readFileSync(join(outside, "untouched"), "utf8")).toBe("as it was");
});

test("a saved, added, renamed or deleted file answers within two seconds", async () => {
  await load(true);
  write("press/one.md", aFile("One, edited."));
  await within2s(() => expect(held.sources.get("press/one")).toBe("One, edited."));
  write("new/deep/three.md", aFile("Three."));
  await within2s(() => expect(held.sources.get("new/deep/three")).toBe("Three."));
  renameSync(join(folder, "new"), join(folder, "moved"));
  await within2s(() =>
    expect(Object.keys(shelved())).toEqual(["press/one", "press/two", "moved/deep/three"]),
  );
  rmSync(join(folder, "press/two.markdown"));
  await within2s(() => expect(held.sources.has("press/two")).toBe(false));
  expect(told()).toEqual([]);
});

test("a saved glossary or differences file counts within two seconds, and its removal too", async () => {
  await load(true);
  write("glossary.yaml", "same: { a: [b] }");
  write(
    "differences.yaml",
    "differences:\n  - { about: x, kind: less-exact, sides: [[press/one#1], [press/new#1]] }\n",
  );
  await within2s(() => expect(held.glossary().same).toEqual([["a", "b"]]));
  await within2s(() =>
    expect(told()).toEqual(["differences.yaml:2: press/new#1: there is no source press/new"]),
  );
  write("press/new.md", aFile("New."));
  await within2s(() => expect(held.differences()).toMatchObject([{ about: "x" }]));
  write("glossary.yaml", "same: [");
  await within2s(() => expect(told()).toEqual([expect.stringContaining("glossary.yaml:1: ")]));
  expect(held.glossary().same).toEqual([["a", "b"]]);
  rmSync(join(folder, "glossary.yaml"));
  rmSync(join(folder, "differences.yaml"));
  await within2s(() => expect([held.glossary().same, held.differences()]).toEqual([[], []]));
});

test("a saved questions file counts within two seconds; what its sentences no longer say is reported, and so is its removal", async () => {
  await load(true);
  write("questions.yaml", "press/one:\n  - { says: One, asked: [which is first] }\n");
  const question = { text: "which is first", source: "press/one", paragraph: 1, sentence: 0 };
  await within2s(() => expect(held.questions()).toEqual([question]));
  write("press/one.md", aFile("Uno."));
  await within2s(() =>
    expect(told()).toEqual([
      'questions.yaml:2: no sentence of press/one says "One": write words as they stand there',
    ]),
  );
  expect(held.questions()).toEqual([]);
  write("press/one.md", aFile("Two stay two. One is one."));
  await within2s(() => expect(held.questions()).toEqual([{ ...question, sentence: 1 }]));
  write("questions.yaml", "- a list");
  await within2s(() => expect(told()).toEqual([expect.stringContaining("questions.yaml:1: write under")]));
  expect(held.questions()).toEqual([{ ...question, sentence: 1 }]);
  rmSync(join(folder, "questions.yaml"));
  await within2s(() => expect(held.questions()).toEqual([]));
  expect(told()).toEqual([]);
});

test("a file that breaks is reported while its last good version answers, until it is mended", async () => {
  const heard: string[][] = [];
  await load(true, (problems) => heard.push(problems.map(({ path, line }) => `${path}:${line}`)));
  write("press/one.md", aFile("One.").replace("2018-06", "2018-13"));
  await within2s(() =>
    expect(told()).toEqual([
      expect.stringMatching(/^press\/one\.md:4: published: there is no 2018-13.*keeps answering\)$/),
    ]),
  );
  expect(held.sources.get("press/one")).toBe("One.");
  write("press/one.md", aFile("One again."));
  await within2s(() => expect(held.sources.get("press/one")).toBe("One again."));
  expect(told()).toEqual([]);
  await within2s(() => expect(heard).toEqual([["press/one.md:4"], []]));
  expect(held.removed).toEqual([]);
});

test("a save in several strokes, or by renaming, never shows half a file and withdraws nothing", async () => {
  const put: string[] = [];
  const { shelf } = held;
  open = await openKnowledge(
    folder,
    {
      ...shelf,
      put: (document) => {
        put.push(document.passages.map(({ text }) => text).join(" "));
        shelf.put(document);
      },
    },
    { watch: true },
  );
  put.length = 0;
  const file = openSync(join(folder, "press/one.md"), "w");
  for (const stroke of aFile("First.\n\nSecond.\n\nThird.").match(/[\s\S]{1,30}/g) ?? []) {
    writeSync(file, stroke);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  rmSync(join(folder, "press/two.markdown"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  write("press/.two.new", aFile("Two, renamed into place."));
  renameSync(join(folder, "press/.two.new"), join(folder, "press/two.markdown"));
  await within2s(() => expect(put.toSorted()).toEqual(["First. Second. Third.", "Two, renamed into place."]));
  expect(held.removed).toEqual([]);
  expect(told()).toEqual([]);
});

test("an emptied or vanished folder is a problem and never a withdrawal", async () => {
  await load(true);
  rmSync(join(folder, "press"), { recursive: true });
  await within2s(() =>
    expect(told()).toEqual([".:1: holds no source any more: its sources keep answering until it is mended"]),
  );
  rmSync(folder, { recursive: true });
  await within2s(() => expect(told()).toEqual([expect.stringMatching(/^\.:1: cannot be listed \(ENOENT\)/)]));
  expect(Object.keys(shelved())).toEqual(["press/one", "press/two"]);
  write("press/one.md", aFile("One is back."));
  await within2s(() => expect(shelved()).toEqual({ "press/one": "One is back." }));
  expect(told()).toEqual([]);
});

test("a folder that is a link is followed when it is turned to another folder", async () => {
  const beside = (name: string) => join(dirname(folder), name);
  const [first, second, link] = [beside("first"), beside("second"), beside("link")] as const;
  renameSync(folder, first);
  mkdirSync(second);
  writeFileSync(join(second, "three.md"), aFile("Three."));
  symlinkSync(first, folder);
  await load(true);
  symlinkSync(second, link);
  renameSync(link, folder);
  await within2s(() => expect(shelved()).toEqual({ three: "Three." }));
});

test("a file whose place is taken by a link keeps answering, and says so", async () => {
  await load(true);
  rmSync(join(folder, "press/one.md"));
  symlinkSync("/etc/passwd", join(folder, "press/one.md"));
  await within2s(() =>
    expect(told()).toEqual([expect.stringContaining("press/one.md:1: is a symbolic link")]),
  );
  expect(held.sources.get("press/one")).toBe("One.");
});

test.skipIf(process.getuid?.() === 0)(
  "an unreadable file or folder is reported, and keeps answering",
  async () => {
    await load(true);
    chmodSync(join(folder, "press/one.md"), 0);
    await within2s(() =>
      expect(told()).toEqual([
        expect.stringContaining("press/one.md:1: cannot be read: give the bot permission"),
      ]),
    );
    chmodSync(join(folder, "press"), 0);
    await within2s(() => expect(told().join()).toContain("press:1: is a folder that cannot be read"));
    expect(Object.keys(shelved())).toEqual(["press/one", "press/two"]);
    chmodSync(join(folder, "press"), 0o755);
  },
);

test("once closed, changes are no longer followed and nothing keeps the process alive", async () => {
  const closed = await load(true);
  await closed.close();
  await closed.close();
  const script = `import { openKnowledge } from ${JSON.stringify(join(import.meta.dirname, "../../adapters/disk/knowledge.ts"))};
    const nothing = () => {};
    await openKnowledge(process.argv[1], { put: nothing, remove: nothing, setGlossary: nothing, setDifferences: nothing, setQuestions: nothing }, { watch: true });
    console.log("read");`;
  const run = ["--import", "tsx", "--input-type=module", "-e", script, folder];
  expect(execFileSync(process.execPath, run, { encoding: "utf8", timeout: 20_000 })).toBe("read\n");
});
