/** Names within longer words: "Microsoftchef", "Googlers". */
import type { AliasMatch } from "./aliases.ts";
import type { Token } from "./tokens.ts";
import { type TermMaker, wordingsOf } from "./wordings.ts";

/** Languages that write every noun with a capital: it tells no names there. */
export const CAPITAL_NOUNS: ReadonlySet<string> = new Set(["de", "lb"]);

/** Whether the texts write a word as a name, where they write only names with a capital. */
export function isNameInTexts(token: string, { corpus: { vocabulary }, rules, reduce }: TermMaker): boolean {
  if (CAPITAL_NOUNS.has(rules.language)) return false;
  const { number } = reduce(token, rules);
  return number !== undefined && vocabulary.isNameStem(number);
}

/** Letters of a name at least that a compound begins with, and of what follows it. */
const SHORTEST_NAME = 4;
const LONGEST_NAME = 30;
const SHORTEST_REST = 3;

/** A name of the texts and what is joined to it, of a word that no text has: "Microsoftchef". Undefined if it is none. */
export function compoundOfName(token: Token, maker: TermMaker): Token[] | undefined {
  const { text } = token;
  const { stem: whole } = maker.reduce(text, maker.rules);
  let named: Token[] | undefined;
  for (let end = Math.min(text.length - SHORTEST_REST, LONGEST_NAME); end >= SHORTEST_NAME; end -= 1) {
    const name = text.slice(0, end);
    // "Amazonians" is no compound of "Amazonian"
    if (!isNameInTexts(name, maker) || maker.reduce(name, maker.rules).stem === whole) continue;
    const head = { ...token, text: name, capital: true };
    const rest = { text: text.slice(end), capital: false, eitherCase: false };
    // "Amazonanställda": a name that leaves a word behind comes before a longer one, "Amazona"
    if (wordingsOf(rest.text, maker).length > 0) return [head, rest];
    named ??= [head];
  }
  return named;
}

/** The name in a nickname: "Googlers" may lead to all employees, but it is Google's that were asked about. */
export function nicknameOf(token: Token | undefined, alias: AliasMatch | undefined, maker: TermMaker) {
  if (token?.capital !== true || alias?.length !== 1) return undefined;
  const { language: own } = maker.rules;
  const leadsOnly = alias.wordings.every(
    ({ weight, language }) => weight < 1 || (language !== undefined && language !== own),
  );
  return leadsOnly ? compoundOfName(token, maker) : undefined;
}

/** Languages that write several words as one. */
const JOINS_WORDS: ReadonlySet<string> = new Set(["sv", "de", "da", "nb", "nn", "nl", "fi", "is"]);
/** Letters of either part of a compound at least. */
const SHORTEST_PART = 4;

/** The parts of a word that no text has, where texts have both: "invandrarbarn". Undefined if it is no compound of theirs. */
export function partsOfCompound(token: Token, maker: TermMaker): Token[] | undefined {
  const { text } = token;
  if (!JOINS_WORDS.has(maker.rules.language)) return undefined;
  const known = (word: string) => wordingsOf(word, maker).length > 0;
  // the longest ending says most of what it is
  for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at += 1) {
    const parts = [text.slice(0, at), text.slice(at)];
    if (parts.every(known)) return parts.map((part) => ({ text: part, capital: false, eitherCase: false }));
  }
  return undefined;
}
