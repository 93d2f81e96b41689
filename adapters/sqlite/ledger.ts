/** The ledger: one row a delivery, claimed with a lease and a fence. */
import type { Edition } from "../../src/digest/model.ts";
import type { Claim, Ledger, Outcome } from "../../src/digest/ports.ts";
import type { Database, Row, Sql } from "./database.ts";
import {
  correctionOf,
  moment,
  momentOrNone,
  roomOf,
  roomValues,
  subscriptionOf,
  text,
  textOrNone,
} from "./rows.ts";
import { dropSharedPost, putSharedPost } from "./shared-posts.ts";
import { giveUpPending, keepEdition } from "./subscriptions.ts";

const STILL_MINE = "where key = ? and fence = ? and state = 'sending'";

/** The ledger of this file. */
export function sqliteLedger(database: Database): Ledger {
  return {
    due: (now) =>
      database.read((sql) =>
        sql
          .rows(
            "select * from subscription where pause is null and next_ms <= ? order by next_ms",
            now.getTime(),
          )
          .map(subscriptionOf),
      ),
    plan: (subscription, slots, next) =>
      database.write((sql) => {
        const { id, room } = subscription;
        const moved = sql.run(
          "update subscription set next_ms = ? where id = ? and next_ms = ? and pause is null",
          next.getTime(),
          id,
          subscription.next.getTime(),
        );
        if (moved === 0) return;
        for (const { slot, state } of slots) {
          const at = slot.getTime();
          sql.run(
            "insert into delivery(key, kind, subscription, platform, channel, thread, due_ms, run_ms, state) values(?, 'digest', ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            `${id}@${at}`,
            id,
            ...roomValues(room),
            at,
            at,
            state,
          );
        }
      }),
    claim: (platform, now, leaseMs) => database.write((sql) => claim(sql, { platform, now, leaseMs })),
    begin: (claim, now, edition) => database.write((sql) => begin(sql, claim, { now, edition })),
    settle: (claim, outcome, now) => database.write((sql) => settle(sql, claim, { outcome, now })),
  };
}

interface Wish {
  readonly platform: string;
  readonly now: Date;
  readonly leaseMs: number;
}

function claim(sql: Sql, { platform, now, leaseMs }: Wish): Claim | undefined {
  const at = now.getTime();
  const [row] = sql.rows(
    `update delivery set state = 'sending', fence = fence + 1, attempt = attempt + 1, lease_ms = ? where key = (
      select key from delivery where platform = ? and state in('pending', 'sending') and run_ms <= ?
      and (state = 'pending' or lease_ms <= ?) order by run_ms, key limit 1) returning *`,
    at + leaseMs,
    platform,
    at,
    at,
  );
  if (row === undefined) return undefined;
  const base = {
    key: text(row, "key"),
    room: roomOf(row),
    due: moment(row, "due_ms"),
    fence: Number(row.fence),
    attempt: Number(row.attempt),
    doubtSince: momentOrNone(row, "doubt_ms"),
    doubtEdition: textOrNone(row, "edition"),
  };
  if (row.kind === "correction") return { ...base, kind: "correction", correction: correctionOf(row) };
  const [subscription] = sql.rows("select * from subscription where id = ?", text(row, "subscription"));
  return {
    ...base,
    kind: "digest",
    subscription: subscriptionOf(subscription ?? {}),
    skipped: skippedBefore(sql, row),
  };
}

function skippedBefore(sql: Sql, row: Row): readonly Date[] {
  const id = text(row, "subscription");
  const due = Number(row.due_ms);
  return sql
    .rows(
      `select due_ms from delivery where subscription = ? and state = 'skipped' and due_ms < ? and due_ms > coalesce(
        (select max(due_ms) from delivery where subscription = ? and state in('sent', 'nothing') and due_ms < ?), 0) order by due_ms`,
      id,
      due,
      id,
      due,
    )
    .map((each) => moment(each, "due_ms"));
}

interface Beginning {
  readonly now: Date;
  readonly edition: Edition | undefined;
}

function begin(sql: Sql, { key, fence }: Claim, { now, edition }: Beginning): boolean {
  // what a doubtful attempt was made of stays: its post may turn up
  const mine = sql.run(
    `update delivery set edition = case when doubt_ms is null then ? else edition end, doubt_ms = coalesce(doubt_ms, ?) ${STILL_MINE}`,
    edition?.hash ?? null,
    now.getTime(),
    key,
    fence,
  );
  if (mine === 1 && edition !== undefined) keepEdition(sql, edition);
  return mine === 1;
}

interface Settling {
  readonly outcome: Outcome;
  readonly now: Date;
}

function settle(sql: Sql, claim: Claim, { outcome, now }: Settling): boolean {
  const { key, fence } = claim;
  if (outcome.kind === "again") {
    const forget = outcome.doubt ? "" : ", doubt_ms = null, edition = null";
    const at = outcome.at.getTime();
    return (
      sql.run(
        `update delivery set state = 'pending', run_ms = ?, lease_ms = null${forget} ${STILL_MINE}`,
        at,
        key,
        fence,
      ) === 1
    );
  }
  const mine = sql.run(
    `update delivery set state = ?, lease_ms = null, doubt_ms = null, edition = null ${STILL_MINE}`,
    outcome.kind,
    key,
    fence,
  );
  if (mine === 0) return false;
  if (outcome.kind === "sent") sent(sql, claim, { outcome, now });
  if (outcome.kind === "nothing") nothing(sql, claim, outcome);
  if (outcome.kind === "closed" && claim.kind === "digest") {
    sql.run(
      "update subscription set pause = ? where id = ? and pause is null",
      outcome.reason,
      claim.subscription.id,
    );
    giveUpPending(sql, claim.subscription.id);
  }
  return true;
}

function sent(
  sql: Sql,
  claim: Claim,
  { outcome, now }: { readonly outcome: Extract<Outcome, { kind: "sent" }>; readonly now: Date },
): void {
  const { postId, shown, edition } = outcome;
  if (claim.kind === "digest") {
    const { id, room, language } = claim.subscription;
    if (edition !== undefined) deliver(sql, id, edition, true);
    if (shown.length > 0) putSharedPost(sql, { room, postId, language, passages: shown }, now);
    return;
  }
  const { room, postId: corrected } = claim.correction.post;
  sql.run(
    "update shared_post set passages = ? where platform = ? and channel = ? and post = ?",
    JSON.stringify(shown),
    room.platform,
    room.channel,
    corrected,
  );
}

function nothing(sql: Sql, claim: Claim, { edition }: Extract<Outcome, { kind: "nothing" }>): void {
  if (claim.kind === "correction") dropSharedPost(sql, claim.correction.post);
  else if (edition !== undefined) deliver(sql, claim.subscription.id, edition, false);
}

function deliver(sql: Sql, subscription: string, edition: Edition, posted: boolean): void {
  keepEdition(sql, edition);
  const begun = posted ? ", begun = 1" : "";
  sql.run(`update subscription set edition = ?${begun} where id = ?`, edition.hash, subscription);
}
