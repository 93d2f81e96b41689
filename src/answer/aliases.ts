/** The glossary and the abbreviations learned from the texts, ready for look-up: which groups a question's words name, and which stems stand for a group. */
import type { Corpus } from "../corpus/corpus.ts";
import type { LanguageRules } from "../corpus/languages.ts";
import { fold, reduceToken, scanTokens } from "../corpus/terms.ts";

/** A way to say a thing: stems in order. `weight` is 1 for an equal, less for what merely helps to find. */
export interface Wording {
  readonly stems: readonly number[];
  readonly weight: number;
  /** Stemmed as this language has it, and so met in texts of this language only; undefined if met in any. */
  readonly language: string | undefined;
}

/** Words of a question that the glossary knows. */
export interface AliasMatch {
  /** How many of the question's tokens it covers. */
  readonly length: number;
  /** All ways to say it that the corpus' texts use, the question's own included. */
  readonly wordings: readonly Wording[];
}

export interface Aliases {
  /** The longest group named by the tokens from `at` on; undefined if there is none. */
  match(tokens: readonly string[], at: number, rules: LanguageRules): AliasMatch | undefined;
}

/** Weight of a wording that is related but not equal. */
export const RELATED_WEIGHT = 0.5;
const LONGEST_ALIAS = 8;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  scanTokens(text, (start, end) => tokens.push(text.slice(start, end)));
  return tokens;
}

function key(tokens: readonly string[], rules: LanguageRules): string {
  return tokens.map((token) => reduceToken(token, rules).stem).join(" ");
}

function surfaceKey(tokens: readonly string[], rules: LanguageRules): string {
  return tokens.map((token) => reduceToken(token, rules).surface).join(" ");
}

/** `Full Name (ABC)` in running text, where the letters of ABC open the name's words. */
const ABBREVIATED = /\(([\p{Lu}][\p{Lu}\p{Ll}]{1,9})\)/gu;

/** Pairs of an abbreviation and its long form that a text itself gives. */
export function learnAbbreviations(text: string): readonly (readonly [short: string, long: string])[] {
  const found: [string, string][] = [];
  if (!text.includes("(")) return found;
  for (const match of text.matchAll(ABBREVIATED)) {
    const short = match[1] ?? "";
    if (short.slice(1) === short.slice(1).toLowerCase()) continue;
    const before = text
      .slice(Math.max(0, match.index - 120), match.index)
      .trim()
      .split(/\s+/);
    const long = longForm(short.toLowerCase(), before);
    if (long !== undefined) found.push([short, long]);
  }
  return found;
}

const SMALL_WORDS = /^(?:of|for|and|the|in|on|to|&|och|för|av|i|de|del|la|y|para)$/i;

// walks back over the words before the bracket, consuming the abbreviation's letters from its last
function longForm(short: string, before: readonly string[]): string | undefined {
  let left = short.length;
  for (let at = before.length - 1; at >= 0 && before.length - at <= LONGEST_ALIAS + 2; at -= 1) {
    const word = before[at] ?? "";
    const initial = word
      .replace(/^[^\p{L}]+/u, "")
      .charAt(0)
      .toLowerCase();
    if (initial === short.charAt(left - 1)) left -= 1;
    else if (!SMALL_WORDS.test(word)) return undefined;
    if (left === 0) return before.slice(at).join(" ");
  }
  return undefined;
}

interface Group {
  readonly same: readonly string[];
  readonly related: readonly string[];
}

function learnedGroups(corpus: Corpus): Group[] {
  const learned = new Map<string, Set<string>>();
  for (const { document } of corpus.works.documents())
    for (const { text } of document.passages)
      for (const [short, long] of learnAbbreviations(text)) {
        const longs = learned.get(short) ?? new Set();
        learned.set(short, longs.add(long));
      }
  return [...learned].map(([short, longs]) => ({ same: [short, ...longs], related: [] }));
}

// both sides of a related pair stand for their whole groups
function collectGroups(corpus: Corpus): Group[] {
  const { same, related } = corpus.glossary();
  const groups: { same: readonly string[]; related: string[] }[] = same.map((members) => ({
    same: members,
    related: [],
  }));
  const byMember = new Map(
    groups.flatMap((group) => group.same.map((member) => [fold(member), group] as const)),
  );
  for (const { term, leadsTo } of related) {
    let group = byMember.get(fold(term));
    if (group === undefined) {
      group = { same: [term], related: [] };
      groups.push(group);
      byMember.set(fold(term), group);
    }
    group.related.push(...leadsTo.flatMap((member) => byMember.get(fold(member))?.same ?? [member]));
  }
  return [...groups, ...learnedGroups(corpus)];
}

/** Prepares the corpus' glossary for look-up. To be done again when the corpus has changed. */
export function createAliases(corpus: Corpus): Aliases {
  const groups = collectGroups(corpus);
  const tables = new Map<string, Map<string, number[]>>();
  const targets = new Map<number, readonly Wording[]>();
  const targetRules = corpus.languages().map((language) => corpus.rules(language));

  function table(rules: LanguageRules): Map<string, number[]> {
    const known = tables.get(rules.language);
    if (known !== undefined) return known;
    const made = new Map<string, number[]>();
    groups.forEach((group, number) => {
      for (const member of group.same) {
        const tokens = tokensOf(member);
        for (const name of new Set([key(tokens, rules), surfaceKey(tokens, rules)]))
          made.set(name, [...(made.get(name) ?? []), number]);
      }
    });
    tables.set(rules.language, made);
    return made;
  }

  function stemsFor(member: string, weight: number): Wording[] {
    const tokens = tokensOf(member);
    return targetRules.flatMap((rules) => {
      const reduced = tokens.map((token) => reduceToken(token, rules));
      if (reduced.every((token) => token.stop)) return [];
      const stems = reduced.map((token) => corpus.vocabulary.stemNumber(token.stem));
      const known = stems.filter((stem) => stem !== undefined);
      if (known.length < stems.length || known.every((stem) => corpus.works.frequency(stem) === 0)) return [];
      return [{ stems: known, weight, language: rules.language }];
    });
  }

  function wordings(number: number): readonly Wording[] {
    const known = targets.get(number);
    if (known !== undefined) return known;
    const group = groups[number];
    const made = [
      ...(group?.same ?? []).flatMap((member) => stemsFor(member, 1)),
      ...(group?.related ?? []).flatMap((member) => stemsFor(member, RELATED_WEIGHT)),
    ];
    targets.set(number, made);
    return made;
  }

  return {
    match(tokens, at, rules) {
      const names = table(rules);
      for (let length = Math.min(LONGEST_ALIAS, tokens.length - at); length > 0; length -= 1) {
        const slice = tokens.slice(at, at + length);
        const numbers = new Set([
          ...(names.get(surfaceKey(slice, rules)) ?? []),
          ...(names.get(key(slice, rules)) ?? []),
        ]);
        if (numbers.size > 0) return { length, wordings: [...numbers].flatMap(wordings) };
      }
      return undefined;
    },
  };
}
