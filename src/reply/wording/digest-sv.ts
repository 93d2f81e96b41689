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

const DAYS = ["måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lördagar", "söndagar"];

const moment = (at: Date, zone: string) => momentIn("sv", at, zone);
const list = (items: readonly string[]) => listIn("sv", items);

function days(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "Varje dag";
  if (weekdays.join("") === "12345") return "Måndag till fredag";
  const named = list(weekdays.map((day) => DAYS[day - 1] ?? ""));
  return named.charAt(0).toUpperCase() + named.slice(1);
}

const WHY: Readonly<Record<Rest, string>> = {
  asked: "någon här pausade det",
  gone: "kanalen finns inte längre",
  "not-a-member": "boten är inte med i kanalen; bjud in den och återuppta sedan",
  archived: "kanalen är arkiverad",
  "not-allowed": "boten får inte skriva i kanalen; tillåt det och återuppta sedan",
};

/** Digests in Swedish. */
export const digestSv: DigestWording = {
  when: ({ weekdays, minuteOfDay, zone }) => `${days(weekdays)} kl. ${clockTime(minuteOfDay)} (${zone})`,
  moment,
  heading: (topics) => (topics.length === 0 ? "Nytt i våra källor" : `Nytt i våra källor om ${list(topics)}`),
  baseline: (sources, newest) =>
    `Kanalens första sammandrag: våra källor är ${sources === 1 ? "1 verk" : `${sources} verk`}${newest === undefined ? "" : `, det nyaste från ${newest}`}. Från och med nu får ni det som läggs till, ändras eller dras tillbaka.`,
  nothing: "Inget har lagts till, ändrats eller dragits tillbaka sedan det förra sammandraget.",
  added: (title, publisher, date) => `Ny: ${title} (${publisher}, ${date})`,
  revised: (title, publisher) => `Ändrad: ${title} (${publisher})`,
  withdrawn: (title, publisher, date) => `Tillbakadragen ur våra källor: ${title} (${publisher}, ${date})`,
  shortened: "Bara namnet, datumet eller ord som nu är borta har ändrats.",
  more: (titles, rest) =>
    `Också nytt eller ändrat: ${titles.join("; ")}${rest > 0 ? `; och ${rest} till` : ""}. Kommandot källor visar alla.`,
  late: (due) => `Försenat: det här skulle ha kommit ${due}.`,
  skipped: (due) =>
    `Inte skickade, eftersom boten inte kunde: ${due.join("; ")}. Det som var nytt då står i det här.`,
  noFolder: {
    folder:
      "Sammandrag kan inte sparas: det som DATA_DIR anger är ingen mapp, eller så går det inte att skriva där. Ange en egen mapp för boten i .env och starta om; npm run doctor säger vad som är fel.",
    file: "Sammandrag kan inte sparas: filen i mappen som DATA_DIR anger går inte att använda. npm run doctor säger varför, och vad som kan göras.",
    held: "Sammandrag kan inte sparas: en annan Receipts använder mappen som DATA_DIR anger. Stoppa den först, eller ange en annan mapp i .env och starta om.",
  },
  command: {
    how: [
      "digest subscribe <veckodagar> <tid> [tidszon] [ämnen]: mån 9 · vardagar 09:00 Europe/Stockholm · varje fredag kl 17 CBP",
      "digest list · digest preview · digest pause · digest resume · digest remove, med nummer där det finns flera",
    ],
    whoMay:
      "På Slack får alla i kanalen ändra dess sammandrag, på Discord den som får hantera kanalen. Varje ändring berättas i kanalen.",
    notDirect:
      "Sammandrag är för kanaler: adressen till ett direktmeddelande är en person, och den sparas aldrig.",
    notAllowed: "Bara den som får hantera kanalen kan ändra dess sammandrag.",
    notHere:
      "Jag kan inte skriva i den här kanalen, så inget ändrades. Bjud in mig eller låt mig skriva här och försök igen.",
    noWeekday:
      "Vilka dagar? Till exempel: digest subscribe mån 9, eller: digest subscribe vardagar 09:00 Europe/Stockholm",
    noTime:
      "Vilken tid? Till exempel: digest subscribe mån 9, eller: digest subscribe varje fredag kl 17 Europe/Stockholm",
    unknownRest: (zones, topics) =>
      zones.length > 0
        ? `Det finns ingen sådan tidszon. Menade du ${zones.join(" eller ")}?`
        : topics.length === 0
          ? "Det som följer efter tiden är ingen tidszon, som Europe/Stockholm, och våra källor har inga ämnen."
          : `Det som följer efter tiden är varken en tidszon, som Europe/Stockholm, eller ett av våra ämnen: ${topics.join(", ")}.`,
    tooMany: "Den här kanalen har redan tio sammandrag. Ta bort ett först.",
    whichOne: "Den här kanalen har flera sammandrag. Lägg till numret som digest list visar.",
    noSuch: (digests) =>
      `Det finns inget sammandrag med det numret. ${digests === 1 ? "Den här kanalen har ett, nummer 1" : `Den här kanalen har nummer 1 till ${digests}`}; digest list visar vilka.`,
    none: "Den här kanalen har inget sammandrag. Börja till exempel med: digest subscribe mån 9 Europe/Stockholm",
    subscribed: "Klart.",
    announced: "Den här kanalen får nu sammandrag av våra källor:",
    first:
      "Det första säger vilka våra källor är; sedan kommer det som lagts till, ändrats eller dragits tillbaka. Inget nytt, inget inlägg.",
    noZone: (zone) =>
      `Ingen tidszon nämndes, så tiderna är de i ${zone}. Vill ni ha en annan, ta bort det här och nämn den.`,
    next: (moments) => `Näst i tur: ${moments.join("; ")}.`,
    changed: (what) => ({ paused: "Pausat", resumed: "Fortsätter", removed: "Borttaget" })[what],
    topics: (topics) => (topics.length === 0 ? "alla ämnen" : list(topics)),
    always: "även när inget är nytt",
    rests: (why) => `Pausat: ${WHY[why]}.`,
    unsure: (due) =>
      `Ingen kan veta om sammandraget från ${due} kom fram: plattformens svar gick förlorat. Det skickas inte igen.`,
    replaced: (how, from) =>
      ({
        waiting: `Väntar: våra källor har inget av de verk som var kända här. Om det förblir så räknas nyheter från ${from}; kommer verken tillbaka går inget förlorat.`,
        counted: `Alla verk i våra källor har bytts ut; nyheter räknas från ${from}.`,
      })[how],
    preview: "Det här skulle skickas nu:",
    leftOut: (why) =>
      ({
        note: "bibliotekarieanteckning, som hör till svar",
        "other-topic": "om ett annat ämne",
        "too-many": "bara nämnd, av utrymmesskäl",
      })[why],
    nothingLeftOut: "Inget utelämnas.",
  },
};

/** Corrections in Swedish. */
export const correctionSv: CorrectionWording = {
  edited: "Rättat, se tråden.",
  heading: "Rättelse",
  before: (quote, title, publisher) => `Vi hade visat, från ${publisher}, ”${title}”: ${quote}`,
  named: (quote, title, publisher) =>
    `Vi hade också hänvisat till ${publisher}, ”${title}”, där det stod: ${quote}`,
  after: (quote) =>
    quote === undefined ? "Det har dragits tillbaka ur våra källor." : `Det lyder nu: ${quote}`,
  reason: (reason) => `Varför: ${reason}`,
};

/** The librarians' channel in Swedish. */
export const staffSv: StaffWording = {
  only: "Rättelser skickas från bibliotekariernas kanal, eller med npm run corrections.",
  nothing: "Ingen rättelse väntar.",
  heading: "Rättelser som väntar",
  pending: (posts) =>
    `${posts === 1 ? "1 meddelande i en kanal visar" : `${posts} meddelanden i kanaler visar`} ord som våra källor inte längre har. Inget skickas av sig självt; kommandot corrections visar dem.`,
  item: (key, posts) => line`${strong(key)} (${posts === 1 ? "1 meddelande" : `${posts} meddelanden`})`,
  how: "Skicka en så här: corrections <nyckel> <skäl>. Det gamla meddelandet ändras och ett svar ger gamla ord, nya ord och skälet.",
  unknown: "Ingen väntande rättelse har den nyckeln. Kommandot corrections visar dem.",
  reasonMissing: "Lägg till ett skäl; kanalen får läsa det: corrections <nyckel> <skäl>",
  approved: (posts) => `${posts === 1 ? "1 meddelande" : `${posts} meddelanden`} rättas.`,
  paused: (why, platform) =>
    `Ett sammandrag på ${platform} pausades: ${WHY[why]}. digest list i kanalen säger detsamma.`,
  unsure: (due, platform) =>
    `Ingen kan veta om sammandraget från ${due} på ${platform} kom fram: plattformens svar gick förlorat. Det skickas inte igen; titta efter.`,
  correctionFailed: (platform) =>
    `En rättelse på ${platform} kom inte fram, eller så kan ingen veta det. Titta efter; kommandot corrections visar den så länge den väntar.`,
  lost: "Det som boten sparar är i fara: dess fil i mappen som DATA_DIR anger har tagits bort eller bytts ut medan boten är igång. Sammandragen fortsätter tills den stoppas; då är prenumerationer och allt annat som sparats borta. Stoppa boten, lägg tillbaka en säkerhetskopia av mappen och starta den igen; finns ingen kopia, starta den och prenumerera på nytt.",
};
