/** Whether a message asks for work to be done or for advice, "write me a poem", "how do I leak an email", instead of asking what sources say. */

const WORK: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[,;:.!?–—] ?|\b(?:then|now|please) )(?:please )?(?:(?:can|could|will|would) (?:you|u|ya) (?:please |kindly |also )?|(?:i|we) (?:need|want) you to |help (?:me|us) (?:to )?)?(?:write|draft|compose|book|order|buy|reserve|schedule|draw|paint|design|sing|generate|invent|bake|cook) (?:me|us|my|our|some|an?)\b(?! (?:question|source|quote))/u,
  sv: /(?:^|[,;:.!?–—] ?|\b(?:sedan|nu) )(?:(?:kan|kunde|skulle|vill) (?:du|ni) (?:kunna )?|hjalp mig att )?(?:skriv|skriva|boka|bestall|bestalla|kop|kopa|reservera|rita|mala|sjung|sjunga|hitta pa|dikta|formulera) (?:at )?(?:mig|oss|min|mitt|mina|en|ett|nagra)(?!\p{L})/u,
  de: /(?:^|[,;:.!?–—] ?)(?:(?:kannst|konntest|wurdest) du (?:mir |uns )?(?:bitte )?(?:ein\p{L}* |mein\p{L}* )(?:\p{L}+ ){1,5}(?:schreiben|buchen|bestellen|kaufen|malen|singen)|(?:schreib|buche?|bestelle?|kaufe?|male?|sing) (?:mir|uns|ein))(?!\p{L})/u,
  es: /(?:^|[,;:.!?¿–—] ?)(?:(?:puedes|podrias|quieres) (?:escribir|redactar|reservar|comprar|pedir|dibujar|inventar|cantar)(?:me|nos)? (?:un|una|mi|unos|unas)|(?:escribe|redacta|reserva|compra|dibuja|inventa|canta)(?:me|nos) )/u,
};

/** Whoever asks so wants advice on what to do: "how do I leak an email". How one knows a thing, and what one may say of it, sources tell. */
const ADVICE: Readonly<Record<string, RegExp>> = {
  en: /^(?:so |and )?(?:how (?:do|can|could|should|would|might) (?:i|we|one)|(?:can|could|should) (?:i|we)) (?!(?:\w+ly )?(?:know|say|claim|quote|tell|state|write|assume|trust|cite|believe|find|be sure)\b)/,
  sv: /^(?:sa )?(?:hur (?:kan|ska|bor|gor|kontaktar|skriver) (?:jag|vi|man)|(?:kan|ska|bor) (?:jag|vi|man)) (?!(?:veta|saga|pasta|citera|lita|tro|skriva|lasa)\b)/,
  de: /^wie (?:kann|soll|konnte) (?:ich|man)\b|^(?:kann|soll|darf) (?:ich|man)\b/,
  es: /^[¿\s]*como (?:puedo|podemos|debo|debemos|se puede|contacto|convenzo|filtro|escribo)\b|^[¿\s]*(?:puedo|podemos|debo|debemos) (?!(?:decir|afirmar|citar|confiar)\b)/,
};

/** @param folded the question, cleaned and folded */
export function asksForWork(folded: string, language: string): boolean {
  return WORK[language]?.test(folded) === true || ADVICE[language]?.test(folded) === true;
}
