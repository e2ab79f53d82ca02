/** Formats of which all inputs make one file, one JSON value a line, and the name of that file. */
export const LINES = { jsonl: 'records.jsonl', fineweb: 'fineweb.jsonl', dolma: 'dolma.jsonl' } as const;
/** Formats of one file for each article, and what is appended to the name of the input. */
export const FILES = {
  md: '.md',
  frontmatter: '.md',
  txt: '.txt',
  jsonld: '.jsonld',
  ninjs: '.ninjs.json',
  jsonfeed: '.jsonfeed.json',
} as const;

export type OutputFormat = 'json' | keyof typeof LINES | keyof typeof FILES;
export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  'json',
  'jsonl',
  'md',
  'txt',
  'frontmatter',
  'jsonld',
  'ninjs',
  'jsonfeed',
  'fineweb',
  'dolma',
];

export function isLines(format: OutputFormat): format is keyof typeof LINES {
  return Object.hasOwn(LINES, format);
}

export function isFile(format: OutputFormat): format is keyof typeof FILES {
  return Object.hasOwn(FILES, format);
}
