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

const DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos"];

const moment = (at: Date, zone: string) => momentIn("es", at, zone);
const list = (items: readonly string[]) => listIn("es", items);

function days(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "Todos los días";
  if (weekdays.join("") === "12345") return "De lunes a viernes";
  return `Los ${list(weekdays.map((day) => DAYS[day - 1] ?? ""))}`;
}

const WHY: Readonly<Record<Rest, string>> = {
  asked: "alguien de aquí lo pausó",
  gone: "el canal ya no existe",
  "not-a-member": "el bot no es miembro del canal; invítalo y reanúdalo",
  archived: "el canal está archivado",
  "not-allowed": "el bot no puede escribir en el canal; permítelo y reanúdalo",
};

/** Digests in Spanish. */
export const digestEs: DigestWording = {
  when: ({ weekdays, minuteOfDay, zone }) => `${days(weekdays)} a las ${clockTime(minuteOfDay)} (${zone})`,
  moment,
  heading: (topics) =>
    topics.length === 0
      ? "Novedades de nuestras fuentes"
      : `Novedades de nuestras fuentes sobre ${list(topics)}`,
  baseline: (sources, newest) =>
    `El primer resumen de este canal: nuestras fuentes son ${sources === 1 ? "1 obra" : `${sources} obras`}${newest === undefined ? "" : `, la más reciente de ${newest}`}. Desde ahora recibirán lo que se añada, se revise o se retire.`,
  nothing: "No se ha añadido, revisado ni retirado nada desde el último resumen.",
  added: (title, publisher, date) => `Nueva: ${title} (${publisher}, ${date})`,
  revised: (title, publisher) => `Revisada: ${title} (${publisher})`,
  withdrawn: (title, publisher, date) => `Retirada de nuestras fuentes: ${title} (${publisher}, ${date})`,
  shortened: "Solo han cambiado su nombre, su fecha o palabras que ya no están.",
  more: (titles, rest) =>
    `También nuevo o cambiado: ${titles.join("; ")}${rest > 0 ? `; y ${rest} más` : ""}. El comando fuentes las muestra todas.`,
  late: (due) => `Con retraso: debía salir el ${due}.`,
  skipped: (due) =>
    `No enviados, porque el bot no podía: ${due.join("; ")}. Lo que era nuevo entonces está en este.`,
  noFolder: {
    folder:
      "No se pueden guardar resúmenes: lo que indica DATA_DIR no es una carpeta, o no se puede escribir en ella. Indica en .env una carpeta propia del bot y arranca de nuevo; npm run doctor dice qué falla.",
    file: "No se pueden guardar resúmenes: el archivo de la carpeta que indica DATA_DIR no se puede usar. npm run doctor dice por qué y qué hacer.",
    held: "No se pueden guardar resúmenes: otro Receipts está usando la carpeta que indica DATA_DIR. Detén ese primero, o indica otra carpeta en .env y arranca de nuevo.",
  },
  command: {
    how: [
      "digest subscribe <días> <hora> [zona horaria] [temas]: lun 9 · laborables 09:00 Europe/Madrid · cada viernes a las 5pm CBP",
      "digest list · digest preview · digest pause · digest resume · digest remove, con un número donde hay varios",
    ],
    whoMay:
      "En Slack, cualquiera del canal puede cambiar sus resúmenes; en Discord, quien pueda gestionar el canal. Cada cambio se anuncia en el canal.",
    notDirect:
      "Los resúmenes son para canales: la dirección de un mensaje directo es una persona, y eso no se guarda nunca.",
    notAllowed: "Solo quien puede gestionar este canal puede cambiar sus resúmenes.",
    notHere:
      "No puedo escribir en este canal, así que no se ha cambiado nada. Invítame o permíteme escribir aquí y prueba de nuevo.",
    noWeekday:
      "¿Qué días? Por ejemplo: digest subscribe lun 9, o: digest subscribe laborables 09:00 Europe/Madrid",
    noTime:
      "¿A qué hora? Por ejemplo: digest subscribe lun 9, o: digest subscribe cada viernes a las 5pm Europe/Madrid",
    unknownRest: (zones, topics) =>
      zones.length > 0
        ? `No existe esa zona horaria. ¿Querías decir ${zones.join(" o ")}?`
        : topics.length === 0
          ? "Lo que sigue a la hora no es una zona horaria, como Europe/Madrid, y nuestras fuentes no tienen temas."
          : `Lo que sigue a la hora no es una zona horaria, como Europe/Madrid, ni uno de nuestros temas: ${topics.join(", ")}.`,
    tooMany: "Este canal ya tiene diez resúmenes. Quita uno primero.",
    whichOne: "Este canal tiene varios resúmenes. Añade el número que muestra digest list.",
    noSuch: (digests) =>
      `No hay ningún resumen con ese número. ${digests === 1 ? "Este canal tiene uno, el número 1" : `Este canal tiene los números 1 a ${digests}`}; digest list muestra cuáles.`,
    none: "Este canal no tiene ningún resumen. Empieza, por ejemplo, con: digest subscribe lun 9 Europe/Madrid",
    subscribed: "Hecho.",
    announced: "Este canal recibe ahora un resumen de nuestras fuentes:",
    first:
      "El primero dice cuáles son nuestras fuentes; después, lo que se ha añadido, revisado o retirado. Sin novedades, no se publica nada.",
    noZone: (zone) =>
      `No se nombró ninguna zona horaria, así que las horas son las de ${zone}. Para tener otra, quita este y nómbrala.`,
    next: (moments) => `Próximos: ${moments.join("; ")}.`,
    changed: (what) => ({ paused: "En pausa", resumed: "Continúa", removed: "Quitado" })[what],
    topics: (topics) => (topics.length === 0 ? "todos los temas" : list(topics)),
    always: "también cuando no hay novedades",
    rests: (why) => `En pausa: ${WHY[why]}.`,
    unsure: (due) =>
      `Nadie puede saber si el resumen del ${due} se publicó: se perdió la respuesta de la plataforma. No se publica otra vez.`,
    replaced: (how, from) =>
      ({
        waiting: `En espera: nuestras fuentes no tienen ninguna de las obras que se conocían aquí. Si sigue así, las novedades se cuentan desde el ${from}; si las obras vuelven, no se pierde nada.`,
        counted: `Se sustituyeron todas las obras de nuestras fuentes; las novedades se cuentan desde el ${from}.`,
      })[how],
    preview: "Esto se publicaría ahora:",
    leftOut: (why) =>
      ({
        note: "nota de bibliotecario, que acompaña respuestas",
        "other-topic": "sobre otro tema",
        "too-many": "solo nombrada, por falta de espacio",
      })[why],
    nothingLeftOut: "No se deja nada fuera.",
  },
};

/** Corrections in Spanish. */
export const correctionEs: CorrectionWording = {
  edited: "Corregido, véase el hilo.",
  heading: "Corrección",
  before: (quote, title, publisher) => `Habíamos mostrado, de ${publisher}, «${title}»: ${quote}`,
  named: (quote, title, publisher) =>
    `También habíamos remitido a ${publisher}, «${title}», donde decía: ${quote}`,
  after: (quote) => (quote === undefined ? "Se ha retirado de nuestras fuentes." : `Ahora dice: ${quote}`),
  reason: (reason) => `Motivo: ${reason}`,
};

/** The librarians' channel in Spanish. */
export const staffEs: StaffWording = {
  only: "Las correcciones se envían desde el canal de los bibliotecarios, o con npm run corrections.",
  nothing: "No hay ninguna corrección pendiente.",
  heading: "Correcciones pendientes",
  pending: (posts) =>
    `${posts === 1 ? "1 mensaje de un canal muestra" : `${posts} mensajes de canales muestran`} palabras que nuestras fuentes ya no tienen. Nada se envía solo; el comando corrections los enumera.`,
  item: (key, posts) => line`${strong(key)} (${posts === 1 ? "1 mensaje" : `${posts} mensajes`})`,
  how: "Para enviar una: corrections <clave> <motivo>. El mensaje antiguo se edita y una respuesta da las palabras antiguas, las nuevas y el motivo.",
  unknown: "No hay ninguna corrección pendiente con esa clave. El comando corrections las enumera.",
  reasonMissing: "Añade un motivo; el canal lo leerá: corrections <clave> <motivo>",
  approved: (posts) => `${posts === 1 ? "Se corrige 1 mensaje" : `Se corrigen ${posts} mensajes`}.`,
  paused: (why, platform) =>
    `Un resumen en ${platform} se puso en pausa: ${WHY[why]}. digest list en su canal dice lo mismo.`,
  unsure: (due, platform) =>
    `Nadie puede saber si el resumen del ${due} en ${platform} se publicó: se perdió la respuesta de la plataforma. No se publica otra vez; conviene mirarlo.`,
  correctionFailed: (platform) =>
    `Una corrección en ${platform} no llegó, o nadie puede saberlo. Conviene mirarlo; el comando corrections la muestra mientras siga pendiente.`,
  lost: "Lo que guarda el bot está en peligro: su archivo en la carpeta que indica DATA_DIR se ha borrado o sustituido mientras el bot está en marcha. Los resúmenes siguen hasta que se detenga; entonces se pierden las suscripciones y todo lo demás que guardaba. Detenga el bot, restaure una copia de seguridad de la carpeta y vuelva a iniciarlo; si no hay copia, inícielo y suscríbase de nuevo.",
};
