/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.439,
  /** share of the question's weight that stands in the passage */
  coverage: 1.250,
  /** the same squared: the last missing term costs most */
  coverageSquared: -2.007,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 1.059,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 2.779,
  /** share that stands in the title or the headings */
  title: -0.050,
  /** share that the best sentence has */
  bestSentence: 0.338,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.821,
  /** share that two neighbouring sentences have together */
  bestPair: 2.443,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.475,
  /** pairs of terms within six words of each other */
  near: 1.316,
  /** BM25 of the whole document */
  document: 2.572,
  /** the rarest term is there */
  topTerm: 0.430,
  /** the second rarest term is there */
  secondTerm: 0.026,
  /** share of names that neither passage nor title has */
  missingNames: -1.782,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -6.245,
  /** share that stands in the very form asked */
  surface: 3.215,
  /** length beside the mean, as a logarithm */
  length: -0.572,
  /** share missing here that the paragraphs around have */
  neighbours: 1.156,
  /** first paragraph of its document */
  opening: 0.182,
  /** every term is in the passage or its title */
  complete: -0.005,
  /** share of the question's words that passage or title has, each by its rarity at large */
  rareCoverage: 2.374,
  /** the same of the best sentence alone */
  rareBestSentence: 2.839,
  /** how much a question that it is known to answer is like the one asked */
  alike: 6.195,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.618,
  /** share of the question's weight that the sentence has */
  "s.coverage": 4.571,
  /** share that only similar words of the sentence meet */
  "s.similar": 5.308,
  /** what the sentence before adds */
  "s.withPrevious": 3.968,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 1.019,
  /** what the sentence after adds */
  "s.withNext": 1.812,
  /** what title and headings add */
  "s.withTitle": 2.922,
  /** neighbouring terms side by side */
  "s.bigrams": 0.392,
  /** pairs of terms within six words */
  "s.near": 2.303,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.036,
  /** how much of what the passage has is in this sentence */
  "s.share": 2.017,
  /** asked who: a name that was not asked about */
  "s.who": 0.328,
  /** the same, near a matched term */
  "s.whoClose": 0.327,
  /** asked when: a date */
  "s.when": 0.417,
  /** the same, near a matched term */
  "s.whenClose": 0.314,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.186,
  /** the same, near a matched term */
  "s.whereClose": -0.207,
  /** asked for an amount: a number */
  "s.amount": -0.589,
  /** the same, near a matched term */
  "s.amountClose": 1.606,
  /** asked why: a word that gives reasons */
  "s.why": 1.263,
  /** asked what: a name near a matched term */
  "s.thingName": 0.186,
  /** asked what: a number */
  "s.thingNumber": -0.327,
  /** no question word: a name near a matched term */
  "s.otherName": 0.612,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.703,
  /** under four words */
  "s.short": -1.229,
  /** words, as a logarithm */
  "s.length": 0.902,
  /** the sentence is a question itself */
  "s.question": -1.393,
  /** first of its passage */
  "s.first": 0.054,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.063,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.061,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 35.822,
  /** in the question's language */
  "s.sameLanguage": 1.235,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.504,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": 0.028,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.487,
  /** share of the question's words that the sentence has, each by its rarity at large */
  "s.rareCoverage": 0.896,
  /** asked how many or how much: has a figure that is no date */
  "s.figure": 0.453,
  /** asked how many or how much: has a quantity, in digits or words, that is no date */
  "s.quantity": 2.384,
  /** asked who: has two names side by side */
  "s.person": 0.871,
  /** asked when: has a date in digits */
  "s.year": 1.685,
  /** how much a question that the sentence is known to answer is like the one asked */
  "s.alike": 2.934,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.303,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.476,
  /** share of the question's weight that stands in the passage */
  coverage: 0.818,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.021,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.321,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.317,
  /** share that stands in the title or the headings */
  title: -0.400,
  /** share that the best sentence has */
  bestSentence: 0.115,
  /** the same, similar and related words included */
  bestSentenceSimilar: 0.734,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.319,
  /** pairs of terms within six words of each other */
  near: -0.197,
  /** BM25 of the whole document */
  document: 0.994,
  /** the rarest term is there */
  topTerm: -0.479,
  /** the second rarest term is there */
  secondTerm: -0.018,
  /** share of names that neither passage nor title has */
  missingNames: 0.121,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.438,
  /** share that stands in the very form asked */
  surface: 1.377,
  /** share that the sentence has */
  sentence: -0.898,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.770,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.090,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.220,
  /** share that no text of the corpus has */
  unknown: -0.934,
  /** share that was taken for misspelt */
  corrected: -0.392,
  /** number of terms, as a logarithm */
  terms: 0.961,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.166,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.232,
  /** the same of the second heaviest missing term */
  secondMissing: 0.233,
  /** share that neither sentence nor title has */
  missingInSentence: -2.496,
  /** how much a question that it is known to answer is like the one asked */
  alike: 2.176,
  /** how much more like it is a question that a note says nobody answers */
  notedMore: -3.471,
};
