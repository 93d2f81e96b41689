import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/answer/reading.ts";
import { editDistance } from "../../src/answer/spelling.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf(HARBOUR);
const { spelling } = createAnswerTools(corpus);
const rules = corpus.rules("en");

describe("the distance of two words", () => {
  test.each([
    ["letter", "letter", 0],
    ["letter", "leter", 1],
    ["letter", "lettre", 1],
    ["letter", "batter", 2],
    ["letter", "l", 3],
    ["", "ab", 2],
  ])("of %s and %s is %i", (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));
});

describe("a misspelt word", () => {
  test.each([
    ["a letter left out", "harbor", "harbour"],
    ["two letters swapped", "hrabour", "harbour"],
    ["a letter doubled", "craness", "cranes"],
    ["two slips in a long word", "teminall", "terminal"],
    ["a letter that sounds alike", "nightz", "nights"],
  ])("with %s is corrected", (_, word, known) => expect(spelling.corrections(word, rules)).toContain(known));

  test.each([
    ["a short one", "cat"],
    ["a number", "4200"],
    ["one like no other", "photosynthesis"],
  ])("is left alone if it is %s", (_, word) => expect(spelling.corrections(word, rules)).toEqual([]));

  test("of three letters is a name with two of them swapped, and nothing else", () => {
    expect(spelling.corrections("APN", rules)).toEqual(["pan"]);
    expect(spelling.corrections("PNA", rules)).toEqual(["pan"]);
    expect(spelling.corrections("PAM", rules)).toEqual([]);
    expect(spelling.corrections("ehr", rules)).toEqual([]);
  });

  test("is corrected to three words at most", () => {
    expect(spelling.corrections("nighst", rules).length).toBeLessThanOrEqual(3);
  });

  test("may be a question word", () => {
    expect([
      spelling.isMisspeltStopWord("wich", rules),
      spelling.isMisspeltStopWord("harbour", rules),
    ]).toEqual([true, false]);
  });
});

test("a misspelt word may be an inflection of one that the glossary alone has", () => {
  const named = corpusOf(HARBOUR);
  named.setGlossary({ same: [["workers", "visitor"]], related: [] });
  expect(createAnswerTools(named).spelling.corrections("vistors", rules)).toEqual(["visitor"]);
});

test("a word that was in a source which is gone is no correction", () => {
  const changing = corpusOf(HARBOUR);
  changing.remove("press/cranes");
  expect(createAnswerTools(changing).spelling.corrections("Gdanskk", rules)).toEqual([]);
});

describe("in an inflecting language, a misspelt word", () => {
  const swedish = corpusOf([
    textDocument({ id: "a/sv", language: "sv" }, [
      "Kommunikatören skrev till speditören om skogsmaskinernas operatörer.",
      "En receptionschef tog emot dem.",
    ]),
  ]);
  const checker = createAnswerTools(swedish).spelling;

  test.each([
    ["whose stem is accented", "kommuniktören", "kommunikatoren"],
    ["with another ending than in the texts", "skogsamskin", "skogsmaskinernas"],
    ["with an ending that the texts lack", "receptonschefen", "receptionschef"],
  ])("%s is corrected", (_, word, known) =>
    expect(checker.corrections(word, swedish.rules("sv"))).toContain(known),
  );
});

test("a misspelt word finds what the right one finds, in the writing of the texts", () => {
  const swedish = createAnswerTools(
    corpusOf([textDocument({ id: "a/sv", language: "sv" }, ["En speditör skrev.", "En annan svarade."])]),
  );
  const stems = (text: string) =>
    readQuestion(text, "sv", swedish).terms[0]?.wordings.flatMap((w) => w.stems);
  expect(stems("speditöör")).toEqual(expect.arrayContaining(stems("speditör") ?? [-1]));
});
