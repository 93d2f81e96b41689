import { joinLines, line } from "../inline.ts";
import { correctionEs, digestEs, staffEs } from "./digest-es.ts";
import type { Cited, Wording } from "./wording.ts";
import { capital, dateParts, languageName } from "./words.ts";

const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

/** From two sides of a difference on. */
const COUNTS = ["Dos", "Tres", "Cuatro", "Cinco"];

function date(value: string): string {
  const { year, month, day } = dateParts(value);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" de ");
}

const inDate = (value: string) => `${dateParts(value).day === undefined ? "en" : "el"} ${date(value)}`;
const foreign = ({ foreign }: Cited) => (foreign === undefined ? "" : `en ${languageName(foreign, "es")}`);
const bracketed = ({ link }: Cited) => (link.length === 0 ? link : line` (${link})`);
const comma = ({ link }: Cited) => (link.length === 0 ? link : line`, ${link}`);
const work = (cited: Cited) =>
  line`${cited.publisher}, ${date(cited.published)}, «${cited.title}»${bracketed(cited)}`;

function label(cited: Cited) {
  const language = foreign(cited);
  const place = line`${work(cited)}.`;
  switch (cited.voice) {
    case "summary":
      return line`Resumen nuestro, ${language && `${language}, `}no palabras de ${place} Párrafo ${cited.paragraph} del resumen.`;
    case "quotation":
      return line`Cita${language && ` ${language}`} de ${place} Párrafo ${cited.paragraph} del resumen.`;
    case "text":
      return line`${language && `${capital(language)}: `}${place} Párrafo ${cited.paragraph}.`;
    case "note":
      return line`Nota de biblioteca${language && `, ${language}`}: «${cited.title}», ${date(cited.published)}. Párrafo ${cited.paragraph}.`;
  }
}

/** "nuestro resumen de The Hill", "The Hill": whose words, within a sentence. */
function owner(cited: Cited): string {
  const language = foreign(cited);
  if (cited.voice === "summary")
    return `nuestro resumen${language && `, ${language},`} de ${cited.publisher}`;
  return `${cited.voice === "quotation" ? "cita de " : ""}${cited.publisher}${language && `, ${language}`}`;
}

/** Replies in Spanish. */
export const es: Wording = {
  language: "es",
  date,
  quoted: (text) => `«${text}»`,
  link: "enlace",
  channel: "este canal",
  label,
  sameSource: (cited) =>
    cited.voice === "summary"
      ? line`Mismo resumen, párrafo ${cited.paragraph}.`
      : line`Misma fuente, párrafo ${cited.paragraph}.`,
  also: (cited) =>
    line`También: ${owner(cited)}, ${date(cited.published)}${bracketed(cited)}, párrafo ${cited.paragraph}.`,
  short(cited) {
    const whose = { summary: "Resumen nuestro", quotation: "Cita", text: "", note: "Nota de biblioteca" }[
      cited.voice
    ];
    const first = [whose, foreign(cited)].filter(Boolean).join(", ");
    const parts = [line`${first}`, line`${cited.publisher}`, line`${date(cited.published)}`, cited.link];
    return line`(${joinLines(
      parts.filter((part) => part.length > 0),
      " · ",
    )})`;
  },
  lessExact: (value, cited) =>
    line`Menos exacto en otra fuente: ${value} (${owner(cited)}, ${date(cited.published)}${comma(cited)}).`,
  difference(kind, sides) {
    const count = COUNTS[sides - 2] ?? String(sides);
    switch (kind) {
      case "two-accounts":
        return `${count} versiones en nuestras fuentes. No decimos cuál es la correcta.`;
      case "different-moments":
        return "Datos de momentos distintos en nuestras fuentes.";
      case "two-figures":
        return `${count} cifras en nuestras fuentes.`;
      case "less-exact":
        return "Una fuente es más exacta que la otra.";
    }
  },
  same: (sides, what) => `Igual en ${sides === 2 ? "ambas" : "todas"}: ${what}.`,
  asOf: (at, newest) =>
    newest === undefined
      ? `Situación ${inDate(at)}, donde terminan nuestras fuentes sobre esto.`
      : `Situación ${inDate(at)}; nuestras fuentes sobre esto terminan ${inDate(newest)}.`,
  newest: (at) =>
    `Nuestra fuente más reciente sobre esto es de ${date(at)}. Lo ocurrido después no está en nuestras fuentes.`,
  unchecked: "Aún sin cotejar con la obra publicada.",
  notFound: "No está en nuestras fuentes.",
  searched(sources, from, to) {
    const count = sources === 1 ? "1 fuente" : `${sources} fuentes`;
    const span =
      from === undefined || to === undefined
        ? ""
        : from === to
          ? `, de ${date(from)}`
          : `, de ${date(from)} a ${date(to)}`;
    return `Buscamos en ${count}${span}. Eso no indica si ocurrió o no.`;
  },
  note: (text) => `Nota de biblioteca: ${text}`,
  nearest: (lines) => line`Lo más cercano, sin ser respuesta: ${joinLines(lines, "; ")}.`,
  near: (about, cited) => line`${about} (${cited.publisher}, ${date(cited.published)}${comma(cited)})`,
  nothingAsked:
    "Pregunta con palabras, un nombre o una cifra por ejemplo, y verás lo que dicen nuestras fuentes.",
  apology:
    "Lo sentimos, algo falló por nuestra parte. No se guardó nada de lo escrito. Inténtalo una vez más.",
  busy: "Han sido muchas preguntas a la vez. Espera un minuto y pregunta de nuevo.",
  findSources: "Buscar fuentes de esto",
  actions: {
    share: "Compartir…",
    "share-confirmed": "Publicar",
    "take-back": "Retirar",
    cancel: "Cancelar",
    more: "Más",
    context: "Contexto",
    wrong: "¿Algo está mal?",
    librarians: "Preguntar a la biblioteca…",
    "ask-example": "Preguntar",
  },
  usage: {
    unknownCommand: (names, meant) =>
      meant === undefined
        ? `Ese comando no existe. Los que hay son: ${names.join(", ")}.`
        : `Ese comando no existe. ¿Quisiste decir ${meant}?`,
    missing: (param, usage) => `Falta ${param}: ${usage}`,
    tooLong: (length, max) =>
      `Son ${length} caracteres; una pregunta tiene como máximo ${max}. Pregunta por un solo dato, en una o dos frases.`,
    notANumber: (param, min, max) => `${param} tiene que ser un número entero de ${min} a ${max}.`,
    notAChoice: (param, choices) => `${param} tiene que ser uno de: ${choices.join(", ")}.`,
    unknownSource: (meant) =>
      meant.length === 0
        ? "No tenemos ninguna fuente con ese nombre. El comando sources muestra las que hay."
        : `Ninguna fuente tiene solo ese nombre. ¿Quisiste decir una de estas? ${meant.join(", ")}`,
    unknownParagraph: (last) => `Esa fuente tiene los párrafos 1 a ${last}.`,
  },
  press: {
    confirmShare: line`¿Publicar en ${[{ kind: "channel" }]}? No lleva tu nombre; el momento puede delatarte.`,
    shared: "Publicado, sin tu nombre.",
    alreadyShared: "Ya estaba publicado; no se publicó dos veces.",
    notShared: "No se publicó.",
    takenBack: "Retirado. Quien lo haya visto, lo ha visto.",
    gone: "Nuestras fuentes han cambiado aquí desde este mensaje. Vuelve a preguntar, por favor.",
    more: "Más pasajes, los mejores primero. Puede que no respondan a la pregunta.",
    wrong: "Compara, por favor, con la obra publicada:",
    wrongLast: "Quien cuida las fuentes puede corregir el archivo citado arriba y, con él, cada respuesta.",
    notDelivered: "No se pudo publicar aquí. ¿Está el bot en este canal y tiene permiso para escribir?",
    notTakenBack: "No se pudo retirar, hasta donde podemos ver. Mira el canal e inténtalo de nuevo.",
    unsure: "Nadie puede saber si se publicó. Mira el canal antes de intentarlo de nuevo.",
  },
  librarians: {
    title: "Preguntar a la biblioteca",
    notice:
      "Quienes cuidan estas fuentes lo leerán en su propio canal, sin tu nombre. Aquí no se guarda nada.",
    label: "¿Qué buscas, o qué está mal?",
    submit: "Enviar",
    posted: "Para la biblioteca, sin nombre:",
    thanks: "Enviado a la biblioteca, sin tu nombre. No pueden responderte en persona.",
    empty: "No había nada escrito, así que no se envió nada.",
    notSent: "No llegó a la biblioteca, hasta donde podemos ver. Inténtalo de nuevo más tarde.",
  },
  source: {
    heading: (count) => (count === 1 ? "1 fuente" : `${count} fuentes`),
    none: (topics) =>
      topics.length === 0
        ? "Ninguna fuente trata de eso."
        : `Ninguna fuente trata de eso. Nuestras fuentes tratan de: ${topics.join(", ")}.`,
    empty: "Todavía no hay fuentes.",
    kind(voice, paragraphs) {
      const size = paragraphs === 1 ? "1 párrafo" : `${paragraphs} párrafos`;
      return `${{ summary: "resumen nuestro", quotation: "cita", text: "el texto mismo", note: "nota de biblioteca" }[voice]}, ${size}`;
    },
    rest: (count) => `Y ${count} más. Añade una palabra para acortar la lista, por ejemplo un tema.`,
    paragraph: (number, of) => `Párrafo ${number} de ${of}`,
    asked: "el citado",
  },
  help: {
    what: "Respondo con las palabras de nuestras fuentes y digo dónde están, o digo que no están en ellas.",
    examples: "Por ejemplo:",
    aboutTopic: (topic) => `¿Qué dicen nuestras fuentes sobre ${topic}?`,
    commands: "Comandos:",
    written: {
      slack:
        "Aquí se escriben /ask y la pregunta, o /receipts y el comando: /receipts fuentes. Tras una mención bastan las palabras.",
      discord:
        "Aquí cada uno es un comando propio con barra, como /sources. Tras una mención bastan las palabras.",
      terminal: "Se escriben tal como están aquí, por ejemplo fuentes.",
    },
    private: "Las respuestas a los comandos solo las ves tú; una mención se responde a la vista de todos.",
  },
  privacy: [
    "Comandos: solo tú ves la respuesta en el canal. Slack o Discord tratan igualmente lo que escribes.",
    "Menciones: todo el canal ve tu pregunta y la respuesta.",
    "Mensajes directos: entre tú, el bot y la plataforma. Una respuesta privada no se puede corregir después.",
    "Terminal: nada sale de esta máquina. Pregunta en el indicador y nada quedará en el historial del shell.",
    "Compartir publica lo hallado y su fuente, nunca tu pregunta ni tu nombre. El momento puede delatarte.",
    "El bot no guarda nada sobre personas: ni nombres, ni identificadores, ni preguntas. Su registro lleva recuentos, nombres de errores y duraciones.",
    "Para resúmenes y correcciones, el bot guarda qué canales los reciben y qué palabras nuestras se publicaron allí; nunca nada de un mensaje directo.",
    "Quien posee un espacio de trabajo puede leer sus mensajes, también los directos. Slack pertenece a Salesforce.",
    "Las preguntas pasan por la memoria del servidor que aloja el bot, y no las anota.",
    "Todo lo que hay en nuestras fuentes lo puede leer quien pueda escribir al bot, incluidos invitados y espacios conectados.",
  ],
  home: {
    addHeading: "Cómo añadir una fuente",
    add: "Quien mantiene el bot pone un archivo en la carpeta de conocimiento (npm run add pregunta título, editor y fecha); las respuestas cambian en unos segundos. Los demás avisan a los bibliotecarios.",
    privacyHeading: "Quién ve qué, y qué se guarda",
  },
  notices: {
    away: (platform, minutes) =>
      `El bot estuvo desconectado de ${platform} durante ${minutes === 1 ? "un minuto" : `unos ${minutes} minutos`} y ha vuelto. Puede que algunas preguntas de ese tiempo no tuvieran respuesta.`,
    broken: (problems) =>
      `${problems.length === 1 ? "Un archivo de fuente" : `${problems.length} archivos de fuentes`} no se puede leer; la última versión buena sigue respondiendo: ${problems.join(" · ")}`,
  },
  terminal: {
    welcome: "Receipts responde con las palabras de sus fuentes, o dice que no lo tienen.",
    how: "Haz una pregunta. ayuda muestra los comandos; Ctrl-D termina.",
    prompt: "Tu pregunta: ",
    buttons: (names) => `También puedes escribir: ${names.join(", ")}`,
    nothingToShow: "Haz primero una pregunta.",
  },
  digest: digestEs,
  correction: correctionEs,
  staff: staffEs,
};
