/** Forms of other systems that are one JSON value a record. */
export const JSON_EXPORTS = ['jsonld', 'ninjs', 'jsonfeed', 'fineweb', 'dolma'] as const;
export type JsonExport = (typeof JSON_EXPORTS)[number];

export function isJsonExport(format: string): format is JsonExport {
  return (JSON_EXPORTS as readonly string[]).includes(format);
}
