import fc from "fast-check";
import { expect, test } from "vitest";
import { findCandidates, findLikely } from "../../src/answer/candidates.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import { labelled, shipped, shippedCorpus } from "../doubles/shipped.ts";

const corpus = shippedCorpus(await shipped());
const tools = createAnswerTools(corpus);
const questions = labelled("dev").map(({ q }) => q);

test("the likely candidates are some of all, with the same evidence and features", () => {
  fc.assert(
    fc.property(fc.constantFrom(...questions), (text) => {
      const reading = readQuestion(text, "en", tools);
      const all = findCandidates(reading, tools, corpus.works).candidates;
      const likely = findLikely(reading, tools, corpus.works).candidates;
      expect(likely.length).toBeGreaterThanOrEqual(Math.min(all.length, 8));
      expect(likely).toEqual(all.filter(({ passage }) => likely.some((each) => each.passage === passage)));
    }),
    { numRuns: 60 },
  );
});

test("what is known to answer a question like the one asked is always likely", () => {
  for (const text of questions.slice(0, 40)) {
    const reading = readQuestion(text, "en", tools);
    const known = findCandidates(reading, tools, corpus.works).candidates.filter(
      ({ evidence }) => evidence.alike.length > 0,
    );
    const likely = findLikely(reading, tools, corpus.works).candidates.map(({ passage }) => passage);
    expect(known.filter(({ passage }) => !likely.includes(passage))).toEqual([]);
  }
});
