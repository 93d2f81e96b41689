/**
 * Whether a quote supports what a question takes for granted. "Why did A cancel B?" holds that A cancelled B; a sentence in which
 * people ask A to cancel B, or A says it will not, has the words and not the fact.
 */
import type { AnalysedDocument } from "../corpus/analysis.ts";
import { fold } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { PassageMatch } from "./match.ts";
import type { Reading } from "./reading.ts";

// Words that make what follows something wanted, denied, supposed or yet to come.
const UNREAL: ReadonlySet<string> = new Set(
  `to not never no would should could must might may will shall if whether unless until without demand demands demanded demanding
  refuse refused wanted want wants urged considering considered thinking thought planning planned threatening threatened intended
  att inte aldrig ingen skulle ska skall bor borde maste kan kunde om tills utan vill ville krav kraver kravde
  overvagde overvager funderade planerade hotade
  zu nicht nie kein keine wurde sollte soll muss musste konnte kann wenn ob bis ohne uberlegte plante drohte
  no nunca sin si deberia debe debia podria puede hasta para que cancele
  consideraba consideraban pensaba pensaban planeaba planeaban`
    .split(/\s+/)
    .filter(Boolean),
);

const PRESUMES: Readonly<Record<string, RegExp>> = {
  en: /^(?:and |so |but )?(?:how many\b|(?:why|when|how)\b.*?\b(?:did|has|have|had)\b|what (?:\w+ )?(?:made|led|prompted|caused|pushed|forced|convinced|persuaded|got)\b)/,
  sv: /^(?:varför|när|hur)\b/,
  de: /^(?:warum|wieso|weshalb|wann|wie)\b/,
  es: /^[¿\s]*(?:por qu[eé]|cu[aá]ndo|cu[aá]nt[oa]s|c[oó]mo)\b/,
};

const NEGATIONS: ReadonlySet<string> = new Set(
  "never not no inte aldrig nicht nie kein keine no nunca".split(" "),
);

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
  if (deed < 0 || PRESUMES[language]?.test(text) !== true) return false;
  const before = fold(text).split(terms[deed]?.word ?? " ")[0] ?? "";
  return !before.split(/\s+/).some((word) => UNREAL.has(word));
}

/** Whether every mention of a term in a passage is something wanted, denied or supposed; false if it is not mentioned. */
export function isOnlySupposed(
  term: number,
  match: PassageMatch,
  { words }: AnalysedDocument,
  vocabulary: Vocabulary,
): boolean {
  const hits = match.hits.filter((hit) => hit.term === term);
  return (
    hits.length > 0 &&
    hits.every((hit) => {
      const sentence = match.sentences.find(({ from, to }) => hit.at >= from && hit.at < to);
      for (let at = hit.at - 1; at >= Math.max(sentence?.from ?? 0, hit.at - NEGATION_REACH_WORDS); at -= 1) {
        const word = vocabulary.surfaceText(words[at] ?? 0);
        if ((hit.at - at <= REACH_WORDS && UNREAL.has(word)) || NEGATIONS.has(word)) return true;
      }
      return false;
    })
  );
}
