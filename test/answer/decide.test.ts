import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { isOnlyToldWhen } from "../../src/answer/decide.ts";
import { explain } from "../../src/answer/explain.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf(HARBOUR);
const objection = (text: string) => explain({ text }, corpus).closest[0]?.objection.kind;

test.each([
  ["nothing to a sentence that has it all", "Who opened the new terminal?", "none"],
  ["a name that is nowhere near", "What did Microsoft pay for new cranes?", "name-missing"],
  ["a when-question without a date", "When were the cranes built in Gdansk?", "no-date"],
])("there is %s", (_, text, kind) => expect(objection(text)).toBe(kind));

test("an amount that no paragraph gives is missed", () => {
  const numberless = corpusOf([
    textDocument({ id: "a/a" }, ["The workers met the mayor in Norvik at night."]),
  ]);
  const [nearest] = explain({ text: "How many workers met the mayor in Norvik?" }, numberless).closest;
  expect(nearest?.objection.kind).toBe("no-amount");
});

test("a deed that people only demand is not taken for done", () => {
  const demanding = corpusOf([
    textDocument({ id: "a/a" }, [
      "The workers urged Norvik to cancel the crane contract.",
      "Norvik will not cancel the crane contract.",
    ]),
  ]);
  expect(createAnswering(demanding)({ text: "Why did Norvik cancel the crane contract?" }).kind).toBe(
    "not-found",
  );
});

test.each([
  ["How heavy were the cranes of Norvik?", "The 12 cranes of Norvik were heavy.", "no-amount"],
  ["How heavy were the cranes of Norvik?", "The cranes of Norvik were heavy: 90 tonnes.", "none"],
  ["How heavy were the cranes of Norvik?", "The Library of Norvik counts 12 heavy cranes.", "no-amount"],
  ["How tall are the cranes of Norvik?", "The 12 cranes of Norvik are tall.", "no-amount"],
  [
    "How tall are the cranes of Norvik?",
    "The footage tells the story of 12 tall cranes of Norvik.",
    "no-amount",
  ],
  ["How tall are the cranes of Norvik?", "The cranes of Norvik are 40 metres tall.", "none"],
  ["What does a welder earn in Norvik?", "In Norvik 12 people earn it as a welder.", "no-amount"],
  ["What does a welder earn in Norvik?", "A welder in Norvik may earn 31,000 kronor.", "none"],
])("asked “%s”, “%s” is an amount of another kind or of this: %s", (text, sentence, kind) => {
  const { closest } = explain({ text }, corpusOf([textDocument({ id: "a/a" }, [sentence])]));
  expect(closest[0]?.objection.kind).toBe(kind);
});

test("of sentences that are about as good, the one that says the deed itself answers", () => {
  const summit = corpusOf([
    textDocument({ id: "a/a" }, [
      "The welders at the harbour summit of Norvik made a demand for shorter nights. At least four crews of welders were at the harbour summit of Norvik.",
    ]),
  ]);
  summit.setGlossary({ same: [["demand", "call for"]], related: [] });
  const answer = createAnswering(summit)({
    text: "What did the welders at the harbour summit of Norvik demand?",
  });
  expect(answer.kind === "found" && answer.findings[0].citations[0].quote).toContain("shorter nights");
});

test("who did what no sentence tells in any words is not told by one that has all the rest", () => {
  const cage = corpusOf([
    textDocument({ id: "a/a" }, [
      "Tove Lind painted the great crane of Norvik harbour in May 2019.",
      "The council met in Gdansk.",
    ]),
  ]);
  cage.setGlossary({ same: [["paint", "colour"]], related: [] });
  const objectionTo = (text: string) => explain({ text }, cage).closest[0]?.objection.kind;
  expect(objectionTo("Who climbed the great crane of Norvik harbour in May 2019?")).toBe("deed-missing");
  expect(objectionTo("Who coloured the great crane of Norvik harbour in May 2019?")).toBe("none");
});

test.each([
  ["Which date did Norvik buy the cranes?", "no-date"],
  ["When did Norvik buy the cranes?", "none"],
])("asked “%s”, a month alone is enough or not: %s", (text, kind) => {
  const { closest } = explain(
    { text },
    corpusOf([textDocument({ id: "a/a" }, ["Norvik bought the cranes in June 2019."])]),
  );
  expect(closest[0]?.objection.kind).toBe(kind);
});

describe("of who or what a name is", () => {
  const about = corpusOf([
    textDocument({ id: "a/a" }, [
      "Ingrid Solberg was the mayor of Norvik when the new harbour was built for twelve cranes and a ferry.",
      ...[
        "opened the terminal",
        "met the welders",
        "wrote to Gdansk",
        "bought the cranes",
        "closed the line",
      ].map((deed) => `In May 2019 Solberg ${deed}.`),
    ]),
  ]);

  test("the sentence that says it answers, however many others have the name and fewer words", () => {
    const answer = createAnswering(about)({ text: "Who is Solberg?" });
    expect(answer.kind === "found" && answer.findings[0].citations[0].quote).toContain("was the mayor");
    expect(answer.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test("nothing that merely has the name stands behind it, and an explanation says why it is sure", () => {
    const answer = createAnswering(about)({ text: "Who is Solberg?" });
    expect(answer.kind === "found" && answer.findings).toHaveLength(1);
    expect(explain({ text: "Who is Solberg?" }, about).closest[0]?.defines).toBe(true);
  });

  test("it does not answer what else is asked", () =>
    expect(createAnswering(about)({ text: "Who is the dentist of Solberg?" }).confidence).toBeLessThan(0.9));
});

describe("what the glossary knows and no source has in any wording", () => {
  const norvik = corpusOf([
    textDocument({ id: "a/a" }, [
      "The mayor of Norvik owns a share of the ferry line, whose price rose in June.",
    ]),
  ]);
  const objectionWith = (same: readonly (readonly string[])[], text: string) => {
    norvik.setGlossary({ same, related: [] });
    return explain({ text }, norvik).closest[0]?.objection.kind;
  };

  test("is told by none, whatever words of it a sentence has", () =>
    expect(
      objectionWith([["share price", "stock price"]], "Did the share price of the ferry line rise in June?"),
    ).toBe("unsaid"));

  test("may be there in other words if it is a verb with its particle", () =>
    expect(
      objectionWith([["show up", "turn up"]], "Did the price of the ferry line show up in June?"),
    ).not.toBe("unsaid"));
});

test.each(["Whose cranes does the ferry of Norvik run on?", "On whose cranes does the ferry of Norvik run?"])(
  "“%s” has a verb with its preposition, wherever that stands",
  (text) => {
    const ferries = corpusOf([
      textDocument({ id: "a/a" }, [
        "The cranes of Gdansk carried the ferry of Norvik.",
        "They run at night.",
      ]),
    ]);
    ferries.setGlossary({ same: [["carry", "run on"]], related: [] });
    expect(explain({ text }, ferries).closest[0]?.objection.kind).toBe("none");
  },
);

test("what somebody is asked to have said is not answered by what others said to her", () => {
  const letters = corpusOf([
    textDocument({ id: "a/a" }, ["The workers of Norvik wrote to Ingrid Solberg about the long nights."]),
  ]);
  const text = "What did Ingrid Solberg write about the long nights?";
  expect(explain({ text }, letters).closest[0]?.objection).toEqual({ kind: "deed-of-others", word: "write" });
});

test("nor when the question tells what was done to her then", () => {
  const letters = corpusOf([
    textDocument({ id: "a/a" }, [
      "The long letter by the workers of Norvik to Ingrid Solberg said that nights were long.",
    ]),
  ]);
  const text = "What did Ingrid Solberg say when she got the long letter?";
  expect(explain({ text }, letters).closest[0]?.objection).toEqual({ kind: "deed-of-others", word: "say" });
});

test("why somebody did what no source tells is not answered, however much of the rest a sentence has", () => {
  const heckled = corpusOf([
    textDocument({ id: "a/a" }, [
      "The welder of Norvik who heckled Ingrid Solberg at the harbour was young.",
    ]),
  ]);
  heckled.setGlossary({ same: [["fire", "sack"]], related: [] });
  const text = "Why did Norvik fire the young welder who heckled Ingrid Solberg at the harbour?";
  expect(explain({ text }, heckled).closest[0]?.objection).toEqual({ kind: "deed-missing", word: "fire" });
});

test("a role in capitals is no name that an answer needs", () => {
  const roles = createAnswering(
    corpusOf([
      textDocument({ id: "a/a" }, ["At least four groups of welders took part in the protests at Norvik."]),
    ]),
  );
  const found = roles({ text: "At least how many groups took part in the protests against Norvik's CTO?" });
  expect(found.kind).toBe("found");
});

test("of names joined by “or” one will do", () => {
  expect(objection("Did Ingrid Solberg or Microsoft open the new terminal?")).not.toBe("name-missing");
});

test.each(["Gdansk aside, who opened the new terminal?", "Apart from Gdansk, who opened the new terminal?"])(
  "what a question sets apart need not stand in the answer: “%s”",
  (text) => expect(objection(text)).not.toBe("name-missing"),
);

test("of alternatives that are more than names, a sentence needs the names of one side", () => {
  const either = "Is the deal about nights for Solberg or about cranes in Gdansk?";
  expect(objection(either)).not.toBe("name-missing");
  expect(objection("Is the deal about nights for Microsoft or about lunches in Reykjavik?")).toBe(
    "name-missing",
  );
});

test("a heading of several names does not make a paragraph about one of them say it of another", () => {
  const [passage] = textDocument({ id: "a/a", title: "Petitions" }, [
    "More than 100 people at Gdansk signed a petition for shorter nights.",
  ]).passages;
  if (passage === undefined) throw new Error("there is one");
  const { source } = passage;
  const others = textDocument({ id: "a/b", title: "News" }, ["The port of Norvik is near Gdansk."]);
  const under = (...headings: string[]) =>
    createAnswering(corpusOf([{ source, passages: [{ ...passage, headings }], file: passage.text }, others]))(
      { text: "How many people at Norvik signed a petition?" },
    ).kind;
  expect([under("Petitions at Norvik and Gdansk"), under("Petitions at Norvik")]).toEqual([
    "not-found",
    "found",
  ]);
});

test("a title of several names does not make a paragraph about one of them say it of another", () => {
  const answer = createAnswering(
    corpusOf([
      textDocument({ id: "a/a", title: "Norvik workers against work with Gdansk" }, [
        "More than 100 people at Norvik signed a petition for shorter nights.",
        "More than 30 welders joined a march for shorter nights.",
      ]),
      textDocument({ id: "a/b", title: "News" }, ["The port of Norvik is near Gdansk."]),
    ]),
  );
  const kinds = [
    "How many people at Norvik signed a petition?",
    "How many people at Gdansk signed a petition?",
    "How many welders joined the march in Norvik?",
  ].map((text) => answer({ text }).kind);
  expect(kinds).toEqual(["found", "not-found", "found"]);
});

test("who somebody is, is told by the sentence that says so, and not by one that names them more", () => {
  const answer = createAnswering(
    corpusOf([
      textDocument({ id: "a/a", title: "The letter to Karl Berg" }, [
        "Norvik workers sent the letter to Karl Berg, and Karl Berg read it aloud. Karl Berg was Norvik's harbour master in the year of the letter.",
        "The Post was the first to print the letter to Karl Berg about the cranes.",
        "Karl Berg had been due to speak in Gdansk.",
      ]),
    ]),
  );
  const found = answer({ text: "Who is Karl Berg?" });
  expect(found.kind === "found" && found.findings[0].citations[0].quote).toContain("harbour master");
});

describe("who has a role", () => {
  const offices = corpusOf([
    textDocument({ id: "a/a", title: "Norvik and Gdansk" }, [
      "Ingrid Solberg was the mayor of Norvik, to whom the workers wrote about the contract with Gdansk.",
      "Karl Berg was head of the Port Authority of Oslo.",
    ]),
  ]);
  offices.setGlossary({ same: [["mayor", "head of the town"]], related: [] });
  const answer = createAnswering(offices);

  test("is told by what stands beside it", () => {
    const found = answer({ text: "Who is the mayor of Norvik?" });
    expect(found.kind === "found" && found.findings[0].citations[0].paragraph).toBe(1);
  });

  test("is not told by a paragraph that has both for other reasons", () => {
    expect(answer({ text: "Who is the mayor of Gdansk?" }).kind).toBe("not-found");
    const [nearest] = explain({ text: "Who is the mayor of Gdansk?" }, offices).closest;
    expect(nearest?.objection).toEqual({ kind: "of-another", word: "gdansk" });
  });
});

test("how many did a thing is not told by those who considered it", () => {
  const considering = corpusOf([
    textDocument({ id: "a/a" }, [
      "Two workers in Norvik were considering whether they resigned over the cranes.",
    ]),
  ]);
  const [nearest] = explain({ text: "How many workers resigned over the cranes?" }, considering).closest;
  expect(nearest?.objection.kind).toBe("deed-only-supposed");
});

test("of a stretch of time, the end need not stand in the answer", () => {
  expect(objection("What did the workers sign between May and July 2019?")).toBe("none");
  expect(objection("What did the workers sign in July 2019?")).toBe("name-missing");
});

test("a question of closed-class words or none asks nothing", () => {
  for (const text of ["", "   ", "💸", "who is it?", "\u0000"]) {
    const answer = createAnswering(corpus)({ text });
    expect(answer).toMatchObject({ kind: "not-found", reason: "nothing-asked", confidence: 0, ranked: [] });
  }
});

test("a sentence far below the best one does not answer in its stead", () => {
  const apart = corpusOf([
    textDocument({ id: "a/a" }, [
      "Workers of the harbour in Norvik resigned over the crane contract with Gdansk.",
      "Two workers spoke about Gdansk.",
    ]),
  ]);
  const answer = createAnswering(apart)({
    text: "How many workers in Norvik resigned over the crane contract?",
  });
  expect(answer.kind).toBe("not-found");
});

test("a deed in words that are not known to be the same is missed only where the rest does not make it sure", () => {
  const known = corpusOf(HARBOUR);
  known.setGlossary({ same: [["worker", "staff"]], related: [] });
  const kinds = [
    "How many harbour workers endorsed a letter to the mayor on 12 May 2019?",
    "Who inaugurated the ribbon?",
  ].map((text) => createAnswering(known)({ text }).kind);
  expect(kinds).toEqual(["found", "not-found"]);
});

test("nobody is said to have said something because it was said to them", () => {
  const told = corpusOf([
    textDocument({ id: "a/a" }, [
      "The workers of Norvik invited Ingrid Solberg to the harbour and demanded shorter nights.",
    ]),
  ]);
  told.setGlossary({ same: [["reply", "answer"]], related: [] });
  const answer = createAnswering(told);
  expect(answer({ text: "What did Ingrid Solberg reply to the workers of Norvik?" }).kind).toBe("not-found");
  expect(answer({ text: "Who invited Ingrid Solberg to the harbour?" }).kind).toBe("found");
});

test("who somebody is, is told by a sentence that says what it is, also of a name with small words in it", () => {
  const [first] = [
    corpusOf([
      textDocument({ id: "a/a" }, [
        "Fight for the Night was The Post's only source. Fight for the Night was a group of harbour workers.",
      ]),
    ]),
  ].map((each) => createAnswering(each)({ text: "Fight for the Night, who are they?" }));
  expect(first?.kind === "found" && first.findings[0].citations[0].quote).toBe(
    "Fight for the Night was a group of harbour workers.",
  );
});

test("what a name stands for says what it is", () => {
  const named = corpusOf([
    textDocument({ id: "a/a" }, [
      "The PAN contract with Norvik was worth $31 million.",
      "PAN stands for Port Authority of Norvik.",
      "PAN said on Monday that the PAN offices of Norvik were closed.",
    ]),
  ]);
  for (const text of ["What is PAN?", "vad är PAN", "qué es PAN"]) {
    const answer = createAnswering(named)({ text });
    expect(answer.kind === "found" && answer.findings[0].citations[0].paragraph).toBe(2);
  }
});

describe("what somebody said is told in other words, too", () => {
  const told = corpusOf([
    textDocument({ id: "a/a" }, [
      "Ana Lind recalled the long strike of 1931 on Monday.",
      "Bo Ek asked for a bus to the harbour, and the union of Ana Lind was glad of it.",
      "According to Karl Berg, the ferry line lost money.",
      "The letter described the nights in the harbour as inhumane.",
      "The mayor said on Tuesday that the weather was fine.",
    ]),
    textDocument({ id: "a/sv", language: "sv" }, ["Eva Holm hade fördömt nattarbetet i hamnen."]),
    textDocument({ id: "a/es", language: "es" }, ["Según Rosa Gil, la grúa del puerto era vieja."]),
  ]);
  told.setGlossary({
    same: [
      ["say", "tell", "säga", "dijo"],
      ["strike", "walkout"],
      ["nights", "nattarbete"],
    ],
    related: [],
  });
  const answer = createAnswering(told);

  test.each([
    ["What did Ana Lind say about the strike of 1931?", 1],
    ["What did Ana Lind say about the bus to the harbour?", undefined],
    ["What did Karl Berg say about the ferry line?", 3],
    ["What did the letter say about the nights in the harbour?", 4],
    ["Who talked of inhumane nights in the harbour?", 4],
    ["Who wrote that nights in the harbour are inhumane?", undefined],
    ["Vad sa Eva Holm om nattarbetet i hamnen?", 1],
    ["¿Qué dijo Rosa Gil de la grúa del puerto?", 1],
  ])("“%s”: %s", (text, paragraph) => {
    const given = answer({ text });
    expect(given.kind === "found" ? given.findings[0].citations[0].paragraph : undefined).toBe(paragraph);
  });
});

test("what was done to a thing tells nobody who did it", () => {
  const leaked = corpusOf([
    textDocument({ id: "a/a" }, [
      "In the leaked letters Ana Lind wrote to the mayor of Norvik about the cranes.",
    ]),
    textDocument({ id: "a/b" }, ["Bo Ek leaked the plans of the terminal in Gdansk."]),
  ]);
  leaked.put(
    textDocument({ id: "a/sv", language: "sv" }, ["På mässan läckte ett brev från Eva Holm till Gdansk."]),
  );
  leaked.setGlossary({
    same: [
      ["letter", "mail", "brev"],
      ["leak", "läcka", "läckte"],
    ],
    related: [],
  });
  const answer = createAnswering(leaked);
  expect(answer({ text: "Who leaked the letters to the mayor of Norvik?" }).kind).toBe("not-found");
  expect(answer({ text: "Who leaked the plans of the terminal in Gdansk?" }).kind).toBe("found");
  expect(answer({ text: "Vem läckte brevet från Eva Holm?" }).kind).toBe("not-found");
});

test("who did it third is not answered by who did it", () => {
  const groups = corpusOf([
    textDocument({ id: "a/a" }, [
      "Ana Lind led the group that interrupted the mayor of Norvik at the harbour.",
      "Bo Ek led the fourth group that interrupted the mayor of Gdansk at the harbour.",
    ]),
  ]);
  const answer = createAnswering(groups);
  expect(answer({ text: "Who led the third group that interrupted the mayor of Norvik?" }).kind).toBe(
    "not-found",
  );
  expect(answer({ text: "Who led the fourth group that interrupted the mayor of Gdansk?" }).kind).toBe(
    "found",
  );
});

test("others of a kind are not answered by one alone", () => {
  const values = corpusOf([
    textDocument({ id: "a/a" }, [
      "Welders of Norvik named patience as one of their values.",
      "Dockers of Gdansk named other values: thrift and calm.",
    ]),
  ]);
  values.setGlossary({ same: [["welder", "metalworker"]], related: [] });
  const [nearest] = explain({ text: "Which other values did welders of Norvik name?" }, values).closest;
  expect(nearest?.objection.kind).toBe("none-other");
  expect(createAnswering(values)({ text: "Which other values did dockers of Gdansk name?" }).kind).toBe(
    "found",
  );
});

test("how somebody reacted is not answered by what was said of her", () => {
  const answering = (sentence: string) => {
    const corpus = corpusOf([textDocument({ id: "a/a" }, [sentence])]);
    corpus.setGlossary({ same: [["welder", "metalworker"]], related: [] });
    return explain({ text: "How did Norvik react to being named by the welders?" }, corpus).closest[0];
  };
  expect(answering("The welders spoke of Norvik when they named the strike.")?.objection.kind).toBe(
    "no-reaction",
  );
  expect(answering("Norvik rejected what the welders had named it for.")?.objection.kind).toBe("none");
});

test.each([
  ["Cranes cost $3 million, according to the Norvik Post in May 2020.", true],
  ["The strike was long, the Norvik Post reported in May 2020.", true],
  ["As the Norvik Post reported in 2020, the strike was long.", true],
  ["According to the Norvik Post in May 2020, they met on a Friday.", false],
  ["They met in April 2020, according to the Norvik Post in May 2020.", false],
  ["They met in April 2020.", false],
  ["They used it as a hall in May 2020.", false],
  ["They met.", false],
])("“%s” has no date but that of who told it: %s", (text, only) => expect(isOnlyToldWhen(text)).toBe(only));

test("a reaction is that of who is asked about, not what was told to her", () => {
  const answering = (sentence: string, text = "How did Ana Lind react to the letter?") => {
    const corpus = corpusOf([textDocument({ id: "a/a" }, [sentence])]);
    corpus.setGlossary({ same: [["welder", "metalworker"]], related: [] });
    return explain({ text }, corpus).closest[0]?.objection.kind;
  };
  expect(answering("The letter of the welders to Ana Lind said that care mattered.")).toBe("no-reaction");
  expect(answering("The welders told Ana Lind in their letter that care mattered.")).toBe("no-reaction");
  expect(answering("According to the Norvik Post, Ana Lind laughed about the letter.")).toBe("none");
  expect(
    answering(
      "People outside Norvik reconsidered the letter.",
      "How did people outside Norvik take the letter?",
    ),
  ).toBe("none");
});

test("what is asked of somebody is not answered by what else is told of her", () => {
  const welders = corpusOf([
    textDocument({ id: "a/a" }, [
      "Ana Lind of Norvik spoke to the welders about the harbour.",
      "Bo Ek of Gdansk married a crane driver.",
    ]),
  ]);
  welders.setGlossary({ same: [["welder", "metalworker"]], related: [] });
  const nearest = (text: string) => explain({ text }, welders).closest[0]?.objection.kind;
  expect(nearest("Is Ana Lind married?")).toBe("little-said");
  expect(nearest("birthplace of Ana Lind")).toBe("little-said");
  expect(nearest("Did Ana Lind speak to the metalworkers?")).toBe("none");
  expect(nearest("Is Bo Ek married?")).toBe("none");
});

test("what made somebody do something is not answered unless she did it", () => {
  const cranes = corpusOf([
    textDocument({ id: "a/a" }, [
      "The mayor of Norvik made no promise about the harbour contract with Gdansk and its cranes.",
    ]),
  ]);
  cranes.setGlossary({ same: [["drop", "abandon"]], related: [] });
  const answer = createAnswering(cranes)({
    text: "What made the mayor of Norvik drop the harbour contract with Gdansk and its cranes?",
  });
  expect(answer.kind).toBe("not-found");
});
