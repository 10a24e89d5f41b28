/** A bench's result: rows of numbers beside a peer or a floor of the same run. */
export interface BenchReport {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Figures for `--json`. */
  readonly figures: Readonly<Record<string, number>>;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `percent` of the values lie, by nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Median and 99th percentile of durations, as a table shows them. */
export function times(valuesMs: readonly number[]): string {
  return `${rounded(percentile(valuesMs, 50), 1)} / ${rounded(percentile(valuesMs, 99), 1)}`;
}
