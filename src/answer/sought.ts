/** What a question wants told beyond what its question word says: a demand, a purpose or a reaction, and whether a sentence tells one. */
import { wordSet } from "../corpus/languages.ts";

/** `demand`: what somebody wants others to do; `purpose`: what something is for; `reaction`: what somebody did or said upon something. */
export type Sought = "demand" | "purpose" | "reaction";

// questions are folded, in small letters
const ASKED: readonly (readonly [Sought, RegExp])[] = [
  [
    "demand",
    /\bwhat (?:.{1,60} )?(?:want(?:s|ed)?|demand(?:s|ed)?|(?:ask|call|push|press)(?:s|es|ed|ing)? (?:for|of)|urged?|request(?:s|ed)?)\b|\bwhat (?:.{1,40} )?(?:should|must|ought|(?:was|were|is|are) .{1,40} (?:supposed|told|urged) to)\b|\b(?:what|which) .{0,40}\bdemands?\b|\bwhat (?:.{1,60} )?(?:ask|tell|asked|told|urge) .{1,40} to do\b|^demands?\b|\bdemands?$/,
  ],
  [
    "demand",
    /\bvad (?:.{1,60} )?(?:ville|vill|krav(?:de|er)?|begarde|borde|ska|skulle|uppmanade|kravdes)\b|\bvilka .{0,40}krav\b|\bkraven?$/,
  ],
  [
    "demand",
    /\bque (?:.{1,60} )?(?:pedian?|pidio|pidieron|exigian?|exigio|exigieron|querian?|reclamaban?|deberia[n]?|debian?)\b|\bexigencias?\b|\bdemandas\b/,
  ],
  ["purpose", /\bwhat (?:.{1,80} )?for$|\b(?:what|which|whose) purposes?\b|\bfor what\b/],
  ["purpose", /\bvad (?:.{1,80} )?(?:till|for)$|\bsyftet?\b/],
  ["purpose", /\bpara que (?:es|era|sirve|servia|usa|usaba|se)\b/],
  [
    "reaction",
    /\bhow (?:did|has|have|had|does|do) .{1,80}\b(?:react|respon|repl|answer|take|took|handle|cope|deal)|\b(?:reaction|response|reply|answer)s? (?:of|from|by|to|was)\b|\bwhat(?:['’]?s| (?:is|was|were|are)) (?:\S+ ){0,3}?\S+s['’]? (?:own |official |public |personal )*(?:comments?|opinions?|views?|stance|take|statements?) (?:on|to|about|regarding)\b|\b(?:react|respond|repl(?:y|ied))(?:ed|s)? to\b/,
  ],
  ["reaction", /\bhur .{0,60}(?:reager|svara|bemott|hanter)|\b(?:reaktion|svar)(?:en|et)?\b/],
  ["reaction", /\bcomo .{0,60}(?:reaccion|respond|contest)|\b(?:reaccion|respuesta)\b/],
];

/** What a question calls it to make demands or to react, folded: a sentence that tells one may call it otherwise. */
const DEEDS: Readonly<Record<Sought, ReadonlySet<string>>> = {
  demand: wordSet(
    `tell tells told say says said ask asks asked asking call calls called urge urges urged want wants wanted demand demands demanded request requested
    push pushed press pressed saga sa be bad bett krava kravde kravt vill ville uppmana uppmanade pedir pedian pidio pidieron exigir
    exigian exigieron querer querian decir dijeron`,
  ),
  purpose: new Set(),
  reaction: wordSet(
    `react reacts reacted respond responds responded reply replies replied answer answers answered handle handled cope coped reagera
    reagerade reagerat svara svarade svarat bemotte hanterade reaccionar reacciono reaccionaron responder respondio respondieron contesto`,
  ),
};

// sentences are as they stand
const TOLD: Readonly<Record<Sought, RegExp>> = {
  demand:
    /\b(?:demand(?:s|ed|ing)?|(?<!not )want(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|a call on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)? for (?!comment)|(?:asked|told) (?!for comment)[^,.]{1,60} to (?=\p{Ll})|should|must|had to|conditions?)\b|\b(?:krav|kravet|kraven|kräver|krävde|ville|vill|uppmana\p{L}*|budskapet|skulle|borde|måste)(?!\p{L})/iu,
  purpose:
    /\b(?:was|were|is|are|meant|intended|serve[ds]?|[a-z]+ware) (?:for|to)\b|\bused? [^,.]{0,60}\b(?:for|to)\b|\bpurposes?\b|\bso that\b|\bför att\b|\bsyfte|\bpara\b/iu,
  reaction:
    /\b(?:react|respon[ds]|repl(?:y|ied)|answer|statement|announced|off guard|carried on|no sign|little attention|took pride|turned down|reject|refus|declin|welcom|ignor|defend|condemn|critici|reconsider|furious|angry|anger|outrage|upset|shock|worr(?:y|ied)|dismay|silent|backlash|told|said|argued)|(?<!\p{L})(?:svar|reager|sade|lämnade tillbaka|bröt av|fördöm|kritiser|tackade nej|arg)/iu,
};

/** What a folded question wants told, if it says so. */
export function soughtIn(folded: string): Sought | undefined {
  const question = folded.trim().replace(/[\s?¿!.]+$/u, "");
  return ASKED.find(([, pattern]) => pattern.test(question))?.[0];
}

/** Whose reaction is asked for: the last word of who reacts. */
const REACTS: readonly RegExp[] = [
  /\b(?:what(?:['’]?s| (?:is|was|were|are))) (?:\S+ ){0,3}?(\S+s['’]?) (?:own |official |public |personal )*(?:comments?|opinions?|views?|stance|take|statements?|reply|reaction|response|answer) (?:on|to|about|regarding)\b/,
  /\bhow (?:did|has|have|had|does|do) (?:(?!(?:at|in|of|from|inside|outside|within) )\S+ ){0,3}?(\S+) (?:\w+ly )?(?:react|respon|repl|answer|take|took|handle|cope|deal)/,
  /\bhur (?:reagera(?:r|de)|svara(?:r|de)|bemotte|hanterade) (?:\S+ ){0,2}?(\S+)(?: (?:pa|nar|om|efter)\b|[?.!]*$)/,
  /\bcomo (?:reacciono|respondio|contesto) (?:\S+ ){0,2}?(\S+)(?: (?:a|al|ante|cuando|tras)\b|[?.!]*$)/,
];

/** The last word of who is asked to have reacted, folded; undefined if a question does not show it. */
export function reactorIn(folded: string): string | undefined {
  for (const pattern of REACTS) {
    const found = pattern.exec(folded)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a word of a question, folded, calls what is sought by its name, so that a sentence may tell it without that word. */
export function isNameOf(word: string, sought: Sought | undefined): boolean {
  return sought !== undefined && DEEDS[sought].has(word);
}

/** What is told with these comes on top of something else. */
const FURTHER =
  /\b(?:also|further|furthermore)\b|(?<!\p{L})(?:även|också|dessutom|también|además)(?!\p{L})/iu;

/** Whether a text speaks of something that comes on top of something else. */
export function isFurther(text: string): boolean {
  return FURTHER.test(text);
}

/** These speak of others beside those that were named. */
const OTHER = /\b(?:other|others|else)\b|(?<!\p{L})(?:andra|annan|annat|otr[oa]s?)(?!\p{L})/iu;
/** These count what comes behind a first. */
const LATER = /\b(?:second|third)\b|(?<!\p{L})(?:tredje|segund[oa]|tercer[oa]?)(?!\p{L})/iu;
const FIRST = /(?<!\p{L})(?:first|första|primer[oa]?)(?!\p{L})/iu;

/** Whether a text tells what else there is: something further, or the second of several. */
export function tellsFurther(text: string): boolean {
  return ((FURTHER.test(text) || OTHER.test(text)) && !FIRST.test(text)) || LATER.test(text);
}

/** Asks for what comes on top of something; folded. */
const ASKS_FURTHER =
  /\b(?:what|who|where|which) (?:\w+ )?(?:else|other)\b|\b(?:besides|beyond|apart from|other than|on top of|in addition to|as well as|(?:what|which) further)\b|\b(?:forutom|utover|mer an|fler an)\b|\bv(?:ad|em|ilka|ilken|ilket) (?:mer|annat|andra|fler)\b|\b(?:ademas de|aparte de|que (?:mas|otr[oa]s?))\b/;

/** Whether a folded question asks for what comes on top of something that it names or takes as known. */
export function asksForFurther(folded: string): boolean {
  return ASKS_FURTHER.test(folded);
}

/** Asks for others of a kind; folded. */
const ASKS_FOR_OTHERS =
  /\b(?:which|what)\b.{0,30}\bother\b|\bv(?:ilka|ilken|ilket) andra\b|\b(?:que|cuales) otr[oa]s?\b/;

/** Whether a folded question asks for others of a kind, "which other clients": a sentence that tells of one alone is no answer. */
export function asksForOthers(folded: string): boolean {
  return ASKS_FOR_OTHERS.test(folded);
}

/** What is done upon something, beside what tells by itself that it was done upon it. */
const DONE_UPON =
  /\b(?:apolog|promis|resign|quit|left|cancel|broke (?:with|off)|withdr|went on|returned|thank|gave in|agreed|changed?|stopped|halted|cut)|(?<!\p{L})(?:bad om ursäkt|lova|sluta|ändra)/iu;

/** Whether a sentence may tell a reaction, if only by what was done. */
export function mayReact(sentence: string): boolean {
  return TOLD.reaction.test(sentence) || DONE_UPON.test(sentence);
}

/** Whether a sentence tells what is sought. */
export function tells(sentence: string, sought: Sought): boolean {
  return TOLD[sought].test(sentence);
}
