/** One attempt at one delivery: posted at most once, or honestly unsure. */

import { shortHash } from "../answer/citations.ts";
import { DeliveryError } from "../errors.ts";
import type { Reply } from "../model.ts";
import type { Channel, Clock, Found } from "../ports.ts";
import { correctionReply, editedReply, passagesAfter } from "./corrections.ts";
import type { Digest, DigestWish } from "./digest.ts";
import type { Edition, Room, ShownPassage } from "./model.ts";
import type { Claim, DigestStore, Outcome } from "./ports.ts";

/** Durations in milliseconds. */
export interface Timing {
  /** How long a claim lasts. */
  readonly leaseMs: number;
  /** The longest that a platform's adapter waits for one answer; a post begins only if this much of the lease is left. */
  readonly postMs: number;
  /** A slot that is later than this is skipped. */
  readonly graceMs: number;
  /** A digest that is later than this says so. */
  readonly lateMs: number;
  /** Before it is looked whether a lost post has arrived. */
  readonly settleMs: number;
  /** The first wait before another attempt; it doubles. */
  readonly retryMs: number;
  readonly mostRetryMs: number;
  /** A correction that could not be sent for so long is pending again. */
  readonly correctionGraceMs: number;
}

/** What the product runs with. */
export const TIMING: Timing = {
  // twice within the time that Discord surely remembers a nonce
  leaseMs: 40_000,
  postMs: 12_000,
  graceMs: 6 * 3_600_000,
  lateMs: 5 * 60_000,
  settleMs: 15_000,
  retryMs: 2_000,
  mostRetryMs: 15 * 60_000,
  correctionGraceMs: 7 * 86_400_000,
};

/** What an attempt needs. */
export interface DeliveryNeeds {
  readonly store: Pick<DigestStore, "ledger" | "history">;
  readonly clock: Clock;
  readonly timing: Timing;
  /** Undefined while its platform is not connected. */
  channel(room: Room): Channel | undefined;
  compose(wish: DigestWish): Digest;
}

/** When a claim was taken, by both clocks: a frozen process wakes up late by one of them. */
export interface Held {
  readonly at: Date;
  readonly elapsedMs: number;
}

interface Post {
  readonly reply: Reply;
  readonly shown: readonly ShownPassage[];
  readonly edition: Edition | undefined;
}

/** Makes an attempt. @returns what it came to; undefined if the claim was lost meanwhile, and another has it */
export async function attempt(claim: Claim, held: Held, needs: DeliveryNeeds): Promise<Outcome | undefined> {
  const { clock, timing } = needs;
  const channel = needs.channel(roomFor(claim));
  if (channel === undefined)
    return later(claim, clock.now(), { timing, doubt: claim.doubtSince !== undefined });
  let found: Found = { kind: "not-shown" };
  try {
    if (claim.doubtSince !== undefined) found = await channel.find(claim.key, claim.doubtSince, clock.now());
  } catch (error) {
    return refused(error, claim, { needs, doubt: true });
  }
  if (found.kind === "cannot-tell") return { kind: "unsure" };
  const post = await postOf(claim, needs);
  if (found.kind === "shown") return sent(found.postId, post, await doubtfulEdition(claim, needs));
  const doubt = found.kind === "repeat";
  const graceMs = claim.kind === "digest" ? timing.graceMs : timing.correctionGraceMs;
  if (clock.now().getTime() - claim.due.getTime() > graceMs) return { kind: doubt ? "unsure" : "skipped" };
  if (post.kind === "nothing") return doubt ? { kind: "unsure" } : post;
  return postOnce(claim, { channel, post, held, doubt }, needs);
}

interface Posting {
  readonly channel: Channel;
  readonly post: Post;
  readonly held: Held;
  readonly doubt: boolean;
}

async function postOnce(
  claim: Claim,
  { channel, post, held, doubt }: Posting,
  needs: DeliveryNeeds,
): Promise<Outcome | undefined> {
  const { store, clock, timing } = needs;
  let begun = false;
  try {
    if (claim.kind === "correction" && !(await edited(claim, needs)))
      return { kind: "nothing", edition: undefined };
    if (leaseLeft(held, needs) < timing.postMs) return undefined;
    if (!(await store.ledger.begin(claim, clock.now(), post.edition))) return undefined;
    // the process may have been frozen while it wrote that down; then another may be posting already
    if (leaseLeft(held, needs) < timing.postMs) return later(claim, clock.now(), { timing, doubt });
    begun = true;
    return sent(await channel.post(post.reply, claim.key), post, post.edition);
  } catch (error) {
    return refused(error, claim, { needs, doubt: doubt || begun, before: doubt });
  }
}

/** Whether the post that is corrected is still there, and says so by now. */
async function edited(
  { room, correction }: Extract<Claim, { kind: "correction" }>,
  { channel }: DeliveryNeeds,
): Promise<boolean> {
  return (await channel(room)?.replace(correction.post.postId, editedReply(correction))) !== false;
}

/** By the clock that has gone further. */
function leaseLeft({ at, elapsedMs }: Held, { clock, timing }: DeliveryNeeds): number {
  return timing.leaseMs - Math.max(clock.now().getTime() - at.getTime(), clock.elapsedMs() - elapsedMs);
}

async function postOf(
  claim: Claim,
  { store, clock, timing, compose }: DeliveryNeeds,
): Promise<(Post & { readonly kind: "post" }) | Extract<Outcome, { kind: "nothing" }>> {
  if (claim.kind === "correction") {
    const { correction } = claim;
    return {
      kind: "post",
      reply: correctionReply(correction),
      shown: passagesAfter(correction),
      edition: undefined,
    };
  }
  const { subscription, due, skipped } = claim;
  const before = await store.history.edition(subscription.edition);
  const late = clock.now().getTime() - due.getTime() > timing.lateMs ? due : undefined;
  const { reply, shown, edition } = compose({ subscription, before, at: due, late, skipped });
  return reply === undefined ? { kind: "nothing", edition } : { kind: "post", reply, shown, edition };
}

/** A correction is posted as a reply to what it corrects. */
const roomFor = (claim: Claim): Room =>
  claim.kind === "digest"
    ? claim.room
    : { ...claim.room, thread: claim.room.thread ?? claim.correction.post.postId };

async function doubtfulEdition(
  { doubtEdition }: Claim,
  { store }: DeliveryNeeds,
): Promise<Edition | undefined> {
  return doubtEdition === undefined ? undefined : store.history.edition(doubtEdition);
}

const sent = (postId: string, post: Partial<Post>, edition: Edition | undefined): Outcome => ({
  kind: "sent",
  postId,
  shown: post.shown ?? [],
  edition,
});

interface Refusal {
  readonly needs: DeliveryNeeds;
  /** A post may be there if the platform did anything at all. */
  readonly doubt: boolean;
  /** A post may be there even if the platform did nothing this time. */
  readonly before?: boolean;
}

function refused(error: unknown, claim: Claim, { needs, doubt, before = doubt }: Refusal): Outcome {
  const { clock, timing } = needs;
  // whatever else went wrong, nobody knows how far the post had come
  const effect = error instanceof DeliveryError ? error.effect : "unknown";
  const waitMs = (error instanceof DeliveryError && error.retryAfterMs) || 0;
  if (effect === "none") return later(claim, clock.now(), { timing, doubt: before, waitMs });
  if (effect === "unknown")
    return later(claim, clock.now(), { timing, doubt, waitMs: Math.max(waitMs, timing.settleMs) });
  return { kind: "closed", reason: effect };
}

interface Wait {
  readonly timing: Timing;
  readonly doubt: boolean;
  readonly waitMs?: number;
}

/** After a wait that doubles with each attempt, spread so that many do not come back at once. */
function later({ key, attempt }: Claim, now: Date, { timing, doubt, waitMs = 0 }: Wait): Outcome {
  const backOff = Math.min(timing.mostRetryMs, timing.retryMs * 2 ** Math.min(attempt - 1, 20));
  const share = (Number.parseInt(shortHash(`${key} ${attempt}`), 36) % 1000) / 1000;
  return {
    kind: "again",
    at: new Date(now.getTime() + Math.max(waitMs, backOff * (0.5 + share / 2))),
    doubt,
  };
}
