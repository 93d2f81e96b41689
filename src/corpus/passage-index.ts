/** The passages of a set of documents, numbered, with what retrieval and ranking need of them. */
import type { Candidate, Retriever, WeightedTerms } from "../ports.ts";
import {
  type AnalysedDocument,
  firstSentenceOf,
  firstWordOf,
  sentenceWordOf,
  textsOf,
  wordAt,
} from "./analysis.ts";
import { zeros } from "./few.ts";
import { createPackedRetriever, inverseFrequency } from "./packed.ts";
import { reaching } from "./pool.ts";
import { createPostings } from "./postings.ts";
import { createMiniSearchRetriever, uniqueStems } from "./search.ts";
import { isOver, partAt, type TermWalk, termWalk } from "./term-walks.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Up to here MiniSearch retrieves; beyond, its sorting of every hit is the bottleneck and packed postings take over. */
const MINISEARCH_PASSAGES = 2000;

/** A numbered passage: its document, and which passage of it. */
export interface Place {
  readonly analysed: AnalysedDocument;
  readonly local: number;
  /** Number of the document, for `documentScores`. */
  readonly unit: number;
}

export interface PassageIndex {
  /** Adds a document; one of the same source id must have been removed before. */
  add(analysed: AnalysedDocument): void;
  remove(sourceId: string): void;
  document(sourceId: string): AnalysedDocument | undefined;
  documents(): Iterable<AnalysedDocument>;
  /** Number of passages. */
  size(): number;
  /** Number of passages a stem occurs in. */
  frequency(stem: number): number;
  /** Whether any passage, title, heading or publisher's name has a stem. */
  has(stem: number): boolean;
  /** Mean number of searched words in a passage. */
  averageLength(): number;
  place(passage: number): Place | undefined;
  /** The places of some passages that are to be read next. */
  places(passages: readonly number[]): readonly (Place | undefined)[];
  /** The number of a source's first passage; the others follow it. */
  firstPassage(sourceId: string): number | undefined;
  retrieve(query: readonly WeightedTerms[], limit: number): readonly Candidate[];
  /** BM25 of whole documents, title included, in the order of their numbers in `units`; 0 for one that shares no word. */
  documentScores(query: readonly WeightedTerms[], units: readonly number[]): readonly number[];
}

/** The searched stems of a passage, in order: closed-class words left out. */
export function searchedStems(analysed: AnalysedDocument, local: number, vocabulary: Vocabulary): number[] {
  const stems: number[] = [];
  const { numbers } = analysed;
  const end = firstWordOf(analysed, local + 1);
  for (let at = firstWordOf(analysed, local); at < end; at += 1) {
    const word = numbers[at] ?? 0;
    if (!vocabulary.isStop(word)) stems.push(vocabulary.stemOf(word));
  }
  return stems;
}

function documentStems(analysed: AnalysedDocument, vocabulary: Vocabulary): number[] {
  const stems: number[] = [];
  for (const part of textsOf(analysed))
    for (const word of part) if (!vocabulary.isStop(word)) stems.push(vocabulary.stemOf(word));
  return stems;
}

/** Each of a few numbers once. */
function ascending(numbers: readonly number[]): readonly number[] {
  const sorted: number[] = [];
  for (const number of numbers) {
    let at = sorted.length;
    while (at > 0 && (sorted[at - 1] ?? 0) > number) at -= 1;
    if (at === 0 || sorted[at - 1] !== number) sorted.splice(at, 0, number);
  }
  return sorted;
}

/** Numbers that the processor fetches at once. */
const FETCHED = 16;
/** Of a passage so many such pieces are asked for; what follows them is fetched while they are read. */
const PIECES = 4;

/**
 * Asks for the memory of passages that are to be read: a look at each, so short that the processor waits for many at once. When they
 * are read, one after the other, it would wait for each several times.
 * @returns a number that says nothing, to be kept: what comes to nothing is not looked at
 */
function fetchAhead(places: readonly (Place | undefined)[]): number {
  let seen = 0;
  for (const place of places) if (place !== undefined) seen += place.analysed.numbers.length;
  for (const place of places) if (place !== undefined) seen += firstSentenceOf(place.analysed, place.local);
  for (const place of places) {
    if (place === undefined) continue;
    const { analysed, local } = place;
    seen += sentenceWordOf(analysed, firstSentenceOf(analysed, local));
    const first = firstWordOf(analysed, local);
    for (let piece = 0; piece < PIECES; piece += 1) seen += wordAt(analysed, first + FETCHED * piece);
  }
  return seen;
}

interface Entry {
  readonly analysed: AnalysedDocument;
  readonly unit: number;
  readonly first: number;
}

/** @param threshold passages up to which MiniSearch retrieves. */
export function createPassageIndex(
  vocabulary: Vocabulary,
  threshold: number = MINISEARCH_PASSAGES,
): PassageIndex {
  const entries = new Map<string, Entry>();
  const byUnit: (Entry | undefined)[] = [];
  // the unit of each passage
  let units: Int32Array = new Int32Array(1024);
  let last = 0;
  const passages = createPostings();
  const documents = createPostings();
  const packed = createPackedRetriever(passages);
  let small: Retriever | undefined;
  // never read, but what is not kept is not looked at
  let _seen = 0;

  // MiniSearch is filled when it is first asked and given up when the corpus outgrows it
  function retriever(): Retriever {
    if (passages.size() > threshold) {
      small = undefined;
      return packed;
    }
    if (small === undefined) {
      small = createMiniSearchRetriever(vocabulary);
      for (const entry of entries.values()) addTo(small, entry);
    }
    return small;
  }

  function place(passage: number): Place | undefined {
    const entry = passage < 0 || passage >= last ? undefined : byUnit[units[passage] ?? 0];
    return entry === undefined
      ? undefined
      : { analysed: entry.analysed, local: passage - entry.first, unit: entry.unit };
  }

  function addTo(target: Retriever, entry: Entry): void {
    for (let local = 0; local < entry.analysed.document.passages.length; local += 1)
      target.add(entry.first + local, searchedStems(entry.analysed, local, vocabulary));
  }

  return {
    add(analysed) {
      const entry: Entry = { analysed, unit: byUnit.length, first: last };
      entries.set(analysed.document.source.id, entry);
      byUnit.push(entry);
      last += analysed.document.passages.length;
      units = reaching(units, last);
      units.fill(entry.unit, entry.first, last);
      addTo(packed, entry);
      if (small !== undefined) addTo(small, entry);
      documents.add(entry.unit, documentStems(analysed, vocabulary));
    },
    remove(sourceId) {
      const entry = entries.get(sourceId);
      if (entry === undefined) return;
      entries.delete(sourceId);
      for (let local = 0; local < entry.analysed.document.passages.length; local += 1) {
        const stems = searchedStems(entry.analysed, local, vocabulary);
        packed.remove(entry.first + local, stems);
        small?.remove(entry.first + local, stems);
      }
      byUnit[entry.unit] = undefined;
      documents.remove(entry.unit, documentStems(entry.analysed, vocabulary));
    },
    document: (sourceId) => entries.get(sourceId)?.analysed,
    *documents() {
      for (const { analysed } of entries.values()) yield analysed;
    },
    size: () => passages.size(),
    frequency: (stem) => passages.documentFrequency(stem),
    has: (stem) => documents.documentFrequency(stem) > 0,
    averageLength: () => passages.averageLength(),
    place,
    places(numbers) {
      const places = numbers.map(place);
      _seen = fetchAhead(places);
      return places;
    },
    firstPassage: (sourceId) => entries.get(sourceId)?.first,
    retrieve: (query, limit) => retriever().candidates(query, limit),
    documentScores(query, numbers) {
      const asked = ascending(numbers);
      const scores = zeros(asked.length);
      const reader = documents.reader();
      // all are begun before any is walked, so that the memory of several is waited for at once
      const walks: TermWalk[] = [];
      for (const [stem, weight] of uniqueStems(query)) {
        const rarity = inverseFrequency(documents.documentFrequency(stem), documents.size());
        walks.push(termWalk(reader, stem, weight * rarity));
      }
      for (const walk of walks) {
        for (let at = 0; at < asked.length && !isOver(walk); at += 1)
          scores[at] = (scores[at] ?? 0) + partAt(reader, walk, asked[at] ?? 0);
      }
      return numbers.map((unit) => scores[asked.indexOf(unit)] ?? 0);
    },
  };
}
