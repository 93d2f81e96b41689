/**
 * What a message showed, as short keys for its buttons, and back. The keys carry citations and the language of the wording, never a
 * question, so that a button works after a restart and says nothing about who asked what.
 */
import type { Citation, Difference, DifferenceKind, Finding, Language, PassageReference } from "../model.ts";
import type { Library } from "../ports.ts";

/** Findings as a message shows them. */
export interface Shown {
  readonly language: Language;
  readonly findings: readonly [Finding, ...Finding[]];
  readonly difference: Difference | undefined;
}

const KINDS: readonly DifferenceKind[] = ["two-accounts", "less-exact", "different-moments", "two-figures"];

/** Keys of letters, digits and a few signs, without spaces or colons: the language, the difference, then one for each finding. */
export function shownKeys({ language, findings, difference }: Shown): readonly string[] {
  return [
    language,
    difference === undefined ? "-" : differenceKey(difference),
    ...findings.map((finding) => finding.citations.map((citation) => citation.key).join("+")),
  ];
}

/** What the keys stand for now; undefined as soon as one of its paragraphs has changed or gone. */
export function shownBy(keys: readonly string[], library: Library): Shown | undefined {
  const [language = "en", differenceAs = "-", ...rest] = keys;
  const findings: Finding[] = [];
  for (const key of rest) {
    const citations = citationsBy(key.split("+"), library);
    if (citations === undefined) return undefined;
    findings.push({ citations });
  }
  const [first, ...others] = findings;
  if (first === undefined) return undefined;
  return {
    language,
    findings: [first, ...others],
    difference: differenceBy(differenceAs, findings, library),
  };
}

function citationsBy(keys: readonly string[], library: Library): Finding["citations"] | undefined {
  const citations = keys.map((key) => library.cite(key)).filter((citation) => citation !== undefined);
  const [first, ...others] = citations;
  return first === undefined || citations.length < keys.length ? undefined : [first, ...others];
}

function differenceKey({ kind, sides, same }: Difference): string {
  const indexes = sides.map((side) => side.join(".")).join("_");
  return [KINDS.indexOf(kind), indexes, encodeURIComponent(same ?? "")].join("~");
}

function differenceBy(key: string, findings: readonly Finding[], library: Library): Difference | undefined {
  const [kindAs = "", sidesAs = "", same = ""] = key.split("~");
  const kind = KINDS[Number.parseInt(kindAs, 10)];
  const sides = sidesAs.split("_").map((side) => side.split(".").map(Number));
  const known = sides.every((side) => side.every((index) => findings[index] !== undefined));
  if (kind === undefined || !known) return undefined;
  const firsts = sides.map((side) => findings[side[0] ?? 0]?.citations[0]);
  const declared = library
    .differences()
    .find((each) => each.kind === kind && firsts.every((first, at) => isOn(first, each.sides[at] ?? [])));
  return {
    kind,
    about: declared?.about ?? "",
    ...(declared?.names && { names: declared.names }),
    sides,
    same: decodeURIComponent(same) || undefined,
  };
}

function isOn(citation: Citation | undefined, side: readonly PassageReference[]): boolean {
  return side.some(
    ({ source, paragraph }) => source === citation?.source.id && paragraph === citation.paragraph,
  );
}
