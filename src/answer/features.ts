/** What ranking knows of a passage and of a sentence: the names of its features, and what they are reckoned from. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Alike } from "./likeness.ts";
import type { Coverage, PassageMatch } from "./match.ts";
import type { Reading } from "./reading.ts";

export const PASSAGE_FEATURES = [
  "bm25",
  "coverage",
  "coverageSquared",
  "coverageWithTitle",
  "similar",
  "title",
  "bestSentence",
  "bestSentenceSimilar",
  "bestPair",
  "bigrams",
  "near",
  "document",
  "topTerm",
  "secondTerm",
  "missingNames",
  "missingNumbers",
  "surface",
  "length",
  "neighbours",
  "opening",
  "complete",
  "rareCoverage",
  "rareBestSentence",
  "alike",
] as const;

export const SENTENCE_FEATURES = [
  "s.coverage",
  "s.similar",
  "s.withPrevious",
  "s.leansOnPrevious",
  "s.withNext",
  "s.withTitle",
  "s.bigrams",
  "s.near",
  "s.topTerm",
  "s.share",
  "s.who",
  "s.whoClose",
  "s.when",
  "s.whenClose",
  "s.where",
  "s.whereClose",
  "s.amount",
  "s.amountClose",
  "s.why",
  "s.thingName",
  "s.thingNumber",
  "s.otherName",
  "s.novel",
  "s.short",
  "s.length",
  "s.question",
  "s.first",
  "s.pronoun",
  "s.defines",
  "s.expands",
  "s.sameLanguage",
  "s.missingNames",
  "s.missingNumbers",
  "s.missingDeed",
  "s.rareCoverage",
  "s.figure",
  "s.quantity",
  "s.person",
  "s.year",
  "s.alike",
] as const;

export type PassageFeature = (typeof PASSAGE_FEATURES)[number];
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** What the features of all passages of one question share. */
export interface FeatureContext {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly kinds: (surface: number) => number;
  /** Mean number of searched words in a passage. */
  readonly averageLength: number;
  /** Terms by weight, the rarest first. */
  readonly byWeight: readonly number[];
  /** The terms' weights, in their order. */
  readonly weights: readonly number[];
  /** Which terms are names, and which are numbers: bit t for term t. */
  readonly names: number;
  readonly numbers: number;
  /** How rare each of them is at large, 0..1, as shares of them all. */
  readonly rarities: readonly number[];
}

/** A passage with what stands around it. */
export interface PassageEvidence {
  readonly analysed: AnalysedDocument;
  readonly local: number;
  readonly match: PassageMatch;
  readonly title: Coverage;
  /** BM25 of the whole document. */
  readonly document: number;
  /** The known questions of its sentences that are most like the one asked; may be shorter than the sentences. */
  readonly alike: readonly (Alike | undefined)[];
  /** What the paragraphs before and after have, if they were looked at. */
  readonly around: Coverage | undefined;
}
