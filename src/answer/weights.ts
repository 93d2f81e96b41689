/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.785,
  /** share of the question's weight that stands in the passage */
  coverage: 1.845,
  /** the same squared: the last missing term costs most */
  coverageSquared: -1.535,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 1.885,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 4.989,
  /** share that stands in the title or the headings */
  title: 0.752,
  /** share that the best sentence has */
  bestSentence: 1.300,
  /** the same, similar and related words included */
  bestSentenceSimilar: 3.350,
  /** share that two neighbouring sentences have together */
  bestPair: 2.870,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.542,
  /** pairs of terms within six words of each other */
  near: 1.847,
  /** BM25 of the whole document */
  document: 2.649,
  /** the rarest term is there */
  topTerm: 0.095,
  /** the second rarest term is there */
  secondTerm: -0.082,
  /** share of names that neither passage nor title has */
  missingNames: -3.939,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -8.339,
  /** share that stands in the very form asked */
  surface: 2.857,
  /** length beside the mean, as a logarithm */
  length: -0.430,
  /** share missing here that the paragraphs around have */
  neighbours: 1.405,
  /** first paragraph of its document */
  opening: 0.280,
  /** every term is in the passage or its title */
  complete: -0.144,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.628,
  /** share of the question's weight that the sentence has */
  "s.coverage": 5.736,
  /** share that only similar words of the sentence meet */
  "s.similar": 6.487,
  /** what the sentence before adds */
  "s.withPrevious": 3.991,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.977,
  /** what the sentence after adds */
  "s.withNext": 1.736,
  /** what title and headings add */
  "s.withTitle": 2.809,
  /** neighbouring terms side by side */
  "s.bigrams": 0.395,
  /** pairs of terms within six words */
  "s.near": 2.284,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.218,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.942,
  /** asked who: a name that was not asked about */
  "s.who": 0.809,
  /** the same, near a matched term */
  "s.whoClose": 0.258,
  /** asked when: a date */
  "s.when": 1.577,
  /** the same, near a matched term */
  "s.whenClose": 0.447,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.137,
  /** the same, near a matched term */
  "s.whereClose": -0.182,
  /** asked for an amount: a number */
  "s.amount": 1.358,
  /** the same, near a matched term */
  "s.amountClose": 1.827,
  /** asked why: a word that gives reasons */
  "s.why": 1.296,
  /** asked what: a name near a matched term */
  "s.thingName": 0.174,
  /** asked what: a number */
  "s.thingNumber": -0.377,
  /** no question word: a name near a matched term */
  "s.otherName": 0.584,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.566,
  /** under four words */
  "s.short": -1.269,
  /** words, as a logarithm */
  "s.length": 0.739,
  /** the sentence is a question itself */
  "s.question": -2.849,
  /** first of its passage */
  "s.first": 0.066,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.045,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.191,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 58.204,
  /** in the question's language */
  "s.sameLanguage": 1.388,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.397,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.257,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.600,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.298,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.270,
  /** share of the question's weight that stands in the passage */
  coverage: 1.023,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.112,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.503,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.499,
  /** share that stands in the title or the headings */
  title: -0.154,
  /** share that the best sentence has */
  bestSentence: 0.271,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.202,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.385,
  /** pairs of terms within six words of each other */
  near: -0.636,
  /** BM25 of the whole document */
  document: 1.082,
  /** the rarest term is there */
  topTerm: -0.591,
  /** the second rarest term is there */
  secondTerm: -0.074,
  /** share of names that neither passage nor title has */
  missingNames: 0.052,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -2.030,
  /** share that stands in the very form asked */
  surface: 1.250,
  /** share that the sentence has */
  sentence: -1.217,
  /** share that similar words of the sentence meet */
  sentenceSimilar: -0.046,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.054,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.140,
  /** share that no text of the corpus has */
  unknown: -0.856,
  /** share that was taken for misspelt */
  corrected: 0.415,
  /** number of terms, as a logarithm */
  terms: 0.886,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.091,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.193,
  /** the same of the second heaviest missing term */
  secondMissing: 0.461,
  /** share that neither sentence nor title has */
  missingInSentence: -2.522,
};
