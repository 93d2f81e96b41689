import type { Room } from "../digest/model.ts";
import type { DigestStore } from "../digest/ports.ts";
import type { Channel, Library } from "../ports.ts";
import { type Command, defineCommand } from "./command.ts";

const ACTIONS = ["subscribe", "list", "preview", "pause", "resume", "remove"] as const;

/** What can be done with a channel's digests. */
export type DigestAction = (typeof ACTIONS)[number];

/** What else people type for an action, in the languages that we have wording for. */
const SYNONYMS: Readonly<Record<DigestAction, readonly string[]>> = {
  subscribe: [
    ...["add", "new", "create"],
    ...["prenumerera", "lägg till", "skapa", "ny", "nytt"],
    ...["suscribir", "suscribirse", "suscribirme", "suscribe"],
    ...["añadir", "añade", "agregar", "agrega", "crear", "crea"],
  ],
  list: [...["show", "ls", "view"], ...["lista", "visa"], ...["listar", "mostrar", "muestra", "ver"]],
  preview: [
    ...["förhandsvisa", "förhandsvisning", "förhandsgranska", "förhandsgranskning"],
    ...["vista previa", "previsualizar", "previsualiza", "previsualización"],
  ],
  pause: [
    ...["suspend"],
    ...["pausa", "pausera"],
    ...["pausar", "pon en pausa", "poner en pausa", "suspender", "suspende"],
  ],
  resume: [
    ...["continue", "restart", "unpause"],
    ...["återuppta", "fortsätt", "fortsätta"],
    ...["reanudar", "reanuda", "continuar", "continúa", "retomar", "retoma"],
  ],
  remove: [
    ...["unsubscribe", "delete", "stop", "cancel", "rm"],
    ...["ta bort", "radera", "avsluta", "sluta", "stoppa", "avbryt", "avprenumerera", "avbeställ"],
    ...["eliminar", "elimina", "borrar", "borra", "quitar", "quita"],
    ...["cancelar", "cancela", "parar", "detener", "detén"],
    ...["desuscribir", "desuscribirse", "desuscribirme", "dar de baja", "darse de baja"],
  ],
};

/** What the command needs. */
export interface DigestNeeds {
  readonly library: Library;
  readonly store: Pick<DigestStore, "subscriptions" | "history">;
  /** Where a change is announced; undefined if the platform is not connected. */
  channel(room: Room): Channel | undefined;
  now(): Date;
  /** Taken where none is named and the channel has no digest yet. */
  zone(): string;
  /** Whether a place that is direct may be kept: a terminal may, a direct message is a person. */
  readonly direct: "kept" | "never kept";
}

/** `digest`: what this channel gets, and when. */
export function digestCommand(needs: DigestNeeds): Command {
  return defineCommand({
    name: "digest",
    names: { en: "digest", sv: "sammandrag", es: "resumen" },
    summary: {
      en: "What is new in our sources, posted here on the days you choose",
      sv: "Det nya i våra källor, postat här de dagar ni väljer",
      es: "Las novedades de nuestras fuentes, publicadas aquí los días que elijan",
    },
    params: {
      action: {
        kind: "choice",
        summary: { en: "What to do", sv: "Vad som ska göras", es: "Qué hacer" },
        required: false,
        choices: ACTIONS,
        synonyms: SYNONYMS,
      },
      details: {
        kind: "text",
        summary: {
          en: "mon 9 Europe/Stockholm CBP, or a digest's number",
          sv: "mån 9 Europe/Stockholm CBP, eller ett sammandrags nummer",
          es: "lun 9 Europe/Madrid CBP, o el número de un resumen",
        },
        required: false,
        maxLength: 200,
      },
    },
    async run({ action, details = "" }, context) {
      // most conversations never ask for it
      const { runDigest } = await import("./digest-actions.ts");
      return runDigest(action, { details, context }, needs);
    },
  });
}
