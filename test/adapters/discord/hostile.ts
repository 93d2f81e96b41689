/** Texts that a document, a title or a question may hold and that must do nothing on Discord but be read. */

const USER = "<@300000000000000001>";
const ROLE = "<@&400000000000000001>";

/** What pings, links, formats or hides on Discord when it is not escaped. */
const SEEDS = [
  "@everyone",
  "@here",
  USER,
  "<@!300000000000000001>",
  ROLE,
  "<#500000000000000002>",
  "</ask:100000000000000001>",
  "<id:customize>",
  "<t:1543392060:R>",
  "<:smile:123456789012345678>",
  "<a:dance:123456789012345678>",
  ":smile:",
  "https://evil.example/x",
  "<https://evil.example/x>",
  "[click](https://evil.example)",
  "[click](<https://evil.example>)",
  "discord.gg/abcdef",
  "**bold**",
  "__under__",
  "_it_",
  "*it*",
  "~~gone~~",
  "||spoiler||",
  "`code`",
  "``` `` ```",
  "```js\nalert(1)\n```",
  "# Heading",
  "## Heading",
  "### Heading",
  "-# small",
  "> quote",
  ">>> quote",
  "- item",
  "* item",
  "1. item",
  "C:\\path\\name",
  "\\*star\\*",
  "snake_case_word",
  "a < b && c > d",
  "$5 ~ $6",
  "\\",
  "]( [ ](",
];

/** Ways in which one seed is put together with another. */
const FRAMES: readonly ((one: string, other: string) => string)[] = [
  (one) => one,
  (one) => `${one}${one}`,
  (one) => `x${one}y`,
  (one, other) => `${one} ${other}`,
  (one, other) => `**${one}** _${other}_`,
  (one, other) => `[${one}](${other})`,
  (one, other) => `\\${one}\`${other}\``,
];

/** At least two hundred texts, always the same. */
export const HOSTILE: readonly string[] = SEEDS.flatMap((seed, at) =>
  FRAMES.map((frame) => frame(seed, SEEDS[(at * 7 + 3) % SEEDS.length] ?? "")),
);
