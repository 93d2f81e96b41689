/** What remains of a message once everything is gone that is not asked. */

const MENTION = /<@[^>]*>|^\s*@[\p{L}\p{N}_.-]+(?=\s)/gu;

/** What is no word of a question though it stands in it: where something stands on the web, and pictures by their names. */
const NO_WORDS = /<?\bhttps?:\/\/[^\s>]*>?|(?<![\p{L}\p{N}]):[a-z0-9_+-]+:(?![\p{L}\p{N}])/giu;
const MAY_BE_NO_WORD = /:\/\/|:[A-Za-z0-9_+-]+:/;

/** Printable characters of Western languages with single spaces between words: there is nothing in them to normalise, and no mention. */
const PLAIN = /^[!-?A-~¡¿À-ÿ‘’“”–—]+(?: [!-?A-~¡¿À-ÿ‘’“”–—]+)*$/;
const FORMAT = /\p{Cf}+/gu;
const CONTROL = /\p{C}+/gu;
const SMALL = /\p{Ll}/u;

/** Three words in capitals: somebody shouts, and they tell no names. */
const SHOUTED = /\p{Lu}\S*\s.*\p{Lu}\S*\s.*\p{Lu}/u;

/** What leads up to a question politely, before the word that asks: "can anyone tell me how many …". */
const LEADS: readonly RegExp[] = [
  /^(?:(?:hi|hey|hello|ok|okay|so|well|please|sorry|all|everyone|folks|team)\b[\s,!.:]*)*(?:(?:can|could|would|will|do|does) (?:you|u|anyone|anybody|someone|somebody)(?: (?:please|maybe|perhaps|happen to|here|by chance))* (?:know|tell (?:me|us)|remember|recall|say|explain|remind (?:me|us))|(?:please )?tell (?:me|us)|(?:i|we)(?:'d| would)? (?:want|need|like|love) to know|anyone know|any idea)[\s,:]+(?=(?:who|whose|whom|what|which|when|where|why|how)\b)/iu,
  /^(?:(?:hej|hejsan|ok|så|ursäkta)\b[\s,!.:]*)*(?:(?:vet|minns) (?:du|ni|någon|nån|man)|kan (?:du|ni|någon|nån) (?:säga|berätta|förklara)(?: för mig)?|(?:jag )?undrar|berätta(?: för mig)?)[\s,:]+(?=(?:vem|vems|vad|vilken|vilket|vilka|när|var|varför|hur)(?!\p{L}))/iu,
  /^(?:(?:hallo|ok|bitte)\b[\s,!.:]*)*(?:weißt? (?:du|ihr|jemand|man)|weiß jemand|kann (?:mir )?jemand (?:mir )?sagen|sag(?:t)? mir)[\s,:]+(?=(?:wer|wen|wem|wessen|wann|wo|warum|wieso|weshalb|wie|was|welche[rsnm]?)(?!\p{L}))/iu,
  /^(?:hola[\s,!.]*)?[¿\s]*(?:sabes?|sabéis|alguien sabe|(?:me )?puedes? decir(?:me)?|dime)[\s,:]+(?=(?:qui[eé]n(?:es)?|qu[eé]|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|por qu[eé]|c[oó]mo)(?!\p{L}))/iu,
];

/** How somebody would like to have the answer: "in one sentence", "as bullet points". */
const MANNER =
  /(?<![\s,;:–—(-])[\s,;:–—(-]+(?:(?:in|with|using) (?:just |only |at most )?(?:(?:one|a|an|two|three|few|\d|a (?:few|couple of)) )?(?:(?:short|simple|plain|quick|single|brief) )?(?:lines?|sentences?|nutshell|bullets?|bullet points?|paragraph|plain english|simple terms|a list)|as (?:a list|(?:short |quick )?bullet(?: point)?s)|in (?:short|brief)|tl;?dr|eli5|i (?:en|ett|två|några) (?:(?:kort|korta|enda) )?(?:rad|rader|mening|meningar|punkter)|i korthet|i punktform|(?:(?:we|i)(?:['’]m|['’]re| am| are)? (?:want|need|writing|asking|doing|making)(?: it| this| that| one)? )?for (?:a|an|my|our) (?:quick |short |little )?(?:flyer|flier|leaflet|poster|banner|zine|newsletter|timeline|press release|talking points?|fact ?sheet|slide|deck|blog post|handout|pamphlet|tweet|thread)|till (?:ett|vårt|mitt|en|vår|min) (?:flygblad|affisch|pressmeddelande|blad|nyhetsbrev|inlägg)|para (?:un|una|nuestro|nuestra|mi) (?:folleto|volante|cartel|pancarta|comunicado|boletín)|en (?:una|pocas|dos) (?:frase|frases|l[ií]neas?|palabras)|en resumen)\)?(?=[\s.?!]*(?:[,;]|$))/giu;

const TEXTS_EN =
  "(?:(?:all|any|both|five|various|different|news) )*(?:sources|articles|reports|outlets|papers|texts|accounts|media|stories)";
const TEXTS_SV = "(?:alla |de olika )?(?:källorna|artiklarna|texterna|tidningarna|medierna|uppgifterna)";
const TEXTS_ES = "(?:todas |todos )?(?:las fuentes|los artículos|los textos|los medios)";

/** Asks whether texts say the same of something: what each says of it answers. Where they differ, the answer shows it. */
const AGREE: readonly RegExp[] = [
  `^(?:so )?(?:do|does|did) (?:all |both )?(?:the |these |those |your |our )?${TEXTS_EN} (?:all |really |actually )?(?:agree|disagree|differ|conflict|contradict (?:each other|one another)|say the same(?: thing)?|tell the same story|match|line up)(?: with each other)? (?:on|about|over|as to|regarding|when it comes to|in) `,
  `^(?:where|how|on what) do (?:the |these |your )?${TEXTS_EN} (?:agree|disagree|differ|conflict) (?:on|about|over|as to|regarding) `,
  `^(?:are|is) (?:the |these |your )?${TEXTS_EN} (?:in agreement|consistent|unanimous|at odds|divided) (?:on|about|over|as to|regarding) `,
  `^(?:är|stämmer) ${TEXTS_SV} (?:överens|eniga|ense|oense|oeniga)(?: med varandra)? (?:om|kring|i fråga om|när det gäller) `,
  `^(?:skiljer sig ${TEXTS_SV}(?: åt)?|säger ${TEXTS_SV} (?:samma sak|olika saker)) (?:om|kring|när det gäller|i fråga om) `,
  `^[¿\\s]*(?:coinciden|están de acuerdo|difieren|se contradicen|discrepan) ${TEXTS_ES} (?:en|sobre|acerca de|respecto a) `,
].map((pattern) => new RegExp(pattern, "iu"));

const OPENINGS = [...LEADS, ...AGREE];

/** Says of a happening only that there was one. */
const TAKE_PLACE =
  /\s+(?:(?:take|takes|took|taken|taking) place|äg(?:a|er|de|t) rum|(?:tener|tiene|tuvo|tenía) lugar|statt(?:finden|gefunden|fand))(?!\p{L})/giu;

/** Behind a word that asks, merely how much one would like to know: "what on earth is". */
const EMPHASIS =
  /(?<=\b(?:what|who|whose|which|why|how|where|when) )(?:on earth|in the world|the (?:hell|heck|devil|fuck)) /giu;

/** How exactly one would like to have a number: a text says it, if it does, in words of its own. */
const ROUGHLY =
  /(?<!\p{L})(?:(?:just |exactly |precisely |roughly |approximately |about |around |approx\.? |like |so |in total )+(?=how (?:many|much)\b)|(?:ungefär |cirka |ca\.? |exakt |precis )+(?=hur (?:många|mycket))|(?:aproximadamente |exactamente |más o menos )+(?=cu[aá]nt))/giu;

/** "What rule do they want in future": that it is yet to come says nothing, and no name. */
const IN_FUTURE =
  /(?<=\S )(?:in (?:the )?future|going forward|from now on|i framtiden|framöver|en el futuro)(?!\p{L})/giu;

/** What the answer is needed for, behind a question. */
const NEEDED =
  /[,;–—-]\s*(?:(?:we|i)(?:'re| are|'m| am)? )?(?:need(?:ing)?|want(?:ing)?|trying|gotta|have) to (?:credit|cite|thank|quote|tag|mention|know|check|verify|share|explain|name|add|update|print|write)(?: (?:them|it|this|that|him|her|someone|somebody|people|our \p{L}+|the \p{L}+))?[\s.!]*$/iu;

/** Beside these "19m" is an amount of money, elsewhere it may be a height. */
const MONEY =
  "(?:[$€£]|worth|contract|deal|dollar|money|cost|paid|pay|donat|budget|värt|avtal|kontrakt|pengar|vale|contrato|dinero)";

/** Signs and short forms that people type for words: "what % of them", "acc. to the letter". "These days" is a way to say now. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:what|which|the|a) ?)%/giu, " percentage"],
  [/\bacc\.? to\b/giu, "according to"],
  [/\bthese days\b/giu, "today"],
  [/(?<=\s)w\/?(?=\s)/gu, "with"],
  [/(?<=\d)\s?(?:mn|mln|mio)(?![\p{L}\p{N}])/giu, " million"],
  [
    new RegExp(`(?<=${MONEY}.*\\d)m(?![\\p{L}\\p{N}])|(?<=\\d)m(?![\\p{L}\\p{N}])(?=.*${MONEY})`, "giu"),
    " million",
  ],
  [/(?<=(?<![\d.,])\d{1,3})k(?![\p{L}\p{N}])/giu, ",000"],
];

/**
 * What any of them matches in small letters. Most questions have nothing of it, which one look tells sooner than a dozen replacements;
 * and to make a pattern that tells no capitals apart takes the first question of a process milliseconds.
 */
const OPENED = new RegExp(OPENINGS.map(({ source }) => source).join("|"), "u");
const ADDED = new RegExp(
  [MANNER, TAKE_PLACE, EMPHASIS, ROUGHLY, IN_FUTURE, NEEDED].map(({ source }) => source).join("|"),
  "u",
);
const SHORT = /%|\bacc\b|\bthese days\b|\sw[\s/]|\d\s?[mk]/i;

function spelledOut(text: string): string {
  return SHORT.test(text) ? SHORTHAND.reduce((rest, [sign, word]) => rest.replace(sign, word), text) : text;
}

function normalised(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(FORMAT, "")
    .replace(CONTROL, " ")
    .replace(MENTION, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutManner(said: string, at: number): string {
  return at === 0 ? said : "";
}

function withoutLead(led: string): string {
  return led.includes("¿") ? "¿" : "";
}

/** The question without what is addressed to the bot: a mention in front, control characters, markup of a platform, shouting, politeness. */
export function cleanQuestion(text: string): string {
  const said = normalised(text);
  const words = MAY_BE_NO_WORD.test(said) ? said.replace(NO_WORDS, " ").replace(/\s+/gu, " ").trim() : said;
  const clean = spelledOut(words);
  const calm = !SMALL.test(clean) && SHOUTED.test(clean) ? clean.toLowerCase() : clean;
  let asked = ADDED.test(calm.toLowerCase())
    ? calm
        .replace(MANNER, withoutManner)
        .replace(TAKE_PLACE, "")
        .replace(EMPHASIS, "")
        .replace(ROUGHLY, "")
        .replace(IN_FUTURE, "")
        .replace(NEEDED, withoutManner)
    : calm;
  if (!OPENED.test(asked.toLowerCase())) return asked;
  for (const lead of OPENINGS) asked = asked.replace(lead, withoutLead);
  return asked;
}
