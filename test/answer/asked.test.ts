import { expect, test } from "vitest";
import { askedFor } from "../../src/answer/asked.ts";
import { hasUnit } from "../../src/answer/units.ts";
import { fold } from "../../src/corpus/terms.ts";

const asked = (text: string, language: string) => askedFor(text.toLowerCase(), fold(text), language);

test.each([
  ["en", "Who signed the letter?", "who"],
  ["en", "When did they sign it?", "when"],
  ["en", "In what year was it?", "when"],
  ["en", "Where did they meet?", "where"],
  ["en", "How many workers signed?", "amount"],
  ["en", "Why did they protest?", "why"],
  ["en", "How do cranes work?", "how"],
  ["en", "What did they demand?", "thing"],
  ["en", "Did they sign?", "yes-no"],
  ["en", "What does PAN stand for?", "meaning"],
  ["en", "Please spell out PAN", "meaning"],
  ["en", "Which contract is larger, Norvik's or Gdansk's?", "amount"],
  ["en", "Which contract is larger?", "thing"],
  ["sv", "Vilket kontrakt är större, Norviks eller Gdansks?", "amount"],
  ["en", "harbour letter mayor", "other"],
  ["en", "harbour crane price per month", "amount"],
  ["en", "What's the headcount of the letter?", "amount"],
  ["sv", "Vem skrev under?", "who"],
  ["sv", "När skrev de under?", "when"],
  ["sv", "Hur många skrev under?", "amount"],
  ["sv", "Varför protesterade de?", "why"],
  ["sv", "Var hölls mötet?", "where"],
  ["sv", "Var i Norvik stod kranen?", "where"],
  ["sv", "Var det Norvik som skrev under?", "yes-no"],
  ["sv", "Var Norviks arbetare med?", "yes-no"],
  ["de", "Wie viele haben unterschrieben?", "amount"],
  ["de", "Wann war das?", "when"],
  ["es", "¿Quién firmó la carta?", "who"],
  ["es", "¿Cuánto pagó el puerto?", "amount"],
  ["fr", "Combien de grues ?", "amount"],
  ["ru", "Сколько стоит?", "amount"],
  ["xx", "zzz zzz", "other"],
])("in %s, “%s” asks for: %s", (language, text, kind) => expect(asked(text, language).kind).toBe(kind));

test.each([
  ["en", "Its reaction when asked for comment", "other"],
  ["en", "Can anyone sign?", "yes-no"],
  ["en", "The letter was signed when?", "when"],
  ["en", "Hi all, since when is it open?", "when"],
  ["sv", "Stängdes ljudet av när demonstranterna hördes?", "other"],
  ["en", "whos the guy that spoke when they met", "who"],
  ["es", "¿Qué valor tiene el contrato?", "amount"],
  ["es", "¿Qué valor de la empresa veían en peligro?", "thing"],
])("in %s, “%s” asks for: %s, whatever joins its clauses", (language, text, kind) =>
  expect(asked(text, language).kind).toBe(kind),
);

test("the first question word decides", () => {
  expect(asked("Who spoke when the workers met?", "en").kind).toBe("who");
});

test.each([
  ["How much money did it cost?", "money"],
  ["What percentage signed?", "percent"],
  ["How old is she?", "age"],
  ["For how many years does it run?", "duration"],
  ["How long did they talk?", "duration"],
  ["How long is the bridge?", undefined],
  ["How many came?", "count"],
  ["How many feet is it wide?", undefined],
  ["How many millions is it worth?", "money"],
  ["How much income did she give up?", "money"],
  ["On what weekday did they meet?", "weekday"],
  ["On which day did they meet?", "day"],
])("“%s” is measured in %s", (text, unit) => expect(asked(text, "en").unit).toBe(unit));

test.each([
  ["It runs for five years.", true],
  ["It ran from March 2018 to May 2020.", true],
  ["They used it for three purposes.", false],
  ["It was signed in March 2018.", false],
])("“%s” says how long: %s", (text, says) => expect(hasUnit(text, "duration")).toBe(says));

test("a text has an amount of a unit or not", () => {
  expect([hasUnit("It paid $31 million", "money"), hasUnit("It lifts 90 tonnes", "money")]).toEqual([
    true,
    false,
  ]);
});

test("what is only measured counts nothing", () => {
  expect(hasUnit("The crane was 14 feet tall and cost $3 million in 2018.", "count")).toBe(false);
  expect(hasUnit("The crane was 14 feet tall and had 20 drivers.", "count")).toBe(true);
  expect(hasUnit("Two came.", "count")).toBe(true);
});

test("a date says on which day it was, and only the name of a weekday on which one", () => {
  const [dated, named] = ["They met on 11 July 2019.", "They met on a Thursday."];
  expect([hasUnit(dated, "day"), hasUnit(dated, "weekday")]).toEqual([true, false]);
  expect([hasUnit(named, "day"), hasUnit(named, "weekday")]).toEqual([true, true]);
});

test("one side of a comparison asks for an amount, and says that it compares", () => {
  expect(
    askedFor("norvik's with the coast guard", "norvik's with the coast guard", "en", true),
  ).toMatchObject({
    kind: "amount",
    compares: true,
  });
});

test("how many letters an abbreviation has says what is asked for", () => {
  expect(asked("What do the three letters PAN mean?", "en").words).toContain("three letters");
});
