import { expect, test } from "vitest";
import { learnAbbreviations } from "../../src/corpus/abbreviations.ts";

test.each([
  ["a plain one", "The Port Authority of Norvik (PAN) paid.", [["PAN", "Port Authority of Norvik"]]],
  ["one in a row", "US Customs and Border Protection (CBP)", [["CBP", "Customs and Border Protection"]]],
  [
    "two",
    "Amazon Web Services (AWS) and Border Patrol (BP)",
    [
      ["AWS", "Amazon Web Services"],
      ["BP", "Border Patrol"],
    ],
  ],
  ["none whose letters do not fit", "The harbour (PAN) paid.", []],
  ["none of small letters", "The mayor (Solberg) paid.", []],
  ["none in a bracket of numbers", "It paid a lot (2019).", []],
  ["none without words before it", "(PAN)", []],
])("%s", (_, text, expected) => expect(learnAbbreviations(text)).toEqual(expected));
