/** What a piece of Discord's Markdown shows, and what in it is more than text. */
export interface Shown {
  /** The letters a reader sees, without the signs that only format them. */
  readonly text: string;
  /** The contents of code spans and blocks, in order. */
  readonly code: readonly string[];
  readonly links: readonly ShownLink[];
  readonly mentions: readonly ShownMention[];
}

/** Something that can be clicked. */
export interface ShownLink {
  readonly text: string;
  readonly url: string;
  /** True if Discord would add a preview below the message. */
  readonly preview: boolean;
}

/** A name shown as a mention. Whether it notified anybody is another question. */
export interface ShownMention {
  readonly kind: "user" | "role" | "channel" | "everyone" | "command";
  /** Empty for everyone and here. */
  readonly id: string;
  readonly text: string;
}

/** Finds the names behind ids; undefined for one that is not known. */
export type Names = (kind: "user" | "role" | "channel", id: string) => string | undefined;

interface Reading {
  readonly names: Names;
  readonly code: string[];
  readonly links: ShownLink[];
  readonly mentions: ShownMention[];
  /** Inside a quote no further quote begins, inside a link no further link. */
  readonly inQuote: boolean;
  readonly inLink: boolean;
}

interface Rule {
  /** Anchored at its start. */
  readonly pattern: RegExp;
  /** True if it holds at the beginning of a line only. */
  readonly lineStart?: boolean;
  /** What it shows; undefined if it does not apply after all. */
  show(match: RegExpExecArray, reading: Reading): string | undefined;
}

/** Reads Discord's Markdown as its clients do; the patterns follow theirs, which are those of simple-markdown. */
export function showMarkdown(source: string, names: Names): Shown {
  const reading: Reading = { names, code: [], links: [], mentions: [], inQuote: false, inLink: false };
  const text = show(source, reading);
  return { text, code: reading.code, links: reading.links, mentions: reading.mentions };
}

const RULES: readonly Rule[] = [
  {
    pattern: /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i,
    show: ([, , inner = ""], { code }) => {
      code.push(inner);
      return inner;
    },
  },
  {
    pattern: /^ *>>> ([\s\S]*)|^ *> [^\n]*(?:\n *> [^\n]*)*/,
    lineStart: true,
    show([whole, rest], reading) {
      if (reading.inQuote) return undefined;
      return show(rest ?? whole.replace(/^ *> /gm, ""), { ...reading, inQuote: true });
    },
  },
  {
    pattern: /^ *#{1,3} +([^\n]+?)#* *(?=\n|$)/,
    lineStart: true,
    show: ([, inner = ""], r) => show(inner, r),
  },
  { pattern: /^ *-# +([^\n]+?) *(?=\n|$)/, lineStart: true, show: ([, inner = ""], r) => show(inner, r) },
  { pattern: /^( *)[*-] +(?=\S)/, lineStart: true, show: ([, indent = ""]) => `${indent}• ` },
  { pattern: /^\\([^0-9A-Za-z\s])/, show: ([, letter]) => letter },
  { pattern: /^<(https?:\/\/[^\s<>]+)>/, show: ([, url = ""], reading) => link(url, url, false, reading) },
  {
    pattern: /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/,
    show([url], reading) {
      // a closing bracket belongs to the address only if it was opened there
      const balanced = url.endsWith(")") && !url.includes("(") ? url.replace(/\)+$/, "") : url;
      return link(balanced, balanced, true, reading) + url.slice(balanced.length);
    },
  },
  {
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*(<?)((?:\([^)]*\)|[^\s\\)]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/,
    show([, label = "", bracket, url = ""], reading) {
      const bare = url.replace(/>$/, "");
      // clients show no masked link whose label itself looks like an address
      if (reading.inLink || !/^https?:\/\//.test(bare) || /https?:\/\//.test(label)) return undefined;
      return link(show(label, { ...reading, inLink: true }), bare, bracket === "", reading);
    },
  },
  { pattern: /^<@!?(\d+)>/, show: ([, id = ""], reading) => mention("user", "@", id, reading) },
  { pattern: /^<@&(\d+)>/, show: ([, id = ""], reading) => mention("role", "@", id, reading) },
  { pattern: /^<#(\d+)>/, show: ([, id = ""], reading) => mention("channel", "#", id, reading) },
  {
    pattern: /^<(\/[^:>]+):(\d+)>/,
    show([, text = "", id = ""], { mentions }) {
      mentions.push({ kind: "command", id, text });
      return text;
    },
  },
  {
    pattern: /^@(?:everyone|here)\b/,
    show([text], { mentions }) {
      mentions.push({ kind: "everyone", id: "", text });
      return text;
    },
  },
  { pattern: /^<a?(:\w+:)\d+>/, show: ([, name]) => name },
  { pattern: /^<t:(-?\d+)(?::\w)?>/, show: ([, seconds]) => new Date(Number(seconds) * 1000).toISOString() },
  {
    pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/,
    show([, , inner = ""], { code }) {
      code.push(inner);
      return inner;
    },
  },
  { pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, show: ([, inner = ""], r) => show(inner, r) },
  { pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, show: ([, inner = ""], r) => show(inner, r) },
  { pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, show: ([, inner = ""], r) => show(inner, r) },
  {
    pattern: /^\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)/,
    show: ([, inner = ""], r) => show(inner, r),
  },
  { pattern: /^~~([\s\S]+?)~~(?!_)/, show: ([, inner = ""], r) => show(inner, r) },
  { pattern: /^\|\|([\s\S]+?)\|\|/, show: ([, inner = ""], r) => show(inner, r) },
];

/** Signs at which some rule may begin; everything else is shown as it is. */
const SIGNS = /[`>#\-*\\<h[@_~|\s]/;

function show(source: string, reading: Reading): string {
  let shown = "";
  let at = 0;
  while (at < source.length) {
    const atLineStart = at === 0 || source[at - 1] === "\n";
    const inWord = /\w/.test(source[at - 1] ?? "");
    const rest = SIGNS.test(source[at] ?? "") ? source.slice(at) : "";
    const found = rest === "" ? undefined : firstRule(rest, atLineStart, inWord, reading);
    shown += found?.shown ?? source[at];
    at += found?.length ?? 1;
  }
  return shown;
}

function firstRule(rest: string, atLineStart: boolean, inWord: boolean, reading: Reading) {
  for (const rule of RULES) {
    if (rule.lineStart && !atLineStart) continue;
    // an underscore or an address inside a word is a letter of it
    if (inWord && /^(_[^_]|http)/.test(rest)) return undefined;
    const match = rule.pattern.exec(rest);
    const shown = match === null ? undefined : rule.show(match, reading);
    if (match !== null && shown !== undefined) return { shown, length: match[0].length };
  }
  return undefined;
}

function link(text: string, url: string, preview: boolean, { links }: Reading): string {
  links.push({ text, url, preview });
  return text;
}

function mention(kind: "user" | "role" | "channel", sign: string, id: string, reading: Reading): string {
  const text = `${sign}${reading.names(kind, id) ?? `unknown-${kind}`}`;
  reading.mentions.push({ kind, id, text });
  return text;
}
