import { expect, test } from "vitest";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

test("lists sources in the order of their ids, however they came", () => {
  const corpus = corpusOf([...HARBOUR].reverse());
  expect(corpus.sources().map(({ id }) => id)).toEqual(["press/cranes", "press/hamnen", "press/harbour"]);
});

test("a document of the same id replaces the one before", () => {
  const corpus = corpusOf(HARBOUR);
  corpus.put(textDocument({ id: "press/cranes" }, ["Only this."]));
  expect(corpus.document("press/cranes")?.passages.map(({ text }) => text)).toEqual(["Only this."]);
  expect(corpus.sources()).toHaveLength(3);
});

test("a note is a source that is read and never searched with the works", () => {
  const corpus = corpusOf([textDocument({ id: "notes/a", kind: "note" }, ["No source reports a strike."])]);
  expect([corpus.works.size(), corpus.notes.size()]).toEqual([0, 1]);
  expect(corpus.passage({ source: "notes/a", paragraph: 1 })?.text).toBe("No source reports a strike.");
});

test("a source may turn from a work into a note", () => {
  const corpus = corpusOf([textDocument({ id: "a/a" }, ["Text."])]);
  corpus.put(textDocument({ id: "a/a", kind: "note" }, ["Text."]));
  expect([corpus.works.size(), corpus.notes.size(), corpus.sources().length]).toEqual([0, 1, 1]);
});

test("languages are those of the works, the commonest first, and follow every change", () => {
  const corpus = corpusOf(HARBOUR);
  expect(corpus.languages()).toEqual(["en", "sv"]);
  corpus.remove("press/harbour");
  corpus.remove("press/cranes");
  expect(corpus.languages()).toEqual(["sv"]);
  corpus.put(textDocument({ id: "a/a", language: "de-AT" }, ["Die Kräne."]));
  expect(corpus.languages()).toEqual(["de", "sv"]);
});

test("the version grows with every change", () => {
  const corpus = corpusOf([]);
  const versions = [corpus.version()];
  const note = () => versions.push(corpus.version());
  corpus.put(HARBOUR[0] ?? textDocument({ id: "a/a" }, []));
  note();
  corpus.setGlossary({ same: [], related: [] });
  note();
  corpus.setDifferences([]);
  note();
  corpus.remove("press/harbour");
  note();
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
});

test("words of works are known for spelling, numbers and closed-class words are not", () => {
  const { lexicon } = corpusOf(HARBOUR);
  expect(["cranes", "solberg", "420", "the"].map((word) => lexicon.has(word))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("an abbreviation is learned from the text that explains it", () => {
  const corpus = corpusOf(HARBOUR);
  expect(corpus.works.document("press/harbour")?.abbreviations).toEqual([
    ["PAN", "Port Authority of Norvik"],
  ]);
});
