/** Questions in messages: a mention of the bot by name, or anything said to it directly. */
import { type Message, MessageType, PermissionFlagsBits } from "discord.js";
import type { Place } from "../../src/model.ts";
import { joinPost } from "../../src/reply/keys.ts";
import type { Answering } from "./interactions.ts";
import { renderDiscord } from "./render.ts";
import { typedText } from "./typed.ts";

/** Kinds of message that people write. */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** What a message asks. */
export interface Question {
  readonly text: string;
  /** Whether its author may manage the channel it is in. */
  readonly mayManage: boolean;
}

/** The question in a message, read while its author is still known; undefined if it is none for us, as with role and everyone mentions, the ping of a reply, and bots. */
export function questionIn(message: Message, self: string): Question | undefined {
  if (message.author.bot || message.webhookId !== null || !WRITTEN.includes(message.type)) return undefined;
  const named = new RegExp(`<@!?${self}>`);
  const addressed =
    message.guildId === null || (message.mentions.users.has(self) && named.test(message.content));
  return addressed ? { text: typedText(message.content), mayManage: mayManage(message) } : undefined;
}

/** Whether its author may manage the channel it is in. */
const mayManage = ({ member, channel }: Message): boolean =>
  member !== null &&
  !channel.isDMBased() &&
  channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels);

/** Answers a message where it was written: to all as a reply, or directly. */
export async function answerMessage(
  message: Message,
  { text, mayManage }: Question,
  { bot, calls, paced }: Pick<Answering, "bot" | "calls" | "paced">,
): Promise<void> {
  const direct = message.guildId === null;
  const place: Place = { platform: "discord", channel: message.channelId, thread: undefined, direct };
  const audience = direct ? "asker" : "channel";
  const said = { place, audience, mayManage, locale: undefined, text } as const;
  const asker = { who: message.author.id, locale: undefined };
  const reply = await paced.reply(asker, () => bot.say(said));
  const ids: string[] = [];
  for (const [at, body] of renderDiscord(reply, place).entries()) {
    const replyTo = at === 0 && !direct ? { replyTo: message.id } : {};
    // the question's id makes an answer that is given twice one
    ids.push(
      await calls.post({ channel: message.channelId, body, nonce: `${message.id}.${at}`, ...replyTo }),
    );
  }
  await bot.posted(place, joinPost(ids), reply);
}
