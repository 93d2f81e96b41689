import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanQuestion } from "../../src/answer/clean.ts";
import { questionLanguage } from "../../src/answer/language.ts";
import { MOST_TERMS } from "../../src/answer/question-terms.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf(HARBOUR);
corpus.setGlossary({
  same: [["workers", "staff", "hamnarbetare"]],
  related: [{ term: "mayor", leadsTo: ["Ingrid Solberg"] }],
});
const tools = createAnswerTools(corpus);
const read = (text: string, language = "en") => readQuestion(text, language, tools);
const words = (text: string, language?: string) => read(text, language).terms.map(({ word }) => word);

test("a name that the texts write with a capital is one though a question in small letters opens with it", () => {
  const names = (text: string) => read(text).terms.flatMap(({ word, name }) => (name ? [word] : []));
  expect(names("norvik letter, how many signed")).toEqual(["norvik"]);
  expect(names("Norvik letter, how many signed")).toEqual(["norvik"]);
  expect(names("letter to the mayor of norvik")).toEqual(["norvik"]);
});

describe("a question is cleaned", () => {
  test.each([
    ["of a mention", "<@U123> who signed?", "who signed?"],
    ["of a name it is addressed to", "@receipts who signed?", "who signed?"],
    ["of control characters and white space", "who\u0000\n signed?", "who signed?"],
    ["of wide letters", "ｗｈｏ", "who"],
    ["of politeness", "Hey all, can anyone tell me how many signed?", "how many signed?"],
    ["of politeness in Swedish", "Hej! Vet du när de skrev under?", "när de skrev under?"],
    ["of politeness in Spanish", "¿Sabes quién firmó?", "¿quién firmó?"],
    ["of whether sources agree on it", "Do the sources agree on how many signed?", "how many signed?"],
    ["of that in Swedish", "Är källorna överens om hur många som skrev under?", "hur många som skrev under?"],
    ["of that in Spanish", "¿Coinciden las fuentes en cuántos firmaron?", "¿cuántos firmaron?"],
    ["of that it took place", "Where did the protest take place?", "Where did the protest?"],
    ["of how much one would like to know", "What on earth is PAN?", "What is PAN?"],
    [
      "but of no world that is asked about",
      "Who in the harbour world is PAN?",
      "Who in the harbour world is PAN?",
    ],
    ["of how the answer is to look", "What is PAN, in one sentence?", "What is PAN?"],
    ["of that before what follows", "What is PAN in short, I forgot", "What is PAN, I forgot"],
    ["of that in Swedish", "Vad är PAN, i korthet?", "Vad är PAN?"],
    ["of that in Spanish", "¿Qué es PAN en pocas palabras?", "¿Qué es PAN?"],
    [
      "but not of a sentence that was asked about",
      "Who wrote in one sentence that nights were long?",
      "Who wrote in one sentence that nights were long?",
    ],
    ["but of nothing that is asked", "Can anyone sign?", "Can anyone sign?"],
    ["of shouting", "WHO SIGNED THE LETTER?", "who signed the letter?"],
    ["but not of abbreviations", "PAN NORVIK", "PAN NORVIK"],
    ["how exactly", "roughly how many workers signed?", "how many workers signed?"],
    ["how exactly, in Swedish", "ungefär hur många skrev på?", "hur många skrev på?"],
    ["what for", "who built the harbour, need to credit them", "who built the harbour"],
    [
      "but not a need that is asked about",
      "who said they need to print it?",
      "who said they need to print it?",
    ],
    ["short forms", "what did the mayor do w/ the letter", "what did the mayor do with the letter"],
    ["amounts", "is the $19m deal about 250k people", "is the $19 million deal about 250,000 people"],
    ["but not heights", "was the mast 14m tall", "was the mast 14m tall"],
    ["web addresses", "How many signed? https://example.org/x?y=z", "How many signed?"],
    ["names of pictures", ":wave: how many signed at 9:30?", "how many signed at 9:30?"],
    ["but not initials", "who is George W Bush", "who is George W Bush"],
  ])("%s", (_, text, clean) => expect(cleanQuestion(text)).toBe(clean));

  test("is the same whether or not there is something in it to normalise", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."aZ é,.:?!'–“” 19@<> in one line") });
    // a character without a width is taken out, and makes nothing of it look plain
    fc.assert(
      fc.property(plain, (text) => {
        expect(cleanQuestion(text)).toBe(cleanQuestion(`${text}\u200b`));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the terms of a question", () => {
  test("leave out closed-class words", () =>
    expect(words("Who signed the letter?")).toEqual(["signed", "letter"]));

  test.each([
    ["en", "wat did teh workers sign", ["workers", "sign"], "thing"],
    ["en", "how meny workers signed", ["workers", "signed"], "amount"],
    ["sv", "va skrev hamnarbetare å när", ["skrev", "hamnarbetare"], "thing"],
    ["es", "q firmaron", ["firmaron"], "thing"],
    ["en", "wy shud workers sign", ["workers", "sign"], "why"],
    ["en", "who are the ABT workers?", ["abt", "workers"], "who"],
  ] as const)("in %s, of “%s” are read as if it were spelt out", (language, text, expected, kind) => {
    expect(words(text, language)).toEqual(expected);
    expect(read(text, language).askedFor).toBe(kind);
  });

  test("know names and numbers", () => {
    const { terms } = read("What did Solberg say about 420 workers?");
    expect(terms.filter(({ name }) => name).map(({ word }) => word)).toEqual(["solberg"]);
    expect(terms.filter(({ number }) => number).map(({ word }) => word)).toEqual(["420"]);
  });

  test.each([
    ["in a question of small letters", "what did solberg say", ["solberg"]],
    ["that opens a sentence", "Hello! Norvik paid for what?", ["norvik"]],
    ["within a compound", "Vad sade Norvikchefen?", ["norvik"]],
    ["but no other word that opens one", "Hello! Cranes cost what?", []],
    ["but none in small letters beside capitals", "Did Solberg open norvik?", ["solberg"]],
  ])("know a name %s", (_, text, names) =>
    expect(
      read(text, text.startsWith("Vad") ? "sv" : "en")
        .terms.filter(({ name }) => name)
        .map(({ word }) => word),
    ).toEqual(names),
  );

  test("read a nickname as the name in it, whatever it leads to", () => {
    const nicknamed = corpusOf(HARBOUR);
    nicknamed.setGlossary({
      same: [["workers", "staff"]],
      related: [{ term: "Norvikers", leadsTo: ["workers"] }],
    });
    const { terms } = readQuestion("How many Norvikers signed?", "en", createAnswerTools(nicknamed));
    const stems = terms[0]?.wordings
      .filter(({ language }) => language === undefined)
      .flatMap((each) => each.stems);
    expect(stems).toContain(nicknamed.vocabulary.stemNumber("norvik"));
  });

  test("keep what is joined to a name if the texts have it", () =>
    expect(words("Hur många Norvikkranar?", "sv")).toEqual(["norvik", "kranar"]));

  test("are as rare as they are at large, names and numbers wholly", () => {
    const { terms } = read("table Solberg 420 Mijente");
    const [table, ...others] = terms.map(({ rarity }) => rarity);
    expect(table).toBeLessThan(0.5);
    expect(others).toEqual([1, 1, 1]);
  });

  test("pass over another language's closed-class words in a name", () =>
    expect(words("Vad skrev The Port Authority?", "sv")).not.toContain("the"));

  test("in capitals are met as names and in small letters", () => {
    const both = corpusOf([textDocument({ id: "a/a" }, ["Cranes of RAICES.", "Raices has cranes."])]);
    const [term] = readQuestion("RAICES", "en", createAnswerTools(both)).terms;
    const stems = term?.wordings.flatMap((each) => each.stems.map((stem) => both.vocabulary.stemText(stem)));
    expect(stems?.sort()).toEqual(["raic", "raices"]);
  });

  test("are each there once", () => expect(words("letter, letter letter")).toEqual(["letter"]));

  test("weigh more the rarer they are, and have the question's mass in all", () => {
    const { terms, mass } = read("cranes in Gdansk");
    const [cranes, gdansk] = terms;
    expect(gdansk?.idf).toBeGreaterThan(cranes?.idf ?? 0);
    expect(mass).toBeCloseTo(terms.reduce((sum, { idf }) => sum + idf, 0));
  });

  test("of the glossary are met by every wording of their group", () => {
    const [term] = read("staff").terms;
    const stems = term?.wordings.flatMap((each) =>
      each.stems.map((stem) => corpus.vocabulary.stemText(stem)),
    );
    expect(stems).toContain("worker");
    expect(stems).toContain("hamnarbet");
  });

  test("of a related term count less", () => {
    const [term] = read("mayor").terms;
    const weights = term?.wordings.map(({ weight }) => weight) ?? [];
    expect([Math.max(...weights), Math.min(...weights)]).toEqual([1, 0.5]);
  });

  test("are at most as many as a mask has bits, the most telling ones", () => {
    const many = corpusOf([
      textDocument({ id: "a/a" }, [Array.from({ length: 60 }, (_, i) => `word${i}x`).join(" ")]),
    ]);
    const text = Array.from({ length: 60 }, (_, i) => `word${i}x`).join(" ");
    expect(readQuestion(text, "en", createAnswerTools(many)).terms).toHaveLength(MOST_TERMS);
  });

  test("of closed-class words alone are none", () => expect(words("who is it?")).toEqual([]));
});

test("a misspelt word is taken for the nearest of the corpus, and a known one is left alone", () => {
  const [letter] = read("lettr").terms;
  expect(letter?.corrected).toEqual(["letter"]);
  expect(read("letter").terms[0]?.corrected).toEqual([]);
});

test.each([
  ["en", "Do you know when they signed?", "when"],
  ["en", "Can anyone tell me how many signed?", "amount"],
  ["sv", "Vet någon hur många som skrev under?", "amount"],
  ["sv", "Vet du när de skrev under?", "when"],
  ["de", "Weiß jemand, wie viele unterschrieben haben?", "amount"],
])("in %s, “%s” asks for what follows the politeness: %s", (language, text, kind) =>
  expect(read(text, language).askedFor).toBe(kind),
);

test("“now” and “still” are noticed in three languages", () => {
  const asks = (text: string) => read(text).asksForNow;
  expect([
    asks("Do they still work?"),
    asks("arbetar de fortfarande?"),
    asks("¿trabajan ahora?"),
    asks("Did they work?"),
  ]).toEqual([true, true, true, false]);
});

test("any text is read, and its terms are finite", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const { terms, mass } = read(text);
      expect(terms.length).toBeLessThanOrEqual(MOST_TERMS);
      expect(Number.isFinite(mass)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe("the language of a question", () => {
  test.each([
    ["Who signed the letter to the mayor?", "en"],
    ["Vem skrev under brevet till borgmästaren?", "sv"],
    ["¿Quién firmó la carta al alcalde?", "es"],
    ["Norvik Gdansk", "en"],
  ])("“%s” is in %s", (text, language) => expect(questionLanguage(text, corpus)).toBe(language));

  test("is one of the corpus', even of one without wording", () => {
    const german = corpusOf([textDocument({ id: "a/a", language: "de" }, ["Die Kräne wurden gebaut."])]);
    expect(questionLanguage("Wer hat die Kräne gebaut?", german)).toBe("de");
  });
});
