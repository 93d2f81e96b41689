/** What a digest says: the works that were added, revised or withdrawn since the last one, each with its best sentence. */
import type { Block, Citation, Reply, Source } from "../model.ts";
import type { Library } from "../ports.ts";
import { findingBlock } from "../reply/findings.ts";
import { strong } from "../reply/inline.ts";
import { citedAt } from "../reply/label.ts";
import { fine, paragraph } from "../reply/reply.ts";
import type { LeftOut } from "../reply/wording/digest.ts";
import { wordingFor } from "../reply/wording/tables.ts";
import type { Wording } from "../reply/wording/wording.ts";
import { bestSentence } from "./best-sentence.ts";
import { type Change, changesBetween, currentEdition } from "./edition.ts";
import type { Edition, ShownPassage, SourceMark, Subscription } from "./model.ts";
import { measureAt } from "./replaced.ts";
import { shownIn } from "./shown-passages.ts";

/** Works that get a sentence; further ones are named. */
const MOST_ITEMS = 4;

/** Works that are named; further ones are counted. */
const MOST_NAMED = 6;

/** What a digest is made from beside the library. */
export interface DigestWish {
  readonly subscription: Subscription;
  /** Undefined if it is no longer kept; then there is nothing to compare with, and nothing is called new. */
  readonly before: Edition | undefined;
  /** The slot; of a preview, this moment. */
  readonly at: Date;
  /** The slot, if it was so long ago that readers should be told. */
  readonly late: Date | undefined;
  readonly skipped: readonly Date[];
}

/** A digest that is ready to be posted, or that nothing needs to be posted. */
export interface Digest {
  /** Undefined if nothing is new. */
  readonly reply: Reply | undefined;
  readonly edition: Edition;
  readonly shown: readonly ShownPassage[];
  readonly leftOut: readonly { readonly title: string; readonly why: LeftOut }[];
}

/** The digest of this moment. */
export function composeDigest(library: Library, wish: DigestWish): Digest {
  const { subscription } = wish;
  const words = wordingFor(subscription.language);
  const now = currentEdition(library, wish.before);
  const before = wish.before ?? now;
  const { edition, comparable } = measureAt(wish.at, before, now);
  const changes = comparable ? changesBetween(before, now, library) : [];
  const wanted = changes.filter((change) => isWanted(topicsOf(change), subscription));
  const [items, rest] = [wanted.slice(0, MOST_ITEMS), wanted.slice(MOST_ITEMS)];
  const leftOut = [
    ...library
      .sources()
      .filter(({ kind }) => kind === "note")
      .map(({ title }) => ({ title, why: "note" as const })),
    ...changes
      .filter((each) => !wanted.includes(each))
      .map((each) => ({ title: titleOf(each), why: "other-topic" as const })),
    ...rest.map((each) => ({ title: titleOf(each), why: "too-many" as const })),
  ];
  const news = [...items.flatMap((each) => itemBlocks(each, library, words)), ...restBlocks(rest, words)];
  if (news.length === 0 && subscription.begun && !subscription.always)
    return { reply: undefined, edition, shown: [], leftOut };
  const blocks = [...leadBlocks(wish, words), ...firstBlocks(now, { subscription, news, words }), ...news];
  const reply = toReply(blocks, words);
  return { reply, edition, shown: shownIn(reply, library), leftOut };
}

function leadBlocks({ subscription, late, skipped }: DigestWish, { digest }: Wording): readonly Block[] {
  const moment = (date: Date) => digest.moment(date, subscription.schedule.zone);
  return [
    { kind: "heading", text: digest.heading(subscription.topics) },
    ...(late === undefined ? [] : [fine(digest.late(moment(late)))]),
    ...(skipped.length === 0 ? [] : [fine(digest.skipped(skipped.slice(-3).map(moment)))]),
  ];
}

/** The baseline of a first digest, or that nothing is new where someone wants to read that. */
function firstBlocks(
  edition: Edition,
  {
    subscription,
    news,
    words,
  }: { readonly subscription: Subscription; readonly news: readonly Block[]; readonly words: Wording },
): readonly Block[] {
  if (subscription.begun) return news.length === 0 ? [paragraph(words.digest.nothing)] : [];
  const followed = edition.sources.filter(({ topics }) => isWanted(topics, subscription));
  const newest = followed
    .map(({ published }) => published)
    .sort()
    .at(-1);
  return [paragraph(words.digest.baseline(followed.length, newest && words.date(newest)))];
}

const isWanted = (topics: readonly string[], { topics: wanted }: Pick<Subscription, "topics">) =>
  wanted.length === 0 || topics.some((topic) => wanted.includes(topic));

const aboutOf = (change: Change): Source | SourceMark =>
  change.kind === "withdrawn" ? change.mark : change.source;
const topicsOf = (change: Change) => aboutOf(change).topics;
const titleOf = (change: Change) => aboutOf(change).title;

function itemBlocks(change: Change, library: Library, words: Wording): readonly Block[] {
  const { digest } = words;
  const { title, publisher, published } = aboutOf(change);
  const date = words.date(published);
  if (change.kind === "withdrawn") return [paragraph(strong(digest.withdrawn(title, publisher, date)))];
  const document = library.document(change.source.id);
  const paragraphs = change.kind === "revised" ? change.paragraphs : [];
  const best = document && bestSentence(library, document, paragraphs);
  const finding = best === undefined ? [] : [sentenceBlock(best, words)];
  if (change.kind === "added") return [paragraph(strong(digest.added(title, publisher, date))), ...finding];
  const lead = paragraph(strong(digest.revised(title, publisher)));
  return paragraphs.length === 0 ? [lead, paragraph(digest.shortened)] : [lead, ...finding];
}

const sentenceBlock = (citation: Citation, words: Wording): Block =>
  findingBlock({ citations: [citation] }, [words.label(citedAt(citation, words))]);

function restBlocks(rest: readonly Change[], { digest }: Wording): readonly Block[] {
  if (rest.length === 0) return [];
  const named = rest.slice(0, MOST_NAMED).map(titleOf);
  return [fine(digest.more(named, rest.length - named.length))];
}

function toReply(blocks: readonly Block[], words: Wording): Reply {
  return { audience: "channel", language: words.language, blocks, actions: [] };
}
