/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.281,
  /** share of the question's weight that stands in the passage */
  coverage: 1.680,
  /** the same squared: the last missing term costs most */
  coverageSquared: 0.197,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 1.805,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 6.015,
  /** share that stands in the title or the headings */
  title: 1.021,
  /** share that the best sentence has */
  bestSentence: 1.975,
  /** the same, similar and related words included */
  bestSentenceSimilar: 2.726,
  /** share that two neighbouring sentences have together */
  bestPair: 2.348,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.574,
  /** pairs of terms within six words of each other */
  near: 2.069,
  /** BM25 of the whole document */
  document: 2.435,
  /** the rarest term is there */
  topTerm: 0.054,
  /** the second rarest term is there */
  secondTerm: -0.080,
  /** share of names that neither passage nor title has */
  missingNames: -3.894,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -9.019,
  /** share that stands in the very form asked */
  surface: 2.879,
  /** length beside the mean, as a logarithm */
  length: -0.566,
  /** share missing here that the paragraphs around have */
  neighbours: 1.649,
  /** first paragraph of its document */
  opening: 0.270,
  /** every term is in the passage or its title */
  complete: -0.537,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.491,
  /** share of the question's weight that the sentence has */
  "s.coverage": 6.411,
  /** share that only similar words of the sentence meet */
  "s.similar": 7.094,
  /** what the sentence before adds */
  "s.withPrevious": 4.418,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.967,
  /** what the sentence after adds */
  "s.withNext": 1.933,
  /** what title and headings add */
  "s.withTitle": 2.667,
  /** neighbouring terms side by side */
  "s.bigrams": 0.427,
  /** pairs of terms within six words */
  "s.near": 2.331,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.182,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.604,
  /** asked who: a name that was not asked about */
  "s.who": 0.764,
  /** the same, near a matched term */
  "s.whoClose": 0.258,
  /** asked when: a date */
  "s.when": 1.581,
  /** the same, near a matched term */
  "s.whenClose": 0.436,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.117,
  /** the same, near a matched term */
  "s.whereClose": -0.221,
  /** asked for an amount: a number */
  "s.amount": 1.287,
  /** the same, near a matched term */
  "s.amountClose": 1.857,
  /** asked why: a word that gives reasons */
  "s.why": 1.275,
  /** asked what: a name near a matched term */
  "s.thingName": 0.170,
  /** asked what: a number */
  "s.thingNumber": -0.395,
  /** no question word: a name near a matched term */
  "s.otherName": 0.633,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.685,
  /** under four words */
  "s.short": -1.078,
  /** words, as a logarithm */
  "s.length": 0.877,
  /** the sentence is a question itself */
  "s.question": -2.916,
  /** first of its passage */
  "s.first": 0.121,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.023,
  /** opens with what was asked about and says what it is */
  "s.defines": 0.000,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 63.397,
  /** in the question's language */
  "s.sameLanguage": 1.210,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.178,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.349,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.598,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.311,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.147,
  /** share of the question's weight that stands in the passage */
  coverage: 1.201,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: -0.042,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.396,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.480,
  /** share that stands in the title or the headings */
  title: -0.237,
  /** share that the best sentence has */
  bestSentence: 0.239,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.042,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.374,
  /** pairs of terms within six words of each other */
  near: -0.681,
  /** BM25 of the whole document */
  document: 1.089,
  /** the rarest term is there */
  topTerm: -0.544,
  /** the second rarest term is there */
  secondTerm: -0.044,
  /** share of names that neither passage nor title has */
  missingNames: 0.114,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.839,
  /** share that stands in the very form asked */
  surface: 1.231,
  /** share that the sentence has */
  sentence: -0.971,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.298,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: -0.006,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.115,
  /** share that no text of the corpus has */
  unknown: -0.894,
  /** share that was taken for misspelt */
  corrected: 0.354,
  /** number of terms, as a logarithm */
  terms: 0.888,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.033,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.162,
  /** the same of the second heaviest missing term */
  secondMissing: 0.476,
  /** share that neither sentence nor title has */
  missingInSentence: -2.548,
};
