import { describe, expect, test } from "vitest";
import type { OwnQuestion } from "../fit/own.ts";
import { auc, figuresOf } from "./figures.ts";
import { judge } from "./judge.ts";
import type { AnswerLine } from "./product.ts";

const quoted = (quote: string, source = "set/1", paragraph = 1) => ({
  quote,
  source,
  paragraph,
  title: "Title",
});

function line(passages: AnswerLine["passages"], confidence = 0.9): AnswerLine {
  return { id: "q", answered: confidence > 0.5, confidence, passages };
}

const question = { id: "q", text: "How many?", lang: "en", doc: "d", answers: [{ text: "420" }] };
const gold = { source: "set/1", paragraph: 1 };

describe("the figures of a set", () => {
  test("count the gold paragraph's rank among distinct paragraphs", () => {
    const passages = [
      quoted("No.", "set/2"),
      quoted("Nor here.", "set/2"),
      quoted("420 came."),
      quoted("x", "set/3"),
    ];
    const { p1, hit3, s1, s3 } = figuresOf([{ question, gold, answer: line(passages) }]);
    expect([p1, hit3, s1, s3]).toEqual([0, 1, 0, 1]);
  });

  test("count a quote only if it is short, in place and has the answer", () => {
    const right = line([quoted("About 420 came.")]);
    const elsewhere = line([quoted("About 420 came.", "set/9")]);
    const long = line([quoted(`420 ${"x".repeat(450)}`)]);
    expect([right, elsewhere, long].map((answer) => figuresOf([{ question, gold, answer }]).s1)).toEqual([
      1, 0, 0,
    ]);
  });

  test("keep questions without an answer apart", () => {
    const asked = [
      { question, gold, answer: line([quoted("420 came.")], 0.9) },
      { question, gold: undefined, answer: line([quoted("Nobody.")], 0.2) },
      { question, gold: undefined, answer: line([quoted("Nobody.")], 0.6) },
    ];
    const { questions, unanswerable, answered, falselyAnswered, auc: area } = figuresOf(asked);
    expect([questions, unanswerable, answered, falselyAnswered, area]).toEqual([1, 2, 1, 0.5, 1]);
  });
});

test.each([
  [[3, 4], [1, 2], 1],
  [[1, 2], [3, 4], 0],
  [[1, 1], [1, 1], 0.5],
  [[1, 3], [2], 0.5],
])("%j above %j is an area of %d", (yes, no, area) => expect(auc(yes, no)).toBe(area));

describe("an answer to a labelled question", () => {
  const labelled: OwnQuestion = {
    id: "q",
    q: "How many?",
    lang: "en",
    type: "amount",
    expect: { all: ["\\b420\\b"], none: ["4200"] },
    sources: ["S2"],
  };
  const from = (quote: string, title = "Salesforce agrees to meet") => line([{ ...quoted(quote), title }]);

  test.each([
    ["right, with the words from the source", labelled, from("About 420 came."), "right"],
    ["wrong, from another source", labelled, from("About 420 came.", "Another"), "wrong"],
    ["wrong, with forbidden words", labelled, from("420 or 4200 came."), "wrong"],
    ["declined", labelled, line([], 0), "declined"],
    ["right to decline", { ...labelled, abstain: true }, line([], 0), "right"],
    ["a wrong receipt", { ...labelled, abstain: true }, from("About 420 came."), "wrong receipt"],
    ["free to decline", { ...labelled, abstain_ok: true }, line([], 0), "right"],
  ])("is %s", (_, asked, answer, verdict) => expect(judge(asked, answer)).toBe(verdict));
});
