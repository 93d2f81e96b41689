/** The features of a sentence. */
import { type AnalysedDocument, firstSentenceOf, flagsOf, isQuestion, wordAt } from "../corpus/analysis.ts";
import { wordSet } from "../corpus/languages.ts";
import { CAPITAL } from "../corpus/terms.ts";
import { type FeatureContext, type PassageEvidence, SENTENCE_FEATURES } from "./features.ts";
import type { Hit, SentenceMatch } from "./match.ts";
import { novelty } from "./novelty.ts";
import { best, missing, pairs, rareValued, sentenceShares, valued } from "./shares.ts";
import { ARTICLE, CONNECTIVE, COPULA, PRONOUN, WEAK_PRONOUN } from "./word-kinds.ts";

const SHORT_SENTENCE_WORDS = 4;

/** Terms up to which a question may be one for a definition. */
const MOST_DEFINED_TERMS = 4;

/** "ICE stands for …": a verb that says what a short name is. */
const STANDS_FOR = wordSet("stands står steht significa");

/** Whether a word of a sentence, behind its first, says what a short name is. */
function standsFor(
  { vocabulary }: FeatureContext,
  analysed: AnalysedDocument,
  { from, to }: SentenceMatch,
  at: number,
): boolean {
  return at > from && at < to && STANDS_FOR.has(vocabulary.surfaceText(wordAt(analysed, at)));
}

/** A sentence that opens with what was asked about and says what it is: "Dreamforce was …", "ICE stands for …". */
function defines(
  context: FeatureContext,
  { analysed, match }: PassageEvidence,
  sentence: SentenceMatch,
): boolean {
  const { reading, kinds, vocabulary } = context;
  const { from, to } = sentence;
  if (!reading.definition || reading.terms.length > MOST_DEFINED_TERMS) return false;
  let end = from;
  for (const hit of match.hits) {
    if (hit.at < from || hit.at >= to || hit.weight < 1) continue;
    // "Fight for the Future" is one name
    let reach = end + 1;
    if (standsFor(context, analysed, sentence, end)) return true;
    while (end > from && reach < hit.at && vocabulary.isStop(wordAt(analysed, reach))) reach += 1;
    if (hit.at <= reach) end = Math.max(end, hit.at + hit.length);
  }
  if (standsFor(context, analysed, sentence, end)) return true;
  for (let at = end; end > from && at <= end + 1 && at + 1 < to; at += 1) {
    const [verb, next] = [kinds(wordAt(analysed, at)), kinds(wordAt(analysed, at + 1))];
    // "was a group", "was Norvik's mayor"; but "was The Hill's only source" tells of its source
    const capital = (flagsOf(analysed, at + 1) & CAPITAL) !== 0;
    const says = (next & ARTICLE) !== 0 ? !capital : capital && reading.askedFor === "who";
    if ((verb & COPULA) !== 0 && says) return true;
  }
  return false;
}

/** A sentence that has a term both short and in full: "Amazon Web Services (AWS)". */
function expands(hits: readonly Hit[]): boolean {
  const inside = hits.filter((hit) => hit.weight === 1);
  return inside.some(
    (long) =>
      long.length >= 3 &&
      inside.some(
        (short) =>
          short.term === long.term &&
          short.length === 1 &&
          (short.at < long.at || short.at >= long.at + long.length),
      ),
  );
}

/** The hits of a sentence. */
function hitsIn(hits: readonly Hit[], { from, to }: SentenceMatch): readonly Hit[] {
  let first = 0;
  while (first < hits.length && (hits[first]?.at ?? to) < from) first += 1;
  let end = first;
  while (end < hits.length && (hits[end]?.at ?? to) < to) end += 1;
  return hits.slice(first, end);
}

/** The score of a sentence's passage, then the values of `SENTENCE_FEATURES`, in that order. */
export function sentenceFeatures(
  context: FeatureContext,
  evidence: PassageEvidence,
  number: number,
  passageScore: number,
): number[] {
  const { match, title, analysed, local } = evidence;
  const sentence = match.sentences[number];
  if (sentence === undefined) return [passageScore, ...SENTENCE_FEATURES.map(() => 0)];
  const shares = sentenceShares(context, sentence, {
    previous: match.sentences[number - 1],
    next: match.sentences[number + 1],
    title,
  });
  const hits = hitsIn(match.hits, sentence);
  const { bigrams, near } = pairs(context, hits);
  const new_ = novelty(context, analysed, sentence, hits);
  const asked = context.reading.askedFor;
  const [top = 0] = context.byWeight;
  const length = sentence.to - sentence.from;
  const leans =
    (context.kinds(wordAt(analysed, sentence.from)) & (PRONOUN | WEAK_PRONOUN | CONNECTIVE)) !== 0;
  const whole = valued(context, match);
  return [
    passageScore,
    shares.covered,
    shares.similar,
    shares.withPrevious,
    leans ? shares.withPrevious : 0,
    shares.withNext,
    shares.withTitle,
    bigrams,
    near,
    sentence.values[top] ?? 0,
    whole > 0 ? shares.own / whole : 0,
    asked === "who" ? new_.names : 0,
    asked === "who" ? new_.namesClose : 0,
    asked === "when" ? new_.dates : 0,
    asked === "when" ? new_.datesClose : 0,
    asked === "where" ? new_.places : 0,
    asked === "where" ? new_.placesClose : 0,
    asked === "amount" ? new_.quantities : 0,
    asked === "amount" ? new_.quantitiesClose : 0,
    asked === "why" ? new_.reasons : 0,
    asked === "thing" ? new_.namesClose : 0,
    asked === "thing" ? new_.quantities : 0,
    asked === "other" ? new_.namesClose : 0,
    Math.log(1 + new_.novel),
    length < SHORT_SENTENCE_WORDS ? 1 : 0,
    Math.log((length + 5) / 30),
    isQuestion(analysed, firstSentenceOf(analysed, local) + number) ? 1 : 0,
    number === 0 ? 1 : 0,
    leans ? 1 : 0,
    defines(context, evidence, sentence) ? 1 : 0,
    context.reading.askedFor === "meaning" && expands(hits) ? 1 : 0,
    analysed.rules.language === context.reading.language ? 1 : 0,
    missing(context, context.names, sentence, title),
    missing(context, context.numbers, sentence, title),
    context.reading.deed < 0 ? 0 : 1 - best(sentence, title, context.reading.deed),
    rareValued(context, sentence),
    asked === "amount" ? new_.figures : 0,
    asked === "amount" ? new_.plainQuantities : 0,
    asked === "who" ? new_.persons : 0,
    asked === "when" ? new_.years : 0,
    evidence.alike[number]?.likeness ?? 0,
  ];
}
