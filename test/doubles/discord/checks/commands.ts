import { ApplicationCommandType as Kind, Locale, ApplicationCommandOptionType as Option } from "discord.js";
import type { Form } from "../form.ts";

/** How many of each kind an application may have, and how many characters one of them may hold in all. */
const MOST = new Map<number, number>([
  [Kind.ChatInput, 100],
  [Kind.User, 15],
  [Kind.Message, 15],
]);
const COMMAND_TOTAL = 8000;

const TYPED_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));

/** Checks one command; returns its kind. */
export function readCommand(form: Form): number {
  const kind = form.whole("type") ?? Kind.ChatInput;
  if (!MOST.has(kind)) form.fail("type", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3).");
  if (kind === Kind.ChatInput) {
    readTypedName(form);
    readDescription(form);
    const total = readOptions(form, 0) + named(form);
    if (total > COMMAND_TOTAL) {
      form.fail("", "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${COMMAND_TOTAL})`);
    }
    return kind;
  }
  form.text("name", { min: 1, max: 32, required: true });
  readLocalizations(form, "name_localizations", 32);
  if (form.body.description) {
    form.fail(
      "description",
      "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
      "Context menu commands cannot have description",
    );
  }
  if (form.list("options").length > 0) {
    form.fail(
      "options",
      "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET",
      "Context menu commands cannot have options",
    );
  }
  return kind;
}

/** Checks that names are unique among commands of one kind, and that there are not too many. */
export function readCommandSet(forms: readonly Form[]): void {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const form of forms) {
    const kind = readCommand(form);
    const key = `${kind} ${String(form.body.name)}`;
    if (seen.has(key)) {
      form.fail("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    }
    seen.add(key);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if ((counts.get(kind) ?? 0) > (MOST.get(kind) ?? 0)) {
      form.fail("", "BASE_TYPE_MAX_LENGTH", `Must be ${MOST.get(kind)} or fewer in length.`);
    }
  }
}

function readTypedName(form: Form): void {
  const name = form.text("name", { min: 1, max: 32, required: true });
  if (name !== undefined) checkTypedName(form, "name", name);
  for (const localized of readLocalizations(form, "name_localizations", 32)) {
    checkTypedName(form, "name_localizations", localized);
  }
}

function checkTypedName(form: Form, key: string, name: string): void {
  if (TYPED_NAME.test(name) && name === name.toLowerCase()) return;
  form.fail(key, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
}

function readDescription(form: Form): void {
  form.text("description", { min: 1, max: 100, required: true });
  readLocalizations(form, "description_localizations", 100);
}

function readLocalizations(form: Form, key: string, max: number): string[] {
  const table = form.one(key);
  if (table === undefined) return [];
  return Object.keys(table.body).flatMap((locale) => {
    if (!LOCALES.has(locale))
      table.fail(locale, "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.");
    return table.text(locale, { min: 1, max }) ?? [];
  });
}

/** Checks the options below a command, subcommand or group; returns how many characters they hold. */
function readOptions(form: Form, depth: number): number {
  const names = new Set<unknown>();
  let total = 0;
  let optionalSeen = false;
  for (const option of form.list("options", { max: 25 })) {
    const type = option.whole("type", { min: 1, max: 11, required: true });
    readTypedName(option);
    readDescription(option);
    total += named(option);
    if (names.has(option.body.name)) {
      option.fail("name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option name is already used");
    }
    names.add(option.body.name);
    if (type === Option.Subcommand || type === Option.SubcommandGroup) {
      if (depth > 1)
        option.fail(
          "type",
          "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
          "Sub-command option type is invalid here",
        );
      total += readOptions(option, depth + 1);
      continue;
    }
    const required = option.flag("required") ?? false;
    if (required && optionalSeen) {
      option.fail(
        "",
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    }
    optionalSeen ||= !required;
    total += readChoices(option);
  }
  return total;
}

function readChoices(option: Form): number {
  option.whole("min_length", { min: 0, max: 6000 });
  option.whole("max_length", { min: 1, max: 6000 });
  const choices = option.list("choices", { max: 25 });
  if (option.flag("autocomplete") === true && choices.length > 0) {
    option.fail(
      "",
      "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
      "Choices and autocomplete are mutually exclusive",
    );
  }
  return choices.reduce((total, choice) => total + readChoice(choice, option.body.type), 0);
}

/** Checks a choice, of an option or of an autocomplete's answer; returns how many characters it holds. */
export function readChoice(choice: Form, optionType: unknown): number {
  const name = choice.text("name", { min: 1, max: 100, required: true });
  readLocalizations(choice, "name_localizations", 100);
  if (optionType !== Option.String) return name?.length ?? 0;
  return (name?.length ?? 0) + (choice.text("value", { max: 100, required: true })?.length ?? 0);
}

function named(form: Form): number {
  return String(form.body.name ?? "").length + String(form.body.description ?? "").length;
}
