import type { Acknowledgements } from "./acknowledgements.ts";
import { ackWithinMs, type OpenDelivery } from "./deliveries.ts";
import type { Call, Message, View } from "./model.ts";
import { type ReaderView, readMessage, readPayload } from "./reader.ts";
import type { Traffic, WaitOptions } from "./traffic.ts";
import type { Workspace } from "./workspace.ts";

/** When the bot counts as having finished. */
interface Settling {
  /** Without any traffic for so long, in milliseconds; 100 unless said otherwise. */
  readonly quietMs?: number;
  /** Gives up after so long, in milliseconds; 10,000 unless said otherwise. */
  readonly withinMs?: number;
}

/** What a test can see of the workspace and of what the bot did. */
export interface Observers {
  /** Every request of the bot, oldest first. */
  readonly calls: readonly Call[];
  callsTo(method: string): readonly Call[];
  /** Calls and acknowledgements the service refused although the test asked for no fault, in words. */
  refusals(): readonly string[];
  /** Commands and interactions that failed before a person's eyes: no connection, or no acknowledgement in 3 s. */
  failedVisibly(): readonly string[];
  /** Every byte the bot sent, tokens replaced: for searching. */
  everythingSent(): string;
  /** What everybody in a channel can see now, threads included. */
  messagesIn(channel: string): readonly Message[];
  /** What only this person sees now, everywhere or in one channel. */
  shownTo(user: string, channel?: string): readonly Message[];
  /** The Home tab of a person, as last published. */
  home(user: string): View | undefined;
  /** The modal a person looks at. */
  modal(user: string): View | undefined;
  read(target: Message | View): ReaderView;
  /** Resolves when the bot is done: nothing waits for its acknowledgement and there was no traffic for a while. */
  settled(settling?: Settling): Promise<void>;
  /** Resolves as soon as the condition holds. @throws {Error} saying what was awaited. */
  until(holds: () => boolean, options: WaitOptions): Promise<void>;
}

/** What there is to observe. */
export interface Observed {
  readonly workspace: Workspace;
  readonly calls: readonly Call[];
  readonly deliveries: readonly OpenDelivery[];
  readonly acknowledgements: Acknowledgements;
  readonly traffic: Traffic;
}

function isRefused({ outcome }: Call): boolean {
  return outcome?.error !== undefined && !outcome.injected;
}

function isWaiting(delivery: OpenDelivery): boolean {
  return delivery.sent > 0 && delivery.acks === 0 && delivery.ageMs() < ackWithinMs;
}

function hasFailed(delivery: OpenDelivery): boolean {
  if (delivery.type === "events_api") return false;
  return delivery.sent === 0 || (delivery.ackedAfterMs() ?? delivery.ageMs()) > ackWithinMs;
}

/** The eyes of a test. */
export function createObservers(observed: Observed): Observers {
  const { workspace, calls, deliveries, acknowledgements, traffic } = observed;
  const names = () => [...workspace.channels.values()].map((channel) => channel.name);
  const present = () => workspace.messages.filter((message) => !message.deleted);
  return {
    calls,
    callsTo: (method) => calls.filter((call) => call.method === method),
    refusals: () => [
      ...calls.filter(isRefused).map((call) => `${call.method}: ${call.outcome?.error}`),
      ...acknowledgements.refusals,
    ],
    failedVisibly: () => deliveries.filter(hasFailed).map((d) => String(d.payload.command ?? d.payload.type)),
    everythingSent: () =>
      [
        ...calls.map((call) => JSON.stringify([call.path, call.args, call.headers, call.raw])),
        ...deliveries.map((delivery) => JSON.stringify(delivery.ackPayload ?? {})),
      ].join("\n"),
    messagesIn: (channel) => present().filter((m) => m.channel === channel && m.viewer === undefined),
    shownTo: (user, channel) =>
      present().filter((m) => m.viewer === user && (channel === undefined || m.channel === channel)),
    home: (user) => workspace.views.find((view) => view.type === "home" && view.user === user),
    modal: (user) =>
      workspace.views.findLast((view) => view.type === "modal" && view.user === user && view.open),
    read: (target) =>
      "ts" in target
        ? readMessage(target, names())
        : readPayload({ ...target.sent, blocks: target.blocks }, names()),
    async settled({ quietMs = 100, withinMs = 10_000 } = {}) {
      const what = "every payload to be acknowledged";
      await traffic.until(() => !deliveries.some(isWaiting), { withinMs, what });
      await traffic.quiet(quietMs, withinMs);
    },
    until: traffic.until,
  };
}
