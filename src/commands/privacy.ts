import { type Command, defineCommand } from "./command.ts";

/** `privacy`: who sees what, by way in, and what is kept. */
export function privacyCommand(): Command {
  return defineCommand({
    name: "privacy",
    names: { en: "privacy", sv: "integritet", es: "privacidad" },
    summary: {
      en: "Who sees what, and what is kept",
      sv: "Vem som ser vad, och vad som sparas",
      es: "Quién ve qué, y qué se guarda",
    },
    params: {},
    async run(_, { words, audience }) {
      const items = words.privacy.map((each) => [{ kind: "text", text: each }] as const);
      return {
        audience,
        language: words.language,
        blocks: [{ kind: "list", ordered: false, items }],
        actions: [],
      };
    },
  });
}
