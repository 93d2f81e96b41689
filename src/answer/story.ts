/** Questions for a story, "how did it unfold", and the dated events that tell it: front matter says which paragraphs do. */
import { fold } from "../corpus/terms.ts";
import type { SourceEvent } from "../model.ts";
import { sayTheSame } from "./agreement.ts";
import { type Cited, cite } from "./cited.ts";
import { differenceAmong } from "./compose.ts";
import { type DecideContext, NOTED, textOf } from "./decide.ts";
import { massOf, together } from "./match.ts";
import { missingName } from "./names.ts";
import { type RankedSentence, type Ranking, rankAll } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { tokensOf } from "./tokens.ts";
import type { AnswerTools } from "./tools.ts";

/** Ways to ask for a story, wherever they stand in a question: they are taken out, and what is left says of what. */
const ASKS_FOR_STORY: readonly RegExp[] = [
  /^(?:(?:so|and|ok|okay|hey|hi|please)[\s,]+)*(?:(?:can|could|would) (?:you|u|someone|somebody) )?(?:please )?(?:walk|take|talk|run|guide|lead) (?:me|us) through (?:what happened |how things went |(?:the )?(?:story|timeline|events|days|steps|history) (?:of|at|around|between|with) )?/iu,
  /^(?:(?:so|and|ok|please)[\s,]+)*(?:(?:can|could) (?:you|u) )?(?:please )?(?:reconstruct|retrace|recount|retell|trace)(?= )/iu,
  /\bhow did (?=.{3,80}\b(?:unfold|play out|pan out|evolve|develop|progress|go on|go down|go)\b)/iu,
  /(?<=.)\b(?:unfold(?:ed)?|play(?:ed)? out|pan(?:ned)? out|transpire(?:d)?)\b/iu,
  /\b(?:step by step|day by day|week by week|month by month|year by year|blow by blow|play[- ]by[- ]play|group (?:by|after) group|one step after (?:the other|another))\b/iu,
  /\b(?:a |the )?(?:short |quick |brief |full |whole |complete |rough )?(?:time[- ]?line|chronolog(?:y|ical order)|(?:sequence|order|course|chain) of events|milestones|rundown)(?: pls| please)?(?: (?:of|for|at|on|around|between|about|with))?(?= |$|[?.!,:;])/iu,
  /\b(?:the |that |this |whole |entire |full )*(?:story|saga|history) (?:of (?!the (?:article|piece|text))|between |(?=from .* to ))/iu,
  /\b(?:from )?(?:the )?(?:start|beginning) to (?:the )?(?:finish|end)\b/iu,
  /(?:,? (?:and )?how did (?:it|that|this|things|everything) (?:all )?(?:start|begin|end)(?: (?:at|for|with) \p{L}+)?)+/iu,
  /\bwhat (?:happened|came) when\b/iu,
  /\bin (?:chronological|the right|proper) order\b/iu,
  /(?<!\p{L})(?:steg för steg|dag för dag|månad för månad|i tur och ordning|i kronologisk ordning)(?!\p{L})/iu,
  /(?<!\p{L})(?:en |ett )?(?:kort )?(?:tidslinje|tidslinjen|kronologi|kronologin|händelseförlopp|händelseförloppet)(?: (?:över|för|om|kring|av|på))?(?!\p{L})/iu,
  /^(?:kan du )?(?:ta|gå|led) (?:mig|oss) (?:igenom|genom) (?:vad som hände |historien (?:om|med|kring) )?/iu,
  /(?<!\p{L})hur utvecklade(?:s| sig)?(?!\p{L})/iu,
  /(?<!\p{L})(?:una |la )?(?:cronolog[ií]a|l[ií]nea (?:de tiempo|temporal)|secuencia)(?: de(?:l)?)?(?!\p{L})/iu,
  /(?<!\p{L})(?:paso a paso|d[ií]a (?:a|por) d[ií]a|mes a mes|en orden cronol[oó]gico)(?!\p{L})/iu,
  /(?<!\p{L})c[oó]mo se desarroll(?:ó|aron)(?!\p{L})/iu,
];

const MONTH =
  "(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch|s)?|apr(?:il)?|may|maj|june?|juni|july?|juli|aug(?:ust|usti)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
/** What happened in several months is a story, too. */
const MONTHS = new RegExp(String.raw`(?<!\p{L})${MONTH}(?!\p{L}).*?(?<!\p{L})${MONTH}(?!\p{L})`, "iu");
const WHAT_HAPPENED =
  /(?<!\p{L})(?:what (?:all )?(?:happened|went (?:down|on)|was going on)|vad hände|qu[eé] pasó)(?!\p{L})/iu;

/** One of these is in each of them, in small letters. Most questions have none, which is told sooner. */
const SIGNS =
  /through|construct|trace|recount|retell|unfold|pan|play|transpir|evolve|develop|progress|go(?: on| down)?\b|by |after |line|linje|chrono|of events|milestone|rundown|story|saga|history|start|begin|when|order|happened|went|hände|pas[oó]|steg|dag|månad|ordning|kronolog|förlopp|genom|utveckl|cronol|secuencia|mes a|desarroll/;

/** Behind what a story is of, these only say that it is one; in small letters, for "Fight" may be a name. */
const STORY_NOUNS =
  /(?<=\p{L} )(?:story|saga|affair|drama|fight|battle|struggle|dispute|episode|controversy|historien|affären|striden)(?= |$|[?.!,:;])/gu;
/** Behind "how did". */
const STORY_VERBS = /\b(?:unfold|play out|pan out|evolve|develop|progress|go on|go down|go)\b/iu;
const HOW_DID = /\bhow did\b/iu;

/**
 * What a question wants the story of: "Google and the drones" of "walk me through Google and the drones"; undefined if it wants none.
 * @param text cleaned
 */
export function storyIn(text: string): string | undefined {
  if (!SIGNS.test(text.toLowerCase())) return undefined;
  let rest = text;
  for (const pattern of ASKS_FOR_STORY) rest = rest.replace(pattern, " ");
  if (MONTHS.test(text)) rest = rest.replace(WHAT_HAPPENED, " ");
  if (rest === text) return undefined;
  if (HOW_DID.test(text)) rest = rest.replace(STORY_VERBS, " ");
  rest = rest.replace(STORY_NOUNS, " ").replace(/\s+/gu, " ");
  return rest
    .replace(/ (?=[?.!,:;])/gu, "")
    .replace(/^[\s,:;.?!–—-]+/u, "")
    .trim();
}

/** Findings of a story, at most. */
const MOST_TOLD = 3;
/** An event has at least this share of what that one has which says most of the question. */
const LEAST_OF_BEST = 0.5;
/** Together they have at least this share of the question's weight, and all its names. */
const LEAST_TOLD = 0.5;
const NAMED = 0.7;
/** What an event says of the question counts this much if another that is told says it, too, against 1 more if none does. */
const SAID_AGAIN = 0.5;
/** What it counts, as a share of the question's weight, that it says when it was and nothing is told yet of that time. */
const OTHER_TIME = 0.2;
/** Letters of a date's year. */
const YEAR = 4;
/** Events that are looked at, at most. */
const MOST_EVENTS = 400;

interface Told {
  readonly cited: Cited;
  readonly event: SourceEvent;
  /** What its paragraph and title say of each of the question's terms, 0..1. */
  readonly values: readonly number[];
  /** Whether it is one of somebody named in the question. */
  readonly isOfNamed: boolean;
  /** Whether they have all names of the question, which may also name several things that a story goes through. */
  readonly hasNames: boolean;
}

/** A question, read and ranked. */
interface Asked {
  readonly context: DecideContext;
  readonly ranking: Ranking;
}

/** What dated events tell of what was asked. */
export interface Story {
  /** At least two, in the order of their dates. */
  readonly told: readonly [Cited, Cited, ...Cited[]];
  /** 0..1: the share of the question's weight that they have together. */
  readonly share: number;
}

/** An event, and the number of the passage that tells it. */
type Place = readonly [passage: number, event: SourceEvent];

/** Events of works, those first that have what is closest to the question; the same whatever the order in which works came. */
function eventsOf({ passages }: Ranking, { corpus: { works } }: AnswerTools): readonly Place[] {
  const closest = passages.map(({ evidence }) => evidence.analysed.document.source.id);
  const others = [...works.documents()].map(({ document }) => document.source.id).sort();
  const places: Place[] = [];
  for (const id of new Set([...closest, ...others])) {
    const first = works.firstPassage(id);
    const { source } = works.document(id)?.document ?? {};
    if (first === undefined || source === undefined) continue;
    for (const event of source.events) places.push([first + event.paragraph - 1, event]);
    if (places.length >= MOST_EVENTS) break;
  }
  return places.slice(0, MOST_EVENTS);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text).map((token) => fold(token.text)));
}

/** The sentence of a paragraph that tells an event: the first of those with most words of what it is called. */
function tellingOf(sentences: readonly RankedSentence[], { what }: SourceEvent): RankedSentence | undefined {
  const words = wordsOf(what);
  let best: RankedSentence | undefined;
  let most = -1;
  for (const each of [...sentences].sort((a, b) => a.sentence - b.sentence)) {
    const common = [...wordsOf(textOf(each))].filter((word) => words.has(word)).length;
    if (common > most) [best, most] = [each, common];
  }
  return best;
}

const OWNING = /['’]?s?$/u;

/** What the events say of the question; those of somebody it names, if there are any. */
function toldOf({ context, ranking }: Asked, tools: AnswerTools): readonly Told[] {
  const { reading } = context;
  const events = eventsOf(ranking, tools);
  const sentences = rankAll([...new Set(events.map(([passage]) => passage))], reading, tools);
  const named = new Set(reading.terms.flatMap(({ name, word }) => (name ? word.replace(OWNING, "") : [])));
  const told = events.flatMap(([passage, event]): readonly Told[] => {
    const ranked = tellingOf(sentences.get(passage) ?? [], event);
    const citation = ranked && cite(ranked, reading, tools);
    if (ranked === undefined || citation === undefined) return [];
    const { match, title } = ranked.evidence;
    const hasNames = missingName(ranked.evidence, context, undefined) === undefined;
    const values = together(match.values, title.values);
    const isOfNamed = event.who.some((name) => [...wordsOf(name)].some((word) => named.has(word)));
    return [{ cited: { ranked, citation }, event, values, hasNames, isOfNamed }];
  });
  const ofNamed = told.filter((each) => each.isOfNamed);
  return (ofNamed.length > 0 ? ofNamed : told).toSorted(inOrder);
}

/** Those that say enough of the question, beside the one that says most. */
function fittingOf(told: readonly Told[], reading: Reading): readonly Told[] {
  const most = Math.max(0, ...told.map(({ values }) => massOf(values, reading)));
  return told.filter(({ values }) => massOf(values, reading) >= LEAST_OF_BEST * most);
}

/** Whether two events are one, be it that one is told less exactly. */
function tellTheSame(a: Cited, b: Cited, tools: AnswerTools): boolean {
  const isOne = a.ranked.passage === b.ranked.passage && a.ranked.sentence === b.ranked.sentence;
  return isOne || sayTheSame(a, b, tools) || differenceAmong([a, b], tools)?.kind === "less-exact";
}

/** Of these, one after another, the one that adds most to what the question has told, and of other times. */
function chosenOf(all: readonly Told[], reading: Reading, tools: AnswerTools): readonly Told[] {
  const chosen: Told[] = [];
  let said: readonly number[] = reading.terms.map(() => 0);
  const gainOf = ({ values, cited, event: { date } }: Told) => {
    // a sentence that does not say when leaves its reader without the date that it is told for
    const saysWhen = cited.citation.quote.includes(date.slice(0, YEAR));
    const isOtherTime = saysWhen && !chosen.some(({ event }) => event.date === date);
    const further = massOf(together(said, values), reading) - massOf(said, reading);
    return further + SAID_AGAIN * massOf(values, reading) + (isOtherTime ? OTHER_TIME * reading.mass : 0);
  };
  const left = new Set(all);
  while (chosen.length < MOST_TOLD && left.size > 0) {
    const [first, ...others] = left;
    if (first === undefined) break;
    const next = others.reduce((best, each) => (gainOf(each) > gainOf(best) ? each : best), first);
    left.delete(next);
    if (chosen.some(({ cited }) => tellTheSame(cited, next.cited, tools))) continue;
    chosen.push(next);
    said = together(said, next.values);
  }
  return chosen;
}

/** By date; of one date and source as its front matter has them. */
function inOrder(a: Told, b: Told): number {
  if (a.event.date !== b.event.date) return a.event.date < b.event.date ? -1 : 1;
  const [one, other] = [a.cited.citation.source, b.cited.citation.source];
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.events.indexOf(a.event) - one.events.indexOf(b.event);
}

/** A story told by some of these; undefined if they are too few, or say too little of what was asked. */
function storyBy(all: readonly Told[], reading: Reading, tools: AnswerTools): Story | undefined {
  const { terms, mass } = reading;
  const chosen = chosenOf(fittingOf(all, reading), reading, tools);
  const said = chosen.reduce<readonly number[]>(
    (values, each) => together(values, each.values),
    terms.map(() => 0),
  );
  const share = massOf(said, reading) / mass;
  const isNamed = terms.every(({ name }, term) => !name || (said[term] ?? 0) >= NAMED);
  const [first, second, ...others] = [...chosen].sort(inOrder).map(({ cited }) => cited);
  if (first === undefined || second === undefined || share < LEAST_TOLD || !isNamed) return undefined;
  return { told: [first, second, ...others], share };
}

/** The story of what was asked: told by events that have all its names, or else by such as have them together; undefined if there is none. */
export function storyOf(asked: Asked, tools: AnswerTools): Story | undefined {
  const { reading } = asked.context;
  const { terms, likenesses } = reading;
  if (likenesses.noted >= NOTED || !terms.some(({ name }) => name)) return undefined;
  const told = toldOf(asked, tools);
  const named = told.filter(({ hasNames }) => hasNames);
  return storyBy(named, reading, tools) ?? storyBy(told, reading, tools);
}
