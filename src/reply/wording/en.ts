import { joinLines, line } from "../inline.ts";
import { correctionEn, digestEn, staffEn } from "./digest-en.ts";
import type { Cited, Wording } from "./wording.ts";
import { capital, dateParts, languageName } from "./words.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** From two sides of a difference on. */
const COUNTS = ["Two", "Three", "Four", "Five"];

function date(value: string): string {
  const { year, month, day } = dateParts(value);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

const inDate = (value: string) => `${dateParts(value).day === undefined ? "in" : "on"} ${date(value)}`;
const possessive = (name: string) => (/s$/i.test(name) ? `${name}'` : `${name}'s`);
const foreign = ({ foreign }: Cited) => (foreign === undefined ? "" : `in ${languageName(foreign, "en")}`);
const bracketed = ({ link }: Cited) => (link.length === 0 ? link : line` (${link})`);
const comma = ({ link }: Cited) => (link.length === 0 ? link : line`, ${link}`);
const work = (cited: Cited) =>
  line`${cited.publisher}, ${date(cited.published)}, “${cited.title}”${bracketed(cited)}`;

function label(cited: Cited) {
  const language = foreign(cited);
  const place = line`${work(cited)}.`;
  switch (cited.voice) {
    case "summary":
      return line`Our summary, ${language && `${language}, `}not ${possessive(cited.publisher)} words: ${place} Summary paragraph ${cited.paragraph}.`;
    case "quotation":
      return line`Quoted${language && ` ${language}`} from ${place} Summary paragraph ${cited.paragraph}.`;
    case "text":
      return line`${language && `${capital(language)}: `}${place} Paragraph ${cited.paragraph}.`;
    case "note":
      return line`Librarian's note${language && `, ${language}`}: “${cited.title}”, ${date(cited.published)}. Paragraph ${cited.paragraph}.`;
  }
}

/** "our summary of The Hill", "The Hill": whose words, within a sentence. */
function owner(cited: Cited): string {
  const language = foreign(cited);
  const comma = language && `, ${language},`;
  if (cited.voice === "summary") return `our summary${comma} of ${cited.publisher}`;
  return `${cited.voice === "quotation" ? "quoted from " : ""}${cited.publisher}${language && `, ${language}`}`;
}

/** Replies in English. */
export const en: Wording = {
  language: "en",
  date,
  quoted: (text) => `“${text}”`,
  link: "link",
  channel: "this channel",
  label,
  sameSource: (cited) =>
    cited.voice === "summary"
      ? line`Same summary, paragraph ${cited.paragraph}.`
      : line`Same source, paragraph ${cited.paragraph}.`,
  also: (cited) =>
    line`Also: ${owner(cited)}, ${date(cited.published)}${bracketed(cited)}, paragraph ${cited.paragraph}.`,
  short(cited) {
    const whose = { summary: "Our summary", quotation: "Quotation", text: "", note: "Librarian's note" }[
      cited.voice
    ];
    const language = foreign(cited);
    const first = [whose, language].filter(Boolean).join(", ");
    const parts = [line`${first}`, line`${cited.publisher}`, line`${date(cited.published)}`, cited.link];
    return line`(${joinLines(
      parts.filter((part) => part.length > 0),
      " · ",
    )})`;
  },
  lessExact: (value, cited) =>
    line`Less exact elsewhere: ${value} (${owner(cited)}, ${date(cited.published)}${comma(cited)}).`,
  difference(kind, sides) {
    const count = COUNTS[sides - 2] ?? String(sides);
    switch (kind) {
      case "two-accounts":
        return `${count} accounts in our sources. We do not say which is right.`;
      case "different-moments":
        return "Figures from different moments in our sources.";
      case "two-figures":
        return `${count} figures in our sources.`;
      case "less-exact":
        return "One source is more exact than the other.";
    }
  },
  same: (sides, what) => `Same in ${sides === 2 ? "both" : "all"}: ${what}.`,
  asOf: (at, newest) =>
    newest === undefined
      ? `True as of ${date(at)}, where our sources on this end.`
      : `True as of ${date(at)}; our sources on this end ${inDate(newest)}.`,
  newest: (at) =>
    `Our newest source on this is from ${date(at)}. What has happened since is not in our sources.`,
  unchecked: "Not checked against the published work yet.",
  notFound: "Not in our sources.",
  searched(sources, from, to) {
    const count = sources === 1 ? "1 source" : `${sources} sources`;
    const span =
      from === undefined || to === undefined
        ? ""
        : from === to
          ? `, ${date(from)}`
          : `, ${date(from)} to ${date(to)}`;
    return `We searched ${count}${span}. That does not tell you whether it happened.`;
  },
  note: (text) => `Librarian's note: ${text}`,
  nearest: (lines) => line`Nearest, not an answer: ${joinLines(lines, "; ")}.`,
  near: (about, cited) => line`${about} (${cited.publisher}, ${date(cited.published)}${comma(cited)})`,
  nothingAsked: "Ask in words, a name or a number for instance, and you get what our sources say about it.",
  apology: "Sorry, that went wrong on our side. Nothing you typed was kept. Please try once more.",
  busy: "That was a lot at once. Please wait a minute and ask again.",
  findSources: "Find sources for this",
  actions: {
    share: "Share…",
    "share-confirmed": "Post",
    "take-back": "Take back",
    cancel: "Cancel",
    more: "More",
    context: "Context",
    wrong: "Something wrong?",
    librarians: "Ask the librarians…",
    "ask-example": "Ask",
  },
  usage: {
    unknownCommand: (names, meant) =>
      meant === undefined
        ? `There is no such command. There are: ${names.join(", ")}.`
        : `There is no such command. Did you mean ${meant}?`,
    missing: (param, usage) => `Please add ${param}: ${usage}`,
    tooLong: (length, max) =>
      `That is ${length} characters; a question has at most ${max}. Please ask for one fact at a time, in a sentence or two.`,
    notANumber: (param, min, max) => `${param} has to be a whole number from ${min} to ${max}.`,
    notAChoice: (param, choices) => `${param} has to be one of: ${choices.join(", ")}.`,
    unknownSource: (meant) =>
      meant.length === 0
        ? "We have no source of that name. The command sources lists what we have."
        : `We have no single source of that name. Did you mean one of these? ${meant.join(", ")}`,
    unknownParagraph: (last) => `That source has the paragraphs 1 to ${last}.`,
  },
  press: {
    confirmShare: line`Post to ${[{ kind: "channel" }]}? Your name is not on it; the moment may give you away.`,
    shared: "Posted. Your name is not on it.",
    alreadyShared: "This is posted already; it was not posted twice.",
    notShared: "Not posted.",
    takenBack: "Taken back. Who has seen it, has seen it.",
    gone: "Our sources have changed here since this message. Please ask again.",
    more: "Further passages, best first. They may not answer the question.",
    wrong: "Please compare with the published work:",
    wrongLast: "Whoever keeps the sources can correct the file named above, and every answer with it.",
    notDelivered: "That could not be posted here. Is the bot a member of this channel, and may it write?",
    notTakenBack:
      "That could not be taken back, as far as we can tell. Please look at the channel, and try again.",
    unsure: "Nobody can tell whether that was posted. Please look at the channel before you try again.",
  },
  librarians: {
    title: "Ask the librarians",
    notice:
      "The people who keep these sources will read this in their own channel, without your name. Nothing is stored here.",
    label: "What are you looking for, or what is wrong?",
    submit: "Send",
    posted: "To the librarians, without a name:",
    thanks: "Sent to the librarians, without your name. They cannot answer you in person.",
    empty: "Nothing was typed, so nothing was sent.",
    notSent: "That did not reach the librarians, as far as we can tell. Please try again later.",
  },
  source: {
    heading: (count) => (count === 1 ? "1 source" : `${count} sources`),
    none: (topics) =>
      topics.length === 0
        ? "No source is about that."
        : `No source is about that. Our sources are about: ${topics.join(", ")}.`,
    empty: "There are no sources yet.",
    kind(voice, paragraphs) {
      const size = paragraphs === 1 ? "1 paragraph" : `${paragraphs} paragraphs`;
      return `${{ summary: "our summary", quotation: "quotation", text: "the text itself", note: "librarian's note" }[voice]}, ${size}`;
    },
    rest: (count) => `And ${count} more. Add a word to narrow the list, such as a topic or a publisher.`,
    paragraph: (number, of) => `Paragraph ${number} of ${of}`,
    asked: "the cited one",
  },
  help: {
    what: "I answer with the words of our sources and say where they stand, or say that it is not in them.",
    examples: "For example:",
    aboutTopic: (topic) => `What do our sources say about ${topic}?`,
    commands: "Commands:",
    written: {
      slack:
        "Written here as /ask and your question, or /receipts and the command: /receipts sources. After a mention, just the words.",
      discord: "Each is a slash command of its own here, such as /sources. After a mention, just the words.",
      terminal: "Written as they stand here, such as sources.",
    },
    private: "Answers to commands are seen by you alone; a mention is answered for all to see.",
  },
  privacy: [
    "Commands: only you see the answer in this channel. Slack or Discord still handles what you type.",
    "Mentions: your question and the answer are seen by everyone in the channel.",
    "Direct messages: between you, the bot and the platform. A private answer cannot be corrected later.",
    "Terminal: nothing leaves this machine. Ask at the prompt, so that no question lands in the shell's history.",
    "Share posts what was found and its source, never your question or name. The moment may give you away.",
    "The bot keeps nothing about people: no names, no ids, no questions. Its log holds counts, error names and durations.",
    "For digests and corrections the bot keeps which channels get them and which of our words were posted there; never anything of a direct message.",
    "Whoever owns a workspace can read its messages, direct ones included. Slack belongs to Salesforce.",
    "The server that runs the bot sees questions pass through its memory and writes none down.",
    "Everything in our sources can be read by anyone who can message the bot, guests and connected workspaces included.",
  ],
  home: {
    addHeading: "How to add a source",
    add: "Whoever runs the bot puts a file into the knowledge folder (npm run add asks for title, publisher and date); answers follow within seconds. Everyone else tells the librarians.",
    privacyHeading: "Who sees what, and what is kept",
  },
  notices: {
    away: (platform, minutes) =>
      `The bot was cut off from ${platform} for about ${minutes === 1 ? "a minute" : `${minutes} minutes`} and is back. Questions asked meanwhile may have had no answer.`,
    broken: (problems) =>
      `${problems.length === 1 ? "A source file" : `${problems.length} source files`} cannot be read; the last good version keeps answering: ${problems.join(" · ")}`,
  },
  terminal: {
    welcome: "Receipts answers with the words of its sources, or says that they do not have it.",
    how: "Ask a question. help shows the commands; Ctrl-D ends.",
    prompt: "Your question: ",
    buttons: (names) => `You can also type: ${names.join(", ")}`,
    nothingToShow: "Ask a question first.",
  },
  digest: digestEn,
  correction: correctionEn,
  staff: staffEn,
};
