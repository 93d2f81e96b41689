import { describe, expect, test } from "vitest";
import { createAnswering } from "../../src/answer/answer.ts";
import { explain } from "../../src/answer/explain.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { createAnswerTools } from "../../src/answer/tools.ts";
import type { KnownQuestion } from "../../src/model.ts";
import { corpusOf, HARBOUR, textDocument } from "../doubles/corpus.ts";

const OPERA = textDocument({ id: "press/opera", title: "News" }, [
  "The opera of Lund opened again in May 2019. Its roof was painted green.",
  "The theatre of Lund lost money.",
]);
const NOTES = textDocument({ id: "notes/gaps", title: "Gaps", kind: "note" }, [
  "None of these sources says what the repair of the opera in Lund cost.",
]);
const opened = { source: "press/opera", paragraph: 1, sentence: 0 };
const painted = { source: "press/opera", paragraph: 1, sentence: 1 };
const cost = { source: "notes/gaps", paragraph: 1, sentence: 0 };

function answering(...questions: readonly KnownQuestion[]) {
  const corpus = corpusOf([...HARBOUR, OPERA, NOTES]);
  corpus.setQuestions(questions);
  const answer = createAnswering(corpus);
  return {
    corpus,
    quote: (text: string) => {
      const found = answer({ text });
      return found.kind === "found" ? found.findings[0].citations[0].quote : undefined;
    },
    notes: (text: string) => answer({ text }).notes.map(({ quote }) => quote),
  };
}

const OPENED = "The opera of Lund opened again in May 2019.";

describe("a question in words that no text has", () => {
  const text = "When did singers come home?";

  test("is not answered", () => expect(answering().quote(text)).toBeUndefined());

  test("is answered by the sentence that librarians know to answer it", () => {
    const { quote } = answering({ text: "when did singers come home", ...opened });
    expect(quote(text)).toBe(OPENED);
    expect(quote("WHEN DID SINGERS, COME HOME")).toBe(OPENED);
  });

  test("is answered by another sentence once that is known to", () => {
    expect(answering({ text, ...painted }).quote(text)).toBe("Its roof was painted green.");
  });

  test("is known in other languages, too", () => {
    expect(answering({ text: "när kom sångarna hem", ...opened }).quote("När kom sångarna hem?")).toBe(
      OPENED,
    );
  });

  test("is not answered where the source has gone", () => {
    const { corpus, quote } = answering({ text, ...opened });
    corpus.remove("press/opera");
    expect(quote(text)).toBeUndefined();
  });
});

test("a question that only shares a word with a known one is not answered by it", () => {
  const { quote } = answering({ text: "when did singers come home", ...opened });
  expect(quote("When did the miners come to the mountain?")).toBeUndefined();
});

test("the same words in another kind of question are not the same question", () => {
  const { quote } = answering({ text: "why did singers come home", ...painted });
  expect(quote("Why did singers come home?")).toBe("Its roof was painted green.");
  expect(quote("Who of the singers did come home?")).toBeUndefined();
});

test("what is known of one name is not said of another", () => {
  const { corpus } = answering({ text: "who runs the harbour at Norvik", ...opened });
  const alike = (text: string) =>
    explain({ text }, corpus).closest.flatMap(({ sentence }) =>
      sentence.filter(({ feature }) => feature === "s.alike").map(({ value }) => value),
    );
  expect(Math.max(...alike("who runs the harbour at Norvik"))).toBe(1);
  expect(Math.max(...alike("who runs the harbour at Gdansk"))).toBeLessThan(0.6);
});

describe("a question that no source answers", () => {
  const text = "How expensive was the opera of Lund?";

  test("is declined with its note when librarians know it", () => {
    const { quote, notes } = answering({ text, ...cost });
    expect(quote(text)).toBeUndefined();
    expect(notes(text)).toEqual(["None of these sources says what the repair of the opera in Lund cost."]);
  });

  test("in other words than the very same does not keep a sentence that has all of them from answering", () => {
    const { quote } = answering({ text: "again did the opera of Lund open in May 2019", ...cost });
    expect(quote("Did the opera of Lund open again in May 2019?")).toBe(OPENED);
    expect(quote("Again did the opera of Lund open in May 2019?")).toBeUndefined();
  });

  test("is declined in other words, too, where the note says more of it than a sentence does", () => {
    const asked = "What was the price of opening the opera of Lund again?";
    const known = { text: "price of the opera repair in Lund", ...cost };
    expect(answering().quote(asked)).toBe(OPENED);
    expect(answering(known).quote(asked)).toBeUndefined();
    expect(answering(known).quote("When did the opera of Lund open again?")).toBe(OPENED);
    expect(
      answering(known).quote("What was the price of opening the opera of Gdansk again?"),
    ).toBeUndefined();
  });

  test("is no word on what is named beside it", () => {
    const { corpus } = answering({ text: "was it Norvik whose opera opened", ...cost });
    const noted = (text: string) => readQuestion(text, "en", createAnswerTools(corpus)).likenesses.noted;
    expect(noted("Was it Norvik whose opera opened?")).toBe(1);
    expect(noted("Was it Norvik or Gdansk whose opera opened?")).toBeLessThan(0.6);
  });

  test("does not keep a sentence that has all of its words from answering", () => {
    const { quote } = answering({ text: "when did the old opera of Lund open", ...cost });
    expect(quote("When did the opera of Lund open again?")).toBe(OPENED);
  });
});

test("what has no known questions is answered as before", () => {
  const texts = ["Who signed a letter to the mayor?", "What did the theatre lose?"];
  const [without, elsewhere] = [answering(), answering({ text: "which colour has the opera", ...painted })];
  expect(texts.map(elsewhere.quote)).toEqual(texts.map(without.quote));
});

describe("beside an answer, a note that nobody tells something", () => {
  const gap = { text: "what did the repair of the opera of Lund cost", ...cost };
  const { notes, quote } = answering(gap);

  test("is left out where the answer has all that was asked", () => {
    expect(quote("When did the opera of Lund open again?")).toBe(OPENED);
    expect(notes("When did the opera of Lund open again?")).toEqual([]);
  });

  test("is shown where it speaks of what the answer lacks", () => {
    const text = "When, after its repair, did the opera of Lund open again?";
    expect(quote(text)).toBe(OPENED);
    expect(notes(text)).toEqual(["None of these sources says what the repair of the opera in Lund cost."]);
  });

  test("is shown for its words where no question stands under it", () => {
    expect(answering().notes("What of the opera of Lund?")).toHaveLength(1);
  });
});

test("an explanation names the known question, and its parts still add up", () => {
  const { corpus } = answering({ text: "when did singers come home", ...opened });
  const [best] = explain({ text: "When did singers come home?" }, corpus).closest;
  expect(best?.known).toMatchObject({ text: "when did singers come home", likeness: 1 });
  const sum = best?.sentence.reduce((total, { points }) => total + points, 0);
  expect(sum).toBeCloseTo(best?.score ?? 0, 9);
  expect(explain({ text: "What did the theatre lose?" }, corpus).closest[0]?.known).toBeUndefined();
});
