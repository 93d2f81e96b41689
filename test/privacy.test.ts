import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WITH_LOADER } from "./doubles/loader.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const MARK = "zqxmark";
const questions = Array.from({ length: 100 }, (_, at) => `Did ${MARK}${at} sign the letter about CBP?`);

/** A house of its own: the repository's files, a home, a place for temporary files and npm's cache, all below one folder. */
const house = mkdtempSync(join(tmpdir(), "receipts-privacy-"));
const home = join(house, "home");
const repository = join(house, "receipts");

beforeAll(() => {
  for (const folder of ["home", "tmp", "npm", "receipts"]) mkdirSync(join(house, folder));
  for (const name of ["src", "adapters", "knowledge", "package.json", "tsconfig.json", ".npmrc"]) {
    cpSync(join(root, name), join(repository, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(repository, "node_modules"));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

interface Ran {
  readonly out: string;
  readonly errors: string;
  readonly code: number | null;
}

function run(command: string, words: readonly string[], input: string): Promise<Ran> {
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: join(home, ".cache"),
    TMPDIR: join(house, "tmp"),
    npm_config_cache: join(house, "npm"),
    HISTFILE: join(home, ".history"),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: repository, env });
    const out: string[] = [];
    const errors: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
    child
      .on("error", reject)
      .on("close", (code) => resolve({ out: out.join(""), errors: errors.join(""), code }));
    child.stdin.end(input);
  });
}

const bot = (words: readonly string[], input: string) =>
  run(process.execPath, [...WITH_LOADER, "src/main.ts", ...words], input);

/** Every file below a folder that holds the mark, in its name or its bytes. Linked folders are not ours to read. */
function filesWithMark(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => path.includes(MARK) || (entry.isFile() && readFileSync(path).includes(MARK)))
    .map(({ path }) => path);
}

describe("what was asked is nowhere on disk", () => {
  test("after a hundred lines of JSON", async () => {
    const lines = questions.map((q, id) => JSON.stringify({ id, q }));
    const { out, errors, code } = await bot(["ask", "--jsonl"], lines.join("\n"));
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(100);
    expect(errors).not.toContain(MARK);
    expect(filesWithMark(house)).toEqual([]);
  });

  test("after a hundred lines of conversation, slips and commands included", async () => {
    const slips = [
      `/${MARK}`,
      `/source ${MARK}`,
      `/sources ${MARK}`,
      MARK.repeat(80),
      "more",
      "context",
      "wrong",
    ];
    const { out, errors, code } = await bot(["start"], [...questions, ...slips].join("\n"));
    expect(code).toBe(0);
    expect(out.split("\n---\n")).toHaveLength(107);
    expect(out + errors).not.toContain(MARK);
    expect(filesWithMark(house)).toEqual([]);
  });

  test("after npm run ask, at its prompt and with the question as an argument", async () => {
    const piped = await run("npm", ["run", "ask"], `${questions[0]}\n`);
    expect(piped.code).toBe(0);
    expect((await run("npm", ["run", "-s", "ask", "--", questions[1] ?? ""], "")).code).toBe(0);
    expect(filesWithMark(house)).toEqual([]);
  });

  test("after what went wrong", async () => {
    const usage = await bot(["ask", `--${MARK}`], "");
    expect([usage.code, usage.errors.includes(MARK)]).toEqual([2, false]);
    const lost = await bot(["ask", "--knowledge", "nowhere", questions[0] ?? ""], "");
    expect([lost.code, lost.out, lost.errors.includes(MARK)]).toEqual([1, "", false]);
    const lines = await bot(["ask", "--jsonl"], `${MARK}\n{"id":1,"q":"${MARK}`);
    expect([lines.code, lines.errors]).toEqual([0, ""]);
    expect(filesWithMark(house)).toEqual([]);
  });

  test("in the cache of the packages, either", () => {
    const cache = join(root, "node_modules/.cache");
    expect(existsSync(cache) ? filesWithMark(cache) : []).toEqual([]);
  });
});

test("the search for the mark would find it", async () => {
  const probe = join(house, "probe");
  mkdirSync(join(probe, MARK), { recursive: true });
  expect(filesWithMark(probe)).toEqual([join(probe, MARK)]);
  rmSync(probe, { recursive: true });
});
