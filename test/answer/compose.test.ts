import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import type { Document } from "../../src/model.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

function found(
  text: string,
  documents: readonly Document[],
  set?: (corpus: ReturnType<typeof corpusOf>) => void,
) {
  const corpus = corpusOf(documents);
  set?.(corpus);
  const answer = createAnswering(corpus)({ text });
  if (answer.kind !== "found") throw new Error(`not found: ${text} (${answer.confidence})`);
  return answer;
}

const LETTER = "More than 420 harbour workers in Norvik signed the letter to Mayor Ingrid Solberg.";

test("the same fact in two sources is one finding with two citations", () => {
  const twice = [
    textDocument({ id: "a/a" }, [LETTER]),
    textDocument({ id: "b/b" }, [LETTER]),
    ...HARBOUR.slice(1),
  ];
  const { findings } = found("How many harbour workers signed the letter to Ingrid Solberg?", twice);
  expect(findings[0].citations.map(({ source }) => source.id).sort()).toEqual(["a/a", "b/b"]);
});

test("a finding is never repeated within one source", () => {
  const { findings } = found("How many harbour workers signed the letter?", [
    textDocument({ id: "a/a" }, [LETTER, LETTER]),
  ]);
  expect(findings).toHaveLength(1);
});

test("at most three findings", () => {
  const many = Array.from({ length: 6 }, (_, i) =>
    textDocument({ id: `a/${i}` }, [
      `Harbour workers signed letter number ${i + 1} to the mayor because of reason${i}.`,
    ]),
  );
  const { findings } = found("Who signed a letter to the mayor?", many);
  expect(findings.length).toBeLessThanOrEqual(3);
});

test("of alternatives with names of their own, both are told, and no more", () => {
  const { findings } = found("What came first, the letter to Ingrid Solberg or the cranes from Gdansk?", [
    textDocument({ id: "a/a" }, [
      "Harbour workers sent the letter to Ingrid Solberg in May 2019.",
      "The first cranes from Gdansk were lifted in June 2018.",
      "Harbour workers slept little in May 2019.",
    ]),
  ]);
  const told = findings.map(({ citations }) => citations[0].paragraph);
  expect(told.sort()).toEqual([1, 2]);
});

test("a side of a difference shows the sentence that says what it is named by, if any does", () => {
  const sides = [
    textDocument({ id: "a/a" }, [
      "The letter to Norvik did not ask to cancel the crane contract. The letter asked Norvik to re-examine the crane contract.",
    ]),
    textDocument({ id: "b/b" }, [
      "The letter asked Norvik to cancel the crane contract. The letter was long.",
    ]),
  ];
  const shown = (names: readonly string[]) =>
    found("Did the letter ask Norvik to cancel the crane contract?", sides, (corpus) =>
      corpus.setDifferences([
        {
          kind: "two-accounts",
          about: "what the letter asked for",
          names,
          sides: [[{ source: "a/a", paragraph: 1 }], [{ source: "b/b", paragraph: 1 }]],
        },
      ]),
    ).findings.map(({ citations }) => citations[0].quote);
  // the account that answers best comes first
  expect(shown(["Re-examine it", "Cancel it"])).toEqual([
    "The letter asked Norvik to cancel the crane contract.",
    "The letter asked Norvik to re-examine the crane contract.",
  ]);
  expect(shown(["Granska det", "Cancel it"])).toContain(
    "The letter asked Norvik to cancel the crane contract.",
  );
});

test("which figure is more exact is no matter of who asks when", () => {
  const sides = [
    textDocument({ id: "a/a" }, ["More than 420 welders signed the letter to Norvik in May 2019."]),
    textDocument({ id: "b/b" }, ["Hundreds of welders signed the letter to Norvik."]),
  ];
  const shown = (text: string) =>
    found(text, sides, (corpus) =>
      corpus.setDifferences([
        {
          kind: "less-exact",
          about: "how many signed",
          names: [],
          sides: [[{ source: "a/a", paragraph: 1 }], [{ source: "b/b", paragraph: 1 }]],
        },
      ]),
    ).difference?.kind;
  expect(shown("How many welders signed the letter to Norvik?")).toBe("less-exact");
  expect(shown("When did welders sign the letter to Norvik?")).toBeUndefined();
});

test("a difference that the librarian knows is shown with both its sides", () => {
  const sides = [
    textDocument({ id: "a/a" }, ["The union turned down $5,000 from Norvik."]),
    textDocument({ id: "b/b" }, ["The union handed back $5,000 to Norvik."]),
  ];
  const answer = found("What did the union do with the $5,000 from Norvik?", sides, (corpus) =>
    corpus.setDifferences([
      {
        kind: "two-accounts",
        about: "the union's $5,000",
        names: ["Turned down", "Handed back"],
        sides: [[{ source: "a/a", paragraph: 1 }], [{ source: "b/b", paragraph: 1 }]],
      },
    ]),
  );
  expect(answer.difference).toMatchObject({
    kind: "two-accounts",
    names: ["Turned down", "Handed back"],
    sides: [[0], [1]],
  });
  expect(answer.difference?.same).toBe("$5,000");
});

test("figures about different parties are not set against each other", () => {
  const parties = [
    textDocument({ id: "a/a" }, ["The contract of Norvik with Kranbau was worth $19 million."]),
    textDocument({ id: "b/b" }, ["The contract of Gdansk with Stocznia was worth $19.4 million."]),
  ];
  expect(
    found("How much was the contract of Norvik with Kranbau worth?", parties).difference,
  ).toBeUndefined();
});

test("a quote that opens with “She” brings the sentence that says who", () => {
  const { findings } = found("Who cut a ribbon?", HARBOUR);
  expect(findings[0].citations[0].quote).toBe(
    "Ingrid Solberg opened the new terminal in 2021. She cut a ribbon.",
  );
});

test("a quote that opens with “It” brings the sentence that has the name asked about", () => {
  const { findings } = found("How many lawyers does Quill have?", [
    textDocument({ id: "a/a" }, ["Quill is a law firm in Reno with a long history. It has 3 lawyers."]),
  ]);
  expect(findings[0].citations[0].quote).toBe(
    "Quill is a law firm in Reno with a long history. It has 3 lawyers.",
  );
});

test("a sentence that lacks what was asked about is no further finding", () => {
  const { findings } = found("who founded norvik", [
    textDocument({ id: "a/a" }, ["The port of Norvik was founded by Ada Berg."]),
    textDocument({ id: "b/b" }, ["The old choir was founded by Olav Lund many years later."]),
    ...["ferries", "cranes"].map((word, i) =>
      textDocument({ id: `c/${i}` }, [`Norvik has ${word} and warehouses.`]),
    ),
    ...["apples", "bread"].map((word, i) =>
      textDocument({ id: `d/${i}` }, [`The market sells ${word} on most days.`]),
    ),
  ]);
  expect(findings.flatMap(({ citations }) => citations.map(({ source }) => source.id))).toEqual(["a/a"]);
});

const CONTRACTS = [
  textDocument({ id: "a/a", title: "Contracts" }, [
    "The contract of Norvik with the coast guard was worth $31 million.",
    "The contract of Gdansk with the coast guard was worth $7 million.",
    "The contract of Bergen with the coast guard was signed in May 2019.",
    "Welders of Norvik asked their mayor to cut ties with the coast guard and with the Sea Police.",
  ]),
];

test("which of two amounts is larger is answered by both", () => {
  const { findings } = found("Which coast guard contract is larger, Norvik's or Gdansk's?", CONTRACTS);
  expect(findings.map(({ citations }) => citations[0].paragraph).sort()).toEqual([1, 2]);
});

test("so it is where each is described", () => {
  const { findings } = found(
    "Which contract is the larger one, Norvik's with the coast guard or Gdansk's with the coast guard?",
    CONTRACTS,
  );
  expect(findings.map(({ citations }) => citations[0].paragraph).sort()).toEqual([1, 2]);
});

test("what is asked of two is told of each", () => {
  const both = found(
    "How much are the contracts of Norvik and Gdansk with the coast guard worth?",
    CONTRACTS,
  );
  expect(both.findings.map(({ citations }) => citations[0].paragraph).sort()).toEqual([1, 2]);
  const names = found("What do PAN and NSP stand for?", [
    textDocument({ id: "a/a" }, [
      "PAN stands for Port Authority of Norvik.",
      "The PAN met the NSP on Monday.",
    ]),
    textDocument({ id: "a/b" }, ["NSP stands for Norvik Sea Police."]),
  ]);
  expect(names.findings.map(({ citations }) => citations[0].source.id).sort()).toEqual(["a/a", "a/b"]);
});

test("one amount is no comparison", () => {
  const answer = createAnswering(corpusOf(CONTRACTS));
  expect(answer({ text: "Which coast guard contract is larger, Norvik's or Bergen's?" }).kind).toBe(
    "not-found",
  );
});

test("a choice is decided by what tells of one of the two alone", () => {
  const { findings } = found("Who has a contract with Norvik, the Sea Police or the Coast Guard?", CONTRACTS);
  expect(findings[0].citations[0].paragraph).toBe(1);
});

describe("another source is no witness", () => {
  const about = (first: string, second: string) =>
    found("What is known of the contract between Norvik and the Port Authority of Gdansk?", [
      textDocument({ id: "a/a" }, [first]),
      textDocument({ id: "b/b" }, [second]),
      textDocument({ id: "c/c" }, [
        "The Port Authority met. Norvik and Gdansk are far. Gdansk and Norvik signed.",
      ]),
    ]).findings.map(({ citations }) => citations.map(({ source }) => source.id).sort());

  test("because it names the same: it has to say the same of them", () => {
    expect(
      about(
        "The contract between Norvik and the Port Authority of Gdansk was signed in March.",
        "The contract between Norvik and the Port Authority of Gdansk angered welders.",
      ),
    ).not.toContainEqual(["a/a", "b/b"]);
  });

  test("and is one if it says it in about the same words", () => {
    expect(
      about(
        "The contract between Norvik and the Port Authority of Gdansk angered welders.",
        "Welders were angered by the contract between Norvik and the Port Authority of Gdansk in March.",
      ),
    ).toContainEqual(["a/a", "b/b"]);
  });
});

test("beside a demand nothing stands that tells none", () => {
  const texts = [
    "The letter by the welders called for shorter nights.",
    "Norvik was silent when The Post asked for comment on the letter by the welders.",
  ];
  const { findings } = found(
    "What did the letter by the welders ask for?",
    [textDocument({ id: "a/a" }, texts)],
    (corpus) =>
      corpus.setGlossary({ same: [["ask for", "asked for", "call for", "called for"]], related: [] }),
  );
  expect(findings.map(({ citations }) => citations[0].paragraph)).toEqual([1]);
});
