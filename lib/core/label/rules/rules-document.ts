import { MARKUP_ROWS, MARKUP_TAGS, type MarkupRow } from '../html/markup-table.ts';
import { RULE_TABLES } from './all.ts';
import { type DetectorRow, HTML_DETECTORS, MODEL_DETECTORS, SITE_DETECTORS, TEXT_DETECTORS } from './detector-table.ts';
import type { Rule, RuleMatch } from './rule.ts';

const INTRODUCTION = `# Rules

Written by \`npm run rules-doc\` from \`lib/core/label/rules\`; do not edit.

A rule labels a whole line (a block) that cannot be part of an article. Its id stands in \`removed[].rule\` of the record.
Phrases are compared without case and without the brackets, arrows and colons around a label; forms are regular
expressions from the start of the line. Each example under *fires* and *spares* is a test: lines under *spares* are the
nearest ones that must stay.

At the end stand the rules that are no phrases: what the markup of a page says, what detectors see in text and pages, and
what the model for main text removes. \`winnow explain\` tells which of them decided on a block.
`;

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function describe(match: RuleMatch): string {
  const limit = match.kind === 'whole' ? '' : `at most ${match.maxWords} words`;
  switch (match.kind) {
    case 'whole':
      return `- the line is one of: ${match.phrases.map(code).join(', ')}`;
    case 'start':
      return `- the line begins with one of (${limit}): ${match.phrases.map(code).join(', ')}`;
    case 'opening':
      return `- the line begins with one of (${limit}): ${match.phrases.map(code).join(', ')}; behind it stands ${code(String(match.behind))}`;
    case 'form':
      return `- form (${limit}): ${code(String(match.pattern))}`;
    default:
      return match satisfies never;
  }
}

function section(rule: Rule): string {
  const { fires, spares } = rule.examples;
  return [
    `### ${rule.id}`,
    `Class \`${rule.class}\`. ${rule.rationale} Seen in: ${rule.source}.`,
    rule.match.map(describe).join('\n'),
    `Fires: ${fires.map(code).join(' · ')}\n\nSpares: ${spares.map(code).join(' · ')}`,
  ].join('\n\n');
}

const MARKUP_INTRODUCTION = `## markup of pages

A word in a class, id, role, itemprop or data attribute names what its element holds; two words that follow each other are
joined by \`-\`, and camel case parts words. The first row with a word of the element decides. Rows marked *certain* hold
everywhere; the others give way where their element holds a large share of the prose of the page or the body of the story,
because themes and paywalls put such names on the article itself. The model for main text takes these verdicts as one
sign among others, and the rows name what it removes.`;

/** Rows of one id stand together: its words, then its tags. */
function markupSection([first, ...others]: readonly [MarkupRow, ...MarkupRow[]]): string {
  const rows = [first, ...others];
  const words = rows.filter((row) => MARKUP_ROWS.includes(row)).flatMap((row) => row.words.split(' '));
  const tags = rows.filter((row) => !MARKUP_ROWS.includes(row)).flatMap((row) => row.words.split(' '));
  return [
    `### ${first.rule}`,
    `Class \`${first.class}\`${first.certain === true ? ', certain' : ''}. ${first.rationale}`,
    [
      ...(words.length > 0 ? [`- words: ${words.map(code).join(', ')}`] : []),
      ...(tags.length > 0 ? [`- tags: ${tags.map(code).join(', ')}`] : []),
    ].join('\n'),
  ].join('\n\n');
}

function markupSections(): string {
  const byRule = new Map<string, [MarkupRow, ...MarkupRow[]]>();
  for (const row of new Set([...MARKUP_ROWS, ...MARKUP_TAGS.values()])) {
    const known = byRule.get(row.rule);
    if (known === undefined) byRule.set(row.rule, [row]);
    else known.push(row);
  }
  return [MARKUP_INTRODUCTION, ...[...byRule.values()].map(markupSection)].join('\n\n');
}

function detectorSection(title: string, rows: readonly DetectorRow[]): string {
  const lines = rows.map(({ rule, rationale }) => `| ${code(rule)} | ${rationale} |`);
  return [`## ${title}`, ['| rule | what it removes |', '| --- | --- |', ...lines].join('\n')].join('\n\n');
}

/** The text of `RULES.md`: every rule with its phrases, forms, reason and examples; then markup, detectors and model. */
export function rulesDocument(): string {
  const tables = Object.entries(RULE_TABLES).map(([name, rules]) => [`## ${name}`, ...rules.map(section)].join('\n\n'));
  const others = [
    markupSections(),
    detectorSection('shape of pages', HTML_DETECTORS),
    detectorSection('model for main text', MODEL_DETECTORS),
    detectorSection('text and Markdown', TEXT_DETECTORS),
    detectorSection('rules of sites', SITE_DETECTORS),
  ];
  return `${[INTRODUCTION.trimEnd(), ...tables, ...others].join('\n\n')}\n`;
}
