import { expect, test } from "vitest";
import {
  firstSentenceOf,
  firstWordOf,
  flagsOf,
  isQuestion,
  passageCount,
  publisherWordsOf,
  sentenceEndOf,
  sentenceStartOf,
  sentenceWordOf,
  titleWordsOf,
  wordAt,
  wordsOf,
} from "../../src/corpus/analysis.ts";
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
  expect(texts(wordsOf(document))).toEqual("the crane fell nobody was hurt two ships wait".split(" "));
  expect(texts(titleWordsOf(document))).toEqual(["cranes", "in", "may"]);
  expect(texts(publisherWordsOf(document)).join(" ")).toBe(document.document.source.publisher.toLowerCase());
  expect(passageCount(document)).toBe(2);
  expect([0, 1, 2].map((local) => firstWordOf(document, local))).toEqual([0, 6, 9]);
  expect([0, 1, 2].map((local) => firstSentenceOf(document, local))).toEqual([0, 2, 3]);
  const sentences = [0, 1, 2].map((sentence) => [
    sentenceWordOf(document, sentence),
    sentenceStartOf(document, sentence),
    sentenceEndOf(document, sentence),
  ]);
  expect(sentences).toEqual([
    [0, 0, 15],
    [3, 16, 32],
    [6, 0, 15],
  ]);
});

test("behind the last word there is none", () => {
  const { document } = analysed(["The crane fell. Nobody was hurt."], "Cranes in May");
  expect([6, 7, 800].map((word) => wordAt(document, word))).toEqual([0, 0, 0]);
});

test("a sentence that ends in a question mark is a question", () => {
  const { document } = analysed(["Who pays? The port.", "Who says so?"], "Cranes");
  expect([0, 1, 2].map((sentence) => isQuestion(document, sentence))).toEqual([true, false, true]);
});

test("each word has its own flags, and what is outside the document has none", () => {
  const { document } = analysed(["On 12 May the Port paid 31 million."], "Cranes");
  expect([...wordsOf(document)].map((_, word) => flagsOf(document, word))).toEqual([
    CAPITAL,
    NUMBER,
    CAPITAL,
    0,
    CAPITAL,
    0,
    NUMBER,
    0,
  ]);
  expect([-1, 8, 800].map((word) => flagsOf(document, word))).toEqual([0, 0, 0]);
});
