/** Answers as replies. All that a reply says is worded here and in `wording/`; adapters only translate it. */
import type {
  Action,
  ActionKind,
  Answer,
  Audience,
  Block,
  Citation,
  Finding,
  Language,
  Note,
  PartialDate,
  Place,
  Reply,
  Source,
} from "../model.ts";
import { exampleActions, exampleBlocks, exampleQuestions } from "./examples.ts";
import { findingBlocks } from "./findings.ts";
import { type Line, line, strong } from "./inline.ts";
import { cited } from "./label.ts";
import { type Shown, shownKeys } from "./shown.ts";
import { wordingFor } from "./wording/tables.ts";
import type { Wording } from "./wording/wording.ts";

/** What a reply depends on beside the answer. */
export interface ReplyContext {
  readonly place: Place;
  readonly audience: Audience;
  /** The interface's language, for a question in a language that we have no wording for. */
  readonly locale: Language | undefined;
  /** All sources that are loaded, to tell where those on a topic end. */
  readonly sources: readonly Source[];
  /** Someone reads what is asked of the librarians. */
  readonly staffed: boolean;
}

/** Further passages that More may show. */
const MOST_MORE = 5;

/** The block of one plain paragraph. */
export const paragraph = (text: string | Line): Block => ({
  kind: "paragraph",
  text: typeof text === "string" ? line`${text}` : text,
});

/** The block of one line of small print. */
export const fine = (text: string | Line): Block => ({
  kind: "fine",
  text: typeof text === "string" ? line`${text}` : text,
});

/** A button with its words. */
export const action = (words: Wording, kind: ActionKind, keys: readonly string[]): Action => ({
  kind,
  label: words.actions[kind],
  keys,
});

/** An answer, or a not-found, with what belongs to it. The question is not in it. */
export function answerReply(answer: Answer, context: ReplyContext): Reply {
  const words = wordingFor(answer.language, context.locale);
  const blocks = answer.kind === "found" ? found(answer, context, words) : notFound(answer, context, words);
  const actions =
    answer.kind === "found" ? foundActions(answer, context, words) : notFoundActions(answer, context, words);
  return { audience: context.audience, language: words.language, blocks, actions };
}

/** The post that Share makes: findings and sources alone. */
export function sharedReply(shown: Shown, sources: readonly Source[]): Reply {
  const words = wordingFor(shown.language);
  const blocks = [...findingBlocks(shown, words), ...smallPrint(shown, sources, words)];
  return { audience: "channel", language: words.language, blocks, actions: [] };
}

type Found = Extract<Answer, { kind: "found" }>;
type NotFound = Extract<Answer, { kind: "not-found" }>;

function found(answer: Found, { sources }: ReplyContext, words: Wording): readonly Block[] {
  const shown = { ...answer, language: words.language };
  const lead = answer.asksForNow ? [paragraph(words.newest(newestOnTopic(answer.findings, sources)))] : [];
  return [
    ...lead,
    ...findingBlocks(shown, words),
    ...noteBlocks(answer.notes, words),
    ...smallPrint(shown, sources, words),
  ];
}

function foundActions(answer: Found, { place, audience }: ReplyContext, words: Wording): readonly Action[] {
  const shown = shownKeys({ ...answer, language: words.language });
  const keys = [words.language, ...answer.findings.map((finding) => finding.citations[0].key)];
  const more = furtherKeys(answer);
  return [
    ...(audience === "asker" && !place.direct ? [action(words, "share", shown)] : []),
    ...(more.length > 0 ? [action(words, "more", [words.language, ...more])] : []),
    action(words, "context", keys),
    action(words, "wrong", keys),
  ];
}

function furtherKeys({ findings, ranked }: Found): readonly string[] {
  const shown = new Set(findings.flatMap((finding) => finding.citations.map((citation) => citation.key)));
  const further = ranked.map((citation) => citation.key).filter((key) => !shown.has(key));
  return [...new Set(further)].slice(0, MOST_MORE);
}

function notFound(answer: NotFound, { sources: all }: ReplyContext, words: Wording): readonly Block[] {
  const examples = exampleBlocks(examplesAfter(answer, all, words), words);
  if (answer.reason === "nothing-asked") return [paragraph(words.nothingAsked), ...examples];
  const { sources, from, to } = answer.coverage;
  const nearest = answer.nearest.map(({ source, about }) => words.near(about, cited(source, words)));
  return [
    paragraph(strong(words.notFound)),
    paragraph(words.searched(sources, from, to)),
    ...noteBlocks(answer.notes, words),
    ...(nearest.length > 0 ? [paragraph(words.nearest(nearest))] : []),
    ...examples,
  ];
}

/** Where nothing is near, either, questions that have an answer lead on. */
const examplesAfter = ({ nearest }: NotFound, sources: readonly Source[], words: Wording) =>
  nearest.length > 0 ? [] : exampleQuestions(sources, words);

function notFoundActions(
  answer: NotFound,
  { staffed, sources }: ReplyContext,
  words: Wording,
): readonly Action[] {
  const asked = staffed && answer.reason === "not-in-sources";
  return [
    ...exampleActions(examplesAfter(answer, sources, words), words),
    ...(asked ? [action(words, "librarians", [words.language])] : []),
  ];
}

const noteBlocks = (notes: readonly Note[], words: Wording): readonly Block[] =>
  notes.map((note) => ({ kind: "paragraph", text: line`${words.note(note.quote)}`, shows: [note] }));

/** As of when it is true, and whether anyone has compared our text with the published one. */
function smallPrint(shown: Shown, sources: readonly Source[], words: Wording): readonly Block[] {
  const citations: readonly Citation[] = shown.findings.flatMap((finding) => finding.citations);
  const unchecked = citations.some(({ source }) => source.checked === undefined);
  const sided = shown.difference !== undefined && shown.difference.kind !== "less-exact";
  const at = shown.findings[0].citations[0].source.published;
  const newest = newestOnTopic(shown.findings, sources);
  // sides carry their own dates, and one date for both would be wrong for one of them
  const lines = sided ? [] : [words.asOf(at, newest > at ? newest : undefined)];
  if (unchecked) lines.push(words.unchecked);
  return lines.length > 0 ? [fine(lines.join(" "))] : [];
}

/** The date of the newest source on what these findings are about: their sources' first topics. */
function newestOnTopic(findings: readonly Finding[], sources: readonly Source[]): PartialDate {
  const cited = findings.flatMap((finding) => finding.citations.map((citation) => citation.source));
  const topics = new Set(cited.flatMap((source) => source.topics.slice(0, 1)));
  const related = sources.filter(
    (source) => source.kind !== "note" && source.topics.some((topic) => topics.has(topic)),
  );
  // as text: "2018-09" is before "2018-09-25", which is the more precise
  return (
    [...cited, ...related]
      .map((source) => source.published)
      .sort()
      .at(-1) ?? ""
  );
}
