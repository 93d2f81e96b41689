/** Paragraphs of a source as replies: in their context, from the beginning, or as further passages. */
import type { Audience, Block, Citation, Document, Passage, Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import { plainFindings } from "./findings.ts";
import { line } from "./inline.ts";
import { cited, isVerbatim } from "./label.ts";
import type { Wording } from "./wording/wording.ts";

/** Whose words, and for whom. */
export interface Manner {
  readonly words: Wording;
  readonly audience: Audience;
}

/** Paragraphs before and after the cited one. */
const NEIGHBOURS = 1;

/** Paragraphs that a source begins with when no paragraph is asked for. */
const FIRST = 5;

/** Cited paragraphs, each whole and with its neighbours; a paragraph that is near two of them is shown once. */
export function contextReply(
  cites: readonly Pick<Citation, "source" | "paragraph">[],
  library: Library,
  { words, audience }: Manner,
): Reply {
  const blocks: Block[] = [];
  for (const id of new Set(cites.map(({ source }) => source.id))) {
    const document = library.document(id);
    if (document === undefined) continue;
    const asked = new Set(cites.filter(({ source }) => source.id === id).map(({ paragraph }) => paragraph));
    const near = document.passages.filter(({ paragraph }) =>
      [...asked].some((each) => Math.abs(each - paragraph) <= NEIGHBOURS),
    );
    blocks.push(...documentBlocks(document, near, { words, asked }));
  }
  return { audience, language: words.language, blocks, actions: [] };
}

/** The first paragraphs of a source. */
export function startReply(document: Document, { words, audience }: Manner): Reply {
  const blocks = documentBlocks(document, document.passages.slice(0, FIRST), { words, asked: new Set() });
  return { audience, language: words.language, blocks, actions: [] };
}

/** Passages beyond an answer's, each with its citation. */
export function moreReply(citations: readonly Citation[], { words, audience }: Manner): Reply {
  const found = plainFindings(
    citations.map((citation) => ({ citations: [citation] })),
    words,
  );
  const blocks: readonly Block[] = [{ kind: "paragraph", text: line`${words.press.more}` }, ...found];
  return { audience, language: words.language, blocks, actions: [] };
}

function documentBlocks(
  document: Document,
  passages: readonly Passage[],
  { words, asked }: { readonly words: Wording; readonly asked: ReadonlySet<number> },
): readonly Block[] {
  const { source } = document;
  const about = cited(source, words);
  const where = about.link.length === 0 ? about.link : line` (${about.link})`;
  const kind = words.source.kind(about.voice, document.passages.length);
  return [
    { kind: "heading", text: source.title },
    {
      kind: "fine",
      text: line`${source.publisher}, ${words.date(source.published)}${where}: ${kind}.`,
    },
    ...passages.map((passage) => passageBlock(passage, document, { words, asked })),
  ];
}

function passageBlock(
  passage: Passage,
  document: Document,
  { words, asked }: { readonly words: Wording; readonly asked: ReadonlySet<number> },
): Block {
  const where = words.source.paragraph(passage.paragraph, document.passages.length);
  const label = asked.has(passage.paragraph) ? `${where} (${words.source.asked})` : where;
  return {
    kind: "finding",
    ordinal: undefined,
    side: undefined,
    words: passage.text,
    language: passage.source.language,
    verbatim: isVerbatim(passage),
    labels: [line`${label}`],
    at: [{ ...passage, quote: passage.text }],
  };
}
