import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, type Part, pack, split } from "../../src/reply/pack.ts";

const part = (text: string, tail = "", weight = 1): Part => ({ text, tail, weight });
const lengthOf = (message: readonly Part[]) =>
  message.map(({ text, tail }) => [text, tail].filter(Boolean).join("\n")).join("\n\n").length;

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(fc.constantFrom("```\n", "~~~\n", "word ", "👩‍👩‍👧‍👦", "é", "\n", "日本語", "a"), {
      maxLength: 150,
    })
    .map((all) => all.join("")),
);
const anyPart = fc.record({
  text: anyText,
  tail: fc.string({ maxLength: 60 }),
  weight: fc.integer({ min: 0, max: 5 }),
});
const anyLimit = fc.record({
  characters: fc.integer({ min: 100, max: 600 }),
  messages: fc.integer({ min: 1, max: 5 }),
});

describe("pack", () => {
  test("keeps what fits as it is, in one message", () => {
    const parts = [part("one"), part("two", "source")];
    expect(pack(parts, { characters: 100, messages: 1 })).toEqual([parts]);
  });

  test("drops the lightest part first and keeps every citation", () => {
    const parts = [
      part("a".repeat(80), "source A", 9),
      part("b".repeat(60), "", 2),
      part("c".repeat(60), "", 1),
    ];
    const [message] = pack(parts, { characters: 160, messages: 1 });
    expect(message?.map(({ text }) => text[0])).toEqual(["a", "b"]);
  });

  test("goes on in the next message rather than losing words", () => {
    const words = "word ".repeat(60);
    const messages = pack([part(words, "source")], { characters: 120, messages: 5 });
    expect(
      messages
        .flat()
        .map(({ text }) => text)
        .join(""),
    ).toBe(words);
    expect(messages.at(-1)?.at(-1)?.tail).toBe("source");
  });

  test("never passes a limit, and never loses a citation that could be kept", () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 8 }), anyLimit, (parts, limit) => {
        const messages = pack(parts, limit);
        expect(messages.length).toBeLessThanOrEqual(limit.messages);
        for (const message of messages) expect(lengthOf(message)).toBeLessThanOrEqual(limit.characters);
        const tails = parts.map(({ tail }) => tail).filter(Boolean);
        const room = tails.reduce((sum, tail) => sum + tail.length + 43, 0) <= limit.characters;
        const shown = messages.flat().map(({ tail }) => tail);
        if (room) expect(shown.filter(Boolean)).toEqual(tails);
      }),
    );
  });
});

describe("split", () => {
  test("closes a code fence at the end of a piece and opens it again in the next", () => {
    expect(split("```ts\nfirst line\nsecond line\n```", 26)).toMatchInlineSnapshot(`
      [
        "\`\`\`ts
      first line

      \`\`\`",
        "\`\`\`ts
      second line
      \`\`\`",
      ]
    `);
  });

  test("keeps every piece within its length and every character whole", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 200 }), (text, length) => {
        const pieces = split(text, length);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(length);
          expect(Buffer.from(piece).toString()).toBe(piece);
        }
        if (!/```|~~~/.test(text)) expect(pieces.join("")).toBe(text);
      }),
    );
  });

  test("leaves no fence open in any piece", () => {
    const lines = fc.array(fc.constantFrom("let a = 1;", "", "// two"), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lines, (all) => {
        const text = `before\n\`\`\`\n${all.join("\n")}\n\`\`\`\nafter`;
        for (const piece of split(text, 60)) expect((piece.match(/^```/gm) ?? []).length % 2).toBe(0);
      }),
    );
  });
});

describe("cut", () => {
  test("ends in an ellipsis, between words", () => {
    expect(cut("one two three four", 12)).toBe("one two…");
  });

  test("does not halve a family", () => {
    expect(cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 14)).toBe("👩‍👩‍👧‍👦…");
  });

  test("stays within its length, whatever the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 200 }), (text, length) => {
        expect(cut(text, length).length).toBeLessThanOrEqual(length);
      }),
    );
  });
});
