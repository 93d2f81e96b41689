/** Where a paragraph's sentences begin and end. */

// Abbreviations after which a full stop does not end a sentence, folded, without their last stop.
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st sr jr inc ltd co corp vs etc al no nos vol fig gen col lt sgt capt rev hon gov sen rep dept est approx ca cf
  e.g i.e p pp ed eds viz u.s u.k u.n a.m p.m d.c
  bl.a t.ex m.fl m.m d.v.s dvs osv s.k f.d o.s.v kl nr resp ang inkl exkl max min tel fr.o.m t.o.m jfr ev st. kap
  z.b d.h u.a bzw usw ggf evtl inkl bspw vgl abs art str hrsg jh v.chr n.chr o.a sog u.u z.t mio mrd nr mill gegr geb gest
  sra srta dra ud uds ee.uu pag num aprox av prof.ª`
    .split(/\s+/)
    .filter(Boolean),
);

const ENDS = /[.!?…]+["”’')\]»]*(?=\s)|[。！？।؟]+["”’')\]»」』]*/gu;
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
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u;

function isAbbreviated(text: string, at: number, language: string): boolean {
  const before = LAST_WORD.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "";
  if (INITIALS.test(before)) return true;
  if (/^\d{1,2}$/.test(before)) return STOPPED_ORDINALS.has(language);
  return ABBREVIATIONS.has(before.toLowerCase());
}

/** Whether a text that ends with a full stop ends in an abbreviation: "near St.". */
export function endsInAbbreviation(text: string, language: string): boolean {
  return text.endsWith(".") && isAbbreviated(text, text.length - 1, language);
}

/** Start and end offsets of each sentence, in order, outer white space left out. The whole text if it has no end mark. */
export function sentenceRanges(
  text: string,
  language: string,
): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    while (from < end && /\s/.test(text.charAt(from))) from += 1;
    if (end > from) ranges.push([from, end]);
    start = end;
  };
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (/^[。！？।؟]/u.test(match[0])) push(end);
    else if (
      OPENS.test(text.slice(end, end + 12)) &&
      !(match[0] === "." && isAbbreviated(text, match.index, language))
    )
      push(end);
  }
  push(text.trimEnd().length);
  return ranges;
}
