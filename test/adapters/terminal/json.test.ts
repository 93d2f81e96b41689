import { describe, expect, test } from "vitest";
import { answerJson } from "../../../adapters/terminal/json.ts";
import { readAskOptions } from "../../../adapters/terminal/options.ts";
import { askLines, askOnce } from "../../../adapters/terminal/programs.ts";
import { UsageError } from "../../../src/errors.ts";
import type { Answer } from "../../../src/model.ts";
import { citation } from "../../doubles/library.ts";
import { buzzfeed, donation, ended, finding, found, hill, signers, sweden } from "../../doubles/press.ts";

async function* chunks(...all: readonly (string | Uint8Array)[]) {
  yield* all;
}

async function lines(input: readonly (string | Uint8Array)[], answer: Answer = ended, top?: number) {
  const written: string[] = [];
  const asked: string[] = [];
  await askLines({
    input: chunks(...input),
    top,
    maxLength: 500,
    answer: ({ text }) => {
      asked.push(text);
      return answer;
    },
    write: async (line) => void written.push(line),
  });
  return { written, asked, objects: written.map((line) => JSON.parse(line)) };
}

const parsed = (answer: Answer, top?: number) =>
  JSON.parse(answerJson({ id: "a", question: "q?" }, answer, top));

describe("the answer object", () => {
  test("has all of its fields, whatever the answer", () => {
    const fields = "id question answered passages confidence difference notes nearest".split(" ");
    for (const answer of [signers, donation, ended]) expect(Object.keys(parsed(answer))).toEqual(fields);
  });

  test("of a found answer has one entry a citation", () => {
    const merged = found([finding(citation(buzzfeed, 1), citation(hill, 2)), finding(citation(sweden, 1))]);
    expect(parsed(merged).passages.map((each: { finding: number }) => each.finding)).toEqual([1, 1, 2]);
    expect(parsed(merged).passages[0]).toEqual({
      rank: 1,
      finding: 1,
      quote:
        "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.",
      source: "press/letter",
      title: "Employees Of Another Major Tech Company Are Petitioning Government Contracts",
      publisher: "BuzzFeed News",
      date: "2018-06",
      url: "https://example.org/press/letter",
      language: "en",
      kind: "brief",
      paragraph: 1,
      lines: [12, 12],
      score: 1,
    });
  });

  test("names a difference by the entries of its sides", () => {
    expect(parsed(donation).difference).toEqual({
      kind: "two-accounts",
      about: "the donation",
      sides: [[0], [1]],
    });
    expect(parsed(signers, 1).difference).toBeNull();
  });

  test("of a not-found has notes and nearest, and no passages", () => {
    expect(parsed(ended)).toEqual({
      id: "a",
      question: "q?",
      answered: false,
      passages: [],
      confidence: 0.9,
      difference: null,
      notes: [
        {
          quote: "none of these sources reports that Salesforce ended its CBP contract.",
          source: "notes/contract",
        },
      ],
      nearest: [{ source: "press/letter", title: buzzfeed.source.title }],
    });
  });

  test("has the ranked passages when more are asked for, also when nothing is answered", () => {
    const ranked = [citation(buzzfeed, 2), citation(hill, 1), citation(buzzfeed, 1)];
    const quotes = (answer: Answer, top: number) =>
      parsed(answer, top).passages.map((each: { rank: number; finding: number }) => [
        each.rank,
        each.finding,
      ]);
    expect(quotes({ ...ended, ranked }, 2)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(quotes({ ...signers, ranked }, 9)).toEqual([
      [1, 3],
      [2, 4],
      [3, 1],
    ]);
  });

  test("moves no cursor and turns no text around", () => {
    const question = "\u001b[2J\u009b2J \u202egnorw \u2028 \u0007";
    const text = answerJson({ id: null, question }, ended, undefined);
    expect(text).not.toMatch(/\p{Cc}|[\u2028\u202e]/u);
    expect(JSON.parse(text).question).toBe(question);
  });
});

describe("lines of questions", () => {
  test("are answered in order, one object a line, whatever way they arrive", async () => {
    const { objects, asked } = await lines([
      '{"id":"a","q":"one',
      '?"}\n{"id":2,"q":"t',
      'wo?"}\r\n{"id":"c","q":"three?"}',
    ]);
    expect(objects.map(({ id }) => id)).toEqual(["a", 2, "c"]);
    expect(asked).toEqual(["one?", "two?", "three?"]);
  });

  test("may be cut within a character, and may hold any line separator but their own", async () => {
    const bytes = Buffer.from('{"id":"a","q":"å \u2028?"}\n');
    const { asked } = await lines([bytes.subarray(0, 16), bytes.subarray(16)]);
    expect(asked).toEqual(["å \u2028?"]);
  });

  test("that are none are answered by what is wrong with them, in their place", async () => {
    const { objects } = await lines([
      'nonsense\n{"id":"a","q":"who?"}\n\n[1]\n{"q":"who?"}\n{"id":"b"}\n"x"\nnull\n',
    ]);
    expect(objects.map(({ id, error }) => [id, typeof error])).toEqual([
      [null, "string"],
      ["a", "undefined"],
      [null, "string"],
      [null, "string"],
      [null, "string"],
      [null, "string"],
      [null, "string"],
      [null, "string"],
    ]);
  });

  test("do not repeat a bad line", async () => {
    expect((await lines(["xyzzymark\n"])).written.join()).not.toContain("xyzzymark");
  });

  test("that are too long are not asked, and say so in an answer object", async () => {
    const { objects, asked } = await lines([`${JSON.stringify({ id: "a", q: "a".repeat(10_000) })}\n`]);
    expect(asked).toEqual([]);
    expect(objects[0]).toMatchObject({ id: "a", answered: false, passages: [] });
    expect(objects[0].error).toContain("500");
  });
});

describe("one question", () => {
  test("is the first line of the input when none is given", async () => {
    const written: string[] = [];
    const write = async (line: string) => void written.push(line);
    const program = { top: undefined, maxLength: 500, answer: () => ended, write };
    await askOnce(undefined, { ...program, input: chunks("who?\nwhat?\n") });
    await askOnce("where?", { ...program, input: chunks() });
    expect(written.map((line) => JSON.parse(line).question)).toEqual(["who?", "where?"]);
  });
});

describe("the words after ask", () => {
  test("are a question, or options", () => {
    expect(readAskOptions(["who", "signed?"])).toEqual({
      form: "text",
      question: "who signed?",
      knowledge: undefined,
      top: undefined,
    });
    expect(readAskOptions(["--jsonl", "--top", "20", "--knowledge", "eval/kb"])).toMatchObject({
      form: "jsonl",
      top: 20,
      knowledge: "eval/kb",
    });
  });

  test.each([
    ["an unknown option", ["--xyzzymark"]],
    ["an option without its value", ["--top"]],
    ["a top of nothing", ["--json", "--top", "0"]],
    ["a top in words", ["--json", "--top", "ten"]],
    ["a top for a person", ["--top", "5"]],
    ["both forms", ["--json", "--jsonl"]],
    ["a question beside the lines", ["--jsonl", "xyzzymark"]],
  ])("are refused with how to write them: %s", (_, words) => {
    expect(() => readAskOptions(words)).toThrow(UsageError);
    expect(() => readAskOptions(words)).toThrow(/npm run ask/);
    expect(() => readAskOptions(words)).not.toThrow(/xyzzymark/);
  });
});
