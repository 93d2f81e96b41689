import type { Source } from "../model.ts";
import type { Answering } from "../ports.ts";
import { answerReply } from "../reply/reply.ts";
import { type Command, defineCommand } from "./command.ts";
import { MOST_QUESTION } from "./limits.ts";

/** Ranked passages beyond the findings, for More. */
const RANKED = 8;

/** What asking needs. */
export interface AskNeeds {
  readonly answer: Answering;
  /** All sources that are loaded now. */
  sources(): readonly Source[];
  /** Someone reads what is asked of the librarians. */
  readonly staffed: boolean;
}

/** `ask`: an answer from the sources, or that they have none. */
export function askCommand({ answer, sources, staffed }: AskNeeds): Command {
  return defineCommand({
    name: "ask",
    names: { en: "ask", sv: "fråga", es: "preguntar" },
    summary: {
      en: "Answer a question with the words of our sources",
      sv: "Svara på en fråga med våra källors ord",
      es: "Responder una pregunta con las palabras de nuestras fuentes",
    },
    params: {
      question: {
        kind: "text",
        summary: { en: "What you want to know", sv: "Det du vill veta", es: "Lo que quieres saber" },
        required: true,
        maxLength: MOST_QUESTION,
        languageOf: (text) => answer({ text }).language,
      },
    },
    async run({ question }, context) {
      const found = answer({ text: question }, RANKED);
      return answerReply(found, { ...context, sources: sources(), staffed });
    },
  });
}
