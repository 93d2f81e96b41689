/** Times of one function over many questions, by tinybench. */
import { Bench } from "tinybench";

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly mean: number;
  readonly samples: number;
}

/** A share of a sorted list's length, as the value there. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    worst: sorted.at(-1) ?? Number.NaN,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    samples: sorted.length,
  };
}

/** Asks each question as many times as fit into `budgetMs`, but at least `fewest` questions in all. */
export async function timeQuestions(
  questions: readonly string[],
  ask: (question: string) => unknown,
  {
    budgetMs,
    fewest,
    warm = 20,
  }: { readonly budgetMs: number; readonly fewest: number; readonly warm?: number },
): Promise<Times> {
  let next = 0;
  const bench = new Bench({
    time: budgetMs,
    iterations: fewest,
    warmupTime: 0,
    warmupIterations: warm,
    retainSamples: true,
    throws: true,
  });
  bench.add("ask", () => {
    ask(questions[next++ % questions.length] ?? "");
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  return timesOf(result !== undefined && "latency" in result ? [...(result.latency.samples ?? [])] : []);
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
