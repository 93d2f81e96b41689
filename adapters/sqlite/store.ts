/** What the bot keeps, in one file of the data folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DigestStore } from "../../src/digest/ports.ts";
import type { SeenEvents } from "../../src/ports.ts";
import { FILE, openDatabase } from "./database.ts";
import { checkFolder } from "./folder.ts";
import { sqliteLedger } from "./ledger.ts";
import { sqliteSeenEvents } from "./seen-events.ts";
import { sqliteSharedPosts } from "./shared-posts.ts";
import { sqliteHistory, sqliteSubscriptions } from "./subscriptions.ts";
import { sqliteUpkeep } from "./upkeep.ts";

/** The open store. Several processes may hold it open at once. */
export interface SqliteStore extends DigestStore {
  readonly seenEvents: SeenEvents;
  close(): void;
}

/** The store of a folder for whoever works beside the bot; undefined if nothing was kept there yet. @throws as `openSqliteStore` */
export async function openKept(dataDir: string): Promise<SqliteStore | undefined> {
  checkFolder(dataDir);
  return existsSync(join(dataDir, FILE)) ? openSqliteStore(dataDir) : undefined;
}

/** @throws {DataFolderError} when the folder cannot be used, or a newer version has written its file */
export async function openSqliteStore(dataDir: string): Promise<SqliteStore> {
  const database = await openDatabase(dataDir);
  return {
    seenEvents: await sqliteSeenEvents(database),
    subscriptions: sqliteSubscriptions(database),
    history: sqliteHistory(database),
    ledger: sqliteLedger(database),
    sharedPosts: sqliteSharedPosts(database),
    upkeep: sqliteUpkeep(database),
    close: () => database.close(),
  };
}
