import { line, strong } from "../inline.ts";
import {
  type CorrectionWording,
  clockTime,
  type DigestWording,
  listIn,
  momentIn,
  type Rest,
  type StaffWording,
} from "./digest.ts";

const DAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

const moment = (at: Date, zone: string) => momentIn("en", at, zone);
const list = (items: readonly string[]) => listIn("en", items);

function days(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "Every day";
  if (weekdays.join("") === "12345") return "Mondays to Fridays";
  return list(weekdays.map((day) => DAYS[day - 1] ?? ""));
}

const WHY: Readonly<Record<Rest, string>> = {
  asked: "someone here paused it",
  gone: "the channel is gone",
  "not-a-member": "the bot is not a member of the channel; invite it, then resume",
  archived: "the channel is archived",
  "not-allowed": "the bot may not write in the channel; allow it, then resume",
};

/** Digests in English. */
export const digestEn: DigestWording = {
  when: ({ weekdays, minuteOfDay, zone }) => `${days(weekdays)} at ${clockTime(minuteOfDay)} (${zone})`,
  moment,
  heading: (topics) =>
    topics.length === 0 ? "What is new in our sources" : `What is new in our sources on ${list(topics)}`,
  baseline: (sources, newest) =>
    `The first digest of this channel: our sources are ${sources === 1 ? "1 work" : `${sources} works`}${newest === undefined ? "" : `, the newest from ${newest}`}. From now on you get what is added, revised or withdrawn.`,
  nothing: "Nothing was added, revised or withdrawn since the last digest.",
  added: (title, publisher, date) => `Added: ${title} (${publisher}, ${date})`,
  revised: (title, publisher) => `Revised: ${title} (${publisher})`,
  withdrawn: (title, publisher, date) => `Withdrawn from our sources: ${title} (${publisher}, ${date})`,
  shortened: "Only its name, its date or words that are gone now have changed.",
  more: (titles, rest) =>
    `Also new or changed: ${titles.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}. The command sources lists all.`,
  late: (due) => `Late: this was due on ${due}.`,
  skipped: (due) =>
    `Not sent, because the bot could not: ${due.join("; ")}. What was new then is in this one.`,
  noFolder: {
    folder:
      "Digests cannot be kept: what DATA_DIR names is no folder, or cannot be written to. Name a folder of the bot's own in .env and start again; npm run doctor says what is wrong.",
    file: "Digests cannot be kept: the file in the folder that DATA_DIR names cannot be used. npm run doctor says why, and what to do.",
    held: "Digests cannot be kept: another Receipts is using the folder that DATA_DIR names. Stop that one first, or name another folder in .env and start again.",
  },
  command: {
    how: [
      "digest subscribe <weekdays> <time> [zone] [topics]: mon 9 · weekdays 09:00 Europe/Stockholm · every friday at 5pm Madrid CBP",
      "digest list · digest preview · digest pause · digest resume · digest remove, each with a number where there are several",
    ],
    whoMay:
      "On Slack anyone in the channel may change its digests, on Discord whoever may manage the channel. Every change is announced in the channel.",
    notDirect:
      "Digests are for channels: a direct message's address would be a person's, and that is never kept.",
    notAllowed: "Only people who may manage this channel can change its digests.",
    notHere:
      "I cannot write in this channel, so nothing was changed. Invite me or allow me to write here, then try again.",
    noWeekday:
      "On which days? For example: digest subscribe mon 9, or: digest subscribe weekdays 09:00 Europe/Stockholm",
    noTime:
      "At what time? For example: digest subscribe mon 9, or: digest subscribe every friday at 5pm Europe/Madrid",
    unknownRest: (zones, topics) =>
      zones.length > 0
        ? `There is no such time zone. Did you mean ${zones.join(" or ")}?`
        : topics.length === 0
          ? "What follows the time is no time zone, such as Europe/Stockholm, and our sources have no topics."
          : `What follows the time is neither a time zone, such as Europe/Stockholm, nor one of our topics: ${topics.join(", ")}.`,
    tooMany: "This channel has ten digests already. Remove one first.",
    whichOne: "This channel has several digests. Add the number that digest list shows.",
    noSuch: (digests) =>
      `There is no digest of that number. ${digests === 1 ? "This channel has one, number 1" : `This channel has numbers 1 to ${digests}`}; digest list shows which.`,
    none: "This channel has no digest. Begin with, for example: digest subscribe mon 9 Europe/Stockholm",
    subscribed: "Subscribed.",
    announced: "This channel now gets a digest of our sources:",
    first:
      "The first one says what our sources are; after that, what was added, revised or withdrawn. Nothing new, nothing posted.",
    noZone: (zone) =>
      `No time zone was named, so the times are those of ${zone}. To have another, remove this one and name it.`,
    next: (moments) => `Next: ${moments.join("; ")}.`,
    changed: (what) => ({ paused: "Paused", resumed: "Goes on", removed: "Removed" })[what],
    topics: (topics) => (topics.length === 0 ? "all topics" : list(topics)),
    always: "also when nothing is new",
    rests: (why) => `Paused: ${WHY[why]}.`,
    unsure: (due) =>
      `Nobody can know whether the digest of ${due} was posted: the platform's answer was lost. It is not posted again.`,
    replaced: (how, from) =>
      ({
        waiting: `Waiting: our sources have none of the works that were known here. If that stays so, news are counted from ${from} on; if the works come back, nothing is lost.`,
        counted: `All works of our sources were replaced; news are counted from ${from} on.`,
      })[how],
    preview: "This would be posted now:",
    leftOut: (why) =>
      ({
        note: "a librarian's note, which accompanies answers",
        "other-topic": "on another topic",
        "too-many": "named only, for want of space",
      })[why],
    nothingLeftOut: "Nothing is left out.",
  },
};

/** Corrections in English. */
export const correctionEn: CorrectionWording = {
  edited: "Corrected, see thread.",
  heading: "Correction",
  before: (quote, title, publisher) => `We had shown, from ${publisher}, “${title}”: ${quote}`,
  named: (quote, title, publisher) => `We had also named ${publisher}, “${title}”, which read: ${quote}`,
  after: (quote) => (quote === undefined ? "It was withdrawn from our sources." : `It now reads: ${quote}`),
  reason: (reason) => `Why: ${reason}`,
};

/** The librarians' channel in English. */
export const staffEn: StaffWording = {
  only: "Corrections are sent from the librarians' channel, or with npm run corrections.",
  nothing: "No correction is pending.",
  heading: "Corrections that are pending",
  pending: (posts) =>
    `${posts === 1 ? "1 message in a channel shows" : `${posts} messages in channels show`} words that our sources no longer have. Nothing is sent by itself; the command corrections lists them.`,
  item: (key, posts) => line`${strong(key)} (${posts === 1 ? "1 message" : `${posts} messages`})`,
  how: "To send one: corrections <key> <reason>. The old message is edited and one reply gives old words, new words and your reason.",
  unknown: "There is no pending correction of that key. The command corrections lists them.",
  reasonMissing: "Please add a reason; the channel will read it: corrections <key> <reason>",
  approved: (posts) => `${posts === 1 ? "1 message is" : `${posts} messages are`} being corrected.`,
  paused: (why, platform) =>
    `A digest on ${platform} was paused: ${WHY[why]}. digest list in its channel says the same.`,
  unsure: (due, platform) =>
    `Nobody can know whether the digest of ${due} on ${platform} was posted: the platform's answer was lost. It is not posted again; please look.`,
  correctionFailed: (platform) =>
    `A correction on ${platform} did not arrive, or nobody can know whether it did. Please look; the command corrections lists it as long as it is pending.`,
  lost: "What the bot keeps is in danger: its file in the folder that DATA_DIR names was removed or replaced while the bot is running. Digests go on until it stops; then subscriptions and everything else that was kept are gone. Stop the bot, put a backup of the folder back and start it again; without a backup, start it and subscribe anew.",
};
