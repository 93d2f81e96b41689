/** Subscriptions and what became of their slots. */
import { randomUUID } from "node:crypto";
import type { Edition, SlotState } from "../../src/digest/model.ts";
import type { History, Subscriptions } from "../../src/digest/ports.ts";
import type { Database, Sql } from "./database.ts";
import { editionOf, moment, roomValues, subscriptionOf, text } from "./rows.ts";

/** Slots that are looked back on. */
const MOST_TROUBLES = 5;

/** Keeps an edition that may be there already. */
export function keepEdition(sql: Sql, { hash, sources, replaced }: Edition): void {
  sql.run(
    "insert into edition(hash, sources, replaced) values(?, ?, ?) on conflict do nothing",
    hash,
    JSON.stringify(sources),
    replaced === undefined ? null : JSON.stringify(replaced),
  );
}

/** The channels' wishes in this file. */
export function sqliteSubscriptions(database: Database): Subscriptions {
  return {
    add: ({ room, schedule, topics, language, always, next }, from) =>
      database.write((sql) => {
        keepEdition(sql, from);
        const [row] = sql.rows(
          `insert into subscription(id, platform, channel, thread, weekdays, minute_of_day, zone, topics, language, always, next_ms, edition)
          values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *`,
          randomUUID().slice(0, 13),
          ...roomValues(room),
          JSON.stringify(schedule.weekdays),
          schedule.minuteOfDay,
          schedule.zone,
          JSON.stringify(topics),
          language,
          always ? 1 : 0,
          next.getTime(),
          from.hash,
        );
        return subscriptionOf(row ?? {});
      }),
    list: (room) =>
      database.read((sql) => {
        const rows =
          room === undefined
            ? sql.rows("select * from subscription order by rowid")
            : sql.rows(
                "select * from subscription where platform = ? and channel = ? and thread = ? order by rowid",
                ...roomValues(room),
              );
        return rows.map(subscriptionOf);
      }),
    pause: (id, reason) =>
      database.write((sql) => {
        sql.run("update subscription set pause = ? where id = ?", reason, id);
        giveUpPending(sql, id);
      }),
    resume: (id, next) =>
      database.write((sql) => {
        sql.run("update subscription set pause = null, next_ms = ? where id = ?", next.getTime(), id);
      }),
    remove: (id) =>
      database.write((sql) => {
        sql.run("delete from subscription where id = ?", id);
        dropUnusedEditions(sql);
      }),
  };
}

/** Slots of a subscription that no post was tried for. */
export function giveUpPending(sql: Sql, subscription: string): void {
  sql.run(
    "update delivery set state = 'skipped' where subscription = ? and state = 'pending' and doubt_ms is null",
    subscription,
  );
}

/** Editions that nothing refers to any more. */
export function dropUnusedEditions(sql: Sql): void {
  sql.run(
    "delete from edition where hash not in (select edition from subscription) and hash not in (select edition from delivery where edition is not null)",
  );
}

/** What was delivered, in this file. */
export function sqliteHistory(database: Database): History {
  return {
    troubles: (subscription) =>
      database.read((sql) =>
        sql
          .rows(
            "select due_ms, state from (select * from delivery where subscription = ? order by due_ms desc limit ?) where state not in('sent', 'nothing')",
            subscription,
            MOST_TROUBLES,
          )
          // the table allows no other states
          .map((row) => ({ slot: moment(row, "due_ms"), state: text(row, "state") as SlotState })),
      ),
    edition: (hash) =>
      database.read((sql) => sql.rows("select * from edition where hash = ?", hash).map(editionOf)[0]),
  };
}
