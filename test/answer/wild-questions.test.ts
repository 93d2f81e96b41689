import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { LONGEST_QUOTE } from "../../src/answer/quote.ts";
import { plainText, wordsAt } from "../../src/corpus/passages.ts";
import type { Citation } from "../../src/model.ts";
import { labelled, shipped, shippedCorpus } from "../doubles/shipped.ts";

const all = await shipped();
const corpus = shippedCorpus(all);
const answer = createAnswering(corpus);
const asked = [...labelled("dev"), ...labelled("own")].map(({ q }) => q);
const corpusWords = [
  ...new Set(all.documents.flatMap(({ passages }) => passages.flatMap(({ text }) => text.split(" ")))),
];

/** A question takes at most this long, on a machine that does other things, too. */
const LONGEST_MS = 2000;

function isInFile({ quote, source, lines }: Citation): boolean {
  const file = corpus.document(source.id)?.file ?? "";
  const words = wordsAt(file, lines);
  return words.includes(quote) || words.includes(plainText(quote));
}

function check(text: string): void {
  const from = performance.now();
  const given = answer({ text }, 10);
  expect(performance.now() - from).toBeLessThan(LONGEST_MS);
  expect(given.confidence).toBeGreaterThanOrEqual(0);
  expect(given.confidence).toBeLessThanOrEqual(1);
  const cited = given.kind === "found" ? given.findings.flatMap(({ citations }) => citations) : [];
  for (const citation of [...given.ranked, ...cited]) {
    expect(citation.quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
    expect([citation.quote, isInFile(citation)]).toEqual([citation.quote, true]);
  }
}

const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...corpusWords), { maxLength: 60 }).map((words) => words.join(" ")),
  fc
    .array(
      fc.constantFrom(
        "💸",
        "👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "\u202e",
        "\u0000",
        "…",
        "¿",
        "?",
        ".",
        "1.",
        "'",
        "’",
        "-",
        "(",
        " ",
        "who",
        "CBP",
        "$19",
        "é\u0301\u0301",
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom(...asked), fc.nat(200), fc.string({ unit: "binary", maxLength: 4 }))
    .map(([question, at, noise]) => question.slice(0, at) + noise + question.slice(at)),
);

test("2,000 wild questions are each answered in time, with quotes that are in their files", () => {
  fc.assert(fc.property(wild, check), { numRuns: 2000 });
});

test.each([
  ["one letter", "a".repeat(10_000)],
  ["one word", "Salesforce ".repeat(900)],
  ["many words", corpusWords.join(" ").slice(0, 10_000)],
  ["stops", "a.".repeat(5000)],
  ["digits", "1,".repeat(5000)],
  ["marks", "\u0301".repeat(10_000)],
  ["brackets", "(".repeat(10_000)],
  ["question marks between words", "why? ".repeat(2000)],
  ["apostrophes", "'a".repeat(5000)],
  ["mentions", "@a ".repeat(3333)],
  ["emoji", "👩‍👩‍👧".repeat(1250)],
  ["letters of the right-to-left", "של".repeat(5000)],
  ["spaces", " ".repeat(10_000)],
])("ten thousand characters of %s are answered in time", (_, text) => check(text));
