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

/** How many of some words are closed-class words of a language, as they are or folded. */
function stopWordsOf(
  words: readonly string[],
  folded: readonly string[],
  { stopWords }: LanguageRules,
): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const [word = "", plain = ""] = [words[at], folded[at]];
    if (stopWords.has(word) || (plain !== word && stopWords.has(plain))) count += 1;
  }
  return count;
}

/** The language a question is most likely in: one of the corpus' languages, English, Swedish or Spanish. */
export function questionLanguage(text: string, corpus: Corpus): string {
  const corpusLanguages = corpus.languages();
  const languages = [...new Set([...corpusLanguages, ...WORDED])];
  if (/[¿¡]/.test(text)) return "es";
  const words: string[] = [];
  // names keep the function words of their own language: "Fight for the Future"
  scanTokens(text, (start, end, flags) => {
    if (start === 0 || (flags & CAPITAL) === 0) words.push(text.slice(start, end).toLowerCase());
  });
  const folded = words.map(fold);
  const votes = languages.map((language) => stopWordsOf(words, folded, corpus.rules(language)));
  const most = Math.max(...votes);
  const tied = languages.filter((_, i) => votes[i] === most);
  if (tied.length === 1 && tied[0] !== undefined) return tied[0];
  // without a function word, the trigrams of a few names say little: the corpus' first language is the better guess
  if (most === 0) return corpusLanguages[0] ?? "en";
  return detect(text, tied) ?? tied[0] ?? "en";
}
