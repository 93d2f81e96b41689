/** Where a paragraph's sentences begin and end. */

// Abbreviations after which a full stop does not end a sentence, folded, without their last stop.
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st sr jr inc ltd co corp vs etc al no nos vol fig gen col lt sgt capt rev hon gov sen rep dept est approx ca cf
  e.g i.e p pp ed eds viz u.s u.k u.n a.m p.m d.c
  bl.a t.ex m.fl m.m d.v.s dvs osv s.k f.d o.s.v kl nr resp ang inkl exkl max min tel fr.o.m t.o.m jfr ev st. kap
  z.b d.h u.a bzw usw ggf evtl inkl bspw vgl abs art str hrsg jh v.chr n.chr o.a sog u.u z.t mio mrd nr mill gegr geb gest
  tfn avd enl p.g.a pga m.a.o f.n milj
  drs ing dipl bzgl zzgl
  sra srta dra ud uds ee.uu ee pag pág págs num núm aprox arq lic gral tel prof.ª`
    .split(/\s+/)
    .filter(Boolean),
);

/** Months are shortened before a day or a year; before a word, "in Jan." ends a sentence. */
const MONTHS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set("jan feb mar apr jun jul aug sep sept oct nov dec".split(" ")),
  sv: new Set("jan feb febr mar apr jun jul aug sep sept okt nov dec".split(" ")),
  de: new Set("jan jän feb febr mär apr jun jul aug sep sept okt nov dez".split(" ")),
  es: new Set("ene feb mar abr may jun jul ago sep sept set oct nov dic".split(" ")),
};

const ENDS = /[.!?…]+["”“’')\]»]*(?=\s)|[。！？।؟]+["”’')\]»」』]*/gu;
const WIDE_END = /^[。！？।؟]/;
const OPENS = /^\s+["“‘'([«„¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}#@$€£]/u;

/** Languages that write ordinals with a full stop: `3. Oktober`. */
const STOPPED_ORDINALS: ReadonlySet<string> = new Set([
  "de",
  "da",
  "nb",
  "no",
  "fi",
  "hu",
  "tr",
  "cs",
  "hr",
  "sr",
  "et",
  "lv",
]);

const LAST_WORD = /[\p{L}\p{M}\p{N}.]+$/u;
const DIGIT_NEXT = /^\s+\d/;
/** A Dutch title behind another one; alone, "ir" is a Spanish verb. */
const TITLES = /(?<!\p{L})(?:dr|drs|prof|mr)\.\s+ir$/iu;
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u;

/** @param rest what follows the full stop */
function isAbbreviated(text: string, at: number, rest: string, language: string): boolean {
  const end = text.slice(Math.max(0, at - 20), at);
  const before = LAST_WORD.exec(end)?.[0] ?? "";
  if (INITIALS.test(before)) return true;
  if (/^\d{1,2}$/.test(before)) return STOPPED_ORDINALS.has(language);
  const word = before.toLowerCase();
  if (ABBREVIATIONS.has(word) || (word === "ir" && TITLES.test(end))) return true;
  return DIGIT_NEXT.test(rest) && (MONTHS[language] ?? MONTHS.en)?.has(word) === true;
}

/** Whether a text that ends with a full stop ends in an abbreviation: "near St.", or "in Jan." before "2020". */
export function endsInAbbreviation(text: string, next: string, language: string): boolean {
  return text.endsWith(".") && isAbbreviated(text, text.length - 1, ` ${next}`, language);
}

/** What closes the quotation or bracket that a mark opens. */
const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«»"],
  ["‘", "’"],
  ["「", "」"],
  ["『", "』"],
  ["(", ")"],
  ["（", "）"],
]);
const PAIRED = /["“”„«»‘’「」『』()（）]/g;
/** These stand at either end: what is around them tells which. */
const EITHER_END = '"”»’';
const BEFORE_OPENING = /[\s([{“‘«„–—/-]/;
const AFTER_OPENING = /[\p{L}\p{N}([“‘«„'¿¡#@$€£-]/u;
const WORD = /[\p{L}\p{N}]/u;
/** What is longer could not be quoted as a whole, and is cut at its sentences. */
const LONGEST_ENCLOSED = 400;
const DEEPEST_ENCLOSED = 8;

function mayOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!EITHER_END.includes(mark)) return CLOSED_BY.has(mark);
  const isBehindSpace = at === 0 || BEFORE_OPENING.test(text.charAt(at - 1));
  return isBehindSpace && CLOSED_BY.has(mark) && AFTER_OPENING.test(text.charAt(at + 1));
}

/** Which of the marks that stand open the one at `at` closes; -1 if it closes none. */
function closedAt(text: string, at: number, open: readonly number[]): number {
  const mark = text.charAt(at);
  if (EITHER_END.includes(mark) && (WORD.test(text.charAt(at + 1)) || mayOpen(text, at))) return -1;
  return open.findLastIndex((opener) => CLOSED_BY.get(text.charAt(opener))?.includes(mark));
}

/** Where quotations and brackets that are not too long begin and end, the outermost alone. A mark without its other half has none. */
function enclosedRanges(text: string): readonly (readonly [open: number, close: number])[] {
  const ranges: [open: number, close: number][] = [];
  const open: number[] = [];
  for (const { index } of text.matchAll(PAIRED)) {
    const closed = closedAt(text, index, open);
    const from = open[closed];
    if (from === undefined) {
      if (mayOpen(text, index)) open.push(index);
      if (open.length > DEEPEST_ENCLOSED) open.shift();
      continue;
    }
    open.length = closed;
    if (index - from > LONGEST_ENCLOSED) continue;
    while ((ranges.at(-1)?.[0] ?? -1) > from) ranges.pop();
    ranges.push([from, index]);
  }
  return ranges;
}

/** Tells of places in a text, asked for in order, whether they lie within a quotation or bracket. Nothing is read before one is asked for. */
function createEnclosures(text: string): (from: number, end: number) => boolean {
  let ranges: ReturnType<typeof enclosedRanges> | undefined;
  let next = 0;
  return (from, end) => {
    ranges ??= enclosedRanges(text);
    while ((ranges[next]?.[1] ?? end) < end) next += 1;
    return (ranges[next]?.[0] ?? from) < from;
  };
}

/** Whether a sentence may end with the mark found. */
function endsSentence(text: string, { 0: mark, index }: RegExpExecArray, language: string): boolean {
  if (WIDE_END.test(mark)) return true;
  const end = index + mark.length;
  const rest = text.slice(end, end + 12);
  return OPENS.test(rest) && !(mark === "." && isAbbreviated(text, index, rest, language));
}

/**
 * Start and end offsets of each sentence, in order, outer white space left out. The whole text if it has no end mark. A quotation or
 * bracket is not cut, for its second sentence alone would be the author's own word.
 */
export function sentenceRanges(
  text: string,
  language: string,
): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  const isEnclosed = createEnclosures(text);
  let start = 0;
  const push = (end: number) => {
    let from = start;
    while (from < end && /\s/.test(text.charAt(from))) from += 1;
    if (end > from) ranges.push([from, end]);
    start = end;
  };
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (endsSentence(text, match, language) && !isEnclosed(match.index, end)) push(end);
  }
  push(text.trimEnd().length);
  return ranges;
}
