/** Whether a data folder can be used. Looks alone: nothing is made, and no file in it is opened. */
import { accessSync, constants, lstatSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DataFolderError } from "../../src/errors.ts";

/** Sees that a folder can be written to, or made where it is not there yet. @throws {DataFolderError} when it cannot */
export function checkFolder(dataDir: string): void {
  const problem = folderProblem(dataDir);
  if (problem !== undefined) throw new DataFolderError("folder", problem);
}

/** What stands in the way of a data folder, and what to do; undefined if nothing does. */
export function folderProblem(dataDir: string): string | undefined {
  const there = nearest(resolve(dataDir));
  const why = whyUnusable(there);
  if (why === undefined) return undefined;
  const where = there === resolve(dataDir) ? dataDir : `${dataDir} cannot be made: ${there}`;
  return noFolder(where, why);
}

/** The problem of a folder, with what to do about it. */
export const noFolder = (where: string, why: string) =>
  `DATA_DIR: ${where} ${why}; name a folder of the bot's own`;

/** The path itself, or the nearest above it that is there. */
function nearest(path: string): string {
  const above = dirname(path);
  return above === path || looked(() => lstatSync(path, { throwIfNoEntry: false })) ? path : nearest(above);
}

function whyUnusable(path: string): string | undefined {
  const stats = looked(() => statSync(path));
  if (stats === undefined) return "is a link that leads nowhere, or cannot be looked at";
  if (!stats.isDirectory()) return "is a file, not a folder";
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return `cannot be written to (${codeOf(error)})`;
  }
}

/** Undefined for what is not there or cannot be looked at. */
function looked(look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The system's word for what went wrong. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
