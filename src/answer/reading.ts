/** How a question is read: its language, what kind of answer it asks for, and the terms to look for, each with all its wordings. */
import type { Corpus } from "../corpus/corpus.ts";
import type { LanguageRules } from "../corpus/languages.ts";
import { inverseFrequency } from "../corpus/packed.ts";
import { CAPITAL, fold, reduceToken, scanTokens } from "../corpus/terms.ts";
import type { Aliases, AliasMatch, Wording } from "./aliases.ts";
import { type AmountUnit, type AskedFor, askedFor, asksForDefinition } from "./asked.ts";
import { isChatter, isLight } from "./chatter.ts";
import { deedOf, isSpeech } from "./deed.ts";
import type { SpellingChecker } from "./spelling.ts";

/** Something the question asks about: a word, or a group of words that say the same. */
export interface Term {
  /** As it was asked, folded. */
  readonly word: string;
  /** Empty if the corpus has no such word. */
  readonly wordings: readonly Wording[];
  /** BM25's weight of its most frequent wording, discounted if it is a guess at a misspelt word. */
  readonly idf: number;
  readonly name: boolean;
  readonly number: boolean;
  /** 0..1: how rare the word is in the question's language at large; 1 for names and numbers. */
  readonly rarity: number;
  /** What a misspelt word was taken for. */
  readonly corrected: readonly string[];
  /** Stem of the word, or of what it was taken for, in the question's language, for soft matches. */
  readonly stem: string;
}

/** A question, read. */
export interface Reading {
  readonly language: string;
  readonly askedFor: AskedFor;
  /** Of an amount, what it is measured in, if the question says so. */
  readonly unit: AmountUnit | undefined;
  /** Asks what or who something is. */
  readonly definition: boolean;
  /** Which term is the deed asked about, such as "sign" of "who signed"; -1 if none could be told. */
  readonly deed: number;
  /** Whether the deed is to say something. */
  readonly speech: boolean;
  /** Whether a capital within the question tells a name; not where every noun has one. */
  readonly tellsNames: boolean;
  /** Whether the corpus has a glossary, so that a word met by none of its wordings is not there in other words. */
  readonly hasSynonyms: boolean;
  /** In the order of the question; at most `MOST_TERMS`. */
  readonly terms: readonly Term[];
  /** Sum of the terms' weights. */
  readonly mass: number;
  /** Says "now", "still" or "current". */
  readonly asksForNow: boolean;
}

/** Languages that write every noun with a capital: it tells no names there. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(["de", "lb"]);

/** Coverage is kept in the bits of a number. */
export const MOST_TERMS = 30;
/** A word that only resembles the asked one counts for less. */
const CORRECTED_DISCOUNT = 0.9;
/** "Year" of "in what year" says what is asked for, and "get" says little: they need not stand in the answer. */
const LIGHT_DISCOUNT = 0.4;

const MENTION = /<@[^>]*>|^\s*@[\p{L}\p{N}_.-]+(?=\s)/gu;
const NOW =
  /(?<![\p{L}])(?:now|nowadays|still|current|currently|today|latest|nu|numera|fortfarande|idag|aktuell\p{L}*|ahora|todavía|actual\p{L}*|hoy|aún)(?![\p{L}])/iu;

/** Three words in capitals: somebody shouts, and they tell no names. */
const SHOUTED = /\p{Lu}\S*\s.*\p{Lu}\S*\s.*\p{Lu}/u;

/** What leads up to a question politely, before the word that asks: "can anyone tell me how many …". */
const LEADS: readonly RegExp[] = [
  /^(?:(?:hi|hey|hello|ok|okay|so|well|please|sorry|all|everyone|folks|team)\b[\s,!.:]*)*(?:(?:can|could|would|will|do|does) (?:you|u|anyone|anybody|someone|somebody)(?: (?:please|maybe|perhaps|happen to|here|by chance))* (?:know|tell (?:me|us)|remember|recall|say|explain|remind (?:me|us))|(?:please )?tell (?:me|us)|(?:i|we)(?:'d| would)? (?:want|need|like|love) to know|anyone know|any idea)[\s,:]+(?=(?:who|whose|whom|what|which|when|where|why|how)\b)/iu,
  /^(?:(?:hej|hejsan|ok|så|ursäkta)\b[\s,!.:]*)*(?:(?:vet|minns) (?:du|ni|någon|nån|man)|kan (?:du|ni|någon|nån) (?:säga|berätta|förklara)(?: för mig)?|(?:jag )?undrar|berätta(?: för mig)?)[\s,:]+(?=(?:vem|vems|vad|vilken|vilket|vilka|när|var|varför|hur)(?!\p{L}))/iu,
  /^(?:hola[\s,!.]*)?[¿\s]*(?:sabes?|sabéis|alguien sabe|(?:me )?puedes? decir(?:me)?|dime)[\s,:]+(?=(?:qui[eé]n(?:es)?|qu[eé]|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|por qu[eé]|c[oó]mo)(?!\p{L}))/iu,
];

/** The question without what is addressed to the bot: a mention in front, control characters, markup of a platform, shouting, politeness. */
export function cleanQuestion(text: string): string {
  const clean = text
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/\p{C}+/gu, " ")
    .replace(MENTION, " ")
    .replace(/\s+/g, " ")
    .trim();
  const calm = SHOUTED.test(clean) && !/\p{Ll}/u.test(clean) ? clean.toLowerCase() : clean;
  return LEADS.reduce((said, lead) => said.replace(lead, (led) => (led.includes("¿") ? "¿" : "")), calm);
}

interface Token {
  readonly text: string;
  /** Written with a capital where only names are. */
  readonly capital: boolean;
  /** Written so that its case tells nothing: it opens a sentence, or the question has no capitals. */
  readonly eitherCase: boolean;
}

/** Before a word that opens a sentence. */
const OPENING = /(?:^|[.?!:…])[^\p{L}\p{N}]*$/u;

function tokensOf(text: string): Token[] {
  const found: { text: string; capital: boolean; opens: boolean }[] = [];
  scanTokens(text, (start, end, flags) =>
    found.push({
      text: text.slice(start, end),
      capital: (flags & CAPITAL) !== 0,
      opens: OPENING.test(text.slice(Math.max(0, start - 8), start)),
    }),
  );
  const small = !found.some(({ capital, opens }) => capital && !opens);
  return found.map(({ text, capital, opens }) => ({
    text,
    capital: capital && !opens,
    eitherCase: opens ? capital : small,
  }));
}

/** What reading a question needs of the loaded corpus. */
export interface ReadingTools {
  readonly corpus: Corpus;
  readonly aliases: Aliases;
  readonly spelling: SpellingChecker;
}

interface TermMaker extends ReadingTools {
  readonly rules: LanguageRules;
  /** Words that say what kind of answer is asked for. */
  readonly asked: ReadonlySet<string>;
  /** What a word may be a misspelling of; looked up once a question, for it costs most of all. */
  corrections(token: string): readonly string[];
}

/** Letters up to which an abbreviation may be another word in small letters: "US", "WHO", "IT". */
const LONGEST_SHORT = 3;

// the stems by which texts in any of the corpus' languages may hold this word
function directWordings(token: string, { corpus, rules }: TermMaker): Wording[] {
  const wordings: Wording[] = [];
  for (const language of new Set([rules.language, ...corpus.languages()])) {
    const own = language === rules.language;
    const { stem, surface } = reduceToken(token, corpus.rules(language));
    // an abbreviation is not stemmed, but texts may write it as a name: "RAICES", "Raices"
    const asName =
      token.length > LONGEST_SHORT && token === token.toUpperCase()
        ? reduceToken(surface, corpus.rules(language))
        : undefined;
    const forms = [stem, ...(own ? [surface] : []), ...(asName?.stop === false ? [asName.stem] : [])];
    for (const form of new Set(forms)) {
      const known = corpus.vocabulary.stemNumber(form);
      if (known === undefined || corpus.works.frequency(known) === 0) continue;
      wordings.push({ stems: [known], weight: 1, language: own ? undefined : language });
    }
  }
  return wordings;
}

/** What remains of the weight of a term that only related words can meet. */
const RELATED_DISCOUNT = 0.6;

function weightOf(wordings: readonly Wording[], { works }: Corpus): number {
  const equal = wordings.filter(({ weight }) => weight === 1);
  const counted = equal.length > 0 ? equal : wordings;
  const most = Math.max(
    0,
    ...counted.map(({ stems }) => Math.min(...stems.map((stem) => works.frequency(stem)))),
  );
  const discount = equal.length === 0 && wordings.length > 0 ? RELATED_DISCOUNT : 1;
  return inverseFrequency(most, works.size()) * discount;
}

function uniqueWordings(wordings: readonly Wording[]): Wording[] {
  const best = new Map<string, Wording>();
  for (const wording of wordings) {
    const name = `${wording.language ?? ""} ${wording.stems.join(" ")}`;
    if ((best.get(name)?.weight ?? 0) < wording.weight) best.set(name, wording);
  }
  return [...best.values()];
}

function makeTerm(token: Token, aliased: readonly Wording[] | undefined, maker: TermMaker): Term | undefined {
  const { corpus, spelling, rules } = maker;
  const word = token.text.toLowerCase();
  let wordings = uniqueWordings([...(aliased ?? []), ...directWordings(token.text, maker)]);
  let corrected: readonly string[] = [];
  // a word that only another language's stemmer brings home, and that no text has, is more likely misspelt
  const foreign = aliased === undefined && wordings.every(({ language }) => language !== undefined);
  const guesses =
    foreign && wordings.length > 0 && !corpus.lexicon.has(fold(token.text))
      ? maker.corrections(token.text)
      : [];
  if (guesses.length > 0) {
    corrected = guesses;
    wordings = uniqueWordings(guesses.flatMap((guess) => wordingsOf(guess, maker)));
  }
  if (wordings.length === 0) {
    if (isChatter(word, rules.language) || isLight(word, rules.language)) return undefined;
    // a word that the glossary has is spelt as meant
    if (aliased === undefined && spelling.isMisspeltStopWord(token.text, rules)) return undefined;
    corrected = aliased === undefined ? maker.corrections(token.text) : [];
    wordings = uniqueWordings(corrected.flatMap((guess) => wordingsOf(guess, maker)));
  }
  const light = maker.asked.has(fold(token.text)) || isLight(token.text.toLowerCase(), rules.language);
  const discount = (corrected.length > 0 ? CORRECTED_DISCOUNT : 1) * (light ? LIGHT_DISCOUNT : 1);
  const name = token.capital || (token.eitherCase && isNameInTexts(token.text, maker));
  const number = /^\p{N}/u.test(token.text);
  const meant = corrected.length > 0 ? corrected : [token.text];
  return {
    word: fold(token.text),
    wordings,
    idf: weightOf(wordings, corpus) * discount,
    name,
    number,
    rarity: name || number ? 1 : Math.min(...meant.map((each) => corpus.rarity(fold(each), rules.language))),
    corrected,
    stem: reduceToken(meant[0] ?? token.text, rules).stem,
  };
}

/** Whether the texts write a word as a name, where they write only names with a capital. */
function isNameInTexts(token: string, { corpus: { vocabulary }, rules }: TermMaker): boolean {
  if (CAPITAL_NOUNS.has(rules.language)) return false;
  const stem = vocabulary.stemNumber(reduceToken(token, rules).stem);
  return stem !== undefined && vocabulary.isNameStem(stem);
}

/** Letters of a name at least that a compound begins with, and of what follows it. */
const SHORTEST_NAME = 4;
const LONGEST_NAME = 30;
const SHORTEST_REST = 3;

/** A name of the texts and what is joined to it, of a word that no text has: "Microsoftchef". Undefined if it is none. */
function compoundOfName(token: Token, maker: TermMaker): Token[] | undefined {
  const { text } = token;
  for (let end = Math.min(text.length - SHORTEST_REST, LONGEST_NAME); end >= SHORTEST_NAME; end -= 1) {
    if (!isNameInTexts(text.slice(0, end), maker)) continue;
    const head = { ...token, text: text.slice(0, end), capital: true };
    const rest = { text: text.slice(end), capital: false, eitherCase: false };
    return wordingsOf(rest.text, maker).length > 0 ? [head, rest] : [head];
  }
  return undefined;
}

function unknownTerm(word: string, { corpus }: TermMaker): Term {
  return {
    word,
    wordings: [],
    idf: weightOf([], corpus),
    name: false,
    number: false,
    rarity: 1,
    corrected: [],
    stem: "",
  };
}

function wordingsOf(word: string, maker: TermMaker): Wording[] {
  const { aliases, rules, corpus } = maker;
  // a word of the lexicon is folded, and may be stemmed otherwise than as it was written
  const stem = corpus.lexicon.stem(word);
  const own = stem === undefined ? [] : [{ stems: [stem], weight: 1, language: undefined }];
  return [...(aliases.match([word], 0, rules)?.wordings ?? []), ...directWordings(word, maker), ...own];
}

// Every word of a phrase stays a term of its own, so that half a phrase still counts; each may also be met by another
// wording of the whole phrase, such as its abbreviation.
function otherWordings(
  alias: AliasMatch,
  tokens: readonly Token[],
  { corpus, rules }: TermMaker,
): readonly Wording[] {
  if (tokens.length === 1) return alias.wordings;
  const own = tokens.map((token) => corpus.vocabulary.stemNumber(reduceToken(token.text, rules).stem) ?? -1);
  return alias.wordings.filter(({ stems }) => !stems.some((stem) => own.includes(stem)));
}

// within a name of several words, closed-class words of the texts' languages are passed over, too: "Fight for the Future"
function isStop(token: string, inName: boolean, { rules, corpus }: TermMaker): boolean {
  if (reduceToken(token, rules).stop) return true;
  // "The Hill" in a question of another language
  return inName && corpus.languages().some((language) => reduceToken(token, corpus.rules(language)).stop);
}

function partsOf(token: Token, maker: TermMaker): Token[] {
  const { rules } = maker;
  const known =
    directWordings(token.text, maker).length > 0 ||
    reduceToken(token.text, rules).stop ||
    maker.corrections(token.text).length > 0;
  return (known ? undefined : compoundOfName(token, maker)) ?? [token];
}

// "Googlers" may lead to all employees, but it is Google's that were asked about
function nicknameOf(token: Token | undefined, alias: AliasMatch | undefined, maker: TermMaker) {
  if (token?.capital !== true || alias?.length !== 1) return undefined;
  const { language: own } = maker.rules;
  const leadsOnly = alias.wordings.every(
    ({ weight, language }) => weight < 1 || (language !== undefined && language !== own),
  );
  return leadsOnly ? compoundOfName(token, maker) : undefined;
}

function aliasedAlone({ text }: Token, { aliases, rules }: TermMaker): readonly Wording[] | undefined {
  return aliases.match([text], 0, rules)?.wordings;
}

function termsOf(tokens: readonly Token[], maker: TermMaker): Term[] {
  const texts = tokens.map((token) => token.text);
  const terms = new Map<string, Term>();
  // particles that belong to a verb before them: "skrev … på"
  const passed = new Set<number>();
  for (let at = 0; at < tokens.length; ) {
    const named = maker.aliases.match(texts, at, maker.rules);
    const nickname = nicknameOf(tokens[at], named, maker);
    const alias = nickname === undefined ? named : undefined;
    const slice = tokens.slice(at, at + (alias?.length ?? 1));
    if (alias?.particle !== undefined) passed.add(alias.particle);
    if (alias !== undefined && slice.length > 1 && alias.wordings.length === 0) {
      // the glossary has the phrase and no text has it in any wording: its words apart do not say it
      const word = fold(slice.map((token) => token.text).join(" "));
      terms.set(word, unknownTerm(word, maker));
      at += slice.length;
      continue;
    }
    const aliased = alias === undefined ? undefined : otherWordings(alias, slice, maker);
    const whole = alias === undefined && slice.length === 1 ? slice[0] : undefined;
    const parts = nickname ?? (whole === undefined ? slice : partsOf(whole, maker));
    for (const [i, token] of parts.entries()) {
      if (passed.has(at + i)) continue;
      if (isStop(token.text, token.capital || (alias !== undefined && slice.length > 1), maker)) continue;
      const term = makeTerm(token, parts === slice ? aliased : aliasedAlone(token, maker), maker);
      if (term === undefined) continue;
      const wording = term.wordings.filter(({ language }) => aliased !== undefined || language === undefined);
      const name =
        wording.length === 0 ? term.stem || term.word : wording.map((w) => w.stems.join(" ")).join("|");
      if (!terms.has(name)) terms.set(name, term);
    }
    at += slice.length;
  }
  return [...terms.values()];
}

// too long a question keeps the terms that tell most, in their order
function mostTelling(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= MOST_TERMS) return terms;
  const kept = new Set([...terms].sort((a, b) => b.idf - a.idf).slice(0, MOST_TERMS));
  return terms.filter((term) => kept.has(term));
}

/** Reads a question. One of closed-class words alone has no terms. */
export function readQuestion(text: string, language: string, tools: ReadingTools): Reading {
  const clean = cleanQuestion(text);
  const tokens = tokensOf(clean);
  const asked = askedFor(clean.toLowerCase(), fold(clean), language);
  const askedWords = new Set(tokensOf(fold(asked.words)).map((token) => token.text));
  const rules = tools.corpus.rules(language);
  const known = new Map<string, readonly string[]>();
  function corrections(token: string): readonly string[] {
    const found = known.get(token) ?? tools.spelling.corrections(token, rules);
    known.set(token, found);
    return found;
  }
  const maker = { ...tools, rules, asked: askedWords, corrections };
  const terms = mostTelling(termsOf(tokens, maker));
  const deed = asked.kind === "meaning" ? -1 : deedOf(clean, language, terms);
  return {
    language,
    hasSynonyms: tools.corpus.glossary().same.length > 0,
    tellsNames: !CAPITAL_NOUNS.has(language),
    askedFor: asked.kind,
    unit: asked.unit,
    definition: asksForDefinition(clean.toLowerCase(), language),
    deed,
    speech: isSpeech(terms[deed]?.word ?? "", language),
    terms,
    mass: terms.reduce((sum, term) => sum + term.idf, 0),
    asksForNow: NOW.test(clean),
  };
}
