/** Replies of every kind, made of the shipped corpus by the bot itself. */

import { renderDiscord } from "../../adapters/discord/render.ts";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { renderSlack } from "../../adapters/slack/render.ts";
import { createAnswering, createLibrary } from "../../src/answer/answer.ts";
import { assembleBot } from "../../src/assemble.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import { NO_MEMORY } from "../../src/digest/post-memory.ts";
import type { ActionKind, Place, Reply } from "../../src/model.ts";
import type { Channel } from "../../src/ports.ts";
import type { Shown } from "./page.ts";

const CHANNEL = "C0GENERAL01";
const place: Place = { platform: "slack", channel: CHANNEL, thread: undefined, direct: false };
const where = { place, audience: "asker", mayManage: true, locale: undefined } as const;

/** Every example, in the order of the page. */
export async function examplesOfAll(): Promise<readonly Shown[]> {
  const corpus = createCorpus({ commonWords: readCommonWords });
  const folder = await openKnowledge("knowledge", corpus, { watch: false });
  const library = createLibrary(corpus);
  const bot = assembleBot({
    library,
    answer: createAnswering(corpus),
    staffed: true,
    more: [],
    posts: NO_MEMORY,
    log: () => undefined,
  });
  const posts: Reply[] = [];
  const channel: Channel = {
    post: async (reply) => `P${posts.push(reply)}`,
    remove: async () => undefined,
    replace: async () => true,
    find: async () => ({ kind: "cannot-tell" }),
  };
  const ask = (question: string) => bot.handle({ ...where, command: "ask", args: { question } });
  const say = (text: string) => bot.say({ ...where, text });
  const press = async (reply: Reply, kind: ActionKind) => {
    const keys = reply.actions.find((each) => each.kind === kind)?.keys ?? [];
    return (await bot.press({ action: kind, keys, place, message: "M1", locale: undefined }, channel)).reply;
  };

  const exact = await ask("How many Salesforce employees signed the letter?");
  const confirm = await press(exact, "share");
  const shared = await press(confirm, "share-confirmed");
  const accounts = await ask("What did RAICES do with the $250,000 from Salesforce?");
  const shown: readonly (readonly [string, Reply])[] = [
    ["An answer; less exact elsewhere", exact],
    ["Two accounts", accounts],
    ["Not found", await ask("Why did Oracle cancel its contract?")],
    ["Share asks once", confirm],
    ["The confirmation", shared],
    ["In Swedish", await ask("Hur många anställda på Salesforce skrev under brevet?")],
    ["Context", await press(exact, "context")],
    ["Long: a source from its beginning", await say("/source press/salesforce-letter")],
    ["Help", await say("/help")],
    ["An error", await say("/suorces")],
  ];
  await folder.close();
  const onBoth = (reply: Reply) => ({
    slack: renderSlack(reply, { channel: CHANNEL }),
    discord: renderDiscord(reply, place),
  });
  return [
    ...shown.map(([title, reply]) => ({ title, hidden: true, ...onBoth(reply) })),
    ...posts.map((post) => ({ title: "The shared post, for everyone", hidden: false, ...onBoth(post) })),
  ];
}
