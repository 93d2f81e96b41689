/** Findings as blocks: one after the other, or side by side where they differ. */
import type { Block, Citation, Difference, Finding } from "../model.ts";
import { type Line, line, strong } from "./inline.ts";
import { citedAt, isVerbatim } from "./label.ts";
import type { Shown } from "./shown.ts";
import type { Wording } from "./wording/wording.ts";

/** The findings in the order and form in which a message shows them. */
export function findingBlocks(
  shown: Pick<Shown, "findings" | "difference">,
  words: Wording,
): readonly Block[] {
  const { findings, difference } = shown;
  if (difference === undefined) return plainFindings(findings, words);
  const rest = findings.filter((_, at) => !difference.sides.some((side) => side.includes(at)));
  const sided =
    difference.kind === "less-exact"
      ? lessExact(difference, findings, words)
      : sideBySide(difference, findings, words);
  return [...sided, ...plainFindings(rest, words)];
}

/** A quote as it is shown: three dots stand for what is left out of its sentence. */
function wordsOf({ quote, leftOut: [before, behind] = [false, false] }: Citation): string {
  return `${before ? "… " : ""}${quote}${behind ? " …" : ""}`;
}

/** A finding as a block. */
export function findingBlock(
  finding: Finding,
  labels: readonly Line[],
  extra: { ordinal?: number; side?: string; elsewhere?: readonly Citation[] } = {},
): Block {
  const [first] = finding.citations;
  return {
    kind: "finding",
    ordinal: extra.ordinal,
    side: extra.side,
    words: wordsOf(first),
    language: first.source.language,
    verbatim: isVerbatim(first),
    labels,
    at: [...finding.citations, ...(extra.elsewhere ?? [])],
  };
}

/** One after the other; a source that the finding just before is from is not named in full again. */
export function plainFindings(findings: readonly Finding[], words: Wording): readonly Block[] {
  return findings.map((finding, at) => {
    const [first, ...others] = finding.citations;
    const own = citedAt(first, words);
    const before = findings[at - 1]?.citations;
    const same = before?.length === 1 && before[0].source.id === first.source.id && own.voice !== "quotation";
    const label = same ? words.sameSource(own) : words.label(own);
    return findingBlock(finding, [label, ...others.map((citation) => words.also(citedAt(citation, words)))]);
  });
}

function sideBySide(difference: Difference, findings: readonly Finding[], words: Wording): readonly Block[] {
  const { kind, sides, names, same } = difference;
  const blocks: Block[] = [{ kind: "paragraph", text: strong(words.difference(kind, sides.length)) }];
  sides.forEach((side, at) => {
    const [first, ...others] = side.flatMap((index) => findings[index] ?? []);
    if (first === undefined) return;
    const elsewhere: readonly Citation[] = others.flatMap((each) => each.citations);
    const labels = [
      words.short(citedAt(first.citations[0], words)),
      ...[...first.citations.slice(1), ...elsewhere].map((citation) => words.also(citedAt(citation, words))),
    ];
    const name = names?.[at];
    blocks.push(findingBlock(first, labels, { ordinal: at + 1, elsewhere, ...(name && { side: name }) }));
  });
  if (same !== undefined) blocks.push({ kind: "paragraph", text: line`${words.same(sides.length, same)}` });
  return blocks;
}

/** The exact side is the first; the others only say how they put it. */
function lessExact(difference: Difference, findings: readonly Finding[], words: Wording): readonly Block[] {
  const [exact = [], ...others] = difference.sides;
  const blocks = plainFindings(
    exact.flatMap((index) => findings[index] ?? []),
    words,
  );
  const lines = others.flatMap((side, at) => {
    const [first] = side.flatMap((index) => findings[index] ?? []);
    if (first === undefined) return [];
    const [citation] = first.citations;
    const quote = isVerbatim(citation) ? words.quoted(wordsOf(citation)) : wordsOf(citation);
    const value = difference.names?.[at + 1] ?? quote.replace(/[.]$/, "");
    const text = words.lessExact(value, citedAt(citation, words));
    const block: Block = { kind: "paragraph", text, names: [citation] };
    return [block];
  });
  return [...blocks, ...lines];
}
