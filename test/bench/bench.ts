/**
 * Measures what the answer engine costs, as ratios within one run, beside the figures to reach.
 *
 *   npm run bench -- [--sets DIR [--set NAME]...] [--size N]... [--no-start]
 *
 * Corpora are real sentences recombined: of the question sets in DIR (or those named; a corpus of one language
 * is the harder one for MiniSearch, whose time grows with the commonest word), else of the shipped corpus. `--size` is a number of
 * passages; without it 40 (five sources), 1,000, 10,000 and 100,000. `BENCH_SQLITE` names a module to take SQLite from. Each size
 * runs in a process of its own. A question's time is the least of a few passes over all questions, for every engine alike: on a
 * machine that does other work, a pause would else be taken for the slowest question. What every single time came to is printed, too,
 * and the machine's noise.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Measured } from "./measure.ts";
import { STAGES } from "./stages.ts";
import { measureStartup } from "./startup.ts";
import { PASSES, type QuestionTimes } from "./timing.ts";

/** Five sources' worth, then as large as one machine should carry. */
const SIZES = [40, 1000, 10_000, 100_000];

/** What to reach, by passages: the answer's time as a share of a bare MiniSearch search. */
const TO_REACH: Readonly<Record<number, { readonly p50: number; readonly p99: number }>> = {
  10000: { p50: 10, p99: 15 },
  100000: { p50: 200, p99: 300 },
};
const LONGEST_BLOCK_MS = 50;
const INDEX_SHARE = 0.5;
const HEAP_MB = 150;
const START_RATIO = 2;
const CHILD_HEAP_MB = 6000;

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (value: number) => `${value.toFixed(value < 10 ? 3 : 1)} ms`;
const fraction = (value: number) =>
  value >= 1 ? `1/${value.toFixed(1)}` : `${(1 / value).toFixed(1)} times`;

function measured(passages: number, sets: readonly string[]): Measured {
  const file = fileURLToPath(new URL("./measure.ts", import.meta.url));
  const flags = ["--expose-gc", `--max-old-space-size=${CHILD_HEAP_MB}`, "--import", "tsx"];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, file, String(passages), ...sets],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured; // what measure.ts writes
}

function line(what: string, figure: string, target = "", reached?: boolean): void {
  const verdict = reached === undefined ? "" : reached ? "reached" : "NOT reached";
  console.log(`  ${what.padEnd(34)} ${figure.padEnd(34)} ${target.padEnd(26)} ${verdict}`.trimEnd());
}

function ratio(
  name: string,
  own: QuestionTimes,
  other: QuestionTimes | undefined,
  target?: { p50: number; p99: number },
): void {
  if (other === undefined) {
    line(`against ${name}`, "not installed");
    return;
  }
  const [p50, p99] = [other.p50 / own.p50, other.p99 / own.p99];
  const times = `${fraction(p50)} and ${fraction(p99)}  (${ms(other.p50)}, ${ms(other.p99)})`;
  if (target === undefined) {
    line(`against ${name}`, times);
    return;
  }
  const reached = p50 >= target.p50 && p99 >= target.p99;
  line(`against ${name}`, times, `1/${target.p50} and 1/${target.p99}`, reached);
}

function print(result: Measured): void {
  const { passages, words, noise, answer, engines, index, heap, stages, longest, afterEdit } = result;
  const large = passages >= 100_000;
  console.log(`\n${passages} passages, ${words} words; machine noise ${(noise * 100).toFixed(0)} %`);
  line("full answer, p50 and p99", `${ms(answer.p50)}, ${ms(answer.p99)}`);
  line("  every time, pauses included", `${ms(answer.every.p50)}, ${ms(answer.every.p99)}`);
  for (const [name, times] of Object.entries(engines)) {
    const faster = large && name === "SQLite FTS5" ? { p50: 1, p99: 1 } : undefined;
    ratio(name, answer, times, name === "MiniSearch" ? TO_REACH[passages] : faster);
  }
  line("  per stage, mean", STAGES.map((stage) => `${stage} ${stages[stage].toFixed(3)}`).join(", "));
  line("worst question", ms(longest.ms), `${LONGEST_BLOCK_MS} ms at most`, longest.ms <= LONGEST_BLOCK_MS);
  line("a source saved, the next question", `${ms(afterEdit.edit)}, ${ms(afterEdit.question)}`);
  const share = index.own / index.miniSearch;
  const indexed = `${share.toFixed(2)} of MiniSearch's (${ms(index.own)})`;
  line(
    "CPU time to index",
    indexed,
    large ? `${INDEX_SHARE} at most` : "",
    large ? share <= INDEX_SHARE : undefined,
  );
  line("first answer after that", ms(index.firstAnswer));
  const room = `${mb(heap.own)} (MiniSearch ${mb(heap.miniSearch)})`;
  const target = large ? `${HEAP_MB} MB at most` : "";
  line("heap beyond the text", room, target, large ? heap.own <= HEAP_MB * 1e6 : undefined);
}

function printStart(): void {
  const { command, script } = measureStartup();
  const { empty, text, json } = command;
  console.log("\nfrom start to first answer, shipped corpus");
  for (const [name, time] of [
    ["a person's", text],
    ["a program's (--json)", json],
  ] as const) {
    const times = time / empty;
    line(
      name,
      `${times.toFixed(2)} times an empty file (${ms(time)})`,
      `${START_RATIO} times`,
      times <= START_RATIO,
    );
  }
  const spared = [script.text, script.json].map(
    (time) => `${ms(time)}, ${(time / script.empty).toFixed(2)} times`,
  );
  line("as the scripts start it", `${spared.join("; ")} an empty file so started (${ms(script.empty)})`);
}

const { values } = parseArgs({
  options: {
    sets: { type: "string" },
    set: { type: "string", multiple: true },
    size: { type: "string", multiple: true },
    "no-start": { type: "boolean", default: false },
  },
});
const sizes = values.size?.map(Number) ?? SIZES;
console.log(
  `Answer times are compared p50 with p50 and p99 with p99, over the same passages in one process. A question's time, of every engine alike, is the least of ${PASSES} passes over the questions.`,
);
if (!values["no-start"]) printStart();
const sets = values.sets === undefined ? [] : [values.sets, ...(values.set ?? [])];
for (const size of sizes) print(measured(size, sets));
