/** Fits linear models by full-batch Adam. The same input gives the same digits. */

/** The alternatives of one question: features of each, and whether it is right. */
export interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

export interface FitOptions {
  readonly rounds?: number;
  /** L2 pull towards 0, on scaled features. */
  readonly pull?: number;
  readonly rate?: number;
}

/** Mean and standard deviation by column; a constant column has deviation 1. */
function deviations(rows: readonly (readonly number[])[], size: number): Float64Array {
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const row of rows)
    for (let k = 0; k < size; k += 1) {
      const value = row[k] ?? 0;
      sums[k] = (sums[k] ?? 0) + value;
      squares[k] = (squares[k] ?? 0) + value * value;
    }
  const n = Math.max(1, rows.length);
  return sums.map((sum, k) => {
    const deviation = Math.sqrt(Math.max(0, (squares[k] ?? 0) / n - (sum / n) ** 2));
    return deviation < 1e-9 ? 1 : deviation;
  });
}

/** Adam as in Kingma and Ba (2015), with their constants. `gradient` writes the loss gradient at the weights it is given. */
function adam(
  size: number,
  gradient: (weights: Float64Array, into: Float64Array) => void,
  options: FitOptions,
): Float64Array {
  const { rounds = 200, pull = 1e-4, rate = 0.1 } = options;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  const slope = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    for (let k = 0; k < size; k += 1) slope[k] = pull * (weights[k] ?? 0);
    gradient(weights, slope);
    const step = rate * (round > rounds * 0.7 ? 0.1 : 1);
    for (let k = 0; k < size; k += 1) {
      const g = slope[k] ?? 0;
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * g;
      spread[k] = 0.999 * (spread[k] ?? 0) + 0.001 * g * g;
      const m = (mean[k] ?? 0) / (1 - 0.9 ** round);
      const v = (spread[k] ?? 0) / (1 - 0.999 ** round);
      weights[k] = (weights[k] ?? 0) - (step * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

interface Block {
  readonly x: Float64Array;
  readonly right: readonly boolean[];
  readonly weight: number;
}

function blocks(choices: readonly Choice[], scale: Float64Array): Block[] {
  const size = scale.length;
  return choices
    .filter((c) => c.right.some(Boolean) && c.right.some((r) => !r))
    .map((c) => {
      const x = new Float64Array(c.features.length * size);
      c.features.forEach((row, i) => {
        for (let k = 0; k < size; k += 1) x[i * size + k] = (row[k] ?? 0) / (scale[k] ?? 1);
      });
      return { x, right: c.right, weight: c.weight };
    });
}

/** Weights under which the right alternatives together are as likely as can be: softmax within each question. */
export function fitSoftmax(choices: readonly Choice[], size: number, options: FitOptions = {}): number[] {
  const scale = deviations(
    choices.flatMap((c) => c.features),
    size,
  );
  const data = blocks(choices, scale);
  const total = data.reduce((sum, block) => sum + block.weight, 0);
  const exp = new Float64Array(10_000);
  const fitted = adam(
    size,
    (weights, into) => {
      for (const { x, right, weight } of data) {
        let top = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < right.length; i += 1) {
          let score = 0;
          for (let k = 0; k < size; k += 1) score += (x[i * size + k] ?? 0) * (weights[k] ?? 0);
          exp[i] = score;
          if (score > top) top = score;
        }
        let all = 0;
        let good = 0;
        for (let i = 0; i < right.length; i += 1) {
          const e = Math.exp((exp[i] ?? 0) - top);
          exp[i] = e;
          all += e;
          if (right[i]) good += e;
        }
        for (let i = 0; i < right.length; i += 1) {
          const e = exp[i] ?? 0;
          const push = (e / all - (right[i] ? e / Math.max(good, 1e-300) : 0)) * (weight / total);
          if (Math.abs(push) < 1e-9) continue;
          for (let k = 0; k < size; k += 1) into[k] = (into[k] ?? 0) + push * (x[i * size + k] ?? 0);
        }
      }
    },
    options,
  );
  return Array.from(fitted, (value, k) => value / (scale[k] ?? 1));
}

/** One example of a yes-or-no: its features, what is true, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly yes: boolean;
  readonly weight: number;
}

/** Logistic regression; the first feature is meant to be the constant 1. */
export function fitLogistic(examples: readonly Example[], size: number, options: FitOptions = {}): number[] {
  const scale = deviations(
    examples.map((e) => e.features),
    size,
  );
  const total = examples.reduce((sum, e) => sum + e.weight, 0);
  const fitted = adam(
    size,
    (weights, into) => {
      for (const { features, yes, weight } of examples) {
        let score = 0;
        for (let k = 0; k < size; k += 1) score += ((features[k] ?? 0) / (scale[k] ?? 1)) * (weights[k] ?? 0);
        const push = (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0)) * (weight / total);
        for (let k = 0; k < size; k += 1)
          into[k] = (into[k] ?? 0) + push * ((features[k] ?? 0) / (scale[k] ?? 1));
      }
    },
    options,
  );
  return Array.from(fitted, (value, k) => value / (scale[k] ?? 1));
}
