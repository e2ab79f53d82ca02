import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCleaner } from '../../lib/core/clean.ts';
import { createExplainer } from '../../lib/core/explain.ts';
import { loadPageParts } from '../../lib/inspector/app-code.ts';
import { draftCase, RULE_TO_BE_WRITTEN } from '../../lib/inspector/case-folder.ts';
import { countFolder, countRecord } from '../../lib/inspector/figures.ts';
import { isListed, isWanted, NO_FILTER, rulesOf } from '../../lib/inspector/filter.ts';
import { inspectBody } from '../../lib/inspector/inspect.ts';
import { type InspectedDocument, isQuarantine } from '../../lib/inspector/inspected.ts';
import { writePage } from '../../lib/inspector/page.ts';
import { rowsOf } from '../../lib/inspector/rows.ts';
import { sha256 } from '../../lib/inspector/sha256.ts';
import { writeTar } from '../../lib/inspector/tar.ts';
import { writeCase } from '../../lib/inspector/write-case.ts';

const parts = { clean: createCleaner(sha256), explain: createExplainer(sha256), sha256 };
const examples = join(process.cwd(), 'examples');

function inspectExample(name: string, kind: 'article' | 'records' = 'article'): readonly InspectedDocument[] {
  return inspectBody(name, readFileSync(join(examples, name)), kind, { uri: name, key: name }, parts);
}

function recordOf(inspected: InspectedDocument | undefined) {
  if (inspected === undefined || isQuarantine(inspected.answer)) throw new Error('expected a record');
  return { inspected, record: inspected.answer };
}

const html = recordOf(inspectExample('harbour-bridge-vote.html')[0]);
const text = recordOf(inspectExample('ferry-strike-scrape.txt')[0]);
const refused = inspectExample('empty.html')[0];

describe('what is inspected', () => {
  it.each([html, text])('has the reason of every removed and every kept piece', ({ inspected, record }) => {
    expect(record.removed.length).toBeGreaterThan(5);
    expect(inspected.removedReasons?.every((reason) => reason !== null)).toBe(true);
    expect(inspected.keptReasons?.every((reason) => reason !== null)).toBe(true);
  });

  it('is an answer of its own for each record of a file of many, and for what is refused', () => {
    const many = inspectExample('three-records.jsonl', 'records');
    expect(many.map(({ name }) => name)).toEqual([0, 1, 2].map((index) => `three-records.jsonl #${index}`));
    expect(refused?.answer).toMatchObject({ outcome: 'quarantined', reason: 'empty' });
  });

  it('is laid out in the order of the source', () => {
    const source = text.inspected.source ?? '';
    let at = 0;
    for (const row of rowsOf(text.record)) {
      const found = source.indexOf(row.source, at);
      expect(found).toBeGreaterThanOrEqual(at);
      at = found + row.source.length;
    }
    const { blocks, removed } = text.record;
    expect(rowsOf(text.record)).toHaveLength(blocks.length + removed.length);
  });
});

describe('figures of a folder', () => {
  const documents = [html.inspected, text.inspected, ...(refused ? [refused] : [])];

  it('add up over the records', () => {
    const [one, other] = [countRecord(html.record), countRecord(text.record)];
    const sums = countFolder(documents);
    expect(sums).toMatchObject({ cleaned: 2, quarantined: 1, kept: one.kept + other.kept });
    expect(sums.byClass.reduce((sum, [, words]) => sum + words, 0)).toBe(one.removed + other.removed);
    expect(sums.quality.reduce((sum, records) => sum + records, 0)).toBe(2);
    expect(sums.quality.at(-1)).toBe(2);
  });

  it('are those of what the filter lets through', () => {
    const onlyText = { ...NO_FILTER, rule: 'teaser-hxi' };
    expect(documents.filter((one) => isListed(one, onlyText))).toEqual([text.inspected]);
    expect(documents.filter((one) => isListed(one, { ...NO_FILTER, search: 'NORDLINJEN' }))).toEqual([text.inspected]);
    expect(rulesOf(documents, { ...NO_FILTER, classes: new Set(['teaser']) }).map(([rule]) => rule)).toContain(
      'teaser-hxi',
    );
    const removal = { class: 'teaser', rule: 'x', confidence: 0.5 } as const;
    expect(isWanted(removal, { ...NO_FILTER, from: 0.5, to: 0.5 })).toBe(true);
    expect(isWanted(removal, { ...NO_FILTER, from: 0.51 })).toBe(false);
    expect(isWanted(removal, { ...NO_FILTER, classes: new Set(['bio']) })).toBe(false);
  });
});

describe('a case out of the inspector', () => {
  const info = { slug: 'kept-line', why: 'It belongs to the story.' };
  const fileOf = (name: string, files: readonly { path: string; text: string }[]) =>
    files.find(({ path }) => path.endsWith(name))?.text ?? '';

  it('says that a removed piece stays, in its place', () => {
    const at = text.record.removed.findIndex(({ class: name }) => name === 'teaser');
    const files = draftCase(text.inspected, { should: 'keep', removed: at }, info);
    expect(files.map(({ path }) => path)).toEqual([
      'kept-line/input.txt',
      'kept-line/expected.json',
      'kept-line/case.json',
    ]);
    const expected = JSON.parse(fileOf('expected.json', files));
    const paragraphs = text.record.text.split('\n\n');
    const piece = text.record.removed[at];
    expect(expected.text.split('\n\n')).toEqual([
      ...paragraphs.slice(0, piece?.at),
      piece?.text,
      ...paragraphs.slice(piece?.at),
    ]);
    expect(expected.removed).toHaveLength(text.record.removed.length - 1);
    expect(fileOf('input.txt', files)).toBe(readFileSync(join(examples, 'ferry-strike-scrape.txt'), 'utf8'));
    expect(JSON.parse(fileOf('case.json', files))).toMatchObject({ why: info.why, reviewed: false });
  });

  it('says that a kept piece goes, by a rule that is still to be written', () => {
    const files = draftCase(html.inspected, { should: 'remove', block: 1, class: 'teaser' }, info);
    const expected = JSON.parse(fileOf('expected.json', files));
    const gone = html.record.blocks[1]?.text ?? '';
    expect(expected.text).not.toContain(gone);
    expect(expected.removed).toContainEqual({ class: 'teaser', rule: RULE_TO_BE_WRITTEN, text: gone });
  });

  it('of a record as it is holds what cleaning gives', () => {
    const expected = JSON.parse(fileOf('expected.json', draftCase(html.inspected, null, info)));
    const { title, authors = [], text: clean, removed } = html.record;
    expect(expected).toEqual({
      title,
      authors: authors.map(({ name }) => name),
      text: clean,
      removed: removed.map(({ class: name, rule, text: piece }) => ({ class: name, rule, text: piece })),
    });
  });

  it('is refused without a source, without such a piece and under another name than a slug', () => {
    const { source: _, ...without } = text.inspected;
    expect(() => draftCase(without, { should: 'keep', removed: 0 }, info)).toThrow('with its source');
    expect(() => draftCase(text.inspected, { should: 'keep', removed: 9999 }, info)).toThrow('a piece');
    expect(() => draftCase(text.inspected, { should: 'keep', removed: 0 }, { ...info, slug: '../x' })).toThrow(
      'dated-footer',
    );
  });

  it('is written once, and nowhere else than in the folder of cases', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-case-'));
    const files = draftCase(text.inspected, { should: 'keep', removed: 0 }, info);
    await expect(writeCase(files, folder)).resolves.toBe(join(folder, 'kept-line'));
    await expect(writeCase(files, folder)).rejects.toThrow('already');
    const outside = files.map((file) => ({ ...file, path: `../${file.path}` }));
    await expect(writeCase(outside, folder)).rejects.toThrow('expected files');
    await expect(writeCase(files.slice(1), folder)).rejects.toThrow('three files');
    rmSync(folder, { recursive: true });
  });

  it('is an archive that tar unpacks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-tar-'));
    const files = [512, 0, 700].map((length, index) => ({ path: `a-case/${index}.txt`, text: 'é'.repeat(length) }));
    writeFileSync(join(folder, 'x.tar'), writeTar(files));
    execFileSync('tar', ['-xf', 'x.tar'], { cwd: folder });
    for (const { path, text: content } of files) expect(readFileSync(join(folder, path), 'utf8')).toBe(content);
    rmSync(folder, { recursive: true });
  });
});

describe('the page of the inspector', () => {
  const data = { title: '</title><b>', version: '0', served: false, rationales: {}, documents: [text.inspected] };
  const hash = (code: string) => createHash('sha256').update(code).digest('base64');

  it('carries its data where no text can end the element', () => {
    const hostile = { ...data, documents: [{ ...text.inspected, name: '</script><script>alert(1)</script><!--' }] };
    const { html: page } = writePage({ script: '1', style: '', cleaner: null }, hostile, hash);
    expect(page.match(/<\/?script/g)).toEqual(['<script', '</script', '<script', '</script']);
    expect(page).not.toContain('<!--');
    expect(page).not.toContain('<b>');
    const json = /id="data">(.*)<\/script>\n<script>1/.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(hostile)));
  });

  it('allows the scripts and the style that it was given and nothing else', () => {
    const { policy } = writePage({ script: 'a', style: 'b', cleaner: 'c' }, data, hash);
    expect(policy).toContain(`script-src 'sha256-${hash('a')}' 'sha256-${hash('c')}'; style-src 'sha256-${hash('b')}'`);
    expect(policy).toMatch(/^default-src 'none'; .*connect-src 'none'/);
    expect(policy).not.toContain('unsafe');
  });

  it('has less than 60 kB of code and style beside the cleaner, and no way for text to become markup', async () => {
    const { script, style, cleaner } = await loadPageParts();
    expect(Buffer.byteLength(script + style)).toBeLessThan(60_000);
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function/);
    expect(script + cleaner).not.toMatch(/<!--|<\/?script/i);
  });
});

it('hashes as the platform does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
