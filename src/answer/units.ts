/** What an amount is measured in, and whether a text has an amount of it. */
import { valuesIn } from "./values.ts";

/** What an amount is measured in, or how exact a date is asked for, where the question says so. */
export type AmountUnit =
  | "money"
  | "percent"
  | "age"
  | "hour"
  | "weekday"
  | "day"
  | "month"
  | "duration"
  | "weight"
  | "extent"
  | "count";

const UNITS: readonly (readonly [AmountUnit, RegExp])[] = [
  ["percent", /percent|per cent|procent|prozent|porcentaje|por ciento/],
  ["hour", /\b(?:what|which) time\b|\bo'clock\b|\bhur dags\b|\bvilken tid\b|\bque hora\b|\bwie ?viel uhr\b/],
  ["month", /\b(?:what|which) month\b|\bvilken manad\b|\bwelche[nm] monat\b|\bque mes\b/],
  ["weekday", /\bday of the week\b|\bweekday\b|\bveckodag(?:en)?\b|\bwochentag\b|\bdia de la semana\b/],
  [
    "day",
    /\b(?:which|what) (?:day|(?:exact )?date)\b|\bvilken dag\b|\bvilket datum\b|\bwelche[nm] tag\b|\bque (?:dia|fecha)\b/,
  ],
  [
    "duration",
    /\bhow many (?:years|months|weeks|days|hours|minutes)\b(?! ago)|\bhow long (?:do|does|did|has|have|had|will)\b|\bhur manga (?:ar|manader|veckor|dagar|timmar|minuter)\b|\bhur lange\b|\bcuant[oa]s (?:anos|meses|semanas|dias|horas|minutos)\b(?! tiene)|\bcuanto tiempo\b|\bwie viele (?:jahre|monate|wochen|tage|stunden|minuten)\b|\bwie lange\b/,
  ],
  ["age", /\bhow old\b|\bhur gam(?:mal|la)\b|\bwie alt\b|\bcuantos anos tiene\b|\bque edad\b/],
  [
    "weight",
    /\bhow heavy\b|\bhow much (?:do|does|did) .{1,40} weigh\b|\bhur tung[at]?\b|\bhur mycket vag(?:er|de)\b|\bwie schwer (?:ist|war|sind|waren)\b|\bcuanto pesa(?:ba|n|ban)?\b/,
  ],
  [
    "extent",
    /\bhow (?:tall|wide|deep)\b|\bhur (?:bred|djup|hog) (?:ar|var)\b|\bwie (?:breit|tief|hoch) (?:ist|war)\b/,
  ],
  [
    "money",
    /\b(?:worth|costs?|price|salar(?:y|ies)|income|revenues?|wages?|bonus|money|dollars?|budget|paid|earn(?:s|ed|ing)?|pay|vart|kostar?|pris|pengar|tjana(?:r|de)?|lon|inkomst(?:er)?|belopp|cuesta|vale|precio|sueldo|salario|ingresos|dinero|kostet|preis)\b/,
  ],
  // what else is counted
  [
    "count",
    /\b(?:how many|hur manga|cuant[oa]s|wie viele)\b(?! \w*(?:million|billion|thousand|miljon|miljard|tusen|millon|mil |milliard|euro|kron|feet|foot|fot|inch|yard|met(?:er|re|ro)|mile|mil\b|kilo|tum|pies?\b|fuss))/,
  ],
];

/** What a folded question says its answer is measured in, if it does. */
export function unitOf(folded: string): AmountUnit | undefined {
  return UNITS.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Whether a text has an amount of this unit. */
export function hasUnit(text: string, unit: AmountUnit): boolean {
  return unit === "count" ? !isOnlyMeasured(text) : UNIT_SHOWN[unit].test(text);
}

/** Whether all figures of a text are money or measures: then nothing is counted in figures. */
function isOnlyMeasured(text: string): boolean {
  const values = valuesIn(text).filter(({ type }) => type !== "date");
  return values.length > 0 && values.every(({ type }) => type === "money" || type === "measure");
}

const WEEKDAY = String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag|\b(?:mon|diens|donners|frei|sams|sonn)tag|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b`;

const MONTH =
  "(?:jan(?:uary|uari|uar)|feb(?:ruary|ruari|ruar)|mar(?:ch|s)|märz|apr(?:il)|ma[iy]|jun[ei]|jul[iy]|aug(?:ust|usti)|septem(?:ber|bre)|o[kc]t(?:ober|ubre)|novem(?:ber|bre)|de[czs]em(?:ber|bre)|diciembre|septiembre|noviembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto)";

const UNIT_SHOWN: Readonly<Record<Exclude<AmountUnit, "count">, RegExp>> = {
  percent: /%|percent|per cent|procent|prozent|por ciento|\bshare\b|half|third|quarter|hälften|mitad/i,
  weekday: new RegExp(WEEKDAY, "iu"),
  hour: /\b\d{1,2}(?:[:.]\d\d| ?[ap]\.?m\.?)|\bo['’]clock\b|\b(?:noon|midnight|kl(?:ockan|\.)|uhr|horas)\b/iu,
  month: new RegExp(String.raw`\b${MONTH}\b`, "iu"),
  day: new RegExp(
    String.raw`${WEEKDAY}|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?${MONTH}\b|\b${MONTH} \d{1,2}\b|\b(?:first|second|last|third) day\b|\b(?:första|andra|sista) dag`,
    "iu",
  ),
  duration:
    /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|few|many|half|ett|två|tre|fyra|fem|sex|tio|flera|några|ein|zwei|drei|vier|fünf|mehrere|un|una|dos|tres|cuatro|cinco|varios|varias)[ -](?:and a half |halft )?(?:centur|decade|year|month|week|day|hour|minute|second|århundra|årtionde|år\b|månad|veck|dag|timm|minut|jahr|monat|woche|tag|stunde|años|meses|semanas|días|horas|siglo|década)|\b(?:since|until|from|between|sedan|från|till|mellan|seit|bis|von|desde|hasta|entre)\b.{0,30}\d|\ba (?:century|decade|year|month|week|day)\b|\b\d{4}\s?[-–—]\s?\d{2,4}\b/iu,
  age: /\byears?\b|\baged?\b|\bår\b|\bårig|\bjahre?\b|\bjährig|\baños?\b|\bborn\b|\bfödd/i,
  weight:
    /\d\s?(?:kg|g|t|lbs?|oz)\b|\b(?:kilos?|kilogram\p{L}*|grams?|grammes?|gramm|tons?|tonnes?|tonnen?|pounds?|ounces?|hekto|pfund|libras?|gramos?|toneladas?)(?!\p{L})/iu,
  extent:
    /\d\s?(?:m|cm|mm|km|ft|in)\b|\b(?:(?:centi|milli|kilo)?met(?:ers?|res?|ros?)|foot|feet|fot|inch(?:es)?|miles?|yards?|tum)(?!\p{L})|(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))[ -](?:store?ys?|stories|våningar|stockwerke?|pisos)(?!\p{L})/iu,
  money: /[$€£¥]|dollar|euro|pound|kron|\bkr\b|\bSEK\b|\bUSD\b|cent|million|billion|miljon|miljard|mill/i,
};
