/** A data folder that one process alone delivers from. */
import { holdFolder } from "./lock.ts";
import { openSqliteStore, type SqliteStore } from "./store.ts";

/** An open store and the hold on its folder. */
export interface HeldStore {
  readonly store: SqliteStore;
  close(): void;
}

/** Holds the folder, then opens its store. @throws {FolderHeld} when another bot holds it @throws {DataFolderError} when it cannot be used */
export async function holdStore(dataDir: string): Promise<HeldStore> {
  const held = holdFolder(dataDir);
  const store = await openSqliteStore(dataDir);
  return {
    store,
    close() {
      store.close();
      held.release();
    },
  };
}
