/** Looks at a folder and reads its files without ever leaving it, following a link, or waiting for a pipe. */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
} from "node:fs";
import { join } from "node:path";
import { LARGEST_FILE } from "../../src/corpus/document.ts";
import type { Problem } from "../../src/model.ts";

/** What a folder held when it was looked at. Paths are below the folder, with `/`. */
export interface Look {
  /** Regular files, each with a mark that changes when the file does. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  /** What is there but is not read, links and unreadable folders say; whatever was read from there before still stands. */
  readonly unusable: readonly Problem[];
}

const MOST_FILES = 200_000;
/** What editors, version control and file managers leave beside the files people write. */
const DROPPING =
  /^\.|^#.*#$|^~\$|^4913$|^(?:Thumbs\.db|desktop\.ini)$|(?:~|\.sw[a-z]|\.tmp|\.bak|\.orig|\.part|\.crdownload)$/i;
/** Control and direction characters, parts of characters, and what stands for names that are not UTF-8. */
const STRANGE_NAME = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd\\]/u;

/**
 * Looks at everything below a folder, in order of name. Yields now and then, so that a caller can let others have a turn.
 * @throws if the folder itself cannot be listed
 */
export function* lookAt(root: string): Generator<undefined, Look> {
  const files = new Map<string, string>();
  const folders: string[] = [""];
  const unusable: Problem[] = [];
  const left = [...list(root)].map((entry) => ({ parent: "", entry })).reverse();
  for (let next = left.pop(), seen = 1; next !== undefined; next = left.pop(), seen++) {
    const path = next.parent + next.entry.name;
    if (DROPPING.test(next.entry.name)) continue;
    const problem = STRANGE_NAME.test(next.entry.name)
      ? "has a name with control or broken characters: rename it"
      : kindProblem(next.entry);
    if (problem !== undefined) unusable.push({ path: path.replace(STRANGE_NAME, "?"), line: 1, problem });
    else if (next.entry.isDirectory()) {
      folders.push(path);
      left.push(...below(root, path, unusable));
    } else {
      const mark = markOf(join(root, path));
      if (mark !== undefined) files.set(path, mark);
    }
    if (files.size >= MOST_FILES) {
      unusable.push({
        path: "",
        line: 1,
        problem: `holds more than ${MOST_FILES} files: the rest is not read`,
      });
      break;
    }
    if (seen % 64 === 0) yield;
  }
  return { files, folders, unusable };
}

function list(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function below(root: string, path: string, unusable: Problem[]): { parent: string; entry: Dirent }[] {
  try {
    return list(join(root, path))
      .map((entry) => ({ parent: `${path}/`, entry }))
      .reverse();
  } catch (error) {
    if (errorCode(error) !== "ENOENT")
      unusable.push({ path, line: 1, problem: `is a folder that ${cannotRead(error)}` });
    return [];
  }
}

function kindProblem(entry: Dirent): string | undefined {
  if (entry.isFile() || entry.isDirectory()) return undefined;
  if (entry.isSymbolicLink()) return "is a symbolic link, which is not followed: put the file itself here";
  return "is not a regular file (a pipe, a socket or a device) and is not opened: remove it";
}

/** Undefined if the file went away meanwhile. */
function markOf(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
}

/** A file's bytes, why it cannot be read, or undefined if it is gone or was written to meanwhile and is worth another look. */
export function readFile(root: string, path: string): Uint8Array | string | undefined {
  let file: number;
  try {
    // Without NONBLOCK opening a pipe waits for a writer; NOFOLLOW, for a link may have taken the file's place.
    file = openSync(
      join(root, path),
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
  } catch (error) {
    return errorCode(error) === "ENOENT" ? undefined : cannotRead(error);
  }
  try {
    const before = fstatSync(file);
    if (!before.isFile()) return "is not a regular file and is not read: remove it";
    if (before.size > LARGEST_FILE) return "is larger than 5 MB: split it into several files";
    const bytes = Buffer.allocUnsafe(before.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, length);
    }
    const after = fstatSync(file);
    const same = length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
    return same ? bytes : undefined;
  } catch (error) {
    return cannotRead(error);
  } finally {
    closeSync(file);
  }
}

function cannotRead(error: unknown): string {
  const code = errorCode(error);
  if (code === "EACCES" || code === "EPERM") return "cannot be read: give the bot permission to read it";
  if (code === "ELOOP") return "is a symbolic link, which is not followed: put the file itself here";
  return `cannot be read (${code ?? "unknown reason"})`;
}

/** The system's word for what went wrong, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
