import { expect, test } from "vitest";
import { flagsAt } from "../../src/corpus/analysis.ts";
import { CAPITAL, NUMBER } from "../../src/corpus/terms.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

function analysed(paragraphs: readonly string[], title: string) {
  const corpus = corpusOf([textDocument({ id: "a/a", title }, paragraphs)]);
  const document = corpus.works.document("a/a");
  if (document === undefined) throw new Error("not loaded");
  const texts = (words: Uint32Array) => [...words].map((word) => corpus.vocabulary.surfaceText(word));
  return { document, texts };
}

test("words, title and sentences lie side by side and are told apart", () => {
  const { document, texts } = analysed(
    ["The crane fell. Nobody was hurt.", "Two ships wait."],
    "Cranes in May",
  );
  expect(texts(document.words)).toEqual("the crane fell nobody was hurt two ships wait".split(" "));
  expect(texts(document.titleWords)).toEqual(["cranes", "in", "may"]);
  expect([...document.passageWords]).toEqual([0, 6, 9]);
  expect([...document.passageSentences]).toEqual([0, 2, 3]);
  expect([...document.sentences]).toEqual([0, 0, 15, 3, 16, 32, 6, 0, 15]);
});

test("each word has its own flags, and what is outside the document has none", () => {
  const { document } = analysed(["On 12 May the Port paid 31 million."], "Cranes");
  expect([...document.words].map((_, word) => flagsAt(document, word))).toEqual([
    CAPITAL,
    NUMBER,
    CAPITAL,
    0,
    CAPITAL,
    0,
    NUMBER,
    0,
  ]);
  expect([-1, 8, 800].map((word) => flagsAt(document, word))).toEqual([0, 0, 0]);
});
