/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.658,
  /** share of the question's weight that stands in the passage */
  coverage: 1.221,
  /** the same squared: the last missing term costs most */
  coverageSquared: -2.070,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.951,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 2.565,
  /** share that stands in the title or the headings */
  title: 0.306,
  /** share that the best sentence has */
  bestSentence: 0.401,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.747,
  /** share that two neighbouring sentences have together */
  bestPair: 2.541,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.707,
  /** pairs of terms within six words of each other */
  near: 1.080,
  /** BM25 of the whole document */
  document: 2.596,
  /** the rarest term is there */
  topTerm: 0.417,
  /** the second rarest term is there */
  secondTerm: 0.110,
  /** share of names that neither passage nor title has */
  missingNames: -1.653,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -6.734,
  /** share that stands in the very form asked */
  surface: 3.132,
  /** length beside the mean, as a logarithm */
  length: -0.465,
  /** share missing here that the paragraphs around have */
  neighbours: 1.329,
  /** first paragraph of its document */
  opening: 0.200,
  /** every term is in the passage or its title */
  complete: -0.056,
  /** share of the question's words that passage or title has, each by its rarity at large */
  rareCoverage: 2.725,
  /** the same of the best sentence alone */
  rareBestSentence: 2.858,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.624,
  /** share of the question's weight that the sentence has */
  "s.coverage": 4.617,
  /** share that only similar words of the sentence meet */
  "s.similar": 5.411,
  /** what the sentence before adds */
  "s.withPrevious": 3.969,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.998,
  /** what the sentence after adds */
  "s.withNext": 1.729,
  /** what title and headings add */
  "s.withTitle": 3.007,
  /** neighbouring terms side by side */
  "s.bigrams": 0.386,
  /** pairs of terms within six words */
  "s.near": 2.250,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.100,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.966,
  /** asked who: a name that was not asked about */
  "s.who": 0.808,
  /** the same, near a matched term */
  "s.whoClose": 0.286,
  /** asked when: a date */
  "s.when": 1.540,
  /** the same, near a matched term */
  "s.whenClose": 0.434,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.140,
  /** the same, near a matched term */
  "s.whereClose": -0.184,
  /** asked for an amount: a number */
  "s.amount": 1.242,
  /** the same, near a matched term */
  "s.amountClose": 1.848,
  /** asked why: a word that gives reasons */
  "s.why": 1.326,
  /** asked what: a name near a matched term */
  "s.thingName": 0.176,
  /** asked what: a number */
  "s.thingNumber": -0.310,
  /** no question word: a name near a matched term */
  "s.otherName": 0.269,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.599,
  /** under four words */
  "s.short": -1.201,
  /** words, as a logarithm */
  "s.length": 0.782,
  /** the sentence is a question itself */
  "s.question": -2.758,
  /** first of its passage */
  "s.first": 0.090,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.063,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.118,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 47.357,
  /** in the question's language */
  "s.sameLanguage": 1.457,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.565,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.005,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.510,
  /** share of the question's words that the sentence has, each by its rarity at large */
  "s.rareCoverage": 1.014,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.352,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.068,
  /** share of the question's weight that stands in the passage */
  coverage: 1.118,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.312,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.649,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.401,
  /** share that stands in the title or the headings */
  title: -0.436,
  /** share that the best sentence has */
  bestSentence: 0.332,
  /** the same, similar and related words included */
  bestSentenceSimilar: 0.968,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.443,
  /** pairs of terms within six words of each other */
  near: -0.721,
  /** BM25 of the whole document */
  document: 1.035,
  /** the rarest term is there */
  topTerm: -0.496,
  /** the second rarest term is there */
  secondTerm: -0.046,
  /** share of names that neither passage nor title has */
  missingNames: 0.095,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.890,
  /** share that stands in the very form asked */
  surface: 1.225,
  /** share that the sentence has */
  sentence: -1.204,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.249,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.018,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -5.960,
  /** share that no text of the corpus has */
  unknown: -0.691,
  /** share that was taken for misspelt */
  corrected: 0.615,
  /** number of terms, as a logarithm */
  terms: 0.821,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.117,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.396,
  /** the same of the second heaviest missing term */
  secondMissing: 0.451,
  /** share that neither sentence nor title has */
  missingInSentence: -2.537,
};
