import { MessageFlags } from "discord.js";
import { readChoice } from "../checks/commands.ts";
import { readDeferral, readMessage, refuseEmpty } from "../checks/message.ts";
import { readModal } from "../checks/modal.ts";
import { Form } from "../form.ts";
import { messagePayload } from "../message-payload.ts";
import { addMessage, editMessage } from "../messages.ts";
import type { Interaction } from "../model.ts";
import { refuse } from "../refusal.ts";
import type { Call, Routes, Service } from "../service.ts";
import type { World } from "../world.ts";

/** How long the first answer may take, and how long the token then lives. Source: receiving-and-responding. */
export const FIRST_ANSWER_MS = 3000;
export const TOKEN_LIFE_MS = 15 * 60_000;

/** The first answer to an interaction. No bot token is needed: the interaction's own is in the path. */
export const interactionRoutes: Routes = {
  "POST /interactions/:interaction/:token/callback": (service, call) => {
    const { world, changes } = service;
    const interaction = findOpen(world, call.params.interaction, call.params.token);
    const type = call.form.whole("type", { required: true }) ?? 0;
    if (!allowed(interaction).includes(type)) {
      call.form.fail(
        "type",
        "BASE_TYPE_CHOICES",
        `Value must be one of (${allowed(interaction).join(", ")}).`,
      );
    }
    call.form.done();
    const ephemeral = answerWith(service, call, interaction, type);
    interaction.answer = { type, at: world.clock.now(), ephemeral };
    changes.notify();
    if (call.query.get("with_response") !== "true") return { status: 204 };
    return { status: 200, body: callbackPayload(world, interaction, type) };
  },
};

/** @throws {Refusal} 10062 if it is unknown or 3 s old, 40060 if it has its answer */
function findOpen(world: World, id: string | undefined, token: string | undefined): Interaction {
  const interaction = world.interactions.find((each) => each.id === id && each.token === token);
  if (interaction === undefined) throw refuse.unknownInteraction();
  if (interaction.answer !== undefined) throw refuse.alreadyAnswered();
  if (world.clock.now() - interaction.createdAt > FIRST_ANSWER_MS) throw refuse.unknownInteraction();
  return interaction;
}

/** The kinds of first answer each kind of interaction takes. */
function allowed({ type, source }: Interaction): readonly number[] {
  if (type === 4) return [8];
  if (type === 3) return [4, 5, 6, 7, 9];
  if (type === 5) return source === undefined ? [4, 5] : [4, 5, 6, 7];
  return [4, 5, 9];
}

/** Carries a first answer out; true if only the asker sees it. */
function answerWith(service: Service, call: Call, interaction: Interaction, type: number): boolean {
  switch (type) {
    case 4:
      return reply(service, call, interaction, false);
    case 5:
      return reply(service, call, interaction, true);
    case 6:
    case 7:
      return update(service, call, interaction, type);
    case 8: {
      const list = call.form.one("data", { required: true })?.list("choices", { max: 25, required: true });
      for (const choice of list ?? []) readChoice(choice, typeof choice.body.value === "string" ? 3 : 4);
      call.form.done();
      interaction.choices = (list ?? []).map(({ body }) => body);
      return true;
    }
    default: {
      const modal = call.form.one("data", { required: true });
      if (modal !== undefined) readModal(modal);
      call.form.done();
      interaction.modal = modal?.body;
      return true;
    }
  }
}

function reply(
  { world, gateway }: Service,
  call: Call,
  interaction: Interaction,
  deferred: boolean,
): boolean {
  const data = call.form.one("data", { required: !deferred });
  call.form.done();
  const draft = deferred ? readDeferral(data) : readMessage(data ?? Form.of({}), "interaction");
  if (!deferred) refuseEmpty(draft, call.files.length);
  const flags = deferred ? draft.flags | MessageFlags.Loading : draft.flags;
  const message = addMessage(world, {
    author: world.bot,
    channel: interaction.channel,
    draft: { ...draft, flags, reference: interaction.target?.id ?? interaction.source?.id },
    files: call.files,
    interaction,
  });
  interaction.original = message;
  gateway.messageCreated(message);
  return message.onlyFor !== undefined;
}

function update({ world, gateway }: Service, call: Call, interaction: Interaction, type: number): boolean {
  const message = interaction.source;
  if (message === undefined || message.deleted) throw refuse.unknownMessage();
  interaction.original = message;
  if (type === 7) {
    const data = call.form.one("data", { required: true }) ?? Form.of({});
    editMessage(world, message, readMessage(data, "interaction", message.flags), call.files);
    gateway.messageUpdated(message);
  }
  return message.onlyFor !== undefined;
}

function callbackPayload(world: World, interaction: Interaction, type: number): Record<string, unknown> {
  const message = type === 8 || type === 9 ? undefined : interaction.original;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: message.onlyFor !== undefined,
          }),
    },
    resource: { type, ...(message === undefined ? {} : { message: messagePayload(world, message) }) },
  };
}
