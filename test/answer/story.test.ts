import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { explain } from "../../src/answer/explain.ts";
import { storyIn } from "../../src/answer/story.ts";
import type { SourceEvent } from "../../src/model.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

describe("what asks for a story is told from what the story is of", () => {
  test.each([
    ["walk me through what happened at Norvik", "at Norvik"],
    ["Can you walk me through what happened at the harbour?", "at the harbour?"],
    ["take us through the story of the new terminal", "the new terminal"],
    ["walk me through the crane affair at Norvik", "the crane at Norvik"],
    ["norvik cranes step by step", "norvik cranes"],
    ["Timeline of the harbour protests", "the harbour protests"],
    ["How did the Norvik story unfold in 2019?", "the Norvik in 2019?"],
    [
      "How did things play out at Norvik, from the letter to the end?",
      "things at Norvik, from the letter to the end?",
    ],
    ["Norvik in 2019, month by month", "Norvik in 2019,"],
    ["the cranes at Norvik from start to finish", "the cranes at Norvik"],
    ["Norvik: what happened in May and June?", "Norvik: in May and June?"],
    ["Tidslinje över protesterna i Norvik", "protesterna i Norvik"],
    ["Cronología de las protestas en Norvik", "las protestas en Norvik"],
  ])("“%s” wants that of “%s”", (text, of) => expect(storyIn(text)).toBe(of));

  test.each([
    "What happened in Norvik on 12 May 2019?",
    "Who wrote the story on Norvik?",
    "What is the story of the article about?",
    "How did the mayor respond?",
    "how did they get Norvik to drop it",
    "Which came first, the letter or the meeting?",
    "When did the harbour open its new line?",
  ])("“%s” wants none", (text) => expect(storyIn(text)).toBeUndefined());
});

const event = (date: string, paragraph: number, what: string): SourceEvent => ({
  date,
  paragraph,
  what,
  inferred: false,
  who: [],
});

const HARBOUR = textDocument(
  {
    id: "press/harbour",
    title: "A year at the harbour",
    events: [
      event("2019-09", 4, "Norvik agreed to shorter nights"),
      event("2019-05-12", 1, "Workers signed a letter to the mayor of Norvik"),
      event("2019", 5, "Norvik bought cranes"),
      event("2019-06", 2, "The mayor of Norvik met the workers"),
      event("2019-07", 6, "Gdansk closed its ferry"),
    ],
  },
  [
    "The letter was long. On 12 May 2019 more than 420 workers signed a letter to the mayor of Norvik about their nights.",
    "The mayor of Norvik met the workers about their nights in June 2019.",
    "Norvik is a harbour town of nine thousand people with long winter nights.",
    "Norvik agreed to shorter nights for its workers in September 2019.",
    "Norvik bought cranes for $31 million.",
    "Gdansk closed its ferry in July 2019.",
  ],
);
const OTHER = textDocument(
  {
    id: "press/other",
    title: "More",
    events: [event("2019-06", 1, "The mayor of Norvik turned the workers away")],
  },
  ["The mayor of Norvik turned the workers and their complaint about their nights away in June 2019."],
);

function quotes(text: string, documents = [HARBOUR]): readonly string[] {
  const found = createAnswering(corpusOf(documents))({ text });
  return found.kind === "found" ? found.findings.map(({ citations: [{ quote }] }) => quote) : [];
}

describe("a story", () => {
  test("is told by dated events in their order, each by the sentence that tells it", () => {
    expect(quotes("Walk me through the story of the workers' nights in Norvik")).toEqual([
      "On 12 May 2019 more than 420 workers signed a letter to the mayor of Norvik about their nights.",
      "The mayor of Norvik met the workers about their nights in June 2019.",
      "Norvik agreed to shorter nights for its workers in September 2019.",
    ]);
  });

  test("has nothing of what was not asked about", () => {
    expect(quotes("Norvik timeline").join()).not.toContain("Gdansk");
  });

  test.each([
    "Timeline of the strike in Norvik's bakery",
    "Walk me through what happened at Lund",
    "Walk me through Norvik and Lund",
  ])("is not told where events say too little of it: “%s”", (text) => expect(quotes(text)).toEqual([]));

  test("of one event is answered as any question is", () => {
    expect(quotes("Walk me through the ferry of Gdansk")[0]).toBe("Gdansk closed its ferry in July 2019.");
  });

  test("tells events of one date as their front matter has them, and those of who is named", () => {
    const walkout = textDocument(
      {
        id: "press/walkout",
        title: "Norvik and Gdansk",
        events: [
          { ...event("2019-06", 2, "Word of the cranes went round"), who: ["Norvik"] },
          { ...event("2019-06", 1, "Welders sent a letter"), who: ["Norvik"] },
          { ...event("2019-05", 3, "Welders in Gdansk sent a letter"), who: ["Gdansk"] },
        ],
      },
      [
        "In June 2019 welders in Norvik sent a letter about the cranes.",
        "The day before the letter, in June 2019, word of the cranes went round in Norvik.",
        "In May 2019 welders in Gdansk sent a letter about cranes like that of Norvik.",
      ],
    );
    const [first, second, third] = quotes("How did things develop in Norvik before the letter?", [walkout]);
    expect(first).toContain("day before");
    expect(second).toContain("sent a letter about the cranes");
    expect(third).toBeUndefined();
  });

  test("tells where sources differ", () => {
    const corpus = corpusOf([HARBOUR, OTHER]);
    corpus.setDifferences([
      {
        about: "what the mayor did",
        kind: "two-accounts",
        names: ["Met them", "Turned them away"],
        sides: [[{ source: "press/harbour", paragraph: 2 }], [{ source: "press/other", paragraph: 1 }]],
      },
    ]);
    const found = createAnswering(corpus)({ text: "Timeline of the mayor of Norvik and the workers" });
    expect(found.kind).toBe("found");
    if (found.kind !== "found") return;
    expect(found.difference?.names).toEqual(["Met them", "Turned them away"]);
    const sided = found.difference?.sides.map(([at = -1]) => found.findings[at]?.citations[0].quote);
    expect(sided?.[0]).toContain("met the workers");
    expect(sided?.[1]).toContain("turned the workers");
  });

  test("does not depend on the order in which the sources came", () => {
    const asked = "Timeline of the nights in Norvik and of the mayor";
    const forth = quotes(asked, [HARBOUR, OTHER]);
    expect(forth.length).toBeGreaterThan(1);
    expect(quotes(asked, [OTHER, HARBOUR])).toEqual(forth);
  });

  test("rather tells what says itself when it was", () => {
    const undated = textDocument(
      {
        id: "press/a",
        title: "Norvik",
        events: [event("2019-04", 1, "Workers of Norvik talked")],
      },
      ["The workers of Norvik talked about their nights."],
    );
    const asked = "Walk me through the story of the workers' nights in Norvik";
    expect(quotes(asked, [undated, HARBOUR])).toEqual(quotes(asked));
  });

  test("tells two events of one paragraph", () => {
    const both = textDocument(
      {
        id: "press/both",
        title: "Norvik",
        events: [
          event("2019-05", 1, "Workers of Norvik signed a letter"),
          event("2019-06", 1, "Norvik met the workers"),
        ],
      },
      ["In May 2019 workers of Norvik signed a letter. In June 2019 Norvik met the workers."],
    );
    expect(quotes("Norvik timeline", [both])).toEqual([
      "In May 2019 workers of Norvik signed a letter.",
      "In June 2019 Norvik met the workers.",
    ]);
  });

  test("is explained by the events that tell it", () => {
    const { verdict, story } = explain({ text: "Norvik nights step by step" }, corpusOf([HARBOUR]));
    expect(verdict).toBe("answered");
    expect(story?.map(({ paragraph }) => paragraph)).toEqual([1, 2, 4]);
  });
});
