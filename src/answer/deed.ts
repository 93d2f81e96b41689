/** The deed a question asks about: the word that says what was done, told by its place in the question. */
import { fold, scanTokens } from "../corpus/terms.ts";
import { isLight } from "./chatter.ts";
import type { Term } from "./reading.ts";

interface DeedRule {
  /** After these words of a question comes the subject, then the deed. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Directly after these comes the deed, or what somebody is. */
  readonly openers: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const RULES: Readonly<Record<string, DeedRule>> = {
  en: {
    auxiliaries: words("did do does has have had was were will would could"),
    openers: words("who whom"),
  },
  sv: {
    auxiliaries: words("har hade blev blir kommer ska skulle kunde"),
    openers: words("vem vilka varför när hur som"),
  },
  de: {
    auxiliaries: words("hat haben hatte hatten wurde wurden wird"),
    openers: words("wer warum wieso weshalb wann"),
  },
  es: {
    auxiliaries: words("ha han habia fue fueron"),
    openers: words("quien quienes que cuando donde como"),
  },
};

/** How much rarer the deed is than a subject before it. */
const SUBJECT_RATIO = 2;

/** The number of the term that is the deed; -1 if the question does not show it. */
export function deedOf(question: string, language: string, terms: readonly Term[]): number {
  const rule = RULES[language];
  if (rule === undefined) return -1;
  const tokens: string[] = [];
  scanTokens(question, (start, end) => tokens.push(question.slice(start, end)));
  const has = (set: ReadonlySet<string>) => (token: string) =>
    set.has(token.toLowerCase()) || set.has(fold(token));
  const auxiliary = tokens.findIndex(has(rule.auxiliaries));
  // what opens a question stands at its beginning; later on it opens a clause
  const opener = tokens.slice(0, 2).findLastIndex(has(rule.openers));
  const from = auxiliary >= 0 ? auxiliary : opener;
  if (from < 0) return countedDeed(fold(question), terms);
  const numbers = tokens.slice(from + 1).map((token) => {
    const word = fold(token);
    return terms.findIndex((each) => each.word === word && !each.name && !each.number);
  });
  const first = numbers.findIndex((number) => number >= 0);
  if (first < 0) return -1;
  // "did employees ask": a common word right before a rarer one is the subject
  const weight = (at: number) => terms[numbers[at] ?? -1]?.idf ?? 0;
  const at = auxiliary >= 0 && weight(first + 1) > SUBJECT_RATIO * weight(first) ? first + 1 : first;
  return isLight((tokens[from + 1 + at] ?? "").toLowerCase(), language) ? -1 : (numbers[at] ?? -1);
}

const COUNTED = /\b(?:how many|hur manga|cuant[oa]s|wie viele)\b(.*)/;

// "how many people signed": what is counted, and right after it what they did
function countedDeed(question: string, terms: readonly Term[]): number {
  const rest = COUNTED.exec(question)?.[1];
  if (rest === undefined) return -1;
  const after = terms
    .map((term, number) => ({ term, number, at: rest.indexOf(term.word) }))
    .filter(({ term, at }) => at >= 0 && !term.name && !term.number)
    .sort((a, b) => a.at - b.at);
  const [counted, deed] = after;
  if (counted === undefined || deed === undefined) return -1;
  const between = rest.slice(counted.at + counted.term.word.length, deed.at);
  return between.trim() === "" ? deed.number : -1;
}
