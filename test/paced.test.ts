import { expect, test } from "vitest";
import { createPaced } from "../src/paced.ts";
import { notice, noticeReply } from "../src/reply/notice.ts";
import { plain } from "../src/reply/plain.ts";
import { wordingFor } from "../src/reply/wording/tables.ts";

const answer = noticeReply(wordingFor("en"), "An answer.");

test("thirty answers at once are more than anyone reads, and the next is refused in the asker's language", async () => {
  let now = 0;
  let asked = 0;
  const paced = createPaced(() => now);
  const ask = (who: string, locale?: string) =>
    paced.reply({ who, locale }, async () => {
      asked += 1;
      return answer;
    });
  for (let at = 0; at < 30; at++) expect(await ask("a")).toBe(answer);
  expect(plain(await ask("a", "sv-SE"))).toBe(wordingFor("sv").busy);
  expect(await ask("b")).toBe(answer);
  expect(asked).toBe(31);
  now = 2000;
  expect(await ask("a")).toBe(answer);
});

test("presses count as answers do, and a refused one replaces nothing", async () => {
  const paced = createPaced(() => 0);
  const asker = { who: "a", locale: undefined };
  const press = () => paced.press(asker, async () => ({ reply: answer, replaces: true }));
  for (let at = 0; at < 30; at++) expect(await press()).toEqual({ reply: answer, replaces: true });
  expect(await press()).toEqual({ reply: notice("en", (words) => words.busy), replaces: false });
  expect(plain(await paced.reply(asker, async () => answer))).toBe(wordingFor("en").busy);
});
