import { stringify } from 'yaml';
import { readDate } from '../core/metadata/dates.ts';
import type { ArticleRecord } from '../core/record.ts';
import { readSelector } from '../core/site/select.ts';
import { readSiteTree } from '../core/site/site-tree.ts';
import { bodySelector, bylineSelector, selectorOf } from './propose-selector.ts';

export interface RuleDraft {
  readonly site: string;
  readonly url: string;
  /** Path of the page from the folder of the rule. */
  readonly sample: string;
  readonly source: string;
  /** What the page gives without a rule. */
  readonly record: ArticleRecord;
}

const SCHEMA = '# yaml-language-server: $schema=https://unpkg.com/winnower/schema/site-rule.schema.json\n';

/** A first rule for a site, of what one of its pages shows: to be read and mended by a person. What it says of that page is right by the rule too. */
export function draftRule({ site, url, sample, source, record }: RuleDraft): string {
  const tree = readSiteTree(source, url);
  const paragraphs = record.blocks.filter(({ type }) => type === 'paragraph').map(({ text }) => text);
  const body = bodySelector(tree.root, paragraphs);
  const title = record.title === undefined ? null : selectorOf(tree.root, record.title);
  const { authors, datePublished } = record;
  const byline =
    authors === undefined
      ? null
      : bylineSelector(
          tree.root,
          authors.map(({ name }) => name),
        );
  const [time] = readSelector('time @datetime').values(tree.root);
  const saysDate = time !== undefined && datePublished !== undefined && readDate(time) === datePublished;
  const first = paragraphs.find((text) => text.length > 40);
  const last = paragraphs.findLast((text) => text.length > 40);
  return (
    SCHEMA +
    stringify({
      site,
      ...(body !== null && { body }),
      ...(title !== null && { title }),
      ...(byline !== null && { author: byline }),
      ...(saysDate && { date: 'time[datetime]' }),
      samples: [
        {
          file: sample,
          url,
          ...(record.title !== undefined && { title: record.title }),
          ...(authors !== undefined && { authors: authors.map(({ name }) => name) }),
          ...(datePublished !== undefined && { date: datePublished }),
          keeps: [...new Set([first, last])]
            .filter((text) => text !== undefined)
            .map((text) => text.slice(0, 80).trim()),
        },
      ],
    })
  );
}
