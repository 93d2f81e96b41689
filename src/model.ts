/** The nouns of Receipts. Types only: nothing here imports, computes or knows a platform. */

/** A BCP 47 language tag, such as `en` or `sv`. */
export type Language = string;

/** A day, a month or a year: `2018-06-25`, `2018-06`, `2018`. No more precise than is supported. */
export type PartialDate = string;

/**
 * What a source's text is. `brief`: our own summary of a published work. `document`: the work's text itself.
 * `note`: a librarian's note, which accompanies answers and is never one.
 */
export type Kind = "brief" | "document" | "note";

/** A dated fact for timelines. `paragraph` is where the body says it; `inferred` is shown as such. */
export interface SourceEvent {
  readonly date: PartialDate;
  readonly inferred: boolean;
  readonly what: string;
  readonly who: readonly string[];
  readonly paragraph: number;
}

/** One file of the corpus, as its front matter describes it. */
export interface Source {
  /** The file's path below the knowledge folder, without extension: `press/salesforce-letter`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PartialDate;
  readonly language: Language;
  readonly kind: Kind;
  /** https only. */
  readonly url: string | undefined;
  readonly archived: string | undefined;
  readonly retrieved: PartialDate | undefined;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  /** Example questions that help and onboarding may show. */
  readonly questions: readonly string[];
  readonly events: readonly SourceEvent[];
  /** The day a person compared the file with the published work. */
  readonly checked: PartialDate | undefined;
}

/** From and to, 1-based and inclusive, front matter counted. */
export type LineRange = readonly [from: number, to: number];

/** What a paragraph is in its file. `quote` is a Markdown quote block: a publisher's or speaker's own wording. */
export type PassageForm = "text" | "item" | "row" | "quote" | "code";

/** One paragraph of a source: the unit of retrieval. */
export interface Passage {
  readonly source: Source;
  /** From 1 over the body; headings are not counted. */
  readonly paragraph: number;
  readonly lines: LineRange;
  /** Plain text: inline Markdown removed, white space collapsed. */
  readonly text: string;
  readonly form: PassageForm;
  /** The headings above it, outermost first: context, never quoted. */
  readonly headings: readonly string[];
}

/** A source with its passages and the text of its file as loaded, against which quotes are checked. */
export interface Document {
  readonly source: Source;
  readonly passages: readonly Passage[];
  /** The whole file, front matter included, lines ending in `\n`. */
  readonly file: string;
}

/** Something wrong with a file, said so that a librarian can mend it. Shown as `path:line: problem`. */
export interface Problem {
  readonly path: string;
  /** 1-based; 1 when the whole file is meant. */
  readonly line: number;
  readonly problem: string;
}

/** Words that mean the same and words that help to find, as the librarian's glossary has them. */
export interface Glossary {
  /** Groups of equal terms, in any language; each scores as one term. */
  readonly same: readonly (readonly string[])[];
  /** Terms that help to find but are not equal: a term, and what it may lead to. */
  readonly related: readonly { readonly term: string; readonly leadsTo: readonly string[] }[];
}

export type DifferenceKind = "two-accounts" | "less-exact" | "different-moments" | "two-figures";

/** A paragraph of a source, as `source#paragraph` names it. */
export interface PassageReference {
  readonly source: string;
  readonly paragraph: number;
}

/** What the librarian's differences file says about passages that give different values for one thing. */
export interface KnownDifference {
  readonly kind: Exclude<DifferenceKind, "two-figures">;
  readonly about: string;
  /** What each side says in a word or two, such as "Turned down" or "hundreds"; absent if the file names none. */
  readonly names?: readonly string[];
  readonly sides: readonly (readonly PassageReference[])[];
}

/** How people ask for what a sentence says, as the librarian's questions file has it. */
export interface KnownQuestion extends PassageReference {
  readonly text: string;
  /** Which sentence of the paragraph answers it, from 0. */
  readonly sentence: number;
}

/** A question as it was put. Nothing about who put it. */
export interface Question {
  readonly text: string;
}

/** A place in the corpus that a person can open. */
export interface Location {
  readonly source: Source;
  readonly paragraph: number;
  readonly lines: LineRange;
}

/** Words of a paragraph of the corpus. */
export interface Quoted {
  readonly source: Source;
  readonly paragraph: number;
  /** As the file has it, inline Markdown removed, white space collapsed. */
  readonly quote: string;
}

/** Where a quote stands, and its verbatim words there: a sentence, rarely two. */
export interface Citation extends Location, Quoted {
  /** Whether words of a sentence too long to be quoted whole are left out before the quote, and behind it; absent if none are. */
  readonly leftOut?: readonly [before: boolean, behind: boolean];
  /** `quote` for a publisher's or speaker's own wording, also inside a brief. */
  readonly form: PassageForm;
  /** Short, stable name of source, paragraph text and sentence range; survives restarts; carries nothing else. */
  readonly key: string;
  /** Compares within one question only. */
  readonly score: number;
}

/** A quote with its citations: the first is where the quote is from, the others say the same fact elsewhere. */
export interface Finding {
  readonly citations: readonly [Citation, ...Citation[]];
}

/** Findings that give different values for one thing, side by side and with no winner. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly about: string;
  /** What each side says in a word or two; absent if the librarian named none. */
  readonly names?: readonly string[];
  /** Each side is a list of indexes into the answer's findings. */
  readonly sides: readonly (readonly number[])[];
  /** What all sides have in common, such as an amount; undefined if nothing is. */
  readonly same: string | undefined;
}

/** A librarian's note that accompanies an answer or a not-found. */
export type Note = Quoted;

/** How far the searched sources reach in time. */
export interface Coverage {
  /** Published works searched; notes are not counted. */
  readonly sources: number;
  readonly from: PartialDate | undefined;
  readonly to: PartialDate | undefined;
}

/** Near the question, not an answer: shown by source and what that source is about. */
export interface Nearest {
  readonly source: Source;
  readonly about: string;
}

interface AnswerBase {
  /** The question's language, as detected. */
  readonly language: Language;
  /** 0..1, calibrated for the loaded corpus. */
  readonly confidence: number;
  readonly notes: readonly Note[];
  readonly coverage: Coverage;
  /** The question says "now", "still" or "current": the reply leads with the newest source's date. */
  readonly asksForNow: boolean;
  /** Ranked citations, best first, at most as many as were asked for; also when nothing is answered. */
  readonly ranked: readonly Citation[];
}

/** Not knowing is a result, never an exception. */
export type Answer =
  | (AnswerBase & {
      readonly kind: "found";
      readonly findings: readonly [Finding, ...Finding[]];
      readonly difference: Difference | undefined;
    })
  | (AnswerBase & {
      readonly kind: "not-found";
      /** `nothing-asked`: no words to search for were left, as with an emoji or an empty line. */
      readonly reason: "not-in-sources" | "nothing-asked";
      readonly nearest: readonly Nearest[];
    });

/** Where an invocation comes from. Never who. */
export interface Place {
  readonly platform: "slack" | "discord" | "terminal";
  /** The platform's channel id; a direct message's is a person and is never stored or logged. */
  readonly channel: string;
  readonly thread: string | undefined;
  /** A direct message, or the terminal. */
  readonly direct: boolean;
}

/** Who sees a reply. */
export type Audience = "asker" | "channel";

/** A command with its unchecked words, from any way in. */
export interface Invocation {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly audience: Audience;
  /** Whether the platform lets the asker manage the channel, or lets everyone in it. */
  readonly mayManage: boolean;
  /** The asker's interface language if the platform tells it; wording falls back to it, then to English. */
  readonly locale: Language | undefined;
}

/** A run of text within a block. Unescaped; renderers escape, and only they. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** The channel of the place the reply is for, named as the platform names it. */
  | { readonly kind: "channel" };

/**
 * A block of a reply. `finding` holds corpus words; `verbatim` says whether they are a publisher's or speaker's own (quotation
 * marks, quote bar) or our summary's (neither). `labels` say whose words they are, and the source with its link; `at` is the
 * same as places in the corpus with their words there, for whoever can open them or has to correct them: the first is where `words`
 * are from. `shows` and `names` are what a paragraph stands on: words that it shows, or only names as saying the same. `fine` is small
 * print.
 */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly text: readonly Inline[];
      readonly shows?: readonly Quoted[];
      readonly names?: readonly Quoted[];
    }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: "finding";
      readonly ordinal: number | undefined;
      /** The side's name in a difference, such as "Turned down". */
      readonly side: string | undefined;
      readonly words: string;
      readonly language: Language;
      readonly verbatim: boolean;
      readonly labels: readonly (readonly Inline[])[];
      readonly at: readonly (Location & Quoted)[];
    }
  | { readonly kind: "fine"; readonly text: readonly Inline[] };

/** What a button does. All carry short keys only, so they work after a restart. */
export type ActionKind =
  | "share"
  | "share-confirmed"
  | "take-back"
  | "cancel"
  | "more"
  | "context"
  | "wrong"
  | "librarians"
  | "ask-example";

/**
 * A button. `keys` are what `shownKeys` made of the findings for `share` and `share-confirmed`, citation keys for `more`, `context`
 * and `wrong`, the post's id for `take-back`, an example's key for `ask-example`, and nothing for the others.
 */
export interface Action {
  readonly kind: ActionKind;
  readonly label: string;
  readonly keys: readonly string[];
}

/** A pressed button. Never who pressed it. */
export interface Press {
  readonly action: ActionKind;
  readonly keys: readonly string[];
  readonly place: Place;
  /** The platform's name of the message the button is on, so that pressing twice counts once. */
  readonly message: string;
  readonly locale: Language | undefined;
}

/** What a press leads to: seen by the presser alone. */
export interface Pressed {
  readonly reply: Reply;
  /** The reply takes the place of the message the button is on; otherwise it stands beside it. */
  readonly replaces: boolean;
}

/** An empty box to type in, for a platform to show as it shows forms. */
export interface Form {
  readonly title: string;
  /** Who will read what is typed. */
  readonly notice: string;
  readonly label: string;
  readonly submit: string;
  /** In characters. */
  readonly maxLength: number;
}

/** A platform-neutral message. */
export interface Reply {
  readonly audience: Audience;
  /** The language of the wording, for screen readers and renderers that number or date things. */
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
}
