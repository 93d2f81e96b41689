/** Words of conversation: how people lead up to a question. Passed over where the corpus does not have them. */
import { wordSet } from "../corpus/languages.ts";

const WORDS: Readonly<Record<string, string>> = {
  en: `hey hi hello dear thanks thank ok okay pls plz yo guys folks anyone anybody someone somebody something somewhere anything stuff
    thing things etc remember recall recalled forget forgot reading read heard hear saw seen telling told tell said say ask asking
    wonder wondering wondered curious know knew think thought guess believe suppose sure maybe perhaps really actually basically
    exactly precisely roughly kinda sorta kind sort lot bit ago yesterday today recently lately friend colleague mate boss quick
    quickly question answer answers help find look looking need want give show explain list describe name summarize summarise
    confirm define ignore corpus bit previous instructions system prompt sources source article articles according mean meaning means called well alone
    anyway anyways nah yeah yep yup nope smth sth lol btw fyi hang wait folks exact honestly plus docs besides beyond`,
  sv: `hej hejsan tack snälla ok okej någon något nånting nåt grej grejer sak saker minns kommer ihåg läste läst hörde hört såg berätta
    berättade säg sa undrar undrade nyfiken vet tror tänkte gissar säker kanske egentligen precis exakt ungefär typ liksom igår idag
    nyligen vän kollega kompis fråga svar hjälp hitta visa förklara lista beskriv ge betyder betyda heter kallas grund vänta alltså förresten`,
  de: `hallo danke bitte ok okay jemand etwas irgendwo sache sachen zeug erinnere gelesen gehört gesehen erzähl erzähle sag sage frage
    neugierig weiß glaube denke wohl vielleicht eigentlich genau ungefähr gestern heute neulich freund kollege antwort hilfe finde
    zeige erkläre liste beschreibe nenne gib bedeutet heißt`,
  es: `hola gracias favor ok vale alguien algo cosa cosas recuerdo leí leído oí oído vi dime decir dígame pregunto pregunta sabe saber
    sabes creo pienso supongo seguro quizás tal vez realmente exactamente aproximadamente ayer hoy amigo amiga colega respuesta ayuda
    encontrar muestra explica lista describe significa llama`,
};

/** Words that carry little of a question's meaning: light verbs, adverbs, words for things in general. */
const LIGHT: Readonly<Record<string, string>> = {
  en: `get gets got getting going gonna make made makes put set sets come comes came go goes went take takes took give gives gave keep kept let
    become became seem seems happen happened happens literally really actually exactly currently already ever even right correct true
    view opinion case fact point way ways matter issue part side thing things kind sort type example different various certain
    several around outside inside apart besides concerning regarding according due able use used using based
    trying try tried ought whatever whoever help helps helped react reacts see sees seen main first original new old also piece text call called known main major particular specific involved related line word words sentence brief briefly short shortly whole one ones concretely manage manages managed meant supposed`,
  sv: `få fick se ser såg höll håller ge gav ta tog tagit göra gjorde komma kom gå gick hålla ställa ställde sätta satte lägga lade bli blev hända hände
    ägde rum äga ställning ort egentligen faktiskt exakt redan ens rätt sant fall sätt sak del slags typ olika vissa visst enligt angående gällande
    försökte försöka handlar handla använda används använder första nya gamla kallas kallades känd främst fel ställe lyckas lyckades lyckats tänkt tänkte
    får fått sett gör gjort görs gjordes kommer kommit hållit hölls hålls ger gett givit tar står stod stått finns fanns
    vill ville velat vilja blir blivit lägger lagt sätter ställer ställt sker skett känner kände känt bakom stora händer hänt gäller gällde inträffar inträffade inträffat`,
  es: `dar dio dan ver ve tomar tomó hacer hizo poner puso ir fue llegar llegó quedar realmente exactamente ya caso hecho manera parte lado
    tipo clase ejemplo distinto diferente varios cierto según respecto relación usar usa usado utilizar primera primero nuevo nueva
    iba iban haciendo estaba pusieron puesto llamado conocida conocido principal ver veían veía logra logró lograron lograr
    da dado dieron ven vio vieron visto tomaron toma hace hacen hicieron hacía hacían pone ponen va van ido llegaron llega queda
    usan usó usaron querer quiere quieren quiso quisieron quería querían pasó pasa pasaron pasado está están detrás grandes`,
  de: `bekommen bekam geben gab nehmen nahm machen machte kommen kam gehen ging stellen stellte setzen setzte legen eigentlich
    tatsächlich genau bereits richtig wahr fall weise sache teil art verschiedene bestimmte laut bezüglich verwenden verwendet nutzen
    genutzt erste ersten neue neuen alte genannt bekannt wichtigste gelang gelungen`,
};

/** Further words that are no deed and no noun asked for, but weigh what others do. */
const EMPTY: Readonly<Record<string, string>> = {
  en: `given giving taken taking done doing has putting stand stands stood feel feels felt look looks looked looking like
    behind big bigger biggest huge famous ready willing able likely fall falls fell occur occurs occurred`,
  de: `bekamen gibt gaben gegeben nimmt nahmen genommen macht machten gemacht kommt kamen gekommen geht gingen gegangen
    stellten stellt setzten legte legten legt steht stand standen will wollte wollten hinter große`,
};

const sets = (lists: Readonly<Record<string, string>>) =>
  new Map(Object.entries(lists).map(([language, list]) => [language, wordSet(list)]));
const chatter = sets(WORDS);
const light = sets(LIGHT);
const empty = sets(EMPTY);

/** Whether a word, in lower case, merely leads up to a question in this language. */
export function isChatter(word: string, language: string): boolean {
  return chatter.get(language)?.has(word) ?? false;
}

/** Whether a word, in lower case, carries little of a question's meaning in this language. */
export function isLight(word: string, language: string): boolean {
  return light.get(language)?.has(word) ?? false;
}

/** Whether a word, in lower case, is neither a deed nor a noun that anybody asks for in this language. */
export function isEmpty(word: string, language: string): boolean {
  return isLight(word, language) || (empty.get(language)?.has(word) ?? false);
}
