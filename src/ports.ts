/** What the core needs from its rim, and what engines offer it. */
import type {
  Answer,
  Citation,
  Document,
  Glossary,
  KnownDifference,
  Passage,
  PassageReference,
  Problem,
  Question,
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
}

/** Reads what is loaded now. Everything is in memory and synchronous. */
export interface Library {
  /** All sources, notes included, in order of id. */
  sources(): readonly Source[];
  document(sourceId: string): Document | undefined;
  passage(reference: PassageReference): Passage | undefined;
  glossary(): Glossary;
  differences(): readonly KnownDifference[];
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
