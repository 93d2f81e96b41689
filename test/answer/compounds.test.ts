import { expect, test } from "vitest";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const corpus = corpusOf([
  ...HARBOUR,
  textDocument({ id: "press/barn", title: "Brevet", language: "sv" }, [
    "Flera invandrare i hamnen skrev om sina barn och om sin arbetsplats.",
  ]),
]);
const tools = createAnswerTools(corpus);
const words = (text: string, language: string) =>
  readQuestion(text, language, tools).terms.map(({ word }) => word);

test.each([
  ["whose parts the texts have", "Vem skrev om invandrarbarn?", ["skrev", "invandrar", "barn"]],
  ["in the genitive", "Vem skrev om barnsarbetsplats?", ["skrev", "barns", "arbetsplats"]],
])("a compound %s is asked for by them", (_, text, parts) => expect(words(text, "sv")).toEqual(parts));

test("a name that leaves a word of the texts behind is the name in a compound, be a longer one spelt like it, too", () => {
  const amazon = createAnswerTools(
    corpusOf([
      textDocument({ id: "a/a", language: "sv" }, [
        "De anställda hos Amazon skrev. Brevet från Amazon kom sent.",
      ]),
    ]),
  );
  const { terms } = readQuestion("Vad skrev Amazonanställda?", "sv", amazon);
  expect(terms.map(({ word }) => word)).toEqual(["skrev", "amazon", "anstallda"]);
});

test.each([
  ["that the texts have is a word", "Vem skrev om hamnarbetare?", "sv", ["skrev", "hamnarbetare"]],
  ["of which they lack a part is one, too", "Vem skrev om barnfrisör?", "sv", ["skrev", "barnfrisor"]],
  ["is none where words are not joined", "Who wrote of harbourworkers?", "en", ["wrote", "harbourworkers"]],
])("a compound %s", (_, text, language, expected) => expect(words(text, language)).toEqual(expected));
