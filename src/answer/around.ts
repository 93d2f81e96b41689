/** Where in a long sentence a quote is cut out of it. */
import { firstWordOf } from "../corpus/analysis.ts";
import { scanTokens } from "../corpus/terms.ts";
import type { PassageEvidence } from "./features.ts";
import { LONGEST_QUOTE, offsetsOf, type SentenceRange } from "./quote.ts";
import type { Reading } from "./reading.ts";

/** What matched and lies this near, a quote around it holds, even where it is cut at a clause on either side. */
const WIDEST = 280;
/** Places that are looked at together, and at all: a paragraph may be very long. */
const MOST_NEAR = 60;
const MOST_PLACES = 2000;
/** A quote from the sentence's first word on may be cut at a clause so much earlier. */
const CUT = 80;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** Where the question's terms stand in sentences, in characters of their passage. */
function placesOf({ analysed, local, match }: PassageEvidence, range: SentenceRange): readonly Place[] {
  const [from, to] = [match.sentences[range.first]?.from ?? 0, match.sentences[range.last]?.to ?? 0];
  const hits = match.hits.filter(({ at }) => at >= from && at < to).slice(0, MOST_PLACES);
  const starts: number[] = [];
  const ends: number[] = [];
  scanTokens(analysed.document.passages[local]?.text ?? "", (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  const base = firstWordOf(analysed, local);
  return hits
    .map(({ at, length, term }) => ({
      start: starts[at - base] ?? 0,
      end: ends[at + length - 1 - base] ?? 0,
      term,
    }))
    .sort((a, b) => a.start - b.start);
}

function weightOf(places: readonly Place[], { terms }: Reading): number {
  return [...new Set(places.map(({ term }) => term))].reduce((sum, term) => sum + (terms[term]?.idf ?? 0), 0);
}

/**
 * The middle of what the question matched best in sentences too long to be quoted; undefined if a quote from their first word on has as
 * much of it, or they are short enough.
 */
export function middleOfMatch(
  evidence: PassageEvidence,
  range: SentenceRange,
  reading: Reading,
): number | undefined {
  const [start, end] = offsetsOf(evidence.analysed, evidence.local, range);
  if (end - start <= LONGEST_QUOTE) return undefined;
  const places = placesOf(evidence, range);
  let most = weightOf(
    places.filter((place) => place.end <= start + LONGEST_QUOTE - CUT),
    reading,
  );
  let middle: number | undefined;
  places.forEach((first, number) => {
    const near = places
      .slice(number, number + MOST_NEAR)
      .filter((place) => place.end - first.start <= WIDEST);
    const weight = weightOf(near, reading);
    if (weight <= most) return;
    most = weight;
    middle = Math.round((first.start + Math.max(...near.map((place) => place.end))) / 2);
  });
  return middle;
}
