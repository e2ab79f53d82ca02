import { isSelector } from '../core/site/select.ts';
import type { SiteRule } from '../core/site/site-rule.ts';
import type { Problem } from './problem.ts';
import { entryOf, type ReadRules } from './read-yaml.ts';
import { xpathToCss } from './xpath-to-css.ts';

/** What Full-Text RSS reads and this cleaner has no use for: it fetches nothing, and repairs and prunes on its own. */
const WITHOUT_EFFECT = new Set(
  (
    'prune tidy autodetect_on_failure autodetect_next_page parser test_url test_contains insert_detected_image convert_double_br_tags ' +
    'skip_json_ld native_ad_clue strip_image_src'
  ).split(' '),
);
/** What changes the result there and cannot be done here. */
const UNSUPPORTED = new Set(
  (
    'find_string replace_string single_page_link single_page_link_in_feed next_page_link if_page_contains http_header requires_login ' +
    'login_uri login_username_field login_password_field login_extra_fields not_logged_in_xpath dissolve wrap_in move_into src_lazy_load_attr ' +
    'skip_id_or_class proxy cookie'
  ).split(' '),
);

type Draft = { [K in 'title' | 'body' | 'author' | 'date']: string[] } & { strip: string[] };

/**
 * Reads the rule of a site in the format of Full-Text RSS, as it is: `example.org.txt`, or `.example.org.txt` for a domain with
 * its subdomains. What cannot be applied is told as a problem; the rest of the rule holds.
 *
 * @see https://help.fivefilters.org/full-text-rss/site-patterns.html
 */
export function readSiteConfig(text: string, file: string): ReadRules {
  const site = (file.split('/').at(-1) ?? file)
    .replace(/\.txt$/, '')
    .replace(/^\.|^www\./, '')
    .toLowerCase();
  const draft: Draft = { title: [], body: [], author: [], date: [], strip: [] };
  const problems: Problem[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    const [head = '', key = ''] = /^\s{0,20}([a-z_]{1,40})(?:\([^)]*\))?\s{0,20}:/i.exec(content) ?? [];
    const value = content.slice(head.length).trim();
    if (key === '' || content.trimStart().startsWith('#')) return;
    const message = take(key.toLowerCase(), value, draft);
    if (message !== null) problems.push({ file, line: index + 1, column: content.indexOf(key) + 1, message });
  });
  return { entries: [entryOf(ruleOf(site, draft), file)], problems };
}

/** Adds what one line says; answers why nothing comes of it, `null` when something does. */
function take(key: string, value: string, draft: Draft): string | null {
  if (WITHOUT_EFFECT.has(key) || value === '') return null;
  if (UNSUPPORTED.has(key)) return `"${key}" is not applied: nothing is fetched or rewritten here`;
  if (key === 'strip_id_or_class') {
    const part = JSON.stringify(value.replace(/^["']|["']$/g, ''));
    draft.strip.push(`[id*=${part}]`, `[class*=${part}]`);
    return null;
  }
  if (key !== 'title' && key !== 'body' && key !== 'author' && key !== 'date' && key !== 'strip') {
    return `"${key}" is not known and not applied`;
  }
  // A title or a date may be given as text in quotes, which says nothing of a page.
  const selectors = xpathToCss(value);
  if (selectors === null || !selectors.every(isSelector))
    return `"${value}" is not applied: it cannot be said as a selector`;
  draft[key].push(...selectors);
  return null;
}

function ruleOf(site: string, { strip, ...fields }: Draft): SiteRule {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, selectors]) => selectors.length > 0));
  return { site, ...filled, ...(strip.length > 0 && { strip }) };
}
