import { spawn } from "node:child_process";
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { WITH_LOADER } from "./doubles/loader.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A developer's .env does not override what is set, so these keep it out. */
const EMPTY = Object.fromEntries(
  [
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_MODE",
    "DISCORD_TOKEN",
    "STAFF_CHANNEL",
    "HTTP_PORT",
    "KNOWLEDGE_DIR",
    "DATA_DIR",
  ].map((name) => [name, ""]),
);

interface Ran {
  readonly out: string;
  readonly errors: string;
  readonly code: number | null;
}

function receipts(
  words: readonly string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
  cwd = root,
): Promise<Ran> {
  const { PATH, HOME, TMPDIR } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...WITH_LOADER, join(root, "src/main.ts"), ...words], {
      cwd,
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...EMPTY, ...env },
    });
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

describe("the command line", () => {
  test("answers a question about the shipped corpus with its source", async () => {
    const { out, errors, code } = await receipts(["ask", "How many Salesforce employees signed the letter?"]);
    expect([code, errors]).toEqual([0, ""]);
    expect(out).toContain("650");
    expect(out).toContain("Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018");
    expect(out).toMatch(/^knowledge\/press\/salesforce-letter\.md:\d+/m);
  });

  test("prints an answer object for one question, on standard output alone", async () => {
    const { out, errors, code } = await receipts(["ask", "--json"], "Why did Oracle cancel its contract?\n");
    expect([code, errors]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      id: null,
      question: "Why did Oracle cancel its contract?",
      answered: false,
    });
  });

  test.each(["--help", "-h"])("shows how a question is asked for %s", async (word) => {
    const { out, errors, code } = await receipts(["ask", word]);
    expect([code, errors]).toEqual([0, ""]);
    expect(out).toMatch(/^npm run ask .*asks at a prompt\n/);
  });

  test("refuses one question that is too long as JSON, and ends as wrongly called", async () => {
    for (const [words, input] of [
      [["ask", "--json", "a".repeat(501)], ""],
      [["ask", "--json"], "a".repeat(501)],
    ] as const) {
      const { out, errors, code } = await receipts(words, input);
      expect([code, errors]).toEqual([2, ""]);
      expect(JSON.parse(out).error).toBe("a question has at most 500 characters; this has 501");
    }
  });

  test("is kind to an empty line, noise, a picture and ten thousand characters", async () => {
    const lines = ["", "asdf", "🙃", "ما هو عدد الموقعين؟", "a".repeat(10_000)];
    const { out, errors, code } = await receipts(["start"], lines.join("\n"));
    expect([code, errors]).toEqual([0, ""]);
    const replies = out.split("\n---\n");
    expect(replies).toHaveLength(5);
    expect(replies.map((each) => each.trim().length > 20)).toEqual([true, true, true, true, true]);
  });

  test.each([
    ["an unknown word", ["frobnicate"], 2],
    ["a word after a verb that reads none", ["doctor", "now"], 2],
    ["a place that is none", ["forget", "everything"], 2],
    ["an unknown option", ["ask", "--loud"], 2],
    ["a folder that is not there", ["ask", "--knowledge", "nowhere", "who?"], 1],
  ])("exits for %s with an error on standard error alone", async (_, words, wanted) => {
    const { out, errors, code } = await receipts(words);
    expect([code, out]).toEqual([wanted, ""]);
    expect(errors.trim()).not.toBe("");
  });

  test("names every variable that cannot be used, and does not start", async () => {
    const { errors, code } = await receipts(["start"], "", {
      HTTP_PORT: "x",
      SLACK_BOT_TOKEN: "xoxb-secret",
    });
    expect(code).toBe(1);
    expect(errors).toContain("HTTP_PORT: ");
    expect(errors).toContain("SLACK_APP_TOKEN: ");
    expect(errors).not.toContain("secret");
  });

  test.each([
    ["for a chat", { DISCORD_TOKEN: "x" }, []],
    ["with other settings", { LOG_LEVEL: "x", HTTP_PORT: "a" }, ["HTTP_PORT", "LOG_LEVEL"]],
  ])("names folders that cannot be used %s, all at once", async (_, env, others) => {
    const folders = { KNOWLEDGE_DIR: "/nope", DATA_DIR: join(root, "package.json") };
    const { errors, code } = await receipts(["start"], "", { ...env, ...folders });
    expect(code).toBe(1);
    expect(errors.trim().split("\n")).toEqual(
      [...others, "KNOWLEDGE_DIR", "DATA_DIR"].map((name) => expect.stringMatching(`^${name}: `)),
    );
  });

  test("shows and forgets what is kept, whatever other variables hold", async () => {
    const env = { DATA_DIR: await mkdtemp(join(tmpdir(), "receipts-none-")), LOG_LEVEL: "all" };
    for (const words of [["kept"], ["forget", "slack:C0123ABCD"], ["corrections"]])
      expect(await receipts(words, "", env)).toEqual({
        out: `Nothing is kept in ${env.DATA_DIR} yet.\n`,
        errors: "",
        code: 0,
      });
  });

  test.each([
    ["is a file", "file", "is a file, not a folder"],
    ["is below a file", "file/below", "cannot be made: "],
    ["leads nowhere", "link", "is a link that leads nowhere"],
  ])("says of a data folder that %s what to do, by the variable's name", async (_, name, why) => {
    const folder = await mkdtemp(join(tmpdir(), "receipts-wrong-"));
    await writeFile(join(folder, "file"), "");
    await symlink(join(folder, "nothing"), join(folder, "link"));
    const env = { DATA_DIR: join(folder, name) };
    const problem = expect.stringContaining(`DATA_DIR: ${env.DATA_DIR} ${why}`);
    const [kept, doctor, talk] = await Promise.all([
      receipts(["kept"], "", env),
      receipts(["doctor"], "", env),
      receipts(["start"], "digest list", env),
    ]);
    expect(kept).toEqual({ out: "", errors: problem, code: 1 });
    expect(doctor).toMatchObject({ out: problem, code: 1 });
    expect(talk).toMatchObject({ out: expect.stringContaining("what DATA_DIR names is no folder"), code: 0 });
  });

  test("says that its settings cannot be read, and goes on without them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "receipts-env-"));
    await mkdir(join(folder, ".env"));
    const env = { DATA_DIR: join(folder, "none") };
    expect(await receipts(["kept"], "", env, folder)).toEqual({
      out: `Nothing is kept in ${env.DATA_DIR} yet.\n`,
      errors: ".env: cannot be read (EISDIR), so nothing in it counts here\n",
      code: 0,
    });
  });

  test("says to the doctor what is missing by name", async () => {
    const { out, code } = await receipts(["doctor"]);
    expect([code, out.includes("DISCORD_TOKEN")]).toEqual([1, true]);
    expect(out).toContain("can be read by anyone who can message the bot");
  });
});
