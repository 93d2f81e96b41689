/** From text to terms: tokens, folding, numbers, stems. One vocabulary serves all languages, so that names and cognates meet. */
import type { LanguageRules } from "./languages.ts";

/** Flags of a token in its text. */
export const CAPITAL = 1;
export const NUMBER = 2;

const OTHER = 1;
// a letter of a script that writes no spaces between words; it and what is no part of a word come before all others
const SPACELESS = 2;
const LETTER = 3;
const DIGIT = 4;
// continues a word and never begins one
const MARK = 5;
const SPACELESS_LETTER = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}]/u;
// Classes of UTF-16 units, filled as characters are met: a table look-up is several times faster than \p{…} in the scan. Halves of
// surrogate pairs have none, for they are told by their other half.
const classes = new Uint8Array(65_536);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  // a lone surrogate half is part of a letter beyond the basic plane (rare scripts); emoji are told apart by tokenEnd
  const found = /\p{N}/u.test(character)
    ? DIGIT
    : /\p{L}/u.test(character)
      ? SPACELESS_LETTER.test(character)
        ? SPACELESS
        : LETTER
      : /\p{M}/u.test(character)
        ? MARK
        : OTHER;
  classes[unit] = found;
  return found;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return OTHER;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(index) ?? 0)) ? LETTER : OTHER;
  }
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    return index > 0 ? classAt(text, index - 1) : OTHER;
  }
  return classes[unit] || classify(unit);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f;
}

/** Three digits behind a space continue a number of one to three digits: `170 000`. */
function groupFollows(text: string, end: number): boolean {
  return (
    isSpace(text.charCodeAt(end)) &&
    classAt(text, end + 1) === DIGIT &&
    classAt(text, end + 2) === DIGIT &&
    classAt(text, end + 3) === DIGIT &&
    classAt(text, end + 4) !== DIGIT
  );
}

function decimalEnd(text: string, end: number): number {
  let stop = end;
  while (
    (text.charCodeAt(stop) === 0x2e || text.charCodeAt(stop) === 0x2c) &&
    classAt(text, stop + 1) === DIGIT
  ) {
    stop += 1;
    while (classAt(text, stop) === DIGIT) stop += 1;
  }
  return stop;
}

function numberEnd(text: string, start: number, end: number): number {
  let stop = end;
  if (end - start <= 3) while (groupFollows(text, stop)) stop += 4;
  return decimalEnd(text, stop);
}

/** A name or an abbreviation with stops and a single letter in it is one token: `will.i.am`, `U.S.`, `z.B.` */
function dottedEnd(text: string, start: number, end: number): number {
  let stop = end;
  let single = end - start === 1;
  while (
    text.charCodeAt(stop) === 0x2e &&
    classAt(text, stop + 1) === LETTER &&
    !(classAt(text, stop + 2) === LETTER && classAt(text, stop + 3) === LETTER)
  ) {
    const length = classAt(text, stop + 2) === LETTER ? 2 : 1;
    if (length === 1) single = true;
    stop += 1 + length;
  }
  return single ? stop : end;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

// made when first needed, for it takes milliseconds
let segmenter: Intl.Segmenter | undefined;

/** Calls `visit` with the words of a run that has no spaces between them, and tells where the run ends. */
function scanSpaceless(text: string, start: number, visit: (start: number, end: number) => void): number {
  let end = start + 1;
  for (let kind = classAt(text, end); kind === SPACELESS || kind === MARK; kind = classAt(text, end))
    end += 1;
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  for (const { segment, index } of segmenter.segment(text.slice(start, end)))
    visit(start + index, start + index + segment.length);
  return end;
}

/**
 * Calls `visit` with the range of each token: letters, marks and digits; a decimal or grouped number as one; a word with its
 * apostrophe as one.
 */
export function scanTokens(text: string, visit: (start: number, end: number, flags: number) => void): void {
  const length = text.length;
  let index = 0;
  while (index < length) {
    const first = classes[text.charCodeAt(index)] || classAt(text, index);
    if (first <= SPACELESS || first === MARK) {
      index =
        first === SPACELESS ? scanSpaceless(text, index, (start, end) => visit(start, end, 0)) : index + 1;
      continue;
    }
    const start = index;
    let digitsOnly = true;
    let last = first;
    for (let kind = first; kind > SPACELESS && index < length; ) {
      if (kind !== DIGIT) digitsOnly = false;
      if (kind !== MARK) last = kind;
      index += 1;
      kind = classes[text.charCodeAt(index)] || classAt(text, index);
    }
    if (last === LETTER) index = dottedEnd(text, start, index);
    if (last === DIGIT) index = digitsOnly ? numberEnd(text, start, index) : decimalEnd(text, index);
    if (isApostrophe(text.charCodeAt(index)) && classAt(text, index + 1) === LETTER) {
      index += 2;
      while (classAt(text, index) === LETTER && index < length) index += 1;
    }
    visit(start, index, (isCapital(text, start) ? CAPITAL : 0) | (first === DIGIT ? NUMBER : 0));
  }
}

function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 65 && unit <= 90;
  const character = text.charAt(index);
  return character !== character.toLowerCase();
}

const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};

/** Whether all is ASCII without capitals. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f || (unit >= 0x41 && unit <= 0x5a)) return false;
  }
  return true;
}

function foldAll(lower: string): string {
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøæœłđðþıς]/g, (letter) => FOLDED[letter] ?? letter);
}

// filled as letters are met: to fold a word as a whole takes several times as long
const letters = new Map<number, string>();

function foldLetter(unit: number): string {
  const folded = foldAll(String.fromCharCode(unit));
  letters.set(unit, folded);
  return folded;
}

/** Lower case without diacritics: `Ångström` becomes `angstrom`. */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  const lower = text.toLowerCase();
  let folded = "";
  let from = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    if (unit < 0x80) continue;
    // half of a character beyond the basic plane: rare
    if (unit >= 0xd800 && unit <= 0xdfff) return foldAll(lower);
    folded += lower.slice(from, at) + (letters.get(unit) ?? foldLetter(unit));
    from = at + 1;
  }
  return folded + lower.slice(from);
}

/** One writing for a number: `170 000`, `170,000` and `170.000` become `170000`; `19,4` becomes `19.4`. */
export function numberTerm(token: string): string {
  const plain = token.normalize("NFKC").replace(/\s/g, "");
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(plain)) return plain.replace(/[.,]/g, "");
  return plain
    .replace(/(\d)[.,](?=\d{3}(?:\D|$))/g, "$1")
    .replace(/,/g, ".")
    .toLowerCase();
}

// In these languages a short word before an apostrophe is an article or a preposition: l'avion, dell'arte.
const ELIDING: ReadonlySet<string> = new Set(["fr", "it", "ca"]);

function withoutApostrophe(word: string, language: string): string {
  const at = word.search(/['’]/);
  if (at < 0) return word;
  if (ELIDING.has(language)) return word.slice(at + 1);
  const tail = word.slice(at + 1);
  return tail === "s" ? word.slice(0, at) : `${word.slice(0, at)}'${tail}`;
}

/** A token reduced: what is shown of it, what it is searched by, and whether it is a closed-class word. */
export interface ReducedToken {
  /** Folded, lower case. */
  readonly surface: string;
  /** Folded Snowball stem; tokens with digits are not stemmed. */
  readonly stem: string;
  readonly stop: boolean;
}

function isPlainWord(token: string): boolean {
  for (let at = 0; at < token.length; at += 1) {
    const letter = token.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) return false;
  }
  return token !== "";
}

/** A digit or another numeral anywhere in a word. */
export const NUMERAL = /\p{N}/u;
/** The same where the word begins. */
export const OPENING_NUMERAL = /^\p{N}/u;
const POSSESSIVE = /['’]s$/;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;

/** Reduces one token of a text in the language of `rules`. */
export function reduceToken(token: string, rules: LanguageRules): ReducedToken {
  // most words are plain: for them all that follows comes to this
  if (isPlainWord(token)) {
    const word = token.toLowerCase();
    const capitals = token.length > 1 && token.charCodeAt(1) < 0x61 && token === token.toUpperCase();
    const stop = !capitals && rules.stopWords.has(word);
    return { surface: word, stem: stop || capitals ? word : fold(rules.stem(word)) || word, stop };
  }
  if (NUMERAL.test(token)) {
    const term = numberTerm(token);
    return { surface: term, stem: term, stop: false };
  }
  const dotless = DOTTED.test(token) ? token.replaceAll(".", "") : token;
  const word = withoutApostrophe(dotless.normalize("NFKC").toLowerCase(), rules.language);
  const surface = fold(word).replaceAll("'", "");
  // US, IT, WHO's: in capitals it is a name
  const own = dotless.replace(POSSESSIVE, "");
  const capitals = own.length > 1 && own === own.toUpperCase() && own !== own.toLowerCase();
  const stop = rules.stopWords.has(word) && !capitals;
  if (stop || capitals) return { surface, stem: surface, stop };
  return { surface, stem: fold(rules.stem(word)).replaceAll("'", "") || surface, stop };
}
