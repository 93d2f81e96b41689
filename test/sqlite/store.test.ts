import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, test } from "vitest";
import { holdFolder } from "../../adapters/sqlite/lock.ts";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { digestStoreContract } from "../contracts/digest-store.ts";
import { seenEventsContract } from "../contracts/seen-events.ts";
import { memoryDigestStore } from "../doubles/digest-store.ts";
import { memorySeenEvents } from "../doubles/seen-events.ts";

const folder = () => mkdtempSync(join(tmpdir(), "receipts-store-"));
const DAMAGED = /^DATA_DIR: \S+\.db is damaged, or no file of the bot's/;
const noon = new Date("2027-03-01T12:00:00Z");

seenEventsContract("memory", async () => memorySeenEvents());
seenEventsContract("sqlite", async () => (await openSqliteStore(folder())).seenEvents);
digestStoreContract("memory", async () => memoryDigestStore());
digestStoreContract("sqlite", async () => openSqliteStore(folder()));

describe("the file of the store", () => {
  test("remembers events after a restart, and other processes' events", async () => {
    const dataDir = folder();
    const first = await openSqliteStore(dataDir);
    await first.seenEvents.firstTime("Ev1", noon);
    const second = await openSqliteStore(dataDir);
    expect(await second.seenEvents.firstTime("Ev1", noon)).toBe(false);
    first.close();
    second.close();
    const third = await openSqliteStore(dataDir);
    expect(await third.seenEvents.firstTime("Ev1", noon)).toBe(false);
  });

  test("holds no event's name, and nothing of events that are over", async () => {
    const dataDir = folder();
    const store = await openSqliteStore(dataDir);
    await store.seenEvents.firstTime("Ev-zqxmark", noon);
    const bytes = () => Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name))));
    expect(bytes().includes("zqxmark")).toBe(false);
    const later = new Date(noon.getTime() + 11 * 60_000);
    await store.seenEvents.firstTime("Ev2", later);
    store.close();
    const rows = new Libsql(join(dataDir, "receipts.db")).prepare("select * from seen_event").all();
    expect(rows).toHaveLength(1);
  });

  test("can be read by its owner alone, in a folder of its own", async () => {
    const dataDir = join(folder(), "deep", "data");
    const store = await openSqliteStore(dataDir);
    await store.seenEvents.firstTime("Ev1", noon);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(dataDir)).toBe("700");
    expect(readdirSync(dataDir).map((name) => [name, mode(join(dataDir, name))])).toEqual([
      ["receipts.db", "600"],
      ["receipts.db-shm", "600"],
      ["receipts.db-wal", "600"],
    ]);
  });

  test("leaves a folder that holds other things as open as it was", async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "notes.txt"), "");
    chmodSync(dataDir, 0o755);
    await openSqliteStore(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o755);
  });

  test("of the first version is brought forward, and knows what it knew", async () => {
    const dataDir = folder();
    const first = await openSqliteStore(dataDir);
    await first.seenEvents.firstTime("Ev1", noon);
    first.close();
    const file = new Libsql(join(dataDir, "receipts.db"));
    for (const table of ["delivery", "shared_post", "subscription", "edition"])
      file.exec(`drop table ${table}`);
    file.exec("update meta set value = '1' where name = 'version'");
    file.close();
    const store = await openSqliteStore(dataDir);
    expect(await store.seenEvents.firstTime("Ev1", noon)).toBe(false);
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("of the second version is brought forward with its editions", async () => {
    const dataDir = folder();
    (await openSqliteStore(dataDir)).close();
    const file = new Libsql(join(dataDir, "receipts.db"));
    file.exec("alter table edition drop column replaced");
    file.exec("insert into edition values('e1', '[]')");
    file.exec("update meta set value = '2' where name = 'version'");
    file.close();
    const store = await openSqliteStore(dataDir);
    expect(await store.history.edition("e1")).toEqual({ hash: "e1", sources: [] });
  });

  test("of a newer version is refused, and left as it is", async () => {
    const dataDir = folder();
    (await openSqliteStore(dataDir)).close();
    const file = new Libsql(join(dataDir, "receipts.db"));
    file.exec("update meta set value = '999' where name = 'version'");
    file.close();
    await expect(openSqliteStore(dataDir)).rejects.toThrow("written by a newer version");
  });

  test("that is none is refused with what to do, as is such a lock", async () => {
    const dataDir = folder();
    for (const name of ["receipts.db", "running.db"])
      writeFileSync(join(dataDir, name), "no database, and long enough to see");
    const refused = expect.objectContaining({ name: "ConfigError", message: expect.stringMatching(DAMAGED) });
    await expect(openSqliteStore(dataDir)).rejects.toEqual(refused);
    expect(() => holdFolder(dataDir)).toThrow(DAMAGED);
  });

  test("in a folder that cannot be written to is refused by the variable's name", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    await expect(openSqliteStore(join(file, "data"))).rejects.toThrow("DATA_DIR: ");
  });
});

describe("a running bot", () => {
  test("is the only one on its folder, while its store can still be opened", async () => {
    const dataDir = folder();
    const held = holdFolder(dataDir);
    expect(() => holdFolder(dataDir)).toThrow(
      expect.objectContaining({ name: "FolderHeld", trouble: "held" }),
    );
    const beside = await openSqliteStore(dataDir);
    expect(await beside.seenEvents.firstTime("Ev1", noon)).toBe(true);
    held.release();
    holdFolder(dataDir).release();
  });

  test("that was killed leaves its folder to the next", () => {
    const dataDir = folder();
    const script = `import { holdFolder } from ${JSON.stringify(new URL("../../adapters/sqlite/lock.ts", import.meta.url).href)};
holdFolder(process.argv[1]); process.kill(process.pid, "SIGKILL");`;
    const { signal } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script, dataDir],
      { encoding: "utf8" },
    );
    expect(signal).toBe("SIGKILL");
    holdFolder(dataDir).release();
  });
});
