/** Whose word a question wants: "according to The Hill" says which sources are to answer, not what they are to say. */
import { publisherWordsOf } from "../corpus/analysis.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { wordSet } from "../corpus/languages.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { PassageEvidence } from "./features.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";

/** Whose word a question wants. */
export interface Attributed {
  /** As they stand in the sources; none if anybody's will do. */
  readonly publishers: readonly string[];
  /** Words of the question that say so and that no source need have: "swedish" and "article" of "the Swedish article". */
  readonly words: ReadonlySet<string>;
}

/** Whose word a folded question wants. */
export type Attribution = (question: string) => Attributed;

const NOBODY: Attributed = { publishers: [], words: new Set() };

/** Whether a passage is of a source whose word is wanted. */
export function isPublishedBy(
  { analysed }: Pick<PassageEvidence, "analysed">,
  { publishers }: Pick<Reading, "publishers">,
): boolean {
  return publishers.length === 0 || publishers.includes(analysed.document.source.publisher);
}

/** Whether a term is, or is part of, the name of whoever published a passage. */
export function namesPublisher(
  term: Term | undefined,
  { analysed }: Pick<PassageEvidence, "analysed">,
  vocabulary: Vocabulary,
): boolean {
  const published = (stem: number) =>
    publisherWordsOf(analysed).some((word) => vocabulary.stemOf(word) === stem);
  return term?.wordings.some(({ stems }) => stems.every(published)) ?? false;
}

/** Before a publisher's name, folded: "according to". */
const OPENERS: readonly (readonly string[])[] = [
  ["according", "to"],
  ["as", "per"],
  ["going", "by"],
  ["enligt"],
  ["segun"],
  ["laut"],
];
const ARTICLES = wordSet("the den det la el los die der das");
const PREPOSITIONS = wordSet("in by from of per i av fran enligt en de segun im von laut");
/** Behind a publisher's name: "the Hill piece", "The Hill's article". */
const WRITINGS = wordSet(
  `article articles source sources brief piece report reporting story coverage version account write-up text
  artikel artikeln kalla kallan text texten version versionen rapport rapporten articulo nota version informe bericht`,
);
/** Around the name of a publisher that is asked what it says: "what does The Hill say", "vad säger The Hill". */
const AUXILIARIES = wordSet("do does did has have");
const WHAT = wordSet("what hur vad que was");
const SAYS = wordSet(
  `say says said report reports write writes wrote claim claims state states tell tells mention mentions
  sager sa skriver skrev rapporterar uppger berattar dice dijo escribe informa cuenta`,
);
const MOST_WORDS = 6;
/** Few questions have any of these. */
const HINT = new RegExp(
  String.raw`(?<!\p{L})(?:${[...OPENERS.map((opener) => opener.join(" ")), ...WRITINGS, ...SAYS].join("|")})(?!\p{L})`,
  "u",
);

/** A word as names are compared: folded, without marks around it. */
function bare(word: string): string {
  return fold(word).replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}]+$/gu, "");
}

/** The same without the ending of a genitive. */
function bareOwner(word: string): string {
  return bare(word).replace(/['’]s?$|(?<=\p{L}{3})s$/u, "");
}

/** Every name a publisher goes by, with the publishers that go by it. */
function namesOf({ works, glossary }: Corpus): ReadonlyMap<string, readonly string[]> {
  const groups = glossary().same.map((group) => group.map((name) => nameOf(name)));
  const names = new Map<string, string[]>();
  for (const publisher of new Set([...works.documents()].map(({ document }) => document.source.publisher))) {
    const own = nameOf(publisher);
    if (own === "") continue;
    const others = groups.find((group) => group.includes(own)) ?? [];
    for (const name of new Set([own, ...others])) names.set(name, [...(names.get(name) ?? []), publisher]);
  }
  for (const [language, publishers] of publishersByLanguage(works))
    for (const name of CALLED[language] ?? []) names.set(name, [...(names.get(name) ?? []), ...publishers]);
  return names;
}

/** What languages of texts are called in those that questions are asked in, folded: "the Swedish article". */
const CALLED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet("english engelska engelsk engelskt ingles inglesa englisch englische"),
  sv: wordSet("swedish svenska svensk svenskt sueco sueca schwedisch schwedische"),
  es: wordSet("spanish spanska spansk spanskt espanol espanola spanisch spanische"),
  de: wordSet("german tyska tysk tyskt aleman alemana deutsch deutsche"),
  fr: wordSet("french franska fransk franskt frances francesa franzosisch franzosische"),
  da: wordSet("danish danska dansk danskt danes danesa danisch danische"),
  no: wordSet("norwegian norska norsk norskt noruego noruega norwegisch norwegische"),
  fi: wordSet("finnish finska finsk finskt finlandes finlandesa finnisch finnische"),
};
const LANGUAGE_NAMES: ReadonlySet<string> = new Set(Object.values(CALLED).flatMap((names) => [...names]));

function publishersByLanguage(works: Corpus["works"]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { document } of works.documents()) {
    const { language, publisher } = document.source;
    const known = found.get(language);
    if (known === undefined) found.set(language, new Set([publisher]));
    else known.add(publisher);
  }
  return found;
}

function nameOf(text: string): string {
  const words = text.split(/\s+/).map(bare);
  return (words.length > 1 && ARTICLES.has(words[0] ?? "") ? words.slice(1) : words).join(" ");
}

/** Makes the function for the corpus as it is. */
export function createAttribution(corpus: Corpus): Attribution {
  // few questions need them
  let names: ReadonlyMap<string, readonly string[]> | undefined;

  /** Where the longest publisher's name that begins at a word ends, and whose it is. */
  function nameAt(
    words: readonly string[],
    at: number,
  ): { end: number; publishers: readonly string[] } | undefined {
    names ??= namesOf(corpus);
    for (let end = Math.min(words.length, at + MOST_WORDS); end > at; end -= 1) {
      const inner = words.slice(at, end - 1).map(bare);
      const last = words[end - 1] ?? "";
      for (const final of [bare(last), bareOwner(last)]) {
        const publishers = names.get([...inner, final].join(" "));
        if (publishers !== undefined) return { end, publishers };
      }
    }
    return undefined;
  }

  return (question) => {
    if (!HINT.test(question)) return NOBODY;
    const words = question.split(/\s+/);
    const folded = words.map(bare);
    const passArticle = (at: number) => (ARTICLES.has(folded[at] ?? "") ? at + 1 : at);
    // "according to the article in The Hill"
    const passWriting = (at: number) =>
      WRITINGS.has(folded[at] ?? "") && PREPOSITIONS.has(folded[at + 1] ?? "") ? passArticle(at + 2) : at;
    const writes = folded.some((word) => WRITINGS.has(word) || SAYS.has(word));
    const isAsked = (at: number, end: number) => {
      const next = folded[end] ?? "";
      const before = ARTICLES.has(folded[at - 1] ?? "") ? at - 2 : at - 1;
      if (WRITINGS.has(next) || (AUXILIARIES.has(folded[before] ?? "") && SAYS.has(next))) return true;
      return SAYS.has(folded[before] ?? "") && WHAT.has(folded[before - 1] ?? "");
    };
    const publishers = new Set<string>();
    const said = new Set<string>();
    words.forEach((_, at) => {
      const opener = OPENERS.find((opener) => opener.every((word, i) => folded[at + i] === word));
      const from = opener === undefined ? at : passWriting(passArticle(at + opener.length));
      const named = opener === undefined && !writes ? undefined : nameAt(words, from);
      if (named === undefined || (opener === undefined && !isAsked(at, named.end))) return;
      for (const publisher of named.publishers) publishers.add(publisher);
      for (const word of folded.slice(at, named.end + 1))
        if (LANGUAGE_NAMES.has(word) || WRITINGS.has(word)) said.add(word);
    });
    return publishers.size === 0 ? NOBODY : { publishers: [...publishers], words: said };
  };
}
