import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanArticle } from '../../lib/index.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = { html: 'text/html', txt: 'text/plain', md: 'text/markdown' };
const folder = join(process.cwd(), 'test/cases');
const slugs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

interface CaseInfo {
  readonly why: string;
  readonly origin: string;
  readonly licence: string;
  readonly reviewed?: boolean;
}

/** The parts of a record that a case fixes. */
interface Expected {
  readonly title?: string;
  readonly section?: string;
  readonly authors?: readonly string[];
  readonly text: string;
  readonly removed: readonly { readonly class: string; readonly rule: string; readonly text: string }[];
}

function readJson<T>(slug: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, slug, name), 'utf8')) as T;
}

function cleanCase(slug: string, given: Expected): Expected {
  const inputs = readdirSync(join(folder, slug)).filter((name) => name.startsWith('input.'));
  if (inputs.length !== 1) throw new Error(`expected one input.<html|txt|md> in ${slug}, got ${inputs.length}`);
  const name = inputs[0] ?? '';
  const mediaType = MEDIA_TYPES[name.slice('input.'.length)];
  if (mediaType === undefined) throw new Error(`expected input.<html|txt|md>, got ${name} in ${slug}`);
  const record = cleanArticle(readFileSync(join(folder, slug, name)), mediaType);
  return {
    ...('title' in given ? { title: record.title ?? '' } : {}),
    ...('section' in given ? { section: record.section ?? '' } : {}),
    ...('authors' in given ? { authors: (record.authors ?? []).map((author) => author.name) } : {}),
    text: record.text,
    removed: record.removed.map((block) => ({ class: block.class, rule: block.rule, text: block.text })),
  };
}

test('there are cases', () => {
  expect(slugs.length).toBeGreaterThan(0);
});

describe.each(slugs)('%s', (slug) => {
  test('says why it exists, where it comes from, and has been read by a person', () => {
    const info = readJson<CaseInfo>(slug, 'case.json');
    expect(info).toMatchObject({ why: expect.any(String), origin: expect.any(String), licence: expect.any(String) });
    expect(info.reviewed).not.toBe(false);
  });

  test('keeps and removes what its expected.json says', () => {
    const expected = readJson<Expected>(slug, 'expected.json');
    expect(cleanCase(slug, expected)).toEqual(expected);
  });
});
