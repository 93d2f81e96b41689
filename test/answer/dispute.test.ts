import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { disputeIn } from "../../src/answer/dispute.ts";
import { explain } from "../../src/answer/explain.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

describe("a question about what is told in two ways", () => {
  test.each([
    ["one article says hundreds signed, another says 420. which is it?", "hundreds signed or 420?"],
    ["did hundreds sign or 420? getting mixed signals", "did hundreds sign or 420?"],
    ["420 or hundreds, the sources don't agree", "420 or hundreds?"],
    ["The Post speaks of hundreds, is there an exact number?", "The Post speaks of hundreds ?"],
    ["en artikel säger hundratals, en annan säger 420, vilket är det?", "hundratals eller 420?"],
  ])("“%s” says so, and asks “%s”", (text, asked) =>
    expect(disputeIn(text)).toEqual({ text: asked, saysSo: true }),
  );

  test("may only offer a choice", () => {
    const text = "Was it turned down or handed back?";
    expect(disputeIn(text)).toEqual({ text, saysSo: false });
  });

  test.each([
    "Who signed the letter?",
    "What is the exact number of workers who signed?",
    "Which other towns protested?",
    "Is it right that workers signed?",
  ])("is none: “%s”", (text) => expect(disputeIn(text)).toBeUndefined());
});

describe("a known difference", () => {
  const corpus = corpusOf([
    textDocument({ id: "press/post", title: "Norvik" }, [
      "Hundreds of workers in Norvik signed the letter about the cranes.",
      "The museum of Norvik turned the gift down in May 2019.",
      "The mayor of Norvik, Ingrid Solberg, opened the harbour.",
    ]),
    textDocument({ id: "press/times", title: "Norvik" }, [
      "More than 420 workers in Norvik signed the letter about the cranes.",
      "The museum of Norvik handed the gift back after a month.",
      "The cranes of Norvik are green.",
    ]),
  ]);
  corpus.setGlossary({ same: [["workers", "staff"]], related: [] });
  corpus.setDifferences([
    {
      about: "how many workers signed",
      kind: "less-exact",
      names: ["More than 420", "Hundreds"],
      sides: [[{ source: "press/times", paragraph: 1 }], [{ source: "press/post", paragraph: 1 }]],
    },
    {
      about: "what became of the gift",
      kind: "two-accounts",
      names: ["Turned down", "Handed back"],
      sides: [[{ source: "press/post", paragraph: 2 }], [{ source: "press/times", paragraph: 2 }]],
    },
  ]);
  const answer = createAnswering(corpus);
  const about = (text: string) => {
    const found = answer({ text });
    return found.kind === "found" ? found.difference?.about : "not found";
  };

  test.each([
    [
      "one article says hundreds of Norvik workers signed, another has a number. which is it?",
      "how many workers signed",
    ],
    ["hundreds of workers signed in Norvik, is there an exact figure?", "how many workers signed"],
    ["was the gift to the museum turned down or handed back? i've read both", "what became of the gift"],
    ["museum gift of Norvik, down or back?", "what became of the gift"],
  ])("answers “%s”", (text, expected) => expect(about(text)).toBe(expected));

  test("is what explains such an answer", () => {
    const { verdict, isDisputed } = explain(
      { text: "420 signed in Norvik or hundreds, mixed signals" },
      corpus,
    );
    expect({ verdict, isDisputed }).toEqual({ verdict: "answered", isDisputed: true });
  });

  test.each([
    "did the mayor or the workers open the harbour of Norvik?",
    "are the cranes of Norvik green or red?",
    "was the letter of Gdansk signed by hundreds or by 420?",
    "why was the gift turned down or handed back by Lund?",
  ])("is not shown to who asks something else: “%s”", (text) =>
    expect(about(text) ?? "").not.toMatch(/how many|what became/),
  );
});
