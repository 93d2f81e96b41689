/** Digests over a real corpus, a store in memory and a clock that a test moves, on any platform. */
import { assembleBot } from "../../src/assemble.ts";
import type { Room } from "../../src/digest/model.ts";
import type { DigestStore } from "../../src/digest/ports.ts";
import { createDigesting } from "../../src/digesting.ts";
import type { Platform } from "../../src/ports.ts";
import { memoryDigestStore } from "./digest-store.ts";
import { givenLibrary } from "./given-library.ts";
import { signers } from "./press.ts";
import { fixedClock } from "./rooms.ts";

/** Adds sources that try to ping and to overflow: thirty, each far longer than a message, with these marks everywhere. */
export function addHostileSources(
  { put }: Pick<ReturnType<typeof givenLibrary>, "put">,
  marks: string,
): void {
  for (let at = 10; at < 40; at++)
    put(`press/${at}`, {
      title: `${marks} ${"long ".repeat(40)}${at}`,
      body: `${marks} says ${"so much ".repeat(600)}${at}.`,
    });
}

const letter = {
  title: "The letter",
  topics: ["CBP"],
  body: "More than 650 Salesforce employees had signed the letter.",
};

/** What a test may choose. */
export interface DigestingOptions {
  readonly store?: DigestStore;
  /** Where the librarians read. */
  readonly staff?: string;
}

/** A bot with digests, before and after it is connected to a platform. It is the third of March 2027, noon. */
export function digestingBot(
  name: Platform["name"],
  { store = memoryDigestStore(), staff }: DigestingOptions = {},
) {
  const clock = fixedClock("2027-03-03T12:00:00Z");
  const library = givenLibrary({ "press/letter": letter });
  const logged: string[] = [];
  const said: string[] = [];
  const log = (event: string, details = {}) => void logged.push(JSON.stringify({ event, ...details }));
  let platform: Platform | undefined;
  const channel = (room: Pick<Room, "channel" | "thread">) => {
    if (platform === undefined) throw new Error("not connected yet");
    return platform.channel(room.channel, room.thread);
  };
  const own = staff === undefined ? undefined : { place: { platform: name, channel: staff } };
  const librarians = {
    post: (...of) => channel({ channel: staff ?? "", thread: undefined }).post(...of),
    remove: async () => undefined,
    replace: async () => true,
    find: async () => ({ kind: "cannot-tell" }),
  } satisfies ReturnType<Platform["channel"]>;
  const digesting = () =>
    createDigesting({
      library,
      store,
      clock,
      log,
      channel,
      platforms: () => [name],
      staff: own && { ...own, channel: librarians },
      zone: () => "Europe/Stockholm",
      direct: "never kept",
      say: (line) => void said.push(line),
    });
  const first = digesting();
  const bot = assembleBot({
    library,
    answer: () => signers,
    staffed: staff !== undefined,
    more: first.commands,
    posts: first.posts,
    log,
  });
  return {
    bot,
    clock,
    library,
    store,
    logged,
    /** Lines to the operator. */
    said,
    tidy: first.tidy,
    trouble: first.trouble,
    connect: (to: Platform) => {
      platform = to;
    },
    remind: first.remind,
    /** Another process on the same store. */
    another: () => digesting().scheduler,
    /** Looks what is due, as often as it takes. */
    async deliver(scheduler = first.scheduler, ticks = 3) {
      for (let tick = 0; tick < ticks; tick++) {
        await scheduler.tick();
        await scheduler.idle();
      }
    },
  };
}
