/**
 * Whether two sentences of different sources may be set beside one another: as the same fact, or as two figures for one thing. To show
 * a source as support for what it does not say is worse than to show two findings that are alike, so all that could make a difference
 * has to be the same: names and their order, dates, "not", "against", and every word that says what happened.
 */
import { wordSet } from "../corpus/languages.ts";
import { fold, scanTokens } from "../corpus/terms.ts";
import type { Cited } from "./cited.ts";
import { createReduce } from "./reduce.ts";
import { isUtterance } from "./speech.ts";
import type { AnswerTools } from "./tools.ts";
import { DATE, kindOf, QUANTITY } from "./word-kinds.ts";

/** Who told it, and when: whoever else tells it says another name there. */
const ATTRIBUTION =
  /(?:^|,?\s)(?:according to|as told by|enligt|según|laut)\s[^,.;]{1,60}|,\s(?:as )?[^,.;]{1,40}\s(?:reported|wrote|said|put it|rapporterade|skrev|uppgav|informó|escribió|berichtete)(?=[\s,.;]|$)[^,.;]{0,40}/gu;

/** These turn what is said into its contrary. */
const NEGATIONS = wordSet(
  `not no never none nobody nothing neither nor without cannot hardly inte icke ej aldrig ingen inget inga utan varken knappt nicht kein
  keine keinen keiner nie niemals ohne weder no nunca jamás ningún ninguna ninguno sin ni tampoco`,
);
const NEGATED = /n['’]t$/u;

/** These say on which side somebody stood. */
const SIDES = wordSet(
  "for against favour favor opposed emot mot gegen für dafür dagegen contra favor pro anti",
);

/** These say that something was perhaps not so: wished, feared, denied, planned. */
const TURNS = wordSet(
  `deny denies denied refuse refused refuses reject rejected plan plans planned threaten threatened consider considered want wanted wants demand
  demanded demands ask asked asks urge urged call called calls may might could would should if unless allegedly falsely claim claimed claims
  accuse accused expect expected hope hoped fear feared try tried attempt attempted propose proposed promise promised agree agreed almost nearly
  suspect suspected doubt doubted rumour rumours rumored likely possibly only first last former
  förneka förnekar förnekade vägra vägrade planerar planerade hotar hotade överväger övervägde vill ville kräver krävde begär bad uppmanar
  uppmanade kan kunde skulle bör borde om påstår påstod påstås hoppas befarar försökte föreslår föreslog lovar lovade enas nästan kanske
  niega negó rechaza rechazó planea planeó amenaza amenazó considera quiere quería exige exigió pide pidió podría debería si acusa acusó espera
  esperaba teme intenta intentó propone propuso promete prometió acordó casi quizás`,
);

/** These say how exact a figure is. */
const HEDGES = wordSet(
  `about roughly around approximately nearly almost more than over at least some up estimated total ungefär omkring cirka ca nästan drygt
  mer fler än över minst totalt unos unas cerca más menos alrededor aproximadamente`,
);

/** What a sentence says, as far as it can be compared. */
interface Told {
  /** Its words that say something, in order, without dates, figures and who told it. */
  readonly words: readonly string[];
  /** Of these, the names. */
  readonly names: readonly string[];
  readonly stems: ReadonlySet<number>;
  readonly dates: string;
  readonly figures: string;
  readonly turns: string;
}

function listed(words: Iterable<string>): string {
  return [...new Set(words)].sort().join(" ");
}

const YEAR = /^(?:19|20)\d\d$/;
const HAS_DIGIT = /\d/;
const OPENS_WITH_CAPITAL = /^\p{Lu}/u;

/** A sentence is compared with several. */
const known = new WeakMap<Cited, Told>();

function toldBy(cited: Cited, tools: AnswerTools): Told {
  const told = known.get(cited) ?? newlyTold(cited, tools);
  known.set(cited, told);
  return told;
}

function newlyTold({ ranked, citation }: Cited, { corpus: { vocabulary } }: AnswerTools): Told {
  const { rules } = ranked.evidence.analysed;
  const reduce = createReduce(vocabulary);
  const [words, names]: [string[], string[]] = [[], []];
  const [dates, figures, turns]: [string[], string[], string[]] = [[], [], []];
  const stems = new Set<number>();
  const text = citation.quote.replace(ATTRIBUTION, "");
  scanTokens(text, (start, end) => {
    const word = text.slice(start, end);
    const small = word.toLowerCase();
    const folded = fold(word);
    if (NEGATIONS.has(small) || NEGATED.test(small)) turns.push(`not${turns.length}`);
    else if (SIDES.has(small) || (TURNS.has(small) && word !== "May")) turns.push(small);
    if (YEAR.test(word) || (kindOf(folded) & DATE) !== 0) dates.push(folded);
    else if (HAS_DIGIT.test(word) || (kindOf(folded) & QUANTITY) !== 0) figures.push(folded);
    else {
      const { number, stop } = reduce(word, rules);
      if (stop || HEDGES.has(small) || isUtterance(folded, rules.language, "")) return;
      if (number !== undefined) stems.add(number);
      words.push(word);
      if (OPENS_WITH_CAPITAL.test(word) && start > 0) names.push(word);
    }
  });
  return { words, names, stems, dates: listed(dates), figures: listed(figures), turns: listed(turns) };
}

/** Whether a word, or another for the same, is among those of another sentence. */
function isSaidIn(words: readonly string[], at: number, by: Cited, other: Told, tools: AnswerTools): boolean {
  const { rules } = by.ranked.evidence.analysed;
  const { vocabulary } = tools.corpus;
  const reduce = createReduce(vocabulary);
  const { number } = reduce(words[at] ?? "", rules);
  if (number !== undefined && other.stems.has(number)) return true;
  // the phrase that the glossary knows may have begun some words before
  for (let from = Math.max(0, at - 2); from <= at; from += 1) {
    const alias = tools.aliases.match(words, from, { rules, reduce });
    if (alias === undefined || from + alias.length <= at) continue;
    if (
      alias.wordings.some(({ stems, weight }) => weight === 1 && stems.every((each) => other.stems.has(each)))
    )
      return true;
  }
  return false;
}

/** Words of one that the other has in no way. */
function furtherOf(one: Cited, told: Told, other: Told, tools: AnswerTools): readonly string[] {
  return told.words.filter((_, at) => !isSaidIn(told.words, at, one, other, tools));
}

/** The names that both have, as one has them in order; what opens a sentence is one if it is one in the other. */
function orderOf(one: Told, other: Told): string {
  const names = new Set([...one.names, ...other.names].map(fold));
  const theirs = new Set(other.words.map(fold));
  const shared = one.words.map(fold).filter((word) => names.has(word) && theirs.has(word));
  return [...new Set(shared)].join(" ");
}

function mayBeOneDate(one: Told, other: Told): boolean {
  return one.dates === other.dates || one.dates === "" || other.dates === "";
}

/** One may say this much more than the other and still say the same: "under pressure from its employees". */
const MOST_FURTHER = 0.5;

/** Whether two sentences of different sources say the same. */
export function sayTheSame(a: Cited, b: Cited, tools: AnswerTools): boolean {
  if (a.citation.quote === b.citation.quote) return true;
  const [one, other] = [toldBy(a, tools), toldBy(b, tools)];
  if (!mayBeOneDate(one, other) || one.figures !== other.figures || one.turns !== other.turns) return false;
  if (orderOf(one, other) !== orderOf(other, one)) return false;
  const [ofOne, ofOther] = [furtherOf(a, one, other, tools), furtherOf(b, other, one, tools)];
  if (ofOne.length > 0 && ofOther.length > 0) return false;
  const further = [...ofOne, ...ofOther];
  const longer = Math.max(one.words.length, other.words.length);
  return further.length <= MOST_FURTHER * longer && !further.some((word) => OPENS_WITH_CAPITAL.test(word));
}

/** Whether two sentences say the same of the same but for their figures. */
export function differInFigureAlone(a: Cited, b: Cited, tools: AnswerTools): boolean {
  const [one, other] = [toldBy(a, tools), toldBy(b, tools)];
  if (one.names.length === 0 || one.turns !== other.turns) return false;
  if (!mayBeOneDate(one, other)) return false;
  if (orderOf(one, other) !== orderOf(other, one)) return false;
  return furtherOf(a, one, other, tools).length === 0 && furtherOf(b, other, one, tools).length === 0;
}
