import { expect, test } from "vitest";
import type { Answer, Question } from "../../src/model.ts";
import { plain } from "../../src/reply/plain.ts";
import { asker, testBot } from "../doubles/bot.ts";
import { citation } from "../doubles/library.ts";
import { ended, pressLibrary } from "../doubles/press.ts";

const [first] = pressLibrary.sources();
const letter = first && pressLibrary.document(first.id);
if (letter === undefined) throw new Error("the library is empty");

/** Finds something for a question about the letter, more surely the more often it says so. */
function answer(asked: Question[]) {
  return (question: Question): Answer => {
    asked.push(question);
    const hits = question.text.split("letter").length - 1;
    if (hits === 0 || question.text.length > 200 || letter === undefined) return ended;
    const { kind: _, ...base } = { ...ended, confidence: 0.5 + hits / 10 };
    return {
      ...base,
      kind: "found",
      findings: [{ citations: [citation(letter, hits)] }],
      difference: undefined,
    };
  };
}

const find = async (text: string) => {
  const asked: Question[] = [];
  const reply = await testBot({ answer: answer(asked) }).find({ ...asker, text });
  return { text: plain(reply), asked: asked.map((each) => each.text) };
};

test("a short message is asked as it is", async () => {
  const { text, asked } = await find("Was there a letter?");
  expect(asked).toEqual(["Was there a letter?"]);
  expect(text).toContain(letter.passages[0]?.text);
});

test("a long message is asked by the sentence the sources say most about", async () => {
  const filler = "Nothing of this is known. ".repeat(30);
  const { text, asked } = await find(`${filler}There was a letter. The letter is a letter indeed. ${filler}`);
  expect(asked.every((each) => each.length <= 500)).toBe(true);
  expect(asked.length).toBeLessThanOrEqual(40);
  expect(text).toContain(letter.passages[1]?.text);
});

test("a message that the sources do not have is a not-found, an empty one as well", async () => {
  expect((await find("Hello. Good morning.")).text).toContain("Not in our sources.");
  expect((await find("")).text).toContain("Not in our sources.");
});
