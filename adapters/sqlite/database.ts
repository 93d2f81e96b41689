/** One SQLite file below the data folder, safe against kill -9 and against several processes at once. */
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { DataFolderError } from "../../src/errors.ts";
import { checkFolder, codeOf, noFolder } from "./folder.ts";
import { migrate } from "./migrations.ts";

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Statements within one transaction. */
export interface Sql {
  /** All rows of a query, or of a change with `returning`. */
  rows(sql: string, ...values: readonly Value[]): readonly Row[];
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly Value[]): number;
}

type Value = string | number | null;

/** An open file. Work runs in one transaction and never waits within it. */
export interface Database {
  read<T>(work: (sql: Sql) => T): Promise<T>;
  /** Takes the write lock first, so that what was read still holds when it is written. */
  write<T>(work: (sql: Sql) => T): Promise<T>;
  /** Leaves nothing of what was deleted in the log beside the file, as far as other readers let it. */
  sweep(): Promise<void>;
  /** Whether the paths lead to the open files; a file that was removed or replaced can still be written to, and is gone when it is closed. */
  isInPlace(): boolean;
  close(): void;
}

/** The file of a data folder; SQLite adds `-wal` and `-shm`. */
export const FILE = "receipts.db";

/** All that a data folder holds. */
const OURS = /^(receipts|running)\.db(-wal|-shm|-journal)?$/;

/** How long one call may wait for another process, in milliseconds, before it lets other work of this process go on. */
const BUSY_MS = 20;

/** How long a call tries again before it gives up, in milliseconds. */
const PATIENCE_MS = 5000;

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Opens the data folder's file, made if it is not there, readable by its owner alone.
 * @throws {DataFolderError} when the folder or the file cannot be used, or a newer version has written the file
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const path = prepareFile(dataDir, FILE);
  const connection = new Libsql(path);
  const paths = [path, `${path}-wal`];
  let files: readonly string[] = [];
  const database = {
    ...overConnection(connection),
    isInPlace: () => paths.every((each, at) => fileAt(each) === files[at]),
  };
  try {
    connection.exec(`pragma busy_timeout = ${BUSY_MS}`);
    await patiently(() => connection.exec("pragma journal_mode = wal"));
    connection.exec("pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on");
    await database.write((sql) => migrate(sql, dataDir));
    files = paths.map(fileAt);
    return database;
  } catch (error) {
    database.close();
    throw unusable(path, error);
  }
}

/** What the operator can do about a file that SQLite does not take; anything else stays as it is. */
export function unusable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error) || !/^SQLITE_/.test(String(error.code))) return error;
  const code = String(error.code);
  const what = /^SQLITE_(NOTADB|CORRUPT)/.test(code)
    ? "is damaged, or no file of the bot's: put a backup back, or move it away to begin anew"
    : "cannot be used: see whether the disk is full, read-only or a network's";
  return new DataFolderError("file", `DATA_DIR: ${path} ${what} (${code})`);
}

/** Makes the folder and an empty file in it, both for their owner alone. @throws {DataFolderError} when that cannot be done */
export function prepareFile(dataDir: string, name: string): string {
  checkFolder(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: FOLDER_MODE });
    // a folder that holds anything else may be someone's home; then the files' own modes have to do
    if (readdirSync(dataDir).every((each) => OURS.test(each)) && (statSync(dataDir).mode & 0o077) !== 0)
      chmodSync(dataDir, FOLDER_MODE);
    const path = join(dataDir, name);
    closeSync(openSync(path, "a", FILE_MODE));
    chmodSync(path, FILE_MODE);
    return path;
  } catch (error) {
    throw new DataFolderError("folder", noFolder(dataDir, `cannot be written to (${codeOf(error)})`));
  }
}

/** Which file a path leads to, as long as that is open; empty if it leads to none. */
function fileAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "" : `${stats.dev}:${stats.ino}`;
}

function overConnection(connection: Libsql.Database): Omit<Database, "isInPlace"> {
  const statements = new Map<string, Libsql.Statement>();
  const prepared = (text: string): Libsql.Statement => {
    const known = statements.get(text) ?? connection.prepare(text);
    statements.set(text, known);
    return known;
  };
  const sql: Sql = {
    // no column of ours is a blob, so these are all the types there are
    rows: (text, ...values) => prepared(text).all(...values) as readonly Row[],
    run: (text, ...values) => prepared(text).run(...values).changes,
  };
  const inTransaction = <T>(begin: string, work: (sql: Sql) => T) =>
    patiently(() => {
      connection.exec(begin);
      try {
        const result = work(sql);
        connection.exec("commit");
        return result;
      } catch (error) {
        if (connection.inTransaction) connection.exec("rollback");
        throw error;
      }
    });
  return {
    read: (work) => inTransaction("begin", work),
    write: (work) => inTransaction("begin immediate", work),
    async sweep() {
      const until = performance.now() + PATIENCE_MS;
      while (!checkpointed(connection) && performance.now() < until) await shortWhile();
    },
    close() {
      statements.clear();
      if (connection.open) connection.close();
    },
  };
}

/** Tries again while another process holds the file; this process goes on with other work meanwhile. */
async function patiently<T>(work: () => T): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    await shortWhile();
  }
}

const shortWhile = () => new Promise((resolve) => setTimeout(resolve, BUSY_MS * Math.random()));

/** Empties the log beside the file. False while another reads what is in it. */
function checkpointed(connection: Libsql.Database): boolean {
  try {
    // the one row that this pragma answers with
    const { busy } = connection.prepare("pragma wal_checkpoint(truncate)").get() as { readonly busy: number };
    return busy === 0;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return false;
  }
}

/** Whether another process holds what this one needs. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
