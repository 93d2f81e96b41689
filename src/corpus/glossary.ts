/** The librarian's glossary: words that mean the same, and words that help to find. */
import type { Glossary, Problem } from "../model.ts";
import { toProblems } from "./document.ts";
import { checkLine } from "./fields.ts";
import { type Fault, shown } from "./front-matter.ts";
import { readLibrarianFile } from "./librarian-file.ts";
import type { Field, Yaml } from "./yaml-lines.ts";

/** What a glossary holds. Without one the file cannot be used; with one, only what the problems name is left out. */
export interface GlossaryReading {
  readonly glossary: Glossary | undefined;
  readonly problems: readonly Problem[];
}

const SHAPE =
  "write the maps same and related, each a term and a list of terms, such as CBP: [Customs and Border Protection]";

/** Reads `glossary.yaml`; touches nothing. An empty file is an empty glossary. */
export function readGlossary(path: string, bytes: Uint8Array): GlossaryReading {
  const read = readLibrarianFile(path, bytes);
  if ("problems" in read) return { glossary: undefined, problems: read.problems };
  const { value } = read;
  if (value.kind === "nothing") return { glossary: { same: [], related: [] }, problems: [] };
  if (value.kind !== "map")
    return { glossary: undefined, problems: [{ path, line: value.line, problem: SHAPE }] };
  const faults: Fault[] = [];
  for (const [name, { line }] of value.entries) {
    if (name !== "same" && name !== "related")
      faults.push({ line, problem: `"${shown(name)}" is not read: ${SHAPE}` });
  }
  const same = terms(value.entries.get("same"), faults).map(({ term, others }) => [term, ...others]);
  const related = terms(value.entries.get("related"), faults).map(({ term, others }) => ({
    term,
    leadsTo: others,
  }));
  return { glossary: { same, related }, problems: toProblems(path, faults) };
}

interface Entry {
  readonly term: string;
  readonly others: readonly string[];
}

function terms(map: Field | undefined, faults: Fault[]): readonly Entry[] {
  if (map === undefined || map.value.kind === "nothing") return [];
  if (map.value.kind !== "map") {
    faults.push({ line: map.value.line, problem: SHAPE });
    return [];
  }
  const entries: Entry[] = [];
  for (const [name, { line, value }] of map.value.entries) {
    const term = word({ kind: "text", line, text: name }, faults);
    const others: string[] = [];
    for (const entry of value.kind === "list" ? value.entries : [value]) {
      const other = word(entry, faults);
      if (other !== undefined) others.push(other);
    }
    if (term !== undefined && others.length > 0) entries.push({ term, others });
  }
  return entries;
}

function word(entry: Yaml, faults: Fault[]): string | undefined {
  const answer = entry.kind === "text" ? checkLine(entry.text) : { problem: SHAPE };
  if ("value" in answer) return answer.value;
  faults.push({ line: entry.line, problem: answer.problem });
  return undefined;
}
