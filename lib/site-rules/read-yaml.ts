import { isScalar, type Node } from 'yaml';
import { REMOVAL_CLASSES, type RemovalClass } from '../core/document.ts';
import { readSelector } from '../core/site/select.ts';
import { compileSiteRule } from '../core/site/site-cleaner.ts';
import type { Sample, SiteRule, TextPattern } from '../core/site/site-rule.ts';
import { compilePattern } from '../core/site/text-pattern.ts';
import { sha256 } from '../io/sha256.ts';
import type { Problem } from './problem.ts';
import type { SiteRuleEntry } from './site-rule-book.ts';
import {
  type Field,
  flag,
  kindOf,
  listOf,
  mapOf,
  oneOrMore,
  YamlReader as Reader,
  text,
  type YamlReader,
} from './yaml-reader.ts';

/** The rules of one file and what is wrong with it; a rule with a problem is not among the rules. */
export interface ReadRules {
  readonly entries: readonly SiteRuleEntry[];
  readonly problems: readonly Problem[];
}

/** Reads a YAML file of site rules: one rule, a list of rules, or several documents. */
export function readYamlRules(yaml: string, file: string): ReadRules {
  const reader = new Reader(file);
  const entries: SiteRuleEntry[] = [];
  for (const node of reader.items(yaml)) {
    const before = reader.problems.length;
    const rule = RULE(reader, node);
    if (rule !== undefined && reader.problems.length === before) entries.push(entryOf(rule, file));
  }
  return { entries, problems: reader.problems };
}

/** A rule ready to be applied; its id holds a hash, so that records of one version can be told from those of another. */
export function entryOf(rule: SiteRule, file: string): SiteRuleEntry {
  const { samples: _, ...applied } = rule;
  const id = `${rule.site}@${sha256(JSON.stringify(applied)).slice(0, 8)}`;
  return { rule, file, cleaner: compileSiteRule(rule, id) };
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,}$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const host: Field<string> = (reader, node) => {
  const value = text(reader, node);
  if (value === undefined || HOST.test(value)) return value;
  return reader.note(node, `expected a host such as example.org, got "${value}"`);
};

const date: Field<string> = (reader, node) => {
  const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  return DATE.test(value) ? value : reader.note(node, `expected a date such as 2026-01-31, got ${kindOf(node)}`);
};

const selector: Field<string> = (reader, node) => {
  const value = text(reader, node);
  return value === undefined ? undefined : checked(reader, node, value, () => readSelector(value));
};

const removalClass: Field<RemovalClass> = (reader, node) => {
  const value = text(reader, node);
  const known = REMOVAL_CLASSES.find((name) => name === value);
  return (
    known ??
    (value === undefined
      ? undefined
      : reader.note(node, `expected one of ${REMOVAL_CLASSES.join(', ')}, got "${value}"`))
  );
};

function checked<T>(reader: YamlReader, node: Node, value: T, check: () => unknown): T | undefined {
  try {
    check();
    return value;
  } catch (error) {
    return reader.note(node, error instanceof Error ? error.message : String(error));
  }
}

const STRIP = mapOf<{ selector: string; class: RemovalClass }>({ selector, class: removalClass }, [
  'selector',
  'class',
]);

const PATTERN_FIELDS = mapOf<TextPattern>({ pattern: text, class: removalClass, ignoreCase: flag }, [
  'pattern',
  'class',
]);

const pattern: Field<TextPattern> = (reader, node) => {
  const value = PATTERN_FIELDS(reader, node);
  if (value?.pattern === undefined) return value;
  return checked(reader, node, value, () => compilePattern(value.pattern, value.ignoreCase === true));
};

const SAMPLE = mapOf<Sample>(
  {
    file: text,
    url: text,
    title: text,
    authors: listOf(text),
    date: text,
    keeps: listOf(text),
    drops: listOf(text),
  },
  ['file'],
);

const RULE: Field<SiteRule> = mapOf<SiteRule>(
  {
    site: host,
    valid: mapOf<NonNullable<SiteRule['valid']>>({ from: date, until: date }, []),
    body: oneOrMore(selector),
    title: oneOrMore(selector),
    author: oneOrMore(selector),
    date: oneOrMore(selector),
    strip: listOf((reader, node) => (isScalar(node) ? selector(reader, node) : STRIP(reader, node))),
    keep: oneOrMore(selector),
    text: listOf(pattern),
    samples: listOf(SAMPLE),
  },
  ['site'],
);
