import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { general } from "./slack/drivers.ts";
import { validateMessage, validateView } from "./slack/limits.ts";
import { readPayload } from "./slack/reader.ts";
import { buttons, call, modal, openSlack, startApp } from "./slack/trivial-app.ts";

const section = (text: string, more = {}) => ({ type: "section", text: { type: "mrkdwn", text, ...more } });
const plain = (text: string) => ({ type: "plain_text", text });

describe("limits", () => {
  test("a message at every limit is taken", () => {
    const button = (id: number) => ({
      type: "button",
      action_id: `${"a".repeat(250)}${id}`,
      text: plain("b".repeat(75)),
      value: "v".repeat(2000),
      url: `https://example.org/${"u".repeat(2980)}`,
    });
    const elements = Array.from({ length: 25 }, (_, index) => button(index));
    const blocks = [
      { type: "header", text: plain("h".repeat(150)) },
      section("s".repeat(3000)),
      { type: "actions", block_id: "b".repeat(255), elements },
      { type: "context", elements: Array.from({ length: 10 }, () => ({ type: "mrkdwn", text: "c" })) },
    ];
    expect(validateMessage({ text: "t".repeat(4000), blocks })).toEqual([]);
  });

  test.each([
    ["no text", {}, ["no_text"]],
    ["a long text", { text: "t".repeat(4001) }, ["msg_too_long"]],
    ["a long section", { blocks: [section("s".repeat(3001))] }, ["/blocks/0/text/text", "3001 characters"]],
    ["an empty section", { blocks: [section("")] }, ["must be more than 0 characters"]],
    ["an unknown block", { blocks: [{ type: "paragraph" }] }, ["unsupported type: paragraph"]],
    [
      "a mrkdwn header",
      { blocks: [{ type: "header", text: { type: "mrkdwn", text: "x" } }] },
      ["plain_text"],
    ],
    ["emoji in mrkdwn", { blocks: [section("x", { emoji: true })] }, ["invalid additional property: emoji"]],
    [
      "51 blocks",
      { blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) },
      ["no more than 50 items"],
    ],
    [
      "twins",
      { blocks: [1, 2].map(() => ({ type: "divider", block_id: "d" })) },
      ['block_id "d" already exists'],
    ],
    [
      "26 buttons",
      { blocks: [{ type: "actions", elements: Array(26).fill(buttons.elements[0]) }] },
      ["25 items"],
    ],
    [
      "11 context elements",
      { blocks: [{ type: "context", elements: Array(11).fill(plain("c")) }] },
      ["10 items"],
    ],
    ["an image without alt text", { blocks: [{ type: "image", image_url: "https://x.org" }] }, ["alt_text"]],
    [
      "too much in all",
      { blocks: Array.from({ length: 5 }, () => section("s".repeat(2800))) },
      ["msg_blocks_too_long"],
    ],
    ["a long markdown block", { blocks: [{ type: "markdown", text: "m".repeat(12_001) }] }, ["msg_too_long"]],
    [
      "a bad address",
      {
        blocks: [{ type: "actions", elements: [{ type: "button", text: plain("b"), url: "javascript:x" }] }],
      },
      ["invalid_url"],
    ],
  ])("%s is refused", (_, payload, words) => {
    const problems = validateMessage({ ...payload }).join("\n");
    for (const word of words) expect(problems).toContain(word);
  });

  test("a message without text is taken but called out", () => {
    expect(validateMessage({ blocks: [section("x")] })).toEqual([
      "text is missing: screen readers have nothing to read",
    ]);
  });

  test("a modal at every limit is taken, and what is over it is refused", () => {
    const title = plain("t".repeat(24));
    const view = { ...modal, title, private_metadata: "p".repeat(3000), callback_id: "c".repeat(255) };
    expect(validateView(view)).toEqual([]);
    const { submit: _, ...unsendable } = view;
    expect(validateView(unsendable).join()).toContain("submit is required");
    expect(validateView({ ...view, title: plain("t".repeat(25)) }).join()).toContain(
      "less than 25 characters",
    );
    const blocks = Array.from({ length: 101 }, () => ({ type: "divider" }));
    expect(validateView({ type: "home", blocks }).join()).toContain("no more than 100 items");
    expect(validateView({ type: "home", blocks: [{ type: "markdown", text: "m" }] }).join()).toContain(
      "only for messages",
    );
  });

  test("the real client is told what the service would tell it", async () => {
    const slack = await openSlack();
    const app = await startApp(slack);
    const posting = app.client.chat.postMessage({
      channel: general,
      text: "x",
      blocks: [section("s".repeat(3001))],
    });
    await expect(posting).rejects.toMatchObject({
      data: {
        error: "invalid_blocks",
        errors: ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
      },
    });
    expect(slack.refusals()).toEqual(["chat.postMessage: invalid_blocks"]);
  });
});

describe("what a reader sees", () => {
  async function seen(payload: Record<string, unknown>) {
    const slack = await openSlack();
    expect(await call(slack, "chat.postMessage", { channel: general, ...payload })).toMatchObject({
      ok: true,
    });
    const message = slack.messagesIn(general)[0];
    if (message === undefined) throw new Error("nothing was posted");
    return slack.read(message);
  }

  test.each(["<!channel>", "<!here>", "<!everyone>", "<!subteam^S1>", "<@U0ALICE0001>", "<#C0GENERAL01>"])(
    "%s is alive",
    async (mention) => {
      expect((await seen({ text: `look ${mention}` })).liveMentions).toEqual([mention]);
      expect(
        (await seen({ text: "x", blocks: [section(mention, { verbatim: true })] })).liveMentions,
      ).toEqual([mention]);
    },
  );

  test("a bare @here in a block is alive unless the text is verbatim", async () => {
    const text = "ask @here or #general or https://example.org";
    const alive = await seen({ text: "x", blocks: [section(text)] });
    expect(alive.liveMentions).toEqual(["@here", "#general"]);
    expect(alive.liveLinks.map((link) => link.url)).toEqual(["https://example.org"]);
    const dead = await seen({ text: "x", blocks: [section(text, { verbatim: true })] });
    expect([dead.liveMentions, dead.liveLinks, dead.text]).toEqual([[], [], text]);
  });

  test("a bare address in the text is alive unless parsing is off, and names only on request", async () => {
    const text = "@channel https://example.org";
    expect((await seen({ text })).liveLinks).toHaveLength(1);
    expect((await seen({ text })).liveMentions).toEqual([]);
    expect((await seen({ text, link_names: true })).liveMentions).toEqual(["@channel"]);
    expect(await seen({ text, parse: "none" })).toMatchObject({ liveLinks: [], liveMentions: [] });
  });

  test("marks are taken away, code is kept, entities are decoded once", async () => {
    const text =
      "*More than* 650 _signed_ `a_b <c>` snake_case $5 ~ $6, 2 * 3 &lt;!channel&gt; &amp;amp; <https://x.org|here>";
    const view = await seen({
      text: "x",
      blocks: [section(text.replace("<c>", "&lt;c&gt;"), { verbatim: true })],
    });
    expect(view.text).toBe("More than 650 signed a_b <c> snake_case $5 ~ $6, 2 * 3 <!channel> &amp; here");
    expect(view.liveMentions).toEqual([]);
    expect(view.liveLinks).toEqual([{ url: "https://x.org", label: "here" }]);
  });

  test.each([
    ["a quote", "&gt; five &lt; six\nrest", "five < six\nrest"],
    ["a code block", "```\nif (a &lt; b) *x*\n```", "if (a < b) *x*"],
    ["styles in styles", "*_both_* ~gone~ 2*3*4 _a", "both gone 2*3*4 _a"],
    ["a label with a bar", "<https://x.org|a|b>", "a|b"],
    ["a character of no width", "\u200b*not bold*\u200b", "*not bold*"],
  ])("%s reads as on the screen", (_, text, expected) => {
    expect(readPayload({ text: "x", blocks: [section(text, { verbatim: true })] }, []).text).toBe(expected);
  });

  test("rich text, plain text, Markdown, buttons and tables are read too", () => {
    const rich = (...elements: object[]) => ({
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements }],
    });
    const blocks = [
      { type: "header", text: plain("Head :100: <@U1> &amp;") },
      rich(
        { type: "text", text: "hi " },
        { type: "broadcast", range: "here" },
        { type: "link", url: "https://a.org" },
      ),
      { type: "markdown", text: "see [this](https://b.org) <!channel>" },
      { type: "table", rows: [[{ type: "raw_text", text: "one" }, rich({ type: "text", text: "two" })]] },
      { type: "image", image_url: "https://c.org/i.png", alt_text: "a chart" },
      { type: "actions", elements: [{ type: "button", text: plain("Open"), url: "https://d.org" }] },
    ];
    expect(validateMessage({ text: "t", blocks })).toEqual([]);
    const view = readPayload({ text: "t", blocks }, []);
    expect(view.text.split("\n")).toEqual([
      "Head :100: <@U1> &amp;",
      "hi https://a.org",
      "see this @channel",
      "one\ttwo",
      "a chart",
    ]);
    expect(view.liveMentions).toEqual(["<!here>", "<!channel>"]);
    expect(view.liveLinks.map((link) => link.url)).toEqual([
      "https://a.org",
      "https://b.org",
      "https://d.org",
    ]);
    expect(view.liveEmoji).toEqual([":100:"]);
  });

  test("escaped text that is verbatim is never alive", () => {
    const hostile = fc.array(
      fc.constantFrom("<", ">", "!", "@", "channel", "here", "|", "#C1", "&lt;", "`", "*", " ", "\n"),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        const view = readPayload({ text, parse: "none", blocks: [section(text, { verbatim: true })] }, [
          "general",
        ]);
        expect([view.liveMentions, view.liveLinks]).toEqual([[], []]);
      }),
    );
  });
});
