/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.792,
  /** share of the question's weight that stands in the passage */
  coverage: 1.864,
  /** the same squared: the last missing term costs most */
  coverageSquared: -1.544,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 1.944,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 5.050,
  /** share that stands in the title or the headings */
  title: 0.779,
  /** share that the best sentence has */
  bestSentence: 1.319,
  /** the same, similar and related words included */
  bestSentenceSimilar: 3.331,
  /** share that two neighbouring sentences have together */
  bestPair: 2.901,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.519,
  /** pairs of terms within six words of each other */
  near: 1.817,
  /** BM25 of the whole document */
  document: 2.395,
  /** the rarest term is there */
  topTerm: 0.081,
  /** the second rarest term is there */
  secondTerm: -0.093,
  /** share of names that neither passage nor title has */
  missingNames: -4.011,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -8.313,
  /** share that stands in the very form asked */
  surface: 2.849,
  /** length beside the mean, as a logarithm */
  length: -0.437,
  /** share missing here that the paragraphs around have */
  neighbours: 1.385,
  /** first paragraph of its document */
  opening: 0.272,
  /** every term is in the passage or its title */
  complete: -0.144,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.630,
  /** share of the question's weight that the sentence has */
  "s.coverage": 5.715,
  /** share that only similar words of the sentence meet */
  "s.similar": 6.462,
  /** what the sentence before adds */
  "s.withPrevious": 3.998,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.966,
  /** what the sentence after adds */
  "s.withNext": 1.698,
  /** what title and headings add */
  "s.withTitle": 2.772,
  /** neighbouring terms side by side */
  "s.bigrams": 0.355,
  /** pairs of terms within six words */
  "s.near": 2.257,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.218,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.938,
  /** asked who: a name that was not asked about */
  "s.who": 0.816,
  /** the same, near a matched term */
  "s.whoClose": 0.240,
  /** asked when: a date */
  "s.when": 1.552,
  /** the same, near a matched term */
  "s.whenClose": 0.438,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.146,
  /** the same, near a matched term */
  "s.whereClose": -0.233,
  /** asked for an amount: a number */
  "s.amount": 1.372,
  /** the same, near a matched term */
  "s.amountClose": 1.843,
  /** asked why: a word that gives reasons */
  "s.why": 1.296,
  /** asked what: a name near a matched term */
  "s.thingName": 0.165,
  /** asked what: a number */
  "s.thingNumber": -0.400,
  /** no question word: a name near a matched term */
  "s.otherName": 0.587,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.612,
  /** under four words */
  "s.short": -1.314,
  /** words, as a logarithm */
  "s.length": 0.789,
  /** the sentence is a question itself */
  "s.question": -2.871,
  /** first of its passage */
  "s.first": 0.098,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.042,
  /** opens with what was asked about and says what it is */
  "s.defines": 0.000,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 58.174,
  /** in the question's language */
  "s.sameLanguage": 1.440,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.350,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.357,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.590,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.267,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.218,
  /** share of the question's weight that stands in the passage */
  coverage: 1.078,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.176,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.440,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.568,
  /** share that stands in the title or the headings */
  title: -0.236,
  /** share that the best sentence has */
  bestSentence: 0.175,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.132,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.430,
  /** pairs of terms within six words of each other */
  near: -0.720,
  /** BM25 of the whole document */
  document: 1.065,
  /** the rarest term is there */
  topTerm: -0.562,
  /** the second rarest term is there */
  secondTerm: -0.052,
  /** share of names that neither passage nor title has */
  missingNames: 0.018,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.967,
  /** share that stands in the very form asked */
  surface: 1.308,
  /** share that the sentence has */
  sentence: -1.128,
  /** share that similar words of the sentence meet */
  sentenceSimilar: -0.057,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.033,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.205,
  /** share that no text of the corpus has */
  unknown: -0.837,
  /** share that was taken for misspelt */
  corrected: 0.454,
  /** number of terms, as a logarithm */
  terms: 0.854,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.080,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.180,
  /** the same of the second heaviest missing term */
  secondMissing: 0.502,
  /** share that neither sentence nor title has */
  missingInSentence: -2.550,
};
