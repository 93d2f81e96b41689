import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { explain } from "../../src/answer/explain.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const concert = corpusOf([
  ...HARBOUR,
  textDocument({ id: "a/concert" }, [
    "Harbour workers projected messages during a concert in Norvik in June 2019.",
    "Karl Berg was a welder at the harbour of Norvik.",
    "A company lent the loudspeakers.",
  ]),
]);
concert.setGlossary({
  same: [
    ["worker", "staff"],
    ["email address", "e-mail address"],
  ],
  related: [],
});
const tools = createAnswerTools(concert);
function noun(text: string, language: string): string | undefined {
  const { terms, noun: at } = readQuestion(text, language, tools);
  return terms[at]?.word;
}

test.each([
  ["en", "Which band played at the concert in Norvik?", "band"],
  ["en", "What is Karl Berg's salary?", "salary"],
  ["en", "What is the email address of Karl Berg?", "email address"],
  ["en", "What's the deadline Karl Berg set?", "deadline"],
  ["en", "Can I get the email address of Karl Berg?", "email address"],
  ["sv", "Vilken orkester spelade på konserten?", "orkester"],
  ["es", "¿Qué banda tocó en el concierto?", "banda"],
  ["en", "How many cameras filmed the concert?", "cameras"],
  ["sv", "Hur många kameror filmade konserten?", "kameror"],
  ["en", "How many workers were at the concert?", undefined],
  ["en", "How many names had the letter?", undefined],
  ["en", "How many said that the cameras were loud?", undefined],
  ["en", "What Norvik-sounding word was at the concert?", undefined],
  ["en", "On which quay was the concert?", "quay"],
  ["en", "In which city was the concert?", undefined],
  ["en", "Which company paid for the cranes?", undefined],
  ["en", "In which month was the concert?", undefined],
  ["en", "What did the workers sign?", undefined],
  ["en", "What was it that they signed?", undefined],
  ["en", "Which compnay met the harbour workers?", undefined],
  ["en", "What is meant by nights?", undefined],
  ["en", "What is Karl Berg telling the workers?", undefined],
  ["en", "How many workers signed the letter?", undefined],
  ["de", "Welche Band spielte?", undefined],
])("in %s, “%s” asks for this noun: %s", (language, text, expected) =>
  expect(noun(text, language)).toBe(expected),
);

describe("a sentence that has nothing of the noun asked for", () => {
  const text = "Which band played during the concert in Norvik?";

  test("does not answer, and an explanation says why", () => {
    expect(createAnswering(concert)({ text }).kind).toBe("not-found");
    expect(explain({ text }, concert).closest[0]?.objection).toEqual({ kind: "noun-missing", word: "band" });
  });

  test("answers where it says the noun in other words", () => {
    const told = corpusOf([
      textDocument({ id: "a/a" }, ["The Tide, a group of musicians, played during the concert in Norvik."]),
    ]);
    told.setGlossary({ same: [["band", "group of musicians"]], related: [] });
    expect(createAnswering(told)({ text }).kind).toBe("found");
  });
});

test.each([
  ["What general rule about nights did workers want?", "rule"],
  ["Which loud concert did workers hold?", "concert"],
  ["Which band played in Norvik?", undefined],
  ["Which old company of Norvik lent the loudspeakers?", undefined],
  ["How many loud concerts did they hold?", undefined],
])("“%s” has the noun itself behind what says more of it: %s", (text, expected) => {
  const { terms, headNoun } = readQuestion(text, "en", tools);
  expect(terms[headNoun]?.word).toBe(expected);
});
