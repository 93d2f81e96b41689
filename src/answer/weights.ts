/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.642,
  /** share of the question's weight that stands in the passage */
  coverage: 1.301,
  /** the same squared: the last missing term costs most */
  coverageSquared: -2.100,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.938,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 2.581,
  /** share that stands in the title or the headings */
  title: 0.172,
  /** share that the best sentence has */
  bestSentence: 0.454,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.766,
  /** share that two neighbouring sentences have together */
  bestPair: 2.511,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.458,
  /** pairs of terms within six words of each other */
  near: 1.192,
  /** BM25 of the whole document */
  document: 2.758,
  /** the rarest term is there */
  topTerm: 0.428,
  /** the second rarest term is there */
  secondTerm: 0.032,
  /** share of names that neither passage nor title has */
  missingNames: -1.828,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -6.070,
  /** share that stands in the very form asked */
  surface: 3.108,
  /** length beside the mean, as a logarithm */
  length: -0.471,
  /** share missing here that the paragraphs around have */
  neighbours: 1.202,
  /** first paragraph of its document */
  opening: 0.202,
  /** every term is in the passage or its title */
  complete: -0.004,
  /** share of the question's words that passage or title has, each by its rarity at large */
  rareCoverage: 2.466,
  /** the same of the best sentence alone */
  rareBestSentence: 2.961,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.620,
  /** share of the question's weight that the sentence has */
  "s.coverage": 4.530,
  /** share that only similar words of the sentence meet */
  "s.similar": 5.313,
  /** what the sentence before adds */
  "s.withPrevious": 3.931,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 1.052,
  /** what the sentence after adds */
  "s.withNext": 1.812,
  /** what title and headings add */
  "s.withTitle": 2.899,
  /** neighbouring terms side by side */
  "s.bigrams": 0.427,
  /** pairs of terms within six words */
  "s.near": 2.211,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.041,
  /** how much of what the passage has is in this sentence */
  "s.share": 2.016,
  /** asked who: a name that was not asked about */
  "s.who": 0.270,
  /** the same, near a matched term */
  "s.whoClose": 0.315,
  /** asked when: a date */
  "s.when": 0.349,
  /** the same, near a matched term */
  "s.whenClose": 0.336,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.149,
  /** the same, near a matched term */
  "s.whereClose": -0.175,
  /** asked for an amount: a number */
  "s.amount": -0.722,
  /** the same, near a matched term */
  "s.amountClose": 1.696,
  /** asked why: a word that gives reasons */
  "s.why": 1.241,
  /** asked what: a name near a matched term */
  "s.thingName": 0.199,
  /** asked what: a number */
  "s.thingNumber": -0.314,
  /** no question word: a name near a matched term */
  "s.otherName": 0.542,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.736,
  /** under four words */
  "s.short": -1.230,
  /** words, as a logarithm */
  "s.length": 0.927,
  /** the sentence is a question itself */
  "s.question": -1.445,
  /** first of its passage */
  "s.first": 0.045,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.056,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.307,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 37.297,
  /** in the question's language */
  "s.sameLanguage": 0.646,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.504,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": 0.069,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.496,
  /** share of the question's words that the sentence has, each by its rarity at large */
  "s.rareCoverage": 0.930,
  /** asked how many or how much: has a figure that is no date */
  "s.figure": 0.450,
  /** asked how many or how much: has a quantity, in digits or words, that is no date */
  "s.quantity": 2.345,
  /** asked who: has two names side by side */
  "s.person": 0.879,
  /** asked when: has a date in digits */
  "s.year": 1.693,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.301,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.341,
  /** share of the question's weight that stands in the passage */
  coverage: 1.006,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.297,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.403,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.352,
  /** share that stands in the title or the headings */
  title: -0.365,
  /** share that the best sentence has */
  bestSentence: 0.172,
  /** the same, similar and related words included */
  bestSentenceSimilar: 0.676,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.473,
  /** pairs of terms within six words of each other */
  near: -0.509,
  /** BM25 of the whole document */
  document: 0.939,
  /** the rarest term is there */
  topTerm: -0.530,
  /** the second rarest term is there */
  secondTerm: -0.073,
  /** share of names that neither passage nor title has */
  missingNames: 0.082,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.382,
  /** share that stands in the very form asked */
  surface: 1.231,
  /** share that the sentence has */
  sentence: -0.830,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.696,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.034,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.197,
  /** share that no text of the corpus has */
  unknown: -0.854,
  /** share that was taken for misspelt */
  corrected: -0.382,
  /** number of terms, as a logarithm */
  terms: 0.891,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.171,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.255,
  /** the same of the second heaviest missing term */
  secondMissing: 0.310,
  /** share that neither sentence nor title has */
  missingInSentence: -2.448,
};
