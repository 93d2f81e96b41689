/** The bot: what was said or pressed in, a reply out. The one place where failures become replies. */
import { type Command, type CommandContext, usageOf } from "./commands/command.ts";
import { commandNamed, nearestName, readLine } from "./commands/line.ts";
import type { PostMemory } from "./digest/post-memory.ts";
import { BotError, DataFolderError, DeliveryError, nameOf, UsageError } from "./errors.ts";
import type { Form, Invocation, Place, Press, Pressed, Reply } from "./model.ts";
import type { Channel, Log } from "./ports.ts";
import type { Presses } from "./press.ts";
import { homeReply } from "./reply/home.ts";
import { librarianForm, librarianPost } from "./reply/librarians.ts";
import { noticeReply } from "./reply/notice.ts";
import { wordingFor } from "./reply/wording/tables.ts";
import type { Wording } from "./reply/wording/wording.ts";

/** Words said to the bot, as in a mention, a direct message or a terminal. */
export type Said = Omit<Invocation, "command" | "args"> & { readonly text: string };

/** What adapters translate to and from. Nothing here throws: what goes wrong is a reply, too. */
export interface Bot {
  /** In the order of their declaration. */
  readonly commands: readonly Command[];
  /** Runs a command whose words the platform has already told apart. */
  handle(invocation: Invocation): Promise<Reply>;
  /** Answers free words: a question, or a command by its name. After a slash they are a command, and "/" alone is help. */
  say(said: Said): Promise<Reply>;
  /** Says what the sources have on a message that was written for others. */
  find(said: Said): Promise<Reply>;
  /** Does what a button is for. What it posts, it posts through `channel`. */
  press(press: Press, channel: Channel): Promise<Pressed>;
  /** Notes that a public answer was posted, so that its words can be corrected. */
  posted(place: Place, postId: string, reply: Reply): Promise<void>;
  /** Forgets a channel that the bot was removed from, or that is gone. */
  removedFrom(channel: Pick<Place, "platform" | "channel">): Promise<void>;
  /** The page about the bot, where a platform has one. */
  home(where: Omit<Said, "text">): Promise<Reply>;
  /** The box behind "Ask the librarians". */
  librarianForm(language: string | undefined): Form;
  /** Sends what was typed into that box to the librarians' channel, without a name. */
  toLibrarians(text: string, language: string | undefined, staff: Channel): Promise<Reply>;
}

/** What a bot is made of. */
export interface BotParts {
  readonly commands: readonly Command[];
  /** What the sources have on a message, whoever it was written for. */
  readonly find: (text: string, context: CommandContext) => Promise<Reply>;
  /** Made when a button is first pressed. */
  presses(): Promise<Presses>;
  readonly posts: PostMemory;
  readonly log: Log;
}

/** Puts a bot together. */
export function createBot({ commands, find, presses, posts, log }: BotParts): Bot {
  const bot: Bot = {
    commands,
    async handle(invocation) {
      const words = wordingFor(invocation.locale);
      const command = commandNamed(commands, invocation.command);
      try {
        if (command === undefined) throw unknownCommand(commands, invocation.command, words);
        return await command.run(invocation.args, { ...contextOf(invocation), words });
      } catch (error) {
        return failed(error, words, { log, audience: invocation.audience });
      }
    },
    async say({ text, ...where }) {
      const line = readLine(commands, text);
      if (line.kind === "command") {
        const { command, args, language } = line;
        return bot.handle({ ...where, command, args, locale: language ?? where.locale });
      }
      const words = wordingFor(where.locale);
      return failed(usage(commands, line.meant, words), words, { log, audience: where.audience });
    },
    async find({ text, ...where }) {
      const words = wordingFor(where.locale);
      try {
        return await find(text, { ...where, words });
      } catch (error) {
        return failed(error, words, { log, audience: where.audience });
      }
    },
    async press(press, channel) {
      const words = wordingFor(press.keys[0], press.locale);
      try {
        return await (await presses()).press(press, words, channel);
      } catch (error) {
        const undelivered = press.action === "take-back" ? words.press.notTakenBack : undefined;
        return { reply: failed(error, words, { log, audience: "asker", undelivered }), replaces: false };
      }
    },
    posted: (place, postId, reply) => posts.remember(place, postId, reply),
    removedFrom: (channel) => posts.forgetChannel(channel),
    async home(where) {
      const help = await bot.handle({ ...where, command: "help", args: {} });
      return homeReply(help, wordingFor(help.language));
    },
    librarianForm: (language) => librarianForm(wordingFor(language)),
    async toLibrarians(text, language, staff) {
      const words = wordingFor(language);
      if (text.trim() === "") return noticeReply(words, words.librarians.empty);
      try {
        await staff.post(librarianPost(text, words));
        return noticeReply(words, words.librarians.thanks);
      } catch (error) {
        return failed(error, words, { log, audience: "asker", undelivered: words.librarians.notSent });
      }
    },
  };
  return bot;
}

const contextOf = ({
  place,
  audience,
  mayManage,
  locale,
}: Omit<Invocation, "command" | "args">): Omit<CommandContext, "words"> => ({
  place,
  audience,
  mayManage,
  locale,
});

function unknownCommand(commands: readonly Command[], typed: string, words: Wording): UsageError {
  const names = commands.flatMap(({ name, names }) => [name, ...Object.values(names)]);
  return usage(commands, nearestName(names, typed), words);
}

function usage(commands: readonly Command[], meant: string | undefined, words: Wording): UsageError {
  const names = commands.map((each) => each.names[words.language]);
  const command = meant === undefined ? undefined : commandNamed(commands, meant);
  const shown = command && usageOf({ ...command, name: command.names[words.language] });
  return new UsageError(words.usage.unknownCommand(names, shown));
}

/** A failure as a reply: what a person can mend is shown; anything else is a bug, logged by name alone and answered with an apology. */
function failed(error: unknown, words: Wording, { log, audience, undelivered }: Failing): Reply {
  if (!(error instanceof UsageError)) log("failure", { error: nameOf(error) });
  const worded = wordingFor(error instanceof UsageError ? error.language : undefined, words.language);
  return { ...noticeReply(worded, failureText(error, words, undelivered)), audience };
}

interface Failing {
  readonly log: Log;
  readonly audience: Reply["audience"];
  /** What to say where a platform did not do its part, if that was not a post to this place. */
  readonly undelivered?: string | undefined;
}

function failureText(error: unknown, words: Wording, undelivered: string | undefined): string {
  if (!(error instanceof BotError)) return words.apology;
  // a setting is nobody's secret, and holds nothing that was typed
  if (error instanceof DataFolderError) return words.digest.noFolder[error.trouble];
  if (error instanceof DeliveryError && undelivered !== undefined) return undelivered;
  if (error instanceof DeliveryError && error.effect === "unknown") return words.press.unsure;
  switch (error.kind) {
    case "usage":
      return error.message;
    case "delivery":
      return words.press.notDelivered;
    case "knowledge":
    case "config":
      return words.apology;
  }
}
