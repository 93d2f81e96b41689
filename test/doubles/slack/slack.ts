import { createServer, type Server } from "node:http";
import { type Access, createAccess } from "./access.ts";
import { createAcknowledgements } from "./acknowledgements.ts";
import { chatMethods } from "./chat-methods.ts";
import {
  createDelivery,
  type Delivery,
  type DeliveryParts,
  type EnvelopeType,
  type OpenDelivery,
} from "./deliveries.ts";
import { createDrivers, type Drivers, general } from "./drivers.ts";
import { createFaults, type Faults } from "./faults.ts";
import { deliverSigned } from "./http-mode.ts";
import type { ChannelSpec, Identity, Json } from "./model.ts";
import { createObservers, type Observers } from "./observers.ts";
import { readMethods } from "./read-methods.ts";
import { createResponses } from "./responses.ts";
import { createSockets, type SocketControls } from "./sockets.ts";
import { createTraffic } from "./traffic.ts";
import { createTriggers } from "./triggers.ts";
import { viewMethods } from "./view-methods.ts";
import { createWeb } from "./web.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** What a test may choose; nothing needs to be. */
export interface SlackDoubleOptions {
  /** Milliseconds since 1970: the age of triggers and response_urls and every `ts` come from it. */
  readonly now?: () => number;
  /** Granted to the bot; exactly those of the manifest unless said otherwise. */
  readonly scopes?: readonly string[];
  readonly channels?: readonly ChannelSpec[];
  readonly subscriptions?: readonly string[];
  /** How often the service pings a connection; 5,000 unless said otherwise. */
  readonly pingEveryMs?: number;
  /**
   * The service answers a close frame but leaves the TCP connection open, which is why a library that waits for its
   * end loses seconds at every refresh. False ends it at once.
   */
  readonly lingersAfterClose?: boolean;
  /** Whether events that nobody acknowledged come again on the next connection, as they do at the service. */
  readonly redeliversOnConnect?: boolean;
}

/** A Slack on this machine, for one app in one workspace. */
export interface SlackDouble
  extends Identity,
    Drivers,
    Observers,
    SocketControls,
    Pick<Faults, "failNext" | "clearFaults">,
    Pick<Access, "setScopes" | "revokeToken"> {
  /** For `slackApiUrl`: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** What the service took, though its author hardly meant it. */
  readonly warnings: readonly string[];
  /** Payloads go to this request URL from now on, signed, instead of over Socket Mode. */
  deliverTo(url: string): void;
  close(): Promise<void>;
}

const identity: Identity = {
  teamId: "T0WORKSPACE",
  teamDomain: "workspace",
  appId: "A0RECEIPTS1",
  botId: "B0RECEIPTS1",
  botUserId: "U0RECEIPTS1",
  botToken: "xoxb-0000000000-loopback",
  appToken: "xapp-1-A0RECEIPTS1-loopback",
  signingSecret: "loopback-signing-secret",
};

const manifestScopes = ["commands", "app_mentions:read", "im:history", "chat:write"];
const manifestEvents = ["app_mention", "message.im", "app_home_opened"];

function addressOf(server: Server): string {
  const address = server.address();
  return `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/** Sends payloads over Socket Mode until there is a request URL. */
function createOutbox(parts: Omit<DeliveryParts, "send">, overSocket: (delivery: OpenDelivery) => void) {
  const deliveries: OpenDelivery[] = [];
  let requestUrl: string | undefined;
  const send = (delivery: OpenDelivery) => {
    if (requestUrl === undefined) overSocket(delivery);
    else void deliverSigned(requestUrl, delivery, identity.signingSecret, parts.traffic);
  };
  return {
    deliveries,
    deliverTo(url: string) {
      requestUrl = url;
    },
    deliver(type: EnvelopeType, payload: Json): Delivery {
      const delivery = createDelivery(type, payload, { ...parts, send });
      deliveries.push(delivery);
      send(delivery);
      return delivery;
    },
  };
}

function fill(workspace: Workspace, channels: readonly ChannelSpec[]): void {
  for (const spec of channels) workspace.addChannel(spec);
  if (!workspace.channels.has(general)) workspace.addChannel({ id: general, name: "general" });
}

/** Starts a Slack on a free port of 127.0.0.1. Close it, after the bot, when the test is over. */
export async function openSlackDouble(options: SlackDoubleOptions = {}): Promise<SlackDouble> {
  const now = options.now ?? Date.now;
  const traffic = createTraffic();
  const faults = createFaults();
  const access = createAccess(identity, options.scopes ?? manifestScopes);
  const workspace = createWorkspace(identity, now);
  fill(workspace, options.channels ?? []);

  const server = createServer((request, response) => web.handle(request, response));
  const host = () => addressOf(server);
  const { nextId } = workspace;
  const triggers = createTriggers(now, nextId);
  const responses = createResponses(workspace, now, () => `http://${host()}`);
  const acknowledgements = createAcknowledgements(workspace);
  const { pingEveryMs = 5000, lingersAfterClose = true, redeliversOnConnect = true } = options;
  const habits = { pingEveryMs, lingersAfterClose, redeliversOnConnect };
  const sockets = createSockets(server, { identity, traffic, nextId, host, ...habits });
  const methods = {
    ...readMethods(workspace),
    ...chatMethods(workspace),
    ...viewMethods(workspace, triggers),
    ...sockets.methods,
  };
  const web = createWeb({ identity, methods, respond: responses.use, access, faults, traffic, now });
  const outbox = createOutbox({ traffic, nextId, onAck: acknowledgements.carryOut }, sockets.deliver);
  const { deliveries, deliver, deliverTo } = outbox;
  const subscriptions = new Set(options.subscriptions ?? manifestEvents);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    ...identity,
    ...createDrivers({ workspace, triggers, responses, subscriptions, now, deliver }),
    ...createObservers({ workspace, calls: web.calls, deliveries, acknowledgements, traffic }),
    ...sockets.controls,
    failNext: faults.failNext,
    clearFaults: faults.clearFaults,
    setScopes: access.setScopes,
    revokeToken: access.revokeToken,
    apiUrl: `http://${host()}/api/`,
    workspace,
    warnings: responses.warnings,
    deliverTo,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
