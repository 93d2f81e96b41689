import { PassThrough, Readable } from "node:stream";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { harmless, onScreen, type Screen } from "../../../adapters/terminal/screen.ts";
import { answerOnce, converse } from "../../../adapters/terminal/terminal.ts";
import { welcomeReply } from "../../../src/commands/help.ts";
import type { Reply } from "../../../src/model.ts";
import { asker, testBot } from "../../doubles/bot.ts";
import { pressLibrary, signers } from "../../doubles/press.ts";

const pipe: Screen = { colour: false, columns: undefined, widthOf: stringWidth, folder: "knowledge" };
const narrow: Screen = { ...pipe, columns: 48 };
const welcome = welcomeReply(pressLibrary.sources());
const bot = testBot({ answer: () => signers });

async function talk(typed: readonly string[], interactive = false, screen = pipe): Promise<string> {
  const output = new PassThrough({ encoding: "utf8" });
  const input = Readable.from(typed.map((line) => `${line}\n`));
  const talking = interactive ? PassThrough.from(input) : input;
  await converse(bot, { input: talking, output, screen, interactive, welcome });
  return output.end().read() ?? "";
}

const paragraph = (text: string): Reply => ({
  audience: "asker",
  language: "en",
  blocks: [{ kind: "paragraph", text: [{ kind: "text", text }] }],
  actions: [],
});

describe("a reply in a terminal", () => {
  test("is wrapped to its width, and says which lines of which file to open", async () => {
    expect(onScreen(await bot.say({ ...asker, text: "how many?" }), narrow)).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed
      the letter to Marc Benioff when BuzzFeed News
      reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed
      News, June 2018, “Employees Of Another Major
      Tech Company Are Petitioning Government
      Contracts” (https://example.org/press/letter).
      Summary paragraph 1.
      knowledge/press/letter.md:12
      Less exact elsewhere: hundreds (our summary of
      The Hill, September 2018,
      https://example.org/press/meeting).
      True as of June 2018; our sources on this end on
      25 September 2018."
    `);
  });

  test("leaves addresses and paths whole, so that they can be opened", async () => {
    const text = onScreen(await bot.say({ ...asker, text: "how many?" }), { ...pipe, columns: 20 });
    expect(text).toContain("(https://example.org/press/letter).");
    expect(text).toContain("\nknowledge/press/letter.md:12");
  });

  test("has colours only where they are wanted", async () => {
    const reply = await bot.say({ ...asker, text: "how many?" });
    expect(onScreen(reply, { ...pipe, colour: true })).toContain("\u001b[1mMore than 650");
    expect(onScreen(reply, pipe)).not.toContain("\u001b");
  });

  test("counts wide characters as two columns, and cuts none", () => {
    const lines = onScreen(paragraph("日本語".repeat(20)), { ...pipe, columns: 20 }).split("\n");
    expect(lines.map((line) => stringWidth(line))).toEqual([20, 20, 20, 20, 20, 20]);
    expect(onScreen(paragraph("👩‍👩‍👧‍👦".repeat(12)), { ...pipe, columns: 20 }).split("\n")[0]).toBe(
      "👩‍👩‍👧‍👦".repeat(10),
    );
  });

  test("never passes its width, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 20, max: 60 }),
        (text, columns) => {
          fc.pre(!text.includes("://"));
          for (const line of onScreen(paragraph(text), { ...pipe, columns }).split("\n")) {
            expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });

  test("lets no text move the cursor or turn around what follows", () => {
    const hostile = "a\u001b[2Jb\u001b]0;title\u0007c\u009b31md\u202ee\u0000f\rg\u200eh\u001b";
    expect(harmless(hostile)).toMatch(/^a.*b.*c.*d.*e.*f\ng.*h$/s);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(onScreen(paragraph(text), pipe)).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe("a conversation", () => {
  test("through a pipe has one answer a line and nothing else", async () => {
    expect(await talk(["how many?", "/nothing", ""])).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      knowledge/press/letter.md:12
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, https://example.org/press/meeting).
      True as of June 2018; our sources on this end on 25 September 2018.

      ---
      There is no such command. There are: ask, sources, source, help, privacy.

      ---
      More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      knowledge/press/letter.md:12
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, https://example.org/press/meeting).
      True as of June 2018; our sources on this end on 25 September 2018.
      "
    `);
  });

  test("knows the buttons of the last answer by their names", async () => {
    const said = await talk(["how many?", "more", "Context", "something wrong?"]);
    expect(said).toContain("Further passages, best first.");
    expect(said).toContain("(the cited one)");
    expect(said).toContain("Please compare with the published work:");
  });

  test("at a prompt begins with three questions, which their numbers ask", async () => {
    const said = await talk(["1"], true);
    expect(said).toContain("1. How many Salesforce employees signed the letter?");
    expect(said).toContain("Your question: ");
    expect(said).toContain("More than 650 Salesforce employees");
    expect(said).toContain("You can also type: more, context, something wrong?");
  });

  test("ends with its input", async () => {
    expect(await talk([])).toBe("");
  });

  test("of one question is one answer, also when it is called like a command", async () => {
    const output = new PassThrough({ encoding: "utf8" });
    await answerOnce(bot, "help", { input: Readable.from([]), output, screen: pipe });
    expect(output.end().read()).toContain("More than 650");
  });
});
