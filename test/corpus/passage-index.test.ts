import { expect, test } from "vitest";
import { searchedStems } from "../../src/corpus/passage-index.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const stem = (corpus: ReturnType<typeof corpusOf>, text: string) => corpus.vocabulary.stemNumber(text) ?? -1;

test("a passage is searched by the stems of its words, closed-class ones left out", () => {
  const corpus = corpusOf([textDocument({ id: "a/a" }, ["The workers signed a letter."])]);
  const analysed = corpus.works.document("a/a");
  if (analysed === undefined) throw new Error("not loaded");
  const stems = searchedStems(analysed, 0, corpus.vocabulary).map((number) =>
    corpus.vocabulary.stemText(number),
  );
  expect(stems).toEqual(["worker", "sign", "letter"]);
});

test("passages are numbered on, and their places lead back to them", () => {
  const { works } = corpusOf(HARBOUR);
  expect([works.size(), works.firstPassage("press/cranes")]).toEqual([7, 3]);
  const place = works.place(4);
  expect([place?.analysed.document.source.id, place?.local]).toEqual(["press/cranes", 1]);
  expect([works.place(99), works.firstPassage("press/none")]).toEqual([undefined, undefined]);
});

test.each([
  ["MiniSearch", 1000],
  ["packed postings", 0],
])(
  "%s retrieves the passage with the words, and forgets a source that is taken away",
  (_, miniSearchPassages) => {
    const corpus = corpusOf(HARBOUR, { miniSearchPassages });
    const query = [{ stems: [stem(corpus, "crane")], weight: 1 }];
    expect(corpus.works.retrieve(query, 1)[0]?.passage).toBe(3);
    corpus.remove("press/cranes");
    expect(corpus.works.retrieve(query, 5).map(({ passage }) => passage)).toEqual([1]);
    expect([corpus.works.place(3), corpus.works.size()]).toEqual([undefined, 5]);
  },
);

test("the postings take over when the corpus outgrows MiniSearch, and give back when it shrinks", () => {
  const corpus = corpusOf(HARBOUR.slice(0, 1), { miniSearchPassages: 4 });
  const first = () =>
    corpus.works.retrieve([{ stems: [stem(corpus, "solberg")], weight: 1 }], 9).map((c) => c.passage);
  expect(first()).toEqual([2]);
  for (const document of HARBOUR.slice(1)) corpus.put(document);
  expect([...first()].sort()).toEqual([2, 4]);
  corpus.remove("press/cranes");
  corpus.remove("press/hamnen");
  expect(first()).toEqual([2]);
});

test("whole documents are scored in the order asked for, 0 where nothing is shared", () => {
  const corpus = corpusOf(HARBOUR);
  const query = [{ stems: [stem(corpus, "crane")], weight: 1 }];
  const [harbour = 0, cranes = 0, swedish = 0] = corpus.works.documentScores(query, [0, 1, 2]);
  expect(cranes).toBeGreaterThan(harbour);
  expect(harbour).toBeGreaterThan(0);
  expect(swedish).toBe(0);
  expect(corpus.works.documentScores(query, [1, 1])).toEqual([cranes, cranes]);
});
