/** What a reply needs words for. Each language is one table of this shape; nothing outside `reply/` words a reply. */
import type { ActionKind, DifferenceKind, Language, PartialDate, Place } from "../../model.ts";
import type { Line } from "../inline.ts";
import type { CorrectionWording, DigestWording, StaffWording } from "./digest.ts";

/** The languages that replies are worded in. */
export type WordingLanguage = "en" | "sv" | "es";

/** A text in every language that replies are worded in. */
export type Localized = Readonly<Record<WordingLanguage, string>>;

/** Whose words a citation quotes: our summary's, someone quoted in it, the published text's, a librarian's. */
export type Voice = "summary" | "quotation" | "text" | "note";

/** A citation, ready to be named. */
export interface Cited {
  readonly voice: Voice;
  readonly publisher: string;
  readonly title: string;
  readonly published: PartialDate;
  readonly paragraph: number;
  /** The quote's language, where it is not the reply's. */
  readonly foreign: Language | undefined;
  /** A link to the published work; empty if it has no address. */
  readonly link: Line;
}

/** What a person typed that cannot be used, and what would be. */
export interface UsageWording {
  unknownCommand(names: readonly string[], meant: string | undefined): string;
  missing(param: string, usage: string): string;
  tooLong(length: number, max: number): string;
  notANumber(param: string, min: number, max: number): string;
  notAChoice(param: string, choices: readonly string[]): string;
  unknownSource(meant: readonly string[]): string;
  unknownParagraph(last: number): string;
}

/** What buttons lead to. */
export interface PressWording {
  readonly confirmShare: Line;
  readonly shared: string;
  readonly alreadyShared: string;
  readonly notShared: string;
  readonly takenBack: string;
  /** The paragraph of a button has changed or gone. */
  readonly gone: string;
  readonly more: string;
  /** Leads from a doubt to the published works. */
  readonly wrong: string;
  readonly wrongLast: string;
  readonly notDelivered: string;
  readonly notTakenBack: string;
  /** Nobody can know whether it was posted. */
  readonly unsure: string;
}

/** The box for a question to the librarians, and what becomes of it. */
export interface LibrarianWording {
  readonly title: string;
  readonly notice: string;
  readonly label: string;
  readonly submit: string;
  readonly posted: string;
  readonly thanks: string;
  readonly empty: string;
  readonly notSent: string;
}

/** What the librarians' channel is told by the bot itself. */
export interface NoticeWording {
  away(platform: string, minutes: number): string;
  broken(problems: readonly string[]): string;
}

/** What a platform's page about the bot says beside help and privacy. */
export interface HomeWording {
  readonly addHeading: string;
  readonly add: string;
  readonly privacyHeading: string;
}

/** What `sources` and `source` say around titles and paragraphs. */
export interface SourceWording {
  heading(count: number): string;
  none(topics: readonly string[]): string;
  readonly empty: string;
  kind(voice: Voice, paragraphs: number): string;
  rest(count: number): string;
  paragraph(number: number, of: number): string;
  readonly asked: string;
}

export interface HelpWording {
  readonly what: string;
  readonly examples: string;
  aboutTopic(topic: string): string;
  readonly commands: string;
  /** How commands are written where the person is. */
  readonly written: Readonly<Record<Place["platform"], string>>;
  readonly private: string;
}

/** What the terminal says that a chat platform shows by other means. */
export interface TerminalWording {
  readonly welcome: string;
  readonly how: string;
  readonly prompt: string;
  buttons(names: readonly string[]): string;
  readonly nothingToShow: string;
}

export interface Wording {
  readonly language: WordingLanguage;
  /** "25 June 2018", "June 2018", "2018". */
  date(date: PartialDate): string;
  quoted(text: string): string;
  readonly link: string;
  readonly channel: string;
  /** Whose words, and where they are: under a finding. */
  label(cited: Cited): Line;
  /** A further finding from a source that is already named. */
  sameSource(cited: Cited): Line;
  /** Another citation of the same fact. */
  also(cited: Cited): Line;
  /** One bracket, where space is short. */
  short(cited: Cited): Line;
  lessExact(value: string, cited: Cited): Line;
  difference(kind: DifferenceKind, sides: number): string;
  same(sides: number, what: string): string;
  asOf(date: PartialDate, newest: PartialDate | undefined): string;
  newest(date: PartialDate): string;
  readonly unchecked: string;
  readonly notFound: string;
  searched(sources: number, from: PartialDate | undefined, to: PartialDate | undefined): string;
  note(text: string): string;
  nearest(lines: readonly Line[]): Line;
  near(about: string, cited: Cited): Line;
  readonly nothingAsked: string;
  readonly apology: string;
  /** A person asks more often than the bot answers one person. */
  readonly busy: string;
  /** The entry of a message's menu that looks for what the sources say about it; at most 32 characters. */
  readonly findSources: string;
  readonly actions: Readonly<Record<ActionKind, string>>;
  readonly usage: UsageWording;
  readonly press: PressWording;
  readonly librarians: LibrarianWording;
  readonly source: SourceWording;
  readonly help: HelpWording;
  readonly privacy: readonly string[];
  readonly home: HomeWording;
  readonly notices: NoticeWording;
  readonly terminal: TerminalWording;
  readonly digest: DigestWording;
  readonly correction: CorrectionWording;
  readonly staff: StaffWording;
}
