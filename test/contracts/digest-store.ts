/** What every store of digests does. */
import { describe, expect, test } from "vitest";
import type { Edition, Room, SharedPost, Subscription } from "../../src/digest/model.ts";
import type { Claim, DigestStore } from "../../src/digest/ports.ts";

const LEASE_MS = 60_000;
const nine = new Date("2027-03-01T08:00:00Z");
const plus = (ms: number) => new Date(nine.getTime() + ms);
const nextWeek = plus(7 * 86_400_000);

const room: Room = { platform: "slack", channel: "C1", thread: undefined };
const wish = {
  room,
  schedule: { weekdays: [1], minuteOfDay: 540, zone: "Europe/Stockholm" },
  topics: ["CBP"],
  language: "sv",
  always: false,
  next: nine,
} satisfies Partial<Subscription>;
const edition = (hash: string): Edition => ({ hash, sources: [] });
const shown = { source: "a/b", title: "T", publisher: "P", paragraph: 1, quote: "Q.", text: "Q. R." };
const post: SharedPost = { room, postId: "1.2", language: "en", passages: [shown] };

/** A store with one subscription whose slot at nine is in the ledger. */
async function planned(store: DigestStore): Promise<Subscription> {
  const subscription = await store.subscriptions.add(wish, edition("e1"));
  await store.ledger.plan(subscription, [{ slot: nine, state: "pending" }], nextWeek);
  return subscription;
}

async function claimed(store: DigestStore, now = nine): Promise<Claim> {
  const claim = await store.ledger.claim("slack", now, LEASE_MS);
  if (claim === undefined) throw new Error("nothing to claim");
  return claim;
}

/** Runs the contract on a store that starts empty. */
export function digestStoreContract(name: string, open: () => Promise<DigestStore>): void {
  describe(`subscriptions in ${name}`, () => {
    test("are what was wished for, by room, in order", async () => {
      const { subscriptions } = await open();
      const first = await subscriptions.add(wish, edition("e1"));
      const inThread = { ...room, thread: "9.9" };
      const second = await subscriptions.add(
        { ...wish, room: inThread, topics: [], always: true },
        edition("e1"),
      );
      expect(first).toEqual({ ...wish, id: first.id, pause: undefined, edition: "e1", begun: false });
      expect(await subscriptions.list(room)).toEqual([first]);
      expect(await subscriptions.list(inThread)).toEqual([second]);
      expect(await subscriptions.list(undefined)).toEqual([first, second]);
    });

    test("rest, go on and end", async () => {
      const { subscriptions, ledger } = await open();
      const { id } = await subscriptions.add(wish, edition("e1"));
      await subscriptions.pause(id, "asked");
      expect((await subscriptions.list(room))[0]?.pause).toBe("asked");
      expect(await ledger.due(nine)).toEqual([]);
      await subscriptions.resume(id, nextWeek);
      expect((await subscriptions.list(room))[0]).toMatchObject({ pause: undefined, next: nextWeek });
      await subscriptions.remove(id);
      expect(await subscriptions.list(undefined)).toEqual([]);
      await subscriptions.remove(id);
    });

    test("remember the edition they start from", async () => {
      const { subscriptions, history } = await open();
      const full: Edition = {
        hash: "e1",
        sources: [
          { id: "a", title: "T", publisher: "P", published: "2018", topics: ["CBP"], paragraphs: ["x"] },
        ],
      };
      const waiting: Edition = {
        ...full,
        hash: "e2",
        replaced: { kind: "waiting", sinceMs: nine.getTime(), by: full.sources },
      };
      await subscriptions.add(wish, full);
      await subscriptions.add(wish, waiting);
      expect(await history.edition("e1")).toEqual(full);
      expect(await history.edition("e2")).toEqual(waiting);
      expect(await history.edition("e3")).toBeUndefined();
    });
  });

  describe(`the ledger in ${name}`, () => {
    test("has what is due, and not before", async () => {
      const store = await open();
      const subscription = await store.subscriptions.add(wish, edition("e1"));
      expect(await store.ledger.due(plus(-1))).toEqual([]);
      expect(await store.ledger.due(nine)).toEqual([subscription]);
    });

    test("takes one plan for a slot, whoever comes with it", async () => {
      const store = await open();
      const subscription = await planned(store);
      await store.ledger.plan(subscription, [{ slot: nine, state: "pending" }], plus(1));
      expect((await store.subscriptions.list(room))[0]?.next).toEqual(nextWeek);
      await store.ledger.plan(
        { ...subscription, next: nextWeek },
        [{ slot: nine, state: "pending" }],
        plus(1),
      );
      await claimed(store);
      expect(await store.ledger.claim("slack", nine, LEASE_MS)).toBeUndefined();
    });

    test("gives a delivery to one alone while the lease lasts, and to the next after it", async () => {
      const store = await open();
      await planned(store);
      expect(await store.ledger.claim("discord", nine, LEASE_MS)).toBeUndefined();
      const all = await Promise.all([1, 2, 3].map(() => store.ledger.claim("slack", nine, LEASE_MS)));
      const [first] = all.filter((each) => each !== undefined);
      expect(all.filter((each) => each !== undefined)).toHaveLength(1);
      expect(first).toMatchObject({
        kind: "digest",
        attempt: 1,
        doubtSince: undefined,
        due: nine,
        skipped: [],
      });
      expect(await store.ledger.claim("slack", plus(LEASE_MS - 1), LEASE_MS)).toBeUndefined();
      const second = await claimed(store, plus(LEASE_MS));
      expect(second).toMatchObject({ key: first?.key, attempt: 2 });
      expect(second.fence).toBeGreaterThan(first?.fence ?? 0);
    });

    test("refuses whoever has lost the delivery", async () => {
      const store = await open();
      await planned(store);
      const zombie = await claimed(store);
      const owner = await claimed(store, plus(LEASE_MS));
      const sent = { kind: "sent", postId: "1.1", shown: [], edition: edition("e2") } as const;
      expect(await store.ledger.begin(zombie, plus(LEASE_MS), undefined)).toBe(false);
      expect(await store.ledger.settle(zombie, sent, nine)).toBe(false);
      expect((await store.subscriptions.list(room))[0]?.edition).toBe("e1");
      expect(await store.ledger.begin(owner, plus(LEASE_MS), edition("e2"))).toBe(true);
      expect(await store.ledger.settle(owner, sent, nine)).toBe(true);
      expect(await store.ledger.settle(owner, sent, nine)).toBe(false);
      expect((await store.subscriptions.list(room))[0]).toMatchObject({ edition: "e2", begun: true });
    });

    test("knows since when a post may be there, and of which edition", async () => {
      const store = await open();
      await planned(store);
      await store.ledger.begin(await claimed(store), plus(5), edition("e2"));
      const second = await claimed(store, plus(LEASE_MS));
      expect(second).toMatchObject({ doubtSince: plus(5), doubtEdition: "e2" });
      await store.ledger.begin(second, plus(LEASE_MS), edition("e3"));
      await store.ledger.settle(second, { kind: "again", at: plus(90_000), doubt: true }, nine);
      expect(await store.ledger.claim("slack", plus(89_999), LEASE_MS)).toBeUndefined();
      const third = await claimed(store, plus(90_000));
      expect(third).toMatchObject({ doubtSince: plus(5), doubtEdition: "e2", attempt: 3 });
      expect(await store.history.edition("e2")).toEqual(edition("e2"));
      await store.ledger.settle(third, { kind: "again", at: plus(90_001), doubt: false }, nine);
      expect(await claimed(store, plus(90_001))).toMatchObject({
        doubtSince: undefined,
        doubtEdition: undefined,
      });
    });

    test("tells which slots were skipped since the last delivered one", async () => {
      const store = await open();
      const subscription = await store.subscriptions.add(wish, edition("e1"));
      const skipped = [plus(-2000), plus(-1000)];
      const slots = [
        ...skipped.map((slot) => ({ slot, state: "skipped" as const })),
        { slot: nine, state: "pending" as const },
      ];
      await store.ledger.plan(subscription, slots, nextWeek);
      const claim = await claimed(store);
      expect(claim).toMatchObject({ skipped });
      expect((await store.history.troubles(subscription.id)).map(({ state }) => state)).toEqual([
        "sending",
        "skipped",
        "skipped",
      ]);
      await store.ledger.settle(claim, { kind: "nothing", edition: edition("e1") }, nine);
      await store.ledger.plan(
        { ...subscription, next: nextWeek },
        [{ slot: nextWeek, state: "pending" }],
        plus(1e10),
      );
      expect(await claimed(store, nextWeek)).toMatchObject({ skipped: [] });
    });

    test("pauses the subscription of a closed channel, and gives up what was pending", async () => {
      const store = await open();
      const subscription = await planned(store);
      await store.ledger.plan(
        { ...subscription, next: nextWeek },
        [{ slot: plus(1), state: "pending" }],
        plus(1e10),
      );
      await store.ledger.settle(await claimed(store), { kind: "closed", reason: "archived" }, nine);
      expect((await store.subscriptions.list(room))[0]?.pause).toBe("archived");
      expect(await store.ledger.claim("slack", plus(1000), LEASE_MS)).toBeUndefined();
    });

    test("forgets the slots of a removed subscription", async () => {
      const store = await open();
      const { id } = await planned(store);
      const claim = await claimed(store);
      await store.subscriptions.remove(id);
      expect(await store.ledger.begin(claim, nine, undefined)).toBe(false);
      expect(await store.history.troubles(id)).toEqual([]);
    });
  });

  describe(`shared posts in ${name}`, () => {
    test("are remembered until they are taken back", async () => {
      const { sharedPosts } = await open();
      await sharedPosts.remember(post, nine);
      await sharedPosts.remember({ ...post, postId: "1.3" }, plus(1));
      expect(await sharedPosts.all()).toEqual([post, { ...post, postId: "1.3" }]);
      await sharedPosts.forget(room, "1.2");
      expect(await sharedPosts.all()).toEqual([{ ...post, postId: "1.3" }]);
    });

    test("of a digest are remembered with it", async () => {
      const store = await open();
      await planned(store);
      const sent = { kind: "sent", postId: "5.5", shown: [shown], edition: edition("e2") } as const;
      await store.ledger.settle(await claimed(store), sent, nine);
      expect(await store.sharedPosts.all()).toEqual([
        { room, postId: "5.5", language: "sv", passages: [shown] },
      ]);
    });

    test("are corrected once, and then stand for the new words", async () => {
      const store = await open();
      await store.sharedPosts.remember(post, nine);
      const after = { ...shown, quote: "New." };
      const correction = { post, changes: [{ before: shown, after }], reason: "wrong" };
      await store.sharedPosts.correct(correction, nine);
      await store.sharedPosts.correct(correction, plus(1));
      const claim = await claimed(store);
      expect(claim).toMatchObject({ kind: "correction", correction });
      expect(await store.ledger.claim("slack", plus(1), LEASE_MS)).toBeUndefined();
      await store.ledger.settle(
        claim,
        { kind: "sent", postId: "7.7", shown: [after], edition: undefined },
        nine,
      );
      expect((await store.sharedPosts.all())[0]?.passages).toEqual([after]);
    });
  });

  describe(`a correction in ${name}`, () => {
    test("back to earlier words and forth again is sent every time, under a key of its own", async () => {
      const store = await open();
      const other = { ...shown, quote: "New.", text: "New." };
      await store.sharedPosts.remember(post, nine);
      const keys = new Set<string>();
      for (const [before, after] of [
        [shown, other],
        [other, shown],
        [shown, other],
        [other, shown],
      ] as const) {
        const correction = {
          post: { ...post, passages: [before] },
          changes: [{ before, after }],
          reason: "r",
        };
        await store.sharedPosts.correct(correction, nine);
        const claim = await claimed(store);
        keys.add(claim.key);
        await store.ledger.settle(
          claim,
          { kind: "sent", postId: "7", shown: [after], edition: undefined },
          nine,
        );
        await store.sharedPosts.correct(correction, nine);
        expect(await store.ledger.claim("slack", nine, LEASE_MS)).toBeUndefined();
      }
      expect(keys.size).toBe(4);
    });

    test("of a post that is gone forgets the post", async () => {
      const store = await open();
      await store.sharedPosts.remember(post, nine);
      const correction = { post, changes: [{ before: shown, after: undefined }], reason: "wrong" };
      await store.sharedPosts.correct(correction, nine);
      await store.ledger.settle(await claimed(store), { kind: "nothing", edition: undefined }, nine);
      expect(await store.sharedPosts.all()).toEqual([]);
      expect(await store.ledger.claim("slack", plus(LEASE_MS), LEASE_MS)).toBeUndefined();
    });
  });

  describe(`the upkeep of ${name}`, () => {
    test("deletes slots after 90 days and shared posts after 180", async () => {
      const store = await open();
      const { id } = await planned(store);
      await store.ledger.settle(await claimed(store), { kind: "unsure" }, nine);
      await store.sharedPosts.remember(post, nine);
      await store.upkeep.prune(plus(90 * 86_400_000));
      expect(await store.history.troubles(id)).toHaveLength(1);
      await store.upkeep.prune(plus(90 * 86_400_000 + 1));
      expect(await store.history.troubles(id)).toHaveLength(0);
      await store.upkeep.prune(plus(180 * 86_400_000));
      expect(await store.sharedPosts.all()).toHaveLength(1);
      await store.upkeep.prune(plus(180 * 86_400_000 + 1));
      expect(await store.sharedPosts.all()).toEqual([]);
    });

    test("erases a channel with its threads, and nothing else", async () => {
      const store = await open();
      await planned(store);
      await store.subscriptions.add({ ...wish, room: { ...room, thread: "1.1" } }, edition("e1"));
      const other = await store.subscriptions.add(
        { ...wish, room: { ...room, channel: "C2" } },
        edition("e1"),
      );
      await store.sharedPosts.remember(post, nine);
      expect(await store.upkeep.erase(room)).toBeGreaterThanOrEqual(3);
      expect(await store.subscriptions.list(undefined)).toEqual([other]);
      expect(await store.sharedPosts.all()).toEqual([]);
      expect(await store.upkeep.erase(room)).toBe(0);
    });
  });
}
