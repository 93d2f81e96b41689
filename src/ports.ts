/** What the core needs from its rim, and what engines offer it. */
import type {
  Answer,
  Citation,
  Document,
  Glossary,
  KnownDifference,
  KnownQuestion,
  Passage,
  PassageReference,
  Problem,
  Question,
  Reply,
  Source,
} from "./model.ts";

/** Takes what a knowledge folder holds, one file at a time. Implemented by the corpus, called by whoever reads the folder. */
export interface Shelf {
  /** Adds a document, or replaces the one of the same source id. */
  put(document: Document): void;
  /** Takes a source away; nothing happens if it is not there. */
  remove(sourceId: string): void;
  setGlossary(glossary: Glossary): void;
  setDifferences(differences: readonly KnownDifference[]): void;
  setQuestions(questions: readonly KnownQuestion[]): void;
  /** Names what is in the folder and was never read: ids of sources, and folders, the empty one for all. */
  setUnread(paths: readonly string[]): void;
}

/** Reads what is loaded now. Everything is in memory and synchronous. */
export interface Library {
  /** All sources, notes included, in order of id. */
  sources(): readonly Source[];
  document(sourceId: string): Document | undefined;
  passage(reference: PassageReference): Passage | undefined;
  glossary(): Glossary;
  differences(): readonly KnownDifference[];
  /** Whether a source that is not loaded is in the folder all the same: then nobody knows what it says, and it was not withdrawn. */
  isUnread(sourceId: string): boolean;
  /** The citation a button's key names; undefined once its paragraph has changed or gone. */
  cite(key: string): Citation | undefined;
}

/** Answers from what is loaded now; synchronous, without network or clock. `top` is how many ranked citations to return, 3 unless told. */
export type Answering = (question: Question, top?: number) => Answer;

/** A folder of knowledge that is watched. */
export interface KnowledgeFolder {
  /** What is wrong with which file at this moment, in order of path. */
  problems(): readonly Problem[];
  /** Stops watching. */
  close(): Promise<void>;
}

/** Whether a post that may have been made is there. */
export type Found =
  | { readonly kind: "shown"; readonly postId: string }
  | { readonly kind: "not-shown" }
  /** Nobody knows, but posting once more under the same key makes no second post. */
  | { readonly kind: "repeat" }
  | { readonly kind: "cannot-tell" };

/** Where the bot itself posts, as opposed to answering a person: the channel a button was pressed in, a digest's channel. */
export interface Channel {
  /**
   * Posts one message. Posts of one key should be one and the same; where the platform cannot promise it, `find` tells.
   * @returns the platform's id of the post, short enough for a button. @throws {DeliveryError} when it did not, or may not have, arrived.
   */
  post(reply: Reply, key?: string): Promise<string>;
  /** Removes a post of the bot's own; nothing happens if it is gone. @throws {DeliveryError} when it could not be removed. */
  remove(postId: string): Promise<void>;
  /**
   * Puts other words into a post of the bot's own, unless the platform does not let it be changed any more.
   * @returns false if the post is gone. @throws {DeliveryError} when it could not be changed.
   */
  replace(postId: string, reply: Reply): Promise<boolean>;
  /** Looks for the post of a key that was first tried at `since`. @throws {DeliveryError} when the platform could not be asked. */
  find(key: string, since: Date, now: Date): Promise<Found>;
}

/** Notes that something happened: an event name with counts, codes and durations, never a text or a person. */
export type Log = (event: string, details?: Readonly<Record<string, string | number>>) => void;

/** Stems that stand for one thing the question asks about, with the weight of the best of them. */
export interface WeightedTerms {
  readonly stems: readonly number[];
  readonly weight: number;
}

/** A passage that may answer. Scores compare within one query only. */
export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** First stage of a search: finds passages that share words with a question. The core reranks; answers do not depend on the engine. */
export interface Retriever {
  /** Adds a passage under a number that was never used before, with its stems in order, closed-class words left out. */
  add(passage: number, stems: readonly number[]): void;
  /** Takes a passage away, given the stems it was added with. */
  remove(passage: number, stems: readonly number[]): void;
  /** The best passages by BM25 over the query's unique stems, best first; ties in no particular order. */
  candidates(query: readonly WeightedTerms[], limit: number): readonly Candidate[];
}

/** Whether a platform takes questions at this moment. */
export interface PlatformState {
  readonly connected: boolean;
  /** Why not, in plain words for an operator; undefined while connected. */
  readonly reason: string | undefined;
}

/** A platform that the bot is connected to. */
export interface Platform {
  readonly name: "slack" | "discord";
  state(): PlatformState;
  /** Settles when the platform cannot go on by itself, with one line for the operator; never after `close`. */
  readonly ended: Promise<string>;
  /** A channel of it by the platform's id, for posts that nobody asked for: the staff line, digests. With `thread`, posts are replies there. */
  channel(id: string, thread?: string): Channel;
  /** Stops taking questions, finishes what was begun (10 s at most) and disconnects. */
  close(): Promise<void>;
}

/** What every platform's adapter is given beside the bot and its own configuration. */
export interface PlatformParts {
  readonly log: Log;
  readonly seen: SeenEvents;
  /** Where the librarians read; undefined when nobody does. */
  readonly staff: Channel | undefined;
  now(): Date;
  /** Told when the platform is connected again after it had been cut off for so long, in milliseconds. */
  back(awayMs: number): void;
}

/** Which events were handled lately, so that one delivered again, also after a restart, is not answered twice. */
export interface SeenEvents {
  /**
   * Marks an event as handled and tells whether this was the first time within ten minutes. Keeps a keyed hash, nothing else.
   * @param event the platform's own name of the event, unique within the platform
   */
  firstTime(event: string, now: Date): Promise<boolean>;
}

/** The rim's clocks. */
export interface Clock {
  now(): Date;
  /** Milliseconds that only grow, from any start, for measuring what is left of a lease. */
  elapsedMs(): number;
}

/** One line of what `doctor` reports. `missing` and `broken` make it fail. */
export interface Diagnosis {
  readonly state: "ok" | "off" | "missing" | "broken" | "by-hand";
  readonly text: string;
}

/** A part of the bot, as its own check sees it. Each platform adds its own; none opens a connection. */
export interface Check {
  readonly about: string;
  run(): Promise<readonly Diagnosis[]>;
}
