/**
 * From starting the command line to its first answer, against the same loader running an empty file: by the loader's own command, and as
 * the scripts start it, which spares that command's process.
 */
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

/** The two ways to start. */
export interface Startups {
  readonly command: Startup;
  readonly script: Startup;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = [join(ROOT, "node_modules/.bin/tsx")];
const SCRIPT = [process.execPath, "--import", "tsx"];
const QUESTION = "Who signed the letter?";

function startMs([program = "", ...words]: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(program, words, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Medians of runs taken in turn, so that a slow moment of the machine falls on all of them. */
export function measureStartup(runs = 9): Startups {
  const folder = mkdtempSync(join(tmpdir(), "empty-"));
  const file = join(folder, "empty.ts");
  writeFileSync(file, "export {};\n");
  const ways = [COMMAND, SCRIPT].flatMap((start) => [
    [...start, file],
    [...start, "src/main.ts", "ask", QUESTION],
    [...start, "src/main.ts", "ask", "--json", QUESTION],
  ]);
  for (const way of ways) startMs(way);
  const times: number[][] = ways.map(() => []);
  for (let run = 0; run < runs; run += 1) for (const [i, way] of ways.entries()) times[i]?.push(startMs(way));
  rmSync(folder, { recursive: true });
  const startup = (first: number): Startup => {
    const [empty = Number.NaN, text = Number.NaN, json = Number.NaN] = times
      .slice(first, first + 3)
      .map(median);
    return { empty, text, json };
  };
  return { command: startup(0), script: startup(3) };
}
