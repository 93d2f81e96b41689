/** Typed values in a sentence: money, counts, measures and dates, each with its unit, for telling when two quotes differ. */
import { fold, numberTerm } from "../corpus/terms.ts";

export type ValueType = "money" | "count" | "measure" | "date";

export interface Value {
  readonly type: ValueType;
  /** Currency, counted noun or measure, folded; empty for a date. */
  readonly unit: string;
  /** In one unit of `unit`, so that 19 million is 19000000; a date as written. */
  readonly amount: string;
  /** As the sentence has it. */
  readonly words: string;
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  tusen: 1e3,
  tausend: 1e3,
  mil: 1e3,
  k: 1e3,
  million: 1e6,
  millions: 1e6,
  miljon: 1e6,
  miljoner: 1e6,
  millionen: 1e6,
  millon: 1e6,
  millones: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  miljard: 1e9,
  miljarder: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  bn: 1e9,
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "dollar",
  us$: "dollar",
  dollar: "dollar",
  dollars: "dollar",
  dolares: "dollar",
  usd: "dollar",
  "€": "euro",
  euro: "euro",
  euros: "euro",
  eur: "euro",
  "£": "pound",
  pounds: "pound",
  gbp: "pound",
  kr: "krona",
  kronor: "krona",
  sek: "krona",
};

const MEASURES: ReadonlySet<string> = new Set(
  "percent procent prozent feet foot fot meter meters metres metros km kilometer miles days day dagar hours timmar years year ar".split(
    " ",
  ),
);

const AMOUNT =
  /(us\$|au?\$|[$€£])?\s?(\d[\d., {2}]*\d|\d)(?:\s?(k|mn?|bn)(?![\p{L}])|[\s-](thousand|tusen|tausend|mil|millions?|miljon(?:er)?|millionen|millon(?:es)?|billion|miljarder?|milliarden?)(?![\p{L}]))?(?:\s(?:us[\s-]|u\.s\.\s)?(\p{L}+))?/giu;
const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const DATE = new RegExp(
  `(?:(?:\\d{1,2} )?(?:${MONTHS}) )?(?:19|20)\\d\\d(?!\\d)|(?:\\d{1,2} )(?:${MONTHS})`,
  "giu",
);

function amountOf(digits: string, magnitude: string | undefined): string {
  const number = Number(numberTerm(digits.trim()));
  return Number.isFinite(number)
    ? String(Math.round(number * (MAGNITUDES[fold(magnitude ?? "")] ?? 1) * 1000) / 1000)
    : digits;
}

/** The values a sentence gives, in order. */
export function valuesIn(text: string): readonly Value[] {
  const values: Value[] = [];
  const dates = [...text.matchAll(DATE)];
  for (const match of dates) values.push({ type: "date", unit: "", amount: fold(match[0]), words: match[0] });
  for (const match of text.matchAll(AMOUNT)) {
    const inDate = dates.some(
      (date) =>
        match.index < date.index + date[0].length && match.index + (match[2] ?? "").length > date.index,
    );
    if (inDate) continue;
    const [, sign, digits = "", short, long, noun = ""] = match;
    const unitWord = fold(noun);
    const currency = CURRENCIES[(sign ?? "").toLowerCase()] ?? CURRENCIES[unitWord];
    const amount = amountOf(digits, short ?? long);
    const words = match[0].trim();
    if (currency !== undefined)
      values.push({
        type: "money",
        unit: currency,
        amount,
        words: sign
          ? words.replace(/\s\p{L}+$/u, (tail) =>
              short || long ? (tail.trim() === (long ?? "") ? tail : "") : "",
            )
          : words,
      });
    else if (MEASURES.has(unitWord)) values.push({ type: "measure", unit: unitWord, amount, words });
    else if (unitWord !== "") values.push({ type: "count", unit: unitWord, amount, words });
  }
  return values;
}

/** Before a figure that is a bound, and before one that is not exact; the end of what stands before it. */
const AT_LEAST =
  /\b(?:more than|over|at least|upwards of)\s*$|(?<!\p{L})(?:fler än|mer än|över|minst|drygt|más de|al menos|mehr als|mindestens|über)\s*$/iu;
const ABOUT =
  /\b(?:about|roughly|around|approximately|nearly|almost|some|an estimated)\s*$|(?<!\p{L})(?:ungefär|omkring|cirka|ca|nästan|unos|unas|cerca de|alrededor de|aproximadamente|casi|etwa|rund|fast|circa)\s*$/iu;
/** What is about so much may be this share more or less. */
const ROUGHLY = 0.1;

/** Whether a value, as its sentence puts it, leaves room for another: "more than 480" for 500, "about 500" for 480. */
export function leavesRoomFor(text: string, { amount, words }: Value, other: Value): boolean {
  const before = text.slice(0, text.indexOf(words));
  const [own, theirs] = [Number(amount), Number(other.amount)];
  if (AT_LEAST.test(before)) return theirs >= own;
  return ABOUT.test(before) && Math.abs(theirs - own) <= ROUGHLY * own;
}
