/** The librarian's questions: how people ask for what a sentence says, in words it does not have. */
import type { Document, KnownQuestion, Passage, Problem } from "../model.ts";
import { toProblems } from "./document.ts";
import { checkLine } from "./fields.ts";
import { type Fault, shown } from "./front-matter.ts";
import { readLibrarianFile } from "./librarian-file.ts";
import { sentenceRanges } from "./sentences.ts";
import type { Yaml } from "./yaml-lines.ts";

/** Some words of a sentence, the questions it answers, and the 1-based line where that is written. */
export interface LocatedQuestions {
  readonly source: string;
  readonly says: string;
  readonly asked: readonly string[];
  readonly line: number;
}

/** What a questions file holds. Undefined: the file cannot be used; else only what the problems name is left out. */
export interface QuestionsReading {
  readonly questions: readonly LocatedQuestions[] | undefined;
  readonly problems: readonly Problem[];
}

const SHAPE =
  'write under each source a list of entries with says, some words of one sentence, and asked, a list of questions, such as - says: "More than 650"';

/** Reads `questions.yaml`; touches nothing. Whether its sentences exist is for `checkQuestions` to say. */
export function readQuestions(path: string, bytes: Uint8Array): QuestionsReading {
  const read = readLibrarianFile(path, bytes);
  if ("problems" in read) return { questions: undefined, problems: read.problems };
  const { value } = read;
  if (value.kind === "nothing") return { questions: [], problems: [] };
  if (value.kind !== "map")
    return { questions: undefined, problems: [{ path, line: value.line, problem: SHAPE }] };
  const faults: Fault[] = [];
  const questions: LocatedQuestions[] = [];
  for (const [source, { line, value: list }] of value.entries) {
    if (list.kind !== "list") faults.push({ line, problem: `${shown(source)}: ${SHAPE}` });
    else
      for (const entry of list.entries) {
        const read = readEntry(source.normalize("NFC"), entry, faults);
        if (read !== undefined) questions.push(read);
      }
  }
  return { questions, problems: toProblems(path, faults) };
}

function readEntry(source: string, entry: Yaml, faults: Fault[]): LocatedQuestions | undefined {
  const says = entry.kind === "map" ? entry.entries.get("says")?.value : undefined;
  const asked = entry.kind === "map" ? entry.entries.get("asked")?.value : undefined;
  if (says?.kind !== "text" || says.text.trim() === "" || asked?.kind !== "list") {
    faults.push({ line: entry.line, problem: `${shown(source)}: ${SHAPE}` });
    return undefined;
  }
  const questions = asked.entries.flatMap((question) => {
    const answer = question.kind === "text" ? checkLine(question.text) : { problem: SHAPE };
    if ("value" in answer) return [answer.value];
    faults.push({ line: question.line, problem: `asked: ${answer.problem}` });
    return [];
  });
  return { source, says: says.text.trim().normalize("NFC"), asked: questions, line: entry.line };
}

interface Place {
  readonly paragraph: number;
  readonly sentence: number;
}

/** Makes the function that tells where some words of a source stand; it answers a number if they stand in none or in several sentences. */
function createPlaces(): (document: Document, words: string) => Place | number {
  // a paragraph has several such sentences
  const cut = new Map<Passage, readonly string[]>();
  function sentencesOf(passage: Passage, language: string): readonly string[] {
    const { text } = passage;
    const known =
      cut.get(passage) ?? sentenceRanges(text, language).map(([from, to]) => text.slice(from, to));
    cut.set(passage, known);
    return known;
  }
  return ({ passages, source }, words) => {
    const found: Place[] = [];
    for (const passage of passages)
      if (passage.text.includes(words))
        sentencesOf(passage, source.language).forEach((text, sentence) => {
          if (text.includes(words)) found.push({ paragraph: passage.paragraph, sentence });
        });
    return found.length === 1 && found[0] !== undefined ? found[0] : found.length;
  };
}

/**
 * Tells which questions point at a sentence that exists; the others are left out and reported.
 * @param documentOf undefined if there is no such source
 */
export function checkQuestions(
  path: string,
  located: readonly LocatedQuestions[],
  documentOf: (sourceId: string) => Document | undefined,
): { readonly questions: readonly KnownQuestion[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const questions: KnownQuestion[] = [];
  const placeOf = createPlaces();
  for (const { source, says, asked, line } of located) {
    const document = documentOf(source);
    const place = document === undefined ? undefined : placeOf(document, says);
    if (typeof place === "object") questions.push(...asked.map((text) => ({ text, source, ...place })));
    else
      problems.push({
        path,
        line,
        problem:
          place === undefined
            ? `there is no source ${shown(source)}`
            : place === 0
              ? `no sentence of ${shown(source)} says "${shown(says)}": write words as they stand there`
              : `${place} sentences of ${shown(source)} say "${shown(says)}": write words that only one has`,
      });
  }
  return { questions, problems };
}
