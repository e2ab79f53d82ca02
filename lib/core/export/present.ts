/** The fields that have a value: a missing value is a missing key, and so is an empty list. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | null | undefined }): T {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}
