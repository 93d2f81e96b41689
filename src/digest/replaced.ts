/** What is compared with after not one work was left: another folder for a while is no news, and one that stays is the new measure. */
import { shortHash } from "../answer/citations.ts";
import type { Library } from "../ports.ts";
import { currentEdition, isOtherCorpus } from "./edition.ts";
import type { Edition, Replaced, Subscription } from "./model.ts";
import { nextSlots } from "./schedule.ts";

/** How long other works have to stay, in milliseconds: a week between two slots, which spring makes shorter. */
const STAYED_MS = 6.5 * 86_400_000;

/** What a digest leaves behind to be compared with. */
export interface Measure {
  readonly edition: Edition;
  /** Whether what differs now is news. */
  readonly comparable: boolean;
}

/** The measure that a slot leaves behind, which finds these works. */
export function measureAt(slot: Date, before: Edition, now: Edition): Measure {
  if (!isOtherCorpus(before, now)) return { edition: now, comparable: true };
  const at = slot.getTime();
  const since = waitingSince(before, now, at);
  if (now.sources.length === 0 || (since !== undefined && at - since < STAYED_MS))
    return { edition: before, comparable: false };
  const edition =
    since === undefined
      ? marked(before, { kind: "waiting", sinceMs: at, by: now.sources })
      : marked(now, { kind: "counted", sinceMs: at });
  return { edition, comparable: false };
}

/** When news are counted again, or were; undefined where nothing was replaced. */
export function newsFrom(
  { schedule, next }: Pick<Subscription, "schedule" | "next">,
  before: Edition | undefined,
  library: Pick<Library, "sources" | "document" | "isUnread">,
): { readonly kind: Replaced["kind"]; readonly from: Date } | undefined {
  if (before === undefined) return undefined;
  const now = currentEdition(library, before);
  if (!isOtherCorpus(before, now)) {
    const { replaced } = before;
    return replaced?.kind === "counted" ? { kind: "counted", from: new Date(replaced.sinceMs) } : undefined;
  }
  if (now.sources.length === 0) return undefined;
  const since = waitingSince(before, now, next.getTime());
  const stayed = (since ?? next.getTime()) + STAYED_MS;
  const [from] = nextSlots(schedule, new Date(Math.max(stayed, next.getTime()) - 1), 1);
  return from && { kind: "waiting", from };
}

/** Since when these very works, or what became of them, are there; undefined if they were not met before. */
function waitingSince({ replaced }: Edition, now: Edition, at: number): number | undefined {
  // a clock that was ahead may have met them in what is the future now
  if (replaced?.kind !== "waiting" || replaced.sinceMs > at) return undefined;
  return isOtherCorpus({ hash: "", sources: replaced.by }, now) ? undefined : replaced.sinceMs;
}

const marked = ({ hash, sources }: Edition, replaced: Replaced): Edition => ({
  hash: shortHash(JSON.stringify([hash, replaced])),
  sources,
  replaced,
});
