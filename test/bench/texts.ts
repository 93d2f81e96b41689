/** Corpora of any size out of real sentences, drawn by a seeded generator: the same seed gives the same corpus. */

import { fileURLToPath } from "node:url";
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { openKnowledge } from "../../adapters/disk/knowledge.ts";
import { createCorpus } from "../../src/corpus/corpus.ts";
import { sentenceRanges } from "../../src/corpus/sentences.ts";
import type { Document } from "../../src/model.ts";
import { readOwnQuestions } from "../fit/own.ts";
import { document, readSet, setFolders } from "../fit/sets.ts";

/** Sentences and titles of one language. */
interface Language {
  readonly language: string;
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  /** How many sentences each of its paragraphs has. */
  readonly counts: readonly number[];
}

/** What corpora are made of, and what is asked of them. */
export interface Material {
  readonly languages: readonly Language[];
  readonly questions: readonly string[];
}

interface Text {
  readonly title: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
}

const PASSAGES_A_DOCUMENT = 8;

/** Numbers from 0 to below 1, the same for the same seed. The mixing is mulberry32 (public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The list in another order, decided by the generator. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

function byLanguage(texts: readonly Text[]): Language[] {
  const found = new Map<
    string,
    { language: string; titles: string[]; sentences: string[]; counts: number[] }
  >();
  for (const { title, language, paragraphs } of texts) {
    const known = found.get(language) ?? { language, titles: [], sentences: [], counts: [] };
    found.set(language, known);
    known.titles.push(title);
    for (const text of paragraphs) {
      const ranges = sentenceRanges(text, language);
      known.counts.push(ranges.length);
      for (const [from, to] of ranges) known.sentences.push(text.slice(from, to));
    }
  }
  return [...found.values()];
}

/** Sentences and questions of the sets below a folder; of those named, if any are. */
export function materialOf(folder: string, names: readonly string[] = []): Material {
  const sets = setFolders(folder)
    .map((set) => readSet(set))
    .filter(({ name }) => names.length === 0 || names.includes(name));
  return {
    languages: byLanguage(sets.flatMap(({ sources }) => sources)),
    questions: shuffled(
      sets.flatMap(({ questions }) => questions.map(({ question }) => question.text)),
      seeded(1),
    ),
  };
}

/** Sentences and questions of the shipped corpus. */
export async function shippedMaterial(): Promise<Material> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const corpus = createCorpus({ commonWords: readCommonWords });
  await (await openKnowledge(here("../../knowledge"), corpus, { watch: false })).close();
  const texts = corpus.sources().map(
    (source): Text => ({
      title: source.title,
      language: source.language,
      paragraphs: corpus.document(source.id)?.passages.map(({ text }) => text) ?? [],
    }),
  );
  const files = ["questions.dev.jsonl", "questions.own.jsonl"].map((name) => here(`../retrieval/${name}`));
  return {
    languages: byLanguage(texts),
    questions: shuffled(
      files.flatMap(readOwnQuestions).map(({ q }) => q),
      seeded(1),
    ),
  };
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function paragraph({ sentences, counts }: Language, random: () => number): string {
  return Array.from({ length: pick(counts, random) ?? 0 }, () => pick(sentences, random) ?? "").join(" ");
}

/** One of the languages, each as often as its sentences are many. */
function anyLanguage(languages: readonly Language[], random: () => number): Language | undefined {
  let at = random() * languages.reduce((sum, { sentences }) => sum + sentences.length, 0);
  for (const each of languages) {
    at -= each.sentences.length;
    if (at < 0) return each;
  }
  return languages[0];
}

/** Documents with this many passages in all, each in one language. */
export function recombined({ languages }: Material, passages: number, seed = 7): Document[] {
  const random = seeded(seed);
  const documents: Document[] = [];
  for (let left = passages; left > 0; left -= PASSAGES_A_DOCUMENT) {
    const chosen = anyLanguage(languages, random);
    if (chosen === undefined) break;
    const { language, titles } = chosen;
    const paragraphs = Array.from({ length: Math.min(left, PASSAGES_A_DOCUMENT) }, () =>
      paragraph(chosen, random),
    );
    const id = `bench/${String(documents.length).padStart(6, "0")}`;
    documents.push(document(id, pick(titles, random) ?? "", language, paragraphs));
  }
  return documents;
}
