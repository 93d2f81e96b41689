import { PermissionsBitField } from "discord.js";
import { type Asked, fillModal, followInteraction, followMessage } from "./asked.ts";
import { readMessage } from "./checks/message.ts";
import { type Body, Form } from "./form.ts";
import { interactionPayload } from "./interaction-payload.ts";
import { messagePayload } from "./message-payload.ts";
import { addMessage } from "./messages.ts";
import type { Channel, Interaction, Message, User } from "./model.ts";
import { channelPermissions, may } from "./permissions.ts";
import { buttonsOf } from "./sees.ts";
import type { Service } from "./service.ts";
import { type Options, resolvedOptions, typedOptions } from "./typed-options.ts";
import { directChannel, type Start } from "./world.ts";

/** Who does something and where; Alice in #general unless told. */
interface Actor {
  readonly user?: User;
  readonly channel?: Channel;
}

/** What a person may write. */
interface Written extends Actor {
  readonly content: string;
  /** Puts a mention of the bot before the content. */
  readonly mentionsBot?: boolean;
  readonly replyTo?: Message;
  /** Whether a reply notifies; it does unless told. */
  readonly notifiesReplied?: boolean;
}

/** What people do. Each returns a handle to what comes of it. */
export interface People {
  message(written: Written): Asked;
  directMessage(content: string, user?: User): Asked;
  /** @param command.name with subcommands after blanks, such as "digest preview" */
  slashCommand(
    command: Actor & { readonly name: string; readonly options?: Options; readonly locale?: string },
  ): Asked;
  /** Types into an option that offers choices. */
  autocomplete(
    typed: Actor & {
      readonly name: string;
      readonly option: string;
      readonly value: string;
      readonly options?: Options;
    },
  ): Asked;
  /** Runs a command from a message's menu. */
  messageCommand(name: string, target: Message, user?: User): Asked;
  /** Presses the button with this label or custom id. @throws {Error} if a person could not */
  press(message: Message, button: string, user?: User): Asked;
  /** Chooses in the menu with this custom id. */
  choose(message: Message, customId: string, values: readonly string[], user?: User): Asked;
  /** Fills in the form that something was answered with. @throws {Error} if the form would not take it */
  submitModal(asked: Asked, values: Readonly<Record<string, string>>): Asked;
}

/** People who act on a service. */
export function createPeople(service: Service, start: Start): People {
  const { world, gateway, changes } = service;
  const actor = ({ user = start.alice, channel = start.general }: Actor) => ({ user, channel });
  const interact = (seed: Seed, data: Body): Asked => {
    const interaction = newInteraction(service, seed);
    world.interactions.push(interaction);
    gateway.interactionCreated(interactionPayload(world, interaction, data), interaction.channel);
    changes.notify();
    return followInteraction(world, changes, interaction);
  };
  const write = (written: Written): Asked => {
    const message = addWritten(service, written, actor(written));
    gateway.messageCreated(message);
    changes.notify();
    return followMessage(world, changes, message);
  };
  return {
    message: write,
    directMessage: (content, user = start.alice) =>
      write({ content, user, channel: directChannel(world, user) }),
    slashCommand({ name, options = {}, locale, ...where }) {
      const { user, channel } = actor(where);
      if (locale !== undefined) user.locale = locale;
      const data = commandData(service, channel, user, name, (command, path) =>
        typedOptions(command, path, options),
      );
      return interact({ type: 2, user, channel, name }, data);
    },
    autocomplete({ name, option, value, options = {}, ...where }) {
      const { user, channel } = actor(where);
      const data = commandData(service, channel, user, name, (command, path) =>
        typedOptions(command, path, options, { option, value }),
      );
      return interact({ type: 4, user, channel, name }, data);
    },
    messageCommand(name, target, user = start.alice) {
      if (target.onlyFor !== undefined) throw new Error("an ephemeral message has no message commands");
      const command = findCommand(service, target.channel, user, name, 3);
      const messages = { [target.id]: messagePayload(world, target, true) };
      const data = { id: command.id, name, type: 3, target_id: target.id, resolved: { messages } };
      return interact({ type: 2, user, channel: target.channel, name, target }, data);
    },
    press(message, button, user = start.alice) {
      const component = findButton(message, button, user);
      const { custom_id, id } = component;
      return interact(
        { type: 3, user, channel: message.channel, source: message },
        { component_type: 2, custom_id, id },
      );
    },
    choose(message, customId, values, user = start.alice) {
      const data = { component_type: 3, custom_id: customId, values };
      return interact({ type: 3, user, channel: message.channel, source: message }, data);
    },
    submitModal({ interaction: trigger }, values) {
      const modal = trigger?.modal;
      if (trigger === undefined || modal === undefined) throw new Error("there is no form to fill in");
      const data = { custom_id: modal.custom_id, components: fillModal(modal, values) };
      const { user, channel, source } = trigger;
      return interact({ type: 5, user, channel, source, trigger }, data);
    },
  };
}

interface Seed extends Pick<Interaction, "type" | "user" | "channel"> {
  readonly name?: string;
  readonly source?: Message | undefined;
  readonly target?: Message;
  readonly trigger?: Interaction;
}

function newInteraction({ world }: Service, seed: Seed): Interaction {
  const id = world.nextId();
  return {
    id,
    token: Buffer.from(`interaction:${id}:${"secret".repeat(12)}`).toString("base64url"),
    createdAt: world.clock.now(),
    type: seed.type,
    user: seed.user,
    channel: seed.channel,
    name: seed.name ?? "",
    source: seed.source,
    target: seed.target,
    trigger: seed.trigger,
    answer: undefined,
    original: undefined,
    followUps: [],
    modal: undefined,
    choices: [],
  };
}

function addWritten({ world }: Service, written: Written, { user, channel }: Required<Actor>): Message {
  const { content, mentionsBot = false, replyTo, notifiesReplied = true } = written;
  if (!may(channel, user) && channel.recipient !== user)
    throw new Error(`${user.name} does not see #${channel.name}`);
  const text = mentionsBot ? `<@${world.bot.id}> ${content}` : content;
  const draft = readMessage(Form.of({ content: text }), "channel");
  const allowedMentions = {
    parse: ["users", "roles", "everyone"],
    users: [],
    roles: [],
    repliedUser: notifiesReplied,
  };
  return addMessage(world, {
    author: user,
    channel,
    draft: { ...draft, allowedMentions, reference: replyTo?.id },
    files: [],
  });
}

type Fill = (command: ReturnType<typeof findCommand>, path: readonly string[]) => Body[];

function commandData(service: Service, channel: Channel, user: User, name: string, fill: Fill): Body {
  const path = name.split(" ");
  const command = findCommand(service, channel, user, path[0] ?? "", 1);
  const options = fill(command, path);
  const resolved = resolvedOptions(service.world, channel, options);
  return {
    id: command.id,
    name: command.name,
    type: 1,
    options,
    ...(resolved === undefined ? {} : { resolved }),
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
  };
}

/** @throws {Error} if the person would not find it there: unregistered, not for direct conversations, or not theirs to use */
function findCommand({ commands }: Service, channel: Channel, user: User, name: string, type: number) {
  const offered = [
    ...(channel.guild === undefined ? [] : commands.list(channel.guild.id)),
    ...commands.list(undefined),
  ];
  const command = offered.find((each) => each.name === name && each.type === type);
  if (command === undefined) throw new Error(`there is no command ${name} in ${channel.name}`);
  const { contexts, default_member_permissions: needed } = command.payload;
  const context = channel.guild === undefined ? 1 : 0;
  if (Array.isArray(contexts) && !contexts.includes(context)) throw new Error(`${name} is not offered there`);
  if (typeof needed === "string" && channel.guild !== undefined) {
    const granted = new PermissionsBitField(channelPermissions(channel, user));
    if (!granted.has(BigInt(needed))) throw new Error(`${user.name} may not use ${name}`);
  }
  return command;
}

function findButton(message: Message, button: string, user: User): Body {
  if (message.deleted) throw new Error("the message is gone");
  if (message.onlyFor !== undefined && message.onlyFor !== user)
    throw new Error(`${user.name} does not see it`);
  const buttons = buttonsOf(message.components);
  const found = buttons.find(({ label, custom_id }) => label === button || custom_id === button);
  if (found === undefined) {
    throw new Error(`there is no button ${button}, only ${buttons.map(({ label }) => label).join(", ")}`);
  }
  if (found.disabled === true || found.style === 5) throw new Error(`${button} cannot be pressed`);
  return found;
}
