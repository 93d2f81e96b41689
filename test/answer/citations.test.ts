import { expect, test } from "vitest";
import { createAnswering, createLibrary } from "../../src/answer/answer.ts";
import { isVerbatim, passageKey, shortHash } from "../../src/answer/citations.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

function keyOf(question: string): string {
  const [citation] = createAnswering(corpusOf(HARBOUR))({ text: question }).ranked;
  if (citation === undefined) throw new Error("nothing was ranked");
  return citation.key;
}

test("a key leads to its quote in a corpus that was built anew, in another order", () => {
  const key = keyOf("Who opened the new terminal?");
  const anew = createLibrary(corpusOf([...HARBOUR].reverse()));
  expect(anew.cite(key)?.quote).toBe("Ingrid Solberg opened the new terminal in 2021.");
  expect(anew.cite(key)?.paragraph).toBe(2);
});

test("of a long sentence, what was asked is quoted, and its key leads to the same words", () => {
  const filler = "and the harbour council talked at length about many other things that day, ".repeat(8);
  const text = `The council met in Norvik, ${filler}while Verdant Oil spilled 900 barrels near Gdansk.`;
  const corpus = corpusOf([...HARBOUR, textDocument({ id: "press/oil" }, [text])]);
  const [citation] = createAnswering(corpus)({ text: "How many barrels did Verdant Oil spill?" }).ranked;
  expect(citation?.quote).toContain("Verdant Oil spilled 900 barrels");
  expect(text).toContain(citation?.quote);
  expect(citation?.leftOut).toEqual([true, false]);
  expect(createLibrary(corpus).cite(citation?.key ?? "")).toMatchObject({
    quote: citation?.quote,
    leftOut: [true, false],
  });
});

test("a key dies when its paragraph changes, and lives when another does", () => {
  const key = keyOf("Who opened the new terminal?");
  const corpus = corpusOf(HARBOUR);
  const library = createLibrary(corpus);
  corpus.put(
    textDocument({ id: "press/cranes" }, [
      "Other.",
      "Ingrid Solberg opened the new terminal in 2021. She cut a ribbon.",
    ]),
  );
  expect(library.cite(key)?.quote).toBe("Ingrid Solberg opened the new terminal in 2021.");
  corpus.put(
    textDocument({ id: "press/cranes" }, ["Other.", "Ingrid Solberg opened the old terminal in 2021."]),
  );
  expect(library.cite(key)).toBeUndefined();
  corpus.remove("press/cranes");
  expect(library.cite(key)).toBeUndefined();
});

test("a key follows its paragraph to another place in its source", () => {
  const key = keyOf("Who opened the new terminal?");
  const library = createLibrary(
    corpusOf([
      textDocument({ id: "press/cranes" }, [
        "New.",
        "Newer.",
        "Ingrid Solberg opened the new terminal in 2021. She cut a ribbon.",
      ]),
    ]),
  );
  expect(library.cite(key)?.paragraph).toBe(3);
});

test("the same words in another source have another key", () => {
  const [a, b] = ["a/a", "a/b"].map((id) => textDocument({ id }, ["The same words."]).passages[0]);
  if (a === undefined || b === undefined) throw new Error("no passage");
  expect(passageKey(a)).not.toBe(passageKey(b));
});

test.each([
  "",
  "zzz",
  "0.0.0",
  "00000000000.0.0",
  "00000000000.5.2",
  `${"0".repeat(40)}.0.0`,
  "a.b.c",
  "../..//etc",
])("“%s” leads nowhere", (key) => expect(createLibrary(corpusOf(HARBOUR)).cite(key)).toBeUndefined());

test("a key whose sentences are not there leads nowhere", () => {
  const [hash] = keyOf("Who opened the new terminal?").split(".");
  const { cite } = createLibrary(corpusOf(HARBOUR));
  expect([cite(`${hash}.0.9`), cite(`${hash}.1.0`)]).toEqual([undefined, undefined]);
  expect(cite(`${hash}.0.1`)?.quote).toBe(
    "Ingrid Solberg opened the new terminal in 2021. She cut a ribbon.",
  );
});

test("a key is the end of its source's hash and of its paragraph's", () => {
  for (let i = 0; i < 1000; i += 1) {
    const [passage] = textDocument({ id: `a/${i}` }, [`text ${i}`]).passages;
    if (passage === undefined) throw new Error("no passage");
    expect(passageKey(passage)).toBe(shortHash(`a/${i}`).slice(-4) + shortHash(`text ${i}`).slice(-7));
  }
});

test("hashes of ten thousand texts differ", () => {
  expect(new Set(Array.from({ length: 10_000 }, (_, i) => shortHash(`text ${i}`))).size).toBe(10_000);
});

test("a quote stands in its file at its lines, or it is no quote", () => {
  const document = textDocument({ id: "a/a" }, ["One here.", "Two there."]);
  const [first] = document.passages;
  if (first === undefined) throw new Error("no passage");
  expect([isVerbatim("One here.", document, first), isVerbatim("Two there.", document, first)]).toEqual([
    true,
    false,
  ]);
});
