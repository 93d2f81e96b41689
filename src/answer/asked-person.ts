/** Whether a question asks for somebody's name, or for those of several, and whether a sentence names any: "which engineer started it" is not answered by who read it. */
import { flagsOf, publisherWordsOf, wordAt } from "../corpus/analysis.ts";
import { wordSet } from "../corpus/languages.ts";
import { CAPITAL } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import { OR } from "./alternatives.ts";
import { wordsBetween } from "./match.ts";
import type { RankedSentence } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { DATE, kindOf } from "./word-kinds.ts";

/** One person by what she does, folded. */
const PERSON: Readonly<Record<string, string>> = {
  en: `employee worker staffer engineer developer programmer coder designer manager supervisor director boss head chief ceo cto cfo executive exec
    chair chairman chairwoman chairperson president leader founder cofounder lawyer attorney judge official officer senator
    politician minister reporter journalist writer author editor organi[sz]er activist campaigner spokesperson spokesman spokeswoman
    professor scientist artist musician singer photographer man woman person guy`,
  sv: `anstalld arbetare ingenjor ingenjoren utvecklare utvecklaren programmerare chef chefen vd vd:n direktor direktoren ledare ledaren
    grundare grundaren jurist juristen advokat advokaten domare politiker politikern minister ministern reporter reportern journalist
    journalisten forfattare forfattaren arrangor aktivist aktivisten talesperson talespersonen talesman talesmannen professor
    konstnar konstnaren artist artisten man mannen kvinna kvinnan person personen arbetaren medarbetaren anstallde demonstranten
    techarbetaren talaren organisatoren arrangoren`,
  es: `empleado empleada trabajador trabajadora ingeniero ingeniera desarrollador programador jefe jefa director directora lider
    fundador fundadora abogado abogada juez funcionario senador ministro periodista reportero autor autora organizador activista
    portavoz profesor profesora artista hombre mujer persona`,
};

// folded texts of these languages are written in ASCII letters, for which patterns are made fastest
/** Up to two words between: "which former Salesforce engineer". */
const BETWEEN = String.raw`(?:(?!(?:its|his|her|their|our|your|an?|do|does|did|should|would|could|can|will|sin|sina|dess|en|ska|kan|su|sus|una?) )[\w'’-]+ ){0,2}`;

const OPENERS: Readonly<Record<string, string>> = {
  en: `which|what|names? of(?: the| that| this| an?)?|who(?: exactly| precisely)?(?: is|'s|’s|s| was) (?:the|that)`,
  sv: "vilken|vad heter|namnet pa(?: den)?|vem (?:ar|var)(?: den)?",
  es: "que|como se llama(?:ba)? (?:el|la)|nombre del?(?: la)?|quien (?:es|era|fue) (?:el|la)",
};

/** "Which employee proposals" asks for proposals. */
const NOT_PLURAL = String.raw`(?! [a-z]+(?<! (?:i|wa|ha|doe))s\b)`;

const ASKS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(OPENERS).map(([language, openers]) => {
    const people = (PERSON[language] ?? "").split(/\s+/).join("|");
    return [language, new RegExp(String.raw`\b(?:${openers}) ${BETWEEN}(?:${people})\b${NOT_PLURAL}`)];
  }),
);

/** Things that have names and are no people. */
const NO_PEOPLE =
  "(?:groups|companies|firms|organi[sz]ations|agencies|products|tools|services|sources|papers|places|cities|demands|conditions)";
const SEVERAL = String.raw`(?:the|those|these) (?:[a-z'’-]+ ){0,3}?(?:people|(?!${NO_PEOPLE})[a-z]{3,}s) (?:who|that|which)\b`;

/** Several people by what they do, or merely by what they did: "the names of the engineers who quit". */
const NAMES_OF: Readonly<Record<string, RegExp>> = {
  en: new RegExp(
    String.raw`\b(?:(?:the |all )*names? of|names for|name|who(?: exactly| precisely)? (?:were|are)) (?:all )?${SEVERAL}`,
  ),
  sv: /\b(?:namnen pa|vad heter|namnge) (?:de|dem) (?:[a-z]+ ){0,3}?som\b/,
  es: /\b(?:los )?nombres de (?:los|las) (?:[a-z]+ ){1,3}?que\b/,
};

/** Somebody of a group, "who at Norvik replied", or whoever came in somebody's place. */
const WITHIN_GROUP: Readonly<Record<string, RegExp>> = {
  en: /^who (?:at|from|inside|within) |^who .{2,60} (?:before|after|instead of|in place of)(?: \w+){1,3}[\s?!.]*$/,
  sv: /^vem (?:pa|hos|fran|inom) |^vem .{2,60} (?:fore|efter|i stallet for)(?: \w+){1,3}[\s?!.]*$/,
  es: /^[¿\s]*quien (?:de|en|dentro de) |^[¿\s]*quien .{2,60} (?:antes de|despues de|en lugar de)(?: \w+){1,3}[\s?!.]*$/,
};

/** @param folded the question, cleaned and folded */
export function asksForPerson(folded: string, language: string): boolean {
  const asks = ASKS[language]?.test(folded) === true || NAMES_OF[language]?.test(folded) === true;
  // who offers names to choose from has them
  return (asks || WITHIN_GROUP[language]?.test(folded) === true) && !OR.test(folded);
}

const PERSON_WORDS: ReadonlySet<string> = new Set(
  Object.values(PERSON).flatMap((list) => [...wordSet(list.replace("organi[sz]er", "organizer organiser"))]),
);

/** Whether a folded word says somebody by what she does. */
export function isPersonWord(word: string): boolean {
  return PERSON_WORDS.has(word);
}

/** Words between somebody's name and what she does, at most: "Ana Berg, the mayor of Lund and a". */
const MOST_BETWEEN = 6;

/** Before a name, but no part of it: "CEO Ana Berg". */
const ROLES = wordSet(
  "ceo cto cfo coo president chairman director professor senator minister dr mr mrs ms vd chef presidente",
);
/** Before a place or an event: "in New York", "the Lund Opera". */
const BEFORE_PLACE = wordSet("the in at i en im am");
/** Within a name that is no person's: "Fight for the Future". */
const WITHIN_NAME = wordSet("for of the and av och de del la y");

/**
 * Whether a sentence names somebody whom the question does not: by two names side by side, or by one that opens the sentence.
 * People's names and those of groups cannot be told apart further.
 */
export function namesPerson(
  { terms }: Reading,
  { evidence: { analysed, match }, sentence }: RankedSentence,
  vocabulary: Vocabulary,
): boolean {
  const { from = 0, to = 0 } = match.sentences[sentence] ?? {};
  const asked = match.hits.filter(({ term }) => terms[term]?.name === true);
  // where the sentence says what she does, her name stands there: "a group led by an engineer, Bo Lind said" does not name the engineer
  const roles = match.hits.filter(
    ({ at, term }) => at >= from && at < to && PERSON_WORDS.has(terms[term]?.word ?? ""),
  );
  const isNear = (start: number, end: number) =>
    roles.length === 0 ||
    roles.some((role) => wordsBetween(role, { at: start, length: end - start }) <= MOST_BETWEEN);
  const word = (at: number) => wordAt(analysed, at);
  const text = (at: number) => vocabulary.surfaceText(word(at));
  const isName = (at: number) =>
    at < to &&
    (flagsOf(analysed, at) & CAPITAL) !== 0 &&
    !vocabulary.isStop(word(at)) &&
    (kindOf(text(at)) & DATE) === 0;
  // the source's own publisher is nobody
  const publisher = new Set(publisherWordsOf(analysed));
  const isNew = (at: number) =>
    !ROLES.has(text(at)) &&
    !publisher.has(word(at)) &&
    !asked.some((hit) => at >= hit.at && at < hit.at + hit.length);
  for (let at = from; at < to; at += 1) {
    let end = at;
    let names = 0;
    for (; isName(end); end += 1) if (isNew(end)) names += 1;
    const isPlace = at > from && BEFORE_PLACE.has(text(at - 1));
    if (names > 1 && !isPlace && isNear(at, end)) return true;
    const alone = at === from && end === at + 1 && names === 1;
    if (alone && vocabulary.isName(word(at)) && !WITHIN_NAME.has(text(end)) && isNear(at, end)) return true;
    at = Math.max(at, end);
  }
  return false;
}
