import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { createAttribution } from "../../src/answer/attribution.ts";
import { explain } from "../../src/answer/explain.ts";
import { fold } from "../../src/corpus/terms.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf([
  textDocument({ id: "press/tide", title: "The letter", publisher: "The Tide" }, [
    "More than 420 workers signed the letter about the cranes of Norvik.",
    "The welder Karl Berg wrote the letter about the cranes, as The Tide was told.",
  ]),
  textDocument({ id: "press/herald", title: "A protest", publisher: "Norvik Herald" }, [
    "Hundreds of workers signed the letter about the cranes of Norvik.",
  ]),
  textDocument({ id: "press/hamnen", title: "Protesten", publisher: "Hamnens Tidning", language: "sv" }, [
    "Kranarna i Norvik kostade 31 miljoner kronor.",
    "Tove Lind är svetsare i hamnen.",
  ]),
  textDocument({ id: "notes/n", title: "Notes", publisher: "Librarians", kind: "note" }, ["Nobody tells."]),
]);
corpus.setGlossary({ same: [["Norvik Herald", "Herald", "NH"]], related: [] });
const attribution = createAttribution(corpus);
const publishers = (question: string) => attribution(question).publishers;

test.each([
  ["How many signed, according to The Tide?", ["The Tide"]],
  ["according to the tide how many signed", ["The Tide"]],
  ["How many signed according to the article in The Tide?", ["The Tide"]],
  ["How many workers signed in The Tide's article?", ["The Tide"]],
  ["what number does the Norvik Herald piece give", ["Norvik Herald"]],
  ["As per the Herald, how many signed?", ["Norvik Herald"]],
  ["How many signed according to the Herald and according to The Tide?", ["Norvik Herald", "The Tide"]],
  ["Vad kostade kranarna enligt Hamnens Tidning?", ["Hamnens Tidning"]],
  ["¿Cuántos firmaron según The Tide?", ["The Tide"]],
  ["What does The Tide say about the letter?", ["The Tide"]],
  ["Vad skriver Hamnens Tidning om kranarna?", ["Hamnens Tidning"]],
  ["What does the Swedish article say about the cranes?", ["Hamnens Tidning"]],
  ["Vad kostade kranarna enligt den svenska källan?", ["Hamnens Tidning"]],
])("“%s” wants the word of %j", (question, expected) => expect(publishers(fold(question))).toEqual(expected));

test.each([
  "What did Karl Berg tell The Tide?",
  "How many signed according to the mayor?",
  "Which newspaper wrote the article about the tide?",
  "What is nobody telling, according to the Librarians?",
  "What did the mayor do after The Tide reported the letter?",
  "Who is Swedish?",
  "according to",
])("“%s” wants anybody's", (question) => expect(publishers(fold(question))).toEqual([]));

test("only the words around the publisher say whose word is wanted", () => {
  expect([...attribution("what account does the swedish article give").words]).toEqual([
    "swedish",
    "article",
  ]);
  expect([...attribution("which account wrote it, according to the article in the tide").words]).toEqual([
    "article",
  ]);
});

test("of many sources in one language each publisher is named once", () => {
  const many = corpusOf(
    Array.from({ length: 20_000 }, (_, i) =>
      textDocument({ id: `a/${i}`, publisher: `Paper ${i % 50}`, language: "sv" }, []),
    ),
  );
  expect(createAttribution(many)("what does the swedish article say").publishers).toHaveLength(50);
});

const answer = createAnswering(corpus);
function sources(text: string): readonly string[] {
  const given = answer({ text });
  return given.kind === "found"
    ? given.findings.flatMap(({ citations }) => citations.map(({ source }) => source.id))
    : [];
}

describe("of a question for a publisher's word", () => {
  test("what it says is all that stands there", () => {
    expect(sources("What does the Swedish article say about the cranes of Norvik?")).toEqual([
      "press/hamnen",
    ]);
    expect(sources("What does The Tide say about the letter?")[0]).toBe("press/tide");
    expect(sources("What does the Swedish article say about the letter of the workers?")).toEqual([]);
  });

  test("what was published there answers, though others say more", () => {
    expect(sources("How many workers signed the letter, according to the Norvik Herald?")).toEqual([
      "press/herald",
    ]);
    expect(sources("How many workers signed the letter, according to The Tide?")[0]).toBe("press/tide");
  });

  test("what others say does not, and an explanation says why", () => {
    const text = "Who wrote the letter about the cranes, according to the Norvik Herald?";
    expect(sources(text)).not.toContain("press/tide");
    const tide = explain({ text: "What did the cranes cost, according to The Tide?" }, corpus);
    expect(tide.closest.every(({ citation }) => citation.source.id === "press/tide")).toBe(true);
  });

  test("a text of another language need not name its publisher", () => {
    expect(sources("Who is Tove Lind, according to Hamnens Tidning?")).toEqual(["press/hamnen"]);
  });

  test("the sentence that has its name in it is no better for that", () => {
    const [first] = explain(
      { text: "According to The Tide, how many workers signed the letter about the cranes?" },
      corpus,
    ).closest;
    expect(first?.citation.quote).toMatch(/^More than 420/);
  });
});

test("what a publisher is asked to have said, its sources say whatever their verb", () => {
  expect(sources("What does the Norvik Herald say about the letter?")).toContain("press/herald");
});

test("of sides of a known difference, the one whose word is wanted comes first", () => {
  const differing = corpusOf(corpus.sources().flatMap(({ id }) => corpus.document(id) ?? []));
  differing.setGlossary(corpus.glossary());
  differing.setDifferences([
    {
      about: "how many signed",
      kind: "less-exact",
      names: ["More than 420", "Hundreds"],
      sides: [[{ source: "press/tide", paragraph: 1 }], [{ source: "press/herald", paragraph: 1 }]],
    },
  ]);
  const ask = (text: string) => createAnswering(differing)({ text });
  expect(ask("How many workers signed the letter?")).toMatchObject({
    difference: { kind: "less-exact", names: ["More than 420", "Hundreds"], sides: [[0], [1]] },
  });
  expect(ask("How many workers signed the letter, according to the Norvik Herald?")).toMatchObject({
    findings: [
      { citations: [{ source: { id: "press/herald" } }] },
      { citations: [{ source: { id: "press/tide" } }] },
    ],
    difference: { kind: "two-figures", names: ["Hundreds", "More than 420"], sides: [[0], [1]] },
  });
});
