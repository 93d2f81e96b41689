/** What the product is measured against: MiniSearch as it comes, and SQLite's full-text search. */
import { createRequire } from "node:module";
import MiniSearch, { type SearchOptions } from "minisearch";

/** One passage of the benchmark. */
export interface Row {
  readonly id: number;
  readonly text: string;
}

/** An engine that searches rows; `undefined` hits are of no interest here. */
export type Engine = (question: string) => unknown;

/** MiniSearch with nothing set. */
export function miniSearch(rows: readonly Row[]): MiniSearch<Row> {
  const index = new MiniSearch<Row>({ fields: ["text"] });
  index.addAll(rows);
  return index;
}

/** A bare search, with options if any. */
export function searching(index: MiniSearch<Row>, options?: SearchOptions): Engine {
  return (question) => index.search(question, options);
}

interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown[];
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

const BEST = 10;

/** SQLite FTS5 in memory, any word, the ten best by BM25; undefined if the package is not installed. */
export function fullTextSearch(rows: readonly Row[]): Engine | undefined {
  const require = createRequire(import.meta.url);
  let Opened: new (path: string) => Database;
  try {
    Opened = require(process.env.BENCH_SQLITE ?? "libsql") as new (path: string) => Database; // its own declared shape
  } catch {
    return undefined;
  }
  const database = new Opened(":memory:");
  database.exec("CREATE VIRTUAL TABLE passages USING fts5(text)");
  const insert = database.prepare("INSERT INTO passages (rowid, text) VALUES (?, ?)");
  database.exec("BEGIN");
  for (const { id, text } of rows) insert.run(id + 1, text);
  database.exec("COMMIT");
  const search = database.prepare(
    `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ${BEST}`,
  );
  return (question) => {
    const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length === 0 ? [] : search.all(words.map((word) => `"${word}"`).join(" OR "));
  };
}
