import { expect, test } from "vitest";
import type { ActionKind, Press } from "../../src/model.ts";
import { isActionKind, isForAll, mayReplace } from "../../src/reply/buttons.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import { asker, channelDouble, pressOf, testBot } from "../doubles/bot.ts";
import { signers } from "../doubles/press.ts";

// the keys of the wording's table are action kinds, which Object.keys forgets
const kinds = Object.keys(wordingFor("en").actions) as readonly ActionKind[];

test.each(kinds)("%s replaces its message only if platforms are told that it may", async (kind) => {
  const bot = testBot({ answer: () => signers, staffed: true });
  const channel = channelDouble();
  const answer = await bot.handle({ ...asker, command: "ask", args: { question: "who signed?" } });
  const share = pressOf(answer, "share");
  const press: Press = { ...share, action: kind, keys: kind === "take-back" ? ["en", "P1"] : share.keys };
  expect((await bot.press(press, channel)).replaces).toBe(mayReplace(kind));
});

test("a stranger's button is none of ours, and only a confirmed share is seen by all", () => {
  expect(kinds.every(isActionKind)).toBe(true);
  expect(["", "constructor", "delete"].filter(isActionKind)).toEqual([]);
  expect(kinds.filter(isForAll)).toEqual(["share-confirmed"]);
});
