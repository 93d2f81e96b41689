/** Corrections: which posts show words that our sources no longer have, and how that is said. Nothing here sends any. */
import { shortHash } from "../answer/citations.ts";
import type { Document, Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import { cut } from "../reply/pack.ts";
import { paragraph } from "../reply/reply.ts";
import { wordingFor } from "../reply/wording/tables.ts";
import type { Wording } from "../reply/wording/wording.ts";
import { substance } from "./edition.ts";
import type { Correction, PassageChange, SharedPost, ShownPassage } from "./model.ts";

/** One and the same change, and every post that shows its old words. */
export interface PendingCorrection {
  /** Four letters or digits to name it by; the same as long as the change is. */
  readonly key: string;
  readonly changes: readonly PassageChange[];
  readonly posts: readonly SharedPost[];
}

/** Old words, new words and titles of one correction together, in UTF-16 units: they are one message, which must have room for the reason. */
const MOST_WORDS = 2000;

/** The longest reason, in UTF-16 units. */
export const MOST_REASON = 500;

/** Words before the first that differ, where those are too far down to be shown from the beginning, in UTF-16 units. */
const LEAD_IN = 60;

/** Share of words that two paragraphs need in common to be the same one, revised. */
const ALIKE = 0.3;

/**
 * What changed in substance, or went, since it was posted. A renamed file, formatting and paragraphs that were split or joined are no
 * corrections, and neither is a source that cannot be read at the moment, nor a library that has none of what was posted: that is another
 * folder of knowledge.
 */
export function pendingCorrections(
  posts: readonly SharedPost[],
  library: Pick<Library, "sources" | "document" | "isUnread">,
): readonly PendingCorrection[] {
  const shelf = readShelf(library);
  const sources = new Set(posts.flatMap(({ passages }) => passages.map(({ source }) => source)));
  if (
    shelf.length === 0 ||
    (sources.size > 1 && !posts.some(({ passages }) => passages.some((each) => homeOf(each, shelf))))
  )
    return [];
  const pending = new Map<
    string,
    { readonly changes: readonly PassageChange[]; readonly posts: SharedPost[] }
  >();
  for (const post of posts) {
    const changes = post.passages.flatMap((passage) =>
      homeOf(passage, shelf) === undefined && library.isUnread(passage.source)
        ? []
        : (changeOf(passage, shelf) ?? []),
    );
    if (changes.length === 0) continue;
    const key = shortHash(JSON.stringify(changes)).slice(-4);
    const known = pending.get(key);
    if (known === undefined) pending.set(key, { changes, posts: [post] });
    else known.posts.push(post);
  }
  return [...pending].map(([key, each]) => ({ key, ...each }));
}

/** What the post stands for once its changes are said. */
export function passagesAfter({ post, changes }: Correction): readonly ShownPassage[] {
  const changed = new Map(changes.map(({ before, after }) => [JSON.stringify(before), after]));
  return post.passages.flatMap((passage) => {
    const name = JSON.stringify(passage);
    return changed.has(name) ? (changed.get(name) ?? []) : [passage];
  });
}

/** What the old post is replaced by. */
export function editedReply({ post }: Correction): Reply {
  const words = wordingFor(post.language);
  return {
    audience: "channel",
    language: words.language,
    blocks: [paragraph(words.correction.edited)],
    actions: [],
  };
}

/** The reply to the old post: old words, new words, the reason. */
export function correctionReply({ post, changes, reason }: Correction): Reply {
  const words = wordingFor(post.language);
  const { heading, after: is, reason: why } = words.correction;
  return {
    audience: "channel",
    language: words.language,
    blocks: [
      { kind: "heading", text: heading },
      ...changes.flatMap(({ before, after }) => {
        const room = Math.floor(MOST_WORDS / changes.length);
        const title = cut(before.title, Math.floor(room / 4));
        const [old, now] = shortened(differing(before, after), room - title.length);
        return [paragraph(beforeLine({ ...before, title }, old, words)), paragraph(is(now))];
      }),
      paragraph(why(cut(reason, MOST_REASON))),
    ],
    actions: [],
  };
}

/** What a post had shown, or had named, in these of its words. */
export function beforeLine(
  { title, publisher, named }: Pick<ShownPassage, "title" | "publisher" | "named">,
  old: string,
  { correction }: Pick<Wording, "correction">,
): string {
  return named ? correction.named(old, title, publisher) : correction.before(old, title, publisher);
}

/** The quotes, or where they are the same the paragraphs around them. */
function differing(
  before: ShownPassage,
  after: ShownPassage | undefined,
): readonly [string, string | undefined] {
  const same = after !== undefined && substance(before.quote) === substance(after.quote);
  return same ? [before.text, after.text] : [before.quote, after?.quote];
}

/** Both in so many units together, of long ones the part where they differ. */
function shortened(
  [old, now]: readonly [string, string | undefined],
  room: number,
): readonly [string, string | undefined] {
  if (old.length + (now?.length ?? 0) <= room) return [old, now];
  const from = now === undefined ? 0 : differenceOf(old, now);
  const least = Math.floor(room / 2);
  const shortOld = cut(
    old.length > least ? textFrom(old, from) : old,
    Math.max(least, room - (now?.length ?? 0)),
  );
  return [shortOld, now && cut(now.length > least ? textFrom(now, from) : now, room - shortOld.length)];
}

const textFrom = (text: string, from: number) => (from === 0 ? text : `…${text.slice(from)}`);

/** A word shortly before the first that differs; 0 if that is near the beginning. */
function differenceOf(old: string, now: string): number {
  let same = 0;
  while (same < old.length && old[same] === now[same]) same += 1;
  return same <= 2 * LEAD_IN ? 0 : old.lastIndexOf(" ", same - LEAD_IN) + 1;
}

interface Shelved {
  readonly document: Document;
  /** All of its paragraphs' words. */
  readonly words: string;
}

function readShelf(library: Pick<Library, "sources" | "document">): readonly Shelved[] {
  return library.sources().flatMap(({ id }) => {
    const document = library.document(id);
    return document === undefined
      ? []
      : [{ document, words: ` ${document.passages.map(({ text }) => substance(text)).join(" ")} ` }];
  });
}

/** The work a passage was taken from: by its file, else by its words and publisher, else by its name. */
function homeOf(
  { source, title, publisher, text }: ShownPassage,
  shelf: readonly Shelved[],
): Shelved | undefined {
  const words = ` ${substance(text)} `;
  return (
    shelf.find(({ document }) => document.source.id === source) ??
    shelf.find((each) => each.document.source.publisher === publisher && each.words.includes(words)) ??
    shelf.find(({ document }) => document.source.publisher === publisher && document.source.title === title)
  );
}

function changeOf(before: ShownPassage, shelf: readonly Shelved[]): PassageChange | undefined {
  const home = homeOf(before, shelf);
  if (home === undefined) return { before, after: undefined };
  if (home.words.includes(` ${substance(before.text)} `)) return undefined;
  const likest = mostAlike(before.text, home.document.passages);
  if (likest === undefined) return { before, after: undefined };
  const { id, title, publisher } = home.document.source;
  const kept = substance(likest.text).includes(substance(before.quote));
  return {
    before,
    after: {
      source: id,
      title,
      publisher,
      paragraph: likest.paragraph,
      quote: kept ? before.quote : likest.text,
      text: likest.text,
      ...(before.named && { named: true }),
    },
  };
}

function mostAlike<T extends { readonly text: string }>(text: string, among: readonly T[]): T | undefined {
  const wanted = new Set(substance(text).split(" "));
  let best: { readonly each: T; readonly share: number } | undefined;
  for (const each of among) {
    const words = new Set(substance(each.text).split(" "));
    const common = [...wanted].filter((word) => words.has(word)).length;
    const share = common / (wanted.size + words.size - common);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { each, share };
  }
  return best?.each;
}
