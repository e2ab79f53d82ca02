/**
 * The rules of ninjs 3.1 for the properties that the export writes: names, types, formats and what is demanded, as
 * https://iptc.org/std/ninjs/ninjs-schema_3.1.json has them. A property that the standard does not know is an error.
 *
 * Compared rule by rule with `specification/ninjs-schema_3.1.json` of the repository iptc/newsinjson (commit 3ace397, IPTC,
 * CC BY 4.0), which no package publishes. All that is valid here is valid there. Stricter here: properties that the export does
 * not write are errors; `contactInfo` has a `value`, never an `address`; an association has no associations.
 */
const text = { type: 'string' } as const;
const uri = { type: 'string', format: 'uri' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const whole = { type: 'integer' } as const;

const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const listOf = (items: object) => ({ type: 'array', items });

const labelled = closed({ role: text, contentType: text, value: text }, ['value']);
const rendition = closed(
  { name: text, href: uri, contentType: text, title: text, width: whole, height: whole, sizeInBytes: whole },
  ['name'],
);
const contactInfo = {
  ...closed({ type: text, role: text, lang: text, name: text, value: text }),
  // Of `value` and `address`, which the export does not write.
  required: ['value'],
};
const named = closed({ name: text, rel: text, uri, literal: text, contactInfo: listOf(contactInfo) });

const item = {
  uri,
  type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
  representationType: { enum: ['full', 'partial'] },
  profile: text,
  firstCreated: time,
  versionCreated: time,
  language: text,
  copyrightHolder: text,
  copyrightNotice: text,
  title: text,
  by: text,
  located: text,
  headlines: listOf(labelled),
  descriptions: listOf(labelled),
  bodies: listOf(closed({ role: text, contentType: text, charCount: whole, wordCount: whole, value: text }, ['value'])),
  people: listOf(named),
  places: listOf(named),
  subjects: listOf(closed({ name: text, rel: text, uri, literal: text })),
  infoSources: listOf(closed({ name: text, role: text, uri, literal: text, contactInfo: listOf(contactInfo) })),
  renditions: listOf(rendition),
  altIds: listOf(closed({ role: text, value: text })),
  standard: closed({ name: text, version: text, schema: uri }),
};

export const NINJS_SCHEMA = closed(
  { ...item, associations: listOf(closed({ ...item, name: text, rel: text }, ['name', 'uri'])) },
  ['uri'],
);
