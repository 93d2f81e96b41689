/** Handled events as keyed hashes that are gone after ten minutes. */
import { createHmac } from "node:crypto";
import type { SeenEvents } from "../../src/ports.ts";
import type { Database } from "./database.ts";
import { readMeta } from "./migrations.ts";

/** How long an event is remembered, in milliseconds: platforms deliver again within five minutes. */
const REMEMBERED_MS = 10 * 60_000;

/** Events that this file remembers, for every process that opens it. The key is the file's own, so that a restart remembers, too. */
export async function sqliteSeenEvents(database: Database): Promise<SeenEvents> {
  const key = await database.read((sql) => readMeta(sql, "seen-key") ?? "");
  return {
    firstTime(event, now) {
      const hash = createHmac("sha256", Buffer.from(key, "hex")).update(event).digest("base64url");
      return database.write((sql) => {
        sql.run("delete from seen_event where until_ms <= ?", now.getTime());
        const until = now.getTime() + REMEMBERED_MS;
        return sql.run("insert into seen_event values(?, ?) on conflict do nothing", hash, until) === 1;
      });
    },
  };
}
