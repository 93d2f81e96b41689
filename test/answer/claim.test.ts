import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { claimsAsked } from "../../src/answer/claim.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const languageOf = (text: string) =>
  /canceló/.test(text) ? "es" : /Stämmer|eller hur|skulle/.test(text) ? "sv" : "en";

describe("a claim to be checked is the question whether it is so", () => {
  test.each([
    ["Confirm that Norvik has cancelled the crane contract.", "has Norvik cancelled the crane contract?"],
    ["can you please verify that Norvik cancelled it", "did Norvik cancelled it?"],
    ["Is it true that the mast was 14 feet tall?", "was the mast 14 feet tall?"],
    ["fact check: norvik dropped the contract", "did norvik dropped the contract?"],
    ["True or false: Norvik’s contract is worth nine million", "is Norvik's contract worth nine million?"],
    ["Norvik dropped the contract, right?", "did Norvik dropped the contract?"],
    ["norvik dropped the contract, didn't they?", "did norvik dropped the contract?"],
    ["i heard that the angry welders signed a letter", "did the angry welders signed a letter?"],
    ["i heard norvik fired people who protested", "did norvik fired people who protested?"],
    ["so norvik dropped it?", "did norvik dropped it?"],
    ["Stämmer det att Norvik avslutade avtalet?", "har Norvik avslutade avtalet?"],
    ["Norvik har sagt upp avtalet, eller hur?", "har Norvik sagt upp avtalet?"],
    ["¿Es cierto que Norvik canceló el contrato?", "ha Norvik canceló el contrato?"],
    ["¿Norvik canceló el contrato?", "ha Norvik canceló el contrato?"],
  ])("“%s” asks “%s”", (claim, question) => expect(claimsAsked(claim, languageOf(claim))).toBe(question));

  test.each([
    "Who signed the letter, right?",
    "Did Norvik drop the contract?",
    "Norvik dropped the contract.",
    "I heard of a letter, who signed it?",
    "rough number of people who signed it?",
    "the mayor said bad things, fine, but did that change anything?",
    "Confirm the number of signers",
    "everything norvik closed at the harbour?",
    "Var skulle Jörg ha hållit talet?",
    "crane contract price?",
  ])("“%s” is left as it is", (text) => expect(claimsAsked(text, languageOf(text))).toBe(text));

  test("whatever is typed, what asks for no check is left, and a question stays the same when it is read again", () => {
    const words = fc.constantFrom(
      ..."confirm that is it true norvik dropped has the letter , right ? heard who var ha ¿ . har avslutade canceló no".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 12 }),
        fc.constantFrom("en", "sv", "es", "de"),
        (typed, language) => {
          const once = claimsAsked(typed.join(" "), language);
          expect(claimsAsked(once, language)).toBe(once);
          for (const word of typed)
            if (/^\p{L}{6,}$/u.test(word) && word !== "confirm") expect(once).toContain(word);
        },
      ),
    );
  });
});

describe("a claim is checked against what was done, not against what was wanted", () => {
  const answer = createAnswering(
    corpusOf([
      textDocument({ id: "a/demand", title: "Workers and the crane contract" }, [
        "Workers demanded in a letter of May 2019 that Norvik cancel the crane contract.",
        "The workers called on Norvik to close the north harbour as well.",
        "Karl Berg, a welder, cancelled his own crane contract with Gdansk.",
        "Norvik announced in June 2019 that it would not renew the ferry contract.",
        "Norvik agreed to meet the workers in July 2019.",
      ]),
    ]),
  );
  const first = (text: string) => {
    const found = answer({ text });
    return found.kind === "found" ? found.findings[0]?.citations[0]?.quote : undefined;
  };

  test.each([
    "Did Norvik cancel the crane contract?",
    "has norvik cancelled the crane contract",
    "Confirm that Norvik cancelled the crane contract.",
    "Norvik cancelled the crane contract, right?",
    "Did Norvik close the north harbour?",
  ])("“%s” is not answered by who demanded it, nor by what another did", (text) => {
    expect(first(text) ?? "").not.toMatch(/demanded|called on|Karl/);
  });

  test("what was refused or agreed to answers it", () => {
    expect(first("Did Norvik renew the ferry contract?")).toContain("would not renew");
    expect(first("Is it true that Norvik agreed to meet the workers?")).toContain("agreed to meet");
  });

  test("what was refused answers it in Swedish, too", () => {
    const swedish = createAnswering(
      corpusOf([
        textDocument({ id: "a/sv", language: "sv" }, ["Norvik vägrade att förnya kranavtalet i juni 2019."]),
      ]),
    );
    const found = swedish({ text: "Har Norvik förnyat kranavtalet?" });
    expect(found.kind === "found" && found.findings[0].citations[0].quote).toContain("vägrade");
  });

  test("who asks if it was wanted gets who wanted it", () => {
    expect(first("Did workers want Norvik to cancel the crane contract?")).toContain("demanded");
  });
});
