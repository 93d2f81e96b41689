import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_QUOTE, quoteText, sentenceCount } from "../../src/answer/quote.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

function analysed(text: string) {
  const corpus = corpusOf([textDocument({ id: "a/a" }, [text])]);
  const found = corpus.works.document("a/a");
  if (found === undefined) throw new Error("not loaded");
  return found;
}

test("a quote is the sentences asked for, to the letter", () => {
  const found = analysed("First one.  Second, “one”. Third.");
  expect(sentenceCount(found, 0)).toBe(3);
  expect(quoteText(found, 0, { first: 1, last: 1 })).toBe("Second, “one”.");
  expect(quoteText(found, 0, { first: 0, last: 1 })).toBe("First one.  Second, “one”.");
});

test("a long sentence is cut at whole words around what matched", () => {
  const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(" ");
  const found = analysed(`${words}.`);
  const at = words.indexOf("word150");
  const quote = quoteText(found, 0, { first: 0, last: 0 }, [at, at + 7]);
  expect(quote).toContain("word150");
  expect(words).toContain(quote);
  expect(quote).toMatch(/^word\d+ .* word\d+$/);
});

test("a quote has at most 450 characters, is verbatim and halves no character, whatever the text", () => {
  const text = fc.array(
    fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(" ", ", ", "💸", "ord", "Ord. ")),
    {
      minLength: 1,
      maxLength: 400,
    },
  );
  fc.assert(
    fc.property(text, fc.nat(2000), (parts, at) => {
      const given = parts.join("").replace(/\s+/g, " ").trim();
      if (given === "") return;
      const found = analysed(given);
      for (let sentence = 0; sentence < sentenceCount(found, 0); sentence += 1) {
        const quote = quoteText(found, 0, { first: sentence, last: sentence }, [at, at + 5]);
        expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
        expect(given).toContain(quote);
        expect(quote).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }),
    { numRuns: 300 },
  );
});
