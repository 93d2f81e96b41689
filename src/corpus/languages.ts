/** What the analysis knows of each language: its stemmer, its closed-class words. Everything else is language-neutral. */
import { createRequire } from "node:module";
import { irregularForms } from "./irregular.ts";

/** How words of one language are reduced. */
export interface LanguageRules {
  readonly language: string;
  /** Reduces a lower-case word to its Snowball stem; the word itself where the language has no stemmer. */
  readonly stem: (word: string) => string;
  /** The base form of an irregular form, such as "buy" of "bought", as the stem is made of it; any other word itself. */
  readonly base: (word: string) => string;
  /** Whether a stem begins with its base form's first letter: not in a few languages. */
  readonly keepsOpening: boolean;
  /** Closed-class and question words, lower case: kept for positions, never searched for unless nothing else is left. */
  readonly stopWords: ReadonlySet<string>;
}

// The stemmer package names its modules in English; loaded when first needed, since most corpora need two of them.
const MODULES: Readonly<Record<string, string>> = {
  ar: "arabic",
  bg: "bulgarian",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "indian",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  uk: "ukrainian",
};

const CLOSED_CLASS: Readonly<Record<string, string>> = {
  en: `a an the and or but if nor so yet of in on at by to from with without within for about into onto upon over under after before
    between among against during through per via as than that this these those there here it its it's he him his she her hers they
    them their theirs we us our ours you your yours i me my mine who whom whose which what when where why how is are was were be been
    being am do does did done doing has have had having will would shall should can could may might must not no n't isn't aren't
    wasn't weren't don't doesn't didn't hasn't haven't won't can't couldn't wouldn't shouldn't i'm i've what's who's where's that's
    there's let's whos whats wheres whens hows ive im id also just very too only own same such both each any some all more most other another then now while because until
    whether up down out off again further once ever s t w u please many much else besides
    myself yourself himself herself itself ourselves themselves everyone everybody everything nobody nothing`,
  sv: `och eller men om att som än så utan för av i på till från med vid under över efter innan före mellan mot genom hos åt ur inom
    utom en ett den det de dem denna detta dessa där här då nu när var vart hur varför vad vem vems vilken vilket vilka jag mig min
    mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni er ert era sin sitt sina sig man deras dess
    är var varit vara blir blev bli blivit har hade ha haft ska skall skulle kan kunde kunna må måste får fick få inte ej icke ju
    också bara mycket många mer mest någon något några ingen inget inga all allt alla samma sådan sådant sådana både varje annan
    annat andra sedan ut upp ner in bort tack snälla gör gjorde göra medan enligt eftersom tills redan liksom bland ändå därför hela`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber wenn ob als wie dass daß so zu zum zur von vom in im
    ins an am auf aus bei beim mit nach seit über unter um für gegen durch ohne bis zwischen vor hinter neben während wegen er sie es
    ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines wir uns unser unsere ich mich mir mein meine du
    dich dir dein deine man sich wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb
    wie ist sind war waren wird werden wurde wurden worden sei bin bist hat haben hatte hatten habe kann können konnte konnten muss
    müssen soll sollen sollte will wollen darf dürfen mag nicht kein keine keinen keinem keiner auch nur noch schon sehr da dort hier
    dann dieser diese dieses diesen diesem jener jene jenes jeder jede jedes alle allem allen aller mehr viel viele vielen wieviel
    etwa doch ja bitte denn weil nun es selbst`,
  es: `el la los las lo un una unos unas y e o u pero si que qué como cómo cuando cuándo donde dónde adónde quien quién quienes
    quiénes cual cuál cuales cuáles cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas por porque para con sin de del a al en
    entre sobre bajo tras desde hasta hacia contra durante según se su sus mi mis tu tus nos nuestro nuestra le les me te yo tú él
    ella ello ellos ellas nosotros usted ustedes este esta esto estos estas ese esa eso esos esas aquel aquella aquellos aquellas es
    son era eran fue fueron ser sido siendo está están estaba estaban estar ha han había habían haber he hay tiene tienen tenía tener
    hace hizo hacer puede pueden no ni ya muy más menos también sólo solo tan tanto todo toda todos todas otro otra otros otras mismo
    misma cada algún alguno alguna algunos algunas ningún ninguno ninguna`,
};

const require = createRequire(import.meta.url);

/** The words of a list, however it is broken into lines. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

// Long published lists hold content words; of those only the short words are closed-class.
const LONGEST_CLOSED_CLASS_WORD = 7;

function publishedStopWords(module: string): ReadonlySet<string> {
  const loaded: unknown = require(`@orama/stopwords/${module}`);
  const list = (loaded as { stopwords: readonly string[] }).stopwords; // the package's own declared shape
  return new Set(list.filter((word) => word.length <= LONGEST_CLOSED_CLASS_WORD));
}

// the stemmer leaves the definite form of neuter nouns as it is: kontraktet, företaget
const NEUTER_DEFINITE = /(?<=^\p{L}{4,})ets?$/u;

function withoutNeuterEnding(word: string): string {
  // most words do not end so, which is told sooner
  return word.endsWith("et") || word.endsWith("ets") ? word.replace(NEUTER_DEFINITE, "") : word;
}

function withEndings(language: string, stemmer: (word: string) => string): (word: string) => string {
  return language === "sv" ? (word) => stemmer(withoutNeuterEnding(word)) : stemmer;
}

/** Languages whose stemmers take something off in front, or leave no more than a word's end of some. */
const OPENED_OTHERWISE: ReadonlySet<string> = new Set(["ar", "id", "ga", "ta", "tr"]);

function stemmerOf(module: string): (word: string) => string {
  const loaded: unknown = require(`@orama/stemmers/${module}`);
  return (loaded as { stemmer: (word: string) => string }).stemmer; // the package's own declared shape
}

function loadRules(language: string): LanguageRules {
  const module = MODULES[language];
  const own = CLOSED_CLASS[language];
  const irregular = irregularForms(language);
  const base = (word: string) => irregular.get(word) ?? word;
  const keepsOpening = !OPENED_OTHERWISE.has(language);
  if (module === undefined)
    return { language, stem: (word) => word, base, keepsOpening: true, stopWords: new Set() };
  // loaded at the first word: of most languages only the closed-class words are ever asked for
  let loaded: ((word: string) => string) | undefined;
  const stem = (word: string) => {
    loaded ??= withEndings(language, stemmerOf(module));
    return loaded(base(word));
  };
  return {
    language,
    stem,
    base,
    keepsOpening,
    stopWords: own === undefined ? publishedStopWords(module) : wordSet(own),
  };
}

/** The primary subtag in lower case: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag.toLowerCase();
}

/** Rules by language tag, each loaded when first asked for and then kept. */
export function createLanguages(): (tag: string) => LanguageRules {
  const loaded = new Map<string, LanguageRules>();
  return (tag) => {
    const asked = loaded.get(tag);
    if (asked !== undefined) return asked;
    const language = primaryLanguage(tag);
    const rules = loaded.get(language) ?? loadRules(language);
    loaded.set(language, rules);
    return rules;
  };
}

/** Languages we have wording for: a question may be in one of them whatever the corpus holds. */
export const WORDED: readonly string[] = ["en", "sv", "es"];
