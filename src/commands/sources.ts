import type { Document, Source } from "../model.ts";
import type { Library } from "../ports.ts";
import { code, type Line, line, strong } from "../reply/inline.ts";
import { cited, voiceOf } from "../reply/label.ts";
import { paragraph } from "../reply/reply.ts";
import type { Wording } from "../reply/wording/wording.ts";
import { type Command, defineCommand } from "./command.ts";
import { fold, topicSuggestions } from "./finding-sources.ts";

/** Sources in one list; more is no list a person reads on a phone. */
const MOST_LISTED = 20;

/** `sources`: what answers are made of, all or about one thing. */
export function sourcesCommand(library: Library): Command {
  return defineCommand({
    name: "sources",
    names: { en: "sources", sv: "källor", es: "fuentes" },
    summary: {
      en: "List the sources, all or about one thing",
      sv: "Visa källorna, alla eller om en sak",
      es: "Mostrar las fuentes, todas o sobre un tema",
    },
    params: {
      about: {
        kind: "text",
        summary: {
          en: "A topic, publisher or word of the title",
          sv: "Ett ämne, en utgivare eller ett ord ur titeln",
          es: "Un tema, un medio o una palabra del título",
        },
        required: false,
        maxLength: 100,
        suggest: (typed) => topicSuggestions(library.sources(), typed),
      },
    },
    async run({ about }, { words, audience }) {
      const all = worksFirst(library.sources());
      const chosen = about === undefined ? all : all.filter((source) => isAbout(source, about));
      const items = chosen
        .slice(0, MOST_LISTED)
        .map((source) => listed(source, library.document(source.id), words));
      const rest = chosen.length - items.length;
      const none = all.length === 0 ? words.source.empty : words.source.none(topicsOf(all));
      return {
        audience,
        language: words.language,
        blocks:
          chosen.length === 0
            ? [paragraph(none)]
            : [
                { kind: "heading", text: words.source.heading(chosen.length) },
                { kind: "list", ordered: false, items },
                ...(rest > 0 ? [paragraph(words.source.rest(rest))] : []),
              ],
        actions: [],
      };
    },
  });
}

// notes speak of the works, and there may be more of them
function worksFirst(sources: readonly Source[]): readonly Source[] {
  const isNote = ({ kind }: Source) => kind === "note";
  return [...sources.filter((source) => !isNote(source)), ...sources.filter(isNote)];
}

function isAbout(source: Source, about: string): boolean {
  const words = [source.id, source.title, source.publisher, ...source.topics].map(fold).join(" ");
  return fold(about)
    .split(/\s+/)
    .every((word) => words.includes(word));
}

const topicsOf = (sources: readonly Source[]) =>
  [...new Set(sources.flatMap((source) => source.topics))].slice(0, MOST_LISTED);

function listed(source: Source, document: Document | undefined, words: Wording): Line {
  const { link } = cited(source, words);
  const kind = words.source.kind(voiceOf(source), document?.passages.length ?? 0);
  const where = link.length === 0 ? link : line` (${link})`;
  return line`${strong(source.title)}, ${source.publisher}, ${words.date(source.published)}${where}: ${kind}. ${code(source.id)}`;
}
