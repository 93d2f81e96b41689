/** Whose word a question wants: "according to The Hill" says which sources are to answer, not what they are to say. */
import type { Corpus } from "../corpus/corpus.ts";
import { wordSet } from "../corpus/languages.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { PassageEvidence } from "./features.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";

/** Whose word a folded question wants: publishers as they stand in the sources; none if anybody's will do. */
export type Attribution = (question: string) => readonly string[];

const NOBODY: readonly string[] = [];

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
    analysed.publisherWords.some((word) => vocabulary.stemOf(word) === stem);
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
export const WRITINGS = wordSet(
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
  // "the Swedish article"
  for (const { document } of works.documents())
    for (const name of languageNames(document.source.language))
      names.set(name, [...(names.get(name) ?? []), document.source.publisher]);
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
const NOT_CALLED: ReadonlySet<string> = new Set();

/** What a language is called. */
export function languageNames(language: string): ReadonlySet<string> {
  return CALLED[language] ?? NOT_CALLED;
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
    const found = words.flatMap((_, at) => {
      const opener = OPENERS.find((opener) => opener.every((word, i) => folded[at + i] === word));
      if (opener !== undefined)
        return nameAt(words, passWriting(passArticle(at + opener.length)))?.publishers ?? [];
      const named = writes ? nameAt(words, at) : undefined;
      if (named === undefined) return NOBODY;
      const next = folded[named.end] ?? "";
      const before = ARTICLES.has(folded[at - 1] ?? "") ? at - 2 : at - 1;
      const isAsked =
        (AUXILIARIES.has(folded[before] ?? "") && SAYS.has(next)) ||
        (SAYS.has(folded[before] ?? "") && WHAT.has(folded[before - 1] ?? ""));
      return isAsked || WRITINGS.has(next) ? named.publishers : NOBODY;
    });
    return [...new Set(found)];
  };
}
