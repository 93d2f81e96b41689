/** Answers as JSON, for programs: one object an answer, all fields always there. */
import type { Answer, Citation, Difference, Finding } from "../../src/model.ts";

/** What an answer is an answer to. */
export interface Asked {
  /** As the input line had it; null for a question from the command line. */
  readonly id: string | number | null;
  readonly question: string;
}

interface Entry {
  readonly citation: Citation;
  /** From 1; entries of one finding share it. */
  readonly finding: number;
}

/** The answer object. With `top`, the ranked citations rather than the findings, also when nothing is answered. */
export function answerJson(asked: Asked, answer: Answer, top: number | undefined): string {
  const findings = answer.kind === "found" ? answer.findings : [];
  const entries = top === undefined ? findingEntries(findings) : rankedEntries(answer.ranked, findings, top);
  return safeJson({
    id: asked.id,
    question: asked.question,
    answered: answer.kind === "found",
    passages: entries.map(passage),
    confidence: answer.confidence,
    difference: answer.kind === "found" ? differenceIn(answer.difference, findings, entries) : null,
    notes: answer.notes.map(({ quote, source }) => ({ quote, source: source.id })),
    nearest:
      answer.kind === "found"
        ? []
        : answer.nearest.map(({ source }) => ({ source: source.id, title: source.title })),
  });
}

/** An answer object for a question that was not asked of the sources, with the reason why. */
export function refusedJson({ id, question }: Asked, error: string): string {
  const empty = { answered: false, passages: [], confidence: 0, difference: null, notes: [], nearest: [] };
  return safeJson({ id, question, ...empty, error });
}

/** What stands in place of an answer to a line that is no question. */
export function badLineJson(error: string): string {
  return safeJson({ id: null, error });
}

/** A line of input as a question; a text says what is wrong with it. */
export function readAsked(line: string): Asked | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON; a line is {"id": "…", "q": "…"}';
  }
  if (typeof value !== "object" || value === null) return 'not an object; a line is {"id": "…", "q": "…"}';
  const id = "id" in value ? value.id : undefined;
  const question = "q" in value ? value.q : undefined;
  if (typeof id !== "string" && typeof id !== "number") return '"id" has to be a string or a number';
  if (typeof question !== "string") return '"q" has to be a string';
  return { id, question };
}

function findingEntries(findings: readonly Finding[]): readonly Entry[] {
  return findings.flatMap(({ citations }, at) =>
    citations.map((citation) => ({ citation, finding: at + 1 })),
  );
}

function rankedEntries(
  ranked: readonly Citation[],
  findings: readonly Finding[],
  top: number,
): readonly Entry[] {
  const numbers = new Map(findingEntries(findings).map(({ citation, finding }) => [citation.key, finding]));
  let next = findings.length;
  return ranked.slice(0, top).map((citation) => {
    const finding = numbers.get(citation.key) ?? ++next;
    return { citation, finding };
  });
}

function passage({ citation, finding }: Entry, at: number) {
  const { source, quote, paragraph, lines, score } = citation;
  const { id, title, publisher, published, url, language, kind } = source;
  return {
    rank: at + 1,
    finding,
    quote,
    source: id,
    title,
    publisher,
    date: published,
    url: url ?? null,
    language,
    kind,
    paragraph,
    lines,
    score,
  };
}

/** The difference with indexes into `entries`; null if a side of it is not among them. */
function differenceIn(
  difference: Difference | undefined,
  findings: readonly Finding[],
  entries: readonly Entry[],
) {
  if (difference === undefined) return null;
  const at = new Map(entries.map(({ citation }, index) => [citation.key, index]));
  const sides = difference.sides.map((side) =>
    side.flatMap((finding) => findings[finding]?.citations ?? []).flatMap(({ key }) => at.get(key) ?? []),
  );
  return sides.some((side) => side.length === 0)
    ? null
    : { kind: difference.kind, about: difference.about, sides };
}

/** JSON that moves no cursor and turns no text around, whatever is in it: the same value with such characters escaped. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
