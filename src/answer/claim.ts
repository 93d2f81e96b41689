/** Claims that somebody wants checked, put as the question whether they are so: "confirm that A dropped B" asks "did A drop B?". */
import { wordSet } from "../corpus/languages.ts";
import { isAsking } from "./parts.ts";

interface ClaimWords {
  /** What asks for a check before a claim: "is it true that". */
  readonly leads: RegExp;
  /** The same behind one: ", right?". */
  readonly tags: RegExp;
  /** A claim that only a question mark makes a question: "so A dropped B?". */
  readonly bare: RegExp;
  /** A verb that says what was done. */
  readonly past: RegExp;
  /** Words that stand first in a question, and in a claim behind who it is about: "A has dropped B". */
  readonly auxiliaries: ReadonlySet<string>;
  /** Where a claim has none, its question opens with this: "did A dropped B" is read as "did A drop B". */
  readonly opening: string;
  /** Behind these stands no verb: "the leaked emails". */
  readonly determiners: ReadonlySet<string>;
}

const CLAIMS: Readonly<Record<string, ClaimWords>> = {
  en: {
    leads:
      /^(?:(?:so|and|but|ok|okay|hey|hi|wait|well|please|pls|quick)[\s,:]+)*(?:(?:(?:can|could|would) (?:you|u|someone|somebody|anyone|anybody)(?: please)? )?(?:confirm|verify|double[- ]?check|check)(?: for me)?(?:\s+(?:that|whether|if)\b|\s*:)?|(?:is|was|isn't) (?:it|this) (?:really |actually )?(?:true|correct|right|the case|a fact|accurate)(?: (?:that|to say(?: that)?))?|(?:is it )?true or false\b|fact[- ]?check(?:ing)?\b|(?:i|we|someone|somebody|people|they|(?:a|my) (?:friend|colleague|coworker|boss)) (?:just |once |always )?(?:heard|read|saw|thought|think|said|says|say|told (?:me|us)|claims?|claimed|believed?)(?: somewhere)?(?: that)?)[\s,:–—-]+/iu,
    tags: /(?:\s*[,;:–—-]\s*|\s+)(?:right|correct|is that (?:right|true|correct|so)|is (?:it|this) true|true or (?:false|not)|true|yes or no|yes|no|or not|isn't (?:it|that so)|(?:did|had|has|have|was|were)n'?t (?:they|it|he|she|we))$/iu,
    // "again did A drop B" asks already, "everything A did" for a list, "number of those that left" for something else
    bare: /^(?!.*\s(?:do|does|did)\s|(?:and |so |but )?(?:everything|anything|something|all|any|number|names?|list|date|amount|reasons?|details|things|stuff)\s)/iu,
    past: /^(?:\p{L}{3,}ed|sent|wrote|met|said|told|gave|took|left|quit|held|made|led|spoke|began|sold|bought|built|won|lost|paid|broke|got|went|came|found|kept|hid|withdrew|cut|ran|let|put|fought|stood|fled)$/u,
    auxiliaries: wordSet(
      "is are was were has have had will would can could should did does do isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't doesn't don't",
    ),
    opening: "did",
    determiners: wordSet(
      "the a an this that these those some all any both many most of its their his her our at by with for in on to from and or than",
    ),
  },
  sv: {
    leads:
      /^(?:(?:så|och|men|ok|hej|snälla)[\s,:]+)*(?:(?:stämmer det(?: verkligen)?|är det (?:verkligen )?(?:sant|så|rätt)|(?:kan (?:du|ni|någon) )?(?:bekräfta|kolla|kontrollera)) (?:att|om)|sant eller falskt|faktakoll|(?:jag|vi|någon) (?:har )?(?:hörde|hört|läste|läst|såg|sett|sa|trodde)(?: någonstans)?(?: att)?)[\s,:–—-]+/iu,
    tags: /(?:\s*[,;:–—-]\s*|\s+)(?:eller hur|stämmer det|visst|va|eller inte|är det sant|sant eller falskt)$/iu,
    bare: /^(?!var\s)/iu,
    past: /^(?:\p{L}{2,}(?:ade|dde|tte|[lnrgmkps][dt]e)|skrev|sa|gav|tog|bröt|drog|fick|gick|höll|slöt|lät|vann)$/u,
    auxiliaries: wordSet("har hade är var ska skulle kommer kan kunde blev"),
    opening: "har",
    determiners: wordSet(
      "den det de ett en denna detta dessa av på i för till om från med och eller att som alla",
    ),
  },
  es: {
    leads:
      /^(?:(?:y|pero|entonces|hola|ok)[\s,:]+)*[¿\s]*(?:(?:es (?:cierto|verdad)|(?:puedes? |podrías? )?(?:confirmar?|verificar?)) (?:que|si)|verdadero o falso|(?:he|hemos) (?:oído|leído)(?: que)?)[\s,:–—-]+/iu,
    tags: /(?:\s*[,;:–—-]\s*|\s+)¿?(?:verdad|no|cierto|no es cierto|es verdad|verdadero o falso)$/iu,
    bare: /^[^¿]*¿/u,
    past: /^\p{L}{2,}(?:ó|aron|ieron)$/u,
    auxiliaries: wordSet("ha han es son fue fueron"),
    opening: "ha",
    determiners: wordSet("el la los las un una unos unas su sus este esta de del en por con para a y o que"),
  },
};

/** Where one of these is in small letters, something else is asked. */
const ASKING =
  /(?<!\p{L})(?:who|whom|whose|what|which|when|where|why|how|vem|vems|vad|vilken|vilket|vilka|när|varför|(?<!eller )hur|qui[eé]n(?:es)?|qué|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|cómo)(?!\p{L})/u;
/** "Those who left" asks for nobody. */
const RELATIVE =
  /(?<=\p{L} (?:people|those|ones|employees|workers|staff|activists|protesters|organizers|man|woman|person|\p{L}+s) )who(?!\p{L})/u;
const END = /[\s?.!]+$/u;
/** A claim may go on from what was said. */
const GOING_ON = /^[¿\s]*(?:(?:so|and|but|ok|wait|så|och|men|entonces|y|pero)[\s,]+)*/iu;
const CLAUSE_END = /[,;:–—-]$/u;

/** Words of who a claim is about, at most. */
const SUBJECT_WORDS = 6;

/** The place of the verb, behind who the claim is about; -1 if it does not look like a claim. */
function verbOf(words: readonly string[], { auxiliaries, determiners, past }: ClaimWords): number {
  const last = Math.min(words.length - 1, SUBJECT_WORDS + 1);
  for (let at = 1; at < last; at += 1) {
    const word = words[at] ?? "";
    const before = words[at - 1] ?? "";
    if (CLAUSE_END.test(before)) return -1;
    if (auxiliaries.has(word) || (past.test(word) && !determiners.has(before))) return at;
  }
  return -1;
}

/** The question whether a claim is so; undefined if it is none. */
function questionOf(claim: string, language: ClaimWords): string | undefined {
  const words = claim.split(/\s+/u);
  const small = words.map((word) => word.toLowerCase());
  const { auxiliaries, opening } = language;
  if (auxiliaries.has(small[0] ?? "")) return undefined;
  // "…, but did that change anything?" asks in another clause
  const asksElsewhere = small.some(
    (word, at) =>
      auxiliaries.has(word) && small.slice(Math.max(0, at - 2), at).some((each) => CLAUSE_END.test(each)),
  );
  const verb = verbOf(small, language);
  if (verb < 0 || asksElsewhere) return undefined;
  if (!auxiliaries.has(small[verb] ?? "")) return `${opening} ${claim}`;
  return [words[verb], ...words.slice(0, verb), ...words.slice(verb + 1)].join(" ");
}

function claimAsked(sentence: string, words: ClaimWords): string {
  const small = sentence.toLowerCase();
  if (ASKING.test(small) && ASKING.test(small.replace(RELATIVE, ""))) return sentence;
  const said = sentence.replaceAll("’", "'").replace(END, "");
  const claim = said.replace(words.leads, "").replace(words.tags, "");
  const isBare = claim === said;
  if (isBare && (RELATIVE.test(small) || !isAsking(sentence) || !words.bare.test(said))) return sentence;
  const question = questionOf(isBare ? claim.replace(GOING_ON, "") : claim, words);
  return question === undefined ? sentence : `${question}?`;
}

const SENTENCE_END = /(?<=[.?!])\s+/u;

/** A message with each claim in it that somebody wants checked put as the question whether it is so, and all else as it is. */
export function claimsAsked(text: string, language: string): string {
  const words = CLAIMS[language];
  if (words === undefined) return text;
  return text
    .split(SENTENCE_END)
    .map((sentence) => claimAsked(sentence, words))
    .join(" ");
}
