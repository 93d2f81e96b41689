/** Saying something: the words by which a question asks for it, and by which a text tells it. */
import { wordSet } from "../corpus/languages.ts";
import { fold } from "../corpus/terms.ts";

/** Words as they are and folded: questions are read in small letters, texts are folded. */
function eitherSet(list: string): ReadonlySet<string> {
  const words = wordSet(list);
  return new Set([...words, ...[...words].map(fold)]);
}

const SPEECH: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    `say says said tell tells told reply replies replied respond responds responded answer answers answered comment commented promise
    promised state stated announce announced write wrote written speak speaks spoke spoken talk talks talked mention mentioned describe
    described post posted tweet tweeted think thinks thought`,
  ),
  sv: eitherSet(
    `säga säger sa sade sagt svara svarar svarade svarat berätta berättade lova lovade lovat skriva skriver skrev skrivit kommentera
    kommenterade tycka tycker tyckte tyckt mena menar menade anse anser ansåg tala talar talade nämna nämnde beskriva beskrev`,
  ),
  de: eitherSet(
    "sagen sagt sagte gesagt antworten antwortete geantwortet versprach versprochen schrieb geschrieben",
  ),
  es: eitherSet(
    `decir dice dicen decía decían dijo dijeron dicho responder responde respondió respondieron contestar contestó prometer prometió escribir escribió
    escribieron comentar comentó hablar habló hablaron opinar opinó opina mencionar mencionó describir describió`,
  ),
};

/** Whether a word, in small letters, says that somebody said something: to put words into somebody's mouth is the worst slip. */
export function isSpeech(word: string, language: string): boolean {
  return SPEECH[language]?.has(word) ?? false;
}

/** "Sade upp avtalet": with its particle the verb says nothing. */
const SPEECHLESS: Readonly<Record<string, RegExp>> = {
  sv: /(?<!\p{L})(?:säg(?:a|er)|sade?|sagt|skr(?:iva|iver|ev|ivit)) (?:\p{L}+ ){0,3}(?:upp|under|på(?! \p{Lu}))(?!\p{L})/u,
  de: /(?<!\p{L})sag(?:t|te|ten) (?:\p{L}+ ){0,6}(?:ab|zu)(?!\p{L})/iu,
};

/** Whether the deed a question asks about, folded, is that somebody said something. */
export function asksForSpeech(question: string, deed: string, language: string): boolean {
  return isSpeech(deed, language) && SPEECHLESS[language]?.test(question) !== true;
}

/** To answer somebody is more than to say something. */
const REPLYING = eitherSet(
  `reply replies replied respond responds responded answer answers answered comment commented promise promised
  svara svarar svarade svarat kommentera kommenterade lova lovade lovat antworten antwortete geantwortet versprach versprochen
  responder responde respondió respondieron contestar contestó prometer prometió comentar comentó`,
);

const WRITING = wordSet(
  `write writes wrote written post posts posted tweet tweets tweeted skriva skriver skrev skrivit schreiben schrieb geschrieben
  escribir escribe escribio escribieron`,
);

/** Whether a word of a question, folded, asks for who wrote something: to have said something in it is not enough. */
export function isWriting(word: string): boolean {
  return WRITING.has(word);
}

/** Other words by which texts tell that somebody said something: "drew attention to", "called for", "recalled". */
const UTTERING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    `drew described called argued asked demanded urged warned doubted held maintained criticised criticized condemned accused explained
    put recalled introduced confirmed presented refused according added posted reported complained published printed`,
  ),
  sv: eitherSet(
    "kallade fördömt fördömde hävdade krävde uppmanade varnade förklarade påminde tillade enligt anklagade bekräftade bad",
  ),
  de: eitherSet("nannte forderte erklärte warnte kritisierte behauptete laut bestätigte"),
  es: eitherSet("llamó exigió pidió advirtió explicó criticó condenó según añadió afirmó"),
};

/** Whether a word of a text, folded, tells that somebody said something, by the word that a question has for it. */
export function isUtterance(word: string, language: string, asked: string): boolean {
  return isSpeech(word, language) || (!REPLYING.has(asked) && UTTERING[language]?.has(word) === true);
}
