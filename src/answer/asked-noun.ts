/** The noun a question asks for: "band" of "which band played", "salary" of "what is Ana's salary". A sentence that has nothing of it tells something else. */
import { wordSet } from "../corpus/languages.ts";
import { isEmpty } from "./chatter.ts";
import { isPeople } from "./people.ts";
import type { Term } from "./question-terms.ts";

interface NounRule {
  /** "Which", "what": the noun follows, or a copula and then the noun. */
  readonly openers: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  /** What cannot stand between "which" and its noun. */
  readonly auxiliaries: ReadonlySet<string>;
  /** What follows the noun of "what is the name of". */
  readonly links: ReadonlySet<string>;
  /** "Can I get the address of": who wants a thing says one of these before it. */
  readonly wanting: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Nouns that say what kind of answer is wanted; the answer itself need not say them. */
  readonly general: ReadonlySet<string>;
}

// without diacritics, as the questions' words are compared
const RULES: Readonly<Record<string, NounRule>> = {
  en: {
    openers: wordSet("which what whose what's whats"),
    copulas: wordSet("is are was were"),
    auxiliaries: wordSet(
      "is are was were do does did has have had will would can could should may might must of about if it they he she we you i this that these those there",
    ),
    links: wordSet("of for in at on by from to with between"),
    wanting: wordSet("get give need want have send know find tell show"),
    articles: wordSet("the a an"),
    general: wordSet(
      `two three four five several date day month year week weekend time moment period decade century figure figures number numbers
      amount sum total count percentage share rate ratio price cost size length height age range country country's land nation state
      city town place location site venue building hall room region area address website page platform network channel medium outlet newspaper paper
      publication magazine newsroom reporting publisher source company companies firm firms business corporation brand employer
      organisation organization organisations organizations group groups institution agency agencies body team person people
      individual individuals man woman men women guy guys kind kinds sort type types position stance view opinion purpose purposes
      reason reasons cause ground grounds basis chapter episode aspect detail details order sequence job role task duty capability
      capabilities function feature product products tool tools service technology language event happening festival gathering conference occasion action actions step steps measure
      condition thing things else good word words term terms phrase expression name title nickname slogan answer reaction response
      result outcome fact facts difference relation relationship connection link story background context question questions meant`,
    ),
  },
  sv: {
    openers: wordSet("vilken vilket vilka vems"),
    copulas: wordSet("ar var"),
    auxiliaries: wordSet(
      "ar var gor gjorde har hade ska skulle kan kunde blev vill ville fick det den de han hon vi ni du jag man",
    ),
    links: wordSet("for av pa i hos till fran med mellan"),
    wanting: wordSet("fa ge behover vill ha skicka veta hitta beratta visa"),
    articles: wordSet("en ett den det"),
    general: wordSet(
      `tva tre fyra fem flera datum dag dagar manad ar vecka tid tidpunkt period artionde siffra siffran antal summa belopp andel pris
      storlek langd hojd alder land stad plats ort stalle lokal byggnad hus sal sajt sida plattform natverk kanal medium tidning tidningar publikation
      kalla foretag bolag teknikbolag firma organisation organisationer grupp grupper myndighet myndigheter instans team sorts slags person
      personer manniskor individer man kvinna slag slags typ sort standpunkt hallning asikt syfte syften skal anledning orsak grund
      ordning foljd jobb roll uppgift uppgifter formaga funktion produkt produkter verktyg tjanst tjanster teknik sprak handelse
      festival konferens massa tillfalle atgard atgarder villkor sak saker annat ord term uttryck namn titel smeknamn svar reaktion
      resultat skillnad forhallande koppling bakgrund`,
    ),
  },
  es: {
    openers: wordSet("que cual cuales"),
    copulas: wordSet("es son era eran fue fueron"),
    auxiliaries: wordSet(
      "es son era eran fue fueron ha han habia habian hizo hace puede pueden se le les lo la los las",
    ),
    links: wordSet("de del en para por a con entre"),
    wanting: wordSet("dar dame necesito quiero tener enviar saber encontrar decir dime mostrar"),
    articles: wordSet("el la los las un una"),
    general: wordSet(
      `dos tres cuatro cinco varios fecha dia mes ano semana hora momento periodo decada siglo cifra cifras numero cantidad suma total
      porcentaje precio tamano longitud altura edad pais paises ciudad lugar sitio sede edificio sala local region zona pagina plataforma red social canal
      medio medios periodico diario publicacion fuente empresa empresas compania companias firma organizacion organizaciones grupo
      grupos agencia agencias institucion equipo persona personas gente individuos hombre mujer tipo clase postura posicion opinion
      proposito fin fines motivo motivos razon razones causa base orden trabajo puesto papel tarea capacidad funcion producto productos
      herramienta herramientas servicio servicios tecnologia idioma lengua evento festival conferencia ocasion accion medida medidas
      condicion cosa cosas palabra palabras termino expresion nombre titulo apodo respuesta reaccion resultado diferencia relacion`,
    ),
  },
};

/** Whether a folded word says what kind of answer is wanted, such as "month". */
export function isGeneralNoun(word: string, language: string): boolean {
  return RULES[language]?.general.has(word) ?? false;
}

/** Words from "which" to its noun, at most. */
const MOST_BEFORE = 3;
/** The same from "what is", with whose it is. */
const MOST_AFTER_COPULA = 8;

/**
 * The number of the term that is the noun asked for; -1 if there is none or it says only what kind of answer is wanted.
 * @param tokens the question's words, folded
 */
export function askedNounOf(tokens: readonly string[], language: string, terms: readonly Term[]): number {
  const rule = RULES[language];
  if (rule === undefined) return -1;
  const opener = tokens.findIndex((token) => rule.openers.has(token));
  if (opener < 0) return wantedNoun(tokens, rule, language, terms);
  const short = /['’]?s$/.test(tokens[opener] ?? "") && tokens[opener]?.startsWith("what") === true;
  const hasCopula = short || rule.copulas.has(tokens[opener + 1] ?? "");
  const from = opener + (hasCopula && !short ? 2 : 1);
  const noun = hasCopula
    ? nounAfterCopula(tokens, from, rule, language, terms)
    : nounAfter(tokens, from, rule, language, terms);
  return isGeneral(terms[noun], rule) || isOfGeneral(tokens, terms[noun], rule) ? -1 : noun;
}

/** What only says more of a noun: "Hawaiian-sounding word". */
const MODIFIER = /(?:ing|ed|ish|like|based)$/;

function isOfGeneral(tokens: readonly string[], term: Term | undefined, { general }: NounRule): boolean {
  const at = tokens.indexOf(term?.word ?? "");
  return at >= 0 && MODIFIER.test(tokens[at] ?? "") && general.has(tokens[at + 1] ?? "");
}

/** What is counted, in the words behind which it stands. */
const COUNTING: Readonly<Record<string, readonly string[]>> = {
  en: ["how many"],
  sv: ["hur manga"],
  es: ["cuantos", "cuantas"],
};

/** These are counted for what they stand for: "how many names did it have". */
const ANY_COUNTED = wordSet("names signatures ideas items namn underskrifter ideer nombres firmas ideas");

/**
 * The number of the term that is counted: "votes" of "how many votes did it get"; -1 if there is none, or it is people or a general one.
 * @param tokens the question's words, folded
 */
export function countedNounOf(tokens: readonly string[], language: string, terms: readonly Term[]): number {
  const rule = RULES[language];
  const counting = (COUNTING[language] ?? []).map((words) => words.split(" "));
  if (rule === undefined) return -1;
  for (let at = 0; at < tokens.length; at += 1) {
    const words = counting.find((each) => each.every((word, i) => tokens[at + i] === word));
    if (words === undefined) continue;
    const noun = nounAfter(tokens, at + words.length, rule, language, terms);
    const word = terms[noun]?.word ?? "";
    // "how many said so" counts those who did
    if (language === "en" && DONE.test(word)) return -1;
    return isGeneral(terms[noun], rule) || isPeople(word) || ANY_COUNTED.has(word) ? -1 : noun;
  }
  return -1;
}

// "which gruop" asks for a group
function isGeneral(term: Term | undefined, { general }: NounRule): boolean {
  return term !== undefined && [term.word, ...term.corrected].some((word) => general.has(word));
}

// "can I get the email address of Ana": what is wanted is named before whose it is
function wantedNoun(
  tokens: readonly string[],
  rule: NounRule,
  language: string,
  terms: readonly Term[],
): number {
  const wanting = tokens.findIndex((token) => rule.wanting.has(token));
  const from = tokens.findIndex((token, at) => at > wanting && rule.articles.has(token));
  if (wanting < 0 || from < 0 || from > wanting + MOST_BEFORE) return -1;
  const links = tokens.findIndex((token, at) => at > from && rule.links.has(token));
  if (links < 0) return -1;
  const noun = nounAfterCopula(tokens, from + 1, rule, language, terms);
  return isGeneral(terms[noun], rule) ? -1 : noun;
}

// a term may be a phrase: "email address"
function termAt(tokens: readonly string[], at: number, terms: readonly Term[]): number {
  return terms.findIndex(
    ({ word, named, number }) =>
      !named && !number && word.split(" ").every((part, i) => part === tokens[at + i]),
  );
}

function nounAfter(
  tokens: readonly string[],
  from: number,
  { auxiliaries }: NounRule,
  language: string,
  terms: readonly Term[],
): number {
  for (let at = from; at < Math.min(from + MOST_BEFORE, tokens.length); at += 1) {
    const token = tokens[at] ?? "";
    if (auxiliaries.has(token)) return -1;
    const number = termAt(tokens, at, terms);
    if (number >= 0 && !isEmpty(token, language)) return number;
  }
  return -1;
}

/**
 * The number of the term that other words say more of: "rule" of "what general rule about clients", where "general" stands first; -1 if
 * it is a general one, or there is none but the first.
 * @param tokens the question's words, folded
 * @param noun the number of the term that stands first
 */
export function headNounOf(
  tokens: readonly string[],
  language: string,
  terms: readonly Term[],
  noun: number,
): number {
  const rule = RULES[language];
  const from = tokens.indexOf(terms[noun]?.word ?? "");
  if (rule === undefined || language !== "en" || from < 0) return -1;
  const head = termAt(tokens, headOf(tokens, from, rule), terms);
  return head === noun || isGeneral(terms[head], rule) ? -1 : head;
}

/** "Which band played in Lund": what stands before "in" is no noun. */
const DONE =
  /ed$|^(?:sent|wrote|met|said|told|gave|took|left|quit|held|made|led|spoke|began|won|got|went|came)$/;

/** The place of the noun that the word at `from` says more of: "rule" of "what general rule about clients", told by what follows it. */
function headOf(tokens: readonly string[], from: number, { auxiliaries, links }: NounRule): number {
  const next = tokens[from + 1] ?? "";
  const behind = tokens[from + 2] ?? "";
  const isNoun = (links.has(behind) || auxiliaries.has(behind)) && !links.has(next) && !auxiliaries.has(next);
  return isNoun && !DONE.test(next) ? from + 1 : from;
}

// the last word before "of", or before the end: "the email address", "Ana's salary"
function nounAfterCopula(
  tokens: readonly string[],
  from: number,
  { articles, links, auxiliaries }: NounRule,
  language: string,
  terms: readonly Term[],
): number {
  let last = -1;
  for (let at = from; at < Math.min(from + MOST_AFTER_COPULA, tokens.length); at += 1) {
    const token = tokens[at] ?? "";
    if (links.has(token)) return last;
    if (auxiliaries.has(token)) return -1;
    // "what is Ana telling": what she does, and no noun
    const does = language === "en" && at > from && token.endsWith("ing");
    if (does && !articles.has(tokens[at - 1] ?? "")) return -1;
    // "the deadline Ana set"
    if (
      last >= 0 &&
      articles.has(tokens[from] ?? "") &&
      terms.some(({ word, name }) => name && word === token)
    )
      return last;
    const number = termAt(tokens, at, terms);
    if (number >= 0) {
      if (isEmpty(token, language)) return -1;
      last = number;
    }
    if (at === tokens.length - 1) return last;
  }
  return -1;
}
