import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { sentencesOf } from "../../src/answer/parts.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const answer = createAnswering(corpusOf(HARBOUR));
const said = (text: string) => {
  const given = answer({ text });
  return given.kind === "found" ? given.findings[0].citations[0].quote : "nothing";
};
const ASKED = "who opened the new terminal?";

describe("of a long message, what it asks is answered", () => {
  test.each([
    ["behind another sentence", `My cousin baked a marvellous raspberry cake yesterday. ${ASKED}`],
    ["behind a picture", `pub quizzes are my favourite evening pastime 😄 ${ASKED}`],
    ["behind a comma", `sorry if this bothers somebody enjoying their holiday, but ${ASKED}`],
    ["before a doubt", "who opened the new terminal, or is nobody in town quite sure about that?"],
    ["behind a colon", `quick question about tomorrow's leaflet printing: ${ASKED}`],
  ])("%s", (_, text) => expect(said(text)).toContain("Ingrid Solberg opened the new terminal"));

  test("but not without the names and numbers that stand before it", () => {
    expect(said("About Microsoft in Reykjavik, who opened the new terminal?")).toBe("nothing");
    expect(said("who opened the new terminal: Microsoft in Reykjavik or somebody else?")).toBe("nothing");
  });
});

test("what leads up to a question is not taken for it", () => {
  const [answered, asked] = ["Ingrid Solberg opened the new terminal in 2021.", "How deep is the sea there?"];
  expect(said(`${answered} ${asked}`)).toBe("nothing");
});

test("a question that refers back is not asked without what it refers to", () => {
  expect(said("The lighthouse of Reykjavik was rebuilt. Who opened it as the new terminal?")).toBe("nothing");
  expect(said(`The new terminal is lovely. ${ASKED}`)).toContain("Ingrid Solberg");
});

test("whoever has never heard of something is told what it is", () => {
  const harbour = corpusOf([
    textDocument({ id: "a/a" }, [
      "Norvik is a town on the northern coast.",
      "The mayor said that everyone had heard the welders of Norvik.",
    ]),
  ]);
  const told = (text: string) => {
    const answer = createAnswering(harbour)({ text });
    return answer.kind === "found" ? answer.findings[0].citations[0].quote : "nothing";
  };
  expect(told("Norvik?? never heard of that, what is it")).toBe("Norvik is a town on the northern coast.");
  expect(told("I keep seeing Gdansk, what is it?")).toBe("nothing");
});

test("an abbreviation ends no sentence of a message", () => {
  expect(sentencesOf("Who opened the harbour near St. Olaf? I forgot.", "en")).toEqual([
    "Who opened the harbour near St. Olaf?",
    "I forgot.",
  ]);
  expect(sentencesOf("Who opened the harbour of J. Lind?", "en")).toEqual([]);
  expect(sentencesOf("Who opened the harbour on 5 Jan. 2020?", "en")).toEqual([]);
});
