/** Whether a message asks for work to be done, "write me a poem", instead of asking what sources say. */

const WORK: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[,;:.!?–—] ?|\b(?:then|now|please) )(?:please )?(?:(?:can|could|will|would) (?:you|u|ya) (?:please |kindly |also )?|(?:i|we) (?:need|want) you to |help (?:me|us) (?:to )?)?(?:write|draft|compose|book|order|buy|reserve|schedule|draw|paint|design|sing|generate|invent|bake|cook) (?:me|us|my|our|some|an?)\b(?! (?:question|source|quote))/u,
  sv: /(?:^|[,;:.!?–—] ?|\b(?:sedan|nu) )(?:(?:kan|kunde|skulle|vill) (?:du|ni) (?:kunna )?|hjalp mig att )?(?:skriv|skriva|boka|bestall|bestalla|kop|kopa|reservera|rita|mala|sjung|sjunga|hitta pa|dikta|formulera) (?:at )?(?:mig|oss|min|mitt|mina|en|ett|nagra)(?!\p{L})/u,
  de: /(?:^|[,;:.!?–—] ?)(?:(?:kannst|konntest|wurdest) du (?:mir |uns )?(?:bitte )?(?:ein\p{L}* |mein\p{L}* )(?:\p{L}+ ){1,5}(?:schreiben|buchen|bestellen|kaufen|malen|singen)|(?:schreib|buche?|bestelle?|kaufe?|male?|sing) (?:mir|uns|ein))(?!\p{L})/u,
  es: /(?:^|[,;:.!?¿–—] ?)(?:(?:puedes|podrias|quieres) (?:escribir|redactar|reservar|comprar|pedir|dibujar|inventar|cantar)(?:me|nos)? (?:un|una|mi|unos|unas)|(?:escribe|redacta|reserva|compra|dibuja|inventa|canta)(?:me|nos) )/u,
};

/** @param folded the question, cleaned and folded */
export function asksForWork(folded: string, language: string): boolean {
  return WORK[language]?.test(folded) ?? false;
}
