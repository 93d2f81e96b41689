/** What a sentence has that could answer, beside what was asked about. */
import { type AnalysedDocument, flagsOf } from "../corpus/analysis.ts";
import { CAPITAL, NUMBER } from "../corpus/terms.ts";
import type { AskedFor } from "./asked-words.ts";
import type { FeatureContext } from "./features.ts";
import type { Hit, SentenceMatch } from "./match.ts";
import { DATE, PLACE_OPENER, QUANTITY, REASON, STOP, UNIT } from "./word-kinds.ts";

/** Words from a matched term within which an answer of the right kind counts as close. */
const CLOSE_WORDS = 6;
/** Further from any word than texts are long, and a small integer: infinity is reckoned with at several times the cost. */
const FAR = 2 ** 29;

/** What a name may answer; of other questions names are not looked for. */
const BY_NAME: ReadonlySet<AskedFor> = new Set(["who", "where", "thing", "other"]);

/** Kinds of words that may answer whatever else they are. */
const TELLING = QUANTITY | UNIT | DATE | REASON;

interface Novelty {
  names: number;
  namesClose: number;
  /** Two names side by side, as people have. */
  persons: number;
  quantities: number;
  quantitiesClose: number;
  /** In digits, and no date; in digits or words, and no date. */
  figures: number;
  plainQuantities: number;
  dates: number;
  datesClose: number;
  /** Dates in digits. */
  years: number;
  places: number;
  placesClose: number;
  reasons: number;
  novel: number;
}

// "Werner" beside an asked "Vogels" is the same name, not an answer
function isPartOfAsked(analysed: AnalysedDocument, at: number, lastHitEnd: number, nextHit: number): boolean {
  return (
    (at === lastHitEnd && (flagsOf(analysed, at - 1) & CAPITAL) !== 0) ||
    (nextHit === at + 1 && (flagsOf(analysed, at + 1) & CAPITAL) !== 0)
  );
}

// of one sentence at a time
let sentenceKinds = new Uint16Array(128);

/** The kinds of a sentence's words. All are looked up before any is judged: the processor waits for many at once then, not for each. */
function kindsIn(
  words: Uint32Array,
  { from, to }: SentenceMatch,
  kindsOf: FeatureContext["kinds"],
): Uint16Array {
  if (to - from > sentenceKinds.length) sentenceKinds = new Uint16Array(2 * (to - from));
  for (let at = from; at < to; at += 1) sentenceKinds[at - from] = kindsOf(words[at] ?? 0);
  return sentenceKinds;
}

/** Words of a sentence that could answer: of some kind, and not asked about themselves. `Close`: near a matched term. */
export function novelty(
  context: FeatureContext,
  analysed: AnalysedDocument,
  sentence: SentenceMatch,
  hits: readonly Hit[],
): Novelty {
  const found: Novelty = {
    names: 0,
    namesClose: 0,
    persons: 0,
    quantities: 0,
    quantitiesClose: 0,
    figures: 0,
    plainQuantities: 0,
    dates: 0,
    datesClose: 0,
    years: 0,
    places: 0,
    placesClose: 0,
    reasons: 0,
    novel: 0,
  };
  const { numbers: words } = analysed;
  const { from, to } = sentence;
  const kindsAt = kindsIn(words, sentence, context.kinds);
  const named = BY_NAME.has(context.reading.askedFor);
  let next = 0;
  let nextHit = hits[0]?.at ?? FAR;
  let lastName = -FAR;
  let lastHitEnd = -FAR;
  for (let at = from; at < to; at += 1) {
    while (nextHit <= at) {
      lastHitEnd = Math.max(lastHitEnd, nextHit + (hits[next]?.length ?? 0));
      next += 1;
      nextHit = hits[next]?.at ?? FAR;
    }
    if (at < lastHitEnd) continue;
    const kinds = kindsAt[at - from] ?? 0;
    const stop = (kinds & STOP) !== 0;
    if (!stop) found.novel += 1;
    // a closed-class word is no name and no number
    else if ((kinds & TELLING) === 0) continue;
    const flag = flagsOf(analysed, at);
    const capital = named && (flag & CAPITAL) !== 0 && !stop && (kinds & DATE) === 0;
    if (!capital && (flag & NUMBER) === 0 && (kinds & TELLING) === 0) continue;
    const close = at - lastHitEnd < CLOSE_WORDS || nextHit - at <= CLOSE_WORDS ? 1 : 0;
    if (
      capital &&
      !isPartOfAsked(analysed, at, lastHitEnd, nextHit) &&
      (at > from || context.vocabulary.isName(words[at] ?? 0))
    ) {
      found.names = 1;
      found.namesClose |= close;
      if (at > lastHitEnd && at === lastName + 1) found.persons = 1;
      lastName = at;
      if (at > from && ((kindsAt[at - from - 1] ?? 0) & PLACE_OPENER) !== 0) {
        found.places = 1;
        found.placesClose |= close;
      }
    }
    if ((flag & NUMBER) !== 0 || (kinds & (QUANTITY | UNIT)) !== 0) {
      found.quantities = 1;
      found.quantitiesClose |= close;
      if ((kinds & DATE) === 0 && (flag & NUMBER) !== 0) found.figures = 1;
      if ((kinds & DATE) === 0 && (kinds & QUANTITY) !== 0) found.plainQuantities = 1;
    }
    if ((kinds & DATE) !== 0) {
      found.dates = 1;
      found.datesClose |= close;
      if ((flag & NUMBER) !== 0) found.years = 1;
    }
    if ((kinds & REASON) !== 0) found.reasons = 1;
  }
  return found;
}
