import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import {
  asksForFurther,
  asksForOthers,
  isFurther,
  soughtIn,
  tells,
  tellsFurther,
} from "../../src/answer/sought.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

describe("what a question wants told", () => {
  test.each([
    ["what did the letter ask for?", "demand"],
    ["what did the welders want from the mayor", "demand"],
    ["what should norvik do about the cranes, according to the letter?", "demand"],
    ["which demands were in the letter", "demand"],
    ["what did the welders tell the mayor to do", "demand"],
    ["vad ville svetsarna", "demand"],
    ["vilka var svetsarnas krav?", "demand"],
    ["¿que pedian los soldadores?", "demand"],
    ["what is the terminal for?", "purpose"],
    ["vad används terminalen till?", "purpose"],
    ["how did the mayor respond to the letter?", "reaction"],
    ["hur reagerade borgmästaren på brevet?", "reaction"],
    ["¿como respondio la alcaldesa?", "reaction"],
    ["what is norvik's own view on the letter", "reaction"],
    ["what was the mayors comment on the cranes?", "reaction"],
    ["what is the view from the crane", undefined],
    ["who signed the letter?", undefined],
    ["what did the mayor open?", undefined],
    ["what is the terminal called", undefined],
  ])("“%s”: %s", (question, sought) => expect(soughtIn(question)).toBe(sought));
});

describe("a sentence tells it", () => {
  test.each([
    ["demand", "The letter called for shorter nights.", true],
    ["demand", "The welders asked the mayor to end the nights.", true],
    ["demand", "The Post asked the mayor for comment.", false],
    ["demand", "The welders did not want to comment.", false],
    ["demand", "Svetsarna krävde kortare nätter.", true],
    ["purpose", "The terminal was for ferries.", true],
    ["purpose", "Norvik used the new terminal to load ferries.", true],
    ["purpose", "The terminal was opened in 2021.", false],
    ["reaction", "The mayor did not respond.", true],
    ["reaction", "Norvik gave no sign of a change.", true],
    ["reaction", "The terminal was opened in 2021.", false],
  ] as const)("%s: “%s”: %s", (sought, sentence, told) => expect(tells(sentence, sought)).toBe(told));

  test("on top of something else, or not", () => {
    expect(isFurther("The letter also called for pay.")).toBe(true);
    expect(isFurther("Brevet krävde dessutom lön.")).toBe(true);
    expect(isFurther("The letter called for pay.")).toBe(false);
  });
});

describe("what else there is", () => {
  test.each([
    ["what else did the letter ask for", true],
    ["besides the cranes, what did it ask for", true],
    ["vilka andra kom", true],
    ["ademas de la carta", true],
    ["what did the letter ask for", false],
  ])("is asked for by “%s”: %s", (question, asks) => expect(asksForFurther(question)).toBe(asks));

  test("is not the same as others of a kind", () => {
    expect(asksForOthers("which other letters were sent")).toBe(true);
    expect(asksForOthers("vilka andra brev skickades")).toBe(true);
    expect(asksForOthers("besides the letter, what was sent")).toBe(false);
  });

  test.each([
    ["The letter also called for pay.", true],
    ["The second demand was pay.", true],
    ["The first demand was pay, and also a bus.", false],
    ["Two other letters called for pay.", true],
    ["The letter called for pay.", false],
  ])("is told by “%s”: %s", (text, told) => expect(tellsFurther(text)).toBe(told));
});

describe("of sentences about as good, the one that tells it answers", () => {
  const answer = createAnswering(
    corpusOf([
      textDocument({ id: "a/letter", title: "Harbour news" }, [
        "Norvik did not respond when The Post asked for comment on the letter by the welders of Norvik to Ingrid Solberg.",
        "The letter by the welders of Norvik also called for a bus to the harbour.",
        "The letter by the welders of Norvik called for shorter nights.",
        "The welders of Gdansk sent a letter to their mayor, calling on her to end the ferry line.",
        "The new terminal of Norvik was opened in May 2021 by Ingrid Solberg.",
        "Norvik built the terminal for ferries to Gdansk.",
      ]),
    ]),
  );
  const paragraph = (text: string) => {
    const given = answer({ text });
    return given.kind === "found" ? given.findings[0].citations[0].paragraph : given.kind;
  };

  test.each([
    ["the demand, not who asked for something else", "What did the welders of Norvik want in the letter?", 3],
    ["what comes on top of it", "What else did the letter by the welders of Norvik call for?", 2],
    ["a demand in other words", "What did the welders of Gdansk tell their mayor to do?", 4],
    ["that there was no reply", "What did Norvik say when The Post asked for comment on the letter?", 1],
    ["no one else's reply", "What did Ingrid Solberg respond to the letter by the welders?", "not-found"],
  ])("%s", (_, question, expected) => expect(paragraph(question)).toBe(expected));
});
