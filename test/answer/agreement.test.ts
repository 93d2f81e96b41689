import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

interface Shown {
  /** The sources of each finding. */
  readonly findings: readonly (readonly string[])[];
  readonly difference: string | undefined;
}

function shown(text: string, a: string, b: string, language = "en"): Shown {
  const corpus = corpusOf([
    textDocument({ id: "n/a", title: "A", language }, [a]),
    textDocument({ id: "n/b", title: "B", language }, [b]),
  ]);
  corpus.setGlossary({ same: [["employee", "worker"]], related: [] });
  const answer = createAnswering(corpus)({ text });
  if (answer.kind !== "found") return { findings: [], difference: undefined };
  return {
    findings: answer.findings.map(({ citations }) => citations.map(({ source }) => source.id).sort()),
    difference: answer.difference?.kind,
  };
}

describe("a source is not shown as support for what it does not say:", () => {
  test.each([
    [
      "supports, opposes",
      "The union supports the merger of the two ports.",
      "The union opposes the merger of the two ports.",
      "What does the union say about the merger?",
    ],
    [
      "never answered, answered",
      "The Alder management never answered the letter of the nurses.",
      "The Alder management answered the letter of the nurses.",
      "Did the Alder management answer the letter?",
    ],
    [
      "did not fire, fired",
      "Alder did not fire 120 workers.",
      "Alder fired 120 workers.",
      "Did Alder fire 120 workers?",
    ],
    [
      "didn’t fire, did fire",
      "Alder didn’t fire 120 workers.",
      "Alder did fire 120 workers.",
      "Did Alder fire 120 workers?",
    ],
    [
      "for, against",
      "Mayor Anna Berg voted for the Alder stadium deal.",
      "Mayor Anna Berg voted against the Alder stadium deal.",
      "How did Mayor Anna Berg vote on the Alder stadium deal?",
    ],
    [
      "in favour of, against",
      "The court ruled in favour of the Alder workers on 3 May 2021.",
      "The court ruled against the Alder workers on 3 May 2021.",
      "What did the court rule?",
    ],
    [
      "raised, cut",
      "Alder Corp raised wages for cleaners in 2020.",
      "Alder Corp cut wages for cleaners in 2020.",
      "What did Alder Corp do with wages for cleaners?",
    ],
    [
      "killed, injured",
      "The fire at the Alder plant killed 12 workers in May 2021.",
      "The fire at the Alder plant injured 12 workers in May 2021.",
      "What happened in the fire at the Alder plant?",
    ],
    [
      "in one year, in another",
      "Alder was founded in 1950.",
      "Alder was founded in 1952.",
      "When was Alder founded?",
    ],
    [
      "on one day, on another",
      "The Alder strike began on 3 May 2021.",
      "The Alder strike began on 7 May 2021.",
      "When did the Alder strike begin?",
    ],
    [
      "one company, another",
      "Alder fired 120 workers.",
      "Birch fired 120 workers.",
      "How many workers were fired?",
    ],
    [
      "who sold, who bought",
      "Alder sold 3 ships to Birch.",
      "Birch sold 3 ships to Alder.",
      "Who sold the ships?",
    ],
    [
      "one place, another",
      "The company will close its plant in Dover, costing 120 jobs.",
      "The company will close its plant in Bristol, costing 120 jobs.",
      "Which plant will the company close?",
    ],
    [
      "wanted, did",
      "Alder wanted to close the plant in Dover.",
      "Alder closed the plant in Dover.",
      "Did Alder close the plant in Dover?",
    ],
    [
      "denied, did",
      "Alder denied that it closed the plant in Dover.",
      "Alder closed the plant in Dover.",
      "Did Alder close the plant in Dover?",
    ],
    [
      "two of them, one",
      "Alder and Birch closed the plant in Dover.",
      "Alder closed the plant in Dover.",
      "Who closed the plant in Dover?",
    ],
  ])("%s", (_, a, b, text) => {
    const { findings } = shown(text, a, b);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings).not.toContainEqual(["n/a", "n/b"]);
  });

  test("in Swedish and Spanish as well", () => {
    const swedish = shown(
      "Stöder facket avtalet med kommunen?",
      "Facket stöder avtalet med kommunen.",
      "Facket stöder inte avtalet med kommunen.",
      "sv",
    );
    expect(swedish.findings).not.toContainEqual(["n/a", "n/b"]);
    const spanish = shown(
      "¿Aceptó la empresa el acuerdo con el sindicato?",
      "La empresa aceptó el acuerdo con el sindicato de estibadores.",
      "La empresa no aceptó el acuerdo con el sindicato de estibadores.",
      "es",
    );
    expect(spanish.findings).not.toContainEqual(["n/a", "n/b"]);
  });
});

test.each([
  ["letter for letter", "Alder fired 120 workers in Dover.", "Alder fired 120 workers in Dover."],
  ["in the glossary's words", "Alder fired 120 workers in Dover.", "Alder fired 120 employees in Dover."],
  [
    "and whoever told it",
    "Alder fired 120 workers in Dover, according to The Post in May 2021.",
    "Alder fired 120 workers in Dover, The Times reported in June 2021.",
  ],
  [
    "with or without the month",
    "Alder fired 120 workers in Dover.",
    "Alder fired 120 workers in Dover in May.",
  ],
  [
    "with what led to it",
    "Alder fired 120 workers in Dover.",
    "Under pressure from owners, Alder fired 120 workers in Dover.",
  ],
])("the same said %s is one finding of two sources", (_, a, b) =>
  expect(shown("How many workers did Alder fire in Dover?", a, b).findings).toEqual([["n/a", "n/b"]]),
);

describe("two figures are not set against each other if they are", () => {
  test.each([
    [
      "of two companies",
      "Google has a $10 million contract with ICE.",
      "Microsoft has a $19.4 million contract with ICE.",
      "How much is the ICE contract?",
    ],
    [
      "of two cities",
      "Oakland police bought 40 drones from Skydio.",
      "Seattle police bought 12 drones from Skydio.",
      "How many drones did police buy from Skydio?",
    ],
    [
      "of companies that share a word",
      "Alder Corp fired 120 workers in 2021.",
      "Birch Corp fired 150 workers in 2021.",
      "How many workers were fired?",
    ],
    [
      "of different people",
      "The nurses of Alder Hospital earned $40,000.",
      "The CEO of Alder Hospital earned $2 million.",
      "How much was earned at Alder Hospital?",
    ],
    [
      "of different years",
      "In 2019 the Alder Hospital had 300 beds.",
      "In 2023 the Alder Hospital had 500 beds.",
      "How many beds did the Alder Hospital have?",
    ],
    [
      "of a first and a second time",
      "In the first round, 300 nurses at Alder Hospital signed the petition.",
      "In the second round, 500 nurses at Alder Hospital signed the petition.",
      "How many nurses at Alder Hospital signed the petition?",
    ],
    [
      "of a whole and a part",
      "The Alder contract is worth $20 million.",
      "The first phase of the Alder contract is worth $5 million.",
      "What is the Alder contract worth?",
    ],
    [
      "fit for both to hold",
      "About 500 nurses joined the Alder walkout in June 2020.",
      "More than 480 nurses joined the Alder walkout in June 2020.",
      "How many nurses joined the Alder walkout?",
    ],
  ])("%s", (_, a, b, text) => expect(shown(text, a, b).difference).toBeUndefined());

  test.each([
    [
      "In 2021 Alder Corp fired 120 workers in Dover.",
      "In 2021 Alder Corp fired 150 workers in Dover.",
      "How many workers did Alder Corp fire in Dover?",
    ],
    [
      "The contract of Alder with Birch was worth $19 million, according to The Post.",
      "The contract of Alder with Birch was worth $25 million.",
      "How much was the contract of Alder with Birch worth?",
    ],
  ])("but are if they are told of the very same: “%s”", (a, b, text) =>
    expect(shown(text, a, b).difference).toBe("two-figures"),
  );
});
