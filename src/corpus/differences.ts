/** The librarian's differences: which paragraphs give different values for one thing, and in what way. */
import type { KnownDifference, PassageReference, Problem } from "../model.ts";
import { toProblems } from "./document.ts";
import { type Check, checkLine } from "./fields.ts";
import { type Fault, shown } from "./front-matter.ts";
import { readLibrarianFile } from "./librarian-file.ts";
import type { Field, Yaml } from "./yaml-lines.ts";

/** A difference, and the 1-based line of each of its references, side by side. */
export interface LocatedDifference {
  readonly difference: KnownDifference;
  readonly lines: readonly (readonly number[])[];
}

/** What a differences file holds. Undefined: the file cannot be used; else only what the problems name is left out. */
export interface DifferencesReading {
  readonly differences: readonly LocatedDifference[] | undefined;
  readonly problems: readonly Problem[];
}

const LONGEST_NAME = 40;
const KINDS: readonly KnownDifference["kind"][] = ["two-accounts", "less-exact", "different-moments"];
const SHAPE =
  'write a list named differences, each with about, kind and sides, such as sides: [["press/x#3"], ["press/y#2"]]';

/** Reads `differences.yaml`; touches nothing. Whether its references exist is for `checkDifferences` to say. */
export function readDifferences(path: string, bytes: Uint8Array): DifferencesReading {
  const read = readLibrarianFile(path, bytes);
  if ("problems" in read) return { differences: undefined, problems: read.problems };
  const { value } = read;
  if (value.kind === "nothing") return { differences: [], problems: [] };
  const list = value.kind === "map" ? value.entries.get("differences")?.value : undefined;
  if (list?.kind === "nothing") return { differences: [], problems: [] };
  if (list?.kind !== "list")
    return { differences: undefined, problems: [{ path, line: value.line, problem: SHAPE }] };
  const faults: Fault[] = [];
  const differences = list.entries
    .map((entry) => readDifference(entry, faults))
    .filter((read) => read !== undefined);
  return { differences, problems: toProblems(path, faults) };
}

function readDifference(entry: Yaml, faults: Fault[]): LocatedDifference | undefined {
  if (entry.kind !== "map") {
    faults.push({ line: entry.line, problem: SHAPE });
    return undefined;
  }
  const about = word(entry, "about", checkLine, faults);
  const written = word(entry, "kind", checkDifferenceKind, faults);
  const kind = KINDS.find((known) => known === written);
  const sides = readSides(entry.line, entry.entries.get("sides"), faults);
  if (about === undefined || kind === undefined || sides === undefined) return undefined;
  const references = sides.map((side) => side.map(({ reference }) => reference));
  const lines = sides.map((side) => side.map(({ line }) => line));
  const names = readNames(entry.entries.get("names"), sides.length, faults);
  return { difference: { kind, about, ...(names && { names }), sides: references }, lines };
}

const checkDifferenceKind: Check = (text) =>
  KINDS.some((kind) => kind === text) ? { value: text } : { problem: `write ${KINDS.join(", ")}` };

function word(
  entry: Yaml & { kind: "map" },
  name: string,
  check: Check,
  faults: Fault[],
): string | undefined {
  const field = entry.entries.get(name);
  const answer = check(field?.value.kind === "text" ? field.value.text : "");
  if ("value" in answer) return answer.value;
  faults.push({ line: field?.line ?? entry.line, problem: `${name}: ${answer.problem}` });
  return undefined;
}

interface LocatedReference {
  readonly reference: PassageReference;
  readonly line: number;
}

/** Undefined if there are not two sides, or one is wrong: half a difference would be a claim of its own. */
function readSides(
  line: number,
  field: Field | undefined,
  faults: Fault[],
): readonly (readonly LocatedReference[])[] | undefined {
  const written = field?.value.kind === "list" ? field.value.entries : [];
  if (written.length < 2) {
    faults.push({
      line: field?.line ?? line,
      problem: 'sides: write at least two, such as [["press/x#3"], ["press/y#2"]]',
    });
    return undefined;
  }
  const sides: LocatedReference[][] = [];
  for (const side of written) {
    const references = (side.kind === "list" ? side.entries : [side]).map((entry) =>
      readReference(entry, faults),
    );
    const known = references.filter((reference) => reference !== undefined);
    if (known.length < references.length) return undefined;
    if (known.length === 0) faults.push({ line: side.line, problem: "sides: a side is empty" });
    sides.push(known);
  }
  return sides.every((side) => side.length > 0) && areApart(sides, faults) ? sides : undefined;
}

/** Whether no paragraph stands on two sides: it would differ from itself. */
function areApart(sides: readonly (readonly LocatedReference[])[], faults: Fault[]): boolean {
  const sideOf = new Map<string, number>();
  const known = faults.length;
  sides.forEach((side, at) => {
    for (const { reference, line } of side) {
      const name = `${reference.source}#${reference.paragraph}`;
      if ((sideOf.get(name) ?? at) !== at)
        faults.push({ line, problem: `sides: ${shown(name)} stands on two sides: leave it on one` });
      sideOf.set(name, at);
    }
  });
  return faults.length === known;
}

/** Undefined if there are none, or one is wrong: a difference stands without names, but not with those of some sides. */
function readNames(field: Field | undefined, sides: number, faults: Fault[]): readonly string[] | undefined {
  if (field === undefined || field.value.kind === "nothing") return undefined;
  const { line, value } = field;
  const written = value.kind === "list" ? value.entries : [];
  if (written.length !== sides) {
    const count =
      value.kind === "list" ? `there are ${sides} sides and ${written.length} names` : "this is no list";
    faults.push({
      line,
      problem: `names: ${count}: write one for each side, such as [Turned down, Handed back]`,
    });
    return undefined;
  }
  const names = written.map((entry) => readName(entry, faults)).filter((name) => name !== undefined);
  return names.length === sides ? names : undefined;
}

function readName(entry: Yaml, faults: Fault[]): string | undefined {
  const answer = checkName(entry.kind === "text" ? entry.text : "");
  if ("value" in answer) return answer.value;
  faults.push({ line: entry.line, problem: `names: ${answer.problem}` });
  return undefined;
}

const checkName: Check = (text) => {
  const answer = checkLine(text);
  return "value" in answer && answer.value.length > LONGEST_NAME
    ? { problem: `shorten "${shown(answer.value)}" to ${LONGEST_NAME} characters` }
    : answer;
};

function readReference(entry: Yaml, faults: Fault[]): LocatedReference | undefined {
  const text = entry.kind === "text" ? entry.text.trim() : "";
  const hash = text.lastIndexOf("#");
  const paragraph = text.slice(hash + 1);
  if (hash > 0 && /^[1-9]\d{0,6}$/.test(paragraph)) {
    const reference = { source: text.slice(0, hash).normalize("NFC"), paragraph: Number(paragraph) };
    return { reference, line: entry.line };
  }
  faults.push({
    line: entry.line,
    problem: `sides: "${shown(text)}" is no paragraph: write one as source#paragraph`,
  });
  return undefined;
}

/**
 * Tells which differences point at paragraphs that exist; the others are left out and reported.
 * @param paragraphsOf how many paragraphs a source has, undefined if there is no such source
 */
export function checkDifferences(
  path: string,
  located: readonly LocatedDifference[],
  paragraphsOf: (sourceId: string) => number | undefined,
): { readonly differences: readonly KnownDifference[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const differences: KnownDifference[] = [];
  for (const { difference, lines } of located) {
    const known = problems.length;
    difference.sides.forEach((side, s) => {
      side.forEach(({ source, paragraph }, r) => {
        const count = paragraphsOf(source);
        if (count !== undefined && paragraph <= count) return;
        const missing =
          count === undefined
            ? `there is no source ${shown(source)}`
            : `${shown(source)} ends with paragraph ${count}`;
        problems.push({
          path,
          line: lines[s]?.[r] ?? 1,
          problem: `${shown(source)}#${paragraph}: ${missing}`,
        });
      });
    });
    if (problems.length === known) differences.push(difference);
  }
  return { differences, problems };
}
