/** Which paragraphs of the corpus a reply shows, with their words. */
import type { Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import type { ShownPassage } from "./model.ts";

/** The paragraphs that findings are quoted from, in order. */
export function shownIn({ blocks }: Reply, library: Pick<Library, "passage">): readonly ShownPassage[] {
  return blocks.flatMap((block) => {
    const [location] = block.kind === "finding" ? block.at : [];
    if (block.kind !== "finding" || location === undefined) return [];
    const { source, paragraph } = location;
    const text = library.passage({ source: source.id, paragraph })?.text ?? block.words;
    return [
      {
        source: source.id,
        title: source.title,
        publisher: source.publisher,
        paragraph,
        quote: block.words,
        text,
      },
    ];
  });
}
