/** What a command is: declared once, registered and explained on every platform from its declaration. */
import { UsageError } from "../errors.ts";
import type { Audience, Language, Place, Reply } from "../model.ts";
import { wordingFor } from "../reply/wording/tables.ts";
import type { Localized, Wording } from "../reply/wording/wording.ts";
import { fold } from "./finding-sources.ts";

/** What a person may fill in. `suggest` completes what is typed, best first, at most 25. */
export type Param =
  | {
      readonly kind: "text";
      readonly summary: Localized;
      readonly required: boolean;
      /** In UTF-16 units, as platforms count. */
      readonly maxLength: number;
      readonly suggest?: (typed: string) => readonly Suggestion[];
      /** The language that a text of at most `maxLength` is in, where that and not the place decides what it is answered in. */
      readonly languageOf?: (typed: string) => Language;
    }
  | {
      readonly kind: "integer";
      readonly summary: Localized;
      readonly required: boolean;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: "choice";
      readonly summary: Localized;
      readonly required: boolean;
      readonly choices: readonly string[];
      /** Other words for a choice, of up to three words each, in any language: understood where words are typed, shown nowhere. */
      readonly synonyms?: Readonly<Record<string, readonly string[]>>;
    };

type Text = Extract<Param, { kind: "text" }>;

/** A param that is one of several words. */
export type Choice = Extract<Param, { kind: "choice" }>;

/** One completion: what is shown, and what is filled in. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export type Params = Readonly<Record<string, Param>>;

type Value<P extends Param> = P extends { kind: "integer" }
  ? number
  : P extends { kind: "choice"; choices: readonly (infer C)[] }
    ? C
    : string;

/** The checked arguments of a command with these params. */
export type Args<P extends Params> = {
  readonly [K in keyof P]: P[K]["required"] extends true ? Value<P[K]> : Value<P[K]> | undefined;
};

/** Where a command runs, and in whose words it answers when nothing else decides. */
export interface CommandContext {
  readonly place: Place;
  readonly audience: Audience;
  readonly mayManage: boolean;
  readonly locale: Language | undefined;
  /** The wording for the locale. */
  readonly words: Wording;
}

interface Declaration<P extends Params> {
  readonly name: string;
  /** The command's name in each language; each is understood where words are typed. */
  readonly names: Localized;
  readonly summary: Localized;
  readonly params: P;
  run(args: Args<P>, context: CommandContext): Promise<Reply>;
}

/** A declared command. */
export interface Command extends Omit<Declaration<Params>, "run"> {
  /** @throws {UsageError} when the words do not fit the params. */
  run(words: Readonly<Record<string, string>>, context: CommandContext): Promise<Reply>;
}

/** Declares a command; what is typed is checked against `params` before `run` sees it. */
export function defineCommand<const P extends Params>(declaration: Declaration<P>): Command {
  return {
    ...declaration,
    async run(typed, context) {
      const args = checkArgs(declaration, typed, context.words);
      // checkArgs has just made every member what its param says
      return declaration.run(args as Args<P>, context);
    },
  };
}

/** How a command is written, such as `source <source> [paragraph]`. */
export function usageOf({ name, params }: Pick<Command, "name" | "params">): string {
  const shown = Object.entries(params).map(([param, { required }]) =>
    required ? `<${param}>` : `[${param}]`,
  );
  return [name, ...shown].join(" ");
}

function tooLong(value: string, { maxLength, languageOf }: Text, words: Wording): UsageError {
  const { language, usage } = wordingFor(languageOf?.(value.slice(0, maxLength)), words.language);
  return new UsageError(usage.tooLong(value.length, maxLength), language);
}

/** The choice that is meant by what was typed, whatever its case and accents; undefined if none is. */
export function choiceOf({ choices, synonyms = {} }: Choice, typed: string): string | undefined {
  const wanted = fold(typed);
  return choices.find((choice) =>
    [choice, ...(synonyms[choice] ?? [])].some((each) => fold(each) === wanted),
  );
}

type Checkable = Pick<Command, "name" | "params">;

function checkArgs(command: Checkable, typed: Readonly<Record<string, string>>, words: Wording) {
  const args: Record<string, string | number | undefined> = {};
  for (const [name, param] of Object.entries(command.params)) {
    const value = Object.hasOwn(typed, name) ? typed[name]?.trim() : undefined;
    if (value !== undefined && value !== "") args[name] = checkArg(name, param, { value, words });
    else if (param.required && param.kind !== "text")
      throw new UsageError(words.usage.missing(name, usageOf(command)));
    // a required text may be empty: what to say then is the command's to know
    else args[name] = param.required ? "" : undefined;
  }
  return args;
}

function checkArg(name: string, param: Param, { value, words }: { value: string; words: Wording }) {
  switch (param.kind) {
    case "text":
      if (value.length > param.maxLength) throw tooLong(value, param, words);
      return value;
    case "integer": {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (!(number >= param.min && number <= param.max))
        throw new UsageError(words.usage.notANumber(name, param.min, param.max));
      return number;
    }
    case "choice": {
      const choice = choiceOf(param, value);
      if (choice === undefined) throw new UsageError(words.usage.notAChoice(name, param.choices));
      return choice;
    }
  }
}
