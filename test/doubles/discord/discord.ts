import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { GatewayIntentBits as Intent } from "discord.js";
import { hasFailed, isThinking } from "./asked.ts";
import { createClock } from "./clock.ts";
import { type Commands, createCommands } from "./commands.ts";
import { createPeople, type People } from "./drive.ts";
import { createFaults, type Faults } from "./faults.ts";
import { GatewayDouble } from "./gateway.ts";
import { type Gateway, gatewayFor } from "./gateway-control.ts";
import type { Channel, Interaction, Message, User } from "./model.ts";
import { createPlaces, type Places } from "./places.ts";
import { createRest, type RecordedRequest, type Rest } from "./rest.ts";
import { type Seen, see } from "./sees.ts";
import type { Service } from "./service.ts";
import { createChanges, type WaitOptions } from "./waiting.ts";
import { createWorld, populate, type Start, type World } from "./world.ts";

/** How a double differs from an ordinary, small, friendly Discord. */
export interface DiscordOptions {
  readonly token?: string;
  readonly applicationId?: string;
  readonly botName?: string;
  /** How many times faster than real time the service's deadlines and limits run; 1 unless told. */
  readonly speed?: number;
  /** The privileged intents that are switched on in the portal; none unless told. */
  readonly privilegedIntents?: readonly ("GuildMembers" | "GuildPresences" | "MessageContent")[];
  /** Shards the gateway asks for; 1 unless told. An IDENTIFY with fewer is closed with 4011. */
  readonly shards?: number;
  /** Real milliseconds between heartbeats; 41,250 unless told. */
  readonly heartbeatIntervalMs?: number;
  /** Whether buckets and the global limit are counted; they are unless told. Planned 429s come in any case. */
  readonly rateLimits?: boolean;
}

/** A Discord on this machine, as strict as the real one where a bot could notice. */
export interface DiscordDouble extends People, Places, Pick<Faults, "failNext"> {
  /** For discord.js: `new Client({ rest: { api: url, version: "10" } })`. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  readonly world: World;
  /** The people and places it starts with. */
  readonly start: Start;
  readonly gateway: Gateway;
  readonly commands: Commands;
  /** Every request, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Requests answered with 401, 403 or 429; 10,000 in ten minutes ban an address. */
  readonly invalidRequests: number;
  /** Requests the service refused with another 4xx: a first-rate bot sends none. */
  readonly refusedRequests: readonly RecordedRequest[];
  /** Everything that was sent, as one text to search. */
  sent(): string;
  /** The messages of a place that are still there, oldest first. With a reader, ephemeral ones they see included. */
  messagesIn(channel: Channel, reader?: User): readonly Message[];
  sees(message: Message): Seen;
  /** Interactions whose person still sees "thinking". */
  thinking(): readonly Interaction[];
  /** Interactions whose person was told that the application did not respond. */
  failed(): readonly Interaction[];
  /** Makes the token worthless: sessions are closed with 4004, requests get 401. */
  revokeToken(): void;
  /** Moves the service's time forward. */
  advance(ms: number): void;
  /** Waits until every interaction is answered or has failed, nothing is under way, and all has been quiet for a moment. */
  settled(options?: WaitOptions): Promise<void>;
  until(condition: () => boolean | Promise<boolean>, options?: WaitOptions): Promise<void>;
  close(): Promise<void>;
}

/** No request for this long counts as quiet, in real milliseconds. */
const QUIET_MS = 40;

/** Starts a Discord on a free port of 127.0.0.1. */
export async function openDiscordDouble(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const {
    token = "receipts.test.token",
    applicationId = "100000000000000001",
    botName = "Receipts",
  } = options;
  const clock = createClock(options.speed ?? 1);
  const world = createWorld(clock, applicationId, botName);
  const start = populate(world);
  const faults = createFaults();
  const state: State = { token, address: "", lastActivity: Date.now() };
  const { service, gateway } = createService(options, world, state);
  const current = () => state.token;
  const rest = createRest({ service, clock, faults, token: current, rateLimits: options.rateLimits ?? true });
  const server = await listen(rest, gateway);
  // the address of a listening TCP server is never a text
  state.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const observed = observe(service, rest, state);
  return {
    ...createPeople(service, start),
    ...createPlaces(service),
    ...observed,
    url: `http://${state.address}/api`,
    token,
    applicationId,
    bot: world.bot,
    world,
    start,
    gateway: service.gateway,
    commands: service.commands,
    requests: rest.requests,
    get invalidRequests() {
      return rest.requests.filter(({ status }) => [401, 403, 429].includes(status)).length;
    },
    get refusedRequests() {
      return rest.requests.filter(
        ({ status }) => status >= 400 && status < 500 && ![401, 429].includes(status),
      );
    },
    failNext: faults.failNext,
    advance: clock.advance,
    close: () => stop(server, gateway),
  };
}

/** What the routes and the people work on, with its gateway. */
function createService(options: DiscordOptions, world: World, state: State) {
  const { shards = 1, privilegedIntents = [], heartbeatIntervalMs = 41_250 } = options;
  const changes = createChanges();
  const notify = () => {
    state.lastActivity = Date.now();
    changes.notify();
  };
  const gatewayUrl = () => `ws://${state.address}`;
  const gateway = new GatewayDouble(world, {
    token: () => state.token,
    heartbeatIntervalMs,
    shards,
    privileged: privilegedIntents.reduce((sum, name) => sum | Intent[name], 0),
    url: gatewayUrl,
    onChange: notify,
  });
  const service: Service = {
    world,
    gateway: gatewayFor(gateway),
    commands: createCommands(world),
    changes: { until: changes.until, notify },
    shards,
    readsContent: privilegedIntents.includes("MessageContent"),
    gatewayUrl,
  };
  return { service, gateway };
}

interface State {
  token: string | undefined;
  address: string;
  /** Real milliseconds. */
  lastActivity: number;
}

type Observed = Pick<
  DiscordDouble,
  "sent" | "messagesIn" | "sees" | "thinking" | "failed" | "revokeToken" | "settled" | "until"
>;

function observe({ world, changes, gateway }: Service, rest: Rest, state: State): Observed {
  const failed = () => world.interactions.filter((each) => hasFailed(world, each));
  const thinking = () => world.interactions.filter(isThinking);
  const open = () =>
    world.interactions.filter((each) => each.answer === undefined && !hasFailed(world, each));
  return {
    sent: () =>
      rest.requests.map(({ method, path, query, text }) => `${method} ${path} ${query} ${text}`).join("\n"),
    messagesIn: (channel, reader) =>
      world.messages.filter(
        (message) =>
          message.channel === channel &&
          !message.deleted &&
          (message.onlyFor === undefined || message.onlyFor === reader),
      ),
    sees: (message) => see(world, message),
    revokeToken() {
      state.token = undefined;
      gateway.expireSessions();
      gateway.close(4004);
    },
    thinking,
    failed,
    settled: (options) =>
      changes.until(
        () =>
          rest.underWay === 0 &&
          open().length === 0 &&
          thinking().length === 0 &&
          Date.now() - state.lastActivity >= QUIET_MS,
        { what: "everything to be answered", ...options },
      ),
    until: changes.until,
  };
}

async function listen(rest: Rest, gateway: GatewayDouble): Promise<Server> {
  const server = createServer((request, response) => void rest.handle(request, response));
  server.on("upgrade", (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function stop(server: Server, gateway: GatewayDouble): Promise<void> {
  gateway.stop();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
