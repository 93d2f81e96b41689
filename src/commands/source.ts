import { UsageError } from "../errors.ts";
import type { Source } from "../model.ts";
import type { Library } from "../ports.ts";
import { contextReply, startReply } from "../reply/context.ts";
import type { Wording } from "../reply/wording/wording.ts";
import { type Command, defineCommand } from "./command.ts";
import { sourceSuggestions, sourcesNamed } from "./finding-sources.ts";

/** Names that a usage error offers. */
const MOST_MEANT = 5;

/** `source`: a source from its beginning, or a citation in its context. */
export function sourceCommand(library: Library): Command {
  return defineCommand({
    name: "source",
    names: { en: "source", sv: "källa", es: "fuente" },
    summary: {
      en: "Read a source, or one paragraph in its context",
      sv: "Läs en källa, eller ett stycke i sitt sammanhang",
      es: "Leer una fuente, o un párrafo en su contexto",
    },
    params: {
      source: {
        kind: "text",
        summary: {
          en: "Its name as sources lists it, or words of its title",
          sv: "Namnet som sources visar, eller ord ur titeln",
          es: "Su nombre según sources, o palabras de su título",
        },
        required: true,
        maxLength: 200,
        suggest: (typed) => sourceSuggestions(library.sources(), typed),
      },
      paragraph: {
        kind: "integer",
        summary: { en: "The paragraph's number", sv: "Styckets nummer", es: "El número del párrafo" },
        required: false,
        min: 1,
        max: 100_000,
      },
    },
    async run({ source: typed, paragraph }, { words, audience }) {
      const citation = library.cite(typed);
      if (citation !== undefined) return contextReply([citation], library, { words, audience });
      const [name, number] = withNumber(typed, paragraph);
      const document = library.document(oneSource(library.sources(), name, words).id);
      if (document === undefined) throw new UsageError(words.usage.unknownSource([]));
      if (number === undefined) return startReply(document, { words, audience });
      const passage = library.passage({ source: document.source.id, paragraph: number });
      if (passage === undefined) throw new UsageError(words.usage.unknownParagraph(document.passages.length));
      return contextReply([passage], library, { words, audience });
    },
  });
}

/** "press/letter#3" names a paragraph, too, as the librarians' files do. */
function withNumber(typed: string, paragraph: number | undefined): readonly [string, number | undefined] {
  const [, name = typed, number] = /^(.*?)\s*#\s*(\d{1,6})$/.exec(typed) ?? [];
  return [name, paragraph ?? (number === undefined ? undefined : Number(number))];
}

function oneSource(sources: readonly Source[], typed: string, words: Wording): Source {
  const named = sourcesNamed(sources, typed);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const meant = typed === "" ? sources : named;
  throw new UsageError(words.usage.unknownSource(meant.slice(0, MOST_MEANT).map(({ id }) => id)));
}
