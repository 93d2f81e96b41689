/** One running bot a data folder. The lock is the operating system's: it ends with its process, however that ends. */
import Libsql from "libsql";
import { DataFolderError } from "../../src/errors.ts";
import { isBusy, prepareFile, unusable } from "./database.ts";

/** Another bot runs on the folder. */
export class FolderHeld extends DataFolderError {
  override readonly name: string = "FolderHeld";
}

/** A folder that is held. */
export interface HeldFolder {
  release(): void;
}

/** Holds a data folder for this process. Others may still open its store. @throws {FolderHeld} when another bot holds it @throws {DataFolderError} when it cannot be used */
export function holdFolder(dataDir: string): HeldFolder {
  const path = prepareFile(dataDir, "running.db");
  const connection = new Libsql(path);
  try {
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw unusable(path, error);
    throw new FolderHeld(
      "held",
      `DATA_DIR: another Receipts is running on ${dataDir}; stop it first, or give this one a folder of its own`,
    );
  }
  return { release: () => connection.close() };
}
