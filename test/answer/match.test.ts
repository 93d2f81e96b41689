import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

describe("a question's terms in a passage", () => {
  const corpus = corpusOf(HARBOUR);
  const tools = createAnswerTools(corpus);
  const harbour = corpus.works.document("press/harbour");
  if (harbour === undefined) throw new Error("not loaded");
  const match = (text: string, local: number) =>
    tools.matcher(readQuestion(text, "en", tools)).passage(harbour, local);

  test("are found sentence by sentence", () => {
    const { mask, sentences, hits } = match("letter shorter nights", 0);
    expect([mask, ...sentences.map((sentence) => sentence.mask)]).toEqual([0b111, 0b001, 0b110]);
    expect(hits.map(({ term }) => term)).toEqual([0, 1, 2]);
  });

  test("count less where only a similar word stands", () => {
    const { mask, values } = match("harbourmaster", 0);
    expect(mask).toBe(0);
    expect(values[0]).toBeGreaterThan(0.4);
    expect(values[0]).toBeLessThan(1);
  });

  test("are the same for a passage read for its values alone", () => {
    const matcher = tools.matcher(readQuestion("mayor workers cranes letter", "en", tools));
    for (let local = 0; local < 3; local += 1)
      expect(matcher.values(harbour, local)).toEqual(matcher.passage(harbour, local).values);
  });

  test("of two questions at once do not mix", () => {
    const [first, second] = ["letter", "cranes"].map((text) =>
      tools.matcher(readQuestion(text, "en", tools)),
    );
    expect(first?.passage(harbour, 0).mask).toBe(1);
    expect(second?.passage(harbour, 0).mask).toBe(0);
    expect(second?.passage(harbour, 1).mask).toBe(1);
    expect(first?.passage(harbour, 0).mask).toBe(1);
  });

  test("are those that a matcher finds which was asked nothing before", () => {
    const words = fc.constantFrom(
      ..."letter shorter nights mayor workers cranes harbourmaster Solberg signed".split(" "),
    );
    const question = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
    const before = createAnswerTools(corpus);
    fc.assert(
      fc.property(question, (text) => {
        const reading = readQuestion(text, "en", before);
        const fresh = createAnswerTools(corpus).matcher(reading);
        for (let local = 0; local < 3; local += 1)
          expect(before.matcher(reading).passage(harbour, local)).toEqual(fresh.passage(harbour, local));
      }),
    );
  });

  test("are told apart after seventy thousand questions", () => {
    const reading = readQuestion("letter", "en", tools);
    for (let i = 0; i < 70_000; i += 1) tools.matcher(reading);
    expect(tools.matcher(reading).passage(harbour, 0).mask).toBe(1);
    expect(tools.matcher(reading).passage(harbour, 1).mask).toBe(0);
  });
});
