/** Times of one function over many questions. */
import { Bench } from "tinybench";

/** Milliseconds a question takes. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** A question's time is the least of all passes: what else the machine did meanwhile is not the question's. */
export interface QuestionTimes extends Times {
  /** Of every time that a question was asked: other work of the machine and pauses for memory included. */
  readonly every: Times;
}

/** How often each question is asked, of whatever engine; never twice in a row, so that none is helped by the time before. */
export const PASSES = 3;

/** A share of a sorted list's length, as the value there. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** Asks the first `count` questions `PASSES` times, one after the other, once some others have been asked to warm up. */
export function timeQuestions(
  questions: readonly string[],
  ask: (question: string) => unknown,
  count: number,
  warm = 20,
): QuestionTimes {
  const asked = questions.slice(0, count);
  for (const question of questions.slice(-warm)) ask(question);
  const least = asked.map(() => Number.POSITIVE_INFINITY);
  const every: number[] = [];
  for (let pass = 0; pass < PASSES; pass += 1)
    asked.forEach((question, i) => {
      const from = performance.now();
      ask(question);
      const ms = performance.now() - from;
      every.push(ms);
      least[i] = Math.min(least[i] ?? ms, ms);
    });
  return { ...timesOf(least), every: timesOf(every) };
}

/** How much the machine's speed wanders: the spread of a fixed calculation's times, as (p90 - p10) / p50. */
export async function machineNoise(): Promise<number> {
  const numbers = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i) * 1e6);
  const bench = new Bench({ time: 500, iterations: 100, warmupIterations: 20, retainSamples: true });
  bench.add("sort", () => {
    numbers.slice().sort();
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  const sorted = [...((result !== undefined && "latency" in result && result.latency.samples) || [])].sort(
    (a, b) => a - b,
  );
  return (quantile(sorted, 0.9) - quantile(sorted, 0.1)) / quantile(sorted, 0.5);
}
