import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";

const KILLS = 60;

/** Two at a time on one file, since two cores have time for it. */
const AT_ONCE = 2;

const worker = fileURLToPath(new URL("subscribing.ts", import.meta.url));

/** Lets a process subscribe and deliver, kills it in the middle of that, and answers what it had acknowledged. */
function killed(dataDir: string, round: number): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", worker, dataDir, String(round)]);
  const lines: string[] = [];
  let rest = "";
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
      // somewhere in the middle of its next write, and never at the same place
      if (lines.length > (round * 7) % 23) child.kill("SIGKILL");
    });
    child.once("error", reject).once("close", () => resolve(lines));
  });
}

test("sixty times kill -9 while subscribing and delivering loses nothing that was acknowledged", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "receipts-kill-"));
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round += AT_ONCE) {
    const both = Array.from({ length: AT_ONCE }, (_, at) => killed(dataDir, round + at));
    acknowledged.push(...(await Promise.all(both)).flat());
  }
  const store = await openSqliteStore(dataDir);
  const kept = new Set(
    (await store.subscriptions.list(undefined)).map(({ room }) => `subscribed ${room.channel}`),
  );
  const rows = (await store.upkeep.tables()).find(({ name }) => name === "delivery")?.rows ?? [];
  for (const row of rows) if (row.state === "sent") kept.add(`delivered ${row.channel}`);
  store.close();
  expect(acknowledged.length).toBeGreaterThan(KILLS * 5);
  expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
}, 240_000);
