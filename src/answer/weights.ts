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
  "s.coverage": 5.744,
  /** share that only similar words of the sentence meet */
  "s.similar": 6.497,
  /** what the sentence before adds */
  "s.withPrevious": 3.977,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 0.992,
  /** what the sentence after adds */
  "s.withNext": 1.738,
  /** what title and headings add */
  "s.withTitle": 2.784,
  /** neighbouring terms side by side */
  "s.bigrams": 0.401,
  /** pairs of terms within six words */
  "s.near": 2.272,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.222,
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
  "s.thingName": 0.174,
  /** asked what: a number */
  "s.thingNumber": -0.355,
  /** no question word: a name near a matched term */
  "s.otherName": 0.586,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.586,
  /** under four words */
  "s.short": -1.278,
  /** words, as a logarithm */
  "s.length": 0.758,
  /** the sentence is a question itself */
  "s.question": -2.897,
  /** first of its passage */
  "s.first": 0.058,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.045,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.192,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 58.204,
  /** in the question's language */
  "s.sameLanguage": 1.392,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.380,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": -0.258,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.593,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.295,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.270,
  /** share of the question's weight that stands in the passage */
  coverage: 1.020,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.094,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.380,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.471,
  /** share that stands in the title or the headings */
  title: -0.187,
  /** share that the best sentence has */
  bestSentence: 0.282,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.135,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.393,
  /** pairs of terms within six words of each other */
  near: -0.645,
  /** BM25 of the whole document */
  document: 1.105,
  /** the rarest term is there */
  topTerm: -0.606,
  /** the second rarest term is there */
  secondTerm: -0.079,
  /** share of names that neither passage nor title has */
  missingNames: 0.086,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -2.050,
  /** share that stands in the very form asked */
  surface: 1.233,
  /** share that the sentence has */
  sentence: -1.156,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.082,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.033,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.109,
  /** share that no text of the corpus has */
  unknown: -0.910,
  /** share that was taken for misspelt */
  corrected: 0.395,
  /** number of terms, as a logarithm */
  terms: 0.894,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.086,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.169,
  /** the same of the second heaviest missing term */
  secondMissing: 0.431,
  /** share that neither sentence nor title has */
  missingInSentence: -2.529,
};
