import type { InspectorData } from './inspected.ts';

/** What the page is made of; scripts are plain scripts, not modules. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The cleaner for the browser, so that the page cleans what is dragged in without a server; `null` leaves it out. */
  readonly cleaner: string | null;
}

/** sha256 of text in base64, as Content-Security-Policy names inline code. */
export type Base64Hash = (text: string) => string;

/** The page with all its data, whole in one file, and the policy that it is to be served under. */
export interface InspectorPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * Writes the page. Nothing in it runs but the scripts given: the policy names their hashes, forbids every connection but to
 * the server of the page, and text can become markup nowhere (Trusted Types without any policy).
 */
export function writePage(parts: PageParts, data: InspectorData, hash: Base64Hash): InspectorPage {
  const scripts = [parts.script, ...(parts.cleaner === null ? [] : [parts.cleaner])];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${hash(script)}'`).join(' ')}`,
    `style-src 'sha256-${hash(parts.style)}'`,
    `connect-src ${data.served ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(data.title)} - Winnow inspector</title>`,
    `<style>${parts.style}</style>`,
    '</head>',
    '<body>',
    '<noscript>The inspector needs JavaScript; all of it is in this file.</noscript>',
    `<script type="application/json" id="data">${escapeJson(data)}</script>`,
    ...scripts.map((script) => `<script>${script}</script>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { html, policy };
}

/** JSON that cannot end the element it stands in. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
