/** The four kinds of failure a person can do something about. Their messages are shown, so they say what to do and hold no secrets. */

export type ErrorKind = "usage" | "knowledge" | "delivery" | "config";

/** Common ancestor, so that one place can tell what may be shown from a bug. */
export abstract class BotError extends Error {
  abstract readonly kind: ErrorKind;
}

/** What a failure may be called in a log: its text may hold what was typed, its name may not. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The same with the system's or the database's own code for it, such as SQLITE_FULL, where there is one. */
export function failureOf(error: unknown): Readonly<Record<"error", string> & { code?: string }> {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const isConstant = typeof code === "string" && /^[A-Z][A-Z0-9_]*$/.test(code);
  return { error: nameOf(error), ...(isConstant && { code }) };
}

/** The person who typed can fix it. */
export class UsageError extends BotError {
  readonly kind = "usage";
  override readonly name = "UsageError";
  /** The language of the message; undefined if it is that of the place. */
  readonly language: string | undefined;
  constructor(message: string, language?: string) {
    super(message);
    this.language = language;
  }
}

/** A file or folder of the corpus cannot be used: `path:line: problem`, one a line. */
export class KnowledgeError extends BotError {
  readonly kind = "knowledge";
  override readonly name = "KnowledgeError";
}

/** What a platform did with what it was asked: nothing, perhaps something, or nothing ever, since the channel is closed to the bot. */
export type DeliveryEffect = "none" | "unknown" | "gone" | "not-a-member" | "archived" | "not-allowed";

/** A message did not reach its place, or nobody can tell whether it did. */
export class DeliveryError extends BotError {
  readonly kind = "delivery";
  override readonly name = "DeliveryError";
  /** How long the platform asked to wait; undefined if it did not say. */
  readonly retryAfterMs: number | undefined;
  readonly effect: DeliveryEffect;
  constructor(
    message: string,
    options: { retryAfterMs?: number; effect?: DeliveryEffect; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
    // a platform that asks to wait has done nothing
    this.effect = options.effect ?? (options.retryAfterMs === undefined ? "unknown" : "none");
  }
}

/** The environment is wrong; every problem is listed at once, by variable name. */
export class ConfigError extends BotError {
  readonly kind = "config";
  override readonly name: string = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** What a data folder lacks: it is none, its file cannot be used, or another bot has it. */
export type FolderTrouble = "folder" | "file" | "held";

/** The data folder cannot be had. Whoever asked for what is kept in it may know why. */
export class DataFolderError extends ConfigError {
  readonly trouble: FolderTrouble;
  constructor(trouble: FolderTrouble, problem: string) {
    super([problem]);
    this.trouble = trouble;
  }
}
