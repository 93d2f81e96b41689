/** A platform's page about the bot: what it is, how to begin, who sees what. */
import type { Reply } from "../model.ts";
import { paragraph } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** The page, around a help that was worded before. */
export function homeReply(help: Reply, words: Wording): Reply {
  const { home, privacy } = words;
  return {
    ...help,
    blocks: [
      ...help.blocks,
      { kind: "heading", text: home.addHeading },
      paragraph(home.add),
      { kind: "heading", text: home.privacyHeading },
      { kind: "list", ordered: false, items: privacy.map((text) => [{ kind: "text", text }]) },
    ],
  };
}
