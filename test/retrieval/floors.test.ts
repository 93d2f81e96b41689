import { expect, test } from "vitest";
import { answerJson } from "../../adapters/terminal/json.ts";
import { createAnswering } from "../../src/answer/answer.ts";
import { labelled, shipped, shippedCorpus } from "../doubles/shipped.ts";
import { judge, tally } from "../eval/judge.ts";
import type { AnswerLine } from "../eval/product.ts";

const answer = createAnswering(shippedCorpus(await shipped()));

function verdicts(name: "dev" | "own") {
  return labelled(name).map((question) => {
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
  ["dev", { right: 75, wrongReceipts: 0 }],
  ["own", { right: 509, wrongReceipts: 29 }],
] as const)("the shipped corpus answers the questions of %s as well as it ever did", (name, floor) => {
  const counts = tally(verdicts(name));
  expect(counts.right).toBeGreaterThanOrEqual(floor.right);
  expect(counts["wrong receipt"]).toBeLessThanOrEqual(floor.wrongReceipts);
});

test("a question that was marked as one to decline is declined with what is nearest", () => {
  const declined = labelled("dev").filter(({ abstain }) => abstain);
  const answers = declined.map(({ q }) => answer({ text: q })).filter(({ kind }) => kind === "not-found");
  expect(answers.length).toBeGreaterThan(0);
  for (const each of answers)
    if (each.kind === "not-found") expect(["not-in-sources", "nothing-asked"]).toContain(each.reason);
});
