import { expect, test } from "vitest";
import { checkQuestions, readQuestions } from "../../src/corpus/questions.ts";
import { textDocument } from "../doubles/corpus.ts";
import { bytesOf } from "./sources.ts";

const read = (...lines: readonly string[]) =>
  readQuestions("questions.yaml", bytesOf([...lines, ""].join("\n")));
const told = ({ problems }: { problems: readonly { path: string; line: number; problem: string }[] }) =>
  problems.map(({ path, line, problem }) => `${path}:${line}: ${problem}`);

const HARBOUR_QUESTIONS = [
  "press/harbour:",
  '  - says: "opened the new terminal"',
  "    asked:",
  "      - who cut the ribbon",
  "      - vem klippte bandet",
];
const harbour = textDocument({ id: "press/harbour" }, [
  "Ingrid Solberg opened the new terminal. The cranes were built in Gdansk.",
  "The cranes were painted.",
]);
const documentOf = (id: string) => (id === "press/harbour" ? harbour : undefined);
const checked = (...lines: readonly string[]) =>
  checkQuestions("questions.yaml", read(...lines).questions ?? [], documentOf);

test("a question leads to the one sentence that says some words", () => {
  const { questions, problems } = checked(...HARBOUR_QUESTIONS);
  expect(problems).toEqual([]);
  const place = { source: "press/harbour", paragraph: 1, sentence: 0 };
  expect(questions).toEqual([
    { text: "who cut the ribbon", ...place },
    { text: "vem klippte bandet", ...place },
  ]);
});

test("a later sentence of a paragraph can be meant", () => {
  const { questions } = checked("press/harbour:", '  - { says: "built in Gdansk", asked: [where from] }');
  expect(questions).toEqual([{ text: "where from", source: "press/harbour", paragraph: 1, sentence: 1 }]);
});

test.each([
  [
    "a source that is not there",
    ["press/gone:", '  - { says: "x", asked: [y] }'],
    "2: there is no source press/gone",
  ],
  [
    "words that no sentence has",
    ["press/harbour:", "  - { says: closed the terminal, asked: [y] }"],
    '2: no sentence of press/harbour says "closed the terminal": write words as they stand there',
  ],
  [
    "words that two sentences have",
    ["press/harbour:", "  - { says: cranes were, asked: [y] }"],
    '2: 2 sentences of press/harbour say "cranes were": write words that only one has',
  ],
])("%s are reported, and the rest is taken", (_, lines, problem) => {
  const { questions, problems } = checked(
    ...lines,
    ...HARBOUR_QUESTIONS.map((line) => line.replace(/^press\/harbour:$/, '"press/harbour":')).slice(
      lines[0] === "press/harbour:" ? 1 : 0,
    ),
  );
  expect(told({ problems })).toEqual([`questions.yaml:${problem}`]);
  expect(questions).toHaveLength(2);
});

test.each([
  ["an entry without words", ["press/x:", "  - asked: [y]"], "2: press/x: write under each source"],
  [
    "an entry without a list",
    ["press/x:", "  - { says: a, asked: b }"],
    "2: press/x: write under each source",
  ],
  ["a source without a list", ["press/x: y"], "1: press/x: write under each source"],
  ["an empty question", ["press/x:", '  - { says: a, asked: [" "] }'], "2: asked: write at least one word"],
])("%s is reported by its line, and nothing else is lost", (_, lines, problem) => {
  const reading = read(...lines, "press/y:", "  - { says: a, asked: [b] }");
  expect(told(reading)).toEqual([expect.stringContaining(`questions.yaml:${problem}`)]);
  expect(reading.questions?.filter(({ source }) => source === "press/y")).toHaveLength(1);
});

test("a file that is no map cannot be used, and an empty one holds nothing", () => {
  expect(read("- a").questions).toBeUndefined();
  expect(told(read("- a"))).toEqual([expect.stringContaining("questions.yaml:1: write under each source")]);
  expect(read("")).toEqual({ questions: [], problems: [] });
});
