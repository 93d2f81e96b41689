import { type Draft, readMessage, refuseEmpty } from "../checks/message.ts";
import { messagePayload } from "../message-payload.ts";
import { addMessage, editMessage, findMessage, permitPost } from "../messages.ts";
import type { Channel, Message } from "../model.ts";
import { channelPayload } from "../payloads.ts";
import { may } from "../permissions.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Call, Reply, Routes, Service } from "../service.ts";
import { addThread, type World } from "../world.ts";

/** How long the service remembers a nonce: "the past few minutes", says its documentation. */
const NONCE_MS = 5 * 60_000;

/** Everything below `/channels`. */
export const messageRoutes: Routes = {
  "GET /channels/:channel": ({ world }, { params }) => ({
    status: 200,
    body: channelPayload(world, visible(world, params.channel)),
  }),
  "POST /channels/:channel/typing": ({ world }, { params }) => {
    permitSend(world, findChannel(world, params.channel));
    return { status: 204 };
  },
  "POST /channels/:channel/messages": postMessage,
  "GET /channels/:channel/messages": listMessages,
  "GET /channels/:channel/messages/:message": (service, { params }) => {
    const channel = visible(service.world, params.channel);
    if (!may(channel, service.world.bot, "ReadMessageHistory")) throw refuse.missingAccess();
    const message = findMessage(service.world, channel, params.message ?? "");
    return { status: 200, body: messagePayload(service.world, message, service.readsContent) };
  },
  "PATCH /channels/:channel/messages/:message": patchMessage,
  "DELETE /channels/:channel/messages/:message": deleteMessage,
  "POST /channels/:channel/messages/:message/threads": (service, call) => {
    const channel = visible(service.world, call.params.channel);
    return startThread(
      service,
      call,
      channel,
      findMessage(service.world, channel, call.params.message ?? ""),
    );
  },
  "POST /channels/:channel/threads": (service, call) =>
    startThread(service, call, visible(service.world, call.params.channel), undefined),
  "PUT /channels/:channel/thread-members/@me": ({ world }, { params }) => {
    visible(world, params.channel);
    return { status: 204 };
  },
};

/** @throws {Refusal} (10003) if there is no such channel, or no longer */
function findChannel(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? "");
  if (channel === undefined || channel.deleted) throw refuse.unknownChannel();
  if (channel.guild !== undefined && !world.guilds.has(channel.guild.id)) throw refuse.missingAccess();
  return channel;
}

function visible(world: World, id: string | undefined): Channel {
  const channel = findChannel(world, id);
  if (!may(channel, world.bot)) throw refuse.missingAccess();
  return channel;
}

function permitSend(world: World, channel: Channel): void {
  if (!may(channel, world.bot)) throw refuse.missingAccess();
  const send = channel.kind === "thread" ? "SendMessagesInThreads" : "SendMessages";
  if (!may(channel, world.bot, send)) throw refuse.missingPermissions();
}

function postMessage(service: Service, { params, form, files }: Call): Reply {
  const { world, gateway } = service;
  const channel = findChannel(world, params.channel);
  const read = readMessage(form, "channel");
  refuseEmpty(read, files.length);
  const draft = permitPost(world, channel, read, files.length);
  requireReference(world, channel, draft);
  const earlier = draft.enforceNonce ? sameNonce(world, draft.nonce) : undefined;
  if (earlier !== undefined) return { status: 200, body: messagePayload(world, earlier) };
  const message = addMessage(world, { author: world.bot, channel, draft, files });
  channel.archived = false;
  gateway.messageCreated(message);
  return { status: 200, body: messagePayload(world, message) };
}

function requireReference(world: World, channel: Channel, draft: Draft): void {
  if (draft.reference === undefined || draft.referenceMayBeGone) return;
  const known = world.messages.some(
    ({ id, channel: place, deleted }) => id === draft.reference && place === channel && !deleted,
  );
  if (known) return;
  const _errors = [{ code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }];
  throw new Refusal(400, 50035, "Invalid Form Body", { message_reference: { _errors } });
}

function sameNonce(world: World, nonce: Draft["nonce"]): Message | undefined {
  if (nonce === undefined) return undefined;
  const since = world.clock.now() - NONCE_MS;
  return world.messages.find(
    (message) => message.nonce === nonce && message.author === world.bot && message.createdAt >= since,
  );
}

function listMessages(service: Service, { params, query }: Call): Reply {
  const { world } = service;
  const channel = visible(world, params.channel);
  if (!may(channel, world.bot, "ReadMessageHistory")) return { status: 200, body: [] };
  const limit = Number(query.get("limit") ?? 50);
  const shown = world.messages
    .filter((message) => message.channel === channel && !message.deleted && message.onlyFor === undefined)
    .reverse()
    .slice(0, limit);
  return { status: 200, body: shown.map((each) => messagePayload(world, each, service.readsContent)) };
}

function patchMessage({ world, gateway }: Service, { params, form, files }: Call): Reply {
  const channel = visible(world, params.channel);
  const message = findMessage(world, channel, params.message ?? "");
  if (message.author !== world.bot) throw refuse.notAuthor();
  if (channel.archived) throw refuse.archivedThread();
  const draft = readMessage(form, "channel", message.flags);
  const kept = may(channel, world.bot, "EmbedLinks") ? draft : { ...draft, embeds: [] };
  editMessage(world, message, kept, files);
  gateway.messageUpdated(message);
  return { status: 200, body: messagePayload(world, message) };
}

function deleteMessage({ world, gateway }: Service, { params }: Call): Reply {
  const channel = visible(world, params.channel);
  const message = findMessage(world, channel, params.message ?? "");
  if (message.author !== world.bot && !may(channel, world.bot, "ManageMessages"))
    throw refuse.missingPermissions();
  message.deleted = true;
  gateway.messageDeleted(message);
  return { status: 204 };
}

function startThread(
  { world, gateway }: Service,
  { form }: Call,
  channel: Channel,
  from: Message | undefined,
): Reply {
  const name = form.text("name", { min: 1, max: 100, required: true });
  form.done();
  if (!may(channel, world.bot, "CreatePublicThreads")) throw refuse.missingPermissions();
  if (from !== undefined && world.channels.has(from.id)) {
    throw new Refusal(400, 160004, "A thread has already been created for this message");
  }
  const thread = addThread(world, channel, name ?? "", from?.id);
  gateway.channelEvent("THREAD_CREATE", thread);
  return { status: 201, body: channelPayload(world, thread) };
}
