/** What the `digest` command does, loaded when it is first asked for. */
import { composeDigest } from "../digest/digest.ts";
import { currentEdition } from "../digest/edition.ts";
import type { Room, Subscription } from "../digest/model.ts";
import { newsFrom } from "../digest/replaced.ts";
import { nextSlots } from "../digest/schedule.ts";
import { readWhen } from "../digest/when.ts";
import { DeliveryError, UsageError } from "../errors.ts";
import type { Block, Place, Reply } from "../model.ts";
import { type Line, line, strong } from "../reply/inline.ts";
import { fine, paragraph } from "../reply/reply.ts";
import type { Wording } from "../reply/wording/wording.ts";
import type { CommandContext } from "./command.ts";
import type { DigestAction, DigestNeeds } from "./digest.ts";

/** Digests of one channel; more is noise. */
const MOST_DIGESTS = 10;

/** Dates that a schedule is echoed with. */
const ECHOED = 3;

/** Does it, or says how it is asked for. @throws {UsageError} where it is not for this place or this person */
export async function runDigest(
  action: DigestAction | undefined,
  { details, context }: Pick<Request, "details" | "context">,
  needs: DigestNeeds,
): Promise<Reply> {
  const { words, place, mayManage } = context;
  if (action === undefined) return howTo(context);
  if (place.direct && needs.direct === "never kept") throw new UsageError(words.digest.command.notDirect);
  const changes = action !== "list" && action !== "preview";
  if (changes && !mayManage) throw new UsageError(words.digest.command.notAllowed);
  return act(action, { details, room: roomOf(place), context }, needs);
}

/** A digest is its channel's, also where it is asked for in one of the channel's threads. */
const roomOf = ({ platform, channel }: Place): Room => ({ platform, channel, thread: undefined });

interface Request {
  readonly details: string;
  readonly room: Room;
  readonly context: CommandContext;
}

async function act(action: DigestAction, request: Request, needs: DigestNeeds): Promise<Reply> {
  const { room, context, details } = request;
  const all = await needs.store.subscriptions.list(room);
  if (action === "subscribe") return subscribe(request, all, needs);
  if (action === "list") return reply(await listBlocks(all, context.words, needs), context);
  if (action === "preview") return preview(chosen(all, details, context.words, "or none"), request, needs);
  const subscription = chosen(all, details, context.words);
  if (subscription === undefined) throw new UsageError(context.words.digest.command.none);
  return change(action, subscription, { request, needs });
}

function howTo(context: CommandContext): Reply {
  const { how, whoMay, first } = context.words.digest.command;
  const items = how.map((each) => line`${each}`);
  return reply([{ kind: "list", ordered: false, items }, paragraph(first), fine(whoMay)], context);
}

async function subscribe(
  { details, room, context }: Request,
  all: readonly Subscription[],
  needs: DigestNeeds,
): Promise<Reply> {
  const { words } = context;
  const { command } = words.digest;
  if (all.length >= MOST_DIGESTS) throw new UsageError(command.tooMany);
  const topics = [...new Set(needs.library.sources().flatMap((source) => source.topics))];
  const said = readWhen(details, topics);
  if (said.kind === "no-weekday") throw new UsageError(command.noWeekday);
  if (said.kind === "no-time") throw new UsageError(command.noTime);
  if (said.kind === "unknown-rest")
    throw new UsageError(command.unknownRest(said.zones, topics.slice(0, 20)));
  const { weekdays, minuteOfDay, always } = said;
  const zone = said.zone ?? all[0]?.schedule.zone ?? needs.zone();
  const schedule = { weekdays, minuteOfDay, zone };
  const [next] = nextSlots(schedule, needs.now(), 1);
  if (next === undefined) throw new UsageError(command.noTime);
  const wish = { room, schedule, topics: said.topics, language: words.language, always, next };
  const subscription = await needs.store.subscriptions.add(wish, currentEdition(needs.library));
  const blocks = [
    paragraph(describe(subscription, words)),
    paragraph(nextDates(subscription, words, needs)),
    ...(said.zone === undefined ? [fine(command.noZone(zone))] : []),
    fine(command.first),
  ];
  await announceNew(subscription, [paragraph(command.announced), ...blocks], { context, needs });
  return reply([paragraph(command.subscribed), ...blocks], context);
}

interface Announcing {
  readonly context: CommandContext;
  readonly needs: DigestNeeds;
}

/** A subscription that its channel cannot be told of would be one that it cannot get. */
async function announceNew(
  { id, room }: Subscription,
  blocks: readonly Block[],
  { context, needs }: Announcing,
): Promise<void> {
  try {
    await announce(room, blocks, { context, needs });
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.effect === "unknown") throw error;
    await needs.store.subscriptions.remove(id);
    throw new UsageError(context.words.digest.command.notHere);
  }
}

/** What everyone in the channel sees anyway is not announced; few read its threads. */
async function announce(room: Room, blocks: readonly Block[], { context, needs }: Announcing): Promise<void> {
  const { direct, thread } = context.place;
  if (direct || (context.audience === "channel" && thread === undefined)) return;
  await needs.channel(room)?.post({ ...reply(blocks, context), audience: "channel" });
}

async function change(
  action: "pause" | "resume" | "remove",
  subscription: Subscription,
  { request, needs }: { readonly request: Request; readonly needs: DigestNeeds },
): Promise<Reply> {
  const { context, room } = request;
  const { words } = context;
  const { subscriptions } = needs.store;
  const { id, schedule } = subscription;
  if (action === "pause") await subscriptions.pause(id, "asked");
  if (action === "remove") await subscriptions.remove(id);
  const [next] = nextSlots(schedule, needs.now(), 1);
  if (action === "resume" && next !== undefined) await subscriptions.resume(id, next);
  const done = { pause: "paused", resume: "resumed", remove: "removed" } as const;
  const blocks = [
    paragraph(line`${strong(words.digest.command.changed(done[action]))}: ${describe(subscription, words)}`),
    ...(action === "resume" ? [paragraph(nextDates(subscription, words, needs))] : []),
  ];
  await announce(room, blocks, { context, needs }).catch((error: unknown) => {
    // a channel that cannot be written to must still get rid of its digest
    if (!(error instanceof DeliveryError)) throw error;
  });
  return reply(blocks, context);
}

function chosen(
  all: readonly Subscription[],
  details: string,
  words: Wording,
  none?: "or none",
): Subscription | undefined {
  const [only] = all;
  if (only === undefined) {
    if (none === undefined) throw new UsageError(words.digest.command.none);
    return undefined;
  }
  const [number] = /\d+/.exec(details) ?? [];
  const found = number === undefined ? (all.length === 1 ? only : undefined) : all[Number(number) - 1];
  if (found !== undefined) return found;
  const { whichOne, noSuch } = words.digest.command;
  throw new UsageError(number === undefined ? whichOne : noSuch(all.length));
}

/** "Mondays at 09:00 (Europe/Stockholm), all topics." */
function describe({ schedule, topics, always }: Subscription, { digest }: Wording): Line {
  const parts = [
    digest.when(schedule),
    digest.command.topics(topics),
    ...(always ? [digest.command.always] : []),
  ];
  return line`${parts.join(", ")}.`;
}

function nextDates({ schedule }: Subscription, { digest }: Wording, { now }: DigestNeeds): string {
  const dates = nextSlots(schedule, now(), ECHOED);
  return digest.command.next(dates.map((date) => digest.moment(date, schedule.zone)));
}

async function listBlocks(
  all: readonly Subscription[],
  words: Wording,
  needs: DigestNeeds,
): Promise<readonly Block[]> {
  const { command, moment } = words.digest;
  if (all.length === 0) return [paragraph(command.none)];
  const items = await Promise.all(
    all.map(async (subscription): Promise<Line> => {
      const { id, pause, schedule, edition } = subscription;
      const { history } = needs.store;
      const [troubles, before] = await Promise.all([history.troubles(id), history.edition(edition)]);
      const news = pause === undefined ? newsFrom(subscription, before, needs.library) : undefined;
      const unsure = troubles.filter(({ state }) => state === "unsure");
      const state = pause === undefined ? nextDates(subscription, words, needs) : command.rests(pause);
      const notes = unsure.map(({ slot }) => command.unsure(moment(slot, schedule.zone)));
      const replaced = news ? [command.replaced(news.kind, moment(news.from, schedule.zone))] : [];
      return line`${describe(subscription, words)} ${[state, ...replaced, ...notes].join(" ")}`;
    }),
  );
  return [{ kind: "list", ordered: true, items }];
}

async function preview(
  subscription: Subscription | undefined,
  { room, context }: Request,
  needs: DigestNeeds,
): Promise<Reply> {
  const { words } = context;
  const { command } = words.digest;
  const wanted = subscription ?? unsubscribed(room, words, needs);
  const before = await needs.store.history.edition(wanted.edition);
  const digest = composeDigest(needs.library, {
    subscription: wanted,
    before,
    at: needs.now(),
    late: undefined,
    skipped: [],
  });
  const shown = digest.reply?.blocks ?? [paragraph(words.digest.nothing)];
  const items = digest.leftOut.map(({ title, why }) => line`${title}: ${command.leftOut(why)}`);
  const left: Block =
    items.length === 0 ? fine(command.nothingLeftOut) : { kind: "list", ordered: false, items };
  return reply([paragraph(command.preview), ...shown, left], context);
}

/** What a channel without a digest would get first. */
function unsubscribed(room: Room, { language }: Wording, { now, zone }: DigestNeeds): Subscription {
  const schedule = { weekdays: [1], minuteOfDay: 0, zone: zone() } as const;
  const rest = {
    topics: [],
    language,
    always: false,
    next: now(),
    pause: undefined,
    edition: "",
    begun: false,
  };
  return { id: "", room, schedule, ...rest };
}

const reply = (blocks: readonly Block[], { audience, words }: CommandContext): Reply => ({
  audience,
  language: words.language,
  blocks,
  actions: [],
});
