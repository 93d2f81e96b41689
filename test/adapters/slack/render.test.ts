import { describe, expect, test } from "vitest";
import { clean } from "../../../adapters/slack/escape.ts";
import { renderSlack, renderView } from "../../../adapters/slack/render.ts";
import type { Action, Block, Reply } from "../../../src/model.ts";
import { citation, document, library, source } from "../../doubles/library.ts";
import { buzzfeed, finding, found } from "../../doubles/press.ts";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { validateMessage, validateView } from "../../doubles/slack/limits.ts";
import { readPayload } from "../../doubles/slack/reader.ts";
import { hostile } from "./hostile.ts";
import { settled, startBot, wrongs } from "./slack-bot.ts";

const reply = (blocks: readonly Block[], actions: readonly Action[] = []): Reply => ({
  audience: "asker",
  language: "en",
  blocks,
  actions,
});

const words = (text: string, verbatim = false, label = text): Block => ({
  kind: "finding",
  ordinal: undefined,
  side: undefined,
  words: text,
  language: "en",
  verbatim,
  labels: [
    [
      { kind: "text", text: `Label: ${label}.` },
      { kind: "link", text: "link", url: "https://example.org/a|b>c" },
    ],
  ],
  at: [],
});

const everywhere = (text: string): Reply =>
  reply(
    [
      { kind: "heading", text },
      {
        kind: "paragraph",
        text: [
          { kind: "text", text },
          { kind: "strong", text },
          { kind: "code", text },
        ],
      },
      { kind: "list", ordered: true, items: [[{ kind: "text", text }]] },
      words(text),
      words(text, true),
      { kind: "fine", text: [{ kind: "text", text }] },
    ],
    [{ kind: "ask-example", label: text, keys: ["en", "=x"] }],
  );

const render = (of: Reply) => renderSlack(of, { channel: general });
const read = (of: Reply) =>
  render(of).map((message) => readPayload({ ...message, parse: "none" }, ["general", "librarians"]));

/** Without what takes no place on the screen. */
const seenAs = (text: string) => clean(text).replace(/[\u200b\u2060]/g, "");

describe("an address", () => {
  const labelled = (url: string): Reply =>
    reply([
      { kind: "paragraph", text: [{ kind: "link", text: "link", url }] },
      { kind: "fine", text: [{ kind: "link", text: "link", url }] },
    ]);

  test.each([
    "https://example.edu/~alice/letter",
    "https://example.edu/~alice/b~/c",
    "https://en.example.org/wiki/_It_",
    "https://example.org/*star*/",
    "https://example.org/Talk:a:b",
    "https://example.org/`x`",
  ])("written out for screen readers leads where its link leads: %s", (url) => {
    const [seen] = read(labelled(url));
    const decoded = (address: string) => decodeURIComponent(new URL(address).href);
    const [message] = render(labelled(url));
    const written = message?.text.split("\n") ?? [];
    expect(written.map(decoded)).toEqual([decoded(url), decoded(url)]);
    expect(seen?.notification).toBe(message?.text);
    expect(seen?.liveLinks.map((link) => decoded(link.url))).toEqual([decoded(url), decoded(url)]);
  });

  test("that is too long to be followed is shown", () => {
    const long = `https://example.org/${"a".repeat(2500)}`;
    const [seen] = read(reply([{ kind: "paragraph", text: [{ kind: "link", text: "link", url: long }] }]));
    expect(seen?.text).toBe(long);
    expect(seen?.liveLinks).toEqual([]);
  });
});

describe("a text that would come alive", () => {
  test("is one of more than two hundred", () => {
    expect(new Set(hostile).size).toBeGreaterThan(200);
  });

  test.each(hostile)("is shown as it is and stays dead: %j", (text) => {
    for (const message of render(everywhere(text))) expect(validateMessage({ ...message })).toEqual([]);
    const [seen] = read(everywhere(text));
    expect(seen?.liveMentions).toEqual([]);
    expect(seen?.liveEmoji).toEqual([]);
    expect(new Set(seen?.liveLinks.map(({ label }) => label))).toEqual(new Set(["link"]));
    // in rich text it is letter by letter what the source has
    expect(seenAs(seen?.text ?? "").split(seenAs(text)).length).toBeGreaterThanOrEqual(6);
    expect(seen?.notification.replaceAll("\u02cb", "`")).toContain(seenAs(text));
  });

  test("in a document and a question stays dead on its way through the bot", async () => {
    const evil = hostile.slice(0, 40);
    const documents = evil.map((text, at) =>
      document(
        source({ id: `evil/e${at}`, title: `Title ${text}`, publisher: `Paper ${text}`, kind: "document" }),
        [`Words ${text} signed.`],
      ),
    );
    const all = library(documents);
    const { slack } = await startBot({
      library: all,
      answer: ({ text }) => {
        const one = documents[Number(/\d+/.exec(text)?.[0])] ?? buzzfeed;
        return found([finding(citation(one, 1))]);
      },
    });
    for (const [at, text] of evil.entries()) {
      slack.mention({ text: `${at} ${text}`, user: `U0PERSON${at}` });
      slack.slashCommand({ command: "/receipts", text: `sources ${text}`, user: `U0PERSON${at}` });
      slack.slashCommand({ command: "/receipts", text: `source evil/e${at} 1`, user: `U0PERSON${at}` });
    }
    const answers = () => slack.workspace.messages.filter(({ user }) => user === slack.botUserId);
    const all3 = () => answers().length >= 3 * evil.length;
    await slack.until(all3, { what: "three answers to each", withinMs: 20_000 });
    await settled(slack);
    const shown = answers();
    for (const message of shown) {
      const seen = slack.read(message);
      expect(seen.liveMentions).toEqual([]);
      expect(seen.liveEmoji).toEqual([]);
      expect(seen.liveLinks.filter(({ url }) => !url.startsWith("https://example.org/"))).toEqual([]);
    }
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("a long reply", () => {
  const paragraphs = (count: number, text: string): readonly Block[] =>
    Array.from({ length: count }, () => words(text));

  test.each([
    ["one long paragraph without spaces", [words("x".repeat(12_000))]],
    ["sixty thousand characters", paragraphs(12, "A sentence of some length. ".repeat(185))],
    ["signs that escaping makes five times as long", [words("&".repeat(5000)), words("<*_`>".repeat(1000))]],
    ["a hundred short findings", paragraphs(100, "Short.")],
    ["families and flags", [words("👩‍👩‍👧‍👦🇸🇪".repeat(700))]],
    ["code fences", [words(`${"```js\nlet a = `b`;\n".repeat(400)}\`\`\``)]],
    [
      "a long list",
      [
        {
          kind: "list",
          ordered: false,
          items: Array.from({ length: 300 }, () => [{ kind: "text", text: "An item of the list" }]),
        },
      ],
    ],
  ] satisfies [string, readonly Block[]][])(
    "of %s fits into three messages that Slack takes",
    (_, blocks) => {
      const messages = render(reply(blocks, [{ kind: "context", label: "Context", keys: ["en", "k"] }]));
      expect(messages.length).toBeLessThanOrEqual(3);
      for (const message of messages) {
        expect(validateMessage({ ...message })).toEqual([]);
        expect(message.text).not.toMatch(
          /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
        );
      }
      expect(messages.at(-1)?.blocks.at(-1)?.type).toBe("actions");
    },
  );

  test("keeps its citations and drops what matters least", () => {
    const fill: Block = {
      kind: "list",
      ordered: false,
      items: [[{ kind: "text", text: "z".repeat(30_000) }]],
    };
    const [seen, ...others] = read(reply([fill, words("The finding.")]));
    expect(others).toEqual([]);
    expect(seen?.text).toContain("Label: The finding..");
    expect(seen?.text).not.toContain("zzz");
  });

  test("goes on in order, nothing left out, when it fits into three", () => {
    const text = Array.from({ length: 1200 }, (_, at) => `word${at}`).join(" ");
    const seen = read(reply([words(text, false, "short")])).map((each) => each.text.split("\nLabel")[0]);
    expect(seen.join("")).toBe(text);
  });

  test("in a view is cut to what a view may hold", () => {
    const blocks = renderView(reply(paragraphs(60, "A sentence of some length. ".repeat(100))));
    expect(validateView({ type: "home", blocks })).toEqual([]);
  });

  test("through Context and source arrives whole or cut, never refused", async () => {
    const giant = document(source({ id: "evil/giant", title: "T".repeat(200), kind: "document" }), [
      "b".repeat(5000),
      "<!channel> & `code` ".repeat(250),
      "c".repeat(5000),
    ]);
    const { slack } = await startBot({
      library: library([giant]),
      answer: () => found([finding(citation(giant, 2))]),
    });
    slack.slashCommand({ command: "/ask", text: "anything" });
    slack.slashCommand({ command: "/receipts", text: "source evil/giant 2" });
    await settled(slack);
    for (const message of slack.shownTo(alice))
      if (slack.read(message).buttons.length > 0) slack.press(message, "Context");
    await settled(slack);
    expect(slack.shownTo(alice).length).toBeGreaterThan(4);
    expect(slack.shownTo(alice).flatMap((each) => slack.read(each).liveMentions)).toEqual([]);
    expect(wrongs(slack)).toEqual([]);
  });
});

describe("buttons", () => {
  test("whose keys do not fit are left out rather than broken", () => {
    const [message] = render(
      reply(
        [words("w")],
        [
          { kind: "share", label: "Share…", keys: ["en", "-", "k".repeat(2000)] },
          { kind: "context", label: "C".repeat(200), keys: ["en", "k"] },
        ],
      ),
    );
    expect(message && validateMessage({ ...message })).toEqual([]);
    expect(
      read(reply([words("w")], [{ kind: "share", label: "Share…", keys: ["k".repeat(2001)] }]))[0]?.buttons,
    ).toEqual([]);
  });
});

describe("questions in any script", () => {
  test.each([
    "日本語で誰が署名しましたか？",
    "من وقع الرسالة؟",
    "किसने हस्ताक्षर किए?",
    "ใครลงนาม",
    "👩‍👩‍👧‍👦".repeat(40),
    "e\u0301".repeat(200),
  ])("are answered without a broken character: %s", async (text) => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text });
    slack.mention({ text });
    await settled(slack);
    expect(slack.shownTo(alice)).toHaveLength(1);
    expect(slack.messagesIn(general)).toHaveLength(2);
    expect(wrongs(slack)).toEqual([]);
  });

  test("of six thousand characters get a word about the limit", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "日".repeat(6000) });
    await settled(slack);
    expect(slack.shownTo(alice)[0]?.text).toContain("a question has at most 500");
    expect(wrongs(slack)).toEqual([]);
  });
});
