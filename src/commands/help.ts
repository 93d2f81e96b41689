import type { Language, Reply, Source } from "../model.ts";
import { exampleActions, exampleBlocks, exampleQuestions } from "../reply/examples.ts";
import { type Line, line, strong } from "../reply/inline.ts";
import { fine, paragraph } from "../reply/reply.ts";
import { wordingFor } from "../reply/wording/tables.ts";
import { type Command, defineCommand, usageOf } from "./command.ts";

/** What help explains. */
export interface HelpNeeds {
  /** The declared commands; a function, since help is one of them. */
  commands(): readonly Command[];
  sources(): readonly Source[];
}

/** `help`: what this is, three questions to start with, and the commands. */
export function helpCommand({ commands, sources }: HelpNeeds): Command {
  return defineCommand({
    name: "help",
    names: { en: "help", sv: "hjälp", es: "ayuda" },
    summary: {
      en: "What this is, with three questions to try",
      sv: "Vad det här är, med tre frågor att pröva",
      es: "Qué es esto, con tres preguntas para probar",
    },
    params: {},
    async run(_, { words, audience, place }) {
      const examples = exampleQuestions(sources(), words);
      const listed: readonly Line[] = commands().map(
        (command) =>
          line`${strong(usageOf({ ...command, name: command.names[words.language] }))}: ${command.summary[words.language]}`,
      );
      return {
        audience,
        language: words.language,
        blocks: [
          paragraph(words.help.what),
          ...exampleBlocks(examples, words),
          paragraph(words.help.commands),
          { kind: "list", ordered: false, items: listed },
          paragraph(words.help.written[place.platform]),
          paragraph(words.help.private),
        ],
        actions: exampleActions(examples, words),
      };
    },
  });
}

/** A first word where there is no other: what this is, three questions to start with, and how to go on. */
export function welcomeReply(sources: readonly Source[], language?: Language): Reply {
  const words = wordingFor(language);
  const examples = exampleQuestions(sources, words);
  return {
    audience: "asker",
    language: words.language,
    blocks: [paragraph(words.terminal.welcome), ...exampleBlocks(examples, words), fine(words.terminal.how)],
    actions: exampleActions(examples, words),
  };
}
