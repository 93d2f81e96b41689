/** Answer, or not in our sources: what a quote must show before it may stand as an answer. */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Coverage } from "./match.ts";
import { isOnlySupposed, presumedDeed } from "./premise.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading, Term } from "./reading.ts";
import { DATE, QUANTITY } from "./word-kinds.ts";

/** A term counts as shown from this much of it on. */
const SHOWN = 0.7;

/** Why a sentence may not stand as an answer; `none` if it may. */
export type Objection =
  | { readonly kind: "none" }
  | { readonly kind: "name-missing"; readonly term: Term }
  | { readonly kind: "deed-only-supposed"; readonly word: string }
  | { readonly kind: "no-date" }
  | { readonly kind: "no-amount" }
  | { readonly kind: "unsure" };

const NONE: Objection = { kind: "none" };

function shown(term: number, ...coverages: readonly Coverage[]): boolean {
  return coverages.some((coverage) => (coverage.values[term] ?? 0) >= SHOWN);
}

function hasKind(
  analysed: AnalysedDocument,
  local: number,
  kinds: (surface: number) => number,
  kind: number,
): boolean {
  const end = analysed.passageWords[local + 1] ?? 0;
  for (let at = analysed.passageWords[local] ?? 0; at < end; at += 1)
    if ((kinds(analysed.words[at] ?? 0) & kind) !== 0) return true;
  return false;
}

export interface DecideContext {
  readonly question: string;
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly kinds: (surface: number) => number;
}

/** What stands against a sentence as an answer, evidence only; whether it is sure enough is for its confidence to say. */
export function objectionTo({ evidence }: RankedSentence, context: DecideContext): Objection {
  const { reading, question, vocabulary, kinds } = context;
  const { match, title, analysed, local } = evidence;
  const missing = reading.terms.find((term, number) => term.name && !shown(number, match, title));
  if (missing !== undefined) return { kind: "name-missing", term: missing };
  const deed = presumedDeed(question, reading);
  const deedTerm = reading.terms.findIndex((term) => term.word === deed);
  if (deed !== undefined && deedTerm >= 0 && isOnlySupposed(deedTerm, match, analysed, vocabulary))
    return { kind: "deed-only-supposed", word: deed };
  if (reading.askedFor === "when" && !hasKind(analysed, local, kinds, DATE | QUANTITY))
    return { kind: "no-date" };
  if (reading.askedFor === "amount" && !hasKind(analysed, local, kinds, QUANTITY))
    return { kind: "no-amount" };
  return NONE;
}
