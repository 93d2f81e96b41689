/** The words of a question, reduced in the languages of the texts. */
import type { LanguageRules } from "../corpus/languages.ts";
import { reduceToken } from "../corpus/terms.ts";
import type { NumberedToken, Vocabulary } from "../corpus/vocabulary.ts";

/** Reduces a token of the question. */
export type Reduce = (token: string, rules: LanguageRules) => NumberedToken;

function newlyReduced(token: string, rules: LanguageRules, vocabulary: Vocabulary): NumberedToken {
  const { surface, stem, stop } = reduceToken(token, rules);
  return { surface, stem, stop, number: vocabulary.stemNumber(stem) };
}

/** For one question, whose words are asked for again and again: each is reduced once in a language, or not at all if texts have it. */
export function createReduce(vocabulary: Vocabulary): Reduce {
  const known = new Map<LanguageRules, Map<string, NumberedToken>>();
  return (token, rules) => {
    let words = known.get(rules);
    if (words === undefined) {
      words = new Map();
      known.set(rules, words);
    }
    const before = words.get(token);
    if (before !== undefined) return before;
    const reduced = vocabulary.reduced(token, rules) ?? newlyReduced(token, rules, vocabulary);
    words.set(token, reduced);
    return reduced;
  };
}
