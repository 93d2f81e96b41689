/** Words for people by their work. */
import { wordSet } from "../corpus/languages.ts";

/** People by their work, folded: they do a deed and are none, and before them stands whose they are. */
const PEOPLE = wordSet(
  `employee employees worker workers staff staffer staffers engineer engineers shareholder shareholders investor investors
  anstalld anstallda medarbetare personal personalen aktieagare aktieagarna
  mitarbeiter angestellte beschaftigte aktionare empleados trabajadores accionistas`,
);

/** Whether a folded word says people by their work. */
export function isPeople(word: string): boolean {
  return PEOPLE.has(word);
}

const ANYBODY = wordSet("people persons folks personer manniskor leute menschen personas gente");

/** Whether a folded word says people without saying which. */
export function isAnybody(word: string): boolean {
  return ANYBODY.has(word);
}
