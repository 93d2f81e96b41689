import { Refusal } from "./refusal.ts";

/** A JSON object whose fields nobody has checked yet. */
export type Body = Readonly<Record<string, unknown>>;

/** Bounds of a text (in UTF-16 units, the stricter of the two ways to count) or a number. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

/** True for a JSON object. */
export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Fault {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** Reads a JSON object field by field and collects what is wrong with it, as Discord reports it (code 50035). */
export class Form {
  readonly body: Body;
  readonly #path: readonly string[];
  readonly #faults: Fault[];

  private constructor(body: unknown, path: readonly string[], faults: Fault[]) {
    this.body = isBody(body) ? body : {};
    this.#path = path;
    this.#faults = faults;
    if (!isBody(body)) this.fail("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
  }

  static of(body: unknown): Form {
    return new Form(body, [], []);
  }

  /** True if the field is there and not null. */
  has(key: string): boolean {
    return this.body[key] !== undefined && this.body[key] !== null;
  }

  /** A text within bounds; undefined if it is absent or no text. */
  text(key: string, { min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds = {}) {
    const value = this.#value(key, required);
    if (value === undefined) return undefined;
    if (typeof value !== "string") return this.#wrongType(key, "STRING_TYPE_CONVERT", "string");
    if (value.length < min || value.length > max) this.#badLength(key, min, max);
    return value;
  }

  /** A whole number within bounds; undefined if it is absent or no number. */
  whole(key: string, bounds: Bounds = {}): number | undefined {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, required = false } = bounds;
    const value = this.#value(key, required);
    if (value === undefined) return undefined;
    if (!Number.isInteger(value)) return this.#wrongType(key, "NUMBER_TYPE_COERCE", "int");
    const whole = Number(value);
    if (whole < min)
      this.fail(key, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`);
    if (whole > max) this.fail(key, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
    return whole;
  }

  /** A yes or no; undefined if it is absent or neither. */
  flag(key: string): boolean | undefined {
    const value = this.#value(key, false);
    if (value === undefined || typeof value === "boolean") return value;
    return this.#wrongType(key, "BOOLEAN_TYPE_CONVERT", "bool");
  }

  /** The object in a field as a form of its own; undefined if it is absent. */
  one(key: string, { required = false }: Pick<Bounds, "required"> = {}): Form | undefined {
    const value = this.#value(key, required);
    return value === undefined ? undefined : new Form(value, [...this.#path, key], this.#faults);
  }

  /** The objects in a list, each as a form of its own; empty if it is absent. */
  list(key: string, bounds: Bounds = {}): readonly Form[] {
    return this.#items(key, bounds).map(
      (item, index) => new Form(item, [...this.#path, key, String(index)], this.#faults),
    );
  }

  /** The texts in a list; empty if it is absent. */
  texts(key: string, bounds: Bounds = {}): readonly string[] {
    return this.#items(key, bounds).filter((item) => typeof item === "string");
  }

  /** Notes a problem with a field, or with the object itself if the key is empty. */
  fail(key: string, code: string, message: string): void {
    this.#faults.push({ path: key === "" ? this.#path : [...this.#path, key], code, message });
  }

  /**
   * Ends the reading.
   * @throws {Refusal} (50035) if anything was wrong
   */
  done(): void {
    if (this.#faults.length > 0) throw new Refusal(400, 50035, "Invalid Form Body", nest(this.#faults));
  }

  #value(key: string, required: boolean): unknown {
    const value = this.body[key] ?? undefined;
    if (value === undefined && required) this.fail(key, "BASE_TYPE_REQUIRED", "This field is required");
    return value;
  }

  #items(key: string, { min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds): unknown[] {
    const value = this.#value(key, required);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#wrongType(key, "LIST_TYPE_CONVERT", "list");
      return [];
    }
    if (value.length < min || value.length > max) this.#badLength(key, min, max);
    return value;
  }

  #wrongType(key: string, code: string, type: string): undefined {
    this.fail(key, code, `Could not interpret "${JSON.stringify(this.body[key])}" as ${type}.`);
  }

  #badLength(key: string, min: number, max: number): void {
    if (min > 0) this.fail(key, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
    else this.fail(key, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
  }
}

interface Nested {
  _errors?: { code: string; message: string }[];
  [key: string]: Nested | { code: string; message: string }[] | undefined;
}

function nest(faults: readonly Fault[]): Nested {
  const root: Nested = {};
  for (const { path, code, message } of faults) {
    let at = root;
    for (const key of path) {
      const next = at[key];
      const child: Nested = next === undefined || Array.isArray(next) ? {} : next;
      at[key] = child;
      at = child;
    }
    at._errors = [...(at._errors ?? []), { code, message }];
  }
  return root;
}
