/** Keeps the file small, and open to whoever may read it. */
import type { KeptTable, Upkeep } from "../../src/digest/ports.ts";
import type { Database } from "./database.ts";
import { dropUnusedEditions } from "./subscriptions.ts";

const DAY_MS = 86_400_000;
const SLOTS_KEPT_MS = 90 * DAY_MS;
const POSTS_KEPT_MS = 180 * DAY_MS;

const TABLES = ["meta", "seen_event", "subscription", "edition", "delivery", "shared_post"];

/** The upkeep of this file. */
export function sqliteUpkeep(database: Database): Upkeep {
  return {
    async prune(now) {
      await database.write((sql) => {
        const at = now.getTime();
        // a clock that ran ahead has given them up
        sql.run("delete from delivery where state = 'skipped' and due_ms > ?", at);
        sql.run(
          "delete from delivery where due_ms < ? and state not in('pending', 'sending')",
          at - SLOTS_KEPT_MS,
        );
        sql.run("delete from shared_post where at_ms < ?", at - POSTS_KEPT_MS);
        sql.run("delete from seen_event where until_ms <= ?", at);
        dropUnusedEditions(sql);
      });
      await database.sweep();
    },
    async erase({ platform, channel }) {
      const erased = await database.write((sql) => {
        const rows = ["delivery", "subscription", "shared_post"].map((table) =>
          sql.run(`delete from ${table} where platform = ? and channel = ?`, platform, channel),
        );
        dropUnusedEditions(sql);
        return rows.reduce((sum, count) => sum + count, 0);
      });
      await database.sweep();
      return erased;
    },
    tables: () =>
      database.read((sql) =>
        TABLES.map((name): KeptTable => ({ name, rows: sql.rows(`select * from ${name}`) })),
      ),
    isInPlace: async () => database.isInPlace(),
  };
}
