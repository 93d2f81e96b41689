/** Questions that say that something is told in two ways, and the known difference that they speak of. */
import { type Cited, cite } from "./cited.ts";
import type { DecideContext } from "./decide.ts";
import { massOf, together } from "./match.ts";
import { rankPassage } from "./rank.ts";
import type { AnswerTools } from "./tools.ts";

const TEXT = "(?:article|source|paper|outlet|report|text|piece|place|story|account)";
const SAYS =
  "(?:just |only )?(?:says?|said|has|have|had|makes?|counts?|gives?|calls?|speaks? of|mentions?|writes?)(?: (?:that|it as|it is|it's|it))?";
const TEXT_SV = "(?:artikel|artikeln|källa|källan|tidning|tidningen|text|texten)";
const SAYS_SV = "(?:säger|sa|skriver|skrev|har|hade|nämner|talar om|kallar)(?: (?:att|det))?";

/** What says that there are two accounts, and what stands for it in the question about them. */
const TWO_WAYS: readonly (readonly [RegExp, string])[] = [
  [
    /[\s,.;:–—-]*(?:\bor )?(?:\b(?:(?:so |and |but )?is there|(?:has )?any(?:one|body) (?:got|have|has)|do (?:you|we) have|what(?:['’]?s| is)|gives?|have|with) )?(?:\b(?:the|an?|any) )(?:more )?(?:real|actual|true|exact|exact[- ]ish|precise|firm|specific|concrete) (?:figure|number|count|one|amount|total|headcount)(?: (?:somewhere|anywhere|too|as well))?(?=\s*(?:[.,;:?!]|$))/iu,
    " ",
  ],
  [new RegExp(String.raw`\b(?:one|an?) ${TEXT} ${SAYS}\b`, "iu"), " "],
  [
    new RegExp(
      String.raw`[\s,;.]*\b(?:and |but |while )?(?:another|the other|others?|elsewhere)(?: ${TEXT}| one)? ${SAYS}\b`,
      "iu",
    ),
    " or",
  ],
  [
    /[\s.,;:?!–—-]+(?:so |and )?(?:which (?:one )?(?:is it|is right|of (?:them|the two) is right|is correct)|what is it(?: now)?|who(?:'s| is) right|who says what|or nah)[\s?!.]*$/iu,
    "?",
  ],
  [
    /[\s.,;:?!–—-]+(?:(?:i|we)(?:['’]?ve| have)? (?:seen|read|heard) (?:both|it both ways)|(?:i['’]?m |we['’]?re )?(?:getting |hearing )?mixed signals|(?:i['’]?m |we['’]?re )(?:really )?confused|they seem to use both|(?:the |your |these )?(?:sources|articles|texts|papers|accounts)(?: seem to)? (?:(?:don['’]?t|do not) (?:seem to )?agree|disagree|differ|conflict|contradict each other))[\s?!.]*/iu,
    "? ",
  ],
  [new RegExp(String.raw`(?<!\p{L})en ${TEXT_SV} ${SAYS_SV}(?!\p{L})`, "iu"), " "],
  [
    new RegExp(
      String.raw`[\s,;.]*(?<!\p{L})(?:och |men )?(?:en annan|den andra|andra)(?: ${TEXT_SV})? ${SAYS_SV}(?!\p{L})`,
      "iu",
    ),
    " eller",
  ],
  [
    /[\s.,;:?!–—-]+(?:vilket (?:är det|stämmer)|vem har rätt|källorna (?:är oense|säger olika))[\s?!.]*$/iu,
    "?",
  ],
];

/** One of these is in each of them, in small letters. Most questions have none, which is told sooner. */
const SIGNS =
  /\b(?:(?:real|actual|true|exact|precise|firm|specific|concrete)\b|article|source|paper|outlet|report|other|another|elsewhere|is right|is it\b|or nah|says what|both\b|signals|confused|andra|annan|källorna|vilket)|agree|differ|conflict|contradict/;

/** Between the two ways, in small letters: "turned down or handed back". */
const OR = /(?<=\s)(?:or|vs\.?|versus|eller|o)(?=\s)/;

/** A question about what is told in two ways. */
export interface Disputed {
  /** Without what merely says that there are two. */
  readonly text: string;
  /** Whether it says so: one with "or" may only offer a choice. */
  readonly saysSo: boolean;
}

/** What a question asks that says it is told in two ways; undefined if it says nothing of the kind. @param text cleaned */
export function disputeIn(text: string): Disputed | undefined {
  const small = text.toLowerCase();
  if (!SIGNS.test(small)) return OR.test(small) ? { text, saysSo: false } : undefined;
  let rest = text;
  for (const [pattern, instead] of TWO_WAYS) rest = rest.replace(pattern, instead);
  if (rest !== text)
    return {
      text: rest
        .replace(/\s+/gu, " ")
        .replace(/^[\s,;:?!.]+/u, "")
        .trim(),
      saysSo: true,
    };
  return OR.test(small) ? { text, saysSo: false } : undefined;
}

/** The sides of a difference have together at least this share of the question's weight. */
const LEAST_TOLD = 0.6;
const SHOWN = 0.7;
/** From here on a side says a term. */
const SAID = 0.5;
/** By this much it says more of it than the others do. */
const MORE = 0.25;

export interface Dispute {
  /** A sentence of one of the sides. */
  readonly best: Cited;
  /** 0..1: the share of the question's weight that the sides have together. */
  readonly share: number;
}

/** The known difference that a question speaks of, if each side says something of it that the others do not; undefined if there is none. */
export function disputeOf(
  { reading }: DecideContext,
  tools: AnswerTools,
  saysSo: boolean,
): Dispute | undefined {
  let found: Dispute | undefined;
  for (const { sides } of tools.corpus.differences()) {
    const told = sides.map((side) => {
      const ranked = side
        .flatMap((reference) => rankPassage(reference, reading, tools))
        .sort((a, b) => b.score - a.score);
      const values = ranked.reduce<readonly number[]>(
        (said, { evidence: { match, title } }) => together(together(said, match.values), title.values),
        reading.terms.map(() => 0),
      );
      return { ranked: ranked[0], values };
    });
    const said = told.map(({ values }) => values).reduce(together);
    const share = massOf(said, reading) / reading.mass;
    const isNamed = reading.terms.every(
      ({ name, number }, term) => !(name || number) || (said[term] ?? 0) >= SHOWN,
    );
    const ownOf = (side: number) =>
      reading.terms.some((_, term) => {
        const own = told[side]?.values[term] ?? 0;
        const others = told.map(({ values }, other) => (other === side ? 0 : (values[term] ?? 0)));
        return own >= SAID && own - Math.max(...others) >= MORE;
      });
    const own = told.filter((_, side) => ownOf(side)).length;
    if (!isNamed || share < LEAST_TOLD || own < (saysSo ? 1 : 2) || share <= (found?.share ?? 0)) continue;
    const ranked = told
      .map((each) => each.ranked)
      .filter((each) => each !== undefined)
      .sort((a, b) => b.score - a.score)[0];
    const citation = ranked && cite(ranked, reading, tools);
    if (ranked !== undefined && citation !== undefined) found = { best: { ranked, citation }, share };
  }
  return found;
}
