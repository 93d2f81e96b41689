import { MessageFlags } from "discord.js";
import { type Body, isBody } from "./form.ts";
import type { Interaction, Message } from "./model.ts";
import { FIRST_ANSWER_MS } from "./routes/interactions.ts";
import type { Changes, WaitOptions } from "./waiting.ts";
import type { World } from "./world.ts";

/** How and when the bot first reacted. */
interface FirstAnswer {
  readonly how: "message" | "thinking" | "acknowledged" | "update" | "choices" | "modal";
  /** Service milliseconds from the asking. */
  readonly afterMs: number;
  readonly ephemeral: boolean;
}

/** Something a person did, and what came of it. It reads the world as it is at that moment. */
export interface Asked {
  /** The message that was written; undefined for a command, a press and the like. */
  readonly message: Message | undefined;
  readonly interaction: Interaction | undefined;
  readonly firstAnswer: FirstAnswer | undefined;
  /** The bot's messages that answer it, oldest first, deleted ones left out. */
  readonly replies: readonly Message[];
  /** Autocomplete's choices. */
  readonly choices: readonly { readonly name: string; readonly value: unknown }[];
  /** True if the person was told that the application did not respond. */
  readonly failed: boolean;
  /** True while the person sees "thinking". */
  readonly thinking: boolean;
  /** Waits for the first reaction. @throws {Error} if there is none, or if it came too late */
  answered(options?: WaitOptions): Promise<FirstAnswer>;
  /** Waits for the first reply that can be read. @throws {Error} if there is none */
  reply(options?: WaitOptions): Promise<Message>;
}

/** Follows a message that asks the bot something. */
export function followMessage(world: World, changes: Changes, message: Message): Asked {
  return follow(changes, {
    message,
    interaction: undefined,
    get replies() {
      return world.messages.filter((each) => answers(world, message, each));
    },
    get firstAnswer(): FirstAnswer | undefined {
      const first = world.messages.find((each) => answers(world, message, each));
      if (first === undefined) return undefined;
      return { how: "message", afterMs: first.createdAt - message.createdAt, ephemeral: false };
    },
    choices: [],
    failed: false,
    thinking: false,
  });
}

/** A reply to the message, or what the bot says after it in the same place without replying to another. */
function answers(world: World, question: Message, candidate: Message): boolean {
  if (candidate.author !== world.bot || candidate.deleted || candidate.interaction !== undefined)
    return false;
  if (candidate.reference !== undefined) return candidate.reference === question;
  const samePlace = candidate.channel === question.channel || candidate.channel.id === question.id;
  return samePlace && BigInt(candidate.id) > BigInt(question.id);
}

/** Follows a command, press, typing or submitted form. */
export function followInteraction(world: World, changes: Changes, interaction: Interaction): Asked {
  return follow(changes, {
    message: undefined,
    interaction,
    get replies() {
      return world.messages.filter((each) => each.interaction === interaction && !each.deleted);
    },
    get firstAnswer(): FirstAnswer | undefined {
      const { answer, createdAt } = interaction;
      if (answer === undefined) return undefined;
      return {
        how: HOW[answer.type] ?? "message",
        afterMs: answer.at - createdAt,
        ephemeral: answer.ephemeral,
      };
    },
    get choices() {
      return interaction.choices.map(({ name, value }) => ({ name: String(name), value }));
    },
    get failed() {
      return hasFailed(world, interaction);
    },
    get thinking() {
      return isThinking(interaction);
    },
  });
}

const HOW: Readonly<Record<number, FirstAnswer["how"]>> = {
  4: "message",
  5: "thinking",
  6: "acknowledged",
  7: "update",
  8: "choices",
  9: "modal",
};

/** True if the person was told that the application did not respond. */
export function hasFailed({ clock }: World, { answer, createdAt }: Interaction): boolean {
  return answer === undefined && clock.now() - createdAt > FIRST_ANSWER_MS;
}

/** True while the person sees "thinking". */
export function isThinking({ original }: Interaction): boolean {
  return original !== undefined && !original.deleted && (original.flags & MessageFlags.Loading) !== 0;
}

function follow(changes: Changes, view: Omit<Asked, "answered" | "reply">): Asked {
  const readable = () => view.replies.find(({ flags }) => (flags & MessageFlags.Loading) === 0);
  const responded = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error("the application did not respond within 3 s");
    return found;
  };
  return {
    message: view.message,
    interaction: view.interaction,
    get firstAnswer() {
      return view.firstAnswer;
    },
    get replies() {
      return view.replies;
    },
    get choices() {
      return view.choices;
    },
    get failed() {
      return view.failed;
    },
    get thinking() {
      return view.thinking;
    },
    async answered(options) {
      const done = () => view.firstAnswer !== undefined || view.failed;
      await changes.until(done, { what: "a first answer", ...options });
      return responded(view.firstAnswer);
    },
    async reply(options) {
      const done = () => readable() !== undefined || view.failed;
      await changes.until(done, { what: "a reply", ...options });
      return responded(readable());
    },
  };
}

/** The inputs of the modal an interaction was answered with, as a submitted form sends them. */
export function fillModal(modal: Body, values: Readonly<Record<string, string>>): unknown[] {
  const left = new Set(Object.keys(values));
  const filled = (Array.isArray(modal.components) ? modal.components.filter(isBody) : []).map(
    (top, index) => {
      const id = index + 1;
      if (isBody(top.component))
        return { type: top.type, id, component: fillInput(top.component, values, left) };
      if (!Array.isArray(top.components)) return { type: top.type, id };
      const components = top.components.filter(isBody).map((input) => fillInput(input, values, left));
      return { type: top.type, id, components };
    },
  );
  if (left.size > 0) throw new Error(`the form has no input ${[...left].join(", ")}`);
  return filled;
}

function fillInput(input: Body, values: Readonly<Record<string, string>>, left: Set<string>): Body {
  const key = String(input.custom_id);
  const value = values[key] ?? (typeof input.value === "string" ? input.value : "");
  left.delete(key);
  const least = Number(input.min_length ?? (input.required === false ? 0 : 1));
  const optional = input.required === false && value === "";
  if (!optional && value.length < least)
    throw new Error(`the form asks for at least ${least} letters in ${key}`);
  if (value.length > Number(input.max_length ?? 4000)) throw new Error(`the form takes no more in ${key}`);
  return {
    type: input.type,
    id: 100,
    custom_id: key,
    ...(input.type === 4 ? { value } : { values: [value] }),
  };
}
