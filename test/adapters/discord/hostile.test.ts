import { describe, expect, test } from "vitest";
import { escaped, markdownLine } from "../../../adapters/discord/markdown.ts";
import type { Document } from "../../../src/model.ts";
import { testBot } from "../../doubles/bot.ts";
import { showMarkdown } from "../../doubles/discord/markdown.ts";
import { type OnDiscord, onDiscord } from "../../doubles/discord-bot.ts";
import { citation, document, library, source } from "../../doubles/library.ts";
import { finding, found } from "../../doubles/press.ts";
import { HOSTILE } from "./hostile.ts";

const where = { channel: "500000000000000001", unnamed: undefined };
const seen = (markdown: string) => showMarkdown(markdown, () => "someone");

/** White space at the ends and signs that cannot be seen are not part of what is read. */
const legible = (text: string) => text.replace(/[\u200b\ufeff]/g, "").trim();

test("there are more than two hundred of them", () => {
  expect(new Set(HOSTILE).size).toBeGreaterThan(200);
});

test.each(HOSTILE)("%j is shown letter for letter, and is nothing but text", (text) => {
  for (const around of ["", "before ", "before\n"]) {
    const shown = seen(escaped(around + text));
    expect(legible(shown.text)).toBe(legible(around + text));
    expect([shown.links, shown.mentions, shown.code]).toEqual([[], [], []]);
  }
});

test.each(HOSTILE)("%j stays text in bold, in code and as a link's label", (text) => {
  const line = text.replaceAll("\n", " ");
  const strong = seen(markdownLine([{ kind: "strong", text: line }], where));
  expect(legible(strong.text)).toBe(legible(line));
  const code = seen(markdownLine([{ kind: "code", text: line }], where));
  expect(legible(code.text)).toBe(legible(line));
  const link = seen(markdownLine([{ kind: "link", text: line, url: "https://example.org/a" }], where));
  expect(link.links.map(({ url }) => url)).toEqual(["https://example.org/a"]);
  expect([strong.mentions, code.mentions, link.mentions]).toEqual([[], [], []]);
});

test.each([
  ["https://example.org/a_(b)|c>d", "https://example.org/a_%28b%29|c%3Ed"],
  ["https://example.org/a)b(c", "https://example.org/a%29b%28c"],
  ["https://example.org/ä ö", "https://example.org/%C3%A4%20%C3%B6"],
])("the address %s is linked whole and without a preview", (url, shown) => {
  const { links } = seen(markdownLine([{ kind: "link", text: "link", url }], where));
  expect(links).toEqual([{ text: "link", url: shown, preview: false }]);
});

test.each(["javascript:alert(1)", "http//x", `https://example.org/${"x".repeat(2000)}`])(
  "%s is no address to link",
  (url) => {
    expect(markdownLine([{ kind: "link", text: "link", url }], where)).toBe("link");
  },
);

/** A bot over one document, with every paragraph of it in the answer. */
function botOver(held: Document) {
  const citations = held.passages.map(({ paragraph }) => citation(held, paragraph));
  const [first = citation(held, 1), ...others] = citations;
  const answer = found([finding(first), ...others.slice(0, 2).map((each) => finding(each))], {
    ranked: citations,
  });
  return testBot({ library: library([held]), answer: () => answer });
}

/** Every message that a question, its buttons and its source lead to, in a channel where everyone may be pinged. */
async function everyMessage(on: OnDiscord, question: string) {
  const { discord } = on;
  discord.grant(discord.start.guild, "MentionEveryone");
  await discord.message({ content: question, mentionsBot: true }).reply();
  const asked = discord.slashCommand({ name: "ask", options: { question } });
  await discord.settled({ deadlineMs: 20_000 });
  // a long answer has its buttons under its last part
  const last = asked.replies.at(-1) ?? (await asked.reply());
  for (const { label } of discord.sees(last).buttons) {
    const pressed = discord.press(last, label);
    if (label === "Share…") discord.press(await pressed.reply(), "Post");
  }
  for (const name of ["source", "sources", "help"])
    discord.slashCommand({ name, options: name === "source" ? { source: "press/letter" } : {} });
  await discord.settled({ deadlineMs: 20_000 });
  return discord.world.messages
    .filter(({ author }) => author === discord.bot)
    .map((each) => discord.sees(each));
}

describe("a hostile document", () => {
  const texts = [
    "@everyone @here <@&400000000000000001> <@300000000000000001> read https://evil.example/x",
    "a < b && c > d, `x` ``` ** ** _snake_case_ C:\\path $5 ~ $6 discord.gg/abc",
    "# Heading - item > quote ||spoiler||",
  ];
  const held = document(
    source({
      id: "press/letter",
      title: "@everyone <@&400000000000000001>",
      publisher: "@here **Paper**",
      topics: ["@everyone"],
    }),
    texts,
  );

  test("is shown as it is, and pings, links and formats nothing", async () => {
    const on = await onDiscord({ bot: botOver(held) });
    const messages = await everyMessage(on, "who?");
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.flatMap(({ notified }) => notified)).toEqual([]);
    expect(messages.flatMap(({ mentions }) => mentions)).toEqual([]);
    const live = messages.flatMap(({ links }) =>
      links.filter(({ url, preview }) => preview || url.includes("evil")),
    );
    expect(live).toEqual([]);
    const [answer] = messages;
    for (const text of texts) expect(answer?.text).toContain(text);
    expect(on.discord.refusedRequests).toEqual([]);
  });

  test("does not ping by a question, either", async () => {
    const on = await onDiscord({ bot: botOver(held) });
    const messages = await everyMessage(on, texts[0] ?? "");
    expect(messages.flatMap(({ notified }) => notified)).toEqual([]);
  });
});

describe("a very long document", () => {
  const blocks = [
    "x".repeat(5000),
    Array.from({ length: 1000 }, (_, at) => `w${at}`).join(" "),
    "👩‍👩‍👧‍👦".repeat(450),
    "*_`~|".repeat(1000),
  ];
  const held = document(source({ id: "press/letter", title: "T".repeat(300) }), blocks);

  test("comes in parts of which none is refused, in order and whole where only one is asked for", async () => {
    const on = await onDiscord({ bot: botOver(held) });
    const { discord } = on;
    for (const [at, block] of blocks.entries()) {
      const asked = discord.slashCommand({ name: "source", options: { source: `press/letter#${at + 1}` } });
      await asked.reply();
      await discord.settled({ deadlineMs: 20_000 });
      expect(asked.replies.length).toBeLessThanOrEqual(4);
      const text = asked.replies.map((each) => discord.sees(each).text).join("\n");
      // each paragraph has neighbours, which may be shortened to fit; no character is ever broken
      expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      expect(text.replace(/\s/g, "")).toContain(block.replace(/\s/g, "").slice(0, 40));
    }
    expect(discord.refusedRequests).toEqual([]);
  });

  test("is answered about within the limits by every way in", async () => {
    const on = await onDiscord({ bot: botOver(held) });
    await everyMessage(on, "who?");
    expect(on.discord.refusedRequests).toEqual([]);
    expect(on.logged).toEqual([]);
  });
});

describe("questions in any script", () => {
  test.each([
    "谁签了这封信?",
    "誰が署名しましたか",
    "من وقّع الرسالة؟",
    "पत्र पर किसने हस्ताक्षर किए?",
    "ใครลงนาม",
    "👩‍👩‍👧‍👦?",
    "é".normalize("NFD"),
    "x".repeat(500),
  ])("%s is answered", async (question) => {
    const on = await onDiscord();
    const command = await on.discord.slashCommand({ name: "ask", options: { question } }).reply();
    const mention = await on.discord.message({ content: question, mentionsBot: true }).reply();
    for (const each of [command, mention]) expect(on.discord.sees(each).text).not.toBe("");
    expect(on.discord.refusedRequests).toEqual([]);
  });

  test("a question that is too long is told so, in the interface's language", async () => {
    const on = await onDiscord();
    const mention = await on.discord.message({ content: "why ".repeat(400), mentionsBot: true }).reply();
    expect(on.discord.sees(mention).text).toContain("a question has at most 500");
    const swedish = await on.discord.slashCommand({ name: "help", locale: "sv-SE" }).reply();
    expect(on.discord.sees(swedish).text).toContain("Jag svarar med");
  });
});
