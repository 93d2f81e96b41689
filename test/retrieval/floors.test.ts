import { expect, test } from "vitest";
import { answerJson } from "../../adapters/terminal/json.ts";
import { createAnswering } from "../../src/answer/answer.ts";
import { labelled, shipped, shippedCorpus } from "../doubles/shipped.ts";
import { judge, tally } from "../eval/judge.ts";
import type { AnswerLine } from "../eval/product.ts";

const answer = createAnswering(shippedCorpus(await shipped()));

// each writer's questions have a letter of their own
function verdicts(name: "dev" | "own" | "blind" | "near", letter: string) {
  const questions = labelled(name).filter(({ id }) => id.startsWith(letter));
  expect(questions.length).toBeGreaterThan(0);
  return questions.map((question) => {
    const json = answerJson(
      { id: question.id, question: question.q },
      answer({ text: question.q }),
      undefined,
    );
    return judge(question, JSON.parse(json) as AnswerLine); // the product's own contract
  });
}

// Floors only rise: what an engine once got right, the next one gets right, too.
test.each([
  ["dev", "d", { right: 77, wrongReceipts: 0 }],
  ["own", "o", { right: 226, wrongReceipts: 0 }],
  ["own", "b", { right: 141, wrongReceipts: 0 }],
  ["own", "c", { right: 142, wrongReceipts: 0 }],
  ["own", "e", { right: 89, wrongReceipts: 0 }],
  ["blind", "f", { right: 108, wrongReceipts: 0 }],
  ["blind", "g", { right: 100, wrongReceipts: 0 }],
  ["blind", "h", { right: 99, wrongReceipts: 0 }],
  ["blind", "i", { right: 93, wrongReceipts: 2 }],
  ["blind", "j", { right: 91, wrongReceipts: 0 }],
  ["blind", "k", { right: 97, wrongReceipts: 1 }],
  ["blind", "l", { right: 80, wrongReceipts: 0 }],
  ["blind", "m", { right: 117, wrongReceipts: 1 }],
  ["blind", "n", { right: 109, wrongReceipts: 0 }],
  ["blind", "p", { right: 119, wrongReceipts: 0 }],
  ["blind", "q", { right: 113, wrongReceipts: 0 }],
  ["blind", "r", { right: 106, wrongReceipts: 2 }],
  ["blind", "u", { right: 141, wrongReceipts: 19 }],
  ["blind", "s", { right: 109, wrongReceipts: 2 }],
  ["blind", "t", { right: 107, wrongReceipts: 0 }],
  ["blind", "v", { right: 100, wrongReceipts: 1 }],
  ["blind", "w", { right: 115, wrongReceipts: 2 }],
  ["blind", "x", { right: 105, wrongReceipts: 0 }],
  ["blind", "y", { right: 108, wrongReceipts: 1 }],
  ["blind", "z", { right: 99, wrongReceipts: 3 }],
  ["blind", "a", { right: 121, wrongReceipts: 4 }],
  ["blind", "A", { right: 115, wrongReceipts: 0 }],
  ["blind", "B", { right: 107, wrongReceipts: 1 }],
  ["blind", "C", { right: 110, wrongReceipts: 1 }],
  ["blind", "D", { right: 120, wrongReceipts: 1 }],
  ["blind", "E", { right: 115, wrongReceipts: 2 }],
  ["blind", "G", { right: 118, wrongReceipts: 1 }],
  ["near", "F", { right: 471, wrongReceipts: 0 }],
  ["near", "N", { right: 637, wrongReceipts: 218 }],
] as const)(
  "the shipped corpus answers the questions of %s, %s, as well as it ever did",
  (name, letter, floor) => {
    const counts = tally(verdicts(name, letter));
    expect(counts.right).toBeGreaterThanOrEqual(floor.right);
    expect(counts["wrong receipt"]).toBeLessThanOrEqual(floor.wrongReceipts);
  },
);

test("a question that librarians know is answered where they say, or declined with the note that says so", async () => {
  const { questions } = await shipped();
  const astray = questions.filter((question) => {
    const given = answer({ text: question.text });
    const isThere = ({ source, paragraph }: { source: { id: string }; paragraph: number }) =>
      source.id === question.source && paragraph === question.paragraph;
    return question.source.startsWith("notes/")
      ? given.kind === "found" || !given.notes.some(isThere)
      : given.kind !== "found" || !given.findings.some(({ citations }) => citations.some(isThere));
  });
  expect(questions.length).toBeGreaterThan(1000);
  expect(astray.length).toBeLessThanOrEqual(0.01 * questions.length);
});

test("a question that was marked as one to decline is declined with what is nearest", () => {
  const declined = labelled("dev").filter(({ abstain }) => abstain);
  const answers = declined.map(({ q }) => answer({ text: q })).filter(({ kind }) => kind === "not-found");
  expect(answers.length).toBeGreaterThan(0);
  for (const each of answers)
    if (each.kind === "not-found") expect(["not-in-sources", "nothing-asked"]).toContain(each.reason);
});
