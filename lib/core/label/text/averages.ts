/** The middle one; 0 of nothing. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
