import { REMOVAL_CLASSES, type RemovalClass } from '../core/document.ts';
import { REASONS, type Reason } from '../core/errors.ts';

/** Something that is explained beside the commands. */
export interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly text: () => string;
}

const CLASS_NOTES: Readonly<Record<RemovalClass, string>> = {
  headline: 'the headline again, its kicker or dek; title, subtitle and kicker of the record hold them',
  byline: 'who wrote it and when; authors and dates of the record hold it',
  dateline: 'place, agency and date before the first sentence; dateline of the record holds it',
  bio: 'who the author is',
  share: 'share bars, follow and like buttons',
  newsletter: 'sign-ups for letters, podcasts and apps',
  related: 'lists of and links to other stories; related of the record holds them',
  teaser: 'a card of another story between the paragraphs',
  'image-placeholder': 'what an image left behind, such as ![]()',
  caption: 'a caption that is no part of the text',
  credit: 'who took the picture, which agency it is of',
  ad: 'advertisements and their labels',
  cookie: 'consent to cookies',
  paywall: 'notices of subscription',
  comments: 'comments and their form',
  footer: 'the foot of the site: copyright, imprint',
  navigation: 'menus, breadcrumbs, search, previous and next',
  'tag-list': 'topics and tags',
  wordpress: 'what WordPress prints around a post',
  contact: 'how to reach the author or the desk',
  duplicate: 'what stands there twice, or in several stories of the site (winnow help memory)',
  separator: 'lines of signs alone',
  other: 'not of the article, of no class above',
};

const REASON_NOTES: Readonly<Record<Reason, string>> = {
  empty: 'no bytes, or no records',
  'too-large': 'more bytes than are accepted',
  'unsupported-type': 'a feed, XML, PDF, archive or the like',
  'decode-error': 'no text in any encoding',
  'decompression-error': 'compression that is broken',
  'decompression-limit': 'more bytes after decompression than are accepted',
  'invalid-json': 'JSON that is none',
  schema: 'JSON without the keys of a scraped record',
  'no-content': 'no words of an article',
  'too-complex': 'more than fits into the memory of one article',
  timeout: 'more than the time of one article',
  'invalid-key': 'a key that names no file, or is too long for its output',
  'invalid-event': 'a message that names no object',
  'invalid-warc': 'a WARC file that is none',
};

const SITE_RULES_TEXT = `A folder of YAML files says what is true of one site only; winnow site --help shows a rule with all keys.

  1. winnow site new https://example.org/story     writes site-rules/example.org.yaml and a sample
  2. correct its selectors; add strip, keep and text
  3. winnow site test                              errors by line and column, samples that differ
  4. winnow clean pages --out clean --sites site-rules

winnow site suggest DIR proposes rules from what repeats on the pages of a site. Files of Full-Text RSS (.txt) are read as they are.
A rule that would remove more than it keeps is not applied: the record has the flag site-rule-not-applied.
In the stack: siteRules of ArticleCleaning, and aws s3 sync site-rules s3://CONFIG-BUCKET/site-rules/.
On this machine: npm start -- --serve --site-rules site-rules takes changed files at once.`;

const MEMORY_TEXT = `A paragraph that stories under several titles of one site share is part of none of them.

  1. winnow clean pages --out clean
  2. winnow learn clean                            writes site-memory.jsonl
  3. winnow clean pages --out clean2 --memory site-memory.jsonl

It removes as class duplicate what --min-stories (3) share, and the record names the snapshot in processing.siteMemory.
Snapshots of parts merge into that of the whole: winnow learn monday.jsonl tuesday.jsonl --out week.jsonl.
In the stack: siteMemory: { learn: {} } of ArticleCleaning learns on a schedule.`;

const ENVIRONMENT_TEXT = `NO_COLOR        no colours, whatever its value; without a terminal there are none anyway
TERM=dumb       no colours, no bar
AWS_*           as the AWS client reads them, for winnow backfill and winnow learn s3://

Exit codes: 0 everything was done, 1 some input was quarantined, refused or could not be read, 2 the command line is wrong.
Standard output holds results alone; progress, summaries and errors go to standard error. -q leaves the first two out.`;

/** What `winnow help TOPIC` tells beside the commands. */
export const TOPICS: readonly Topic[] = [
  { name: 'classes', summary: 'what is removed, by class', text: () => table(REMOVAL_CLASSES, CLASS_NOTES) },
  { name: 'reasons', summary: 'why an input is quarantined', text: () => table(REASONS, REASON_NOTES) },
  { name: 'rules', summary: 'rules for single sites, step by step', text: () => SITE_RULES_TEXT },
  { name: 'memory', summary: 'what stories of a site share, step by step', text: () => MEMORY_TEXT },
  { name: 'environment', summary: 'variables, exit codes, where output goes', text: () => ENVIRONMENT_TEXT },
];

function table<Name extends string>(names: readonly Name[], notes: Readonly<Record<Name, string>>): string {
  const width = Math.max(...names.map((name) => name.length)) + 2;
  return names.map((name) => `${name.padEnd(width)}${notes[name]}`).join('\n');
}
