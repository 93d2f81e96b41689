import { isJson } from "./model.ts";

/** Collects one problem, worded as the service words it. */
export type Report = (problem: string, at: string) => void;

/** Looks at a value found at a JSON pointer and reports what the service would refuse. */
export type Check = (value: unknown, at: string, report: Report) => void;

interface Required {
  readonly check: Check;
  readonly required: true;
}

interface Optional {
  readonly check: Check;
  readonly required: false;
}

/** One entry for every field of an interface of `@slack/types`, required exactly where the interface requires it. */
export type Fields<T> = {
  readonly [Key in keyof T]-?: Record<never, never> extends Pick<T, Key> ? Optional : Required;
};

/** A field that must be there. */
export function must(check: Check): Required {
  return { check, required: true };
}

/** A field that may be left out. */
export function may(check: Check): Optional {
  return { check, required: false };
}

/** An object with these fields and no others. */
export function shape<T>(fields: Fields<T>, also?: Check): Check {
  const entries = Object.entries<Required | Optional>(fields);
  return (value, at, report) => {
    if (!isJson(value)) return report("must be an object", at);
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) report(`invalid additional property: ${key}`, at);
    }
    for (const [key, field] of entries) {
      const found = value[key];
      if (found !== undefined) field.check(found, `${at}/${key}`, report);
      else if (field.required) report(`missing required field: ${key}`, at);
    }
    also?.(value, at, report);
  };
}

/** Text of 1 to `most` characters (UTF-16 units, so never more lenient than a count of characters). */
export function words(most: number, least = 1): Check {
  return (value, at, report) => {
    if (typeof value !== "string") return report("must be a string", at);
    if (value.length < least) report(`must be more than ${least - 1} characters`, at);
    if (value.length > most) report(`must be less than ${most + 1} characters`, at);
  };
}

/** An address the service accepts: at most `most` characters, with a scheme it allows. */
export function address(most = 3000): Check {
  const length = words(most);
  return (value, at, report) => {
    length(value, at, report);
    if (typeof value === "string" && !/^(https?|mailto|slack):[^\s]+$/i.test(value))
      report("invalid_url", at);
  };
}

/** True or false. */
export const flag: Check = (value, at, report) => {
  if (typeof value !== "boolean") report("must be a boolean", at);
};

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Check {
  return (value, at, report) => {
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
      report(`must be a whole number from ${least} to ${most}`, at);
    }
  };
}

/** One of these values. */
export function oneOf(...values: readonly unknown[]): Check {
  return (value, at, report) => {
    if (!values.includes(value)) report(`must be one of ${values.join(", ")}`, at);
  };
}

/** An array of `least` to `most` things. */
export function list(check: Check, most: number, least = 1): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report("must be an array", at);
    if (value.length < least) report(`no fewer than ${least} items allowed`, at);
    if (value.length > most) report(`no more than ${most} items allowed`, at);
    for (const [index, item] of value.entries()) check(item, `${at}/${index}`, report);
  };
}

/** An object whose `type` picks the check; a type outside the table is refused. */
export function byType(table: Readonly<Record<string, Check>>): Check {
  return (value, at, report) => {
    if (!isJson(value)) return report("must be an object", at);
    const check = typeof value.type === "string" ? table[value.type] : undefined;
    if (check === undefined) report(`unsupported type: ${String(value.type)}`, `${at}/type`);
    else check(value, at, report);
  };
}

/** For what exists at the service but was never taught to this double: a test that needs it must teach it first. */
export function unmodelled(name: string): Check {
  return (_, at, report) => report(`${name} is not modelled by this double`, at);
}

/** Anything at all. */
export const anything: Check = () => undefined;
