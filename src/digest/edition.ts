/** Editions: the published works at one moment, by hashes of their words, and what differs between two of them. */
import { shortHash } from "../answer/citations.ts";
import type { Document, Source } from "../model.ts";
import type { Library } from "../ports.ts";
import type { Edition, SourceMark } from "./model.ts";

/** What happened to one work since an earlier edition. */
export type Change =
  | { readonly kind: "added"; readonly source: Source }
  /** `paragraphs` are those whose words are new; empty if words only went, or the work's name or date changed. */
  | { readonly kind: "revised"; readonly source: Source; readonly paragraphs: readonly number[] }
  | { readonly kind: "withdrawn"; readonly mark: SourceMark };

/** The words of a text without punctuation, case and white space: what is left when formatting and typography are not news. */
export function substance(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}%€$£]+/gu);
  return (words ?? []).join(" ");
}

/**
 * The works of now, with those of an earlier edition that are there and cannot be read: nobody knows what became of them. Librarians'
 * notes accompany answers and are no works.
 */
export function currentEdition(
  library: Pick<Library, "sources" | "document" | "isUnread">,
  before?: Edition,
): Edition {
  const loaded = library
    .sources()
    .filter(({ kind }) => kind !== "note")
    .flatMap(({ id }) => {
      const document = library.document(id);
      return document === undefined ? [] : [markOf(document)];
    });
  const known = new Set(loaded.map(({ id }) => id));
  const unread = (before?.sources ?? []).filter(({ id }) => !known.has(id) && library.isUnread(id));
  const sources =
    unread.length === 0 ? loaded : [...loaded, ...unread].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { hash: shortHash(JSON.stringify(sources)), sources };
}

function markOf({ source, passages }: Document): SourceMark {
  const { id, title, publisher, published, topics } = source;
  return {
    id,
    title,
    publisher,
    published,
    topics,
    paragraphs: passages.map(({ text }) => shortHash(substance(text))),
  };
}

/** No work of an earlier edition is left: that is another folder of knowledge, and nothing was withdrawn. */
export function isOtherCorpus(before: Edition, after: Edition): boolean {
  if (before.sources.length === 0) return false;
  const pairs = pairUp(before, after);
  return before.sources.every((mark) => pairs.get(mark) === undefined);
}

/** What an edition has that an earlier one had not, and the other way round. A renamed or moved file is no change. */
export function changesBetween(
  before: Edition,
  after: Edition,
  library: Pick<Library, "document">,
): readonly Change[] {
  const pairs = pairUp(before, after);
  const earlier = new Map([...pairs].map(([old, now]) => [now, old]));
  const changes = after.sources.flatMap((mark): readonly Change[] => {
    const source = library.document(mark.id)?.source;
    if (source === undefined) return [];
    const old = earlier.get(mark);
    return old === undefined ? [{ kind: "added", source }] : revision(old, mark, source);
  });
  const gone = before.sources.filter((mark) => !pairs.has(mark));
  return [...changes, ...gone.map((mark): Change => ({ kind: "withdrawn", mark }))];
}

function revision(old: SourceMark, mark: SourceMark, source: Source): readonly Change[] {
  const known = new Set(old.paragraphs);
  const paragraphs = mark.paragraphs.flatMap((hash, at) => (known.has(hash) ? [] : [at + 1]));
  const still = new Set(mark.paragraphs);
  const same =
    paragraphs.length === 0 &&
    old.paragraphs.every((hash) => still.has(hash)) &&
    old.published === mark.published &&
    nameOf(old) === nameOf(mark);
  return same ? [] : [{ kind: "revised", source, paragraphs }];
}

/** Which work of the later edition each of the earlier one is: the same id, else the same words, else the same name. */
function pairUp(before: Edition, after: Edition): ReadonlyMap<SourceMark, SourceMark> {
  const pairs = new Map<SourceMark, SourceMark>();
  const free = new Set(after.sources);
  for (const sameness of [
    (mark: SourceMark) => mark.id,
    (mark: SourceMark) => mark.paragraphs.join(" "),
    nameOf,
  ]) {
    const byName = new Map([...free].map((mark) => [sameness(mark), mark]));
    for (const mark of before.sources) {
      const found = pairs.has(mark) ? undefined : byName.get(sameness(mark));
      if (found === undefined || !free.delete(found)) continue;
      pairs.set(mark, found);
    }
  }
  return pairs;
}

const nameOf = ({ title, publisher }: SourceMark) => substance(`${title} ${publisher}`);
