/** The tables, step by step: a step that was released is never changed, and a file is only ever brought forward. */
import { randomBytes } from "node:crypto";
import { ConfigError } from "../../src/errors.ts";
import type { Sql } from "./database.ts";

/** Each step brings a file from the version that is its place to the next one. */
const STEPS: readonly ((sql: Sql) => void)[] = [
  (sql) => {
    sql.run("create table seen_event(hash text primary key, until_ms integer not null) without rowid");
    sql.run("create index seen_event_until on seen_event(until_ms)");
    sql.run("insert into meta(name, value) values('seen-key', ?)", randomBytes(32).toString("hex"));
  },
];

/** Brings a file to this version. @throws {ConfigError} when a newer version has written it */
export function migrate(sql: Sql, dataDir: string): void {
  sql.run("create table if not exists meta(name text primary key, value text not null) without rowid");
  const version = Number(readMeta(sql, "version") ?? 0);
  if (version > STEPS.length)
    throw new ConfigError([
      `DATA_DIR: ${dataDir} was written by a newer version of Receipts; start that version, or restore a backup from before it`,
    ]);
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
