/** Answers a question from what is loaded: reads it, ranks, decides, composes, checks. Synchronous; no network, disk or clock. */
import type { Corpus } from "../corpus/corpus.ts";
import { sentenceRanges } from "../corpus/sentences.ts";
import type { Answer, Citation, Coverage, Nearest, Source } from "../model.ts";
import type { Answering, Library } from "../ports.ts";
import { createCitations } from "./citations.ts";
import { cite } from "./cited.ts";
import { type Cited, composeFindings } from "./compose.ts";
import { confidence } from "./confidence.ts";
import { type DecideContext, objectionTo, speaksItself } from "./decide.ts";
import { questionLanguage } from "./language.ts";
import { notesFor } from "./notes.ts";
import { type RankedSentence, type Ranking, rank } from "./rank.ts";
import { cleanQuestion, type Reading, readQuestion } from "./reading.ts";
import { type AnswerTools, createAnswerTools } from "./tools.ts";

/** Ranked citations returned unless told otherwise. */
const TOP = 3;
const MOST_NEAREST = 3;
/** Sentences among which the first without an objection is taken. */
const CLOSE_CALLS = 4;
/** Under this confidence the answer is "not in our sources". Set so that 2 % of questions on an absent topic pass on the fitted sets. */
export const THRESHOLD = 0.5;

/** The corpus as the library that commands read. */
export function createLibrary(corpus: Corpus): Library {
  return { ...corpus, cite: createCitations(corpus) };
}

function coverageOf(sources: readonly Source[]): Coverage {
  const works = sources.filter((source) => source.kind !== "note");
  const dates = works.map((source) => source.published).sort();
  return { sources: works.length, from: dates[0], to: dates.at(-1) };
}

// a sentence that stands in an earlier quote already is not quoted again
function rankedCitations(
  { sentences }: Ranking,
  reading: Reading,
  tools: AnswerTools,
  top: number,
): { ranked: RankedSentence; citation: Citation }[] {
  const cited: { ranked: RankedSentence; citation: Citation }[] = [];
  const quoted = new Set<string>();
  for (const ranked of sentences) {
    if (cited.length >= top) break;
    if (quoted.has(`${ranked.passage}.${ranked.sentence}`)) continue;
    const citation = cite(ranked, reading, tools);
    if (citation === undefined) continue;
    const [, first, last] = citation.key.split(".");
    for (let sentence = Number(first); sentence <= Number(last); sentence += 1)
      quoted.add(`${ranked.passage}.${sentence}`);
    cited.push({ ranked, citation });
  }
  return cited;
}

function nearestTo({ passages }: Ranking): Nearest[] {
  const nearest = new Map<string, Nearest>();
  for (const { evidence } of passages) {
    const { source, passages: all } = evidence.analysed.document;
    if (nearest.has(source.id)) continue;
    nearest.set(source.id, { source, about: all[evidence.local]?.headings.at(-1) ?? source.title });
  }
  return [...nearest.values()].slice(0, MOST_NEAREST);
}

/** One way to read what was asked, and how well the sources answer it. */
interface Attempt {
  readonly reading: Reading;
  readonly context: DecideContext;
  readonly ranking: Ranking;
  readonly cited: readonly Cited[];
  /** The citation that may stand as the answer; undefined if there is something against all that are close. */
  readonly best: Cited | undefined;
  readonly confidence: number;
}

function attempt(text: string, tools: AnswerTools, top: number): Attempt | undefined {
  const { corpus, kinds } = tools;
  const reading = readQuestion(text, questionLanguage(cleanQuestion(text), corpus), tools);
  if (reading.terms.length === 0) return undefined;
  const ranking = rank(reading, tools, corpus.works);
  const cited = rankedCitations(ranking, reading, tools, Math.max(top, 2 * TOP));
  const context = { question: text, reading, vocabulary: corpus.vocabulary, kinds };
  const close = cited
    .slice(0, CLOSE_CALLS)
    .filter(({ ranked }) => objectionTo(ranked, context).kind === "none");
  const best = close.find(({ ranked }) => speaksItself(ranked, context)) ?? close[0];
  const judged = best?.ranked ?? ranking.sentences[0];
  const sure = judged === undefined ? 0 : confidence(ranking, judged);
  return { reading, context, ranking, cited, best, confidence: sure };
}

/** Parts of a long message that are tried by themselves. */
const MOST_PARTS = 6;

/** The whole text, and each sentence of it if it has several: people wrap their question, and some add orders to it. */
function attempts(text: string, tools: AnswerTools, top: number): Attempt[] {
  const clean = cleanQuestion(text);
  const parts = sentenceRanges(clean, "en").map(([start, end]) => clean.slice(start, end));
  const told = parts.length > 1 ? parts.slice(0, MOST_PARTS) : [];
  return [text, ...told].flatMap((part) => attempt(part, tools, top) ?? []);
}

const answers = ({ best, confidence: sure }: Attempt) => best !== undefined && sure >= THRESHOLD;

/** Makes the function that answers from a corpus. It follows every change of the corpus. */
export function createAnswering(corpus: Corpus): Answering {
  let tools: AnswerTools | undefined;
  let version = -1;
  let coverage: Coverage = coverageOf([]);
  function current(): AnswerTools {
    if (tools === undefined || version !== corpus.version()) {
      tools = createAnswerTools(corpus);
      version = corpus.version();
      coverage = coverageOf(corpus.sources());
    }
    return tools;
  }

  return ({ text }, top = TOP): Answer => {
    const now = current();
    const [whole, ...parts] = attempts(text, now, top);
    if (whole === undefined) return nothingAsked(questionLanguage(cleanQuestion(text), corpus), coverage);
    const tried = [whole, ...parts].filter(answers).sort((a, b) => b.confidence - a.confidence)[0] ?? whole;
    const { reading, ranking, cited, best } = tried;
    const { language, asksForNow } = reading;
    const base = {
      language,
      coverage,
      asksForNow,
      confidence: tried.confidence,
      notes: notesFor(whole.reading, now),
    };
    const ranked = cited.slice(0, top).map(({ citation }) => citation);
    if (best === undefined || !answers(tried))
      return { ...base, kind: "not-found", reason: "not-in-sources", nearest: nearestTo(ranking), ranked };
    const others = cited.filter((other) => other !== best);
    const composed = composeFindings([best, ...others], reading, now, tried.context);
    const bestFirst = [best.citation, ...ranked.filter((other) => other !== best.citation)].slice(0, top);
    return { ...base, ...composed, kind: "found", ranked: bestFirst };
  };
}

function nothingAsked(language: string, coverage: Coverage): Answer {
  const base = { language, coverage, asksForNow: false, confidence: 0, notes: [], nearest: [], ranked: [] };
  return { ...base, kind: "not-found", reason: "nothing-asked" };
}
