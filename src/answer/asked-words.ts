/** Question words, a table a language; everything else about a question is language-neutral. */

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

/** The question words of a language whose grammar we know a little of. */
export interface AskedTable {
  /** Tried in order, each at the earliest place in the question. */
  readonly patterns: readonly (readonly [AskedFor, RegExp])[];
  /** A question that opens so is answered by yes or no. */
  readonly opensYesNo: RegExp | undefined;
}

const EN: AskedTable = {
  patterns: [
    [
      "amount",
      /\bhow many (?:people|persons|folks)\b|\bhow (?:many|much|long|old|far|tall|high|large|big|often|fast|deep|wide|heavy|hot|cold)\b|\b(?:what|which) (?:\w+ )?(?:amount|number|percentage|percent|proportion|fraction|share|sum|price|cost|size|total|population|age|height|length|rate|temperature|distance|ratio)\b|\bwhat (?:monetary |total |estimated |exact )?value\b|\bamount\b|\bheadcount\b|\bworth\b|\bwhat (?:do|does|did) .{1,60} earn\b|\b(?:population|percentage|proportion|number of)\b/,
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
      /\bhur många (?:personer|människor)\b|\bhur (?:många|mycket|lång|långt|länge|gammal|gammalt|stor|stort|stora|hög|högt|ofta|tung|djup|bred)\b|\b(?:vilket|vilken|vad är) (?:\w+ )?(?:antal|summa|belopp|andel|pris|kostnad|storlek|ålder|höjd|längd|värde)\b|\bvad (?:kostar|tjänar|tjänade)\b|\bvärt\b|\bvärd\b/,
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
    ["why", /\bp(?:or|ara) que\b|\ba que se debe\b/],
    ["how", /\bcomo\b/],
    ["thing", /\bque\b|\bcual(?:es)?\b/],
  ],
  opensYesNo: /^[¿\s]*(?:y |pero )?(?:ha|han|es|son|fue|fueron|hubo|hay|tiene|tienen|puede|pueden)\b/,
};

/** Question words of further languages, folded; only the kinds that a number, a name or a date can answer. */
export const FURTHER: Readonly<Record<string, AskedTable["patterns"]>> = {
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

/** Tables with all there is; in lower case, the Spanish one folded. */
export const TABLES: Readonly<Record<string, AskedTable>> = { en: EN, sv: SV, de: DE, es: ES };
