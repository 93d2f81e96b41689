/** `kept` and `forget`: what the bot keeps, in plain words, and erasing what belongs to a place. */
import { dataDir } from "../../src/config.ts";
import type { DigestStore, KeptTable, Upkeep } from "../../src/digest/ports.ts";
import { UsageError } from "../../src/errors.ts";

import { print } from "./process.ts";

/** What is kept, while a verb works on it. */
export type OpenStore = DigestStore & { close(): void };

/** Opens a data folder's store; undefined if nothing was kept there yet. */
export type OpenKept = (dataDir: string) => Promise<OpenStore | undefined>;

type Write = (line: string) => void;

/** What each table is, and how long its rows stay. */
const MEANINGS: Readonly<Record<string, string>> = {
  meta: "What the file knows of itself: its version, and the key that event hashes are made with.",
  seen_event:
    "Events that were handled, as keyed hashes, so that none is answered twice. Gone after 10 minutes.",
  subscription: "Which channels get a digest, when, and about what. Until it is removed.",
  edition:
    "Which published works there were at a digest: names of works, and hashes of their paragraphs. As long as a digest needs it.",
  delivery: "Which digests and corrections were due, and what came of them. Gone after 90 days.",
  shared_post:
    "Which messages in channels show which words of our sources, for corrections. Gone after 180 days.",
};

/** The bytes of a key are no information, and would be one more copy of it. */
const HIDDEN = "(not shown)";

/** The longest value that is shown whole, in characters. */
const MOST_SHOWN = 300;

/** `kept`. @returns the exit code */
export const runKept = (open: OpenKept): Promise<0> =>
  overKept(open, ({ upkeep }) => printKept(upkeep, print));

/** `forget`. @returns the exit code @throws {UsageError} when the words name no place */
export async function runForget(words: readonly string[], open: OpenKept): Promise<0> {
  const place = readPlace(words);
  return overKept(open, ({ upkeep }) => erasePlace(upkeep, place, print));
}

/** Runs a verb over what is kept in the configured folder, and says so if that is nothing. */
export async function overKept(open: OpenKept, run: (store: OpenStore) => Promise<void>): Promise<0> {
  const folder = dataDir(process.env);
  const store = await open(folder);
  if (store === undefined) print(`Nothing is kept in ${folder} yet.`);
  else {
    await run(store);
    store.close();
  }
  return 0;
}

/** Prints every table and every row. */
export async function printKept(upkeep: Upkeep, write: Write): Promise<void> {
  for (const { name, rows } of await upkeep.tables()) {
    write(`${name}: ${rows.length === 1 ? "1 row" : `${rows.length} rows`}`);
    write(`  ${MEANINGS[name] ?? "A table that this version does not know."}`);
    for (const row of rows) write(`  - ${rowText(name, row)}`);
  }
  write("No table holds a person, a name, a question or a direct message.");
}

function rowText(table: string, row: KeptTable["rows"][number]): string {
  const isKey = table === "meta" && row.name === "seen-key";
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== "")
    .map(
      ([column, value]) =>
        `${column.replaceAll("_", " ").replace(/ ms$/, "")} ${isKey && column === "value" ? HIDDEN : shown(column, value)}`,
    )
    .join(", ");
}

/** A time as a date, a long text by its beginning. */
function shown(column: string, value: string | number | null): string {
  if (column.endsWith("_ms")) return new Date(Number(value)).toISOString();
  const text = String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text;
}

const FORGET_USAGE = [
  "npm run forget -- slack:C0123ABCD                a channel on Slack, by its id",
  "npm run forget -- discord:123456789012345678     a channel on Discord, by its id",
  "npm run forget -- terminal:terminal              the digests of this machine's terminal",
].join("\n");

/** The channel that is to be forgotten. @throws {UsageError} when the words name none */
export function readPlace(words: readonly string[]): Parameters<Upkeep["erase"]>[0] {
  const [, platform, channel] =
    /^(slack|discord|terminal):(\w{2,40})$/.exec(words.filter((word) => word !== "--").join(" ")) ?? [];
  if ((platform !== "slack" && platform !== "discord" && platform !== "terminal") || channel === undefined)
    throw new UsageError(`Name the place to forget:\n${FORGET_USAGE}`);
  return { platform, channel };
}

/** Erases what belongs to a place. */
export async function erasePlace(
  upkeep: Upkeep,
  place: ReturnType<typeof readPlace>,
  write: Write,
): Promise<void> {
  const erased = await upkeep.erase(place);
  write(
    erased === 0
      ? "Nothing of that place was kept."
      : `Erased: ${erased === 1 ? "1 row" : `${erased} rows`}. Nothing of that place is left.`,
  );
}
