import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Params } from "../../src/commands/command.ts";
import { nearestName, readLine, splitText } from "../../src/commands/line.ts";
import { testBot } from "../doubles/bot.ts";

const { commands } = testBot();
const all = { en: "", sv: "", es: "" };
const params: Params = {
  source: { kind: "text", summary: all, required: true, maxLength: 200 },
  paragraph: { kind: "integer", summary: all, required: false, min: 1, max: 9 },
  order: { kind: "choice", summary: all, required: false, choices: ["newest", "best"] },
};

describe("words after a command", () => {
  test.each([
    ["nothing", "", {}],
    ["a text with spaces", "the open letter", { source: "the open letter" }],
    ["a number at the end", "open letter 3", { source: "open letter", paragraph: "3" }],
    [
      "a choice at the end",
      "open letter 3 Newest",
      { source: "open letter", paragraph: "3", order: "Newest" },
    ],
    ["a number within", "3 letters", { source: "3 letters" }],
  ])("are spread over its params: %s", (_, text, args) => {
    expect(splitText(params, text)).toEqual(args);
  });

  test("are all in some argument, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { source = "", paragraph = "", order = "" } = splitText(params, text);
        const put = [source, paragraph, order].join("").replace(/\s/g, "");
        expect(put).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("a line", () => {
  const read = (text: string) => readLine(commands, text);

  test.each([
    ["a question", "Who signed?", "ask", { question: "Who signed?" }],
    ["a question after ask", "ask who signed?", "ask", { question: "who signed?" }],
    [
      "a question that begins like a command",
      "Sources of the letter?",
      "ask",
      { question: "Sources of the letter?" },
    ],
    ["a command's name alone", " Help ", "help", {}],
    ["a command's name in Swedish", "källor", "sources", {}],
    ["a command after a slash", "/sources CBP", "sources", { about: "CBP" }],
    ["a slash alone", "/", "help", {}],
    [
      "a source with its paragraph",
      "/source open letter 2",
      "source",
      { source: "open letter", paragraph: "2" },
    ],
    ["a short command without a slash", "source letter 3", "source", { source: "letter", paragraph: "3" }],
    ["a question that looks like one", "Source code?", "ask", { question: "Source code?" }],
    ["nothing", "", "ask", { question: "" }],
  ])("is %s", (_, text, command, args) => {
    const { language, ...line } = { language: undefined, ...read(text) };
    expect(line).toEqual({ kind: "command", command, args });
    expect(language).toBe(text === "källor" ? "sv" : undefined);
  });

  test.each([
    ["hlep", "help"],
    ["/soruces", "sources"],
    ["/privcy now", "privacy"],
    ["/nothing-like-it", undefined],
  ])("is a slip of the hand: %s", (text, meant) => {
    expect(read(text)).toEqual({ kind: "unknown", meant });
  });

  test("of one unrelated word is a question", () => {
    for (const text of ["asdf", "Palantir", "helping", "👩‍👩‍👧"])
      expect(read(text)).toMatchObject({ command: "ask" });
  });

  test("is read at once, however long", () => {
    const started = performance.now();
    read(`/${"a".repeat(100_000)}`);
    nearestName(["sources"], "b".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(100);
  });
});
