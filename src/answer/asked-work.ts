/** Whether a message asks for work to be done or for advice, "write me a poem", "how do I leak an email", instead of asking what sources say. */

const WORK: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[,;:.!?–—] ?|\b(?:then|now|please) )(?:please )?(?:(?:can|could|will|would) (?:you|u|ya) (?:please |kindly |also )?|(?:i|we) (?:need|want) you to |help (?:me|us) (?:to )?)?(?:write|draft|compose|book|order|buy|reserve|schedule|draw|paint|design|sing|generate|invent|bake|cook) (?:me|us|my|our|some|an?)\b(?! (?:question|source|quote))/u,
  sv: /(?:^|[,;:.!?–—] ?|\b(?:sedan|nu) )(?:(?:kan|kunde|skulle|vill) (?:du|ni) (?:kunna )?|hjalp mig att )?(?:skriv|skriva|boka|bestall|bestalla|kop|kopa|reservera|rita|mala|sjung|sjunga|hitta pa|dikta|formulera) (?:at )?(?:mig|oss|min|mitt|mina|en|ett|nagra)(?!\p{L})/u,
  de: /(?:^|[,;:.!?–—] ?)(?:(?:kannst|konntest|wurdest) du (?:mir |uns )?(?:bitte )?(?:ein\p{L}* |mein\p{L}* )(?:\p{L}+ ){1,5}(?:schreiben|buchen|bestellen|kaufen|malen|singen)|(?:schreib|buche?|bestelle?|kaufe?|male?|sing) (?:mir|uns|ein))(?!\p{L})/u,
  es: /(?:^|[,;:.!?¿–—] ?)(?:(?:puedes|podrias|quieres) (?:escribir|redactar|reservar|comprar|pedir|dibujar|inventar|cantar)(?:me|nos)? (?:un|una|mi|unos|unas)|(?:escribe|redacta|reserva|compra|dibuja|inventa|canta)(?:me|nos) )/u,
};

/** What people want to do, "how do I leak an email", or whether they may. Whoever would merely like to have, know or tell something asks what sources say. */
const ADVICE: Readonly<Record<string, RegExp>> = {
  en: /^(?:so |and )?(?:how (?:do|can|could|should|would|might) (?:i|we|one)|(?:can|could|should) (?:i|we)) (?:\w+ly |still |best )?(?:contact|reach|set up|pass on|stay|remain|get (?:in touch|hold of|my|our)|write (?:to|an?)|send|donate|give|pay|support|leak|organi[sz]e|start|join|sign|convince|persuade|protect|protest|strike|quit|resign|sue|hide|speak|talk)\b|^(?:is it|would it be|am i|are we) (?:legal|illegal|allowed|permitted|safe|a breach|against the law)\b/,
  sv: /^(?:sa )?(?:hur (?:kontaktar|skriver|lacker|organiserar|overtygar) (?:jag|vi|man)|(?:hur )?(?:kan|ska|bor) (?:jag|vi|man) (?:kontakta|na|donera|swisha|skanka|stodja|lacka|overtyga|organisera|starta|skriva (?:till|under|ett)|strejka))(?!\p{L})|^ar det (?:lagligt|olagligt|tillatet)(?!\p{L})/u,
  es: /^[¿\s]*(?:como (?:contacto|convenzo|filtro|escribo|organizo)|(?:como )?(?:puedo|podemos|debo|debemos|se puede) (?:contactar|escribir|donar|filtrar|convencer|unir(?:me|nos)|organizar|firmar|apoyar)|es (?:legal|ilegal))\b/,
};

/** @param folded the question, cleaned and folded */
export function asksForWork(folded: string, language: string): boolean {
  return WORK[language]?.test(folded) === true || ADVICE[language]?.test(folded) === true;
}
