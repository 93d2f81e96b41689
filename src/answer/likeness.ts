/**
 * Which known questions a question is like, and how much: what answers those may answer it. As in expanding documents by the
 * questions they answer (Nogueira et al., "Document Expansion by Query Prediction", 2019), only that people wrote these, and that
 * each leads to one sentence.
 */
import type { Corpus } from "../corpus/corpus.ts";
import { inverseFrequency } from "../corpus/packed.ts";
import { fold } from "../corpus/terms.ts";
import type { PassageReference } from "../model.ts";
import { askedKind } from "./asked.ts";
import type { AskedFor } from "./asked-words.ts";
import { type Meeting, meet, meetings } from "./meetings.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";

/** A known question that is like the one asked. */
export interface Alike {
  readonly text: string;
  /** 0..1: how much of either is in the other. */
  readonly likeness: number;
  /** What it has of each of the question's terms, 0..1. */
  readonly values: Float64Array;
  /** Whether it asks for another kind of answer. */
  readonly otherKind: boolean;
}

/** The known questions that a question is like, the one most like it for each sentence. */
export interface Likenesses {
  /** Paragraphs, of works and of notes, that are known to answer something so much like it that they are worth a look. */
  readonly paragraphs: readonly PassageReference[];
  /** By sentence of a paragraph; undefined where none is like it. */
  of(source: string, paragraph: number): readonly (Alike | undefined)[] | undefined;
  /** 0..1: the largest likeness to a question that a note answers: that nobody tells; 1 for that very question alone. */
  readonly noted: number;
}

/** From here on it is the same question in the same words. */
const SAME_WORDS = 0.9;

/** Whether it is so much like the question that who wrote down what answers it decides. */
export function isSame(known: Pick<Alike, "likeness"> | undefined): boolean {
  return known !== undefined && known.likeness >= SAME_WORDS;
}

export const NO_LIKENESSES: Likenesses = { paragraphs: [], of: () => undefined, noted: 0 };

/** That no source answers something is sure of the very question alone: another may have all its words and ask for what is told. */
const NOT_THE_SAME = 0.99;

/** All its words may ask for something else in another kind of question: "who wrote the letter", "why did they write the letter". */
const NEARLY_SAME = 0.89;

/** Less is no likeness. */
const LEAST = 0.2;
/** From here on a paragraph is looked at though it shares too few words to be found. */
const WORTH_A_LOOK = 0.4;
/** What remains of a likeness where one asks when and the other why. */
const OTHER_KIND = 0.7;
/** What remains of it where either has a name that the other has not. */
const OTHER_NAME = 0.6;
/** A question that no source answers is another one if it lacks names of more than this share of the weight. */
const MOST_LACKED = 0.25;
/** A name counts as had from this much of it on. */
const HAD = 0.7;
/** Kinds of questions that may be the same asked otherwise: "what was the sum", "how much was it". */
const ANY_KIND: ReadonlySet<AskedFor> = new Set(["other", "thing"]);

/** Kinds of questions to which neither a demand, a purpose or a reaction is an answer, nor what something is. */
const FIGURES: ReadonlySet<AskedFor> = new Set(["when", "where", "amount"]);

/** A known question that has a word of the one asked. */
interface Touched {
  readonly number: number;
  readonly language: string;
  /** Whether no source answers it. */
  readonly isGap: boolean;
}

/** Makes the function that finds what a question, read and as it was put, is like. */
export function createLikenesses(corpus: Corpus): (reading: Reading, text: string) => Likenesses {
  const known = corpus.known();
  const { vocabulary, works, notes } = corpus;
  const kinds: (AskedFor | undefined)[] = [];

  function isGap(question: number): boolean {
    return notes.document(known.all[question]?.source ?? "") !== undefined;
  }

  function kindOf(question: number, language: string): AskedFor {
    const found = kinds[question];
    if (found !== undefined) return found;
    const text = fold(known.all[question]?.text ?? "");
    const { kind } = askedKind(text, text, language);
    kinds[question] = kind;
    return kind;
  }

  const weights: (number | undefined)[] = [];
  function weightOf(stem: number): number {
    const found = weights[stem] ?? inverseFrequency(works.frequency(stem), works.size());
    weights[stem] = found;
    return found;
  }

  // a misspelt name is none by its letters
  function isName({ name, stem }: Term): boolean {
    return name || vocabulary.isNameStem(vocabulary.stemNumber(stem) ?? -1);
  }

  /** The share of a known question's weight that is met, and whether it has a name that is not. */
  function sharedOf(words: Uint32Array, met: Float64Array): { share: number; otherName: boolean } {
    let [own, shared, otherName] = [0, 0, false];
    words.forEach((word, at) => {
      if (vocabulary.isStop(word)) return;
      const stem = vocabulary.stemOf(word);
      const weight = weightOf(stem);
      own += weight;
      shared += weight * (met[at] ?? 0);
      if (met[at] === 0 && vocabulary.isNameStem(stem)) otherName = true;
    });
    return { share: own > 0 ? shared / own : 0, otherName };
  }

  // that nobody tells when is no word on anything else about it, when it was signed none on what it is for, nor what it is on when
  function isOtherKind({ number, isGap, language }: Touched, { askedFor: asked, sought }: Reading): boolean {
    const kind = kindOf(number, language);
    if (sought !== undefined && FIGURES.has(kind)) return true;
    if (kind === "thing" && FIGURES.has(asked)) return true;
    return kind !== asked && (isGap || (!ANY_KIND.has(kind) && !ANY_KIND.has(asked)));
  }

  function alike(touched: Touched, reading: Reading, meets: ReadonlyMap<number, readonly Meeting[]>): Alike {
    const { terms, mass, askedFor: asked } = reading;
    const words = known.in(touched.language).words(touched.number);
    const met = meet(words, meets, terms.length, vocabulary);
    const { values } = met;
    const theirs = sharedOf(words, met.words);
    const ours = terms.reduce((sum, { idf }, term) => sum + idf * (values[term] ?? 0), 0) / mass;
    const both = ours + theirs.share > 0 ? (2 * ours * theirs.share) / (ours + theirs.share) : 0;
    const { text = "" } = known.all[touched.number] ?? {};
    const otherKind = isOtherKind(touched, reading);
    if (both < LEAST) return { text, likeness: 0, values, otherKind };
    const lacking = terms.filter((each, i) => (values[i] ?? 0) < HAD && isName(each));
    const lacked = lacking.reduce((sum, { idf }) => sum + idf, 0) / mass;
    // that nobody tells something of A is no word on A and B
    const otherName = lacking.length > 0 && (theirs.otherName || (touched.isGap && lacked > MOST_LACKED));
    const kind = otherKind ? OTHER_KIND : 1;
    const likeness = both * kind * (otherName ? OTHER_NAME : 1);
    const most = touched.isGap
      ? NOT_THE_SAME
      : kindOf(touched.number, touched.language) === asked
        ? 1
        : NEARLY_SAME;
    return { text, likeness: Math.min(likeness, most), values, otherKind };
  }

  // the glossary leads from any language to those of the texts
  function touchedBy({ language }: Reading, meets: ReadonlyMap<number, readonly Meeting[]>): Touched[] {
    const languages = new Set([language, ...corpus.languages()]);
    return [...languages].flatMap((spoken) => {
      const { having } = known.in(spoken);
      const numbers = new Set([...meets.keys()].flatMap(having));
      return [...numbers].map((number) => ({ number, language: spoken, isGap: isGap(number) }));
    });
  }

  return (reading, text) => {
    if (known.all.length === 0 || reading.mass === 0) return NO_LIKENESSES;
    const meets = meetings(reading);
    const likes = known.saying(text).map((number) => ({
      number,
      isGap: isGap(number),
      like: same(known.all[number]?.text ?? "", reading),
    }));
    for (const touched of touchedBy(reading, meets))
      likes.push({ ...touched, like: alike(touched, reading, meets) });
    const found = new Map<string, PassageReference & { readonly sentences: (Alike | undefined)[] }>();
    let noted = 0;
    for (const { number, isGap: gap, like } of likes) {
      const { source = "", paragraph = 0, sentence = 0 } = known.all[number] ?? {};
      if (like.likeness < LEAST) continue;
      const name = `${source}#${paragraph}`;
      const entry = found.get(name) ?? { source, paragraph, sentences: [] };
      found.set(name, entry);
      if (like.likeness > (entry.sentences[sentence]?.likeness ?? 0)) entry.sentences[sentence] = like;
      if (gap) noted = Math.max(noted, like.likeness);
    }
    return {
      paragraphs: [...found.values()].filter(({ sentences }) =>
        sentences.some((like) => like !== undefined && like.likeness >= WORTH_A_LOOK),
      ),
      of: (source, paragraph) => found.get(`${source}#${paragraph}`)?.sentences,
      noted,
    };
  };
}

/** The very question, whatever words of it were understood. */
function same(text: string, { terms }: Reading): Alike {
  return { text, likeness: 1, values: new Float64Array(terms.length).fill(1), otherKind: false };
}
