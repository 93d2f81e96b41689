/** Words of conversation: how people lead up to a question. Passed over where the corpus does not have them. */

const WORDS: Readonly<Record<string, string>> = {
  en: `hey hi hello dear thanks thank ok okay pls plz yo guys folks anyone anybody someone somebody something somewhere anything stuff
    thing things etc remember recall recalled forget forgot reading read heard hear saw seen telling told tell said say ask asking
    wonder wondering wondered curious know knew think thought guess believe suppose sure maybe perhaps really actually basically
    exactly precisely roughly kinda sorta kind sort lot bit ago yesterday today recently lately friend colleague mate boss quick
    quickly question answer answers help find look looking need want give show explain list describe name summarize summarise
    confirm ignore previous instructions system prompt sources source article articles according mean meaning means called`,
  sv: `hej hejsan tack snälla ok okej någon något nånting nåt grej grejer sak saker minns kommer ihåg läste läst hörde hört såg berätta
    berättade säg sa undrar undrade nyfiken vet tror tänkte gissar säker kanske egentligen precis exakt ungefär typ liksom igår idag
    nyligen vän kollega kompis fråga svar hjälp hitta visa förklara lista beskriv ge betyder betyda heter kallas`,
  de: `hallo danke bitte ok okay jemand etwas irgendwo sache sachen zeug erinnere gelesen gehört gesehen erzähl erzähle sag sage frage
    neugierig weiß glaube denke wohl vielleicht eigentlich genau ungefähr gestern heute neulich freund kollege antwort hilfe finde
    zeige erkläre liste beschreibe nenne gib bedeutet heißt`,
  es: `hola gracias favor ok vale alguien algo cosa cosas recuerdo leí leído oí oído vi dime decir dígame pregunto pregunta sabe saber
    sabes creo pienso supongo seguro quizás tal vez realmente exactamente aproximadamente ayer hoy amigo amiga colega respuesta ayuda
    encontrar muestra explica lista describe significa llama`,
};

const sets = new Map(Object.entries(WORDS).map(([language, list]) => [language, new Set(list.split(/\s+/))]));

/** Whether a word, in lower case, merely leads up to a question in this language. */
export function isChatter(word: string, language: string): boolean {
  return sets.get(language)?.has(word) ?? false;
}
