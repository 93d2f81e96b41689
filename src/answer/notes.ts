/** Librarian's notes that go with a question. They accompany answers and refusals and are never answers themselves. */
import type { Note } from "../model.ts";
import { quoteText } from "./quote.ts";
import { rank } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

const MOST_NOTES = 1;
/** A note is shown if it has at least this share of the question's weight, and every name in it. */
const LEAST_COVERAGE = 0.6;
/** So much like a question that it is known to answer, it need have neither. */
const KNOWN = 0.6;

/** The notes that speak of what the question asks, best first. */
export function notesFor(reading: Reading, tools: AnswerTools): readonly Note[] {
  if (tools.corpus.notes.size() === 0) return [];
  const { sentences } = rank(reading, tools, tools.corpus.notes);
  const notes: Note[] = [];
  for (const { evidence, sentence } of sentences) {
    if (notes.length >= MOST_NOTES) break;
    const { analysed, local, match, alike } = evidence;
    const values = match.sentences[sentence]?.values;
    const covered = reading.terms.reduce((sum, term, number) => sum + term.idf * (values?.[number] ?? 0), 0);
    const named = reading.terms.every((term, number) => !term.name || (values?.[number] ?? 0) > 0);
    const asked = (alike[sentence]?.likeness ?? 0) >= KNOWN;
    const passage = analysed.document.passages[local];
    if (passage === undefined || (!asked && (covered < LEAST_COVERAGE * reading.mass || !named))) continue;
    notes.push({
      quote: quoteText(analysed, local, { first: sentence, last: sentence }),
      source: passage.source,
      paragraph: passage.paragraph,
    });
  }
  return notes;
}
