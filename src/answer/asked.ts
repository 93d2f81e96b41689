/** What kind of answer a question asks for, from its question words. A table a language; anything else is language-neutral. */

/** `amount` is how many and how much; `meaning` what an abbreviation stands for; `thing` is what and which; `other` is a keyword list or a language without a table. */
export type AskedFor =
  | "who"
  | "when"
  | "where"
  | "amount"
  | "why"
  | "how"
  | "meaning"
  | "thing"
  | "yes-no"
  | "other";

interface AskedTable {
  /** Tried in order, each at the earliest place in the question. */
  readonly patterns: readonly (readonly [AskedFor, RegExp])[];
  /** A question that opens so is answered by yes or no. */
  readonly opensYesNo: RegExp | undefined;
}

const EN: AskedTable = {
  patterns: [
    [
      "amount",
      /\bhow many (?:people|persons|folks)\b|\bhow (?:many|much|long|old|far|tall|high|large|big|often|fast|deep|wide|heavy|hot|cold)\b|\b(?:what|which) (?:\w+ )?(?:amount|number|percentage|percent|proportion|fraction|share|sum|price|cost|size|total|population|age|height|length|value|rate|temperature|distance|ratio)\b|\bamount\b|\bworth\b|\b(?:population|percentage|proportion|number of)\b/,
    ],
    [
      "when",
      /\bwhen\b|\b(?:what|which|in what|in which) (?:\w+ )?(?:year|date|day|month|century|decade|time|era|season|period|weekday)\b/,
    ],
    [
      "where",
      /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:city|country|place|state|town|location|region|continent|venue|site|county|province|village|river|street|area)\b/,
    ],
    [
      "who",
      /\bwho(?:m|se|s)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|man|woman|group|groups|company|companies|firm|organi[sz]ation|organi[sz]ations|team|artist|author|president|king|outlet|newspaper|agency|leader|actor|player|singer|scientist|employer|ceo)\b/,
    ],
    [
      "why",
      /\bwhy\b|\bfor what reason\b|\b(?:what|which) (?:\w+ )?(?:reason|cause|purpose|motive)s?\b|\bwhat caused\b/,
    ],
    ["how", /\bhow\b/],
    ["thing", /\bwhat\b|\bwhich\b/],
  ],
  opensYesNo: /^(?:and |so |but )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b/,
};

const SV: AskedTable = {
  patterns: [
    [
      "amount",
      /\bhur många (?:personer|människor)\b|\bhur (?:många|mycket|lång|långt|länge|gammal|gammalt|stor|stort|stora|hög|högt|ofta|tung|djup|bred)\b|\b(?:vilket|vilken|vad är) (?:\w+ )?(?:antal|summa|belopp|andel|pris|kostnad|storlek|ålder|höjd|längd|värde)\b|\bvad kostar\b|\bvärt\b|\bvärd\b/,
    ],
    [
      "when",
      /\bnär\b|\b(?:vilket|vilken|vilka) (?:\w+ )?(?:år|datum|dag|dagar|månad|århundrade|årtionde|tid|tidpunkt)\b/,
    ],
    [
      "where",
      /\bvar\b|\bvart\b|\bvarifrån\b|\b(?:vilken|vilket|vilka) (?:\w+ )?(?:stad|land|plats|ort|region|stat|kontinent|område|gata|flod)\b/,
    ],
    [
      "who",
      /\bvem\b|\bvilka är\b|\bvems\b|\b(?:vilken|vilket|vilka) (?:\w+ )?(?:person|personer|grupp|grupper|företag|organisation|organisationer|myndighet|tidning|bolag|man|kvinna|lag|artist|konstnär|författare|ledare|chef|vd)\b/,
    ],
    ["why", /\bvarför\b|\bav vilken anledning\b/],
    ["how", /\bhur\b/],
    ["thing", /\bvad\b|\bvilken\b|\bvilket\b|\bvilka\b/],
  ],
  opensYesNo:
    /^(?:och |så |men )?(?:är|var|har|hade|kan|kommer|ska|skulle|får|måste|gick|blev|finns|behöver)\b/,
};

const DE: AskedTable = {
  patterns: [
    [
      "amount",
      /\bwie ?vielen? (?:personen|menschen|leute)\b|\bwie ?(?:viele?n?|viel|lange?|alt|hoch|weit|groß|oft|tief|breit|schwer|schnell)\b|\b(?:welche[rsnm]?|was ist) (?:\w+ )?(?:anzahl|zahl|summe|betrag|anteil|preis|größe|alter|höhe|länge|wert|prozentsatz|menge)\b/,
    ],
    [
      "when",
      /\bwann\b|\b(?:welche[rsnm]?) (?:\w+ )?(?:jahre?s?|datum|tage?|monate?|jahrhunderts?|jahrzehnts?|zeit|zeitpunkt)\b/,
    ],
    [
      "where",
      /\bwo\b|\bwoher\b|\bwohin\b|\bwelche[rsnm]? (?:\w+ )?(?:stadt|land|ort|region|staat|kontinent|gebiet|straße|fluss)\b/,
    ],
    [
      "who",
      /\bwe[rnm]\b|\bwessen\b|\bwelche[rsnm]? (?:\w+ )?(?:person|personen|gruppe|gruppen|firma|unternehmen|organisation|behörde|zeitung|mann|frau|mannschaft|team|künstler|autor|spieler)\b/,
    ],
    ["why", /\bwarum\b|\bwieso\b|\bweshalb\b|\baus welchem grund\b/],
    ["how", /\bwie\b/],
    ["thing", /\bwas\b|\bwelche[rsnm]?\b/],
  ],
  opensYesNo: /^(?:und |aber )?(?:ist|sind|war|waren|hat|haben|hatte|kann|wird|wurde|darf|muss|soll)\b/,
};

const ES: AskedTable = {
  patterns: [
    [
      "amount",
      /\bcuantas personas\b|\bcuant[oa]s?\b|\bque (?:\w+ )?(?:cantidad|numero|porcentaje|proporcion|precio|edad|altura|longitud|monto)|\bque valor (?:tiene|tenia|tuvo)\b/,
    ],
    ["when", /\bcuando\b|\b(?:que|cual) (?:\w+ )?(?:ano|fecha|dia|mes|siglo|decada|epoca)\b/],
    [
      "where",
      /\bdonde\b|\badonde\b|\bque (?:\w+ )?(?:ciudad|pais|lugar|estado|region|continente|sitio|rio|calle)\b/,
    ],
    [
      "who",
      /\bquien(?:es)?\b|\bque (?:\w+ )?(?:persona|grupo|grupos|empresa|compania|organizacion|equipo|artista|autor|presidente|rey|periodico|medio|agencia)\b/,
    ],
    ["why", /\bpor que\b|\ba que se debe\b/],
    ["how", /\bcomo\b/],
    ["thing", /\bque\b|\bcual(?:es)?\b/],
  ],
  opensYesNo: undefined,
};

/** Question words of further languages, folded; only the kinds that a number, a name or a date can answer. */
const FURTHER: Readonly<Record<string, AskedTable["patterns"]>> = {
  fr: [
    ["amount", /\bcombien\b/],
    ["when", /\bquand\b|\bquelle (?:annee|date)\b|\bquel (?:jour|mois|siecle)\b/],
    ["where", /\bou\b|\bquel(?:le)? (?:ville|pays|lieu)\b/],
    ["who", /\bqui\b/],
    ["why", /\bpourquoi\b/],
    ["how", /\bcomment\b/],
    ["thing", /\bquel/],
  ],
  it: [
    ["amount", /\bquant[oaie]\b/],
    ["when", /\bquando\b|\bche anno\b/],
    ["where", /\bdove\b/],
    ["who", /\bchi\b/],
    ["why", /\bperche\b/],
    ["how", /\bcome\b/],
    ["thing", /\bche\b|\bqual/],
  ],
  pt: [
    ["amount", /\bquant[oa]s?\b/],
    ["when", /\bquando\b|\bque ano\b/],
    ["where", /\bonde\b/],
    ["who", /\bquem\b/],
    ["why", /\bpor ?que\b/],
    ["how", /\bcomo\b/],
    ["thing", /\bque\b|\bqual/],
  ],
  ro: [
    ["amount", /\bcat[aie]?\b|\bcate\b|\bce (?:numar|procent)\b/],
    ["when", /\bcand\b|\bce an\b|\bce data\b/],
    ["where", /\bunde\b|\bce (?:oras|tara)\b/],
    ["who", /\bcine\b|\bcui\b/],
    ["why", /\bde ce\b/],
    ["how", /\bcum\b/],
    ["thing", /\bce\b|\bcare\b/],
  ],
  nl: [
    ["amount", /\bhoe(?:veel| lang| oud| groot| hoog)\b/],
    ["when", /\bwanneer\b|\bwelk jaar\b/],
    ["where", /\bwaar\b/],
    ["who", /\bwie\b/],
    ["why", /\bwaarom\b/],
    ["how", /\bhoe\b/],
    ["thing", /\bwat\b|\bwelke?\b/],
  ],
  da: [
    ["amount", /\bhvor (?:mange|meget|lang|gammel|stor)\b/],
    ["when", /\bhvornar\b|\bhvilket ar\b/],
    ["where", /\bhvor\b/],
    ["who", /\bhvem\b/],
    ["why", /\bhvorfor\b/],
    ["how", /\bhvordan\b/],
    ["thing", /\bhvad\b|\bhvilke/],
  ],
  nb: [
    ["amount", /\bhvor (?:mange|mye|lang|gammel|stor)\b/],
    ["when", /\bnar\b|\bhvilket ar\b/],
    ["where", /\bhvor\b/],
    ["who", /\bhvem\b/],
    ["why", /\bhvorfor\b/],
    ["how", /\bhvordan\b/],
    ["thing", /\bhva\b|\bhvilke/],
  ],
  ru: [
    ["amount", /(?<!\p{L})сколько(?!\p{L})/u],
    ["when", /(?<!\p{L})когда(?!\p{L})|каком году/u],
    ["where", /(?<!\p{L})(?:где|куда|откуда)(?!\p{L})|какои (?:стране|город)/u],
    ["who", /(?<!\p{L})(?:кто|кого|кому|кем|чье|чья)(?!\p{L})/u],
    ["why", /(?<!\p{L})(?:почему|зачем)(?!\p{L})/u],
    ["how", /(?<!\p{L})как(?!\p{L})/u],
    ["thing", /(?<!\p{L})(?:что|чем|чего|как(?:ои|ая|ое|ие|ую|им|ого))(?!\p{L})/u],
  ],
  el: [
    ["amount", /(?<!\p{L})ποσ[οηα](?:σ|υσ|υ|ι|εσ)?(?!\p{L})/u],
    ["when", /(?<!\p{L})ποτε(?!\p{L})|ποια χρονια|ποιο ετοσ/u],
    ["where", /(?<!\p{L})που(?!\p{L})/u],
    ["who", /(?<!\p{L})ποι(?:οσ|οι|ον|ουσ|ου)(?!\p{L})/u],
    ["why", /(?<!\p{L})γιατι(?!\p{L})/u],
    ["how", /(?<!\p{L})πωσ(?!\p{L})/u],
    ["thing", /(?<!\p{L})(?:τι|ποι[οαεη]σ?)(?!\p{L})/u],
  ],
  tr: [
    ["amount", /\bkac\b|\bne kadar\b|\bkacinci\b/],
    ["when", /\bne zaman\b|\bhangi (?:yil|tarih|ay)/],
    ["where", /\bnere/],
    ["who", /\bkim/],
    ["why", /\bneden\b|\bnicin\b|\bniye\b/],
    ["how", /\bnasil\b/],
    ["thing", /\bne\b|\bhangi\b|\bnedir\b/],
  ],
};

const TABLES: Readonly<Record<string, AskedTable>> = { en: EN, sv: SV, de: DE, es: ES };

/** What is asked for, and the words that say so: "year" of "in what year". */
export interface Asked {
  readonly kind: AskedFor;
  readonly words: string;
  /** Of an amount, what its words must show; undefined if any number will do. */
  readonly unit: AmountUnit | undefined;
}

/** What an amount is measured in, or how exact a date is asked for, where the question says so. */
export type AmountUnit = "money" | "percent" | "age" | "day" | "duration";

const UNITS: readonly (readonly [AmountUnit, RegExp])[] = [
  ["percent", /percent|per cent|procent|prozent|porcentaje|por ciento/],
  [
    "day",
    /\b(?:which|what) (?:week)?day\b|\bday of the week\b|\bweekday\b|\bvilken (?:vecko)?dag\b|\bveckodag\b|\bwelche[nm] tag\b|\bque dia\b/,
  ],
  [
    "duration",
    /\bhow many (?:years|months|weeks|days|hours|minutes)\b(?! ago)|\bhow long (?:did|has|have|had|will)\b|\bhur manga (?:ar|manader|veckor|dagar|timmar|minuter)\b|\bhur lange\b|\bcuant[oa]s (?:anos|meses|semanas|dias|horas|minutos)\b(?! tiene)|\bcuanto tiempo\b|\bwie viele (?:jahre|monate|wochen|tage|stunden|minuten)\b|\bwie lange\b/,
  ],
  ["age", /\bhow old\b|\bhur gam(?:mal|la)\b|\bwie alt\b|\bcuantos anos tiene\b|\bque edad\b/],
  [
    "money",
    /\bworth\b|\bcosts?\b|\bprice\b|\bsalary\b|\bmoney\b|\bdollars?\b|\bbudget\b|\bpaid\b|\bpay\b|\bvart\b|\bkostar?\b|\bpris\b|\bpengar\b|\blon\b|\bbelopp\b|\bcuesta\b|\bvale\b|\bprecio\b|\bdinero\b|\bkostet\b|\bpreis\b/,
  ],
];

/** Whether a text has an amount of this unit. */
export function hasUnit(text: string, unit: AmountUnit): boolean {
  return UNIT_SHOWN[unit].test(text);
}

const UNIT_SHOWN: Readonly<Record<AmountUnit, RegExp>> = {
  percent: /%|percent|per cent|procent|prozent|por ciento|\bshare\b|half|third|quarter|hälften|mitad/i,
  day: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag|\b(?:mon|diens|donners|frei|sams|sonn)tag|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?\p{L}{3,}|\p{L}{3,} \d{1,2}\b(?!\d)|\b(?:first|second|last|third) day\b|\b(?:första|andra|sista) dag/iu,
  duration:
    /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|few|many|half|ett|två|tre|fyra|fem|sex|tio|flera|några|ein|zwei|drei|vier|fünf|mehrere|un|una|dos|tres|cuatro|cinco|varios|varias)[ -](?:and a half |halft )?(?:centur|decade|year|month|week|day|hour|minute|second|århundra|årtionde|år\b|månad|veck|dag|timm|minut|jahr|monat|woche|tag|stunde|años|meses|semanas|días|horas|siglo|década)|\b(?:since|until|from|between|sedan|från|till|mellan|seit|bis|von|desde|hasta|entre)\b.{0,30}\d|\ba (?:century|decade|year|month|week|day)\b|\b\d{4}\s?[-–—]\s?\d{2,4}\b/iu,
  age: /\byears?\b|\baged?\b|\bår\b|\bårig|\bjahre?\b|\bjährig|\baños?\b|\bborn\b|\bfödd/i,
  money: /[$€£¥]|dollar|euro|pound|kron|\bkr\b|\bSEK\b|\bUSD\b|cent|million|billion|miljon|miljard|mill/i,
};

/**
 * What a question asks for.
 * @param lower the question in lower case.
 * @param folded the same without diacritics, for languages whose tables are folded.
 */
export function askedFor(lower: string, folded: string, language: string): Asked {
  const table = TABLES[language];
  const text = language === "es" || table === undefined ? folded : lower;
  const unit = UNITS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (table?.opensYesNo?.test(text.trim()) === true && !INDIRECT.test(folded.trim()))
    return { kind: "yes-no", words: "", unit };
  const meaning = MEANING.exec(folded);
  if (meaning !== null) return { kind: "meaning", words: meaning[0], unit };
  const named = NAMED[language];
  const name = named?.[1].exec(text);
  if (named !== undefined && name !== null && name !== undefined)
    return { kind: named[0], words: name[0], unit };
  const first = SV_WHERE.test(text) && language === "sv" ? [["where", /^var\b/] as const] : [];
  const patterns = [...first, ...(table?.patterns ?? FURTHER[language] ?? [])];
  let best: { kind: AskedFor; words: string; at: number } | undefined;
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match !== null && JOINS_CLAUSES.test(match[0]) && !asksWhen(text, match)) continue;
    // the first question word decides: "who spoke when …" asks who
    if (match !== null && match.index < (best?.at ?? text.length))
      best = { kind, words: match[0], at: match.index };
  }
  // "what was it worth" asks for an amount
  const amount =
    best?.kind === "thing" ? table?.patterns.find(([kind]) => kind === "amount")?.[1].exec(text) : undefined;
  if (amount !== undefined && amount !== null) return { kind: "amount", words: amount[0], unit };
  if (best !== undefined) return { kind: best.kind, words: best.words, unit };
  const dated = DATED.exec(folded);
  if (dated !== null) return { kind: "when", words: dated[0], unit };
  return { kind: "other", words: "", unit };
}

/** "Can anyone tell me how many …" asks how many. */
const INDIRECT =
  /^(?:do|does|can|could|would|will) (?:you|u|anyone|anybody|someone|somebody)\b.{0,40}?\b(?:know|tell|say|remember|recall|explain|remind)\b.*?\b(?:who|whose|when|where|why|how|what|which)\b|^(?:vet|kan|minns|har) (?:du|ni|nagon|nan)\b.*?\b(?:vem|vems|nar|var|varfor|hur|vad|vilken|vilket|vilka)\b|^(?:weiss|weist|kann) (?:du|jemand|ihr)\b.*?\b(?:wer|wann|wo|warum|wie|was|welche\w?)\b/;

/** Question words that also join clauses: "its reaction when asked". */
const JOINS_CLAUSES = /^(?:when|när|cuando)$/;
const KNOWING =
  /\b(?:know|tell me|remember|recall|say|says|said|idea|sure|clear|out|check|wonder|wondering|ask|asking|since|vet|vet (?:du|ni|någon|nån|man)|minns|säg|undrar|klart|sedan|sabes?|dime|recuerdo|desde)$/;
/** Words before a question word that still lets it open the question: "and since when". */
const MOST_BEFORE = 1;

// a word that asks opens its clause, ends the text, or follows a word for knowing
function asksWhen(text: string, { index, 0: word }: RegExpExecArray): boolean {
  const before = (
    text
      .slice(0, index)
      .split(/[,;:.?!–—¿(]/)
      .at(-1) ?? ""
  ).trim();
  const after = text.slice(index + word.length);
  return (
    before.split(/\s+/).filter(Boolean).length <= MOST_BEFORE ||
    !/[\p{L}\p{N}]/u.test(after) ||
    KNOWING.test(before)
  );
}

/** A list of keywords that names a date asks for it. */
const DATED = /\b(?:date|month|weekday|datum|manad|veckodag|fecha|mes)\b/;

/** Swedish "var" before a verb asks where; otherwise it is "was". */
const SV_WHERE =
  /^var (?:är|ska|skulle|har|hade|kan|kunde|ligger|låg|finns|fanns|bor|blev|ägde|någonstans|\p{L}+(?:ade|dde|tte|ägde|lls|des|tes|s|er))(?!\p{L})/u;

/** "What is the name of …" asks who. */
const MEANING =
  /\bstands? for\b|\bshort for\b|\bmean(?:s|ing)?\??$|\bdoes .{1,40} mean\b|\bmeaning of\b|\bmeaning\b|\babbreviat\w+|\bacronym\b|\bspelled out\b|\bforkortning\w*|\bbetyder\b|\bstar .{1,20} for\b|\bsignifica\w*|\bsiglas?\b|\bbedeutet\b|\babkurzung\b|\bsteht .{1,20} fur\b/;

const NAMED: Readonly<Record<string, readonly [AskedFor, RegExp]>> = {
  en: ["who", /\bnames? of\b|\bnamed?\?$/],
  sv: ["who", /\bnamnet på\b|\bnamnen på\b|\bheter\b/],
  de: ["who", /\bnamen? (?:de[rs]|von)\b|\bheißt\b/],
  es: ["who", /\bnombres? del?\b|\bse llama\b/],
};

const DEFINITION: Readonly<Record<string, RegExp>> = {
  en: /^(?:so |and |ok |hey,? )?(?:(?:what|who)(?:'s|s| is| are| was| were) |define\b|explain (?:what|who) |(?:can \w+ )?(?:explain|tell me) (?:what|who) )|,\s*(?:what|who)(?:'s| is| are) (?:that|they|it|he|she|this)\b/,
  sv: /^(?:så |och )?(?:vad|vem|vilka) (?:är|var) |^definiera\b|^förklara vad |,\s*(?:vad|vem|vilka) är (?:det|de|den|hon|han)\b/,
  de: /^(?:was|wer) (?:ist|sind|war|waren) |^definiere\b/,
  es: /^[¿\s]*(?:y )?(?:qu[eé]|qui[eé]n(?:es)?) (?:es|son|era|eran|fue) |^define\b/,
};

/** Whether a question asks what or who something is. @param lower the question in lower case. */
export function asksForDefinition(lower: string, language: string): boolean {
  return DEFINITION[language]?.test(lower.trim()) ?? false;
}
