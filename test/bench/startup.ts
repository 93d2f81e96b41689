/** From starting the command line to its first answer, against the same loader running an empty file. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Milliseconds. */
export interface Startup {
  readonly empty: number;
  readonly text: number;
  readonly json: number;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = join(ROOT, "node_modules/.bin/tsx");
const QUESTION = "Who signed the letter?";

function startMs(words: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(TSX, words, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.slice(0, 3).join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Medians of runs taken in turn, so that a slow moment of the machine falls on all of them. */
export function measureStartup(runs = 9): Startup {
  const folder = mkdtempSync(join(tmpdir(), "empty-"));
  const empty = join(folder, "empty.ts");
  writeFileSync(empty, "export {};\n");
  const ways = {
    empty: [empty],
    text: ["src/main.ts", "ask", QUESTION],
    json: ["src/main.ts", "ask", "--json", QUESTION],
  };
  const times = { empty: [0], text: [0], json: [0] };
  for (const way of ["empty", "text", "json"] as const) {
    startMs(ways[way]);
    times[way] = [];
  }
  for (let run = 0; run < runs; run += 1)
    for (const way of ["empty", "text", "json"] as const) times[way].push(startMs(ways[way]));
  rmSync(folder, { recursive: true });
  return { empty: median(times.empty), text: median(times.text), json: median(times.json) };
}
