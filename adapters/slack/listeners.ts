/** What people do in Slack, translated for the bot, and its replies translated back. Everything is acknowledged first. */
import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Bot } from "../../src/bot.ts";
import type { Place } from "../../src/model.ts";
import type { Asker, Paced } from "../../src/paced.ts";
import type { Log, SeenEvents } from "../../src/ports.ts";
import { isNew } from "../../src/seen.ts";
import type { Answers, Asking, Whereabouts } from "./answers.ts";
import { messageText } from "./message-text.ts";
import { typedText } from "./typed.ts";

/** Names that are registered with Slack, in the manifest and here. */
export const ASK_COMMAND = "/ask";
export const BOT_COMMAND = "/receipts";
export const FIND_SHORTCUT = "find_sources";

/** What listeners need. */
export interface ListenerNeeds {
  readonly bot: Bot;
  readonly answers: Answers;
  readonly paced: Paced;
  /** Messages that were answered lately; outlives a restart. */
  readonly seen: SeenEvents;
  /** Events that came in lately. */
  readonly recent: SeenEvents;
  readonly log: Log;
  now(): Date;
  /** Does what an event asks for, and counts it until it is over. Never rejects. */
  run(task: () => Promise<void>): Promise<void>;
}

/** Slack tells no language of the asker's; the question decides. */
const LOCALE = undefined;

/** What is said of everyone: who is in a channel may do there what anyone may. */
export const ANYONE = { locale: LOCALE, mayManage: true } as const;

/** Registers commands, mentions, direct messages and the message shortcut. */
export function listen(app: App, needs: ListenerNeeds): void {
  const { bot, answers, paced, run } = needs;

  app.command(new RegExp(`^(${ASK_COMMAND}|${BOT_COMMAND})$`), ({ ack, command }) =>
    run(async () => {
      await ack();
      await turn();
      const { channel_id: channel, user_id: user, response_url: responseUrl } = command;
      const asking: Asking = { channel, user, responseUrl, thread: undefined, onMessage: false };
      const place = placeOf(asking);
      const text = typedText(command.text ?? "");
      const where = { ...ANYONE, place, audience: "asker" } as const;
      const reply = await paced.reply(askerOf(user), () =>
        command.command === ASK_COMMAND
          ? bot.handle({ ...where, command: "ask", args: { question: text } })
          : bot.say({ ...where, text: `/${text}` }),
      );
      await answers.inPrivate(asking, reply);
    }),
  );

  app.shortcut({ callback_id: FIND_SHORTCUT, type: "message_action" }, ({ ack, shortcut }) =>
    run(async () => {
      await ack();
      await turn();
      // the constraint above lets only message shortcuts in, which bolt's type does not say
      if (shortcut.type !== "message_action") return;
      const { channel, user, message, response_url: responseUrl } = shortcut;
      const thread = typeof message.thread_ts === "string" ? message.thread_ts : undefined;
      const asking: Asking = { channel: channel.id, user: user.id, responseUrl, thread, onMessage: false };
      const said = {
        text: typedText(messageText(message)),
        place: placeOf(asking),
        audience: "asker",
      } as const;
      const reply = await paced.reply(askerOf(user.id), () => bot.find({ ...ANYONE, ...said }));
      await answers.inPrivate(asking, reply);
    }),
  );

  app.event("app_mention", (args) => run(() => mention(needs, args)));
  app.event("message", (args) => run(() => directMessage(needs, args)));
}

type EventOf<Name extends string> = SlackEventMiddlewareArgs<Name> & AllMiddlewareArgs;

async function mention(needs: ListenerNeeds, { event, body }: EventOf<"app_mention">): Promise<void> {
  const { channel, user, ts } = event;
  const fromBot = "bot_id" in event && event.bot_id !== undefined;
  if (user === undefined || fromBot || "edited" in event) return;
  if (!(await isFirst(needs, body.event_id, `${channel} ${ts}`))) return;
  const where: Whereabouts = { channel, user, thread: event.thread_ts ?? ts };
  const place = placeOf(where);
  const audience = place.direct ? "asker" : "channel";
  const said = { ...ANYONE, text: typedText(messageText(event)), place, audience } as const;
  const reply = await needs.paced.reply(askerOf(user), () => needs.bot.say(said));
  const postId = await needs.answers.inChannel({ ...where, direct: place.direct }, reply);
  if (postId !== undefined) await needs.bot.posted(place, postId, reply);
}

/** Messages in channels are nobody's question to the bot, whatever the app is subscribed to. */
async function directMessage(needs: ListenerNeeds, { event, body }: EventOf<"message">): Promise<void> {
  if (event.channel_type !== "im" || !isTyped(event)) return;
  const { channel, user, ts } = event;
  const fromBot = "bot_id" in event && event.bot_id !== undefined;
  if (fromBot || user === undefined) return;
  if (!(await isFirst(needs, body.event_id, `${channel} ${ts}`))) return;
  const thread = "thread_ts" in event ? event.thread_ts : undefined;
  const where: Whereabouts = { channel, user, thread };
  const text = typedText(messageText(event));
  const said = { ...ANYONE, text, place: placeOf(where), audience: "asker" } as const;
  const reply = await needs.paced.reply(askerOf(user), () => needs.bot.say(said));
  await needs.answers.inChannel({ ...where, direct: true }, reply);
}

/** Kinds of messages that a person has typed; the others tell of something that was done. */
type Typed = "file_share" | "me_message" | "thread_broadcast" | undefined;
const TYPED: readonly unknown[] = ["file_share", "me_message", "thread_broadcast", undefined];

const isTyped = <E extends { readonly subtype: unknown }>(
  event: E,
): event is Extract<E, { readonly subtype: Typed }> => TYPED.includes(event.subtype);

/** The same thing may come as two events, and the same event several times. */
async function isFirst(needs: ListenerNeeds, eventId: string, message: string): Promise<boolean> {
  // an event that comes again has the same message, so after a restart the message is enough
  const first = await isNew(eventId, { ...needs, seen: needs.recent });
  return (await isNew(`slack ${message}`, needs)) && first;
}

/** Whoever asks, for the pace alone. */
export const askerOf = (who: string): Asker => ({ who, locale: LOCALE });

/** A place without whoever is there. Slack's ids of direct messages begin with a D. */
export function placeOf({ channel, thread }: Pick<Whereabouts, "channel" | "thread">): Place {
  return { platform: "slack", channel, thread, direct: channel.startsWith("D") };
}

/** Lets what came in at the same time be acknowledged before anything is computed. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
