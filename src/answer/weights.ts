/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */
import type { ConfidenceFeature } from "./confidence.ts";
import type { PassageFeature, SentenceFeature } from "./features.ts";

/** What makes a passage the one that answers. */
export const PASSAGE_WEIGHTS: Readonly<Record<PassageFeature, number>> = {
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.431,
  /** share of the question's weight that stands in the passage */
  coverage: 1.251,
  /** the same squared: the last missing term costs most */
  coverageSquared: -1.924,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.968,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 2.728,
  /** share that stands in the title or the headings */
  title: -0.071,
  /** share that the best sentence has */
  bestSentence: 0.356,
  /** the same, similar and related words included */
  bestSentenceSimilar: 1.817,
  /** share that two neighbouring sentences have together */
  bestPair: 2.454,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 3.485,
  /** pairs of terms within six words of each other */
  near: 1.236,
  /** BM25 of the whole document */
  document: 2.606,
  /** the rarest term is there */
  topTerm: 0.436,
  /** the second rarest term is there */
  secondTerm: 0.025,
  /** share of names that neither passage nor title has */
  missingNames: -1.780,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -6.194,
  /** share that stands in the very form asked */
  surface: 3.202,
  /** length beside the mean, as a logarithm */
  length: -0.559,
  /** share missing here that the paragraphs around have */
  neighbours: 1.178,
  /** first paragraph of its document */
  opening: 0.183,
  /** every term is in the passage or its title */
  complete: 0.007,
  /** share of the question's words that passage or title has, each by its rarity at large */
  rareCoverage: 2.385,
  /** the same of the best sentence alone */
  rareBestSentence: 2.864,
  /** how much a question that it is known to answer is like the one asked */
  alike: 5.684,
};

/** What makes a sentence of the closest passages the answer; `passage` is its passage's score. */
export const SENTENCE_WEIGHTS: Readonly<Record<"passage" | SentenceFeature, number>> = {
  /** the passage's own score */
  passage: 0.617,
  /** share of the question's weight that the sentence has */
  "s.coverage": 4.596,
  /** share that only similar words of the sentence meet */
  "s.similar": 5.317,
  /** what the sentence before adds */
  "s.withPrevious": 3.974,
  /** the same, where the sentence opens with a pronoun or a connective */
  "s.leansOnPrevious": 1.020,
  /** what the sentence after adds */
  "s.withNext": 1.820,
  /** what title and headings add */
  "s.withTitle": 2.917,
  /** neighbouring terms side by side */
  "s.bigrams": 0.387,
  /** pairs of terms within six words */
  "s.near": 2.275,
  /** the rarest term is in the sentence */
  "s.topTerm": -0.036,
  /** how much of what the passage has is in this sentence */
  "s.share": 1.996,
  /** asked who: a name that was not asked about */
  "s.who": 0.323,
  /** the same, near a matched term */
  "s.whoClose": 0.326,
  /** asked when: a date */
  "s.when": 0.410,
  /** the same, near a matched term */
  "s.whenClose": 0.311,
  /** asked where: a name after a word such as in or at */
  "s.where": 1.203,
  /** the same, near a matched term */
  "s.whereClose": -0.218,
  /** asked for an amount: a number */
  "s.amount": -0.576,
  /** the same, near a matched term */
  "s.amountClose": 1.599,
  /** asked why: a word that gives reasons */
  "s.why": 1.250,
  /** asked what: a name near a matched term */
  "s.thingName": 0.187,
  /** asked what: a number */
  "s.thingNumber": -0.323,
  /** no question word: a name near a matched term */
  "s.otherName": 0.600,
  /** words that were not asked about, as a logarithm */
  "s.novel": -0.714,
  /** under four words */
  "s.short": -1.213,
  /** words, as a logarithm */
  "s.length": 0.913,
  /** the sentence is a question itself */
  "s.question": -1.398,
  /** first of its passage */
  "s.first": 0.057,
  /** opens with a pronoun or a connective */
  "s.pronoun": 0.062,
  /** opens with what was asked about and says what it is */
  "s.defines": 2.061,
  /** asked what letters stand for: has them and the words in full */
  "s.expands": 36.209,
  /** in the question's language */
  "s.sameLanguage": 1.235,
  /** share of names that neither sentence nor title has */
  "s.missingNames": 1.506,
  /** share of numbers that neither sentence nor title has */
  "s.missingNumbers": 0.055,
  /** the deed asked about is in neither sentence nor title */
  "s.missingDeed": -0.494,
  /** share of the question's words that the sentence has, each by its rarity at large */
  "s.rareCoverage": 0.909,
  /** asked how many or how much: has a figure that is no date */
  "s.figure": 0.450,
  /** asked how many or how much: has a quantity, in digits or words, that is no date */
  "s.quantity": 2.379,
  /** asked who: has two names side by side */
  "s.person": 0.878,
  /** asked when: has a date in digits */
  "s.year": 1.680,
  /** how much a question that the sentence is known to answer is like the one asked */
  "s.alike": 3.032,
};

/** What makes the best sentence an answer at all. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  /** where everything else is nothing */
  bias: -0.303,
  /** BM25 of the passage with its true length; a term in the title counts half */
  bm25: 2.462,
  /** share of the question's weight that stands in the passage */
  coverage: 0.823,
  /** share that stands in the passage, its title or its headings */
  coverageWithTitle: 0.040,
  /** share that not even similar words meet, squared */
  uncoveredSquared: -4.327,
  /** share that only similar words meet: a common beginning, or one within the other */
  similar: 0.361,
  /** share that stands in the title or the headings */
  title: -0.460,
  /** share that the best sentence has */
  bestSentence: 0.104,
  /** the same, similar and related words included */
  bestSentenceSimilar: 0.753,
  /** neighbouring terms of the question that stand side by side in order */
  bigrams: 1.334,
  /** pairs of terms within six words of each other */
  near: -0.174,
  /** BM25 of the whole document */
  document: 1.036,
  /** the rarest term is there */
  topTerm: -0.484,
  /** the second rarest term is there */
  secondTerm: -0.023,
  /** share of names that neither passage nor title has */
  missingNames: 0.106,
  /** share of numbers that neither passage nor title has */
  missingNumbers: -1.472,
  /** share that stands in the very form asked */
  surface: 1.349,
  /** share that the sentence has */
  sentence: -0.913,
  /** share that similar words of the sentence meet */
  sentenceSimilar: 0.704,
  /** asked who, when, where, how much or why, and nothing of the kind is there: -1 */
  answerType: 0.105,
  /** mean coverage of the five best passages: what all have says little */
  meanOfFive: -6.218,
  /** share that no text of the corpus has */
  unknown: -0.920,
  /** share that was taken for misspelt */
  corrected: -0.390,
  /** number of terms, as a logarithm */
  terms: 0.959,
  /** the deed asked about is in neither sentence nor title */
  missingDeed: -0.169,
  /** weight of the heaviest missing term beside the heaviest of all */
  largestMissing: 0.232,
  /** the same of the second heaviest missing term */
  secondMissing: 0.230,
  /** share that neither sentence nor title has */
  missingInSentence: -2.490,
  /** how much a question that it is known to answer is like the one asked */
  alike: 2.138,
  /** how much more like it is a question that a note says nobody answers */
  notedMore: -3.399,
};
