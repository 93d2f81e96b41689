/** What a message of Slack's says, wherever in it that stands. */

/** Blocks whose parts stand side by side; those of others stand one below the other. */
const RUNNING: readonly unknown[] = ["rich_text_section", "rich_text_quote", "rich_text_preformatted"];

/** Rich text in a list in a block is four deep; what is deeper is nobody's words. */
const DEEPEST = 6;

/** The text of a message; of one without, as apps make them, the words of its blocks and attachments. */
export function messageText(message: object): string {
  const { text, blocks, attachments } = fieldsOf(message);
  const own = typeof text === "string" ? text : "";
  return own.trim() === "" ? lines([blocksText(blocks), ...listOf(attachments).map(attachmentText)]) : own;
}

const blocksText = (blocks: unknown) => lines(listOf(blocks).map((block) => wordsOf(block)));

function attachmentText(attachment: unknown): string {
  const { pretext, title, text, blocks, fallback } = fieldsOf(attachment);
  const said = lines([pretext, title, text, blocksText(blocks)]);
  return said === "" ? lines([fallback]) : said;
}

/** The words of a block or of what it is made of; buttons say nothing. */
function wordsOf(block: unknown, depth = 0): string {
  const { type, text, fields, elements } = fieldsOf(block);
  if (depth > DEEPEST || type === "actions") return "";
  const own = typeof text === "string" ? text : fieldsOf(text).text;
  const below = [...listOf(fields), ...listOf(elements)].map((each) => wordsOf(each, depth + 1));
  return RUNNING.includes(type) ? below.join("") : lines([own, ...below]);
}

const lines = (texts: readonly unknown[]) =>
  texts.filter((text) => typeof text === "string" && text !== "").join("\n");

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
