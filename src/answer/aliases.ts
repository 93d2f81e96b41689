/** The glossary and the abbreviations learned from the texts, ready for look-up: which groups a question's words name, and which stems stand for a group. */
import { textsOf } from "../corpus/analysis.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { LanguageRules } from "../corpus/languages.ts";
import { fold, type ReducedToken, reduceToken } from "../corpus/terms.ts";
import { createGroupNames, type GroupNames, type NamedGroups, tokensOf } from "./group-names.ts";
import type { Reduce } from "./reduce.ts";

/** A way to say a thing: stems in order. `weight` is 1 for an equal, less for what merely helps to find. */
export interface Wording {
  readonly stems: readonly number[];
  readonly weight: number;
  /** Stemmed as this language has it, and so met in texts of this language only; undefined if met in any. */
  readonly language: string | undefined;
}

/** All ways to say a thing, the question's own included. */
export interface Aliased {
  /** Those that the corpus' texts use. */
  readonly wordings: readonly Wording[];
  /** Those that only the known questions use. */
  readonly askedAs: readonly Wording[];
}

/** Words of a question that the glossary knows. */
export interface AliasMatch extends Aliased {
  /** How many of the question's tokens it covers. */
  readonly length: number;
  /** Place of the particle that goes with a verb but stands apart from it, as in "skrev Salesforce på". */
  readonly particle: number | undefined;
}

/** The language of a question, and what reduces its words. */
export interface Asker {
  readonly rules: LanguageRules;
  readonly reduce: Reduce;
}

export interface Aliases {
  /** Single words of the glossary, folded, that begin like a word and are about as long: what a misspelt word may be. */
  near(word: string): readonly string[];
  /** The longest group named by the tokens from `at` on; undefined if there is none. */
  match(tokens: readonly string[], at: number, asker: Asker): AliasMatch | undefined;
  /** What the groups are called: the part that an edit of a text leaves as it is. */
  readonly names: GroupNames;
}

/** Weight of a wording that is related but not equal. */
const RELATED_WEIGHT = 0.5;
const LONGEST_ALIAS = 8;
/** Words between a verb and its particle at most. */
const MOST_BETWEEN = 4;
const PARTICLES: ReadonlySet<string> = new Set(
  "up back off out down away over på upp under om in ner ut av till nej tillbaka bort no with med con".split(
    " ",
  ),
);

/** "On whose servers does it run": what belongs to the verb stands before what asks. */
const FRONTED: ReadonlySet<string> = new Set("on in with under på i med under".split(" "));
const ASKING: ReadonlySet<string> = new Set("what which whose whom vad vilken vilket vilka vems".split(" "));

function isFronted([first = "", second = ""]: readonly string[]): boolean {
  return FRONTED.has(first.toLowerCase()) && ASKING.has(second.toLowerCase());
}

/** Whether a word may go with a verb before it: "give up". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

function reduced(tokens: readonly string[], { rules, reduce }: Asker): readonly ReducedToken[] {
  return tokens.map((token) => reduce(token, rules));
}

interface Group {
  readonly same: readonly string[];
  readonly related: readonly string[];
}

function learnedGroups(corpus: Corpus): Group[] {
  const learned = new Map<string, Set<string>>();
  for (const { abbreviations } of corpus.works.documents())
    for (const [short, long] of abbreviations) {
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
  const linked = new Set(related.flatMap(({ term, leadsTo }) => [term, ...leadsTo]).map(fold));
  const byMember = new Map<string, { readonly same: readonly string[]; readonly related: string[] }>();
  for (const group of groups)
    for (const member of group.same) {
      const name = fold(member);
      if (linked.has(name)) byMember.set(name, group);
    }
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

/** Passages up to which a phrase is looked for word by word; in larger corpora its words are taken to stand together somewhere. */
const MOST_SCANNED = 2000;

// whether some text has these words side by side: "net worth" is not there because "net" and "worth" are
function isAttested(stems: readonly number[], { works, vocabulary }: Corpus): boolean {
  if (stems.every((stem) => works.frequency(stem) === 0)) return false;
  if (stems.length === 1 || works.size() > MOST_SCANNED) return true;
  const [first, ...others] = stems;
  const isHere = (text: Uint32Array, at: number) =>
    others.every((stem, i) => vocabulary.stemOf(text[at + 1 + i] ?? 0) === stem);
  for (const analysed of works.documents())
    for (const text of textsOf(analysed))
      for (let at = 0; at + others.length < text.length; at += 1)
        if (vocabulary.stemOf(text[at] ?? 0) === first && isHere(text, at)) return true;
  return false;
}

function namesOf(groups: readonly Group[], before: GroupNames | undefined): GroupNames {
  const names = groups.map(({ same }) => same);
  return before?.areOf(names) === true ? before : createGroupNames(names);
}

/**
 * Prepares the corpus' glossary for look-up. To be done again when the corpus has changed.
 * @param before what was prepared last, of which all that still holds is kept
 */
export function createAliases(corpus: Corpus, before?: Aliases): Aliases {
  const groups = collectGroups(corpus);
  const names = namesOf(groups, before?.names);
  const targets = new Map<number, readonly Wording[]>();
  const asked = new Map<string, readonly Wording[]>();
  const targetRules = corpus.languages().map((language) => corpus.rules(language));

  let single: readonly string[] | undefined;
  function vocabulary(): readonly string[] {
    single ??= [...new Set(groups.flatMap(({ same }) => same).map(fold))].filter((member) =>
      /^\p{L}+$/u.test(member),
    );
    return single;
  }

  function stemsFor(member: string, weight: number, languages: readonly LanguageRules[]): Wording[] {
    const tokens = tokensOf(member);
    return languages.flatMap((rules) => {
      const reduced = tokens.map((token) => reduceToken(token, rules));
      if (reduced.every((token) => token.stop)) return [];
      const stems = reduced.map((token) => corpus.vocabulary.stemNumber(token.stem));
      const known = stems.filter((stem) => stem !== undefined);
      return known.length < stems.length ? [] : [{ stems: known, weight, language: rules.language }];
    });
  }

  function wordingsIn(number: number, languages: readonly LanguageRules[]): Wording[] {
    const { same, related } = groups[number] ?? { same: [], related: [] };
    return [
      ...same.flatMap((member) => stemsFor(member, 1, languages)),
      ...related.flatMap((member) => stemsFor(member, RELATED_WEIGHT, languages)),
    ];
  }

  function wordings(number: number): readonly Wording[] {
    const known =
      targets.get(number) ?? wordingsIn(number, targetRules).filter(({ stems }) => isAttested(stems, corpus));
    targets.set(number, known);
    return known;
  }

  // questions are known in the language they are asked in, and in those of the texts
  function askedAs(number: number, rules: LanguageRules): readonly Wording[] {
    const known = corpus.known();
    if (known.all.length === 0) return [];
    const name = `${rules.language} ${number}`;
    const languages = [...new Set([rules, ...targetRules])];
    // read first: their stems are numbered then
    const spoken = new Map(languages.map(({ language }) => [language, known.in(language)]));
    const isAsked = ({ stems, language = "" }: Wording) =>
      stems.every((stem) => (spoken.get(language)?.having(stem).length ?? 0) > 0) &&
      !isAttested(stems, corpus);
    const found = asked.get(name) ?? wordingsIn(number, languages).filter(isAsked);
    asked.set(name, found);
    return found;
  }

  function aliasedAs(numbers: readonly number[], rules: LanguageRules): Aliased {
    return {
      wordings: numbers.flatMap(wordings),
      askedAs: numbers.flatMap((number) => askedAs(number, rules)),
    };
  }

  function withParticle(
    tokens: readonly string[],
    at: number,
    asker: Asker,
    named: NamedGroups,
  ): AliasMatch | undefined {
    const behind = Array.from({ length: MOST_BETWEEN }, (_, i) => at + 2 + i);
    for (const particle of [...behind, ...(isFronted(tokens) ? [0] : [])]) {
      const [verb = "", word = ""] = [tokens[at], tokens[particle]];
      if (particle > at && !PARTICLES.has(word.toLowerCase())) continue;
      const groups = named(reduced([verb, word], asker));
      if (groups.length > 0) return { length: 1, particle, ...aliasedAs(groups, asker.rules) };
    }
    return undefined;
  }

  return {
    names,
    match(tokens, at, asker) {
      const { rules } = asker;
      const first = tokens[at];
      const named = first === undefined ? undefined : names.opening(asker.reduce(first, rules), rules);
      if (named === undefined) return undefined;
      const here = reduced(tokens.slice(at, at + LONGEST_ALIAS), asker);
      for (let length = here.length; length > 0; length -= 1) {
        if (length === 1) {
          const apart = withParticle(tokens, at, asker, named);
          if (apart !== undefined) return apart;
        }
        const groups = named(here.slice(0, length));
        if (groups.length > 0) return { length, particle: undefined, ...aliasedAs(groups, rules) };
      }
      return undefined;
    },
    near(word) {
      return vocabulary().filter(
        (known) => known.charAt(0) === word.charAt(0) && Math.abs(known.length - word.length) <= 2,
      );
    },
  };
}
