import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceRanges } from "../../src/corpus/sentences.ts";

const split = (text: string, language = "en") =>
  sentenceRanges(text, language).map(([from, to]) => text.slice(from, to));

test.each([
  ["two sentences", "en", "It ended. Then it began.", ["It ended.", "Then it began."]],
  ["no end mark", "en", "A headline without one", ["A headline without one"]],
  ["a title before a name", "en", "Dr. Solberg spoke. She left.", ["Dr. Solberg spoke.", "She left."]],
  ["initials", "en", "J. R. Smith signed. So did I.", ["J. R. Smith signed.", "So did I."]],
  ["a country's stops", "en", "The U.S. Army paid. It did.", ["The U.S. Army paid.", "It did."]],
  ["a closing quotation mark", "en", "“Stop it.” She left.", ["“Stop it.”", "She left."]],
  ["a decimal", "en", "It cost 19.4 million. A lot.", ["It cost 19.4 million.", "A lot."]],
  ["a question and an exclamation", "en", "Why? Because! Yes.", ["Why?", "Because!", "Yes."]],
  ["Swedish abbreviations", "sv", "Det var t.ex. Anna. Hon gick.", ["Det var t.ex. Anna.", "Hon gick."]],
  ["a German ordinal", "de", "Am 3. Oktober kam er. Er ging.", ["Am 3. Oktober kam er.", "Er ging."]],
  [
    "an English list number ends one",
    "en",
    "They had 3. Others had none.",
    ["They had 3.", "Others had none."],
  ],
  ["full-width stops", "ja", "これは文です。次の文。", ["これは文です。", "次の文。"]],
  ["a small letter goes on", "en", "It was approx. ten. so it was", ["It was approx. ten. so it was"]],
  ["nothing", "en", "   ", []],
])("%s", (_, language, text, expected) => expect(split(text, language)).toEqual(expected));

test("sentences lie in order within the text and leave only white space out, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("en", "sv", "de"),
      (text, language) => {
        let last = 0;
        for (const [from, to] of sentenceRanges(text, language)) {
          expect(text.slice(last, from).trim()).toBe("");
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(text.slice(last).trim()).toBe("");
      },
    ),
    { numRuns: 1000 },
  );
});
