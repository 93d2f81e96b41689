/** The deed a question asks about: the word that says what was done, told by its place in the question. */
import { wordSet } from "../corpus/languages.ts";
import { fold, scanTokens } from "../corpus/terms.ts";
import { isParticle } from "./aliases.ts";
import { isGeneralNoun } from "./asked-noun.ts";
import { asksForPerson, isPersonWord } from "./asked-person.ts";
import { isChatter, isEmpty } from "./chatter.ts";
import { allSentencesOf, isAsking } from "./parts.ts";
import { isAnybody, isPeople } from "./people.ts";
import type { Term } from "./question-terms.ts";
import { isSpeech, isUtterance } from "./speech.ts";

interface DeedRule {
  /** After these words of a question comes the subject, then the deed. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Directly after these comes the deed, or what somebody is. */
  readonly openers: ReadonlySet<string>;
  /** "What made A cancel B": after these, whom it moved, and "to" comes the deed. */
  readonly causes: ReadonlySet<string>;
  /** After these stands a thing, not a deed. */
  readonly articles: ReadonlySet<string>;
  /** "Who is the …" asks for somebody, not for a deed. */
  readonly copulas: ReadonlySet<string>;
}

const RULES: Readonly<Record<string, DeedRule>> = {
  en: {
    auxiliaries: wordSet("did do does has have had was were will would could"),
    openers: wordSet("who whom"),
    causes: wordSet("made makes led prompted caused pushed forced convinced persuaded got drove"),
    articles: wordSet("the a an this that these those its their his her our my your"),
    copulas: wordSet("is are was were"),
  },
  sv: {
    auxiliaries: wordSet("har hade blev blir kommer ska skulle kunde"),
    openers: wordSet("vem vilka varför när hur som vad"),
    causes: wordSet("fick tvingade drev övertalade"),
    articles: wordSet("den det de ett en denna detta dessa sin sitt sina deras hans hennes"),
    copulas: wordSet("är var"),
  },
  de: {
    auxiliaries: wordSet("hat haben hatte hatten wurde wurden wird"),
    openers: wordSet("wer warum wieso weshalb wann was"),
    causes: wordSet("brachte zwang bewegte überzeugte"),
    articles: wordSet(
      "der die das den dem des ein eine einen einem einer sein seine ihr ihre dieser diese dieses",
    ),
    copulas: wordSet("ist sind war waren"),
  },
  es: {
    auxiliaries: wordSet("ha han habia fue fueron"),
    openers: wordSet("quien quienes que cuando donde como"),
    causes: wordSet("hizo llevo obligo convencio empujo"),
    articles: wordSet("el la los las un una unos unas su sus este esta estos estas ese esa"),
    copulas: wordSet("es son era eran"),
  },
};

/** Words that are no deed behind an auxiliary: plurals, and words for many people. */
const SUBJECT: Readonly<Record<string, RegExp>> = {
  en: /[^s]s$|^(?:people|staff|folk|police|company|firm|management|leadership|workforce|government|military)$/,
  sv: /(?:arna|erna|orna)$|^(?:folk|personal|personalen|polisen|ledningen|regeringen|foretaget|bolaget)$/,
};

/** Verbs of moving somebody to a deed, folded, and what then stands before it. */
const MOVERS: ReadonlySet<string> = new Set([
  ...wordSet(
    `get make lead push pressure force persuade convince cause prompt fa tvinga overtala formadde pressured pushed
    hicieron llevaron obligaron brachten zwangen`,
  ),
  ...Object.values(RULES).flatMap(({ causes }) => [...causes].map(fold)),
]);
const TO = wordSet("to att");

/** Whether a folded word moves somebody to a deed: "get" of "how did they get A to drop B". */
export function isMover(word: string): boolean {
  return MOVERS.has(word);
}

/** These open what belongs to a subject: "the speech at the harbour". */
const PREPOSITIONS = wordSet(
  "at in of on by from to with against for about i pa av fran till om med mot for de del en por con contra a sobre desde bei von aus in mit gegen",
);

/** Behind a subject these are its verb, and little is asked by them. */
const WISHING = wordSet("want wants wanted need needs hope hopes vill ville vilja quiere quieren querian");

/** Right before what a deed is told by: "when B asked, what did A say". */
const ASKS_FOR_WORDS = wordSet("what vad was que");

/** How much rarer the deed is than a subject before it. */
const SUBJECT_RATIO = 2;

/** Here begins a clause that says when or why, in which no deed is asked for: "what did A do once B agreed". */
const CLAUSE = wordSet(
  `when whenever once after before because since while until unless although though
  när efter innan eftersom medan tills sedan als nachdem bevor weil während wenn cuando después antes porque mientras tras`,
);

const SENTENCE_END = /[.?!]\s/;

/** What is asked stands in the last sentence with a question mark: "Ana was one of them. Who was the other?" */
function askedSentence(question: string, language: string): string {
  if (!SENTENCE_END.test(question)) return question;
  return allSentencesOf(question, language).findLast(isAsking) ?? question;
}

/** A word of a question. */
interface Word {
  readonly text: string;
  readonly small: string;
  readonly folded: string;
  /** Whether it is only the first part of one: "anti" of "anti-war". */
  readonly isPart: boolean;
  /** Whether it says whose something is: "Ana's", "workers'". */
  readonly owns: boolean;
  /** Whether a comma or the like stands behind it. */
  readonly endsClause: boolean;
}

/** "Ana's", but not "what's". */
const OWNING = /^(?!(?:what|who|where|when|how|why|it|that|there|here|he|she|let)['’])\p{L}+['’]s$/iu;
const CLAUSE_END = /^[,;:–—]$/;
const PLURAL_OWNING = /^s['’]\s/u;

function wordsOf(question: string): Word[] {
  const words: Word[] = [];
  scanTokens(question, (start, end) => {
    const text = question.slice(start, end);
    words.push({
      text,
      small: text.toLowerCase(),
      folded: fold(text),
      isPart: question[end] === "-",
      endsClause: CLAUSE_END.test(question.charAt(end)),
      owns: OWNING.test(text) || PLURAL_OWNING.test(question.slice(end - 1, end + 2)),
    });
  });
  return words;
}

function has(set: ReadonlySet<string>, word: Word | undefined): boolean {
  return word !== undefined && (set.has(word.small) || (word.folded !== word.small && set.has(word.folded)));
}

/** "Ana's own report" is Ana's report. */
const OWN = wordSet("own egen egna eget eigene eigener eigenes propio propia");

/** Whether a word stands for a thing: behind an article, or as somebody's. */
function isThing(words: readonly Word[], at: number, { articles }: DeedRule): boolean {
  const before = OWN.has(words[at - 1]?.small ?? "") ? at - 2 : at - 1;
  return (
    has(articles, words[at - 1]) || words[before]?.owns === true || /['’]s?$/u.test(words[at]?.text ?? "")
  );
}

/** Behind these stands a noun, not a deed, if a preposition is before them or the noun says what kind of answer is wanted: "in what month". */
const WHICH = wordSet("what which vilken vilket vilka que cual welche welcher welches welchen welchem");

/** Before a word for moving somebody to a deed, these ask what did: "what made A leave". */
const ASKS = new Set([...ASKS_FOR_WORDS, ...WHICH, ...wordSet("who vem quien wer")]);

/** Between "which" and its noun: "which other companies". */
const OTHER = wordSet("other andra annan annat otro otra otros otras andere anderen");

function isAskedNoun(words: readonly Word[], at: number, language: string): boolean {
  if (OTHER.has(words[at - 1]?.folded ?? "") && has(WHICH, words[at - 2])) return true;
  const before = words[at - 2];
  // "por qué" asks why
  if (!has(WHICH, words[at - 1]) || before?.folded === "por") return false;
  return isGeneralNoun(words[at]?.folded ?? "", language) || has(PREPOSITIONS, before);
}

/** These say where or when something was, and never what was done. */
const ASIDE = wordSet(
  `inside outside within without among amongst between behind beside besides beyond during near under over against across around toward
  towards through throughout onto into upon off despite inne inuti utanfor bakom bredvid under over genom mellan dentro fuera detras durante`,
);

/** "At stake" tells where, "by leaving" what was done. */
const GERUND = /ing$/;

/** Whether a word belongs to a preposition before it; in English alone what was done has a form of its own there. */
function isBehindPreposition(words: readonly Word[], at: number, language: string): boolean {
  const before = words[at - 1];
  if (language !== "en" || before?.small === "to" || !has(PREPOSITIONS, before)) return false;
  return !(GERUND.test(words[at]?.small ?? "") && before?.small !== "about");
}

/** "Could people watching it hear them" asks about hearing. */
function isDoingBeside(words: readonly Word[], at: number, language: string): boolean {
  const who = words[at - 1]?.folded ?? "";
  return language === "en" && GERUND.test(words[at]?.small ?? "") && (isPeople(who) || isAnybody(who));
}

function termOf(word: Word | undefined, terms: readonly Term[]): number {
  return word === undefined
    ? -1
    : terms.findIndex((each) => each.word === word.folded && !each.named && !each.number);
}

/** Whether a verb goes with a particle: "give up" is a deed where the glossary knows other words for it, though "give" alone says little. */
function hasParticle(words: readonly Word[], at: number, terms: readonly Term[]): boolean {
  return (
    isParticle(words[at + 1]?.small ?? "") && (terms[termOf(words[at], terms)]?.wordings.length ?? 0) > 1
  );
}

/** A question, and where what asks in it stands. */
interface Question {
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
  readonly language: string;
  readonly rule: DeedRule;
  /** Places of the auxiliary and of the opener; -1 without one. */
  readonly auxiliary: number;
  readonly opener: number;
  /** Behind this place the deed is looked for; -1 if nothing shows where. */
  readonly from: number;
  /** Whether it asks for words: "what did A say" does, "which one does A say it was" does not. */
  readonly asksForWords: boolean;
}

function questionOf(
  words: readonly Word[],
  language: string,
  rule: DeedRule,
  terms: readonly Term[],
): Question {
  // what opens a question stands at its beginning; later on it opens a clause
  const opener = has(rule.openers, words[1]) ? 1 : has(rule.openers, words[0]) ? 0 : -1;
  const cause = words.findIndex(
    (word, at) =>
      at < 4 && has(rule.causes, word) && words.slice(0, at).some(({ folded }) => ASKS.has(folded)),
  );
  const opens = Math.max(opener, cause);
  // "what made A leave, was it B": what stands in another clause shows no deed of this one
  const clause = words.findIndex(
    ({ small, endsClause }, at) => (at > 1 && CLAUSE.has(small)) || (opens >= 0 && at > opens && endsClause),
  );
  const before = clause < 0 ? words : words.slice(0, clause);
  const auxiliary = before.findIndex((word) => has(rule.auxiliaries, word));
  const from = auxiliary >= 0 ? auxiliary : cause > 0 ? cause : opener;
  const asksForWords = from === 1 || from === opener || ASKS_FOR_WORDS.has(words[from - 1]?.folded ?? "");
  return { words, terms, language, rule, auxiliary, opener, from, asksForWords };
}

/** The number of the term that is the deed; -1 if the question does not show it. */
export function deedOf(text: string, language: string, terms: readonly Term[]): number {
  const rule = RULES[language];
  if (rule === undefined) return -1;
  const sentence = askedSentence(text, language);
  const question = questionOf(wordsOf(sentence), language, rule, terms);
  if (question.from < 0) return deedOfOpen(sentence, question);
  if (asksWhoIs(question)) return -1;
  const numbers = candidates(question);
  const found = numbers.findIndex((number) => number >= 0);
  if (found < 0) return -1;
  const said = deedOfSaying(question, numbers, found);
  if (said >= 0) return said;
  const at = behindSubject(question, numbers, found);
  return isWish(question, at) ? -1 : told(question, numbers, at);
}

/** The deed where neither an auxiliary nor an opener shows it. */
function deedOfOpen(sentence: string, { words, terms, language }: Question): number {
  const folded = fold(sentence);
  const own = asksForPerson(folded, language) ? relativeDeed(words, terms) : countedDeed(folded, terms);
  return Math.max(own, subjectDeed(words, terms, language), openingDeed(words, terms, language));
}

/** Past tenses that open a question to be answered by yes or no: "förlängde Norvik avtalet", "renovó Norvik el contrato". */
const OPENS_IN_PAST: Readonly<Record<string, RegExp>> = {
  sv: /(?:ade|dde|[lnr]de|te|des|tes)$/,
  es: /(?:ó|aron|ieron)$/,
};

function openingDeed([first, second]: readonly Word[], terms: readonly Term[], language: string): number {
  if (OPENS_IN_PAST[language]?.test(first?.small ?? "") !== true) return -1;
  return terms.some(({ name, word }) => name && word === second?.folded) ? termOf(first, terms) : -1;
}

/** "Who is the" or "who is Salesforce's" asks for somebody. */
function asksWhoIs({ words, rule, from, opener }: Question): boolean {
  if (from !== opener || !has(rule.copulas, words[opener + 1])) return false;
  return isThing(words, opener + 2, rule) || isThing(words, opener + 3, rule);
}

/** The number of the deed that each word of a question may be; -1 for one that is none. Most words are no terms, which is told first. */
function candidates({ words, terms, language, rule, from, asksForWords }: Question): readonly number[] {
  const clause = words.findIndex(({ small }, at) => at > from + 1 && CLAUSE.has(small));
  const end = clause < 0 ? words.length : clause;
  const says = ({ small }: Word, at: number) =>
    !isChatter(small, language) ||
    hasParticle(words, at, terms) ||
    (asksForWords && isSpeech(small, language));
  return words.map((word, at) => {
    if (at <= from || at >= end || word.isPart) return -1;
    const term = termOf(word, terms);
    if (term < 0 || isThing(words, at, rule) || isAskedNoun(words, at, language)) return -1;
    if (isBehindPreposition(words, at, language) || ASIDE.has(word.folded)) return -1;
    if (isDoingBeside(words, at, language) && !has(rule.copulas, words[from])) return -1;
    return isPeople(word.folded) || !says(word, at) ? -1 : term;
  });
}

/** "What did the speech at the harbour opening say": what stands within who said it is no deed; -1 where nothing does. */
function deedOfSaying(
  { words, language, from, asksForWords }: Question,
  numbers: readonly number[],
  found: number,
): number {
  if (!asksForWords || isSpeech(words[found]?.small ?? "", language)) return -1;
  const isWithin = words.slice(from + 1, found).some(({ folded }) => PREPOSITIONS.has(folded));
  const saying = words.findIndex(
    ({ small }, at) => at > found && (numbers[at] ?? -1) >= 0 && isSpeech(small, language),
  );
  return isWithin && saying >= 0 ? (numbers[saying] ?? -1) : -1;
}

/** The place of the deed: behind an auxiliary, one who does it comes before what was done, as in "did activists demand". */
function behindSubject(
  { words, terms, language, auxiliary }: Question,
  numbers: readonly number[],
  found: number,
): number {
  if (auxiliary < 0) return found;
  const next = numbers.findIndex((number, at) => at > found && number >= 0);
  const isSubject = next >= 0 && SUBJECT[language]?.test(words[found]?.folded ?? "") === true;
  const first = isSubject ? next : found;
  // "did employees ask": a common word right before a rarer one is the subject
  const idfAt = (at: number) => terms[numbers[at] ?? -1]?.idf ?? 0;
  return idfAt(first + 1) > SUBJECT_RATIO * idfAt(first) ? first + 1 : first;
}

/** "What did the letter want": whose wish it is is no deed. */
function isWish({ words, auxiliary }: Question, at: number): boolean {
  const verb = words.find(({ folded }, i) => i > at && !isPeople(folded));
  return auxiliary >= 0 && WISHING.has(verb?.folded ?? "");
}

/** The deed at a place, or what that one moved somebody to: "how did they get A to drop B" asks what A did. */
function told({ words, terms, language }: Question, numbers: readonly number[], at: number): number {
  const word = words[at];
  const moved = isMover(word?.folded ?? "") ? words.findIndex(({ small }, i) => i > at && TO.has(small)) : -1;
  const caused = moved < 0 ? -1 : (numbers.slice(moved).find((number) => number >= 0) ?? -1);
  if (caused >= 0) return caused;
  const isVoid = isEmpty(word?.small ?? "", language) && !hasParticle(words, at, terms);
  return isVoid ? -1 : (numbers[at] ?? -1);
}

/** Behind these stands what those did who are asked for: "the names of those who resigned". */
const RELATIVE = wordSet("who that which som que die");

function relativeDeed(words: readonly Word[], terms: readonly Term[]): number {
  const at = words.findIndex(({ small }, i) => i > 1 && RELATIVE.has(small));
  return at < 0 ? -1 : termOf(words[at + 1], terms);
}

/** Words from "which" to the verb behind its noun, at most. */
const SUBJECT_WORDS = 4;

const COMPANIES = wordSet(
  "company companies firm firms group groups agency agencies organisation organization",
);

/** "Which companies hand over": right behind those who are asked for stands what they did. */
function subjectDeed(words: readonly Word[], terms: readonly Term[], language: string): number {
  // elsewhere the verb may come before who did it
  if (language !== "en" || !has(WHICH, words[0])) return -1;
  const noun = words.findIndex(
    ({ folded }, at) => at > 0 && at <= SUBJECT_WORDS && (COMPANIES.has(folded) || isPersonWord(folded)),
  );
  const verb = noun < 0 ? undefined : words[noun + 1];
  if (verb === undefined || isEmpty(verb.small, language) || isChatter(verb.small, language)) return -1;
  if (isUtterance(verb.folded, language, verb.folded)) return -1;
  return termOf(verb, terms);
}

const COUNTED = /\b(?:how many|hur manga|cuant[oa]s|wie viele)\b(.*)/;

/** Between what is counted and what it did stands at most where it belongs, "of Google", "från Amazon", or what makes it passive: "got". */
const BELONGS =
  /^\s*(?:(?:really|actually|ever|in fact|also|already|finally|got|get|gets|blev|of|at|from|in|for|inside|within|på|pa|hos|från|fran|av|i|de|del|en|bei|von|aus|the|la|el|los|las)\s+)*$/;

// "how many people signed", "how many employees of Google signed": what is counted, and after it what they did
function countedDeed(question: string, terms: readonly Term[]): number {
  const rest = COUNTED.exec(question)?.[1];
  if (rest === undefined) return -1;
  const after = terms
    .map((term, number) => ({ term, number, at: rest.indexOf(term.word) }))
    .filter(({ term, at }) => at >= 0 && !term.number && !ASIDE.has(term.word))
    .sort((a, b) => a.at - b.at);
  const [counted, ...others] = after.filter(
    ({ term }, i) => !term.named || i > after.findIndex((each) => !each.term.named),
  );
  if (counted === undefined || counted.term.named) return -1;
  let end = counted.at + counted.term.word.length;
  for (const { term, number, at } of others) {
    if (!BELONGS.test(`${rest.slice(end, at)} `.replace(/^\s*/, ""))) return -1;
    if (!term.named) return number;
    end = at + term.word.length;
  }
  return -1;
}
