/** What the bot keeps, in one file of the data folder. */
import type { SeenEvents } from "../../src/ports.ts";
import { openDatabase } from "./database.ts";
import { sqliteSeenEvents } from "./seen-events.ts";

/** The open store. Several processes may hold it open at once. */
export interface SqliteStore {
  readonly seenEvents: SeenEvents;
  close(): void;
}

/** @throws {ConfigError} when the folder cannot be used, or a newer version has written its file */
export async function openSqliteStore(dataDir: string): Promise<SqliteStore> {
  const database = await openDatabase(dataDir);
  return { seenEvents: await sqliteSeenEvents(database), close: () => database.close() };
}
