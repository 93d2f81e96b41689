/** `ask --explain`: how a question was read and why it was answered or not, for a librarian and for the next engineer. */
import type {
  Contribution,
  ExplainedSentence,
  ExplainedTerm,
  Explanation,
} from "../../src/answer/explain.ts";
import { harmless } from "./screen.ts";

/** What features measure, in plain words; one without words here is shown by its name. */
const PLAIN: Readonly<Record<string, string>> = {
  passage: "what its paragraph has",
  bias: "starting point",
  bm25: "how often the paragraph has the question's words",
  coverage: "the question's words are in the paragraph",
  coverageSquared: "nearly all of them are",
  coverageWithTitle: "they are in the paragraph, title or headings",
  uncoveredSquared: "much of the question is nowhere here",
  similar: "words that look alike are in the paragraph",
  title: "the question's words are in the title or headings",
  bestSentence: "one sentence has most of them",
  bestSentenceSimilar: "one sentence has most of them, or words that look alike",
  bestPair: "two neighbouring sentences have most of them",
  rareCoverage: "its words that are rare anywhere are in the paragraph",
  rareBestSentence: "one sentence has those of its words that are rare anywhere",
  bigrams: "words stand side by side as in the question",
  near: "words stand near each other",
  document: "the whole source is about this",
  topTerm: "the rarest word is there",
  secondTerm: "the second rarest word is there",
  missingNames: "names of the question are missing",
  missingNumbers: "numbers of the question are missing",
  surface: "words stand in the very form they were asked in",
  length: "length of the paragraph",
  neighbours: "paragraphs beside it have what it lacks",
  opening: "first paragraph of its source",
  complete: "every word of the question is here",
  "s.coverage": "the question's words are in the sentence",
  "s.similar": "words that look alike are in the sentence",
  "s.withPrevious": "the sentence before has what it lacks",
  "s.leansOnPrevious": "it leans on the sentence before, which has it",
  "s.withNext": "the sentence after has what it lacks",
  "s.withTitle": "title or headings have what it lacks",
  "s.bigrams": "words stand side by side as in the question",
  "s.near": "words stand near each other",
  "s.topTerm": "the rarest word is in the sentence",
  "s.share": "it has most of what the paragraph has",
  "s.who": "it names somebody, as a who-question wants",
  "s.whoClose": "it names somebody close to the question's words",
  "s.when": "it gives a date, as a when-question wants",
  "s.whenClose": "it gives a date close to the question's words",
  "s.where": "it names a place, as a where-question wants",
  "s.whereClose": "it names a place close to the question's words",
  "s.amount": "it gives a number, as the question wants",
  "s.amountClose": "it gives a number close to the question's words",
  "s.why": "it gives a reason, as a why-question wants",
  "s.thingName": "it names something close to the question's words",
  "s.thingNumber": "it gives a number though none was asked for",
  "s.otherName": "it names something close to the keywords",
  "s.novel": "it says more than the question does",
  "s.short": "it is very short",
  "s.length": "length of the sentence",
  "s.question": "it is a question itself",
  "s.first": "it opens its paragraph",
  "s.pronoun": "it opens with a pronoun or a connective",
  "s.defines": "it says what the asked thing is",
  "s.expands": "it spells an abbreviation out",
  "s.sameLanguage": "it is in the question's language",
  "s.figure": "it has a figure, as an amount-question wants",
  "s.quantity": "it has a quantity, as an amount-question wants",
  "s.person": "it names somebody in full, as a who-question wants",
  "s.year": "it has a date in digits, as a when-question wants",
  "s.rareCoverage": "its words that are rare anywhere are in the sentence",
  "s.missingNames": "names of the question are missing in it",
  "s.missingNumbers": "numbers of the question are missing in it",
  "s.missingDeed": "what was done is missing in it",
  sentence: "the question's words are in the sentence",
  sentenceSimilar: "words that look alike are in the sentence",
  answerType: "no answer of the kind that was asked for",
  meanOfFive: "other paragraphs fit just as well",
  unknown: "words of the question that no source has",
  corrected: "words of the question that were misspelt",
  terms: "number of words in the question",
  missingDeed: "what was done is missing",
  largestMissing: "the weightiest missing word",
  secondMissing: "the second weightiest missing word",
  raised: "any question meets something in these sources",
  missingInSentence: "what the sentence itself lacks",
  alike: "a question it is known to answer is like this one",
  "s.same": "it is known to answer this very question",
  "s.alike": "a question the sentence is known to answer is like this one",
  notedMore: "a question that no source answers is more like this one",
};

/** Contributions below this are not shown. */
const LEAST_POINTS = 0.05;
const MOST_SHOWN = 8;

/** Other wordings of a word that are listed. */
const MOST_WORDINGS = 6;

function listed(words: readonly string[]): string {
  const more = words.length - MOST_WORDINGS;
  return words.slice(0, MOST_WORDINGS).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const signed = (points: number) => `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(2)}`;

function termLine({ word, share, kind, deed, metBy, corrected }: ExplainedTerm): string {
  const words = (equal: boolean) => metBy.filter((each) => each.equal === equal).map(({ stems }) => stems);
  const [same, related] = [words(true), words(false)];
  const notes = [
    kind === "word" ? "" : `a ${kind}`,
    deed ? "what was done" : "",
    corrected.length > 0 ? `misspelt? taken for ${corrected.join(", ")}` : "",
    metBy.length === 0 ? "in no source" : "",
    same.length > 0 ? `met by ${listed(same)}` : "",
    related.length > 0 ? `helped by ${listed(related)}` : "",
  ].filter(Boolean);
  return `  ${word.padEnd(18)} ${percent(share).padStart(5)}  ${notes.join("; ")}`;
}

function table(
  title: string,
  parts: readonly Contribution[],
  others: readonly Contribution[] | undefined,
): string[] {
  const other = new Map(others?.map(({ feature, points }) => [feature, points]));
  const shown = parts.filter(({ points }) => Math.abs(points) >= LEAST_POINTS).slice(0, MOST_SHOWN);
  return [
    `  ${title}`,
    ...shown.map(({ feature, value, points }) => {
      const beside = other.has(feature) ? ` (runner-up ${signed(other.get(feature) ?? 0)})` : "";
      return `    ${signed(points).padStart(7)}  ${PLAIN[feature] ?? feature} [${feature} ${value.toFixed(2)}]${beside}`;
    }),
  ];
}

function objectionText({ objection }: ExplainedSentence): string {
  switch (objection.kind) {
    case "none":
      return "nothing";
    case "name-missing":
      return `it lacks the name “${objection.term.word}”`;
    case "no-date":
      return "its paragraph gives no date";
    case "no-amount":
      return "its paragraph gives no such amount";
    case "other-publisher":
      return "the question wants another publisher's word";
    case "work":
      return "the message asks for work or advice, not for what sources say";
    case "none-other":
      return "it tells of no other";
    case "no-person":
      return "it names nobody for it but whom the question names";
    case "little-said":
      return "it has those named, and hardly anything of what is asked about them";
    case "no-reaction":
      return "it tells no reaction";
    case "deed-of-others":
      return `“${objection.word}” is said of others`;
    case "other-people":
      return "it tells of other people's employees than those asked about";
    case "other-year":
      return "it tells of another year than the one asked about";
    case "not-all":
      return "it does not say how many there are in all";
    case "noun-missing":
      return `it has nothing of the “${objection.word}” asked for`;
    case "unsaid":
      return `no source has “${objection.word}”, which the glossary knows, in any words`;
    case "noted":
      return "a note says that no source answers a question much like this one";
    case "of-another":
      return `what it says of the rest is not said of “${objection.word}”`;
    default:
      return `“${objection.word}” is not said to have happened`;
  }
}

function sentenceLines(title: string, { citation, score, known, ...rest }: ExplainedSentence): string[] {
  const { source, paragraph, lines, quote } = citation;
  return [
    `${title}: ${source.id}, paragraph ${paragraph} (line ${lines[0]}), ${score.toFixed(2)} points`,
    `  ${quote}`,
    ...(known === undefined
      ? []
      : [`  known to answer: “${known.text}” (${percent(known.likeness)} like this)`]),
    ...(rest.defines ? ["  it says who or what the name is, and is sure for that alone"] : []),
    `  against it: ${objectionText({ citation, score, known, ...rest })}`,
  ];
}

function verdictText({
  verdict,
  confidence,
  threshold,
  story,
  isDisputed,
  closest: [best],
}: Explanation): string {
  const sure = `${percent(confidence)} sure; an answer needs ${percent(threshold)}`;
  if (story !== undefined) return `Answered: dated events tell ${percent(confidence)} of what was asked.`;
  if (isDisputed)
    return `Answered: the sides of a known difference tell ${percent(confidence)} of what was asked.`;
  if (verdict === "nothing-asked") return "Nothing to search for was left of the question.";
  if (verdict === "answered") return `Answered: ${sure}.`;
  if (best === undefined) return "Not in our sources: no paragraph shares a word with the question.";
  const against =
    best.objection.kind === "none" ? "" : ` Against the nearest sentence: ${objectionText(best)}.`;
  return `Not in our sources: ${sure}.${against}`;
}

/** An explanation as text, without a line end. */
export function explanationText(explanation: Explanation): string {
  const { language, askedFor, terms, part, story, closest } = explanation;
  const [best, runnerUp] = closest;
  const isBest = explanation.verdict === "answered" && story === undefined;
  const lines = [
    verdictText(explanation),
    "",
    `Read as ${language || "no language"}, asking for: ${askedFor}`,
    ...(part === undefined ? [] : [`Of a longer message, this part: ${part}`]),
    ...terms.map(termLine),
  ];
  if (story !== undefined)
    lines.push(
      "",
      "Told as a story, by dated events in their order:",
      ...story.map(({ source, paragraph, quote }) => `  ${source.id}, paragraph ${paragraph}: ${quote}`),
    );
  if (best !== undefined)
    lines.push(
      "",
      ...sentenceLines(isBest ? "Best sentence" : "Nearest sentence", best),
      ...table("the sentence", best.sentence, runnerUp?.sentence),
      ...table("its paragraph", best.passage, runnerUp?.passage),
      ...table("how sure", best.sure, undefined),
    );
  if (runnerUp !== undefined) lines.push("", ...sentenceLines("Runner-up", runnerUp));
  return harmless(lines.join("\n"));
}
