/** The middle one; 0 of nothing. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  return new Float64Array(values).sort()[values.length >> 1] ?? 0;
}
