import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";
import type { Document } from "../../src/model.ts";
import { textDocument } from "../doubles/corpus.ts";
import { labelled, shipped, shippedCorpus } from "../doubles/shipped.ts";

const all = await shipped();
const questions = labelled("dev").map(({ q }) => q);
const TOP = 10;
/** From here on an answer counts as confident: well above what an answer needs. */
const CONFIDENT = 0.6;

/** What a corpus says to a question: everything but the order in which its parts came. */
function said(corpus: Corpus, asked: readonly string[]) {
  const answer = createAnswering(corpus);
  return asked.map((text) => {
    const { kind, confidence, ranked } = answer({ text }, TOP);
    return { kind, confidence, ranked: ranked.map(({ key, score }) => `${key} ${score}`) };
  });
}

const ENGINES = [
  ["MiniSearch", 10_000],
  ["packed postings", 0],
] as const;

describe.each(ENGINES)("with %s", (_, threshold) => {
  test("ranking does not depend on the order in which documents came", () => {
    const expected = said(shippedCorpus(all, all.documents, threshold), questions);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all.documents], { minLength: all.documents.length }), (order) => {
        expect(said(shippedCorpus(all, order, threshold), questions)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  test("removing a document and adding it again restores the same ranking", () => {
    const corpus = shippedCorpus(all, all.documents, threshold);
    const expected = said(corpus, questions);
    for (const document of all.documents) {
      corpus.remove(document.source.id);
      said(corpus, questions.slice(0, 3));
      corpus.put(document);
    }
    expect(said(corpus, questions)).toEqual(expected);
  });

  test("replacing a document by itself many times changes nothing", () => {
    const corpus = shippedCorpus(all, all.documents, threshold);
    const expected = said(corpus, questions.slice(0, 20));
    for (let round = 0; round < 50; round += 1) for (const document of all.documents) corpus.put(document);
    expect(said(corpus, questions.slice(0, 20))).toEqual(expected);
  });
});

test("both engines give the same answers", () => {
  const [first, second] = ENGINES.map(([, threshold]) =>
    said(shippedCorpus(all, all.documents, threshold), questions),
  );
  expect(second).toEqual(first);
});

// words that no question has
const word = fc.stringMatching(/^[bcdfghjklmnp][aeiou][bcdfghjklmnp][aeiou]x[aeiou]z$/);
const unrelated: fc.Arbitrary<Document> = fc
  .array(fc.array(word, { minLength: 8, maxLength: 40 }), { minLength: 1, maxLength: 12 })
  .map((paragraphs) =>
    textDocument(
      { id: "other/unrelated", title: "Bafixoz" },
      paragraphs.map((words) => `${words.join(" ")}.`),
    ),
  );

test("adding an unrelated document never removes a confident answer", () => {
  const before = createAnswering(shippedCorpus(all));
  const confident = questions.flatMap((text) => {
    const answer = before({ text });
    return answer.kind === "found" && answer.confidence >= CONFIDENT
      ? [{ text, key: answer.findings[0].citations[0].key }]
      : [];
  });
  expect(confident.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(unrelated, (document) => {
      const after = createAnswering(shippedCorpus(all, [...all.documents, document]));
      for (const { text, key } of confident) {
        const answer = after({ text });
        expect([text, answer.kind === "found" && answer.findings[0].citations[0].key]).toEqual([text, key]);
      }
    }),
    { numRuns: 8 },
  );
});
