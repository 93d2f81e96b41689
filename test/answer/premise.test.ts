import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { presumesDeed } from "../../src/answer/premise.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf([
  textDocument({ id: "a/demand", title: "Workers demand an end" }, [
    "Workers demanded that Norvik cancel the crane contract.",
    "The mayor said that Norvik would not cancel the crane contract.",
    "Gdansk cancelled its ferry contract in 2020 because the price was too high.",
  ]),
]);
const tools = createAnswerTools(corpus);
const presumes = (text: string) => presumesDeed(text, readQuestion(text, "en", tools));

describe("a question takes its deed for granted", () => {
  test.each([
    ["Why did Norvik cancel the contract?", true],
    ["When did Norvik cancel the contract?", true],
    ["What finally made Norvik cancel the contract?", true],
    ["Did Norvik cancel the contract?", false],
    ["Who should cancel the contract?", false],
  ])("“%s”: %s", (text, expected) => expect(presumes(text)).toBe(expected));
});

test("what was only demanded or denied is not answered as done", () => {
  expect(createAnswering(corpus)({ text: "Why did Norvik cancel the crane contract?" }).kind).toBe(
    "not-found",
  );
});

test("what was done is answered", () => {
  const answer = createAnswering(corpus)({ text: "Why did Gdansk cancel the ferry contract?" });
  expect(answer.kind === "found" && answer.findings[0].citations[0].paragraph).toBe(3);
});
