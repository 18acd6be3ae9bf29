/** What all benches print: JSON lines, one for each figure, measured beside its yardstick in the same run. The twin of `bench/_report.py`. */

/** What a figure is compared with: what the yardstick is, in words, and its figure in each run. */
export interface Against {
  readonly what: string;
  readonly values?: readonly number[];
}

/**
 * Prints one figure: the median of its runs with the least and the most, and its ratio to the yardstick's median.
 *
 * @param values - one for each run, at least one.
 */
export function report(bench: string, name: string, values: readonly number[], unit: string, against?: Against): void {
  const middle = median(values);
  const yardstick = against?.values && median(against.values);
  const line = {
    bench,
    name,
    n: values.length,
    value: short(middle),
    unit,
    against: against?.what ?? null,
    ratio: yardstick === undefined ? null : Math.round((middle / yardstick) * 1000) / 1000,
    min: short(Math.min(...values)),
    max: short(Math.max(...values)),
    ...(yardstick === undefined ? {} : { yardstick: short(yardstick) }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor((sorted.length - 1) / 2);
  return ((sorted[half] ?? NaN) + (sorted[sorted.length - 1 - half] ?? NaN)) / 2;
}

function short(value: number): number {
  return value < 100 ? Math.round(value * 1000) / 1000 : Math.round(value);
}
