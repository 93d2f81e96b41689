/** All knowledge that is loaded: documents by source, their passages by number, glossary and known differences. */
import type { Document, Glossary, KnownDifference, KnownQuestion } from "../model.ts";
import type { Library, Shelf } from "../ports.ts";
import { type AnalysedDocument, analyseDocument, wordsOf } from "./analysis.ts";
import { createKnownQuestions, type KnownQuestions } from "./known-questions.ts";
import { createLanguages, type LanguageRules, WORDED } from "./languages.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { createPassageIndex, type PassageIndex } from "./passage-index.ts";
import { type CommonWords, createRarity, type Rarity } from "./rarity.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** What the answer engine reads of a corpus, beside the library's port. */
export interface Corpus extends Shelf, Omit<Library, "cite"> {
  readonly vocabulary: Vocabulary;
  /** Words of the works (not of notes), for spelling. */
  readonly lexicon: Lexicon;
  /** Briefs and documents. */
  readonly works: PassageIndex;
  readonly notes: PassageIndex;
  /** Questions that the librarians know to be asked. */
  known(): KnownQuestions;
  rules(language: string): LanguageRules;
  /** How rare a folded word is in a language at large. */
  readonly rarity: Rarity;
  /** Languages of the loaded works, the one with most sources first. */
  languages(): readonly string[];
  /** Grows with every change, so that what is derived from the corpus knows when it is stale. */
  version(): number;
}

export interface CorpusOptions {
  /** Passages up to which MiniSearch retrieves. */
  readonly miniSearchPassages?: number;
  /** Lists of common words; without them every word counts as rare. */
  readonly commonWords?: CommonWords;
}

const NO_GLOSSARY: Glossary = { same: [], related: [] };

export function createCorpus(options: CorpusOptions = {}): Corpus {
  const vocabulary = createVocabulary();
  const lexicon = createLexicon();
  const rules = createLanguages();
  const rarity = createRarity(options.commonWords ?? (() => ""));
  const works = createPassageIndex(vocabulary, options.miniSearchPassages);
  // few, and read beside every question: not worth a second index of MiniSearch
  const notes = createPassageIndex(vocabulary, 0);
  let glossary = NO_GLOSSARY;
  let differences: readonly KnownDifference[] = [];
  let questions: readonly KnownQuestion[] = [];
  let unread: readonly string[] = [];
  let version = 0;

  function remove(sourceId: string): void {
    works.remove(sourceId);
    notes.remove(sourceId);
    version += 1;
  }

  // counted once a version: a question asks for them at every word
  let languages: readonly string[] = [];
  let languagesOf = -1;
  function languagesNow(): readonly string[] {
    if (languagesOf !== version) {
      languagesOf = version;
      languages = languagesByUse(works.documents());
    }
    return languages;
  }

  let made: { readonly languages: string; readonly known: KnownQuestions } | undefined;
  // rules are loaded when there is something to read by them
  function known(): KnownQuestions {
    const spoken = questions.length === 0 ? [] : [...new Set([...WORDED, ...languagesNow()])];
    if (made?.languages !== spoken.join(" "))
      made = {
        languages: spoken.join(" "),
        known: createKnownQuestions(questions, spoken.map(rules), vocabulary),
      };
    return made.known;
  }

  const taught: boolean[] = [];

  function teach(analysed: AnalysedDocument): void {
    for (const word of wordsOf(analysed)) {
      if (taught[word] === true) continue;
      taught[word] = true;
      const text = vocabulary.surfaceText(word);
      if (!vocabulary.isStop(word) && !/\p{N}/u.test(text)) lexicon.add(text, vocabulary.stemOf(word));
    }
  }

  function document(sourceId: string): Document | undefined {
    return (works.document(sourceId) ?? notes.document(sourceId))?.document;
  }

  return {
    vocabulary,
    lexicon,
    works,
    notes,
    rules,
    rarity,
    version: () => version,
    put(added) {
      remove(added.source.id);
      const analysed = analyseDocument(added, rules(added.source.language), vocabulary);
      if (added.source.kind === "note") notes.add(analysed);
      else {
        works.add(analysed);
        teach(analysed);
      }
    },
    remove,
    setGlossary(next) {
      glossary = next;
      version += 1;
    },
    setDifferences(next) {
      differences = next;
      version += 1;
    },
    setQuestions(next) {
      questions = next;
      made = undefined;
      version += 1;
    },
    setUnread(next) {
      unread = next;
    },
    isUnread: (sourceId) =>
      unread.some((path) => path === "" || path === sourceId || sourceId.startsWith(`${path}/`)),
    known,
    sources: () =>
      [...works.documents(), ...notes.documents()]
        .map((analysed) => analysed.document.source)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    document,
    passage: ({ source, paragraph }) => document(source)?.passages[paragraph - 1],
    glossary: () => glossary,
    differences: () => differences,
    languages: languagesNow,
  };
}

function languagesByUse(documents: Iterable<AnalysedDocument>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rules } of documents) counts.set(rules.language, (counts.get(rules.language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
}
