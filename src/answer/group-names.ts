/** Which groups of the glossary a question's words name. What is kept of each language is a few bytes a name; the rest is read again when asked. */
import { hash } from "../corpus/hash.ts";
import type { LanguageRules } from "../corpus/languages.ts";
import { type ReducedToken, reduceToken, scanTokens } from "../corpus/terms.ts";

/** Looks up groups by what they are called. */
export interface GroupNames {
  /** The names that open with a word, as a look-up from a whole name to its groups; undefined if there are none. */
  opening(first: ReducedToken, rules: LanguageRules): NamedGroups | undefined;
  /** Whether these are the names of the same groups. */
  areOf(groups: readonly (readonly string[])[]): boolean;
}

/** Numbers of the groups that some words name, those of their surfaces first. */
export type NamedGroups = (tokens: readonly ReducedToken[]) => readonly number[];

const NO_GROUPS: readonly number[] = [];

/** Words of a text, in order. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  scanTokens(text, (start, end) => tokens.push(text.slice(start, end)));
  return tokens;
}

function stemKey(tokens: readonly ReducedToken[]): string {
  return tokens.map(({ stem }) => stem).join(" ");
}

function surfaceKey(tokens: readonly ReducedToken[]): string {
  return tokens.map(({ surface }) => surface).join(" ");
}

/** 31 bits of a word. Words of one hash are told apart when their names are read. */
const hashOf = (word: string) => hash(word) >>> 1;

/** A hash and the number of a name in one number, so that they sort together. */
const MOST_NAMES = 2 ** 22;

/** Openings of which the names are kept read; a question has some ten. */
const MOST_READ = 200;

interface Opened {
  readonly initials: Initials;
  /**
   * By letter, `hash * MOST_NAMES + name`, ascending, for the stem and the surface of the first word of each name that may begin
   * with it.
   */
  readonly openings: Map<string, Float64Array>;
  readonly read: Map<string, NamedGroups | undefined>;
}

/** By name, the letters that its first word, stem or base form may begin with; 0 where only reading it tells. */
interface Initials {
  readonly own: Uint8Array;
  readonly base: Uint8Array;
}

/** All names: where a stem may begin otherwise than its word. */
const ANY_LETTER = "";
/** A first word that begins with the letter it shows. */
const PLAIN_OPENING = /^[A-Za-z]\p{L}*(?![^\s-])/u;
const BEYOND_ASCII = 128;

function initialsOf(names: readonly string[], { base }: LanguageRules): Initials {
  const initials = { own: new Uint8Array(names.length), base: new Uint8Array(names.length) };
  names.forEach((name, number) => {
    const word = PLAIN_OPENING.exec(name)?.[0].toLowerCase();
    if (word === undefined) return;
    const other = base(word).charCodeAt(0);
    if (other >= BEYOND_ASCII) return;
    initials.own[number] = word.charCodeAt(0);
    initials.base[number] = other;
  });
  return initials;
}

/** @param groups the names of each group; a group's number is its place. */
export function createGroupNames(groups: readonly (readonly string[])[]): GroupNames {
  const names = groups.flat();
  const groupOf = new Uint32Array(groups.flatMap((members, group) => members.map(() => group)));
  const languages = new Map<string, Opened>();

  function opened(rules: LanguageRules): Opened {
    const known = languages.get(rules.language);
    if (known !== undefined) return known;
    const made: Opened = { initials: initialsOf(names, rules), openings: new Map(), read: new Map() };
    languages.set(rules.language, made);
    return made;
  }

  /** Openings of the names that may begin with a letter: only their first words are ever reduced. */
  function openingsOf(letter: string, rules: LanguageRules): Float64Array {
    const { own, base } = opened(rules).initials;
    const wanted = letter.charCodeAt(0);
    const openings: number[] = [];
    const hashes = new Map<string, readonly number[]>();
    for (let number = 0; number < names.length; number += 1) {
      const initial = own[number];
      if (letter !== ANY_LETTER && initial !== 0 && initial !== wanted && base[number] !== wanted) continue;
      const word = firstToken(names[number] ?? "");
      const found = hashes.get(word) ?? openingHashes(word, rules);
      hashes.set(word, found);
      for (const opening of found) openings.push(opening * MOST_NAMES + number);
    }
    return new Float64Array(openings).sort();
  }

  /** Numbers of the names whose first word may be this one. */
  function opens(word: string, rules: LanguageRules): readonly number[] {
    const { openings: known } = opened(rules);
    const letter = rules.keepsOpening ? word.charAt(0) : ANY_LETTER;
    let openings = known.get(letter);
    if (openings === undefined) {
      openings = openingsOf(letter, rules);
      known.set(letter, openings);
    }
    return withHash(openings, hashOf(word));
  }

  function read(numbers: ReadonlySet<number>, rules: LanguageRules): NamedGroups | undefined {
    const byName = new Map<string, number[]>();
    let longest = 0;
    for (const number of [...numbers].sort((a, b) => a - b)) {
      const tokens = tokensOf(names[number] ?? "").map((token) => reduceToken(token, rules));
      const group = groupOf[number] ?? 0;
      longest = Math.max(longest, tokens.length);
      for (const name of new Set([stemKey(tokens), surfaceKey(tokens)])) {
        const known = byName.get(name);
        if (known === undefined) byName.set(name, [group]);
        else known.push(group);
      }
    }
    if (byName.size === 0) return undefined;
    return (tokens) => {
      if (tokens.length > longest) return NO_GROUPS;
      const [bySurface, byStem] = [byName.get(surfaceKey(tokens)), byName.get(stemKey(tokens))];
      if (bySurface === undefined && byStem === undefined) return NO_GROUPS;
      return [...new Set([...(bySurface ?? []), ...(byStem ?? [])])];
    };
  }

  return {
    opening(first, rules) {
      const byStem = opens(first.stem, rules);
      const bySurface = first.surface === first.stem ? byStem : opens(first.surface, rules);
      // most words open none
      if (byStem.length + bySurface.length === 0) return undefined;
      const { read: known } = opened(rules);
      const key = `${first.stem} ${first.surface}`;
      if (!known.has(key)) {
        if (known.size >= MOST_READ) known.clear();
        known.set(key, read(new Set([...byStem, ...bySurface]), rules));
      }
      return known.get(key);
    },
    areOf: (others) =>
      others.length === groups.length &&
      others.every((members, group) => {
        const own = groups[group];
        return own?.length === members.length && members.every((name, i) => name === own[i]);
      }),
  };
}

function firstToken(name: string): string {
  return tokensOf(name)[0] ?? "";
}

function openingHashes(word: string, rules: LanguageRules): readonly number[] {
  const { stem, surface } = reduceToken(word, rules);
  const [a, b] = [hashOf(stem), hashOf(surface)];
  return a === b ? [a] : [a, b];
}

/** The numbers of names under a hash. */
function withHash(openings: Float64Array, wanted: number): readonly number[] {
  let [low, high] = [0, openings.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((openings[middle] ?? 0) < wanted * MOST_NAMES) low = middle + 1;
    else high = middle;
  }
  const numbers: number[] = [];
  for (let at = low; at < openings.length && (openings[at] ?? 0) < (wanted + 1) * MOST_NAMES; at += 1)
    numbers.push((openings[at] ?? 0) - wanted * MOST_NAMES);
  return numbers;
}
