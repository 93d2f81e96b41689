import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { asksForAll, tellsAll } from "../../src/answer/subject.ts";
import { fold } from "../../src/corpus/terms.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

/** The quote that answers, of a source with one paragraph a sentence; undefined if none does. */
function quote(text: string, ...sentences: readonly string[]): string | undefined {
  const corpus = corpusOf([textDocument({ id: "n/a", title: "News", published: "2021-05" }, sentences)]);
  corpus.setGlossary({ same: [["sue", "take to court"]], related: [] });
  const answer = createAnswering(corpus)({ text });
  return answer.kind === "found" ? answer.findings[0].citations[0].quote : undefined;
}

const SIGNED = "More than 420 Norvik employees signed the letter, the union of Gdansk said in May 2021.";

describe("how many people somebody has in all", () => {
  test.each([
    "How many employees does Norvik have?",
    "How many workers did Norvik employ in total?",
    "How many people work for Norvik?",
    "How large is Norvik's workforce?",
    "Hur många anställda har Norvik?",
    "Hur många jobbar på Norvik?",
    "¿Cuántos empleados tiene Norvik?",
    "¿Cuántas personas trabajan en Norvik?",
  ])("is asked by “%s”, and is not told by how many did something", (text) => {
    expect(asksForAll(fold(text).replace("¿", ""))).toBe(true);
    expect(quote(text, SIGNED)).toBeUndefined();
  });

  test("is told by a sentence that says so", () => {
    const had = "Norvik had about 9,000 employees in May 2021.";
    expect(quote("How many employees does Norvik have?", SIGNED, had)).toBe(had);
  });

  test.each([
    ["Quill has 3 lawyers.", true],
    ["Quill employs about 900 people.", true],
    ["Quill had a workforce of 900.", true],
    ["Hamnen hade 900 anställda.", true],
    ["El puerto emplea a 900 personas.", true],
    ["More than 900 employees had signed.", false],
    ["It stood with the 600 employees of Quill.", false],
    ["Of those it had met, 600 work for Quill.", true],
    ["Employees had sent a letter of 900 words.", false],
  ])("“%s” tells it: %s", (sentence, tells) => expect(tellsAll(sentence)).toBe(tells));

  test.each(["How many employees signed?", "How many names did it have?", "Hur många skrev under?"])(
    "is not asked by “%s”",
    (text) => expect(asksForAll(fold(text))).toBe(false),
  );
});

describe("what people of one did", () => {
  test("is not told by what those of another did", () => {
    expect(quote("How many Norvik employees signed the letter?", SIGNED)).toBe(SIGNED);
    expect(quote("How many Gdansk employees signed the letter?", SIGNED)).toBeUndefined();
  });

  test("is told wherever the sentence says whose they are", () => {
    const sentence = "In Lund, 30 engineers at Norvik signed the letter.";
    expect(quote("How many Norvik engineers signed the letter?", sentence)).toBe(sentence);
  });
});

describe("what happened in a year", () => {
  test("is not told by what happened in another", () => {
    expect(quote("How many Norvik employees signed the letter in 2019?", SIGNED)).toBeUndefined();
    expect(quote("How many Norvik employees signed the letter in 2021?", SIGNED)).toBe(SIGNED);
  });

  test("is told by a sentence without a year, of a source of that year", () => {
    const sentence = "Some 420 Norvik employees signed the letter.";
    expect(quote("How many Norvik employees signed the letter in 2021?", sentence)).toBe(sentence);
  });
});

describe("who did it to somebody", () => {
  const sued = "Norvik sued Gdansk over the cranes in 2021.";

  test("is not told by what that one did", () => {
    expect(quote("Who sued Gdansk over the cranes?", sued)).toBe(sued);
    expect(quote("Who sued Norvik over the cranes?", sued)).toBeUndefined();
  });

  test("is told by what was done to that one", () => {
    const passive = "Norvik was sued by Gdansk over the cranes in 2021.";
    expect(quote("Who sued Norvik over the cranes?", passive)).toBe(passive);
  });
});
