import { expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import type { Document } from "../../src/model.ts";
import { corpusOf, textDocument } from "../doubles/corpus.ts";

const DEEDS = "apply register report appeal renew cancel transfer declare".split(" ");
const THINGS = "permit licence pension allowance grant benefit refund certificate".split(" ");
const PEOPLE = "applicant parent employer student tenant driver patient owner".split(" ");

/** Pages of which each says much the same of something else: any question meets something in them. */
const ALIKE: readonly Document[] = Array.from({ length: 40 }, (_, i) => {
  const pick = (list: readonly string[], step: number) => list[Math.floor(i * step) % list.length] ?? "";
  const [deed, thing, person] = [pick(DEEDS, 1), pick(THINGS, 0.7), pick(PEOPLE, 1.9)];
  return textDocument({ id: `pages/${i}`, title: `How to ${deed}` }, [
    `The ${person} must ${deed} for the ${thing} before the last day of the month by letter or on the website.`,
    `Whoever wants to ${pick(DEEDS, 2.3)} a ${pick(THINGS, 3.1)} sends the form with the ${thing} to the office of the ${person}.`,
    `A ${thing} can be refused when the ${person} did not ${deed} it in time; the office then sends a decision by letter.`,
  ]);
});

/** Pages that have no word in common. */
const APART: readonly Document[] = Array.from({ length: 40 }, (_, i) => {
  const made = (n: number) => `${"bcdfghklmnprst".charAt((i + n) % 14)}${"aeiou".charAt(n % 5)}x${i}${n}`;
  return textDocument({ id: `pages/${i}`, title: made(0) }, [
    Array.from({ length: 9 }, (_, n) => made(n + 1)).join(" "),
    Array.from({ length: 9 }, (_, n) => made(n + 20)).join(" "),
  ]);
});

function raised(documents: readonly Document[]): number {
  const answer = createAnswering(corpusOf(documents));
  for (const _ of answer.prepare());
  return answer.raised();
}

test("more is asked of an answer where any question meets something", () => {
  expect(raised(ALIKE)).toBeGreaterThan(0.5);
  expect(raised(APART)).toBeLessThan(0);
});

test("a few sources say nothing about style", () => expect(raised(ALIKE.slice(0, 9))).toBe(0));

test("it does not matter in which order the sources came", () => {
  expect(raised([...ALIKE].reverse())).toBe(raised(ALIKE));
});

test("an answer is judged as in any corpus until the corpus was learnt, and again as it changes", () => {
  const corpus = corpusOf(ALIKE);
  const answer = createAnswering(corpus);
  const sure = () => answer({ text: "Who must register for the pension?" }).confidence;
  const before = sure();
  const learn = () => [...answer.prepare()].length;
  expect(learn()).toBeGreaterThan(100);
  const after = sure();
  expect(after).toBeLessThan(before);
  expect(learn()).toBe(0);
  for (const { source } of ALIKE.slice(5)) corpus.remove(source.id);
  expect(learn()).toBe(0);
  corpus.put(ALIKE[5] as Document);
  learn();
  const few = createAnswering(corpusOf(ALIKE.slice(0, 6)));
  expect(sure()).toBeCloseTo(few({ text: "Who must register for the pension?" }).confidence, 9);
});
