/**
 * Scores the answers of the product, run as a user runs it.
 *
 *   npm run eval                          the shipped corpus, on its own labelled questions
 *   npm run eval -- --sets DIR            question sets: folders with docs.jsonl and queries.jsonl
 *     --set NAME      only these sets (repeatable)       --limit N     the first N questions of each
 *     --typos         one edit in one word of each question
 *     --absent        a third of the articles left out of the corpus, so that neither answer nor topic is there
 *     --gone          a third of the paragraphs left out, so that the topic is there and the answer is not
 *     --misses        print what went wrong
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readOwnQuestions } from "../fit/own.ts";
import { type LeftOut, readSet, setFolders, typo } from "../fit/sets.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { judge, tally } from "./judge.ts";
import { askProduct, withFolder } from "./product.ts";

interface SetOptions {
  readonly leftOut: LeftOut;
  readonly typos: boolean;
  readonly limit: number;
}

const TOP = 10;
const OWN = ["questions.dev.jsonl", "questions.own.jsonl"];

async function evaluate(folder: string, { leftOut, typos, limit }: SetOptions): Promise<Figures> {
  const { sources, questions } = readSet(folder, leftOut);
  // the trick questions of a set are another matter than what was left out
  const kept = questions.filter(
    ({ question }) => leftOut === "nothing" || (question.answers?.length ?? 0) > 0,
  );
  const asked = kept.slice(0, limit).map(({ question, gold }, i) => ({
    gold,
    question: typos ? { ...question, text: typo(question.text, i) } : question,
  }));
  const answers = await withFolder(sources, (knowledge) =>
    askProduct(
      asked.map(({ question }) => question),
      { top: TOP, knowledge },
    ),
  );
  return figuresOf(
    asked.flatMap((each, i) => (answers[i] === undefined ? [] : [{ ...each, answer: answers[i] }])),
  );
}

const COLUMNS: readonly (readonly [title: string, value: (figures: Figures) => number, digits: number])[] = [
  ["questions", (f) => f.questions, 0],
  ["P@1", (f) => f.p1, 3],
  ["hit@3", (f) => f.hit3, 3],
  ["S@1", (f) => f.s1, 3],
  ["S@3", (f) => f.s3, 3],
  ["quote chars", (f) => f.quoteLength, 0],
  ["two sentences", (f) => f.twoSentences, 3],
  ["answered", (f) => f.answered, 3],
  ["no answer", (f) => f.unanswerable, 0],
  ["answered them", (f) => f.falselyAnswered, 3],
  ["AUC", (f) => f.auc, 3],
];

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(16), ...cells.map((cell, i) => cell.padStart(COLUMNS[i]?.[0].length ?? 0))].join("  ");
}

async function evaluateSets(folders: readonly string[], options: SetOptions): Promise<void> {
  console.log(
    row(
      "",
      COLUMNS.map(([title]) => title),
    ),
  );
  for (const folder of folders) {
    const figures = await evaluate(folder, options);
    const cells = COLUMNS.map(([, value, digits]) => {
      const number = value(figures);
      return Number.isFinite(number) ? number.toFixed(digits) : "-";
    });
    console.log(row(folder.split("/").at(-1) ?? folder, cells));
  }
}

async function evaluateShipped(misses: boolean): Promise<void> {
  for (const name of OWN) {
    const questions = readOwnQuestions(fileURLToPath(new URL(`../retrieval/${name}`, import.meta.url)));
    const answers = await askProduct(
      questions.map(({ id, q }) => ({ id, text: q })),
      {},
    );
    const verdicts = questions.flatMap((question, i) =>
      answers[i] === undefined ? [] : judge(question, answers[i]),
    );
    const counts = tally(verdicts);
    const shown = Object.entries(counts).map(([verdict, count]) => `${verdict} ${count}`);
    console.log(
      `${name}: ${((100 * counts.right) / questions.length).toFixed(1)} % right (${shown.join(", ")})`,
    );
    if (misses)
      questions.forEach(({ id, q }, i) => {
        if (verdicts[i] !== "right")
          console.log(`  ${id} ${verdicts[i]}: ${q}\n    ${answers[i]?.passages[0]?.quote ?? "(nothing)"}`);
      });
  }
}

const { values } = parseArgs({
  options: {
    sets: { type: "string" },
    set: { type: "string", multiple: true },
    limit: { type: "string" },
    typos: { type: "boolean", default: false },
    absent: { type: "boolean", default: false },
    gone: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
});
if (values.sets === undefined) await evaluateShipped(values.misses);
else {
  const chosen = setFolders(values.sets).filter(
    (folder) => values.set === undefined || values.set.some((name) => folder.endsWith(`/${name}`)),
  );
  await evaluateSets(chosen, {
    leftOut: values.absent ? "articles" : values.gone ? "paragraphs" : "nothing",
    typos: values.typos,
    limit: Number(values.limit ?? Number.POSITIVE_INFINITY),
  });
}
