/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.707,
  /** share of the question's weight that stands in the passage */
  coverage: 1.231,
  /** the same squared: the last missing term costs most */
  coverageSquared: -2.055,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.894,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 2.631,
  /** share that stands in the title or the headings */
  title: 0.297,
  /** share that the best sentence has */
  bestSentence: 0.421,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.780,
  /** share that two neighbouring sentences have together */
  bestPair: 2.507,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.446,
  /** pairs of terms within six words of each other */
  near: 1.212,
  /** BM25 of the whole document */
  document: 2.662,
  /** the rarest term is there */
  topTerm: 0.446,
  /** the second rarest term is there */
  secondTerm: 0.075,
  /** share of names that neither passage nor title has */
  missingNames: -1.853,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -5.967,
  /** share that stands in the very form asked */
  surface: 3.175,
  /** length beside the mean, as a logarithm */
  length: -0.475,
  /** share missing here that the paragraphs around have */
  neighbours: 1.251,
  /** first paragraph of its document */
  opening: 0.206,
  /** every term is in the passage or its title */
  complete: -0.013,
  /** share of the question's words that passage or title has, each by its rarity at large */
  rareCoverage: 2.468,
  /** the same of the best sentence alone */
  rareBestSentence: 2.910,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.620,
  /** share of the question's weight that the sentence has */
  "s.coverage": 4.535,
  /** share that only similar words of the sentence meet */
  "s.similar": 5.330,
  /** what the sentence before adds */
  "s.withPrevious": 3.951,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 1.037,
  /** what the sentence after adds */
  "s.withNext": 1.791,
  /** what title and headings add */
  "s.withTitle": 2.867,
  /** neighbouring terms side by side */
  "s.bigrams": 0.465,
  /** pairs of terms within six words */
  "s.near": 2.164,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.043,
  /** how much of what the passage has is in this sentence */
  "s.share": 2.006,
  /** asked who: a name that was not asked about */
  "s.who": 0.323,
  /** the same, near a matched term */
  "s.whoClose": 0.318,
  /** asked when: a date */
  "s.when": 0.395,
  /** the same, near a matched term */
  "s.whenClose": 0.327,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.130,
  /** the same, near a matched term */
  "s.whereClose": -0.158,
  /** asked for an amount: a number */
  "s.amount": -0.887,
  /** the same, near a matched term */
  "s.amountClose": 1.745,
  /** asked why: a word that gives reasons */
  "s.why": 1.251,
  /** asked what: a name near a matched term */
  "s.thingName": 0.190,
  /** asked what: a number */
  "s.thingNumber": -0.306,
  /** no question word: a name near a matched term */
  "s.otherName": 0.552,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.728,
  /** under four words */
  "s.short": -1.231,
  /** words, as a logarithm */
  "s.length": 0.929,
  /** the sentence is a question itself */
  "s.question": -1.434,
  /** first of its passage */
  "s.first": 0.062,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.063,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.177,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 40.301,
  /** in the question's language */
  "s.sameLanguage": 1.055,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.493,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": 0.041,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.530,
  /** share of the question's words that the sentence has, each by its rarity at large */
  "s.rareCoverage": 0.921,
  /** asked how many or how much: has a figure that is no date */
  "s.figure": 0.437,
  /** asked how many or how much: has a quantity, in digits or words, that is no date */
  "s.quantity": 2.464,
  /** asked who: has two names side by side */
  "s.person": 0.901,
  /** asked when: has a date in digits */
  "s.year": 1.653,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.365,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.295,
  /** share of the question's weight that stands in the passage */
  coverage: 1.348,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.031,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.421,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.375,
  /** share that stands in the title or the headings */
  title: -0.395,
  /** share that the best sentence has */
  bestSentence: 0.256,
  /** the same, similar and related words included */
  bestSentenceSimilar: 0.752,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.586,
  /** pairs of terms within six words of each other */
  near: -0.677,
  /** BM25 of the whole document */
  document: 0.878,
  /** the rarest term is there */
  topTerm: -0.503,
  /** the second rarest term is there */
  secondTerm: -0.047,
  /** share of names that neither passage nor title has */
  missingNames: 0.087,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.558,
  /** share that stands in the very form asked */
  surface: 1.274,
  /** share that the sentence has */
  sentence: -0.834,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.633,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.042,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.286,
  /** share that no text of the corpus has */
  unknown: -0.836,
  /** share that was taken for misspelt */
  corrected: -0.377,
  /** number of terms, as a logarithm */
  terms: 0.840,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.164,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.273,
  /** the same of the second heaviest missing term */
  secondMissing: 0.345,
  /** share that neither sentence nor title has */
  missingInSentence: -2.355,
};
