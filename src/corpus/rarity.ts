/** How rare words are in a language at large, whatever a corpus makes of them: "table" is common anywhere, "Mijente" nowhere. */
import { hash } from "./hash.ts";
import { fold } from "./terms.ts";

/** The commonest words of a language, one a line, most common first; empty for a language without a list. */
export type CommonWords = (language: string) => string;

/** 0 for one of the commonest words of a language, 1 for one that is on no list; by the logarithm of its place between. */
export type Rarity = (word: string, language: string) => number;

/** Places up to which a word tells nothing. */
const COMMONEST = 100;
/** The place given to words beyond the lists, which have about 10,000. */
const BEYOND = 20_000;

/** Words by their hash (that two share one is likely once in half a million questions, and harmless), at their places in a list from 1 on; a few bytes a word. */
interface Places {
  readonly hashes: Uint32Array;
  readonly places: Uint16Array;
}

// where a hash is, or would be: slots are tried one after the other, and every other slot is free
function slotOf({ hashes, places }: Places, wanted: number): number {
  let slot = wanted % places.length;
  while (places[slot] !== 0 && hashes[slot] !== wanted) slot = (slot + 1) % places.length;
  return slot;
}

function placesOf(list: string): Places {
  // folded in one go: word by word would cost many times as much
  const words = fold(list).split("\n");
  const size = 2 * words.length + 1;
  const made: Places = { hashes: new Uint32Array(size), places: new Uint16Array(size) };
  let place = 0;
  for (const word of words) {
    if (word === "") continue;
    place += 1;
    const wanted = hash(word);
    const slot = slotOf(made, wanted);
    // two words that fold to one share the better place
    if (made.places[slot] !== 0) continue;
    made.hashes[slot] = wanted;
    made.places[slot] = place;
  }
  return made;
}

/** A rarity over lists that are read when a language is first asked for. Words are compared folded. */
export function createRarity(commonWords: CommonWords): Rarity {
  const lists = new Map<string, Places>();

  return (word, language) => {
    const list = lists.get(language) ?? placesOf(commonWords(language));
    lists.set(language, list);
    const place = list.places[slotOf(list, hash(word))] || BEYOND;
    return Math.max(0, Math.log(place / COMMONEST) / Math.log(BEYOND / COMMONEST));
  };
}
