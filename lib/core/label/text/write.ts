/** Writes values from a place on: `set` of a typed array takes many times as long for so few. */
export function write(values: ArrayLike<number>, into: Float32Array, place: number): void {
  for (let at = 0; at < values.length; at++) into[place + at] = values[at] as number;
}
