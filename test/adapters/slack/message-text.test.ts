import { expect, test } from "vitest";
import { messageText } from "../../../adapters/slack/message-text.ts";

const said = "Hundreds signed";
const section = { type: "section", text: { type: "mrkdwn", text: said } };
const run = (...texts: readonly string[]) => ({
  type: "rich_text_section",
  elements: texts.map((text) => ({ type: "text", text })),
});

test.each([
  ["its text", { text: said, blocks: [{ type: "section", text: { text: "other" } }] }, said],
  ["a section", { text: "", blocks: [section] }, said],
  ["rich text in runs", { blocks: [{ type: "rich_text", elements: [run("Hundreds ", "signed")] }] }, said],
  [
    "a list",
    {
      blocks: [
        { type: "rich_text", elements: [{ type: "rich_text_list", elements: [run("One"), run("Two")] }] },
      ],
    },
    "One\nTwo",
  ],
  [
    "a header and fields",
    { blocks: [{ type: "header", text: { text: "A" }, fields: [{ text: "B" }] }] },
    "A\nB",
  ],
  ["small print", { blocks: [{ type: "context", elements: [{ type: "mrkdwn", text: said }] }] }, said],
  ["an attachment", { attachments: [{ pretext: "A", title: "B", text: "C", fallback: "D" }] }, "A\nB\nC"],
  ["an attachment's blocks", { attachments: [{ fallback: "no", blocks: [section] }] }, said],
  ["an attachment's fallback", { text: " ", attachments: [{ fallback: said }] }, said],
])("a message says what stands in %s", (_, message, words) => expect(messageText(message)).toBe(words));

test.each([
  ["buttons", { blocks: [{ type: "actions", elements: [{ type: "button", text: { text: "Press" } }] }] }],
  ["files", { text: null, files: [{ id: "F1" }] }],
  ["what is not as it should be", { text: 1, blocks: "x", attachments: [null, "y", { text: {} }] }],
])("a message says nothing by %s", (_, message) => expect(messageText(message)).toBe(""));
