/** Commands, presses, forms and completions: acknowledged at once, answered to their asker alone. */
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  InteractionResponseType as Response,
} from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { Place, Reply } from "../../src/model.ts";
import type { Paced } from "../../src/paced.ts";
import type { Channel } from "../../src/ports.ts";
import { mayReplace } from "../../src/reply/buttons.ts";
import { notice } from "../../src/reply/notice.ts";
import { cut } from "../../src/reply/pack.ts";
import { buttonIds, type Carried, carriedBy, carry } from "./buttons.ts";
import { type Calls, CODES, codeOf } from "./calls.ts";
import type { PostPlace } from "./channel.ts";
import { deadline } from "./deadline.ts";
import { CHOICE_TEXT, CHOICES } from "./limits.ts";
import { FORM_BOX, renderDiscord, renderForm } from "./render.ts";
import { withoutMarks, wordsOf } from "./typed.ts";

/** What answering an interaction takes. */
export interface Answering {
  readonly bot: Bot;
  readonly calls: Calls;
  /** A channel that the bot itself posts in. */
  channels(place: PostPlace): Channel;
  /** Where the librarians read; undefined if nobody does. */
  readonly staff: Channel | undefined;
  /** After this, in milliseconds, an answer is given up, so that nobody is left waiting when the token ends. */
  readonly patienceMs: number;
  readonly paced: Paced;
}

const EPHEMERAL = { flags: MessageFlags.Ephemeral };

/** Answers an interaction of any kind; one that has expired is left alone. */
export async function answerInteraction(interaction: Interaction, parts: Answering): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, parts);
  if (interaction.isChatInputCommand()) return runCommand(interaction, parts);
  if (interaction.isMessageContextMenuCommand()) return findSources(interaction, parts);
  if (interaction.isButton()) return press(interaction, parts);
  if (interaction.isModalSubmit()) return sendForm(interaction, parts);
}

async function complete(interaction: AutocompleteInteraction, { bot, calls }: Answering): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const param = bot.commands.find((each) => each.name === interaction.commandName)?.params[name];
  const suggested = param?.kind === "text" ? (param.suggest?.(value) ?? []) : [];
  const choices = suggested
    .filter((each) => each.value.length <= CHOICE_TEXT && each.label !== "")
    .slice(0, CHOICES)
    .map(({ label, value }) => ({ name: cut(label, CHOICE_TEXT), value }));
  await calls.respond(interaction, Response.ApplicationCommandAutocompleteResult, { choices });
}

async function runCommand(interaction: ChatInputCommandInteraction, parts: Answering): Promise<void> {
  const args = Object.fromEntries(
    interaction.options.data.map(({ name, value }) => [name, withoutMarks(String(value ?? ""))]),
  );
  await answerPrivately(interaction, parts, () =>
    parts.bot.handle({ ...whereOf(interaction), command: interaction.commandName, args }),
  );
}

async function findSources(
  interaction: MessageContextMenuCommandInteraction,
  parts: Answering,
): Promise<void> {
  const text = wordsOf(interaction.targetMessage);
  await answerPrivately(interaction, parts, () => parts.bot.find({ ...whereOf(interaction), text }));
}

async function press(interaction: ButtonInteraction, parts: Answering): Promise<void> {
  const { bot, calls, channels, staff, paced } = parts;
  const { place, locale } = whereOf(interaction);
  const { kind: action, keys, origin = interaction.message.id } = pressed(interaction);
  if (action === "librarians" && staff !== undefined) {
    const form = renderForm(bot.librarianForm(keys[0]), carry({ kind: action, keys: keys.slice(0, 1) }));
    await calls.respond(interaction, Response.Modal, form);
    return;
  }
  // not the origin's id: what was taken back may be posted again, and Discord would take it for the same post
  const channel = channels({ channel: place.channel, key: interaction.message.id });
  const act = () => bot.press({ action, keys, place, locale, message: origin }, channel);
  if (!mayReplace(action)) {
    await answerPrivately(interaction, parts, async () => (await act()).reply, interaction.message.id);
    return;
  }
  if (!(await calls.respond(interaction, Response.DeferredMessageUpdate))) return;
  const { reply, replaces } = await paced.press({ who: interaction.user.id, locale }, act);
  const [body] = renderDiscord(reply, place);
  if (body === undefined) return;
  await quietly(() => (replaces ? calls.edit(interaction, body) : calls.follow(interaction, body)));
}

/** What the pressed button stands for; one that an earlier release made is a citation that is gone. */
function pressed({ customId, message }: ButtonInteraction): Carried {
  return carriedBy(customId, buttonIds(message.components)) ?? { kind: "context", keys: [] };
}

async function sendForm(interaction: ModalSubmitInteraction, parts: Answering): Promise<void> {
  const language = carriedBy(interaction.customId, [])?.keys[0];
  const text = interaction.fields.getTextInputValue(FORM_BOX);
  const { bot, staff } = parts;
  await answerPrivately(interaction, parts, async () =>
    staff === undefined
      ? notice(interaction.locale, ({ apology }) => apology)
      : bot.toLibrarians(text, language, staff),
  );
}

/** Shows that an answer is coming, and then the answer. */
async function answerPrivately(
  interaction: Deferrable,
  { calls, patienceMs, paced }: Answering,
  answer: () => Promise<Reply>,
  origin?: string,
): Promise<void> {
  if (!(await calls.respond(interaction, Response.DeferredChannelMessageWithSource, EPHEMERAL))) return;
  const { locale, user } = interaction;
  const late = deadline(patienceMs, () => notice(locale, ({ apology }) => apology));
  const reply = await Promise.race([paced.reply({ who: user.id, locale }, answer), late.reached]);
  late.cancel();
  const [first, ...others] = renderDiscord(reply, {
    ...whereOf(interaction).place,
    ...(origin && { origin }),
  });
  if (first === undefined) return;
  await quietly(async () => {
    await calls.edit(interaction, first);
    for (const body of others) await calls.follow(interaction, body);
  });
}

type Deferrable = BaseInteraction & { readonly token: string; readonly applicationId: string };

function whereOf(interaction: BaseInteraction) {
  const channel = interaction.channelId ?? "";
  const place: Place = {
    platform: "discord",
    channel,
    thread: undefined,
    direct: interaction.guildId === null,
  };
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false;
  return { place, audience: "asker", mayManage, locale: interaction.locale } as const;
}

/** Delivers, unless the asker has closed the answer or the token has ended. */
async function quietly(deliver: () => Promise<void>): Promise<void> {
  try {
    await deliver();
  } catch (error) {
    const code = codeOf(error);
    if (code !== CODES.unknownMessage && code !== CODES.deadToken) throw error;
  }
}
