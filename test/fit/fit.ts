/**
 * Fits the weights of `src/answer/weights.ts` on question sets and writes that file.
 *
 *   npm run fit -- --sets DIR [--dry]
 *
 * All sets count the same, whatever their size. Two halves are fitted crosswise to print what carries over; the weights
 * written are fitted on everything. The same sets give the same digits.
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bestOf } from "../../src/answer/best.ts";
import type { Search } from "../../src/answer/candidates.ts";
import { findCandidates } from "../../src/answer/candidates.ts";
import { CONFIDENCE_FEATURES, confidenceFeatures } from "../../src/answer/confidence.ts";
import type { DecideContext } from "../../src/answer/decide.ts";
import { PASSAGE_FEATURES, SENTENCE_FEATURES } from "../../src/answer/features.ts";
import { questionLanguage } from "../../src/answer/language.ts";
import { CLOSE_PASSAGES, orderPassages, type RankedSentence, weighted } from "../../src/answer/rank.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { sentenceFeatures } from "../../src/answer/sentence-features.ts";
import { firstSentenceOf, sentenceEndOf, sentenceStartOf } from "../../src/corpus/analysis.ts";
import { sentenceRanges } from "../../src/corpus/sentences.ts";
import { NOTES } from "./notes.ts";
import { isRight, loadOwnCorpus, readOwnQuestions } from "./own.ts";
import { type Gold, type LeftOut, type LoadedSet, loadSet, normal, setFolders, typo } from "./sets.ts";
import { type Choice, type Example, fitLogistic, fitSoftmax } from "./train.ts";

interface Row {
  readonly set: string;
  /** Whether a sentence of a passage answers. */
  readonly answers: (text: string, title: string) => boolean;
  readonly half: number;
  readonly answerable: boolean;
  readonly clean: boolean;
  readonly search: Search;
  readonly context: DecideContext;
  readonly inGold: readonly boolean[];
  readonly weight: number;
}

const argument = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

function isGold(gold: Gold | undefined, source: string, paragraph: number): boolean {
  return (
    gold !== undefined &&
    gold.source === source &&
    (gold.paragraph === undefined || gold.paragraph === paragraph)
  );
}

function answersOf(answers: readonly string[]): Row["answers"] {
  return (text) => {
    const words = normal(text);
    return answers.some((answer) => words.includes(answer));
  };
}

/** What the shipped corpus' own questions weigh, in sets. */
const OWN_WEIGHT = 1;

async function ownRows(files: readonly string[], folder: string): Promise<Row[]> {
  const tools = await loadOwnCorpus(folder);
  const questions = files.flatMap(readOwnQuestions).filter((question) => !question.abstain_ok);
  return questions.map((question, i): Row => {
    const language = questionLanguage(question.q, tools.corpus);
    const reading = readQuestion(question.q, language, tools);
    const search = findCandidates(reading, tools, tools.corpus.works);
    const answers: Row["answers"] = (text, title) => !question.abstain && isRight(question, title, text);
    return {
      set: "own",
      half: i % 2,
      answerable: !question.abstain,
      clean: true,
      search,
      context: { reading, vocabulary: tools.corpus.vocabulary, kinds: tools.kinds },
      inGold: search.candidates.map(({ evidence: { analysed, local } }) => {
        const title = analysed.document.source.title;
        const text = analysed.document.passages[local]?.text ?? "";
        return sentenceRanges(text, analysed.rules.language).some(([from, to]) =>
          answers(text.slice(from, to), title),
        );
      }),
      answers,
      weight: OWN_WEIGHT / questions.length,
    };
  });
}

function rowsOf(set: LoadedSet, everyTypo: number): Row[] {
  const asked = set.questions.filter(({ question }) => (question.answers?.length ?? 0) > 0);
  return asked.flatMap(({ question, gold }, i) => {
    const texts = i % everyTypo === 0 ? [question.text, typo(question.text, i)] : [question.text];
    return texts.map((text, version): Row => {
      const language = questionLanguage(text, set.tools.corpus);
      const reading = readQuestion(text, language, set.tools);
      const { corpus, kinds } = set.tools;
      const search = findCandidates(reading, set.tools, corpus.works);
      return {
        set: set.name,
        context: { reading, vocabulary: corpus.vocabulary, kinds },
        half: i % 2,
        answerable: gold !== undefined,
        clean: version === 0,
        search,
        inGold: search.candidates.map(({ evidence: { analysed, local } }) =>
          isGold(gold, analysed.document.source.id, local + 1),
        ),
        answers: answersOf((question.answers ?? []).map((answer) => normal(answer.text))),
        weight: (version === 0 ? 1 : 0.5) / asked.length,
      };
    });
  });
}

/** All sentences of the closest passages, with whether each is a right answer. */
function sentencesOf(
  row: Row,
  passageWeights: readonly number[],
): { sentences: RankedSentence[]; gold: boolean[]; right: boolean[] } {
  const sentences: RankedSentence[] = [];
  const gold: boolean[] = [];
  const right: boolean[] = [];
  const at = new Map(row.search.candidates.map((candidate, i) => [candidate, row.inGold[i] ?? false]));
  for (const { candidate, score } of orderPassages(row.search, passageWeights).slice(0, CLOSE_PASSAGES)) {
    const { analysed, local, match } = candidate.evidence;
    const text = analysed.document.passages[local]?.text ?? "";
    match.sentences.forEach((_, sentence) => {
      const number = firstSentenceOf(analysed, local) + sentence;
      const words = text.slice(sentenceStartOf(analysed, number), sentenceEndOf(analysed, number));
      const isIn = at.get(candidate) ?? false;
      gold.push(isIn);
      right.push(isIn && row.answers(words, analysed.document.source.title));
      sentences.push({
        passage: candidate.passage,
        evidence: candidate.evidence,
        sentence,
        score: 0,
        siblings: [],
        passageFeatures: candidate.features,
        features: sentenceFeatures(row.search.context, candidate.evidence, sentence, score),
      });
    });
  }
  return { sentences, gold, right };
}

type Sentences = ReturnType<typeof sentencesOf>;

function fitPassages(rows: readonly Row[]): number[] {
  const choices = rows.map(
    (row): Choice => ({
      features: row.search.candidates.map((c) => c.features),
      right: row.inGold,
      weight: row.weight,
    }),
  );
  return fitSoftmax(choices, PASSAGE_FEATURES.length, { rounds: 300 });
}

function fitSentences(rows: readonly Row[], sentences: readonly Sentences[]): number[] {
  const choices = rows.map(
    (row, i): Choice => ({
      features: sentences[i]?.sentences.map((s) => s.features) ?? [],
      right: sentences[i]?.right ?? [],
      weight: row.weight,
    }),
  );
  return fitSoftmax(choices, SENTENCE_FEATURES.length + 1, { rounds: 300 });
}

function ordered(
  found: Sentences,
  weights: readonly number[],
): { sentence: RankedSentence; gold: boolean; right: boolean }[] {
  return found.sentences
    .map((sentence, i) => ({
      sentence: { ...sentence, score: weighted(sentence.features, weights) },
      gold: found.gold[i] ?? false,
      right: found.right[i] ?? false,
    }))
    .sort((a, b) => b.sentence.score - a.sentence.score);
}

function auc(examples: readonly { score: number; yes: boolean }[]): number {
  const sorted = [...examples].sort((a, b) => a.score - b.score);
  let sum = 0;
  sorted.forEach((example, i) => {
    if (example.yes) sum += i + 1;
  });
  const yes = sorted.filter((e) => e.yes).length;
  return (sum - (yes * (yes + 1)) / 2) / (yes * (sorted.length - yes));
}

const share = (list: readonly boolean[]) =>
  (list.filter(Boolean).length / Math.max(1, list.length)).toFixed(3);

function fitRanking(
  folders: readonly string[],
  own: readonly Row[],
): { passages: number[]; sentences: number[] } {
  const rows = [...folders.flatMap((folder) => rowsOf(loadSet(folder), 3)), ...own];
  const halves = [0, 1].map((half) => fitPassages(rows.filter((row) => row.half !== half)));
  const found = rows.map((row) => sentencesOf(row, halves[row.half] ?? []));
  const sentenceHalves = [0, 1].map((half) => {
    const kept = rows.map((row, i) => ({ row, found: found[i] })).filter(({ row }) => row.half !== half);
    return fitSentences(
      kept.map((k) => k.row),
      kept.flatMap((k) => (k.found === undefined ? [] : [k.found])),
    );
  });
  console.log("what carries over between halves");
  for (const folder of new Set(rows.map((row) => row.set)))
    for (const clean of [true, false]) {
      const results = rows.flatMap((row, i) => {
        const sentences = found[i];
        return row.set === folder && row.answerable && row.clean === clean && sentences !== undefined
          ? [ordered(sentences, sentenceHalves[row.half] ?? [])]
          : [];
      });
      if (results.length === 0) continue;
      console.log(
        `  ${folder}${clean ? "" : "+typos"}  P@1 ${share(results.map((r) => r[0]?.gold ?? false))}  S@1 ${share(results.map((r) => r[0]?.right ?? false))}  S@3 ${share(results.map((r) => r.slice(0, 3).some((s) => s.right)))}  in reach ${share(results.map((r) => r.some((s) => s.right)))}`,
      );
    }
  return { passages: fitPassages(rows), sentences: fitSentences(rows, found) };
}

function confidenceExamples(
  rows: readonly Row[],
  weights: { passages: readonly number[]; sentences: readonly number[] },
  weight = 1,
): (Example & { half: number })[] {
  const positives = rows.filter((row) => row.answerable).length;
  return rows.flatMap((row) => {
    const sentences = ordered(sentencesOf(row, weights.passages), weights.sentences).map((s) => s.sentence);
    const passages = orderPassages(row.search, weights.passages).map(({ candidate }) => candidate);
    // what something is against is declined without asking how sure it is
    const best = bestOf(sentences, row.context);
    if (best === undefined) return [];
    return {
      features: confidenceFeatures({ context: row.search.context, sentences, passages }, best),
      yes: row.answerable,
      weight: weight / (row.answerable ? positives : Math.max(1, rows.length - positives)),
      half: row.half,
    };
  });
}

function fitConfidence(
  folders: readonly string[],
  own: readonly Row[],
  weights: { passages: readonly number[]; sentences: readonly number[] },
): number[] {
  const left = (folder: string, leftOut: LeftOut) =>
    rowsOf(loadSet(folder, leftOut), Number.MAX_SAFE_INTEGER).filter((row) => row.clean);
  const groups = [
    ...folders.flatMap((folder) =>
      (["articles", "paragraphs"] as const).map((leftOut) => ({
        folder,
        leftOut,
        examples: confidenceExamples(left(folder, leftOut), weights),
      })),
    ),
    { folder: "own", leftOut: "questions", examples: confidenceExamples(own, weights, OWN_WEIGHT) },
  ];
  const fitted = (half: number | undefined) =>
    fitLogistic(
      groups.flatMap(({ examples }) => examples.filter((e) => e.half !== half)),
      CONFIDENCE_FEATURES.length,
      { rounds: 300 },
    );
  const halves = [fitted(0), fitted(1)];
  for (const { folder, leftOut, examples } of groups) {
    const scored = examples.map((e) => ({ yes: e.yes, score: weighted(e.features, halves[e.half] ?? []) }));
    const no = scored
      .filter((s) => !s.yes)
      .map((s) => s.score)
      .sort((a, b) => b - a);
    const bar = no[Math.floor(no.length * 0.02)] ?? 0;
    const answered = scored.filter((s) => s.yes && s.score > bar).length / scored.filter((s) => s.yes).length;
    console.log(
      `  ${folder.split("/").at(-1)} without ${leftOut}: AUC ${auc(scored).toFixed(3)}, answered at 2 % false ${answered.toFixed(3)} (bar ${(1 / (1 + Math.exp(-bar))).toFixed(2)})`,
    );
  }
  return fitted(undefined);
}

function table(
  name: string,
  type: string,
  names: readonly string[],
  weights: readonly number[],
  comment: string,
): string {
  const rows = names.map(
    (feature, i) =>
      `  /** ${NOTES[feature] ?? ""} */\n  ${/^\w+$/.test(feature) ? feature : JSON.stringify(feature)}: ${(weights[i] ?? 0).toFixed(3)},`,
  );
  return `/** ${comment} */\nexport const ${name}: Readonly<Record<${type}, number>> = {\n${rows.join("\n")}\n};\n`;
}

async function main(): Promise<void> {
  const sets = argument("--sets");
  if (sets === undefined) throw new Error("give --sets DIR: a folder with one folder a question set");
  const folders = setFolders(sets);
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const files = (argument("--own") ?? "questions.dev.jsonl,questions.own.jsonl")
    .split(",")
    .map((name) => here(`../retrieval/${name}`));
  const own = await ownRows(files, here("../../knowledge"));
  const ranking = fitRanking(folders, own);
  const confidence = fitConfidence(folders, own, ranking);
  const text = [
    "/** Written by `npm run fit`, which explains how. What each feature says stands in `features.ts` and `confidence.ts`. */",
    'import type { ConfidenceFeature } from "./confidence.ts";\nimport type { PassageFeature, SentenceFeature } from "./features.ts";\n',
    table(
      "PASSAGE_WEIGHTS",
      "PassageFeature",
      PASSAGE_FEATURES,
      ranking.passages,
      "What makes a passage the one that answers.",
    ),
    table(
      "SENTENCE_WEIGHTS",
      '"passage" | SentenceFeature',
      ["passage", ...SENTENCE_FEATURES],
      ranking.sentences,
      "What makes a sentence of the closest passages the answer; `passage` is its passage's score.",
    ),
    table(
      "CONFIDENCE_WEIGHTS",
      "ConfidenceFeature",
      CONFIDENCE_FEATURES,
      confidence,
      "What makes the best sentence an answer at all.",
    ),
  ].join("\n");
  if (!process.argv.includes("--dry"))
    writeFileSync(new URL("../../src/answer/weights.ts", import.meta.url), text);
  else console.log(text);
}

await main();
