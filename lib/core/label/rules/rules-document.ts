import { RULE_TABLES } from './all.ts';
import type { Rule, RuleMatch } from './rule.ts';

const INTRODUCTION = `# Rules

Written by \`npm run rules-doc\` from \`lib/core/label/rules\`; do not edit.

A rule labels a whole line (a block) that cannot be part of an article. Its id stands in \`removed[].rule\` of the record.
Phrases are compared without case and without the brackets, arrows and colons around a label; forms are regular
expressions from the start of the line. Each example under *fires* and *spares* is a test: lines under *spares* are the
nearest ones that must stay.
`;

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function describe(match: RuleMatch): string {
  const limit = `at most ${match.maxWords} words`;
  switch (match.kind) {
    case 'whole':
      return `- the line is one of: ${match.phrases.map(code).join(', ')}`;
    case 'start':
      return `- the line begins with one of (${limit}): ${match.phrases.map(code).join(', ')}`;
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

/** The text of `RULES.md`: every rule with its phrases, forms, reason and examples. */
export function rulesDocument(): string {
  const tables = Object.entries(RULE_TABLES).map(([name, rules]) => [`## ${name}`, ...rules.map(section)].join('\n\n'));
  return `${[INTRODUCTION.trimEnd(), ...tables].join('\n\n')}\n`;
}
