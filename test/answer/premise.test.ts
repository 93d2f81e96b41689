import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { explain } from "../../src/answer/explain.ts";
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
    ["In what year did Norvik cancel the contract?", true],
    ["Did Norvik cancel the contract?", false],
    ["Who should cancel the contract?", false],
    ["What led Norvik to cancel the contract?", true],
    ["How did workers get Norvik to cancel the contract?", true],
  ])("“%s”: %s", (text, expected) => expect(presumes(text)).toBe(expected));
});

test("what was only demanded or denied is not answered as done", () => {
  expect(createAnswering(corpus)({ text: "Why did Norvik cancel the crane contract?" }).kind).toBe(
    "not-found",
  );
});

test("what is told as done stays done in a sentence that tells a demand, too", () => {
  const letters = corpusOf([
    textDocument({ id: "a/a" }, [
      "The welders made their demand to end the crane contract in a long and angry letter to Mayor Ingrid Solberg, sent in June 2019.",
      "The welders demanded that a second letter be sent to Gdansk in May 2020.",
    ]),
  ]);
  const { closest } = explain({ text: "When did the welders send the letter to the mayor?" }, letters);
  expect(closest[0]?.objection.kind).toBe("none");
  expect(closest[0]?.citation.quote).toContain("June 2019");
  const second = explain({ text: "When did the welders send the second letter to Gdansk?" }, letters);
  expect(second.closest[0]?.objection.kind).toBe("deed-only-supposed");
});

describe("what others did is not answered as done by who is asked about", () => {
  const done = corpusOf([
    textDocument({ id: "a/done" }, [
      "Karl Berg, a welder, said on Monday that he had cancelled his own crane contract with Norvik.",
      "Norvik workers signed a letter to Mayor Ingrid Solberg in May 2019 because of the nights.",
      "The ferry line was closed in June 2020, after storms in Gdansk, by Norvik.",
    ]),
    textDocument({ id: "a/klar", language: "sv" }, [
      "Karl Berg bröt med Norvik i juni 2019 på grund av kranarna.",
    ]),
  ]);
  const answer = createAnswering(done);

  test.each([
    ["Why did Norvik cancel the crane contract?", "not-found"],
    ["Why did Karl Berg cancel the crane contract with Norvik?", "found"],
    ["Why did Ingrid Solberg sign the letter in May 2019?", "not-found"],
    ["Why did Norvik workers sign the letter in May 2019?", "found"],
    ["When did Norvik close the ferry line?", "found"],
    ["När bröt Karl Berg med Norvik?", "found"],
    ["När bröt Norvik med Karl Berg?", "not-found"],
  ])("“%s”: %s", (text, kind) => expect(answer({ text }).kind).toBe(kind));
});

test("in a list of demands, the last is as little done as the first", () => {
  const demanded = corpusOf([
    textDocument({ id: "a/a" }, [
      "Workers demanded that Norvik publish its plans, meet them at the harbour in May 2019, and end the ferry line.",
    ]),
  ]);
  expect(createAnswering(demanded)({ text: "When did Norvik end the ferry line?" }).kind).toBe("not-found");
});

test("what was done is answered", () => {
  const answer = createAnswering(corpus)({ text: "Why did Gdansk cancel the ferry contract?" });
  expect(answer.kind === "found" && answer.findings[0].citations[0].paragraph).toBe(3);
});
