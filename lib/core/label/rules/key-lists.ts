/** Adds a value to the list of a key. */
export function addTo<Value>(byKey: Map<string, Value[]>, key: string, value: Value): void {
  const list = byKey.get(key);
  if (list === undefined) byKey.set(key, [value]);
  else list.push(value);
}
