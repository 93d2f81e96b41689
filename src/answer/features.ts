/** What ranking knows of a passage and of a sentence, as numbers that mean the same in any corpus: shares of the question's weight. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import { BM25_B, BM25_K } from "../corpus/postings.ts";
import { CAPITAL, NUMBER } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Coverage, Hit, PassageMatch, SentenceMatch } from "./match.ts";
import type { Reading } from "./reading.ts";
import {
  ARTICLE,
  CONNECTIVE,
  COPULA,
  DATE,
  PLACE_OPENER,
  PRONOUN,
  QUANTITY,
  REASON,
  UNIT,
  WEAK_PRONOUN,
} from "./word-kinds.ts";

export const PASSAGE_FEATURES = [
  "bm25",
  "coverage",
  "coverageSquared",
  "coverageWithTitle",
  "similar",
  "title",
  "bestSentence",
  "bestSentenceSimilar",
  "bestPair",
  "bigrams",
  "near",
  "document",
  "topTerm",
  "secondTerm",
  "missingNames",
  "missingNumbers",
  "surface",
  "length",
  "neighbours",
  "opening",
  "complete",
  "rareCoverage",
  "rareBestSentence",
] as const;

export const SENTENCE_FEATURES = [
  "s.coverage",
  "s.similar",
  "s.withPrevious",
  "s.leansOnPrevious",
  "s.withNext",
  "s.withTitle",
  "s.bigrams",
  "s.near",
  "s.topTerm",
  "s.share",
  "s.who",
  "s.whoClose",
  "s.when",
  "s.whenClose",
  "s.where",
  "s.whereClose",
  "s.amount",
  "s.amountClose",
  "s.why",
  "s.thingName",
  "s.thingNumber",
  "s.otherName",
  "s.novel",
  "s.short",
  "s.length",
  "s.question",
  "s.first",
  "s.pronoun",
  "s.defines",
  "s.expands",
  "s.sameLanguage",
  "s.missingNames",
  "s.missingNumbers",
  "s.missingDeed",
  "s.rareCoverage",
] as const;

export type PassageFeature = (typeof PASSAGE_FEATURES)[number];
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** Words apart at most for two terms to count as near each other. */
const NEAR_WORDS = 6;
/** Words from a matched term within which an answer of the right kind counts as close. */
const CLOSE_WORDS = 6;
const SHORT_SENTENCE_WORDS = 4;

/** What the features of all passages of one question share. */
export interface FeatureContext {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly kinds: (surface: number) => number;
  /** Mean number of searched words in a passage. */
  readonly averageLength: number;
  /** Terms by weight, the rarest first. */
  readonly byWeight: readonly number[];
}

/** A passage with what stands around it. */
export interface PassageEvidence {
  readonly analysed: AnalysedDocument;
  readonly local: number;
  readonly match: PassageMatch;
  readonly title: Coverage;
  /** BM25 of the whole document. */
  readonly document: number;
  /** What the paragraphs before and after have, if they were looked at. */
  readonly around: Coverage | undefined;
}

function weigh(context: FeatureContext, share: (term: number, idf: number) => number): number {
  const { terms, mass } = context.reading;
  let sum = 0;
  for (let term = 0; term < terms.length; term += 1) {
    const idf = terms[term]?.idf ?? 0;
    sum += idf * share(term, idf);
  }
  return mass > 0 ? sum / mass : 0;
}

/** Share of the question's words that stand here, each by how rare it is at large: what the texts are all about is rare elsewhere. */
function rareShare({ reading: { terms } }: FeatureContext, share: (term: number) => number): number {
  let sum = 0;
  let all = 0;
  for (let term = 0; term < terms.length; term += 1) {
    const rarity = terms[term]?.rarity ?? 0;
    all += rarity;
    sum += rarity * share(term);
  }
  return all > 0 ? sum / all : 0;
}

function has(mask: number, term: number): number {
  return (mask >>> term) & 1;
}

function covered(context: FeatureContext, mask: number): number {
  return weigh(context, (term) => has(mask, term));
}

function best(a: Coverage, b: Coverage | undefined, term: number): number {
  return Math.max(a.values[term] ?? 0, b?.values[term] ?? 0);
}

function bm25(context: FeatureContext, { analysed, local, match, title }: PassageEvidence): number {
  const frequencies = new Float64Array(context.reading.terms.length);
  for (const hit of match.hits) frequencies[hit.term] = (frequencies[hit.term] ?? 0) + hit.weight;
  const length = (analysed.passageWords[local + 1] ?? 0) - (analysed.passageWords[local] ?? 0);
  const norm = BM25_K * (1 - BM25_B + (BM25_B * length) / (context.averageLength * 1.8));
  return weigh(context, (term) => {
    const frequency = (frequencies[term] ?? 0) + 0.5 * has(title.mask, term);
    return (frequency * (BM25_K + 1)) / (frequency + norm);
  });
}

/** Shares of the question's neighbouring terms that stand side by side in order, and of all pairs that stand near. */
function pairs(context: FeatureContext, hits: readonly Hit[]): { bigrams: number; near: number } {
  const { terms } = context.reading;
  const seenNear = new Set<number>();
  const seenAdjacent = new Set<number>();
  let adjacent = 0;
  let together = 0;
  const idf = (term: number) => terms[term]?.idf ?? 0;
  for (let i = 0; i < hits.length; i += 1) {
    const a = hits[i];
    for (let j = i + 1; a !== undefined && j < hits.length; j += 1) {
      const b = hits[j];
      if (b === undefined) break;
      const gap = b.at - (a.at + a.length);
      if (gap > NEAR_WORDS) break;
      if (a.term === b.term) continue;
      const bit = pairBit(a.term, b.term);
      if (!seenNear.has(bit)) {
        seenNear.add(bit);
        together += Math.min(idf(a.term), idf(b.term));
      }
      if (b.term === a.term + 1 && gap <= 2 && !seenAdjacent.has(a.term)) {
        seenAdjacent.add(a.term);
        adjacent += Math.min(idf(a.term), idf(b.term));
      }
    }
  }
  const mass = context.reading.mass || 1;
  return { bigrams: adjacent / mass, near: together / (mass * Math.max(1, terms.length - 1)) };
}

function pairBit(a: number, b: number): number {
  return Math.min(a, b) * 32 + Math.max(a, b);
}

function missing(
  context: FeatureContext,
  kind: "name" | "number",
  coverage: (term: number) => number,
): number {
  const { terms } = context.reading;
  return weigh(context, (term) => (terms[term]?.[kind] === true ? 1 - coverage(term) : 0));
}

function surfaceShare(context: FeatureContext, { analysed, match }: PassageEvidence): number {
  let exact = 0;
  for (const hit of match.hits)
    if (context.vocabulary.surfaceText(analysed.words[hit.at] ?? 0) === context.reading.terms[hit.term]?.word)
      exact |= 1 << hit.term;
  return covered(context, exact);
}

function bestOfSentences(
  context: FeatureContext,
  sentences: readonly SentenceMatch[],
): { exact: number; similar: number; pair: number; rare: number } {
  let exact = 0;
  let similar = 0;
  let pair = 0;
  let rare = 0;
  sentences.forEach((sentence, i) => {
    exact = Math.max(exact, covered(context, sentence.mask));
    similar = Math.max(
      similar,
      weigh(context, (term) => sentence.values[term] ?? 0),
    );
    rare = Math.max(
      rare,
      rareShare(context, (term) => sentence.values[term] ?? 0),
    );
    const next = sentences[i + 1];
    pair = Math.max(
      pair,
      weigh(context, (term) => best(sentence, next, term)),
    );
  });
  return { exact, similar, pair, rare };
}

/** Values of `PASSAGE_FEATURES`, in that order. */
export function passageFeatures(context: FeatureContext, evidence: PassageEvidence): number[] {
  const { match, title, analysed, local, around } = evidence;
  const sentence = bestOfSentences(context, match.sentences);
  const { bigrams, near } = pairs(context, match.hits);
  const coverage = covered(context, match.mask);
  const withTitle = covered(context, match.mask | title.mask);
  const length = (analysed.passageWords[local + 1] ?? 0) - (analysed.passageWords[local] ?? 0);
  const [top = 0, second = 0] = context.byWeight;
  return [
    bm25(context, evidence),
    coverage,
    coverage * coverage,
    withTitle,
    weigh(context, (term) => (has(match.mask, term) ? 0 : (match.values[term] ?? 0))),
    covered(context, title.mask),
    sentence.exact,
    sentence.similar,
    sentence.pair,
    bigrams,
    near,
    context.reading.mass > 0 ? evidence.document / context.reading.mass : 0,
    match.values[top] ?? 0,
    match.values[second] ?? 0,
    missing(context, "name", (term) => best(match, title, term)),
    missing(context, "number", (term) => best(match, title, term)),
    surfaceShare(context, evidence),
    Math.log((length + 10) / (context.averageLength * 1.8 + 10)),
    around === undefined
      ? 0
      : weigh(context, (term) => (has(match.mask | title.mask, term) ? 0 : (around.values[term] ?? 0))),
    local === 0 ? 1 : 0,
    withTitle > 0.999 ? 1 : 0,
    rareShare(context, (term) => best(match, title, term)),
    sentence.rare,
  ];
}

interface Novelty {
  names: number;
  namesClose: number;
  quantities: number;
  quantitiesClose: number;
  dates: number;
  datesClose: number;
  places: number;
  placesClose: number;
  reasons: number;
  novel: number;
}

/** Words of a sentence that could answer: of some kind, and not asked about themselves. `Close`: near a matched term. */
function novelty(
  context: FeatureContext,
  { analysed, match }: PassageEvidence,
  sentence: SentenceMatch,
): Novelty {
  const found: Novelty = {
    names: 0,
    namesClose: 0,
    quantities: 0,
    quantitiesClose: 0,
    dates: 0,
    datesClose: 0,
    places: 0,
    placesClose: 0,
    reasons: 0,
    novel: 0,
  };
  const { words, flags } = analysed;
  const hits = match.hits.filter((hit) => hit.at >= sentence.from && hit.at < sentence.to);
  let next = 0;
  let lastHitEnd = Number.NEGATIVE_INFINITY;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    for (let hit = hits[next]; hit !== undefined && hit.at <= at; hit = hits[++next])
      lastHitEnd = Math.max(lastHitEnd, hit.at + hit.length);
    if (at < lastHitEnd) continue;
    const word = words[at] ?? 0;
    const kinds = context.kinds(word);
    const flag = flags[at] ?? 0;
    const close =
      at - lastHitEnd < CLOSE_WORDS || (hits[next]?.at ?? Number.POSITIVE_INFINITY) - at <= CLOSE_WORDS
        ? 1
        : 0;
    if (!context.vocabulary.isStop(word)) found.novel += 1;
    // "Werner" beside an asked "Vogels" is the same name, not an answer
    const partOfAsked =
      (at === lastHitEnd && ((flags[at - 1] ?? 0) & CAPITAL) !== 0) ||
      (hits[next]?.at === at + 1 && ((flags[at + 1] ?? 0) & CAPITAL) !== 0);
    if (
      (flag & CAPITAL) !== 0 &&
      (at > sentence.from || context.vocabulary.isName(word)) &&
      !partOfAsked &&
      (kinds & DATE) === 0 &&
      !context.vocabulary.isStop(word)
    ) {
      found.names = 1;
      found.namesClose |= close;
      if (at > sentence.from && (context.kinds(words[at - 1] ?? 0) & PLACE_OPENER) !== 0) {
        found.places = 1;
        found.placesClose |= close;
      }
    }
    if ((flag & NUMBER) !== 0 || (kinds & (QUANTITY | UNIT)) !== 0) {
      found.quantities = 1;
      found.quantitiesClose |= close;
    }
    if ((kinds & DATE) !== 0) {
      found.dates = 1;
      found.datesClose |= close;
    }
    if ((kinds & REASON) !== 0) found.reasons = 1;
  }
  return found;
}

/** Terms up to which a question may be one for a definition. */
const MOST_DEFINED_TERMS = 4;

/** A sentence that opens with what was asked about and says what it is: "Dreamforce was …". */
function defines(
  { reading, kinds }: FeatureContext,
  { analysed, match }: PassageEvidence,
  { from, to }: SentenceMatch,
): boolean {
  if (!reading.definition || reading.terms.length > MOST_DEFINED_TERMS) return false;
  let end = from;
  for (const hit of match.hits)
    if (hit.at >= from && hit.at <= end + 1 && hit.at < to) end = Math.max(end, hit.at + hit.length);
  const kindAt = (at: number) => (at < to ? kinds(analysed.words[at] ?? 0) : 0);
  return (
    end > from && [end, end + 1].some((at) => (kindAt(at) & COPULA) !== 0 && (kindAt(at + 1) & ARTICLE) !== 0)
  );
}

/** A sentence that has a term both short and in full: "Amazon Web Services (AWS)". */
function expands(hits: readonly Hit[], { from, to }: SentenceMatch): boolean {
  const inside = hits.filter((hit) => hit.at >= from && hit.at < to && hit.weight === 1);
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

/** Values of `SENTENCE_FEATURES`, in that order. */
export function sentenceFeatures(
  context: FeatureContext,
  evidence: PassageEvidence,
  number: number,
): number[] {
  const { match, title, analysed, local } = evidence;
  const sentence = match.sentences[number];
  if (sentence === undefined) return SENTENCE_FEATURES.map(() => 0);
  const previous = match.sentences[number - 1];
  const next = match.sentences[number + 1];
  const { bigrams, near } = pairs(
    context,
    match.hits.filter((hit) => hit.at >= sentence.from && hit.at < sentence.to),
  );
  const coverage = weigh(context, (term) => has(sentence.mask, term));
  const added = (other: Coverage | undefined) =>
    weigh(context, (term) => Math.max(0, (other?.values[term] ?? 0) - (sentence.values[term] ?? 0)));
  const new_ = novelty(context, evidence, sentence);
  const asked = context.reading.askedFor;
  const when = (kind: typeof asked, value: number) => (asked === kind ? value : 0);
  const [top = 0] = context.byWeight;
  const length = sentence.to - sentence.from;
  const leans =
    (context.kinds(analysed.words[sentence.from] ?? 0) & (PRONOUN | WEAK_PRONOUN | CONNECTIVE)) !== 0;
  const end = analysed.sentences[((analysed.passageSentences[local] ?? 0) + number) * 3 + 2] ?? 0;
  const whole = weigh(context, (term) => match.values[term] ?? 0);
  return [
    coverage,
    weigh(context, (term) => (has(sentence.mask, term) ? 0 : (sentence.values[term] ?? 0))),
    added(previous),
    leans ? added(previous) : 0,
    added(next),
    added(title),
    bigrams,
    near,
    sentence.values[top] ?? 0,
    whole > 0 ? weigh(context, (term) => sentence.values[term] ?? 0) / whole : 0,
    when("who", new_.names),
    when("who", new_.namesClose),
    when("when", new_.dates),
    when("when", new_.datesClose),
    when("where", new_.places),
    when("where", new_.placesClose),
    when("amount", new_.quantities),
    when("amount", new_.quantitiesClose),
    when("why", new_.reasons),
    when("thing", new_.namesClose),
    when("thing", new_.quantities),
    when("other", new_.namesClose),
    Math.log(1 + new_.novel),
    length < SHORT_SENTENCE_WORDS ? 1 : 0,
    Math.log((length + 5) / 30),
    analysed.document.passages[local]?.text.charAt(end - 1) === "?" ? 1 : 0,
    number === 0 ? 1 : 0,
    leans ? 1 : 0,
    defines(context, evidence, sentence) ? 1 : 0,
    context.reading.askedFor === "meaning" && expands(match.hits, sentence) ? 1 : 0,
    analysed.rules.language === context.reading.language ? 1 : 0,
    missing(context, "name", (term) => best(sentence, title, term)),
    missing(context, "number", (term) => best(sentence, title, term)),
    context.reading.deed < 0 ? 0 : 1 - best(sentence, title, context.reading.deed),
    rareShare(context, (term) => sentence.values[term] ?? 0),
  ];
}
