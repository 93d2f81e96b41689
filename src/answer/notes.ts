/** Librarian's notes that go with a question. They accompany answers and refusals and are never answers themselves. */
import type { Note } from "../model.ts";
import { GAP_ALIKE, type Gap } from "./decide.ts";
import { quoteText } from "./quote.ts";
import { type RankedSentence, rank } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

const MOST_NOTES = 1;
/** A note is shown if it has at least this share of the question's weight, and every name in it. */
const LEAST_COVERAGE = 0.6;
/** So much like a question that it is known to answer, it need have neither. */
const KNOWN = 0.6;

/** A term counts as said from this much of it on. */
const SAID = 0.7;
/** Below this it is not said at all. */
const UNSAID = 0.4;

/** Whether a sentence says something that was asked and that another one and its title do not say. */
function adds(note: RankedSentence, to: RankedSentence, { terms }: Reading): boolean {
  const of = ({ evidence, sentence }: RankedSentence) => evidence.match.sentences[sentence]?.values;
  return terms.some(
    (_, term) =>
      (of(note)?.[term] ?? 0) >= SAID &&
      Math.max(of(to)?.[term] ?? 0, to.evidence.title.values[term] ?? 0) < UNSAID,
  );
}

/** Whether a sentence of a note says that no source answers something. */
function isGap({ evidence: { analysed, local }, sentence }: RankedSentence, tools: AnswerTools): boolean {
  return tools.corpus.known().isAsked(analysed.document.source.id, local + 1, sentence);
}

/** What notes say that no source answers, of what is like the question. */
export function gapsFor(reading: Reading, tools: AnswerTools): readonly Gap[] {
  if (reading.likenesses.noted < GAP_ALIKE) return [];
  return rank(reading, tools, tools.corpus.notes).sentences.flatMap((note) => {
    const known = note.evidence.alike[note.sentence];
    const values = note.evidence.match.sentences[note.sentence]?.values;
    if (known === undefined || values === undefined || known.likeness < GAP_ALIKE || !isGap(note, tools))
      return [];
    return [{ likeness: known.likeness, otherKind: known.otherKind, values }];
  });
}

/**
 * The notes that speak of what the question asks, best first.
 * @param best what it is answered by, if it is: beside an answer, that nobody tells something is said only of what the answer lacks
 */
export function notesFor(
  reading: Reading,
  tools: AnswerTools,
  best: RankedSentence | undefined,
): readonly Note[] {
  const { notes } = tools.corpus;
  if (notes.size() === 0) return [];
  const alike = ({ evidence, sentence }: RankedSentence) => evidence.alike[sentence]?.likeness ?? 0;
  const speaks = (note: RankedSentence) => {
    const values = note.evidence.match.sentences[note.sentence]?.values;
    const covered = reading.terms.reduce((sum, term, number) => sum + term.idf * (values?.[number] ?? 0), 0);
    const named = reading.terms.every((term, number) => !term.name || (values?.[number] ?? 0) > 0);
    return alike(note) >= KNOWN || (named && covered >= LEAST_COVERAGE * reading.mass);
  };
  const fitting = rank(reading, tools, notes).sentences.filter(
    (note) => speaks(note) && (best === undefined || !isGap(note, tools) || adds(note, best, reading)),
  );
  const asked = fitting.filter((note) => alike(note) >= KNOWN).sort((a, b) => alike(b) - alike(a));
  const others = fitting.filter((note) => alike(note) < KNOWN);
  return [...asked, ...others].slice(0, MOST_NOTES).flatMap(({ evidence: { analysed, local }, sentence }) => {
    const passage = analysed.document.passages[local];
    if (passage === undefined) return [];
    const quote = quoteText(analysed, local, { first: sentence, last: sentence });
    return [{ quote, source: passage.source, paragraph: passage.paragraph }];
  });
}
