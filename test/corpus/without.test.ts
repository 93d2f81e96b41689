import fc from "fast-check";
import { expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/corpus.ts";
import { without } from "../../src/corpus/without.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const paragraph = fc
  .array(fc.constantFrom("crane", "harbour", "letter", "mayor", "worker", "night"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(" "));
const documents = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  .map((all) => all.map((paragraphs, i) => textDocument({ id: `a/${i}` }, paragraphs)));

const WORDS = ["crane", "harbour", "letter", "mayor", "worker", "night"];
const frequencies = ({ vocabulary, works }: Corpus) =>
  WORDS.map((word) => works.frequency(vocabulary.stemNumber(word) ?? -1));

/** The paragraphs that a search finds, in no particular order. */
function found({ vocabulary, works }: Corpus, word: string): string[] {
  const stem = vocabulary.stemNumber(word);
  const passages = stem === undefined ? [] : works.retrieve([{ stems: [stem], weight: 1 }], 100);
  return passages
    .map(({ passage }) => {
      const { analysed, local } = works.place(passage) ?? {};
      return `${analysed?.document.source.id}.${local}`;
    })
    .sort();
}

test("a corpus seen without a source counts and finds as one that never had it", () => {
  fc.assert(
    fc.property(documents, fc.nat(), (all, at) => {
      const gone = all[at % all.length]?.source.id ?? "";
      const seen = without(corpusOf(all), gone);
      const real = corpusOf(all.filter(({ source }) => source.id !== gone));
      expect(seen.works.size()).toBe(real.works.size());
      expect(frequencies(seen)).toEqual(frequencies(real));
      for (const word of WORDS) expect(found(seen, word)).toEqual(found(real, word));
    }),
    { numRuns: 100 },
  );
});

test("a source that is not there changes nothing", () => {
  const corpus = corpusOf([textDocument({ id: "a/a" }, ["A crane."])]);
  expect(without(corpus, "a/b")).toBe(corpus);
});
