/** All that digests keep, in memory, for tests. */
import type { Edition, Room, SharedPost, SlotState, Subscription } from "../../src/digest/model.ts";
import type { Claim, DigestStore, Outcome } from "../../src/digest/ports.ts";

interface Delivery {
  readonly key: string;
  readonly room: Room;
  readonly due: Date;
  readonly of:
    | (Pick<Extract<Claim, { kind: "digest" }>, "kind"> & { readonly id: string })
    | Omit<Extract<Claim, { kind: "correction" }>, keyof Base>;
  state: SlotState;
  run: number;
  lease: number;
  fence: number;
  attempt: number;
  doubt: Date | undefined;
  edition: string | undefined;
}
type Base = Pick<Claim, "key" | "room" | "due" | "fence" | "attempt" | "doubtSince" | "doubtEdition">;

const DAY_MS = 86_400_000;
const nameOf = ({ platform, channel }: Pick<Room, "platform" | "channel">) => `${platform}:${channel}`;
const sameRoom = (a: Room, b: Room) => nameOf(a) === nameOf(b) && a.thread === b.thread;

/** A store that is gone with its process. */
export function memoryDigestStore(): DigestStore {
  const subscriptions = new Map<string, Subscription>();
  const editions = new Map<string, Edition>();
  const deliveries = new Map<string, Delivery>();
  const posts = new Map<string, { readonly post: SharedPost; readonly at: Date }>();
  let made = 0;

  const change = (id: string, to: Partial<Subscription>) => {
    const known = subscriptions.get(id);
    if (known !== undefined) subscriptions.set(id, { ...known, ...to });
  };
  const keep = (edition: Edition) => void editions.set(edition.hash, edition);
  const of = (id: string) =>
    [...deliveries.values()]
      .filter((each) => each.of.kind === "digest" && each.of.id === id)
      .sort((a, b) => a.due.getTime() - b.due.getTime());
  const giveUp = (id: string) => {
    for (const each of of(id))
      if (each.state === "pending" && each.doubt === undefined) each.state = "skipped";
  };
  const mine = ({ key, fence }: Claim) => {
    const row = deliveries.get(key);
    return row?.fence === fence && row.state === "sending" ? row : undefined;
  };
  const add = (key: string, room: Room, row: Pick<Delivery, "of" | "due" | "state">) => {
    const known = deliveries.get(key)?.state;
    const over = known === "skipped" || known === "unsure" || known === "closed";
    if (known !== undefined && !(over && row.of.kind === "correction")) return;
    const fresh = { lease: 0, fence: 0, attempt: 0, doubt: undefined, edition: undefined };
    deliveries.set(key, { key, room, ...row, ...fresh, run: row.due.getTime() });
  };

  function claimed(row: Delivery): Claim | undefined {
    const { key, room, due, fence, attempt, doubt: doubtSince, edition: doubtEdition } = row;
    const base = { key, room, due, fence, attempt, doubtSince, doubtEdition };
    if (row.of.kind === "correction") return { ...base, ...row.of };
    const subscription = subscriptions.get(row.of.id);
    if (subscription === undefined) return undefined;
    const before = of(row.of.id).filter((each) => each.due < due);
    const last = before.findLastIndex(({ state }) => state === "sent" || state === "nothing");
    const skipped = before.slice(last + 1).filter(({ state }) => state === "skipped");
    return { ...base, kind: "digest", subscription, skipped: skipped.map((each) => each.due) };
  }

  function record(claim: Claim, outcome: Outcome, now: Date): void {
    if (outcome.kind === "sent" && claim.kind === "correction") {
      const { room, postId } = claim.correction.post;
      const known = posts.get(`${nameOf(room)}:${postId}`);
      if (known)
        posts.set(`${nameOf(room)}:${postId}`, {
          ...known,
          post: { ...known.post, passages: outcome.shown },
        });
    }
    if (outcome.kind === "nothing" && claim.kind === "correction") {
      const { room, postId } = claim.correction.post;
      posts.delete(`${nameOf(room)}:${postId}`);
    }
    if (claim.kind === "correction") return;
    const { id, room, language } = claim.subscription;
    if (outcome.kind === "sent" || outcome.kind === "nothing") {
      if (outcome.edition) {
        keep(outcome.edition);
        change(id, { edition: outcome.edition.hash, ...(outcome.kind === "sent" && { begun: true }) });
      }
    }
    if (outcome.kind === "sent" && outcome.shown.length > 0) {
      const post = { room, postId: outcome.postId, language, passages: outcome.shown };
      posts.set(`${nameOf(room)}:${outcome.postId}`, { post, at: now });
    }
    if (outcome.kind === "closed") {
      change(id, { pause: subscriptions.get(id)?.pause ?? outcome.reason });
      giveUp(id);
    }
  }

  return {
    subscriptions: {
      async add(wish, from) {
        keep(from);
        made += 1;
        const subscription = { ...wish, id: `s${made}`, pause: undefined, begun: false, edition: from.hash };
        subscriptions.set(subscription.id, subscription);
        return subscription;
      },
      list: async (room) =>
        [...subscriptions.values()].filter((each) => room === undefined || sameRoom(each.room, room)),
      async pause(id, reason) {
        change(id, { pause: reason });
        giveUp(id);
      },
      resume: async (id, next) => change(id, { pause: undefined, next }),
      async remove(id) {
        for (const { key } of of(id)) deliveries.delete(key);
        subscriptions.delete(id);
      },
    },
    history: {
      troubles: async (id) =>
        of(id)
          .slice(-5)
          .reverse()
          .filter(({ state }) => state !== "sent" && state !== "nothing")
          .map(({ due, state }) => ({ slot: due, state })),
      edition: async (hash) => editions.get(hash),
    },
    ledger: {
      due: async (now) =>
        [...subscriptions.values()].filter(({ pause, next }) => pause === undefined && next <= now),
      async plan({ id, room, next: expected }, slots, next) {
        const known = subscriptions.get(id);
        if (known?.next.getTime() !== expected.getTime() || known.pause !== undefined) return;
        change(id, { next });
        for (const { slot, state } of slots)
          add(`${id}@${slot.getTime()}`, room, { of: { kind: "digest", id }, due: slot, state });
      },
      async claim(platform, now, leaseMs) {
        const at = now.getTime();
        const free = [...deliveries.values()].filter(
          ({ room, state, run, lease }) =>
            room.platform === platform &&
            run <= at &&
            (state === "pending" || (state === "sending" && lease <= at)),
        );
        const [row] = free.sort((a, b) => a.run - b.run || (a.key < b.key ? -1 : 1));
        if (row === undefined) return undefined;
        row.state = "sending";
        row.lease = at + leaseMs;
        row.fence += 1;
        row.attempt += 1;
        return claimed(row);
      },
      async begin(claim, now, edition) {
        const row = mine(claim);
        if (row === undefined) return false;
        if (edition !== undefined) keep(edition);
        if (row.doubt === undefined) row.edition = edition?.hash;
        row.doubt ??= now;
        return true;
      },
      async settle(claim, outcome, now) {
        const row = mine(claim);
        if (row === undefined) return false;
        const again = outcome.kind === "again";
        row.state = again ? "pending" : outcome.kind;
        if (again) row.run = outcome.at.getTime();
        if (!again || !outcome.doubt) [row.doubt, row.edition] = [undefined, undefined];
        record(claim, outcome, now);
        return true;
      },
    },
    sharedPosts: {
      remember: async (post, now) => void posts.set(`${nameOf(post.room)}:${post.postId}`, { post, at: now }),
      forget: async (room, postId) => void posts.delete(`${nameOf(room)}:${postId}`),
      all: async () =>
        [...posts.values()].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ post }) => post),
      async correct(correction, now) {
        const { room, postId } = correction.post;
        const known = posts.get(`${nameOf(room)}:${postId}`)?.post;
        if (JSON.stringify(known?.passages) !== JSON.stringify(correction.post.passages)) return;
        const name = `correction-${nameOf(room)}-${postId}-${JSON.stringify(correction.changes)}`;
        const earlier = [...deliveries.values()].filter(
          (each) => each.key.startsWith(name) && each.state === "sent",
        );
        const key = `${name}.${earlier.length}`;
        add(key, room, { of: { kind: "correction", correction }, due: now, state: "pending" });
      },
    },
    upkeep: {
      async prune(now) {
        const before = (days: number) => now.getTime() - days * DAY_MS;
        for (const [key, { due, state }] of deliveries)
          if (due.getTime() < before(90) && state !== "pending" && state !== "sending")
            deliveries.delete(key);
        for (const [key, { due, state }] of deliveries)
          if (due > now && state === "skipped") deliveries.delete(key);
        for (const [key, { at }] of posts) if (at.getTime() < before(180)) posts.delete(key);
      },
      async erase(place) {
        let erased = 0;
        const dropFrom = <T>(map: Map<string, T>, roomOf: (row: T) => Room) => {
          for (const [key, row] of map)
            if (nameOf(roomOf(row)) === nameOf(place) && map.delete(key)) erased += 1;
        };
        dropFrom(deliveries, ({ room }) => room);
        dropFrom(subscriptions, ({ room }) => room);
        dropFrom(posts, ({ post }) => post.room);
        return erased;
      },
      tables: async () => [],
      isInPlace: async () => true,
    },
  };
}
