/** The fields of a source's front matter: what each may hold, and what to do when it does not. */
import type { Kind, Source, SourceEvent } from "../model.ts";
import { type Fault, shown } from "./front-matter.ts";
import type { Field, Yaml } from "./yaml-lines.ts";

/** Answers the value as it is kept, or what to do about it. */
export type Check = (text: string) => { readonly value: string } | { readonly problem: string };

const KINDS: readonly Kind[] = ["brief", "document", "note"];
const FIELDS: readonly string[] = [
  ...["title", "publisher", "published", "language", "kind", "url", "archived", "retrieved"],
  ...["authors", "topics", "questions", "events", "checked"],
];
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LONGEST_LINE = 500;

/** Most lines: words with single spaces between them. */
const PLAIN_LINE = /^[^\s\p{Cc}]+(?: [^\s\p{Cc}]+)*$/u;

/** White space, and what is as blank: zero-width, format and filling characters. */
const BLANK = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** One line of 1 to 500 characters. White space is collapsed. */
export const checkLine: Check = (text) => {
  if (BLANK.test(text)) return { problem: "write at least one word" };
  if (text.length <= LONGEST_LINE && PLAIN_LINE.test(text)) return { value: text };
  const value = text.replace(/\s+/g, " ").trim();
  if (value.length > LONGEST_LINE) return { problem: `shorten it to ${LONGEST_LINE} characters` };
  if (/\p{Cc}/u.test(value)) return { problem: "remove the control characters" };
  return { value };
};

/** A day, a month or a year that exists. */
export const checkDate: Check = (text) => {
  const value = text.trim();
  const [, year, month = "01", day = "01"] = DATE.exec(value) ?? [];
  if (year === undefined) return { problem: "write a day, a month or a year, such as 2018-06" };
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists
    ? { value }
    : { problem: `there is no ${value}: write a day, a month or a year, such as 2018-06` };
};

/** A BCP 47 language tag, in its canonical form. */
export const checkLanguage: Check = (text) => {
  const problem = "write a language tag, such as en or sv";
  const value = text.trim();
  // A word such as "English" is well-formed for a registered language of that name; nobody means it.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(value)) return { problem };
  try {
    return { value: Intl.getCanonicalLocales(value)[0] ?? value };
  } catch {
    return { problem };
  }
};

/** `brief`, `document` or `note`. */
export const checkKind: Check = (text) => {
  const value = text.trim();
  if (KINDS.some((kind) => kind === value)) return { value };
  return {
    problem: "write brief (our own summary), document (the text itself) or note (a librarian's note)",
  };
};

/** An https address without a name or password in it. */
export const checkUrl: Check = (text) => {
  const value = text.trim();
  const problem = "write an address that begins with https://";
  if (value.length > 2000 || /[\s\p{C}<>"]/u.test(value) || !URL.canParse(value)) return { problem };
  const url = new URL(value);
  if (url.protocol !== "https:" || !url.hostname.includes(".")) return { problem };
  if (url.username !== "" || url.password !== "")
    return { problem: "remove the name and password from the address" };
  return { value };
};

/** A source, unless a required field is missing or wrong, and what is wrong with any field. */
export interface SourceReading {
  readonly source: Source | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Reads a source's fields. A required field that is missing or wrong stops the source; an optional one that is wrong is left
 * out and reported; a field that is not known is reported.
 * @param paragraphs how many the body has, for events say where it tells of them
 */
export function readSource(id: string, front: Yaml, paragraphs: number): SourceReading {
  if (front.kind !== "map") {
    return { source: undefined, faults: [{ line: front.line, problem: 'write fields, such as title: "…"' }] };
  }
  const faults: Fault[] = [];
  const read = new FieldReader(front.entries, faults, 1);
  const title = read.required("title", checkLine);
  const publisher = read.required("publisher", checkLine);
  const published = read.required("published", checkDate);
  const language = read.required("language", checkLanguage);
  const word = read.required("kind", checkKind);
  const kind = KINDS.find((known) => known === word);
  const optional = {
    url: read.text("url", checkUrl),
    archived: read.text("archived", checkUrl),
    retrieved: read.text("retrieved", checkDate),
    authors: read.list("authors"),
    topics: read.list("topics"),
    questions: read.list("questions"),
    events: read.events(paragraphs),
    checked: read.text("checked", checkDate),
  };
  reportUnknown(front.entries, faults);
  faults.sort((a, b) => a.line - b.line);
  if (!title || !publisher || !published || !language || !kind) return { source: undefined, faults };
  return { source: { id, title, publisher, published, language, kind, ...optional }, faults };
}

function reportUnknown(entries: ReadonlyMap<string, Field>, faults: Fault[]): void {
  for (const [name, { line }] of entries) {
    if (FIELDS.includes(name)) continue;
    const meant = FIELDS.find((field) => isNear(name.toLowerCase(), field));
    const advice =
      meant === undefined ? `use one of ${FIELDS.join(", ")}, or remove it` : `did you mean ${meant}?`;
    faults.push({ line, problem: `"${shown(name)}" is not a field: ${advice}` });
  }
}

/** Whether one letter too many, too few, swapped or wrong makes one of the other. */
function isNear(written: string, field: string): boolean {
  if (Math.abs(written.length - field.length) > 1) return false;
  let same = 0;
  while (same < field.length && written[same] === field[same]) same++;
  const [a, b] = [written.slice(same), field.slice(same)];
  if (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

class FieldReader {
  readonly #entries: ReadonlyMap<string, Field>;
  readonly #faults: Fault[];
  readonly #line: number;

  /** `line` is said where a field is missing. */
  constructor(entries: ReadonlyMap<string, Field>, faults: Fault[], line: number) {
    this.#entries = entries;
    this.#faults = faults;
    this.#line = line;
  }

  required(name: string, check: Check): string | undefined {
    const field = this.#entries.get(name);
    if (field !== undefined && field.value.kind !== "nothing") return this.text(name, check);
    const { problem } = problemOf(check(""), "is missing");
    this.#faults.push({ line: field?.line ?? this.#line, problem: `${name} is missing: ${problem}` });
    return undefined;
  }

  text(name: string, check: Check): string | undefined {
    const field = this.#entries.get(name);
    if (field === undefined || field.value.kind === "nothing") return undefined;
    return this.#checked(name, field.value, check);
  }

  list(name: string, check: Check = checkLine): readonly string[] {
    const value = this.#entries.get(name)?.value;
    if (value === undefined || value.kind === "nothing") return [];
    // One name without brackets is a list of one.
    const entries = value.kind === "list" ? value.entries : [value];
    return entries.map((entry) => this.#checked(name, entry, check)).filter((entry) => entry !== undefined);
  }

  events(paragraphs: number): readonly SourceEvent[] {
    const value = this.#entries.get("events")?.value;
    if (value === undefined || value.kind === "nothing") return [];
    const entries = value.kind === "list" ? value.entries : [value];
    return entries.map((entry) => this.#event(entry, paragraphs)).filter((event) => event !== undefined);
  }

  #event(value: Yaml, paragraphs: number): SourceEvent | undefined {
    const faults: Fault[] = [];
    const read = new FieldReader(value.kind === "map" ? value.entries : new Map(), faults, value.line);
    const date = read.required("date", checkDate);
    const what = read.required("what", checkLine);
    const paragraph = Number(read.required("paragraph", checkParagraph(paragraphs)));
    const inferred = read.text("inferred", checkYesNo) === "true";
    const who = read.list("who");
    this.#faults.push(...faults.map(({ line, problem }) => ({ line, problem: `events: ${problem}` })));
    return date && what && faults.length === 0 ? { date, inferred, what, who, paragraph } : undefined;
  }

  #checked(name: string, value: Yaml, check: Check): string | undefined {
    const answer = value.kind === "text" ? check(value.text) : { problem: "write words, not a list" };
    if ("value" in answer) return answer.value;
    this.#faults.push({ line: value.line, problem: `${name}: ${answer.problem}` });
    return undefined;
  }
}

function checkParagraph(paragraphs: number): Check {
  return (text) => {
    const value = text.trim();
    if (!/^[1-9]\d{0,6}$/.test(value)) return { problem: "write the number of the paragraph that says it" };
    return Number(value) <= paragraphs
      ? { value }
      : { problem: `there is no paragraph ${value}, the last is ${paragraphs}` };
  };
}

const checkYesNo: Check = (text) =>
  /^(?:true|false)$/.test(text.trim()) ? { value: text.trim() } : { problem: "write true or false" };

function problemOf(answer: ReturnType<Check>, otherwise: string): { readonly problem: string } {
  return "problem" in answer ? answer : { problem: otherwise };
}
