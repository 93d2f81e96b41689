/** Turns ranked sentences into citations, with the neighbour that a sentence needs to be understood. */
import type { Citation } from "../model.ts";
import { makeCitation } from "./citations.ts";
import { joinedLength, LONGEST_QUOTE, leansOnOthers, type SentenceRange } from "./quote.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { AnswerTools } from "./tools.ts";

// The second sentence a quote needs to be understood: the one before a "They", or the neighbour with a name that was asked about.
function rangeFor(
  { evidence, sentence }: RankedSentence,
  reading: Reading,
  kinds: AnswerTools["kinds"],
): SentenceRange {
  const { analysed, local, match } = evidence;
  const alone = { first: sentence, last: sentence };
  const fits = (range: SentenceRange) => joinedLength(analysed, local, range) <= LONGEST_QUOTE;
  const before = { first: sentence - 1, last: sentence };
  if (sentence > 0 && leansOnOthers(analysed, local, sentence, kinds) && fits(before)) return before;
  const lacks = (mask: number, term: number) => ((mask >>> term) & 1) === 0;
  const own = match.sentences[sentence]?.mask ?? 0;
  for (const range of [before, { first: sentence, last: sentence + 1 }]) {
    const other = match.sentences[range.first === sentence ? range.last : range.first];
    if (other === undefined || !fits(range)) continue;
    if (reading.terms.some((term, number) => term.name && lacks(own, number) && !lacks(other.mask, number)))
      return range;
  }
  return alone;
}

/** A ranked sentence as a citation, checked against its file. */
export function cite(ranked: RankedSentence, reading: Reading, tools: AnswerTools): Citation | undefined {
  const { analysed, local } = ranked.evidence;
  return makeCitation(analysed, local, rangeFor(ranked, reading, tools.kinds), { score: ranked.score });
}
