/**
 * Whether a quote supports what a question takes for granted, or asks if it was done. "Why did A cancel B?" holds that A cancelled B;
 * a sentence in which people ask A to cancel B, or A says it will not, has the words and not the fact.
 */
import { wordAt } from "../corpus/analysis.ts";
import { wordSet } from "../corpus/languages.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { isMover } from "./deed.ts";
import { hitsOf } from "./match.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";

// Words that make what follows something wanted, denied, supposed or yet to come.
const UNREAL = wordSet(
  `to not never no would should could must might may will shall if whether unless until without demand demands demanded demanding
  refuse refused wanted want wants urged considering considered thinking thought planning planned threatening threatened intended
  att inte aldrig ingen skulle ska skall bor borde maste kan kunde om tills utan vill ville krav kraver kravde
  overvagde overvager funderade planerade hotade
  zu nicht nie kein keine wurde sollte soll muss musste konnte kann wenn ob bis ohne uberlegte plante drohte
  no nunca sin si deberia debe debia podria puede hasta para que cancele
  consideraba consideraban pensaba pensaban planeaba planeaban`,
);

// These make all that follows in their sentence wanted: "demanded that A drop B, stand up to C and end D".
const WANTED = wordSet(
  `demand demands demanded demanding want wants wanted urge urges urged
  krav kravet kraven kraver kravde ville uppmanade uppmaning budskapet
  verlangt verlangten verlangte forderte forderten forderung forderungen
  exigio exigen exigieron exigencia exigencias querian queria pidieron pidio`,
);

/** What is told as done, not wanted, unless "be" stands before it: "their demand in a letter, sent in June". */
const PAST =
  /(?:ed|ade|ades)$|^(?:sent|wrote|met|said|told|gave|took|left|quit|held|made|led|spoke|began|skrev|sade|gav|tog)$/;
/** Before a verb these make it one of what is wanted; before a name, "a letter to Ana, sent in June", they do not. */
const TO = wordSet("to att zu");
const BE = wordSet("be being been have had has get gets bli blir blev vara ha");

const PRESUMES: Readonly<Record<string, RegExp>> = {
  en: /^(?:and |so |but )?(?:how many\b|(?:why|when|how|(?:(?:in|on|at|since) )?(?:what|which) (?:year|month))\b.*?\b(?:did|has|have|had)\b|what (?:\w+ )?(?:made|led|prompted|caused|pushed|forced|convinced|persuaded|got)\b)/,
  sv: /^(?:varför|när|hur|vad (?:\p{L}+ )?(?:fick|tvingade|drev|övertalade))(?!\p{L})/u,
  de: /^(?:warum|wieso|weshalb|wann|wie)\b/,
  es: /^[¿\s]*(?:por qu[eé]|cu[aá]ndo|cu[aá]nt[oa]s|c[oó]mo|qu[eé] (?:hizo|llev[oó]|oblig[oó]|convenci[oó]))(?!\p{L})/u,
};

const NEGATIONS = wordSet("never not no inte aldrig nicht nie kein keine nunca");

/** A negation reaches further: "never used the words end, cancel or drop". */
const NEGATION_REACH_WORDS = 10;

/** Words before a verb that decide whether it happened. */
const REACH_WORDS = 6;

/**
 * Whether a question takes its deed for granted, as "why did they …" does and "did they …" does not.
 * @param question cleaned
 */
export function presumesDeed(
  question: string,
  { language, deed, terms }: Pick<Reading, "language" | "deed" | "terms">,
): boolean {
  const text = question.toLowerCase();
  const [asking] = PRESUMES[language]?.exec(text) ?? [];
  if (deed < 0 || asking === undefined) return false;
  const folded = fold(text);
  const lead = fold(asking).length;
  const at = folded.indexOf(terms[deed]?.word ?? " ", lead);
  // what stands before the deed, without what opens the question, unless that says what moved somebody
  const opening = folded.slice(0, lead).split(/\s+/);
  const before = [
    ...(opening.some(isMover) ? opening : []),
    ...folded.slice(lead, Math.max(lead, at)).split(/\s+/),
  ];
  // "how did they get A to drop B": from there on it says what A did
  const moved = before.findIndex(isMover);
  return !before.slice(0, moved < 0 ? before.length : moved).some((word) => UNREAL.has(word));
}

/** These open a question whether something was done. */
const WHETHER: Readonly<Record<string, RegExp>> = {
  en: /^(?:and |so |but )?(?:did|has|have|had|was|were)(?:n['’]?t)?\b/,
  sv: /^(?:och |så |men )?(?:har|hade|blev)(?!\p{L})/u,
  de: /^(?:und |aber )?(?:hat|haben|hatte|wurde|wurden)\b/,
  es: /^[¿\s]*(?:y |pero )?(?:ha|han|fue|fueron)(?!\p{L})/u,
};

/** Where its deed may open such a question: "avslutade Norvik avtalet". */
const OPENS_WITH_DEED: ReadonlySet<string> = new Set(["sv", "es"]);

/** "To drop", "should drop": what somebody called for, unless told as done. */
const CALLED_FOR = wordSet("to should must att ska skulle zu soll sollte");

/** These answer whether it was done, though it was not. */
const ANSWERED = wordSet(
  `refuse refused refuses considered considering planned planning agreed agrees promised promises
  vagrade overvagde planerade gick lovade weigerte plante versprach rechazo considero prometio`,
);

/** Whether a question asks if its deed was done, as "did they …" does, not if it was wanted, as "did they want to …" does. */
export function asksWhether(
  question: string,
  { language, deed, terms }: Pick<Reading, "language" | "deed" | "terms">,
): boolean {
  if (deed < 0) return false;
  const text = question.toLowerCase();
  const folded = fold(text);
  const word = terms[deed]?.word ?? " ";
  if (OPENS_WITH_DEED.has(language) && folded.replace(/^[¿\s]+/u, "").startsWith(word)) return true;
  const lead = WHETHER[language]?.exec(text)?.[0].length ?? 0;
  if (lead === 0) return false;
  const between = folded.slice(lead, Math.max(lead, folded.indexOf(word, lead)));
  return !between.split(/\s+/).some((each) => UNREAL.has(each));
}

/** Whether a word of a text, by its place there, is something wanted, denied or supposed. */
function isSupposed(at: number, from: number, text: (at: number) => string): boolean {
  const isTold = PAST.test(text(at)) && !BE.has(text(at - 1));
  for (let before = at - 1; before >= Math.max(from, at - NEGATION_REACH_WORDS); before -= 1) {
    const word = text(before);
    if (NEGATIONS.has(word)) return true;
    if (at - before <= REACH_WORDS && UNREAL.has(word) && !(isTold && TO.has(word))) return true;
  }
  if (isTold) return false;
  for (let before = from; before < at; before += 1) if (WANTED.has(text(before))) return true;
  return false;
}

/** Whether a word of a text, by its place there, is something that somebody wanted, of which is not told that it was not done. */
function isWanted(at: number, from: number, text: (at: number) => string): boolean {
  const isTold = PAST.test(text(at)) && !BE.has(text(at - 1));
  let wanted = false;
  for (let before = at - 1; before >= from; before -= 1) {
    const word = text(before);
    if (NEGATIONS.has(word) || ANSWERED.has(word)) return false;
    const calls = CALLED_FOR.has(word) && at - before <= REACH_WORDS && !(isTold && TO.has(word));
    if (calls || (WANTED.has(word) && !isTold)) wanted = true;
  }
  return wanted;
}

type IsSo = (at: number, from: number, text: (at: number) => string) => boolean;

// of no mention, nothing is so
function isSoOfAll(
  term: number,
  { evidence: { match, analysed }, sentence: quoted }: RankedSentence,
  vocabulary: Vocabulary,
  isSo: IsSo,
): boolean {
  const text = (at: number) => vocabulary.surfaceText(wordAt(analysed, at));
  const hits = hitsOf(term, match, quoted);
  return (
    hits.length > 0 &&
    hits.every(({ at }) => {
      const sentence = match.sentences.find(({ from, to }) => at >= from && at < to);
      return isSo(at, sentence?.from ?? at, text);
    })
  );
}

/** Whether every mention of a term in a sentence, or else in its paragraph, is something wanted, denied or supposed; false if there is none. */
export function isOnlySupposed(term: number, ranked: RankedSentence, vocabulary: Vocabulary): boolean {
  return isSoOfAll(term, ranked, vocabulary, isSupposed);
}

/** Whether every mention of a term in a sentence, or else in its paragraph, is something wanted: that answers nobody who asks if it was done. */
export function isOnlyWanted(term: number, ranked: RankedSentence, vocabulary: Vocabulary): boolean {
  return isSoOfAll(term, ranked, vocabulary, isWanted);
}
