/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.782,
  /** share of the question's weight that stands in the passage */
  coverage: 1.846,
  /** the same squared: the last missing term costs most */
  coverageSquared: -1.532,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 1.884,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 4.988,
  /** share that stands in the title or the headings */
  title: 0.774,
  /** share that the best sentence has */
  bestSentence: 1.298,
  /** the same, similar and related words included */
  bestSentenceSimilar: 3.347,
  /** share that two neighbouring sentences have together */
  bestPair: 2.869,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.540,
  /** pairs of terms within six words of each other */
  near: 1.865,
  /** BM25 of the whole document */
  document: 2.632,
  /** the rarest term is there */
  topTerm: 0.096,
  /** the second rarest term is there */
  secondTerm: -0.080,
  /** share of names that neither passage nor title has */
  missingNames: -3.942,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -8.342,
  /** share that stands in the very form asked */
  surface: 2.856,
  /** length beside the mean, as a logarithm */
  length: -0.432,
  /** share missing here that the paragraphs around have */
  neighbours: 1.407,
  /** first paragraph of its document */
  opening: 0.280,
  /** every term is in the passage or its title */
  complete: -0.143,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.628,
  /** share of the question's weight that the sentence has */
  "s.coverage": 5.746,
  /** share that only similar words of the sentence meet */
  "s.similar": 6.503,
  /** what the sentence before adds */
  "s.withPrevious": 3.977,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.992,
  /** what the sentence after adds */
  "s.withNext": 1.737,
  /** what title and headings add */
  "s.withTitle": 2.781,
  /** neighbouring terms side by side */
  "s.bigrams": 0.393,
  /** pairs of terms within six words */
  "s.near": 2.275,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.221,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.930,
  /** asked who: a name that was not asked about */
  "s.who": 0.812,
  /** the same, near a matched term */
  "s.whoClose": 0.257,
  /** asked when: a date */
  "s.when": 1.580,
  /** the same, near a matched term */
  "s.whenClose": 0.445,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.139,
  /** the same, near a matched term */
  "s.whereClose": -0.181,
  /** asked for an amount: a number */
  "s.amount": 1.266,
  /** the same, near a matched term */
  "s.amountClose": 1.890,
  /** asked why: a word that gives reasons */
  "s.why": 1.297,
  /** asked what: a name near a matched term */
  "s.thingName": 0.173,
  /** asked what: a number */
  "s.thingNumber": -0.353,
  /** no question word: a name near a matched term */
  "s.otherName": 0.585,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.584,
  /** under four words */
  "s.short": -1.278,
  /** words, as a logarithm */
  "s.length": 0.756,
  /** the sentence is a question itself */
  "s.question": -2.898,
  /** first of its passage */
  "s.first": 0.060,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.046,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.191,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 58.195,
  /** in the question's language */
  "s.sameLanguage": 1.390,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.380,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.257,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.593,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.297,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.260,
  /** share of the question's weight that stands in the passage */
  coverage: 1.027,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.109,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.420,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.442,
  /** share that stands in the title or the headings */
  title: -0.178,
  /** share that the best sentence has */
  bestSentence: 0.264,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.117,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.373,
  /** pairs of terms within six words of each other */
  near: -0.640,
  /** BM25 of the whole document */
  document: 1.098,
  /** the rarest term is there */
  topTerm: -0.594,
  /** the second rarest term is there */
  secondTerm: -0.080,
  /** share of names that neither passage nor title has */
  missingNames: 0.087,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -2.037,
  /** share that stands in the very form asked */
  surface: 1.249,
  /** share that the sentence has */
  sentence: -1.147,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.099,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.033,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.109,
  /** share that no text of the corpus has */
  unknown: -0.881,
  /** share that was taken for misspelt */
  corrected: 0.397,
  /** number of terms, as a logarithm */
  terms: 0.899,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.085,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.166,
  /** the same of the second heaviest missing term */
  secondMissing: 0.444,
  /** share that neither sentence nor title has */
  missingInSentence: -2.536,
};
