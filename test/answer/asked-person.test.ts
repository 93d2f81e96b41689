import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { asksForPerson } from "../../src/answer/asked-person.ts";
import { explain } from "../../src/answer/explain.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

test.each([
  ["en", "which engineer at norvik started the letter", true],
  ["en", "what's the name of the crane operator's manager", true],
  ["en", "who is the director of the harbour", true],
  ["sv", "vad heter chefen for hamnen", true],
  ["sv", "vem ar direktor for hamnen", true],
  ["es", "como se llama el director del puerto", true],
  ["en", "names of the welders who quit", true],
  ["en", "name the people who started it", true],
  ["en", "who exactly were the welders that quit", true],
  ["en", "who exactly is the director of the harbour", true],
  ["en", "name the groups that came out in support", false],
  ["sv", "vad heter de welders som slutade", true],
  ["sv", "vad heter listan som brevet gick till", false],
  ["es", "los nombres de los obreros que dimitieron", true],
  ["en", "who signed the letter", false],
  ["en", "which employee proposals were voted down", false],
  ["en", "what should a developer look at", false],
  ["en", "families from which country, by what its president wrote", false],
  ["en", "who is the boss, berg or solberg", false],
  ["tr", "liman muduru kim", false],
])("in %s, whether “%s” asks for one person's name: %s", (language, folded, expected) =>
  expect(asksForPerson(folded, language)).toBe(expected),
);

describe("of a question for one person", () => {
  const text = "Which engineer started the letter to Ingrid Solberg?";
  const answering = (...paragraphs: readonly string[]) => {
    const corpus = corpusOf([textDocument({ id: "a/a" }, paragraphs)]);
    return { answer: createAnswering(corpus)({ text }), explained: explain({ text }, corpus) };
  };

  test("a sentence that names only whom the question names is no answer, and an explanation says why", () => {
    const { answer, explained } = answering(
      "An engineer started the letter to CEO Ingrid Solberg with her first name.",
    );
    expect(answer.kind).toBe("not-found");
    expect(explained.closest[0]?.objection).toEqual({ kind: "no-person" });
  });

  test.each([
    "The engineer Tove Lind started the letter to CEO Ingrid Solberg.",
    "Lind, an engineer, started the letter to CEO Ingrid Solberg.",
  ])("“%s” is an answer", (sentence) =>
    expect(
      answering(sentence, "Lind and Solberg met in Norvik, and Solberg saw Lind again.").answer.kind,
    ).toBe("found"),
  );

  test("whose name stands far from what she does is somebody else", () =>
    expect(
      answering(
        "Tove Lind wrote on Friday that a group at the harbour, led by an engineer, started the letter.",
      ).explained.closest[0]?.objection.kind,
    ).toBe("name-missing"));

  test("the source's own publisher is nobody", () => {
    const corpus = corpusOf([
      textDocument({ id: "a/a", publisher: "Harbour News" }, [
        "Harbour News said that an engineer started the letter to Ingrid Solberg.",
      ]),
    ]);
    expect(explain({ text }, corpus).closest[0]?.objection.kind).toBe("no-person");
  });

  test.each([
    "An engineer in New York started the letter to Ingrid Solberg.",
    "Fight for the Harbour, whose engineer started the letter, wrote to Ingrid Solberg.",
  ])("a place or a group is nobody: “%s”", (sentence) =>
    expect(answering(sentence).explained.closest[0]?.objection.kind).toBe("no-person"),
  );
});
