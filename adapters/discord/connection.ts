/** The connection to Discord: kept up while that is possible, and ended with one plain line when it is not. */
import { setTimeout as wait } from "node:timers/promises";
import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from "discord.js";
import type { DiscordConfig } from "../../src/config.ts";
import { nameOf } from "../../src/errors.ts";
import type { PlatformParts, PlatformState } from "../../src/ports.ts";
import { makeRequest } from "./calls.ts";
import { refusalOf, refusedToken } from "./refusals.ts";

/** What is known of a client's connection. */
export interface Connection {
  state(): PlatformState;
  /** Settles when nothing but an operator can help; never after `close`. */
  readonly ended: Promise<string>;
  /** True once it has ended or is closed. */
  over(): boolean;
  /** Ends it: nothing that is tried again would help. */
  end(line: string): void;
  /** Logs in. Resolves once connected, or ended, or at the first failure that is tried again. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Between two attempts to reach the API at the start, in milliseconds; the last is repeated. */
const PAUSES_MS = [1000, 2000, 5000, 15_000, 30_000];

/** How long a polite goodbye may take, in milliseconds. */
const GOODBYE_MS = 2000;

/** None of these is privileged: mentions and direct messages can be read without. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A client that pings nobody, remembers nothing said and of those who said it the last alone, and reaches the configured service alone. */
export function createClient({ apiUrl }: DiscordConfig, ws: ClientOptions["ws"] = {}): Client {
  return new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    shards: "auto",
    allowedMentions: { parse: [], repliedUser: false },
    rest: { version: "10", makeRequest, ...(apiUrl && { api: apiUrl.replace(/\/+$/, "") }) },
    ws,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      // the author of the message that has just come, to see what they may do
      GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user?.id },
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
    }),
  });
}

/** Follows a client's connection, and logs it in. */
export function createConnection(
  client: Client,
  { token }: DiscordConfig,
  { log, now, back }: Pick<PlatformParts, "log" | "now" | "back">,
): Connection {
  const status = createStatus(client, { now, back });
  client.on(Events.ShardReady, status.up);
  client.on(Events.ShardResume, status.up);
  client.on(Events.ClientReady, () => status.up(undefined));
  client.on(Events.ShardReconnecting, status.down);
  client.on(Events.ShardDisconnect, ({ code }) =>
    status.end(refusalOf(code) ?? `Discord has closed the connection (${code}): start the bot again`),
  );
  client.on(Events.Invalidated, () => status.end("Discord has ended the session: start the bot again"));
  client.on(Events.ShardError, (error) => log("discord-connection", { error: error.name }));
  client.on(Events.Error, (error) => log("discord-error", { error: error.name }));
  client.on(Events.Raw, (packet: { t: unknown }, shard: number) => {
    // discord.js throws on a RESUMED whose session was taken away meanwhile, and nobody could catch that
    if (packet.t === "RESUMED" && sessionOf(client, shard) === null) packet.t = "RESUMED too late";
  });
  void status.ended.then(() => client.destroy());
  const login = async () => {
    try {
      await reachable(client, token, { status, log });
      if (!status.over()) await client.login(token);
    } catch (error) {
      status.end(isRefused(error) ? refusedToken : "Discord did not let the bot log in: start it again");
    }
  };
  return {
    ...status,
    async open() {
      await Promise.race([login(), status.ended, status.tried]);
    },
    async close() {
      status.close();
      await Promise.race([client.destroy(), wait(GOODBYE_MS, undefined, { ref: false })]);
    },
  };
}

const sessionOf = ({ ws }: Client, shard: number): unknown =>
  Reflect.get(ws.shards.get(shard) ?? {}, "sessionInfo");

type Status = ReturnType<typeof createStatus>;

/** What the events of a connection add up to. */
function createStatus(client: Client, { now, back }: Pick<PlatformParts, "now" | "back">) {
  const shardsDown = new Set<number>();
  let reason: string | undefined = "connecting to Discord";
  let over = false;
  let cutOffAt: Date | undefined;
  const ended = later<string>();
  const tried = later<void>();
  return {
    state: (): PlatformState => ({ connected: reason === undefined, reason }),
    over: () => over,
    ended: ended.promise,
    /** Settles at the first attempt to connect that is to be made again. */
    tried: tried.promise,
    up(shard: number | undefined) {
      if (shard !== undefined) shardsDown.delete(shard);
      if (over || shardsDown.size > 0 || !client.isReady()) return;
      if (cutOffAt !== undefined) back(now().getTime() - cutOffAt.getTime());
      reason = cutOffAt = undefined;
    },
    down(shard: number) {
      if (over) return;
      shardsDown.add(shard);
      cutOffAt ??= now();
      reason ??= "the connection to Discord is lost and is being taken up again";
    },
    waits(because: string) {
      if (!over) reason = because;
      tried.resolve();
    },
    end(line: string) {
      if (over) return;
      over = true;
      reason = line;
      ended.resolve(line);
    },
    close() {
      over = true;
      reason = "closed";
    },
  };
}

/** Why the first connection is still waited for. */
const UNREACHABLE = "Discord cannot be reached; it is tried again";
const TOO_OFTEN = "Discord lets the bot connect no more often today; it is tried again";

/**
 * Waits until the API answers and lets the bot connect: a login that fails cannot be repeated with the same client.
 * @throws what a refused token gives.
 */
async function reachable(
  { rest }: Client,
  token: string,
  { status, log }: { readonly status: Status } & Pick<PlatformParts, "log">,
): Promise<void> {
  rest.setToken(token);
  for (let attempt = 0; !status.over(); attempt += 1) {
    try {
      // what the route answers with, as its documentation has it
      const { shards, session_start_limit } = (await rest.get(
        Routes.gatewayBot(),
      )) as RESTGetAPIGatewayBotResult;
      if (session_start_limit.remaining >= shards) return;
      if (attempt === 0) log("discord-start-limit", { waitMs: session_start_limit.reset_after });
      status.waits(TOO_OFTEN);
    } catch (error) {
      if (isRefused(error)) throw error;
      if (attempt === 0) log("discord-unreachable", { error: nameOf(error) });
      status.waits(UNREACHABLE);
    }
    await wait(PAUSES_MS[attempt] ?? PAUSES_MS.at(-1));
  }
}

/** The API does not take the bot's own token; an interaction's is another matter. */
export const isRefused = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401 && !/\/(webhooks|interactions)\//.test(error.url);

function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
