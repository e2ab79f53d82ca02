import { MARKUP_ROWS, MARKUP_TAGS } from '../html/markup-table.ts';
import { RULES } from './all.ts';
import { HTML_DETECTORS, MODEL_DETECTORS, SITE_DETECTORS, TEXT_DETECTORS } from './detector-table.ts';

/** Made on first use: only explanations ask. */
let known: ReadonlyMap<string, string> | null = null;

function collect(): ReadonlyMap<string, string> {
  const markup = [...MARKUP_ROWS, ...MARKUP_TAGS.values()].map((row) => [row.rule, row.rationale] as const);
  const detectors = [...TEXT_DETECTORS, ...HTML_DETECTORS, ...MODEL_DETECTORS, ...SITE_DETECTORS];
  return new Map([
    ...markup,
    ...detectors.map((row) => [row.rule, row.rationale] as const),
    ...RULES.map((rule) => [rule.id, rule.rationale] as const),
  ]);
}

/** Why what a rule removes is no part of an article; `null` for ids that no table lists. */
export function rationaleOf(rule: string): string | null {
  known ??= collect();
  const exact = known.get(rule);
  if (exact !== undefined) return exact;
  for (let end = rule.lastIndexOf('-'); end > 0; end = rule.lastIndexOf('-', end - 1)) {
    const family = known.get(`${rule.slice(0, end)}-*`);
    if (family !== undefined) return family;
  }
  return null;
}
