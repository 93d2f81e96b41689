import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLanguages } from "../../src/corpus/languages.ts";
import { CAPITAL, fold, NUMBER, numberTerm, reduceToken, scanTokens } from "../../src/corpus/terms.ts";

function tokens(text: string): string[] {
  const found: string[] = [];
  scanTokens(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe("tokens", () => {
  test.each([
    ["words and punctuation", "Who signed, and why?", ["Who", "signed", "and", "why"]],
    ["tabs, pipes, backticks and dollars", "a\tb|c`d`$19", ["a", "b", "c", "d", "19"]],
    ["decimals and grouped numbers", "3.5 of 170 000 or 170,000", ["3.5", "of", "170 000", "or", "170,000"]],
    ["years beside other numbers", "in 2018 650 people", ["in", "2018", "650", "people"]],
    ["a word with its apostrophe", "Amazon's don’t", ["Amazon's", "don’t"]],
    [
      "abbreviations with stops",
      "the U.S.A. and z.B. will.i.am",
      ["the", "U.S.A", "and", "z.B", "will.i.am"],
    ],
    ["a stop between sentences", "It ended.Then", ["It", "ended", "Then"]],
    ["letters with marks, composed or not", "Å A\u030a", ["Å", "A\u030a"]],
    ["other scripts", "Привет, κόσμε! שלום", ["Привет", "κόσμε", "שלום"]],
    ["emoji are no words", "no 💸 money", ["no", "money"]],
    ["nothing", " \n—… ", []],
  ])("%s", (_, text, expected) => expect(tokens(text)).toEqual(expected));

  test("tell capitals and numbers", () => {
    const flags: number[] = [];
    scanTokens("Norvik paid 31 Åre", (_, __, flag) => flags.push(flag));
    expect(flags).toEqual([CAPITAL, 0, NUMBER, CAPITAL]);
  });

  test("lie within the text, in order and without overlap, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let last = 0;
        scanTokens(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        });
      }),
      { numRuns: 2000 },
    );
  });
});

test("an abbreviation is the same with a possessive ending", () => {
  const english = createLanguages()("en");
  for (const token of ["ICE's", "ICE’s"]) expect(reduceToken(token, english).stem).toBe("ice");
  expect(reduceToken("Ice's", english).stem).toBe("ic");
});

describe("folding", () => {
  test.each([
    ["Ångström", "angstrom"],
    ["Straße", "strasse"],
    ["Łódź", "lodz"],
    ["ΟΔΟΣ", "οδοσ"],
    ["plain", "plain"],
  ])("%s becomes %s", (text, expected) => expect(fold(text)).toBe(expected));

  test("letter by letter gives what folding the whole text gives, as one with a rare script is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("a", "Å", "ß", "½", "…", "Σ", "각", "\u0301") }),
    );
    fc.assert(
      fc.property(text, (text) => {
        expect(fold(`${text}𐐀`)).toBe(`${fold(text)}𐐨`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("numbers", () => {
  test.each([
    ["170 000", "170000"],
    ["170,000", "170000"],
    ["170.000", "170000"],
    ["1,234,567", "1234567"],
    ["19,4", "19.4"],
    ["19.4", "19.4"],
    ["2018", "2018"],
  ])("%s is searched as %s", (text, expected) => expect(numberTerm(text)).toBe(expected));
});

describe("a token reduced", () => {
  const rules = createLanguages();

  test.each([
    ["en", "workers", "worker", false],
    ["en", "Amazon's", "amazon", false],
    ["en", "who", "who", true],
    ["en", "WHO", "who", false],
    ["en", "U.S", "us", false],
    ["sv", "hamnarbetare", "hamnarbet", false],
    ["sv", "och", "och", true],
    ["fr", "l'avion", "avion", false],
    ["xx", "zzz", "zzz", false],
  ])("in %s, %s is searched as %s", (language, token, stem, stop) => {
    const reduced = reduceToken(token, rules(language));
    expect([reduced.stem, reduced.stop]).toEqual([stem, stop]);
  });

  test("a strong verb comes home to its base form", () => {
    const stem = (word: string) => reduceToken(word, rules("en")).stem;
    expect(stem("wrote")).toBe(stem("write"));
    expect(stem("written")).toBe(stem("write"));
  });

  test("a plain word takes the short way to the same result", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{1,14}$/),
        fc.constantFrom("en", "sv", "de", "es"),
        (word, language) => {
          // a zero-width joiner is folded away and takes the long way
          const long = reduceToken(`${word}\u0301`, rules(language));
          const short = reduceToken(word, rules(language));
          expect(short.surface).toBe(fold(word));
          expect(long.surface).toBe(short.surface);
        },
      ),
    );
  });
});

test("words are told apart where no spaces are written between them, and from what stands beside them", () => {
  expect(tokens("東京の市長は2020年に辞任した。")).toEqual(
    expect.arrayContaining(["東京", "市長", "2020", "辞任"]),
  );
  expect(tokens("北京市政府支付了500万元")).toEqual(
    expect.arrayContaining(["北京市", "政府", "支付", "500"]),
  );
  expect(tokens("Lynx社 und Straße")).toEqual(["Lynx", "社", "und", "Straße"]);
});
