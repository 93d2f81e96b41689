/** What is on the shelf and which state of which file it came from. */
import { checkDifferences, type LocatedDifference, readDifferences } from "../../src/corpus/differences.ts";
import { isReadable, readDocument, sourceId } from "../../src/corpus/document.ts";
import { readGlossary } from "../../src/corpus/glossary.ts";
import { checkQuestions, type LocatedQuestions, readQuestions } from "../../src/corpus/questions.ts";
import type { Document, Problem } from "../../src/model.ts";
import type { Shelf } from "../../src/ports.ts";
import { type Look, readFile } from "./folder.ts";

const GLOSSARY = "glossary.yaml";
const DIFFERENCES = "differences.yaml";
const QUESTIONS = "questions.yaml";
const STILL = "its last good version keeps answering";

/** When a change is read: at once, or when two looks in a row saw the same, for an editor may be in the middle of saving. */
export type Patience = "at once" | "once settled";

/** Files that get in each other's way among those of a look. `losers` are not read. */
interface Rivals {
  readonly files: Look["files"];
  readonly losers: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Keeps a shelf as a folder is. Reading a file can fail; what is on the shelf then stays. */
export class Keeper {
  readonly #root: string;
  readonly #shelf: Shelf;
  /** The state of each file that was read last. */
  readonly #read = new Map<string, string>();
  /** Changes seen once, and files missed once. */
  #waiting = new Map<string, string>();
  #missed = new Set<string>();
  readonly #sources = new Map<string, { readonly path: string; readonly document: Document }>();
  readonly #ofFile = new Map<string, readonly Problem[]>();
  #ofFolder: readonly Problem[] = [];
  #ofReferences: readonly Problem[] = [];
  #differences: readonly LocatedDifference[] = [];
  #questions: readonly LocatedQuestions[] = [];
  #shelved = { differences: "[]", questions: "[]", unread: "[]" };
  /** Whether something was read or dropped since references were checked. Most looks find nothing new. */
  #unchecked = false;
  #rivals: Rivals = { files: new Map(), losers: new Set(), problems: [] };

  constructor(root: string, shelf: Shelf) {
    this.#root = root;
    this.#shelf = shelf;
  }

  /** Whether no source is on the shelf. */
  isEmpty(): boolean {
    return this.#sources.size === 0;
  }

  /** What is wrong now, in order of path and line. */
  problems(): readonly Problem[] {
    const all = [...[...this.#ofFile.values()].flat(), ...this.#ofFolder, ...this.#ofReferences];
    return all.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  }

  /** Withdraws nothing, and says why the folder is not followed. */
  keepAll(problem: string): void {
    this.#ofFolder = [
      { path: ".", line: 1, problem: `${problem}: its sources keep answering until it is mended` },
    ];
  }

  /**
   * Brings the shelf in line with a look at the folder. Yields after each file that was read, and now and then.
   * @returns whether nothing waits for another look
   */
  *follow(look: Look, patience: Patience): Generator<undefined, boolean> {
    if (!sameNames(look.files, this.#rivals.files)) this.#rivals = findRivals(look.files);
    const { losers, problems } = this.#rivals;
    const waiting = new Map<string, string>();
    let seen = 0;
    for (const [path, mark] of look.files) {
      if (++seen % 1_000 === 0) yield;
      if (losers.has(path)) this.#forget(path);
      else if (this.#read.get(path) !== mark) {
        const ripe = patience === "at once" || this.#waiting.get(path) === mark;
        if (!ripe || !this.#take(path, mark)) waiting.set(path, mark);
        yield;
      }
    }
    this.#waiting = waiting;
    this.#ofFolder = [...look.unusable, ...problems, ...(patience === "at once" ? unsettled(waiting) : [])];
    const complete = this.#dropMissing(look);
    this.#shelveReferences();
    this.#shelveUnread(look);
    return complete && waiting.size === 0;
  }

  /** Reads one file onto the shelf. False if it was written to meanwhile. */
  #take(path: string, mark: string): boolean {
    const bytes = isRead(path) ? readFile(this.#root, path) : new Uint8Array();
    if (bytes === undefined) return false;
    this.#read.set(path, mark);
    try {
      this.#ofFile.set(
        path,
        typeof bytes === "string" ? this.#unread(path, bytes) : this.#shelve(path, bytes),
      );
    } catch (error) {
      // A file that trips the reader costs that file, not the bot.
      this.#ofFile.set(
        path,
        this.#unread(path, `cannot be used (${error instanceof Error ? error.name : "unknown reason"})`),
      );
    }
    return true;
  }

  #unread(path: string, problem: string): readonly Problem[] {
    return this.#withStill(path, [{ path, line: 1, problem }]);
  }

  #withStill(path: string, problems: readonly Problem[]): readonly Problem[] {
    if (!this.#sources.has(sourceId(path)) || !isReadable(path)) return problems;
    return problems.map((known) => ({ ...known, problem: `${known.problem} (${STILL})` }));
  }

  #shelve(path: string, bytes: Uint8Array): readonly Problem[] {
    this.#unchecked = true;
    if (path === GLOSSARY) {
      const { glossary, problems } = readGlossary(path, bytes);
      if (glossary !== undefined) this.#shelf.setGlossary(glossary);
      return problems;
    }
    if (path === DIFFERENCES) {
      const { differences, problems } = readDifferences(path, bytes);
      if (differences !== undefined) this.#differences = differences;
      return problems;
    }
    if (path === QUESTIONS) {
      const { questions, problems } = readQuestions(path, bytes);
      if (questions !== undefined) this.#questions = questions;
      return problems;
    }
    const { document, problems } = readDocument(path, bytes);
    if (document === undefined) return this.#withStill(path, problems);
    this.#shelf.put(document);
    this.#sources.set(document.source.id, { path, document });
    return problems;
  }

  /** Takes away what two looks in a row did not find. False if something was missed for the first time. */
  #dropMissing(look: Look): boolean {
    const missed = [...this.#read.keys()].filter(
      (path) => !look.files.has(path) && !isCovered(path, look.unusable),
    );
    if (missed.length > 0 && ![...look.files.keys()].some(isReadable)) {
      this.keepAll("holds no source any more");
      return true;
    }
    const first = missed.filter((path) => !this.#missed.has(path));
    for (const path of missed) if (this.#missed.has(path)) this.#drop(path);
    this.#missed = new Set(first);
    return first.length === 0;
  }

  #drop(path: string): void {
    this.#unchecked = true;
    this.#forget(path);
    if (path === GLOSSARY) this.#shelf.setGlossary({ same: [], related: [] });
    if (path === DIFFERENCES) this.#differences = [];
    if (path === QUESTIONS) this.#questions = [];
    const id = sourceId(path);
    if (this.#sources.get(id)?.path !== path) return;
    this.#sources.delete(id);
    this.#shelf.remove(id);
  }

  #forget(path: string): void {
    this.#read.delete(path);
    this.#ofFile.delete(path);
  }

  /** Differences and questions name places of sources, so that a change of either may break or mend one. */
  #shelveReferences(): void {
    if (!this.#unchecked) return;
    this.#unchecked = false;
    const document = (id: string) => this.#sources.get(id)?.document;
    const paragraphs = (id: string) => document(id)?.passages.length;
    const { differences, problems } = checkDifferences(DIFFERENCES, this.#differences, paragraphs);
    const known = checkQuestions(QUESTIONS, this.#questions, document);
    this.#ofReferences = [...problems, ...known.problems];
    const shelved = { differences: JSON.stringify(differences), questions: JSON.stringify(known.questions) };
    if (shelved.differences !== this.#shelved.differences) this.#shelf.setDifferences(differences);
    if (shelved.questions !== this.#shelved.questions) this.#shelf.setQuestions(known.questions);
    this.#shelved = { ...this.#shelved, ...shelved };
  }

  /** What is there but not on the shelf: its sources were not withdrawn. */
  #shelveUnread({ unusable }: Look): void {
    const broken = [...this.#ofFile].flatMap(([path, problems]) => (problems.length > 0 ? [path] : []));
    const paths = [...broken, ...this.#waiting.keys(), ...unusable.map(({ path }) => path)];
    const unread = paths
      .map((path) => (isReadable(path) ? sourceId(path) : path))
      .filter((id) => !this.#sources.has(id))
      .sort();
    const shelved = JSON.stringify(unread);
    if (shelved !== this.#shelved.unread) this.#shelf.setUnread(unread);
    this.#shelved = { ...this.#shelved, unread: shelved };
  }
}

/** Without another look, files that were written to while they were read would be missing in silence. */
function unsettled(waiting: ReadonlyMap<string, string>): readonly Problem[] {
  return [...waiting.keys()].map((path) => ({
    path,
    line: 1,
    problem: "changed while it was read and is not read yet",
  }));
}

function isRead(path: string): boolean {
  return isReadable(path) || path === GLOSSARY || path === DIFFERENCES || path === QUESTIONS;
}

/** Whether a file is, or is below, something that cannot be looked at now; then nobody knows whether it is gone. */
function isCovered(path: string, unusable: readonly Problem[]): boolean {
  return unusable.some((known) => path === known.path || path.startsWith(`${known.path}/`));
}

/** Files that would be the same source, where `.md` wins, and files whose names differ in capitals only. */
function findRivals(files: Look["files"]): Rivals {
  const winners = new Map<string, string>();
  const losers = new Set<string>();
  for (const path of files.keys()) {
    const id = isReadable(path) ? sourceId(path) : undefined;
    if (id === undefined) continue;
    const other = winners.get(id);
    const loses = other !== undefined && !path.endsWith(".md");
    if (!loses) winners.set(id, path);
    if (other !== undefined) losers.add(loses ? path : other);
  }
  const problems: Problem[] = [];
  for (const path of losers) {
    problems.push({
      path,
      line: 1,
      problem: `is the same source as ${winners.get(sourceId(path))}: rename or remove one`,
    });
  }
  const folded = new Map<string, string>();
  for (const [id, path] of winners) {
    const other = folded.get(id.toLowerCase());
    folded.set(id.toLowerCase(), path);
    if (other !== undefined)
      problems.push({ path, line: 1, problem: `differs from ${other} in capitals only: rename one` });
  }
  return { files, losers, problems };
}

function sameNames(one: Look["files"], other: Look["files"]): boolean {
  return one.size === other.size && [...one.keys()].every((path) => other.has(path));
}
