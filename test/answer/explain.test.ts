import { describe, expect, test } from "vitest";
import { explanationText } from "../../adapters/terminal/explain.ts";
import { createAnswering } from "../../src/answer/answer.ts";
import { type Contribution, explain } from "../../src/answer/explain.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

const corpus = corpusOf(HARBOUR);
const sum = (parts: readonly Contribution[]) => parts.reduce((total, { points }) => total + points, 0);

describe("an explanation", () => {
  test.each([
    "Who opened the new terminal?",
    "How many workers signed the lettr?",
    "What did Microsoft pay?",
    "💸",
  ])("of “%s” says what the answer says", (text) => {
    const answer = createAnswering(corpus)({ text });
    const explanation = explain({ text }, corpus);
    expect(explanation.confidence).toBe(answer.confidence);
    expect(explanation.verdict === "answered").toBe(answer.kind === "found");
    if (answer.kind === "found")
      expect(explanation.closest[0]?.citation.key).toBe(answer.findings[0].citations[0].key);
  });

  test("has contributions that add up to the scores", () => {
    const [best] = explain({ text: "Who opened the new terminal?" }, corpus).closest;
    if (best === undefined) throw new Error("nothing was close");
    expect(sum(best.sentence)).toBeCloseTo(best.score, 9);
    expect(best.sentence.find(({ feature }) => feature === "passage")?.value).toBeCloseTo(
      sum(best.passage),
      9,
    );
    expect(1 / (1 + Math.exp(-sum(best.sure)))).toBeCloseTo(best.confidence, 9);
  });

  test("shows how each word was read, with shares that make a whole", () => {
    const { terms, language, askedFor } = explain({ text: "How many workers signed the lettr?" }, corpus);
    expect([language, askedFor]).toEqual(["en", "amount"]);
    expect(terms.map(({ word }) => word)).toEqual(["workers", "signed", "lettr"]);
    expect(terms[2]?.corrected).toEqual(["letter"]);
    expect(terms.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
  });
});

describe("an explanation in the terminal", () => {
  test("names the sentence, what spoke for it and how sure that is", () => {
    const text = explanationText(explain({ text: "Who opened the new terminal?" }, corpus));
    expect(text).toMatch(/^Answered: \d+ % sure; an answer needs \d+ %\./);
    expect(text).toContain("Best sentence: press/cranes, paragraph 2 (line 3)");
    expect(text).toContain("Ingrid Solberg opened the new terminal in 2021.");
    expect(text).toContain("the question's words are in the sentence");
  });

  test("says what is against the nearest sentence where nothing is answered", () => {
    const text = explanationText(explain({ text: "What did Microsoft pay for new cranes?" }, corpus));
    expect(text).toContain("Not in our sources");
    expect(text).toContain("it lacks the name “microsoft”");
    expect(text).toContain("in no source");
  });

  test("of no question at all is one line and no more trouble", () => {
    expect(explanationText(explain({ text: "" }, corpus))).toContain("Nothing to search for");
  });

  test("has words for every feature", () => {
    const questions = [
      "Who opened the new terminal?",
      "When?",
      "How many workers signed?",
      "Why were the nights long?",
    ];
    for (const question of questions)
      expect(explanationText(explain({ text: question }, corpus))).not.toMatch(/\d {2}(\S+) \[\1 /);
  });
});

test("an initial within a name ends no part of a message", () => {
  expect(explain({ text: "What did Ingrid M. Solberg open in 2021?" }, corpus).part).toBeUndefined();
});
