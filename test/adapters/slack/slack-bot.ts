/** The product's bot on the local Slack. */
import { connectSlack } from "../../../adapters/slack/app.ts";
import type { Answer, Question } from "../../../src/model.ts";
import type { Answering, Channel, Library, Platform, SeenEvents } from "../../../src/ports.ts";
import { rememberEvents } from "../../../src/seen.ts";
import { testBot } from "../../doubles/bot.ts";
import { donation, ended, pressLibrary, signers } from "../../doubles/press.ts";
import type { SlackDouble, SlackDoubleOptions } from "../../doubles/slack/slack.ts";
import { closeAfterwards, openSlack } from "../../doubles/slack/trivial-app.ts";

/** The real pauses in miniature: a test has no minutes. */
const TIMING = {
  answer: { attempts: 7, firstMs: 1, mostMs: 4 },
  press: { attempts: 5, firstMs: 1, mostMs: 4 },
  apology: { attempts: 60, firstMs: 1, mostMs: 4 },
};

/** Where the librarians read. */
export const STAFF = "C0LIBRARIAN";

/** What a test may choose. */
export interface SlackBotOptions extends SlackDoubleOptions {
  readonly answer?: Answering;
  readonly library?: Library;
  readonly staffed?: boolean;
  readonly seen?: SeenEvents;
  /** One that runs already; a new one unless said otherwise. */
  readonly slack?: SlackDouble;
}

/** For the moment before there is a platform. */
const NOWHERE: Channel = {
  post: async () => "",
  remove: async () => undefined,
  replace: async () => true,
  find: async () => ({ kind: "cannot-tell" }),
};

/** Knows of signers and a donation, and of nothing else. */
function answerByWord({ text }: Question): Answer {
  if (/sign/i.test(text)) return signers;
  return /donat|money|250/i.test(text) ? donation : ended;
}

/** A connected bot, closed with the test. */
export async function startBot(options: SlackBotOptions = {}) {
  const { answer = answerByWord, library = pressLibrary, staffed = false, seen = rememberEvents() } = options;
  const channels = [...(options.channels ?? []), { id: STAFF, name: "librarians" }];
  const slack = options.slack ?? (await openSlack({ ...options, channels }));
  const bot = testBot({ answer, library, staffed });
  const logged: string[] = [];
  const backs: number[] = [];
  let platform: Platform | undefined;
  const staff = new Proxy(NOWHERE, {
    get: (_, name) => Reflect.get(platform?.channel(STAFF) ?? NOWHERE, name),
  });
  const parts = {
    seen,
    staff: staffed ? staff : undefined,
    now: () => new Date(),
    log: (event: string, details = {}) => void logged.push(JSON.stringify({ event, ...details })),
    back: (awayMs: number) => void backs.push(awayMs),
  };
  const { botToken, appToken, apiUrl } = slack;
  platform = await connectSlack(bot, { mode: "socket", botToken, appToken, apiUrl }, parts, TIMING);
  closeAfterwards(() => platform.close());
  return { slack, platform, bot, logged, backs, all: () => [...logged, ...bot.logged].join("\n") };
}

/** Resolves when the bot is done. Longer than the local Slack's own idea of quiet: a busy machine pauses in the middle, too. */
export const settled = (slack: SlackDouble) => slack.settled({ quietMs: 200, withinMs: 20_000 });

/** What went wrong by Slack's lights: calls it would refuse, and what failed before a person's eyes. */
export const wrongs = (slack: SlackDouble) => [
  ...slack.refusals(),
  ...slack.failedVisibly(),
  ...slack.warnings,
];
