import { expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { shipped, shippedCorpus } from "../doubles/shipped.ts";

const WHO = [
  ["Salesforce", "CBP"],
  ["Microsoft", "ICE"],
  ["Amazon", "ICE"],
  ["Palantir", "ICE"],
  ["Benioff", "the Border Patrol"],
  ["Nadella", "ICE"],
  ["Bezos", "Palantir"],
] as const;
const PRESUMING: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `Why did ${a} cancel the contract with ${b}?`,
  (a, b) => `When did ${a} end its deal with ${b}?`,
  (a, b) => `what made ${a} drop the contract with ${b}`,
  (a, b) => `what made ${a} give up the ${b} contract`,
  (a, b) => `why did ${a} stop working with ${b}`,
  (a, b) => `When did ${a} terminate its ${b} contract?`,
  (a, b) => `why has ${a} cut ties with ${b}`,
  (a, b) => `How did workers get ${a} to drop ${b}?`,
  (a) => `Why did ${a} apologize to the employees?`,
  (a) => `why did ${a} fire the employees who signed the letter`,
  (a) => `when did ${a} agree to the demands`,
  (a, b) => `When did ${a} sue ${b}?`,
  (a) => `why did ${a} sign the petition`,
  (a, b) => `Varför avslutade ${a} kontraktet med ${b}?`,
  (a, b) => `När bröt ${a} med ${b}?`,
  (a, b) => `Varför sade ${a} upp avtalet med ${b}?`,
  (a, b) => `Vad fick ${a} att lämna ${b}?`,
  (a) => `När bad ${a} om ursäkt?`,
  (a, b) => `¿Por qué canceló ${a} el contrato con ${b}?`,
  (a, b) => `¿Cuándo rompió ${a} con ${b}?`,
  (a, b) => `¿Por qué terminó ${a} su acuerdo con ${b}?`,
  (a) => `¿Cuándo pidió perdón ${a}?`,
];

test("what no source reports is not answered as if it were true, whoever asks when or why it was done", async () => {
  const answer = createAnswering(shippedCorpus(await shipped()));
  const asked = WHO.flatMap(([a, b]) => PRESUMING.map((question) => question(a, b)));
  const answered = asked.filter((text) => answer({ text }).kind === "found");
  expect(asked.length).toBeGreaterThan(150);
  expect(answered.length, answered.join("\n")).toBeLessThanOrEqual(4);
});
