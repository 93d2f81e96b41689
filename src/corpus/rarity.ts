/** How rare words are in a language at large, whatever a corpus makes of them: "table" is common anywhere, "Mijente" nowhere. */
import { fold } from "./terms.ts";

/** The commonest words of a language, most common first; none for a language without a list. */
export type CommonWords = (language: string) => readonly string[];

/** 0 for one of the commonest words of a language, 1 for one that is on no list; by the logarithm of its place between. */
export type Rarity = (word: string, language: string) => number;

/** Places up to which a word tells nothing. */
const COMMONEST = 100;
/** The place given to words beyond the lists, which have about 10,000. */
const BEYOND = 20_000;

/** A rarity over lists that are read when a language is first asked for. Words are compared folded. */
export function createRarity(commonWords: CommonWords): Rarity {
  const places = new Map<string, ReadonlyMap<string, number>>();

  function placesIn(language: string): ReadonlyMap<string, number> {
    const known = places.get(language);
    if (known !== undefined) return known;
    const read = new Map<string, number>();
    // two words that fold to one share the better place
    commonWords(language).forEach((word, i) => {
      const folded = fold(word);
      if (!read.has(folded)) read.set(folded, i + 1);
    });
    places.set(language, read);
    return read;
  }

  return (word, language) => {
    const place = placesIn(language).get(word) ?? BEYOND;
    return Math.max(0, Math.log(place / COMMONEST) / Math.log(BEYOND / COMMONEST));
  };
}
