/** What a question about two asks of each: "A or B", "A and B". */
import { fold } from "../corpus/terms.ts";
import type { AskedFor } from "./asked-words.ts";
import type { Term } from "./question-terms.ts";
import type { Reading } from "./reading.ts";

/** Stands between two alternatives: "about hiring with A or about the border with B". */
export const OR = /(?<=\s)(?:or|eller|o|oder)(?=\s)/iu;

/** What a question about two asks of each by itself. */
export interface Alternatives {
  /** `clauses`: what stands on both sides of "or"; `names`: with one of the names beside "or"; `both`: beside "and". */
  readonly kind: "clauses" | "names" | "both";
  readonly questions: readonly [string, string];
}

/** The alternatives a question offers, each with names of its own, or the two that it asks the same of; undefined if there are none. */
export function alternativesIn(question: string, reading: Reading): Alternatives | undefined {
  const { requiredNames: sides, terms, askedFor } = reading;
  const or = OR.exec(question);
  if (or === null) return TOLD_OF_EACH.has(askedFor) ? bothIn(question, terms) : undefined;
  const end = or.index + or[0].length;
  if (sides.length > 1)
    return { kind: "clauses", questions: [question.slice(0, or.index), question.slice(end)] };
  const questions = eitherOf(question, or.index, end, terms);
  return questions === undefined ? undefined : { kind: "names", questions };
}

/** Questions that a sentence about one of two answers for it: "how much are A's and B's". */
const TOLD_OF_EACH: ReadonlySet<AskedFor> = new Set(["meaning", "amount"]);
const AND = /(?<=\s)(?:and|och|y|und)(?=\s)/giu;

function bothIn(question: string, terms: readonly Term[]): Alternatives | undefined {
  for (const { index, 0: and } of question.matchAll(AND)) {
    const questions = eitherOf(question, index, index + and.length, terms);
    if (questions !== undefined) return { kind: "both", questions };
  }
  return undefined;
}

/** A question with either of the names beside a word between them; undefined if there are not two. */
function eitherOf(
  question: string,
  at: number,
  end: number,
  terms: readonly Term[],
): readonly [string, string] | undefined {
  const [before, after] = namesBeside(question, at, end, terms);
  if (before < 0 || after < 0) return undefined;
  return [question.slice(0, at) + question.slice(after), question.slice(0, before) + question.slice(end)];
}

/** Within a name: "Fight for the Future", "Demand Progress". */
const WITHIN = /^\s+(?:(?:for|of|the|and|de|la|del|för|och|von|und)\s+)*$/iu;
/** Between "or" and a name. */
const LEADING =
  /^\s*(?:(?:for|with|by|at|the|that of|one of|för|med|av|hos|den|det|con|por|el|la|los|für|mit|der|die|das)\s+)*$/iu;

/** Where the name right before "or" begins, and where the one right behind it ends; -1 where none stands. */
function namesBeside(
  question: string,
  orAt: number,
  orEnd: number,
  terms: readonly Term[],
): readonly [number, number] {
  const text = fold(question);
  let [first, last, from] = [-1, -1, 0];
  const places: (readonly [number, number])[] = [];
  if (text.length !== question.length) return [first, last];
  for (const { word, name } of terms) {
    const at = text.indexOf(word, from);
    if (at < 0) continue;
    from = at + word.length;
    if (name) places.push([at, from]);
  }
  for (const [at, end] of places.toReversed())
    if (
      end <= orAt &&
      (first < 0 ? question.slice(end, orAt).trim() === "" : WITHIN.test(text.slice(end, first)))
    )
      first = at;
  for (const [at, end] of places)
    if (at >= orEnd && (last < 0 ? LEADING : WITHIN).test(text.slice(last < 0 ? orEnd : last, at)))
      last = end;
  return [first, last];
}
