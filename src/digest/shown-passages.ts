/** Which paragraphs of the corpus a reply stands on, with their words. */
import type { Block, Quoted, Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import type { ShownPassage } from "./model.ts";

/** The paragraphs that its words are quoted from, and those that it names for the same; in order, each once. */
export function shownIn({ blocks }: Reply, library: Pick<Library, "passage">): readonly ShownPassage[] {
  const shown = blocks.flatMap(quotedIn).map(({ quoted, named }): ShownPassage => {
    const { source, paragraph, quote } = quoted;
    return {
      source: source.id,
      title: source.title,
      publisher: source.publisher,
      paragraph,
      quote,
      text: library.passage({ source: source.id, paragraph })?.text ?? quote,
      ...(named && { named }),
    };
  });
  return shown.filter((each, at) => !shown.slice(0, at).some((other) => isSame(each, other)));
}

function quotedIn(block: Block): readonly { readonly quoted: Quoted; readonly named: boolean }[] {
  const as = (named: boolean) => (quoted: Quoted) => ({ quoted, named });
  if (block.kind === "paragraph")
    return [...(block.shows ?? []).map(as(false)), ...(block.names ?? []).map(as(true))];
  if (block.kind !== "finding") return [];
  const [from, ...others] = block.at;
  // as they were shown, with what stands for words left out
  return [...(from ? [as(false)({ ...from, quote: block.words })] : []), ...others.map(as(true))];
}

const isSame = (a: ShownPassage, b: ShownPassage) =>
  a.source === b.source && a.paragraph === b.paragraph && a.quote === b.quote;
