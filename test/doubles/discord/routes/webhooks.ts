import { MessageFlags } from "discord.js";
import { readMessage, refuseEmpty } from "../checks/message.ts";
import { messagePayload } from "../message-payload.ts";
import { addMessage, editMessage } from "../messages.ts";
import type { Interaction, Message } from "../model.ts";
import { refuse } from "../refusal.ts";
import type { Call, Reply, Routes, Service } from "../service.ts";
import { TOKEN_LIFE_MS } from "./interactions.ts";

const MESSAGE = "/webhooks/:application/:token/messages/:message";

/** Follow-ups and edits of what an interaction was answered with; no bot token is needed. */
export const webhookRoutes: Routes = {
  "POST /webhooks/:application/:token": followUp,
  [`GET ${MESSAGE}`]: (service, call) => {
    const message = findOwn(findAnswered(service, call), call.params.message);
    return { status: 200, body: messagePayload(service.world, message) };
  },
  [`PATCH ${MESSAGE}`]: (service, call) => {
    return edit(service, call, findOwn(findAnswered(service, call), call.params.message));
  },
  [`DELETE ${MESSAGE}`]: (service, call) => {
    const message = findOwn(findAnswered(service, call), call.params.message);
    message.deleted = true;
    service.gateway.messageDeleted(message);
    return { status: 204 };
  },
};

/** @throws {Refusal} 10015 before the first answer, 50027 a quarter of an hour after the interaction */
function findAnswered({ world }: Service, { params }: Call): Interaction {
  const interaction = world.interactions.find(({ token }) => token === params.token);
  if (interaction === undefined || params.application !== world.applicationId) throw refuse.unknownWebhook();
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFE_MS) throw refuse.deadToken();
  if (interaction.answer === undefined) throw refuse.unknownWebhook();
  return interaction;
}

function findOwn(interaction: Interaction, id: string | undefined): Message {
  const candidates = [interaction.original, ...interaction.followUps];
  const message =
    id === "@original" ? interaction.original : candidates.find((candidate) => candidate?.id === id);
  if (message === undefined || message.deleted) throw refuse.unknownMessage();
  return message;
}

function edit({ world, gateway }: Service, { form, files }: Call, message: Message): Reply {
  editMessage(world, message, readMessage(form, "interaction", message.flags), files);
  gateway.messageUpdated(message);
  return { status: 200, body: messagePayload(world, message) };
}

function followUp(service: Service, call: Call): Reply {
  const { world, gateway } = service;
  const interaction = findAnswered(service, call);
  const original = interaction.original;
  // right after a deferral the first follow-up fills the message that is waiting, and cannot change who sees it
  if (original !== undefined && (original.flags & MessageFlags.Loading) !== 0) {
    return edit(service, call, original);
  }
  const draft = readMessage(call.form, "interaction");
  refuseEmpty(draft, call.files.length);
  const message = addMessage(world, {
    author: world.bot,
    channel: interaction.channel,
    draft: { ...draft, reference: original?.id },
    files: call.files,
    interaction,
  });
  interaction.followUps.push(message);
  gateway.messageCreated(message);
  return { status: 200, body: messagePayload(world, message) };
}
