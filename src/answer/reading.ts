/** How a question is read: its language, what kind of answer it asks for, and the terms to look for, each with all its wordings. */
import { fold } from "../corpus/terms.ts";
import { OR } from "./alternatives.ts";
import { type Asked, askedFor, asksForDefinition } from "./asked.ts";
import { askedNounOf, countedNounOf, headNounOf } from "./asked-noun.ts";
import { asksForPerson } from "./asked-person.ts";
import type { AskedFor } from "./asked-words.ts";
import { asksForWork } from "./asked-work.ts";
import { claimsAsked } from "./claim.ts";
import { cleanQuestion } from "./clean.ts";
import { CAPITAL_NOUNS } from "./compounds.ts";
import { deedOf } from "./deed.ts";
import { doerOf } from "./doer.ts";
import { tokensOf as wordsOf } from "./group-names.ts";
import { type Likenesses, NO_LIKENESSES } from "./likeness.ts";
import { type NameGroups, requiredNames } from "./names.ts";
import { asksWhether, presumesDeed } from "./premise.ts";
import { type Term, termsOf } from "./question-terms.ts";
import { createReduce } from "./reduce.ts";
import { spelledOut } from "./slips.ts";
import { asksForFurther, asksForOthers, reactorIn, type Sought, soughtIn } from "./sought.ts";
import { asksForSpeech, isSpeech } from "./speech.ts";
import { asksForAll, objectOf, peopleOf } from "./subject.ts";
import { type Token, tokensOf } from "./tokens.ts";
import type { AnswerTools } from "./tools.ts";
import type { AmountUnit } from "./units.ts";
import type { TermMaker } from "./wordings.ts";

/** A question, read. */
export interface Reading {
  readonly language: string;
  /** Whose word alone is wanted: "according to The Hill"; none if anybody's. */
  readonly publishers: readonly string[];
  readonly askedFor: AskedFor;
  /** Of an amount, what it is measured in, if the question says so. */
  readonly unit: AmountUnit | undefined;
  /** Whether amounts of two are to be compared: "which is larger, A or B". */
  readonly compares: boolean;
  /** A demand or a purpose, where the question wants one told. */
  readonly sought: Sought | undefined;
  /** Whether it asks for what comes on top of something: "what else". */
  readonly further: boolean;
  /** Whether it asks for others of a kind: "which other clients". */
  readonly others: boolean;
  /** Asks what or who something is. */
  readonly definition: boolean;
  /** Which term is the deed asked about, such as "sign" of "who signed"; -1 if none could be told. */
  readonly deed: number;
  /** Which term is the noun asked for, such as "band" of "which band played"; -1 if there is none or it is a general one. */
  readonly noun: number;
  /** Which term that noun says more of, "rule" of "what general rule"; -1 if there is none. */
  readonly headNoun: number;
  /** Whether it asks for the name of a person, or of several by what they did. */
  readonly person: boolean;
  /** Whether it asks for work or advice, "write me a poem", not for what sources say. */
  readonly work: boolean;
  /** Whether the deed is to say something. */
  readonly speech: boolean;
  /** Whether it takes the deed for granted, as "why did they …" does. */
  readonly presumesDeed: boolean;
  /** Whether it asks if the deed was done, as "did they …" does. */
  readonly asksWhether: boolean;
  /** Whether a capital within the question tells a name; not where every noun has one. */
  readonly tellsNames: boolean;
  /** Which term names who is to have said something, or to have done a deed that is taken for granted; -1 if it names nobody. */
  readonly doer: number;
  /** Which term names whose people are asked about, "Norvik workers"; -1 if it names nobody's. */
  readonly group: number;
  /** Which term names to whom it was done, of "who sued Norvik"; -1 if it names nobody. */
  readonly object: number;
  /** Whether it asks how many people somebody has in all. */
  readonly all: boolean;
  /** By alternative, of which one will do: the names that what answers must have; none where names cannot be told. */
  readonly requiredNames: readonly NameGroups[];
  /** Whether the corpus has a glossary, so that a word met by none of its wordings is not there in other words. */
  readonly hasSynonyms: boolean;
  /** In the order of the question; at most `MOST_TERMS`. */
  readonly terms: readonly Term[];
  /** Sum of the terms' weights. */
  readonly mass: number;
  /** Says "now", "still" or "current". */
  readonly asksForNow: boolean;
  /** The known questions it is like. */
  readonly likenesses: Likenesses;
}

const NOW =
  /(?<![\p{L}])(?:now|nowadays|still|current|currently|today|latest|nu|numera|fortfarande|idag|aktuell\p{L}*|ahora|todavía|actual\p{L}*|hoy|aún)(?![\p{L}])/iu;

/** Whoever asks when names no noun but that. */
const ASKS_FOR_NOUN: readonly AskedFor[] = ["thing", "who", "where", "yes-no", "other"];

/** Questions that may want a demand or a purpose told. */
const SEEKING: readonly AskedFor[] = ["thing", "other", "how"];

/** What the terms of a question in some language are made by. */
function makerOf(own: string, { kind, words }: Asked, tools: AnswerTools): TermMaker {
  const { corpus, aliases, spelling } = tools;
  const rules = corpus.rules(own);
  const known = new Map<string, readonly string[]>();
  const languages = [rules];
  for (const language of corpus.languages()) {
    const other = corpus.rules(language);
    if (other !== rules) languages.push(other);
  }
  return {
    corpus,
    aliases,
    spelling,
    rules,
    languages,
    reduce: createReduce(corpus.vocabulary),
    asked: new Set(wordsOf(fold(words))),
    asksMeaning: kind === "meaning",
    corrections(token) {
      const found = known.get(token) ?? spelling.corrections(token, rules);
      known.set(token, found);
      return found;
    },
  };
}

function nounOf(kind: AskedFor, tokens: readonly Token[], language: string, terms: readonly Term[]): number {
  if (kind !== "amount" && !ASKS_FOR_NOUN.includes(kind)) return -1;
  const words = tokens.map((token) => fold(token.text));
  return kind === "amount" ? countedNounOf(words, language, terms) : askedNounOf(words, language, terms);
}

/** Whether the deed asked about is that publishers, or what they published, say something. */
function isSaidBy(
  publishers: readonly string[],
  clean: string,
  said: Pick<Reading, "language" | "deed" | "terms">,
): boolean {
  const { language, deed, terms } = said;
  if (!isSpeech(terms[deed]?.word ?? "", language)) return false;
  const doer = terms[doerOf(clean, said)]?.word.replace(/['’]s?$/u, "");
  return doer === undefined || publishers.some((publisher) => fold(publisher).split(" ").includes(doer));
}

/**
 * Reads a question. One of closed-class words alone has no terms.
 * @param compares whether it is one side of a comparison of amounts, as which alone its words do not show it
 */
export function readQuestion(text: string, language: string, tools: AnswerTools, compares = false): Reading {
  const clean = claimsAsked(spelledOut(cleanQuestion(text), language), language);
  const small = clean.toLowerCase();
  const folded = fold(clean);
  const tokens = tokensOf(clean);
  const asked = askedFor(small, folded, language, compares);
  const { publishers, words: writing } = tools.attribution(folded);
  const every = termsOf(tokens, makerOf(language, asked, tools)).filter(({ word }) => !writing.has(word));
  const done = asked.kind === "meaning" ? -1 : deedOf(clean, language, every);
  // "what does the Swedish article say" asks for all it says
  const says = publishers.length > 0 && isSaidBy(publishers, clean, { language, deed: done, terms: every });
  const terms = says ? every.filter((_, term) => term !== done) : every;
  const deed = says ? -1 : done;
  const presumes = presumesDeed(clean, { language, deed, terms });
  const whether =
    (asked.kind === "yes-no" || asked.kind === "other") &&
    !OR.test(clean) &&
    asksWhether(clean, { language, deed, terms });
  const noun = nounOf(asked.kind, tokens, language, terms);
  const speech = asksForSpeech(clean, terms[deed]?.word ?? "", language);
  const sought = SEEKING.includes(asked.kind) ? soughtIn(folded) : undefined;
  const reacts = sought === "reaction" ? reactorIn(folded) : undefined;
  const reactor = reacts === undefined ? -1 : terms.findIndex(({ name, word }) => name && word === reacts);
  const words = tokens.map((token) => fold(token.text));
  const tellsNames = !CAPITAL_NOUNS.has(language);
  const reading: Reading = {
    likenesses: NO_LIKENESSES,
    publishers,
    language,
    hasSynonyms: tools.corpus.glossary().same.length > 0,
    tellsNames,
    requiredNames: tellsNames ? requiredNames(clean, terms) : [],
    askedFor: asked.kind,
    unit: asked.unit,
    compares: asked.compares,
    sought,
    further: asksForFurther(folded),
    others: asksForOthers(folded),
    definition: asksForDefinition(small, language),
    deed,
    // "¿qué dijo …?": what stands behind "qué" is a noun or the deed
    noun: speech && noun === deed ? -1 : noun,
    headNoun: asked.kind === "amount" ? -1 : headNounOf(words, language, terms, noun),
    work: asksForWork(folded, language),
    person: asksForPerson(folded, language),
    presumesDeed: presumes,
    asksWhether: whether,
    doer: presumes || speech || whether ? doerOf(clean, { language, deed, terms }) : reactor,
    group: peopleOf(words, terms),
    object: asked.kind === "who" ? objectOf(words, terms[deed], terms) : -1,
    all: asked.kind === "amount" && asksForAll(folded),
    speech,
    terms,
    mass: terms.reduce((sum, term) => sum + term.idf, 0),
    asksForNow: NOW.test(clean),
  };
  const likenesses = tools.likenesses(reading, clean);
  return likenesses === NO_LIKENESSES ? reading : { ...reading, likenesses };
}
