/** A line of typed words as a command with its arguments. */
import type { WordingLanguage } from "../reply/wording/wording.ts";
import { type Choice, type Command, choiceOf, type Params } from "./command.ts";

/** A command by name with what was typed for each of its params. */
export interface TypedCommand {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/** What a line is: a command, in the language of its name if that is another than its own, or a command that does not exist and the one that may have been meant. */
export type ReadLine =
  | (TypedCommand & { readonly kind: "command"; readonly language: WordingLanguage | undefined })
  | { readonly kind: "unknown"; readonly meant: string | undefined };

/**
 * Spreads the words after a command over its params: numbers and choices are taken from the end as long as they fit, and the text
 * before them is one argument, spaces included. "salesforce letter 3" is a source and a paragraph. A choice that comes first is taken
 * from the beginning.
 */
export function splitText(params: Params, text: string): Readonly<Record<string, string>> {
  const args: Record<string, string> = {};
  let rest = text.trim();
  const [first] = Object.entries(params);
  if (first?.[1].kind === "choice") {
    const typed = choiceAtStart(first[1], rest);
    if (typed !== "") args[first[0]] = typed;
    rest = rest.slice(typed.length).trimStart();
  }
  for (const [name, param] of Object.entries(params).reverse()) {
    if (Object.hasOwn(args, name)) continue;
    if (param.kind === "text") {
      if (rest !== "") args[name] = rest;
      return args;
    }
    const [last = ""] = /\S+$/.exec(rest) ?? [];
    const fits = param.kind === "integer" ? /^\d+$/.test(last) : choiceOf(param, last) !== undefined;
    if (!fits) continue;
    args[name] = last;
    rest = rest.slice(0, rest.length - last.length).trimEnd();
  }
  return args;
}

/**
 * Reads what was said to the bot. After a slash stands a command. Without one it is a question, unless it begins with "ask" or is
 * nothing but a command's name with a word or a word and a number, as in "source letter 3"; one word that nearly is such a name is
 * taken for a slip of the hand.
 */
export function readLine(commands: readonly Command[], text: string): ReadLine {
  const said = text.trim();
  const asCommand = said.startsWith("/");
  const [, word = "", rest = ""] = /^\/?\s*(\S*)\s*([\s\S]*)$/.exec(said) ?? [];
  if (asCommand && word === "") return { kind: "command", command: "help", args: {}, language: undefined };
  const command = commandNamed(commands, word);
  const alone = rest === "";
  if (command !== undefined && (asCommand || alone || command.name === "ask" || isShort(command, rest))) {
    const args = splitText(command.params, rest);
    return { kind: "command", command: command.name, args, language: languageOfName(command, word) };
  }
  const meant = asCommand || alone ? nearestName(namesOf(commands), word) : undefined;
  if (asCommand || meant !== undefined) return { kind: "unknown", meant };
  return { kind: "command", command: "ask", args: { question: said }, language: undefined };
}

/** "sources CBP" is a command, "sources of the money?" is a question; "digest subscribe mon 9" says by its second word what it is. */
function isShort({ params }: Command, rest: string): boolean {
  const [first] = Object.values(params);
  const chosen = first?.kind === "choice" && choiceAtStart(first, rest) !== "";
  return first !== undefined && (chosen || /^\S+( +\d+)?$/.test(rest)) && !rest.endsWith("?");
}

/** The most words that a text begins with and that are one choice, as they were typed; empty if there are none. */
function choiceAtStart(choice: Choice, text: string): string {
  for (const words of [/^\S+\s+\S+\s+\S+/, /^\S+\s+\S+/, /^\S+/]) {
    const [typed = ""] = words.exec(text) ?? [];
    if (typed !== "" && choiceOf(choice, typed) !== undefined) return typed;
  }
  return "";
}

const LANGUAGES: readonly WordingLanguage[] = ["en", "sv", "es"];

/** Who writes "ayuda" reads Spanish; the command's own name says nothing. */
const languageOfName = ({ name, names }: Command, word: string) =>
  LANGUAGES.find(
    (language) => word.toLowerCase() !== name && names[language] === word.toLowerCase().normalize("NFC"),
  );

/** The command of this name in any of its languages. */
export function commandNamed(commands: readonly Command[], word: string): Command | undefined {
  const wanted = word.toLowerCase().normalize("NFC");
  return commands.find(({ name, names }) => name === wanted || Object.values(names).includes(wanted));
}

const namesOf = (commands: readonly Command[]): readonly string[] => [
  ...new Set(commands.flatMap(({ name, names }) => [name, ...Object.values(names)])),
];

/** The one of `names` that a slip of the hand turns into `word`: one slip in a short name, two in a longer one. */
export function nearestName(names: readonly string[], word: string): string | undefined {
  const typed = word.toLowerCase();
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const name of names) {
    // a word twice as long is no slip, and comparing it would only cost time
    if (name.length < 4 || typed.length > name.length + 2) continue;
    const slips = slipsBetween(name, typed);
    if (slips <= (name.length < 6 ? 1 : 2) && slips < (best?.slips ?? Number.POSITIVE_INFINITY))
      best = { name, slips };
  }
  return best?.name;
}

/** Letters added, lost, changed or swapped with a neighbour. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (row[j - 1] ?? 0) + (same ? 0 : 1);
      const shifted = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = Math.min(changed, shifted, swapped ? (before[j - 2] ?? 0) + 1 : changed);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
