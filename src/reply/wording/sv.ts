import { joinLines, line } from "../inline.ts";
import { correctionSv, digestSv, staffSv } from "./digest-sv.ts";
import type { Cited, Wording } from "./wording.ts";
import { capital, dateParts, languageName } from "./words.ts";

const MONTHS = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/** From two sides of a difference on. */
const COUNTS = ["Två", "Tre", "Fyra", "Fem"];

function date(value: string): string {
  const { year, month, day } = dateParts(value);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

function inDate(value: string): string {
  const { month, day } = dateParts(value);
  if (day !== undefined) return `den ${date(value)}`;
  return month === undefined ? `år ${value}` : `i ${date(value)}`;
}

const genitive = (name: string) => (/[sxz]$/i.test(name) ? name : `${name}s`);
const foreign = ({ foreign }: Cited) => (foreign === undefined ? "" : `på ${languageName(foreign, "sv")}`);
const bracketed = ({ link }: Cited) => (link.length === 0 ? link : line` (${link})`);
const comma = ({ link }: Cited) => (link.length === 0 ? link : line`, ${link}`);
const work = (cited: Cited) =>
  line`${cited.publisher}, ${date(cited.published)}, ”${cited.title}”${bracketed(cited)}`;

function label(cited: Cited) {
  const language = foreign(cited);
  const place = line`${work(cited)}.`;
  switch (cited.voice) {
    case "summary":
      return line`Vår sammanfattning, ${language && `${language}, `}inte ${genitive(cited.publisher)} egna ord: ${place} Sammanfattningens stycke ${cited.paragraph}.`;
    case "quotation":
      return line`Citat${language && ` ${language}`} ur ${place} Sammanfattningens stycke ${cited.paragraph}.`;
    case "text":
      return line`${language && `${capital(language)}: `}${place} Stycke ${cited.paragraph}.`;
    case "note":
      return line`Bibliotekariens anmärkning${language && `, ${language}`}: ”${cited.title}”, ${date(cited.published)}. Stycke ${cited.paragraph}.`;
  }
}

/** "vår sammanfattning av The Hill", "The Hill": whose words, within a sentence. */
function owner(cited: Cited): string {
  const language = foreign(cited);
  if (cited.voice === "summary")
    return `vår sammanfattning${language && ` ${language}`} av ${cited.publisher}`;
  return `${cited.voice === "quotation" ? "citat ur " : ""}${cited.publisher}${language && `, ${language}`}`;
}

/** Replies in Swedish. */
export const sv: Wording = {
  language: "sv",
  date,
  quoted: (text) => `”${text}”`,
  link: "länk",
  channel: "den här kanalen",
  label,
  sameSource: (cited) =>
    cited.voice === "summary"
      ? line`Samma sammanfattning, stycke ${cited.paragraph}.`
      : line`Samma källa, stycke ${cited.paragraph}.`,
  also: (cited) =>
    line`Även: ${owner(cited)}, ${date(cited.published)}${bracketed(cited)}, stycke ${cited.paragraph}.`,
  short(cited) {
    const whose = {
      summary: "Vår sammanfattning",
      quotation: "Citat",
      text: "",
      note: "Bibliotekariens anmärkning",
    }[cited.voice];
    const first = [whose, foreign(cited)].filter(Boolean).join(", ");
    const parts = [line`${first}`, line`${cited.publisher}`, line`${date(cited.published)}`, cited.link];
    return line`(${joinLines(
      parts.filter((part) => part.length > 0),
      " · ",
    )})`;
  },
  lessExact: (value, cited) =>
    line`Mindre exakt på annat håll: ${value} (${owner(cited)}, ${date(cited.published)}${comma(cited)}).`,
  difference(kind, sides) {
    const count = COUNTS[sides - 2] ?? String(sides);
    switch (kind) {
      case "two-accounts":
        return `${count} versioner i våra källor. Vi säger inte vilken som stämmer.`;
      case "different-moments":
        return "Uppgifter från olika tidpunkter i våra källor.";
      case "two-figures":
        return `${count} uppgifter i våra källor.`;
      case "less-exact":
        return "En källa är mer exakt än den andra.";
    }
  },
  same: (sides, what) => `Lika i ${sides === 2 ? "båda" : "alla"}: ${what}.`,
  asOf: (at, newest) =>
    newest === undefined
      ? `Läget ${inDate(at)}; där slutar våra källor om detta.`
      : `Läget ${inDate(at)}; våra källor om detta slutar ${inDate(newest)}.`,
  newest: (at) =>
    `Vår nyaste källa om detta är från ${date(at)}. Vad som har hänt sedan dess finns inte i våra källor.`,
  unchecked: "Ännu inte jämfört med det publicerade verket.",
  notFound: "Finns inte i våra källor.",
  searched(sources, from, to) {
    const count = sources === 1 ? "1 källa" : `${sources} källor`;
    const span =
      from === undefined || to === undefined
        ? ""
        : from === to
          ? `, ${date(from)}`
          : `, ${date(from)} till ${date(to)}`;
    return `Vi sökte i ${count}${span}. Det säger inte om det har hänt eller inte.`;
  },
  note: (text) => `Bibliotekariens anmärkning: ${text}`,
  nearest: (lines) => line`Närmast, men inget svar: ${joinLines(lines, "; ")}.`,
  near: (about, cited) => line`${about} (${cited.publisher}, ${date(cited.published)}${comma(cited)})`,
  nothingAsked:
    "Fråga med ord, till exempel ett namn eller en siffra, så får du vad våra källor säger om saken.",
  apology: "Förlåt, något gick fel hos oss. Inget av det du skrev har sparats. Försök gärna en gång till.",
  busy: "Det var mycket på en gång. Vänta en minut och fråga igen.",
  findSources: "Hitta källor till det här",
  actions: {
    share: "Dela…",
    "share-confirmed": "Posta",
    "take-back": "Ta tillbaka",
    cancel: "Avbryt",
    more: "Mer",
    context: "Sammanhang",
    wrong: "Stämmer något inte?",
    librarians: "Fråga bibliotekarierna…",
    "ask-example": "Fråga",
  },
  usage: {
    unknownCommand: (names, meant) =>
      meant === undefined
        ? `Det finns inget sådant kommando. Det finns: ${names.join(", ")}.`
        : `Det finns inget sådant kommando. Menade du ${meant}?`,
    missing: (param, usage) => `Lägg till ${param}: ${usage}`,
    tooLong: (length, max) =>
      `Det där är ${length} tecken; en fråga får ha högst ${max}. Fråga efter en sak i taget, i en mening eller två.`,
    notANumber: (param, min, max) => `${param} ska vara ett heltal från ${min} till ${max}.`,
    notAChoice: (param, choices) => `${param} ska vara något av: ${choices.join(", ")}.`,
    unknownSource: (meant) =>
      meant.length === 0
        ? "Vi har ingen källa med det namnet. Kommandot sources visar vad vi har."
        : `Vi har ingen entydig källa med det namnet. Menade du någon av dessa? ${meant.join(", ")}`,
    unknownParagraph: (last) => `Den källan har styckena 1 till ${last}.`,
  },
  press: {
    confirmShare: line`Posta i ${[{ kind: "channel" }]}? Ditt namn står inte där, men tidpunkten kan avslöja dig.`,
    shared: "Postat. Ditt namn står inte där.",
    alreadyShared: "Det här är redan postat; det postades inte två gånger.",
    notShared: "Inte postat.",
    takenBack: "Tillbakataget. Den som har sett det har sett det.",
    gone: "Våra källor har ändrats här sedan meddelandet skrevs. Fråga gärna igen.",
    more: "Fler ställen, de bästa först. De kanske inte svarar på frågan.",
    wrong: "Jämför gärna med det publicerade verket:",
    wrongLast: "Den som sköter källorna kan rätta filen som nämns ovan, och därmed varje svar.",
    notDelivered: "Det gick inte att posta här. Är boten med i kanalen, och får den skriva?",
    notTakenBack: "Det gick inte att ta tillbaka, så vitt vi kan se. Titta i kanalen och försök igen.",
    unsure: "Ingen kan säga om det postades. Titta i kanalen innan du försöker igen.",
  },
  librarians: {
    title: "Fråga bibliotekarierna",
    notice: "De som sköter källorna läser detta i sin egen kanal, utan ditt namn. Inget sparas här.",
    label: "Vad letar du efter, eller vad stämmer inte?",
    submit: "Skicka",
    posted: "Till bibliotekarierna, utan namn:",
    thanks: "Skickat till bibliotekarierna, utan ditt namn. De kan inte svara dig personligen.",
    empty: "Inget var skrivet, så inget skickades.",
    notSent: "Det nådde inte bibliotekarierna, så vitt vi kan se. Försök igen senare.",
  },
  source: {
    heading: (count) => (count === 1 ? "1 källa" : `${count} källor`),
    none: (topics) =>
      topics.length === 0
        ? "Ingen källa handlar om det."
        : `Ingen källa handlar om det. Våra källor handlar om: ${topics.join(", ")}.`,
    empty: "Det finns inga källor än.",
    kind(voice, paragraphs) {
      const size = paragraphs === 1 ? "1 stycke" : `${paragraphs} stycken`;
      return `${{ summary: "vår sammanfattning", quotation: "citat", text: "själva texten", note: "bibliotekariens anmärkning" }[voice]}, ${size}`;
    },
    rest: (count) => `Och ${count} till. Lägg till ett ord för en kortare lista, till exempel ett ämne.`,
    paragraph: (number, of) => `Stycke ${number} av ${of}`,
    asked: "det citerade",
  },
  help: {
    what: "Jag svarar med våra källors ord och säger var de står, eller säger att det inte finns där.",
    examples: "Till exempel:",
    aboutTopic: (topic) => `Vad säger våra källor om ${topic}?`,
    commands: "Kommandon:",
    written: {
      slack:
        "Skrivs här som /ask och frågan, eller /receipts och kommandot: /receipts källor. Efter ett omnämnande räcker orden.",
      discord:
        "Var och en är ett eget snedstreckskommando här, till exempel /sources. Efter ett omnämnande räcker orden.",
      terminal: "Skrivs som de står här, till exempel källor.",
    },
    private: "Svar på kommandon ser bara du; ett omnämnande besvaras så att alla ser det.",
  },
  privacy: [
    "Kommandon: bara du ser svaret i kanalen. Slack eller Discord hanterar ändå det du skriver.",
    "Omnämnanden: din fråga och svaret syns för alla i kanalen.",
    "Direktmeddelanden: mellan dig, boten och plattformen. Ett privat svar kan inte rättas i efterhand.",
    "Terminalen: inget lämnar den här datorn. Fråga vid prompten, så hamnar ingen fråga i skalets historik.",
    "Dela postar det som hittades och dess källa, aldrig din fråga eller ditt namn. Tidpunkten kan avslöja dig.",
    "Boten sparar inget om människor: inga namn, inga id:n, inga frågor. Loggen har antal, felnamn och tider.",
    "För sammandrag och rättelser sparar boten vilka kanaler som får dem och vilka av våra ord som postats där; aldrig något ur ett direktmeddelande.",
    "Den som äger en arbetsyta kan läsa dess meddelanden, även direktmeddelanden. Slack tillhör Salesforce.",
    "Frågor passerar genom minnet på servern som kör boten, och den skriver inte ned några.",
    "Allt i våra källor kan läsas av alla som kan skriva till boten, även gäster och anslutna arbetsytor.",
  ],
  home: {
    addHeading: "Så läggs en källa till",
    add: "Den som sköter boten lägger en fil i kunskapsmappen (npm run add frågar efter titel, utgivare och datum); svaren följer med inom några sekunder. Alla andra säger till bibliotekarierna.",
    privacyHeading: "Vem som ser vad, och vad som sparas",
  },
  notices: {
    away: (platform, minutes) =>
      `Boten var avskuren från ${platform} i ungefär ${minutes === 1 ? "en minut" : `${minutes} minuter`} och är tillbaka. Frågor under tiden kan ha blivit utan svar.`,
    broken: (problems) =>
      `${problems.length === 1 ? "En källfil" : `${problems.length} källfiler`} kan inte läsas; den senaste fungerande versionen fortsätter svara: ${problems.join(" · ")}`,
  },
  terminal: {
    welcome: "Receipts svarar med sina källors ord, eller säger att de inte har det.",
    how: "Ställ en fråga. hjälp visar kommandona; Ctrl-D avslutar.",
    prompt: "Din fråga: ",
    buttons: (names) => `Du kan också skriva: ${names.join(", ")}`,
    nothingToShow: "Ställ en fråga först.",
  },
  digest: digestSv,
  correction: correctionSv,
  staff: staffSv,
};
