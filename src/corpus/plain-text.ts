/** Inline Markdown to plain words. Linear in its input, and it never drops a word that a reader of the page would see. */

const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
const WIDE_MARK = /[\s\u200b\u200c\u2060]/;

/** Characters that no reader sees: soft hyphens, spaces without width, joiners of words, and between Latin letters non-joiners. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+|(?<=\p{Script=Latin})\u200c+(?=\p{Script=Latin})/gu;
/** Control characters other than white space: a terminal would obey them. */
const CONTROL = /[^\P{Cc}\s]/gu;

/** ASCII characters, 1 for each, that ask for more than returning a text as it is. */
const MARKS = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\\`*_[\]<&\p{Cc}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);
const BLANK = 0x20;
const TILDE = 0x7e;

/** Whether a text has marks, white space other than single spaces between words, or two tildes. Nearly none has: this is the fast way. */
function needsWork(text: string): boolean {
  let last = BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === last && (unit === BLANK || unit === TILDE)) return true;
    if (unit < 128 ? MARKS[unit] === 1 : isWideMark(unit)) return true;
    last = unit;
  }
  return last === BLANK && text !== "";
}

/** Whether a character beyond ASCII is a control, is white space or has no width. */
function isWideMark(unit: number): boolean {
  if (unit < 0x1680) return unit <= 0xa0 || unit === 0xad;
  if (unit < 0x3000) return unit <= 0x206f && WIDE_MARK.test(String.fromCharCode(unit));
  return unit === 0x3000 || unit === 0xfeff;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Elements whose tags are markup. A closed list, for `<your name>` and `a <b and c> d` are words. */
const ELEMENTS =
  "abbr|article|aside|a|blockquote|b|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|img|ins|i|kbd|li|main|mark|nav|ol|picture|pre|p|q|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|s|table|tbody|td|tfoot|thead|th|time|tr|tt|ul|u|var|video|wbr";
const TAG = new RegExp(
  `<(?:/(?:${ELEMENTS})\\s{0,9}|(?:${ELEMENTS})(?:\\s{1,9}[\\w:-]{1,40}=(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^\\s"'=<>\`]{1,1000})){0,20}\\s{0,9}/?)>`,
  "iy",
);
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,100}\.[a-z]{2,})>/iy;
const BREAKS = /^<\/?(?:br|p|div|li|td|th|tr|hr)\b/i;
/** Characters that Markdown or HTML would read otherwise, as they are spelled out. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["#39", "'"],
  ["#x27", "'"],
  ["nbsp", " "],
  ["#160", " "],
  ["shy", ""],
]);
const ENTITY = /&(#?\w{2,5});/y;
/** The mark of a footnote, and where its text begins. */
const FOOTNOTE = /\[\^[^\s^[\]]{1,40}\]/y;
/** What names a link's destination elsewhere. `[1][2]` and `x[i][j]` are words. */
const REFERENCE = /\[[^\s[\]][^[\]\n]{0,99}\]|\[\]/y;
/** What a link's destination looks like. `x[i](n)` and `[sic](ibid)` are words, not links. */
const DESTINATION = /[/#:]|\.[a-z]|^$/i;
const LONGEST_DESTINATION = 2000;
const DEEPEST_PARENTHESES = 32;

/** Elements whose words do not stand: what is struck out, and what no page shows. */
const HIDDEN = /^<(del|script|strike|style|s)(?![\w-])/i;

/** Emphasis marks that may still find their other half: where they stand in the output, and how many are left. */
interface Opener {
  readonly piece: number;
  readonly mark: string;
  left: number;
}

/**
 * The words of a piece of Markdown: emphasis, code spans, links, images, escapes, autolinks, comments and HTML tags give
 * way to their words, what is struck out is left out, and white space is collapsed. Everything else, such as `snake_case`, `2*3*4` or
 * `a < b`, stays.
 */
export function plainText(markdown: string): string {
  if (!needsWork(markdown)) return markdown;
  return new Inline(visibleText(markdown)).words().replace(/\s+/g, " ").trim();
}

/** A text without what no reader sees. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, "").replace(CONTROL, " ");
}

/** A bracket that may yet turn out to be a link's: where it stands in the output and in the text. */
interface Bracket {
  readonly piece: number;
  readonly at: number;
}

/** What stands for a piece of Markdown, and where the text goes on. */
type Replacement = readonly [words: string, end: number];

/** One pass over a text. Marks are written out as pieces of their own, and blanked once their other half turns up. */
class Inline {
  readonly #text: string;
  readonly #pieces: string[] = [];
  readonly #emphasis = new Map<string, Opener[]>();
  readonly #brackets: Bracket[] = [];
  readonly #backticks: Map<number, number[]>;
  /** Ends of comments and of hidden elements that do not follow any more. */
  readonly #lacking = new Set<string>();
  /** The piece that opened what may be struck out. */
  #struckFrom: number | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#backticks = text.includes("`") ? backtickRuns(text) : new Map();
  }

  words(): string {
    const special = /[\\`*_~[\]<!&]/g;
    while (this.#at < this.#text.length) {
      special.lastIndex = this.#at;
      const next = special.exec(this.#text)?.index ?? this.#text.length;
      if (next > this.#at) this.#write(this.#text.slice(this.#at, next), next);
      if (next < this.#text.length) this.#mark(this.#text.charAt(next));
    }
    return this.#pieces.join("");
  }

  #write(piece: string, continueAt: number): void {
    this.#pieces.push(piece);
    this.#at = continueAt;
  }

  #mark(mark: string): void {
    if (mark === "\\") this.#escape();
    else if (mark === "`") this.#code();
    else if (mark === "<") this.#angle();
    else if (mark === "&") this.#entity();
    else if (mark === "[" || mark === "!") this.#openBracket(mark);
    else if (mark === "]") this.#closeBracket();
    else if (mark === "~") this.#strike();
    else this.#emphasise(mark);
  }

  #escape(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === "\n") this.#write(" ", this.#at + 2);
    else if (next !== "" && PUNCTUATION.test(next)) this.#write(next, this.#at + 2);
    else this.#write("\\", this.#at + 1);
  }

  #code(): void {
    const length = runLength(this.#text, this.#at);
    const starts = this.#backticks.get(length) ?? [];
    while ((starts[0] ?? Number.POSITIVE_INFINITY) <= this.#at) starts.shift();
    const from = this.#at + length;
    const to = starts[0];
    if (to === undefined) this.#write("`".repeat(length), from);
    else this.#write(this.#text.slice(from, to), to + length);
  }

  #entity(): void {
    ENTITY.lastIndex = this.#at;
    const entity = ENTITY.exec(this.#text)?.[1]?.toLowerCase();
    const character = entity === undefined ? undefined : ENTITIES.get(entity);
    this.#write(character ?? "&", character === undefined ? this.#at + 1 : ENTITY.lastIndex);
  }

  #angle(): void {
    const [words, end] = this.#comment() ?? this.#autolink() ?? this.#tag() ?? ["<", this.#at + 1];
    this.#write(words, end);
  }

  #comment(): Replacement | undefined {
    if (!this.#text.startsWith("<!--", this.#at)) return undefined;
    const end = this.#endOf("-->", this.#at + 4);
    return end === undefined ? undefined : ["", end];
  }

  /** Where the next `mark` ends. One that was not found is not searched for again. */
  #endOf(mark: string, from: number): number | undefined {
    if (this.#lacking.has(mark)) return undefined;
    const end = new RegExp(mark, "gi");
    end.lastIndex = from;
    if (end.test(this.#text)) return end.lastIndex;
    this.#lacking.add(mark);
    return undefined;
  }

  #autolink(): Replacement | undefined {
    AUTOLINK.lastIndex = this.#at;
    const link = AUTOLINK.exec(this.#text);
    return link === null ? undefined : [link[1] ?? "", AUTOLINK.lastIndex];
  }

  #tag(): Replacement | undefined {
    TAG.lastIndex = this.#at;
    const tag = TAG.exec(this.#text);
    if (tag === null) return undefined;
    const from = TAG.lastIndex;
    const hidden = HIDDEN.exec(tag[0])?.[1]?.toLowerCase();
    const end = hidden === undefined ? undefined : this.#endOf(`</${hidden}>`, from);
    if (end !== undefined) return [" ", end];
    // A tag between two words is a space, so that `one<br>two` stays two words.
    return [BREAKS.test(tag[0]) ? " " : "", from];
  }

  #openBracket(mark: string): void {
    FOOTNOTE.lastIndex = this.#at;
    if (FOOTNOTE.test(this.#text)) {
      const end = FOOTNOTE.lastIndex;
      this.#write("", this.#at === 0 && this.#text.charAt(end) === ":" ? end + 1 : end);
      return;
    }
    const opening = mark === "!" && this.#text.charAt(this.#at + 1) === "[" ? "![" : mark;
    if (opening !== "!") this.#brackets.push({ piece: this.#pieces.length, at: this.#at });
    this.#write(opening, this.#at + opening.length);
  }

  #closeBracket(): void {
    const opener = this.#brackets.pop();
    const end =
      opener === undefined
        ? undefined
        : (linkEnd(this.#text, this.#at + 1) ?? referenceEnd(this.#text, opener.at, this.#at));
    if (opener !== undefined && end !== undefined) this.#pieces[opener.piece] = "";
    this.#write(end === undefined ? "]" : "", end ?? this.#at + 1);
  }

  /** What stands between two `~~` is left out; a mark without its other half is words. */
  #strike(): void {
    const length = runLength(this.#text, this.#at);
    const isMark = length === 2;
    const from = this.#struckFrom;
    const after = this.#text.charAt(this.#at + length);
    if (isMark && from !== undefined && !SPACE.test(this.#text.charAt(this.#at - 1))) {
      this.#forget(from);
      this.#struckFrom = undefined;
      // so that words around do not become one
      this.#write(isWord(after) ? " " : "", this.#at + length);
      return;
    }
    if (isMark && after !== "" && !SPACE.test(after)) this.#struckFrom = this.#pieces.length;
    this.#write("~".repeat(length), this.#at + length);
  }

  /** Leaves out the pieces from a number on, with the marks among them. */
  #forget(from: number): void {
    this.#pieces.length = from;
    for (const list of [this.#brackets, ...this.#emphasis.values()])
      while ((list.at(-1)?.piece ?? -1) >= from) list.pop();
  }

  /** `*` and `_`. Marks beside a letter on both sides, four or more in a row, or without another half are words. */
  #emphasise(mark: string): void {
    const length = runLength(this.#text, this.#at);
    const before = this.#text.charAt(this.#at - 1);
    const after = this.#text.charAt(this.#at + length);
    const piece = this.#pieces.length;
    this.#write(mark.repeat(length), this.#at + length);
    if (length > 3) return;
    const opens = after !== "" && !SPACE.test(after) && !/[)\]}.,;:?]/.test(after) && !isWord(before);
    const closes = before !== "" && !SPACE.test(before) && !/[([{]/.test(before) && !isWord(after);
    const openers = this.#emphasis.get(mark) ?? [];
    this.#emphasis.set(mark, openers);
    const left = closes ? this.#close(openers, length) : length;
    this.#pieces[piece] = mark.repeat(left);
    if (opens && left > 0) openers.push({ piece, mark, left });
  }

  #close(openers: Opener[], length: number): number {
    let left = length;
    for (let opener = openers.at(-1); opener !== undefined && left > 0; opener = openers.at(-1)) {
      const both = Math.min(opener.left, left);
      opener.left -= both;
      left -= both;
      this.#pieces[opener.piece] = opener.mark.repeat(opener.left);
      if (opener.left === 0) openers.pop();
    }
    return left;
  }
}

/** Where the destination that opens at `at` ends, or undefined if there is no link. */
function linkEnd(text: string, at: number): number | undefined {
  if (text.charAt(at) !== "(") return undefined;
  let depth = 0;
  for (let i = at; i < text.length && i - at < LONGEST_DESTINATION; i++) {
    const char = text.charAt(i);
    if (char === "(") depth++;
    if (depth > DEEPEST_PARENTHESES || char === "\n") return undefined;
    if (char === ")" && --depth === 0)
      return DESTINATION.test(text.slice(at + 1, i).trim()) ? i + 1 : undefined;
    if (char === " ") return DESTINATION.test(text.slice(at + 1, i)) ? titleEnd(text, i) : undefined;
  }
  return undefined;
}

/** Where a link ends that names its destination behind its words: `[words][name]`. */
function referenceEnd(text: string, open: number, close: number): number | undefined {
  if (text.charAt(close + 1) !== "[" || isWord(text.charAt(open - 1))) return undefined;
  if (!/\p{L}{2}/u.test(text.slice(open + 1, Math.min(close, open + 200)))) return undefined;
  REFERENCE.lastIndex = close + 1;
  return REFERENCE.test(text) ? REFERENCE.lastIndex : undefined;
}

/** Where a link ends whose title may begin at `at`: `[words](url "title")`. */
function titleEnd(text: string, at: number): number | undefined {
  const title = /[ \n]{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}')?[ \n]{0,9}\)/y;
  title.lastIndex = at;
  return title.test(text) ? title.lastIndex : undefined;
}

/** Where runs of backticks start, by their length, so that finding a code span's end takes no search. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const run of text.matchAll(/`+/g)) {
    const starts = runs.get(run[0].length);
    if (starts === undefined) runs.set(run[0].length, [run.index]);
    else starts.push(run.index);
  }
  return runs;
}

function runLength(text: string, at: number): number {
  const mark = text.charAt(at);
  let end = at + 1;
  while (text.charAt(end) === mark) end++;
  return end - at;
}

function isWord(char: string): boolean {
  return char !== "" && WORD.test(char);
}
