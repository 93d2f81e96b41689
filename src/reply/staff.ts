/** What the librarians' channel hears from the bot itself. One line each, in English: it is the operator's language, too. */
import type { Problem, Reply } from "../model.ts";
import { paragraph } from "./reply.ts";
import { wordingFor } from "./wording/tables.ts";

/** Files that are named; a folder that breaks as a whole is one line, too. */
const MOST_NAMED = 3;

/** The bot was cut off and is back. */
export function awayReply(platform: string, awayMs: number): Reply {
  return lineOf(words().notices.away(platform, Math.max(1, Math.round(awayMs / 60_000))));
}

/** Files of the corpus that cannot be read any more. */
export function brokenReply(problems: readonly Problem[]): Reply {
  const named = problems.slice(0, MOST_NAMED).map(({ path, line, problem }) => `${path}:${line}: ${problem}`);
  const rest = problems.length > MOST_NAMED ? ["…"] : [];
  return lineOf(words().notices.broken([...named, ...rest]));
}

/** One plain line. */
export const lineReply = (text: string): Reply => lineOf(text);

const words = () => wordingFor("en");

const lineOf = (text: string): Reply => ({
  audience: "channel",
  language: "en",
  blocks: [paragraph(text)],
  actions: [],
});
