/** Measures one size of corpus in a process of its own and writes the figures as one line of JSON. Started by `bench.ts`. */
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { createAnswering } from "../../src/answer/answer.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { type Corpus, createCorpus } from "../../src/corpus/corpus.ts";
import type { Document } from "../../src/model.ts";
import { type Engine, fullTextSearch, miniSearch, type Row, searching } from "./engines.ts";
import { type StageTimes, stageTimes } from "./stages.ts";
import { materialOf, recombined, shippedMaterial } from "./texts.ts";
import { machineNoise, type QuestionTimes, timeQuestions } from "./timing.ts";

/** Figures of one size. Times in milliseconds, sizes in bytes. */
export interface Measured {
  readonly passages: number;
  readonly words: number;
  readonly noise: number;
  readonly answer: QuestionTimes;
  readonly afterEdit: { readonly edit: number; readonly question: number };
  readonly stages: StageTimes;
  readonly engines: Readonly<Record<string, QuestionTimes | undefined>>;
  readonly index: { readonly own: number; readonly miniSearch: number; readonly firstAnswer: number };
  readonly heap: { readonly own: number; readonly miniSearch: number; readonly documents: number };
  readonly longest: { readonly question: string; readonly ms: number };
}

const QUESTIONS = 1500;
const STAGE_QUESTIONS = 500;
const EDITS = 15;

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function cpuMs(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

// a document is replaced, as when a librarian saves a file; then somebody asks
function afterEdits(
  corpus: Corpus,
  documents: readonly Document[],
  questions: readonly string[],
  answer: Engine,
): Measured["afterEdit"] {
  const edits: number[] = [];
  const asked: number[] = [];
  for (let i = 0; i < EDITS; i += 1) {
    const document = documents[(i * 131) % documents.length];
    if (document === undefined) continue;
    const from = performance.now();
    corpus.put(document);
    const put = performance.now();
    answer(questions[i] ?? "");
    edits.push(put - from);
    asked.push(performance.now() - put);
  }
  return { edit: median(edits), question: median(asked) };
}

// the longest of the questions, each asked three times so that a pause of the machine is not taken for the question's own
function longest(questions: readonly string[], answer: Engine): Measured["longest"] {
  let found = { question: "", ms: 0 };
  for (const question of questions) {
    let ms = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i += 1) {
      const from = performance.now();
      answer(question);
      ms = Math.min(ms, performance.now() - from);
    }
    if (ms > found.ms) found = { question, ms };
  }
  return found;
}

function engineTimes(
  rows: readonly Row[],
  index: ReturnType<typeof miniSearch>,
  questions: readonly string[],
): Measured["engines"] {
  // half a second a question, or more
  const slow = rows.length > 20_000;
  const [count, warm] = slow ? [60, 2] : [300, 20];
  const loose = searching(index, { prefix: true, fuzzy: 0.2 });
  const sqlite = fullTextSearch(rows);
  return {
    MiniSearch: timeQuestions(questions, searching(index), count, warm),
    "MiniSearch, prefix and fuzzy": timeQuestions(questions, loose, slow ? 10 : 100, warm),
    "SQLite FTS5": sqlite && timeQuestions(questions, sqlite, 300),
  };
}

async function measure(passages: number, sets?: string, names: readonly string[] = []): Promise<Measured> {
  const material = sets === undefined ? await shippedMaterial() : materialOf(sets, names);
  const { questions } = material;
  const noise = await machineNoise();
  const empty = heap();
  const documents = recombined(material, passages);
  const withDocuments = heap();
  const corpus = createCorpus({ commonWords: readCommonWords });
  const own = cpuMs(() => {
    for (const document of documents) corpus.put(document);
  });
  const answering = createAnswering(corpus);
  const answer: Engine = (text) => answering({ text });
  const from = performance.now();
  answer(questions[0] ?? "");
  const firstAnswer = performance.now() - from;
  const withCorpus = heap();
  const times = timeQuestions(questions, answer, QUESTIONS, QUESTIONS);
  const stages = stageTimes(questions.slice(0, STAGE_QUESTIONS), createAnswerTools(corpus));
  const worst = longest(questions.slice(0, 2000), answer);
  const rows = documents.flatMap(({ passages }) => passages).map(({ text }, id): Row => ({ id, text }));
  const beforeMiniSearch = heap();
  let index = miniSearch([]);
  const indexing = cpuMs(() => {
    index = miniSearch(rows);
  });
  const miniSearchHeap = heap() - beforeMiniSearch;
  const engines = engineTimes(rows, index, questions);
  return {
    passages: rows.length,
    words: rows.reduce((sum, { text }) => sum + text.split(" ").length, 0),
    noise,
    answer: times,
    afterEdit: afterEdits(corpus, documents, questions, answer),
    stages,
    engines,
    index: { own, miniSearch: indexing, firstAnswer },
    heap: { own: withCorpus - withDocuments, miniSearch: miniSearchHeap, documents: withDocuments - empty },
    longest: worst,
  };
}

const [passages = "1000", sets, ...names] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measure(Number(passages), sets, names))}\n`);
