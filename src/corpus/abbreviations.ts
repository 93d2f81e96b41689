/** Abbreviations that a text itself explains: "Full Name (ABC)". */

/** An abbreviation and its long form. */
export type Abbreviation = readonly [short: string, long: string];

/** Words of a long form at most; the small ones between them come on top. */
const LONGEST = 10;

/** `Full Name (ABC)` in running text, where the letters of ABC open the name's words. */
const ABBREVIATED = /\(([\p{Lu}][\p{Lu}\p{Ll}]{1,9})\)/gu;

/** Pairs of an abbreviation and its long form that a text itself gives. */
export function learnAbbreviations(text: string): readonly Abbreviation[] {
  const found: [string, string][] = [];
  if (!text.includes("(")) return found;
  for (const match of text.matchAll(ABBREVIATED)) {
    const short = match[1] ?? "";
    if (short.slice(1) === short.slice(1).toLowerCase()) continue;
    const before = text
      .slice(Math.max(0, match.index - 120), match.index)
      .trim()
      .split(/\s+/);
    const long = longForm(short.toLowerCase(), before);
    if (long !== undefined) found.push([short, long]);
  }
  return found;
}

const SMALL_WORDS = /^(?:of|for|and|the|in|on|to|&|och|för|av|i|de|del|la|y|para)$/i;

// walks back over the words before the bracket, consuming the abbreviation's letters from its last
function longForm(short: string, before: readonly string[]): string | undefined {
  let left = short.length;
  for (let at = before.length - 1; at >= 0 && before.length - at <= LONGEST; at -= 1) {
    const word = before[at] ?? "";
    const initial = word
      .replace(/^[^\p{L}]+/u, "")
      .charAt(0)
      .toLowerCase();
    if (initial === short.charAt(left - 1)) left -= 1;
    else if (!SMALL_WORDS.test(word)) return undefined;
    if (left === 0) return before.slice(at).join(" ");
  }
  return undefined;
}
