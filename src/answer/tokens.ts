/** The words of a question as they were typed. */
import { CAPITAL, scanTokens } from "../corpus/terms.ts";

/** A word of a question. */
export interface Token {
  readonly text: string;
  /** Written with a capital where only names are. */
  readonly capital: boolean;
  /** Written so that its case tells nothing: it opens a sentence, or the question has no capitals. */
  readonly eitherCase: boolean;
}

/** Before a word that opens a sentence. */
const OPENING = /(?:^|[.?!:…])[^\p{L}\p{N}]*$/u;
const SPACE = 0x20;

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** Whether a word opens a sentence. Most stand a space behind a letter, which is told sooner. */
function opensSentence(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) === SPACE && isLetter(text.charCodeAt(start - 2))) return false;
  return OPENING.test(text.slice(Math.max(0, start - 8), start));
}

/** The words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const found: { text: string; capital: boolean; opens: boolean }[] = [];
  scanTokens(text, (start, end, flags) =>
    found.push({
      text: text.slice(start, end),
      capital: (flags & CAPITAL) !== 0,
      opens: opensSentence(text, start),
    }),
  );
  const small = !found.some(({ capital, opens }) => capital && !opens);
  return found.map(({ text, capital, opens }) => ({
    text,
    capital: capital && !opens,
    eitherCase: small || (opens && capital),
  }));
}
