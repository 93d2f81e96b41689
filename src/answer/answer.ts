/** Answers a question from what is loaded: reads it, ranks, decides, composes, checks. Synchronous; no network, disk or clock. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Answer, Citation, Coverage, Nearest, Note, Source } from "../model.ts";
import type { Answering, Library } from "../ports.ts";
import { createCitations } from "./citations.ts";
import { cite } from "./cited.ts";
import { composeFindings } from "./compose.ts";
import { confidence } from "./confidence.ts";
import { objectionTo } from "./decide.ts";
import { questionLanguage } from "./language.ts";
import { notesFor } from "./notes.ts";
import { type RankedSentence, type Ranking, rank } from "./rank.ts";
import { cleanQuestion, type Reading, readQuestion } from "./reading.ts";
import { type AnswerTools, createAnswerTools } from "./tools.ts";

/** Ranked citations returned unless told otherwise. */
const TOP = 3;
const MOST_NEAREST = 3;
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

  return (question, top = TOP): Answer => {
    const now = current();
    const language = questionLanguage(cleanQuestion(question.text), corpus);
    const reading = readQuestion(question.text, language, now);
    const base = { language, coverage, asksForNow: reading.asksForNow };
    if (reading.terms.length === 0)
      return {
        ...base,
        kind: "not-found",
        reason: "nothing-asked",
        confidence: 0,
        notes: [],
        nearest: [],
        ranked: [],
      };
    const ranking = rank(reading, now, corpus.works);
    const cited = rankedCitations(ranking, reading, now, Math.max(top, 2 * TOP));
    const ranked = cited.slice(0, top).map(({ citation }) => citation);
    const sure = confidence(ranking);
    const notes: readonly Note[] = notesFor(reading, now);
    const [best, ...others] = cited;
    const context = { question: question.text, reading, vocabulary: corpus.vocabulary, kinds: now.kinds };
    if (best === undefined || sure < THRESHOLD || objectionTo(best.ranked, context).kind !== "none")
      return {
        ...base,
        kind: "not-found",
        reason: "not-in-sources",
        confidence: sure,
        notes,
        nearest: nearestTo(ranking),
        ranked,
      };
    const { findings, difference } = composeFindings([best, ...others], reading, now, context);
    return { ...base, kind: "found", confidence: sure, notes, findings, difference, ranked };
  };
}
