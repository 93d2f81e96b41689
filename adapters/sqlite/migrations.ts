/** The tables, step by step: a step that was released is never changed, and a file is only ever brought forward. */
import { randomBytes } from "node:crypto";
import { DataFolderError } from "../../src/errors.ts";
import type { Sql } from "./database.ts";

/** No column can hold a person or a question; times are milliseconds since 1970. */
const DIGEST_TABLES = [
  `create table edition(hash text primary key, sources text not null) without rowid`,
  `create table subscription(
    id text primary key, platform text not null, channel text not null, thread text not null,
    weekdays text not null, minute_of_day integer not null, zone text not null, topics text not null,
    language text not null, always integer not null, next_ms integer not null, pause text,
    edition text not null references edition(hash), begun integer not null default 0)`,
  `create index subscription_due on subscription(next_ms) where pause is null`,
  `create table delivery(
    key text primary key, kind text not null check(kind in('digest', 'correction')),
    subscription text references subscription(id) on delete cascade, correction text,
    platform text not null, channel text not null, thread text not null, due_ms integer not null,
    state text not null check(state in('pending', 'sending', 'sent', 'nothing', 'skipped', 'unsure', 'closed')),
    run_ms integer not null, attempt integer not null default 0, fence integer not null default 0, lease_ms integer,
    doubt_ms integer, edition text, check((kind = 'digest') = (subscription is not null)))`,
  `create index delivery_open on delivery(platform, run_ms) where state in('pending', 'sending')`,
  `create index delivery_slots on delivery(subscription, due_ms)`,
  `create table shared_post(
    platform text not null, channel text not null, post text not null, thread text not null,
    language text not null, at_ms integer not null, passages text not null, primary key(platform, channel, post)) without rowid`,
] as const;

/** Each step brings a file from the version that is its place to the next one. */
const STEPS: readonly ((sql: Sql) => void)[] = [
  (sql) => {
    sql.run("create table seen_event(hash text primary key, until_ms integer not null) without rowid");
    sql.run("create index seen_event_until on seen_event(until_ms)");
    sql.run("insert into meta(name, value) values('seen-key', ?)", randomBytes(32).toString("hex"));
  },
  (sql) => {
    for (const table of DIGEST_TABLES) sql.run(table);
  },
  (sql) => {
    sql.run("alter table edition add column replaced text");
  },
];

/** Brings a file to this version. @throws {DataFolderError} when a newer version has written it */
export function migrate(sql: Sql, dataDir: string): void {
  sql.run("create table if not exists meta(name text primary key, value text not null) without rowid");
  const version = Number(readMeta(sql, "version") ?? 0);
  if (version > STEPS.length)
    throw new DataFolderError(
      "file",
      `DATA_DIR: ${dataDir} was written by a newer version of Receipts; start that version, or restore a backup from before it`,
    );
  if (version === STEPS.length) return;
  for (const step of STEPS.slice(version)) step(sql);
  sql.run(
    "insert into meta(name, value) values('version', ?) on conflict(name) do update set value = excluded.value",
    String(STEPS.length),
  );
}

/** One word that the file keeps about itself; undefined if it does not. */
export function readMeta(sql: Sql, name: string): string | undefined {
  const [row] = sql.rows("select value from meta where name = ?", name);
  return row === undefined ? undefined : String(row.value);
}
