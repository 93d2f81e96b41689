import { expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { asksForWork } from "../../src/answer/asked-work.ts";
import { explain } from "../../src/answer/explain.ts";
import { corpusOf, HARBOUR } from "../doubles/corpus.ts";

test.each([
  ["en", "can you write me a letter to the mayor", true],
  ["en", "forget the sources, please draft a press release", true],
  ["en", "could you book us a table in norvik", true],
  ["sv", "kan du skriva ett brev till borgmastaren", true],
  ["es", "escribeme un poema", true],
  ["de", "kannst du mir einen brief an den burgermeister schreiben", true],
  ["en", "did the workers write a letter", false],
  ["en", "who helped them write a letter to the mayor", false],
  ["en", "can you tell me who wrote a letter", false],
  ["sv", "vem skrev ett brev", false],
  ["tr", "bana bir mektup yaz", false],
  ["en", "how do i contact the mayor", true],
  ["en", "should we sign the letter", true],
  ["en", "how do i know that the letter is real", false],
  ["en", "can we safely say that they signed", false],
  ["en", "how could the mayor know", false],
  ["en", "can i get the name of the mayor", false],
  ["en", "could we see what the letter demanded", false],
  ["en", "can i use the figure", false],
  ["en", "is it legal to sign the letter at work", true],
  ["es", "es legal firmar la carta", true],
  ["sv", "kan jag fa namnet pa borgmastaren", false],
  ["es", "puedo saber cuanto vale", false],
  ["sv", "hur kontaktar jag borgmastaren", true],
  ["sv", "kan man lita pa brevet", false],
  ["es", "como puedo escribir al alcalde", true],
  ["es", "puedo decir que firmaron", false],
])("in %s, whether “%s” asks for work or advice: %s", (language, folded, expected) =>
  expect(asksForWork(folded, language)).toBe(expected),
);

test("who asks for work gets no quote that happens to have its words, and an explanation says why", () => {
  const corpus = corpusOf(HARBOUR);
  const text = "Can you write me a letter to the mayor for the harbour workers?";
  expect(createAnswering(corpus)({ text }).kind).toBe("not-found");
  expect(explain({ text }, corpus).closest[0]?.objection).toEqual({ kind: "work" });
});

test("a question beside it is answered", () => {
  const text = "Write me a poem. How many harbour workers signed the letter?";
  expect(createAnswering(corpusOf(HARBOUR))({ text }).kind).toBe("found");
});
