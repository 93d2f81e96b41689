import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "../../src/corpus/passages.ts";

test.each([
  ["emphasis", "*one* _two_ **three** __four__ ***five***", "one two three four five"],
  ["emphasis within emphasis", "***bold** and italic*", "bold and italic"],
  ["emphasis beside punctuation", '(*a*), "*b*" – *c*.', '(a), "b" – c.'],
  ["code, whose content is as written", "run `a *b* \\_c` and ``d ` e``", "run a *b* \\_c and d ` e"],
  [
    "links and images",
    '[words](https://a.org/b_c "title") ![a picture](x.png) [![seal](s.png)](https://a.org)',
    "words a picture seal",
  ],
  ["addresses", "<https://a.org/x> <post@a.org>", "https://a.org/x post@a.org"],
  ["HTML tags and comments", 'a<br>b <span class="x">c</span> <!-- not\nread --> d', "a b c d"],
  ["escapes and hard breaks", "\\*not\\* 1\\. a\\\nb", "*not* 1. a b"],
  [
    "characters spelled out",
    "AT&amp;T &lt;b&gt; &quot;a&quot; it&#39;s 5&nbsp;kg",
    'AT&T <b> "a" it\'s 5 kg',
  ],
  [
    "links by reference",
    "see [the report][r], [The Post][] and ![a picture][p]",
    "see the report, The Post and a picture",
  ],
  ["marks of footnotes", "It shut.[^1] She left[^note], too.", "It shut. She left, too."],
  ["where a footnote begins", "[^1]: Said in May.", "Said in May."],
  [
    "characters without width",
    "Ver\u200bdant Oil spi\u00adlled 900 bar\u200crels\ufeff of o\u2060il",
    "Verdant Oil spilled 900 barrels of oil",
  ],
  ["control characters", "one\u001b[2Jtwo\u0007three\u009bfour", "one [2Jtwo three four"],
  ["white space", "  a\t b\u00a0c\n d ", "a b c d"],
])("%s give way to their words", (_, markdown, words) => expect(plainText(markdown)).toBe(words));

test.each([
  "snake_case and __dunder_name",
  "C:\\path and \\server",
  "between $5 ~ $6",
  "a < b && c > d",
  "if a <b and c> d, ask <your name>",
  "2*3*4 and 5 * 6 * 7",
  "#1 of [1][2] and x[i](n), [sic](ibid)",
  "(*) and (*), Salary* is a pension*",
  "f*** and ____ and ```` are gaps",
  "a `lone backtick and an *unclosed star",
  "[[wiki]] and AT&T, &copy; &unknown;",
  "می\u200cشود",
])("%s stays as it is", (words) => expect(plainText(words)).toBe(words));

test.each([
  ["~~300~~ 250 barrels", "250 barrels"],
  ["It spilled ~~300 *barrels*~~ **250**", "It spilled 250"],
  ["spilled~~300~~250 and [~~no~~](https://a.org)", "spilled 250 and"],
  ["<del>300</del> 250, <S>no</S> <strike>not</strike> never", "250, never"],
  ["one ~~two *three~~ four*", "one four*"],
  ["a ~~b [c~~ d](https://a.org)", "a d](https://a.org)"],
])("what is struck out is left out: %s", (markdown, words) => expect(plainText(markdown)).toBe(words));

test.each(["about ~~5 of them", "a ~~~ b ~~~", "~ a ~ b", "5 ~~ 6 ~~ 7", "<del>300 of them"])(
  "what is not struck out stays: %s",
  (words) => expect(plainText(words)).toBe(words.replace("<del>", "")),
);

test("what no page shows is left out", () => {
  expect(plainText("a <script>let b = 1;</script> c <STYLE>p { color: red }</STYLE> d")).toBe("a c d");
});

const MARKUP = [
  "*",
  "**",
  "_",
  "`",
  "``",
  "[",
  "](",
  ")",
  "<",
  ">",
  "!",
  "\\",
  "~~",
  "<!--",
  "-->",
  "<b>",
  '"',
  " ",
  "\n",
  "word",
  "2018",
  "https://a.org/b",
];
const marked = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string()), { maxLength: 60 })
  .map((parts) => parts.join(""));

test("white space is collapsed whatever is written", () => {
  fc.assert(
    fc.property(marked, (markdown) => {
      expect(plainText(markdown)).not.toMatch(/\s\s|^\s|\s$|[^\S ]/);
    }),
  );
});

test("words outside of destinations, comments and tags are never lost", () => {
  const safe = fc.array(
    fc.oneof(
      fc.constantFrom("*", "**", "_", "`", "[", "]", "<", "!", "\\", "~", " "),
      fc.stringMatching(/^[a-zåäö0-9]{1,8}$/),
    ),
  );
  const letters = (text: string) => text.replace(/[^a-zåäö0-9]/g, "");
  fc.assert(
    fc.property(safe, (parts) => {
      expect(letters(plainText(parts.join("")))).toBe(letters(parts.join("")));
    }),
  );
});

test("text without marks is returned as it is", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\w[\w,.;:'"–()%€$]{0,40}$/u),
      (text) => text.includes("_") || plainText(text) === text,
    ),
  );
});

test.each([
  ..."\\`*_[]<!~( \"'".split("").map((mark) => mark.repeat(100_000)),
  "[](".repeat(33_000),
  "[a](x ".repeat(16_000),
  '[a](b/c "'.repeat(11_000),
  "<!--".repeat(25_000),
  "<del>".repeat(20_000),
  "~~a ".repeat(25_000),
  "a~~".repeat(33_000),
  "[ab][".repeat(20_000),
  "[^".repeat(50_000),
  "&amp".repeat(25_000),
  '<a x="'.repeat(16_000),
  `<a ${"x=1 ".repeat(25_000)}`,
  "*a ".repeat(33_000),
  "*a* _b_".repeat(14_000),
  `a${" ".repeat(100_000)}b`,
  Array.from({ length: 400 }, (_, i) => "`".repeat(i + 1)).join(" "),
])("100 kB of marks take no time: %#", (hostile) => {
  const began = performance.now();
  plainText(hostile);
  expect(performance.now() - began).toBeLessThan(250);
});
