/** Channel messages and the words of the corpus that they show. */
import { createHash } from "node:crypto";
import type { SharedPost } from "../../src/digest/model.ts";
import type { SharedPosts } from "../../src/digest/ports.ts";
import type { Database, Sql } from "./database.ts";
import { roomValues, sharedPostOf } from "./rows.ts";

/** Writes down what a post shows. */
export function putSharedPost(sql: Sql, { room, postId, language, passages }: SharedPost, now: Date): void {
  const [platform, channel, thread] = roomValues(room);
  sql.run(
    `insert into shared_post(platform, channel, post, thread, language, at_ms, passages) values(?, ?, ?, ?, ?, ?, ?)
    on conflict(platform, channel, post) do update set passages = excluded.passages`,
    platform,
    channel,
    postId,
    thread,
    language,
    now.getTime(),
    JSON.stringify(passages),
  );
}

/** Forgets what a post shows. */
export function dropSharedPost(
  sql: Sql,
  { room: { platform, channel }, postId }: Pick<SharedPost, "room" | "postId">,
): void {
  sql.run(
    "delete from shared_post where platform = ? and channel = ? and post = ?",
    platform,
    channel,
    postId,
  );
}

/** The shared posts of this file. */
export function sqliteSharedPosts(database: Database): SharedPosts {
  return {
    remember: (post, now) => database.write((sql) => putSharedPost(sql, post, now)),
    forget: (room, postId) => database.write((sql) => dropSharedPost(sql, { room, postId })),
    all: () =>
      database.read((sql) => sql.rows("select * from shared_post order by at_ms, post").map(sharedPostOf)),
    correct: (correction, now) =>
      database.write((sql) => {
        const { room, postId } = correction.post;
        const [known] = sql.rows(
          "select passages from shared_post where platform = ? and channel = ? and post = ?",
          room.platform,
          room.channel,
          postId,
        );
        // corrected or taken back since it was read
        if (known?.passages !== JSON.stringify(correction.post.passages)) return;
        const about = JSON.stringify([postId, correction.changes]);
        const name = `correction-${createHash("sha256")
          .update(`${roomValues(room).join()} ${about}`)
          .digest("base64url")
          .slice(0, 22)}`;
        // words that change there and back again are corrected every time
        const [earlier] = sql.rows(
          "select count(*) as times from delivery where substr(key, 1, length(?)) = ? and state = 'sent'",
          name,
          name,
        );
        const key = earlier?.times ? `${name}.${earlier.times}` : name;
        sql.run(
          "insert into delivery(key, kind, correction, platform, channel, thread, due_ms, run_ms, state) values(?, 'correction', ?, ?, ?, ?, ?, ?, 'pending') on conflict(key) do update set state = 'pending', correction = excluded.correction, due_ms = excluded.due_ms, run_ms = excluded.run_ms, attempt = 0 where state in('skipped', 'unsure', 'closed')",
          key,
          JSON.stringify(correction),
          ...roomValues(room),
          now.getTime(),
          now.getTime(),
        );
      }),
  };
}
