/** What kind of answer a question asks for, from its question words. */
import { OR } from "./alternatives.ts";
import { type AskedFor, FURTHER, TABLES } from "./asked-words.ts";
import { type AmountUnit, unitOf } from "./units.ts";

/** A kind of answer, and the words that ask for it: "year" of "in what year". */
interface AskedKind {
  readonly kind: AskedFor;
  readonly words: string;
}

/** What is asked for, and the words that say so. */
export interface Asked extends AskedKind {
  /** Whether amounts of two are to be compared: "which is larger, A or B". */
  readonly compares: boolean;
  /** Of an amount, what its words must show; undefined if any number will do. */
  readonly unit: AmountUnit | undefined;
}

/**
 * What a question asks for.
 * @param lower the question in lower case.
 * @param folded the same without diacritics, for languages whose tables are folded.
 * @param compares whether it is one side of a comparison.
 */
export function askedFor(lower: string, folded: string, language: string, compares = false): Asked {
  const { kind, words } = askedKind(lower, folded, language);
  const compared = COMPARING[language]?.exec(folded)?.[0];
  const offers = compared !== undefined && OR.test(folded);
  if (!compares && !offers) return { kind, words, unit: unitOf(folded), compares: false };
  return { kind: "amount", words: `${words} ${compared ?? ""}`, unit: unitOf(folded), compares: true };
}

/** Words that compare amounts, folded. */
const COMPARING: Readonly<Record<string, RegExp>> = {
  en: /\b(?:larger|bigger|higher|smaller|lower|cheaper|costlier|pricier|fewer|more (?:money|expensive|people|persons|workers|employees|staff|signatures|signers|names)|(?:worth|cost|costs|paid|pays|earn|earns|costing) (?:more|less))\b/,
  sv: /\b(?:storre|hogre|mindre|lagre|billigare|dyrare|farre|fler|flera (?:personer|anstallda|underskrifter)|mer (?:pengar|vart|vard))\b/,
  de: /\b(?:grosser|hoher|kleiner|niedriger|billiger|teurer|weniger|mehr (?:geld|leute|menschen|mitarbeiter|unterschriften))\w*/,
  es: /\b(?:mayor|menor|mas (?:grande|caro|alto|dinero|gente|personas|empleados|firmas)|mas pequeno|cuesta mas|vale mas)\b/,
};

/** The same without the unit, which is not worth looking for where nobody asks. */
export function askedKind(lower: string, folded: string, language: string): AskedKind {
  const table = TABLES[language];
  const text = language === "es" || table === undefined ? folded : lower;
  const isWhere = language === "sv" && SV_WHERE.test(text);
  if (!isWhere && table?.opensYesNo?.test(text.trim()) === true) return { kind: "yes-no", words: "" };
  const meaning = MEANING.exec(folded);
  if (meaning !== null) return { kind: "meaning", words: `${meaning[0]} ${LETTERS.exec(folded)?.[0] ?? ""}` };
  const named = NAMED[language];
  const name = named?.[1].exec(text);
  if (named !== undefined && name !== null && name !== undefined) return { kind: named[0], words: name[0] };
  const first = isWhere ? [["where", /^var\b/] as const] : [];
  const patterns = [...first, ...(table?.patterns ?? FURTHER[language] ?? [])];
  let best: { kind: AskedFor; words: string; at: number } | undefined;
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match !== null && JOINS_CLAUSES.test(match[0]) && !asksWhen(text, match)) continue;
    // the first question word decides: "who spoke when …" asks who
    if (match !== null && match.index < (best?.at ?? text.length))
      best = { kind, words: match[0], at: match.index };
    if (best?.at === 0) break;
  }
  // "what was it worth" asks for an amount
  const amount =
    best?.kind === "thing" ? table?.patterns.find(([kind]) => kind === "amount")?.[1].exec(text) : undefined;
  if (amount !== undefined && amount !== null) return { kind: "amount", words: amount[0] };
  if (best !== undefined) return { kind: best.kind, words: best.words };
  const priced = PRICED.exec(folded);
  if (priced !== null) return { kind: "amount", words: priced[0] };
  const dated = DATED.exec(folded);
  if (dated !== null) return { kind: "when", words: dated[0] };
  return { kind: "other", words: "" };
}

/** Question words that also join clauses: "its reaction when asked". */
const JOINS_CLAUSES = /^(?:when|när|cuando)$/;
const WORD = /[\p{L}\p{N}]/u;
const KNOWING =
  /\b(?:know|tell me|remember|recall|say|says|said|idea|sure|clear|out|check|wonder|wondering|ask|asking|since|vet|vet (?:du|ni|någon|nån|man)|minns|säg|undrar|klart|sedan|sabes?|dime|recuerdo|desde)$/;
/** Words before a question word that still lets it open the question: "and since when". */
const MOST_BEFORE = 1;

// a word that asks opens its clause, ends the text, or follows a word for knowing
function asksWhen(text: string, { index, 0: word }: RegExpExecArray): boolean {
  const before = (
    text
      .slice(0, index)
      .split(/[,;:.?!–—¿(]/)
      .at(-1) ?? ""
  ).trim();
  const after = text.slice(index + word.length);
  return (
    before.split(/\s+/).filter(Boolean).length <= MOST_BEFORE || !WORD.test(after) || KNOWING.test(before)
  );
}

/** A list of keywords that names a price or a number asks for it. */
const PRICED =
  /\b(?:antal(?:et)?|numero|numeros|cantidad|anzahl|total|tally|price|cost|costs|fee|bill|pris|priset|kostnad|kostnaden|precio|coste|preis|kosten)\b/;

/** A list of keywords that names a date asks for it. */
const DATED = /\b(?:date|month|weekday|datum|manad|veckodag|fecha|mes)\b/;

/** Swedish "var" before a verb or "i" asks where; otherwise it is "was". */
const SV_WHERE =
  /^(?:och |så |men )?var (?:i|är|ska|skulle|har|hade|kan|kunde|ligger|låg|finns|fanns|bor|blev|stod|står|satt|skrev|sa|någonstans|\p{L}+(?:ade|dde|tte|ägde|lls|des|tes))(?!\p{L})/u;

/** "What is the name of …" asks who. */
const MEANING =
  /\bstands? for\b|\bshort for\b|\bmean(?:s|ing)?\??$|\bdoes .{1,40} mean\b|\bmeaning of\b|\bmeaning\b|\bfull name\b|\bfullstandiga? namn\b|\bhela namnet\b|\bnombre completo\b|\babbreviat\w+|\bacronym\b|\b(?:spell(?:ed|s)?|write|written|writes) (?:it |them |.{1,30} )?out\b|\bforkortning\w*|\bbetyder\b|\bstar .{1,20} for\b|\bsignifica\w*|\bsiglas?\b|\bbedeutet\b|\babkurzung\b|\bsteht .{1,20} fur\b/;

/** What an abbreviation is called: "what do the three letters AWS mean". */
const LETTERS =
  /\b(?:(?:two|three|four|five|six) )?(?:letters|initials)\b|\b(?:(?:tva|tre|fyra|fem|sex) )?bokstaver\w*|\b(?:(?:dos|tres|cuatro|cinco|seis) )?(?:letras|iniciales)\b/;

const NAMED: Readonly<Record<string, readonly [AskedFor, RegExp]>> = {
  en: ["who", /\bnames? of\b|\bnamed?\?$/],
  sv: ["who", /\bnamnet på\b|\bnamnen på\b|\bheter\b/],
  de: ["who", /\bnamen? (?:de[rs]|von)\b|\bheißt\b/],
  es: ["who", /\bnombres? del?\b|\bse llama\b/],
};

const DEFINITION: Readonly<Record<string, RegExp>> = {
  en: /^(?:so |and |ok |hey,? )?(?:(?:what|who)(?:'s|s| is| are| was| were) |define\b|explain (?:what|who) |(?:can \w+ )?(?:explain|tell me) (?:what|who) )|,\s*(?:what|who)(?:'s| is| are) (?:that|they|it|he|she|this)\b/,
  sv: /^(?:så |och )?(?:vad|vem|vilka) (?:är|var) |^definiera\b|^förklara vad |,\s*(?:vad|vem|vilka) är (?:det|de|den|hon|han)\b/,
  de: /^(?:was|wer) (?:ist|sind|war|waren) |^definiere\b/,
  es: /^[¿\s]*(?:y )?(?:qu[eé]|qui[eé]n(?:es)?) (?:es|son|era|eran|fue) |^define\b/,
};

/** Whether a question asks what or who something is. @param lower the question in lower case. */
export function asksForDefinition(lower: string, language: string): boolean {
  return DEFINITION[language]?.test(lower.trim()) ?? false;
}
