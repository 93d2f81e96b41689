import { expect, test } from "vitest";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const tools = createAnswerTools(
  corpusOf([
    textDocument({ id: "a/a" }, [
      "The workers of Norvik signed a letter, and Norvik signed a contract with Gdansk about new cranes.",
      "The mayor replied to the letter and said that the chief officer of Gdansk had cancelled it.",
    ]),
    textDocument({ id: "a/sv", language: "sv" }, [
      "Borgmästaren skrev ett brev till arbetarna, som svarade att de hade skrivit under.",
    ]),
  ]),
);
function deed(text: string, language: string): string | undefined {
  const { terms, deed: at } = readQuestion(text, language, tools);
  return terms[at]?.word;
}

test.each([
  ["en", "Who signed the letter?", "signed"],
  ["en", "What did the mayor reply?", "reply"],
  ["en", "What made Norvik cancel the contract?", "cancel"],
  ["en", "How many workers signed?", "signed"],
  ["en", "How many workers of Norvik signed the letter?", "signed"],
  ["sv", "Vad skrev borgmästaren till arbetarna?", "skrev"],
  ["en", "What did workers sign?", "sign"],
  ["sv", "Hade arbetarna skrivit under?", "skrivit"],
  ["en", "Who is Gdansk's chief officer?", undefined],
  ["en", "Who is the chief officer?", undefined],
  ["en", "Did the mayor manage to reply?", "reply"],
  ["en", "What did the mayor say?", "say"],
  ["en", "Which letter does the mayor say they signed?", "signed"],
  ["en", "letter cranes contract", undefined],
  ["en", "Norvik was one signatory. What did the mayor reply?", "reply"],
  ["en", "Did the mayor herself reply?", "reply"],
  ["en", "How did they get the mayor to reply?", "reply"],
  ["en", "How many people inside Norvik signed?", "signed"],
  ["en", "Could people watching the cranes sign?", "sign"],
  ["en", "Were people signing the letter?", "signing"],
  ["en", "Did the employees reply?", "reply"],
  ["en", "What did the mayor do once the workers signed?", undefined],
  ["en", "What did the mayor reply when the workers signed?", "reply"],
  ["en", "When the workers signed, what did the mayor say?", "say"],
  ["en", "What did the letter at the crane contract signing say?", "say"],
  ["en", "What does the contract look like?", undefined],
  ["es", "¿Qué hicieron los trabajadores?", undefined],
  ["es", "¿En qué mes firmaron los trabajadores?", "firmaron"],
  ["sv", "Med vilka ord skrev borgmästaren till arbetarna?", "skrev"],
  ["en", "Names of the workers who signed the letter?", "signed"],
  ["en", "Which worker signed the letter?", "signed"],
  ["en", "Which company cancelled the contract?", "cancelled"],
  ["en", "Which newspaper reported the letter?", undefined],
  ["en", "Which city signed the letter?", undefined],
  ["en", "What did the Norvik letter workers want?", undefined],
  ["en", "How many workers of Norvik got cancelled over the letter?", "cancelled"],
  ["en", "When did the Norvik workers' chief-Gdansk letter cancel the contract?", "cancel"],
  ["en", "Which contract do the workers have at crane?", undefined],
  ["en", "What went on at Norvik before the letter was signed?", undefined],
  ["en", "Did the workers' contract cancel the cranes?", "cancel"],
  ["en", "what made norvik cancel it, was it GDANSK or the letter", "cancel"],
  ["en", "did norvik reply to GDANSK", "reply"],
  ["en", "Did the mayor give Gdansk a reply about signing?", undefined],
  ["en", "How many workers really signed?", "signed"],
  ["en", "Did Gdansk's contract cancel the cranes?", "cancel"],
  ["sv", "Vilka andra arbetare skrev brevet?", "skrev"],
])("in %s, “%s” asks who did or what was done: %s", (language, text, expected) =>
  expect(deed(text, language)).toBe(expected),
);
