/** The language of a question: by its function words, and by a trigram detector where they do not decide. */
import { createRequire } from "node:module";
import type { Corpus } from "../corpus/corpus.ts";
import { type LanguageRules, WORDED } from "../corpus/languages.ts";
import { CAPITAL, fold, scanTokens } from "../corpus/terms.ts";

type DetectAll = (text: string, options: { only: string[] }) => { lang: string; accuracy: number }[];

const require = createRequire(import.meta.url);
let detectAll: DetectAll | undefined;

// loaded when first needed: most questions are told by their function words
function detect(text: string, only: string[]): string | undefined {
  const loaded: unknown = detectAll ?? require("tinyld/light");
  detectAll ??= (loaded as { detectAll: DetectAll }).detectAll; // the package's own declared shape
  return detectAll(text, { only })[0]?.lang;
}

interface Voters {
  readonly languages: readonly LanguageRules[];
  /** Closed-class words of any of them: of most words one look tells that they are none. */
  readonly any: ReadonlySet<string>;
}

/** By what languages a corpus has; another list when it has changed. */
const voters = new WeakMap<readonly string[], Voters>();

/** The corpus' languages and those that we have wording for. */
function votersOf(corpus: Corpus): Voters {
  const own = corpus.languages();
  const known = voters.get(own);
  if (known !== undefined) return known;
  const languages = [...new Set([...own, ...WORDED])].map(corpus.rules);
  const made = { languages, any: new Set(languages.flatMap(({ stopWords }) => [...stopWords])) };
  voters.set(own, made);
  return made;
}

/** By language, how many of some words are its closed-class words, as they are or folded. */
function votesFor({ languages, any }: Voters, words: readonly string[]): number[] {
  const votes = languages.map(() => 0);
  for (const word of words) {
    const plain = fold(word);
    if (!any.has(word) && (plain === word || !any.has(plain))) continue;
    for (let at = 0; at < votes.length; at += 1) {
      const stopWords = languages[at]?.stopWords;
      if (stopWords?.has(word) === true || (plain !== word && stopWords?.has(plain) === true))
        votes[at] = (votes[at] ?? 0) + 1;
    }
  }
  return votes;
}

/** Only Spanish opens what is asked with a mark. */
const SPANISH = /[¿¡]/;

/** The language a question is most likely in: one of the corpus' languages, English, Swedish or Spanish. */
export function questionLanguage(text: string, corpus: Corpus): string {
  if (SPANISH.test(text)) return "es";
  const words: string[] = [];
  // names keep the function words of their own language: "Fight for the Future"
  scanTokens(text, (start, end, flags) => {
    if (start === 0 || (flags & CAPITAL) === 0) words.push(text.slice(start, end).toLowerCase());
  });
  const asked = votersOf(corpus);
  const votes = votesFor(asked, words);
  const most = Math.max(...votes);
  const tied = asked.languages.flatMap(({ language }, i) => (votes[i] === most ? language : []));
  if (tied.length === 1 && tied[0] !== undefined) return tied[0];
  // without a function word, the trigrams of a few names say little: the corpus' first language is the better guess
  if (most === 0) return corpus.languages()[0] ?? "en";
  return detect(text, tied) ?? tied[0] ?? "en";
}
