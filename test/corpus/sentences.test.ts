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
    "an English month before a day",
    "en",
    "He left on Jan. 5, 2020. It shut.",
    ["He left on Jan. 5, 2020.", "It shut."],
  ],
  ["one before a year", "en", "It shut on 7 Feb. 2021. Why?", ["It shut on 7 Feb. 2021.", "Why?"]],
  ["one at a sentence's end", "en", "He left in Jan. She stayed.", ["He left in Jan.", "She stayed."]],
  [
    "a Swedish month",
    "sv",
    "Hon gick den 5 jan. 2020, t.ex. i Luleå. Den 6 okt. 2021 kom hon.",
    ["Hon gick den 5 jan. 2020, t.ex. i Luleå.", "Den 6 okt. 2021 kom hon."],
  ],
  ["a German month", "de", "Am 5. Dez. 2020 kam er. Er ging.", ["Am 5. Dez. 2020 kam er.", "Er ging."]],
  [
    "Spanish months and states",
    "es",
    "Fue el 5 de ene. 2020 en EE. UU. y pagó 3,5 mill. de euros. Se fue.",
    ["Fue el 5 de ene. 2020 en EE. UU. y pagó 3,5 mill. de euros.", "Se fue."],
  ],
  [
    "a Spanish page",
    "es",
    "Véase pág. 7 y núm. 8. No quiso ir. Se fue.",
    ["Véase pág. 7 y núm. 8.", "No quiso ir.", "Se fue."],
  ],
  [
    "titles in a row",
    "en",
    "Prof. dr. ir. Jan de Vries left. He did.",
    ["Prof. dr. ir. Jan de Vries left.", "He did."],
  ],
  ["a number", "en", "It is No. 7 of ten. She left.", ["It is No. 7 of ten.", "She left."]],
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

test.each([
  [
    "straight quotation marks",
    'The mayor said: "Lynx Corp lied. Lynx Corp stole 5 trucks." The crowd cheered.',
    ['The mayor said: "Lynx Corp lied. Lynx Corp stole 5 trucks."', "The crowd cheered."],
  ],
  [
    "curly ones, and what follows them",
    "“Lynx lied. Lynx stole”, he said. It denied it.",
    ["“Lynx lied. Lynx stole”, he said.", "It denied it."],
  ],
  ["Swedish ones", "Han sa: ”De ljög. De stal.” Hon gick.", ["Han sa: ”De ljög. De stal.”", "Hon gick."]],
  [
    "German ones",
    "Er sagte: „Alles gelogen. Sie stahlen.“ Sie ging.",
    ["Er sagte: „Alles gelogen. Sie stahlen.“", "Sie ging."],
  ],
  ["French ones", "Dijo: «Mintieron. Robaron.» Se fue.", ["Dijo: «Mintieron. Robaron.»", "Se fue."]],
  [
    "single ones",
    "He said: ‘They don’t pay. They lie.’ She left.",
    ["He said: ‘They don’t pay. They lie.’", "She left."],
  ],
  [
    "a bracket",
    "It paid (so they say. Nobody saw it). It closed.",
    ["It paid (so they say. Nobody saw it).", "It closed."],
  ],
  [
    "one within another",
    'He said: "It (the “Lynx. Co”) lied. It stole." End.',
    ['He said: "It (the “Lynx. Co”) lied. It stole."', "End."],
  ],
  [
    "corner brackets",
    "彼は「嘘だ。盗んだ」と言った。終わり。",
    ["彼は「嘘だ。盗んだ」と言った。", "終わり。"],
  ],
])("%s are not cut", (_, text, expected) => expect(split(text)).toEqual(expected));

test.each([
  ["a quotation that is never closed", 'He said: "It lied. It stole. She left.', 3],
  ["a bracket that is never closed", "It paid :( so they say. Nobody saw it.", 2],
  ["a bracket that was never opened", "It paid 1) much. Nobody saw 2) it.", 2],
  ["inches", 'A 6" pipe broke. An 8" pipe held. It was new.', 3],
  ["apostrophes", "The workers’ pay fell. The bosses’ rose. It's 'so'.", 3],
  ["one quotation after another", 'He said "no". She said "yes". They left.', 3],
  ["a quotation too long to be quoted", `He said: "${"It lied again and again. ".repeat(20)}So it was."`, 21],
])("%s does not hold sentences together", (_, text, count) => expect(split(text)).toHaveLength(count));

test("many marks take no time", () => {
  const hostile = ['" ', "(", "(A. ", '"A. ', "“A. ” ", "‘A. ", '"A. B." '].map((mark) =>
    mark.repeat(20_000),
  );
  const began = performance.now();
  for (const text of hostile) split(text);
  expect(performance.now() - began).toBeLessThan(1000);
});

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
