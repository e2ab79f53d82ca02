import { firstOf, type LdNode, readGraph, typesOf } from '../metadata/json-ld.ts';
import { parseScriptJson } from '../parse/html-head.ts';
import type { PageScript } from '../parse/page-scripts.ts';
import { countWords } from '../parse/words.ts';
import { bodyToHtml } from './body-html.ts';
import type { PageIdentity } from './page-identity.ts';

/** The text of the story in one script. */
export interface ScriptBody {
  readonly script: PageScript;
  readonly html: string;
  readonly words: number;
  /** The text breaks off with dots: the source has only its beginning. */
  readonly truncated: boolean;
}

/** Fewer words are a summary. */
const MIN_WORDS = 50;
const MAX_CHARACTERS = 8_000_000;
const TEXT_TYPE = /(?:Article|Posting|Report|Review)$/;
const BREAKS_OFF = /(?:…|\.{3}|\[(?:…|\.{3}|&hellip;)\])\s*(?:<\/[a-z0-9]+>\s*)*$/i;

/** The `articleBody` of the page's own story, or `text` of a post; `null` when no script of linked data has one. */
export function linkedDataBody(scripts: readonly PageScript[], identity: PageIdentity): ScriptBody | null {
  const found = scripts
    .filter(({ kind }) => kind === 'linked-data')
    .flatMap((script) => {
      const { nodes } = readGraph([parseScriptJson(script.text)]);
      return nodes.map((node) => ({ script, node, body: bodyOf(node) })).filter(({ body }) => body !== null);
    });
  const own = found.find(({ node }) => identity.owns(node) === 'own');
  const only = found.length === 1 ? found[0] : undefined;
  const chosen = own ?? only;
  if (chosen?.body == null) return null;
  return toScriptBody(chosen.script, bodyToHtml(chosen.body, { characters: MAX_CHARACTERS }));
}

export function toScriptBody(script: PageScript, html: string): ScriptBody | null {
  const words = countWords(html.replace(/<[^<>]{1,4000}>/g, ' '));
  return words < MIN_WORDS ? null : { script, html, words, truncated: BREAKS_OFF.test(html.slice(-200)) };
}

function bodyOf(node: LdNode): unknown {
  const isText = typesOf(node).some((type) => TEXT_TYPE.test(type));
  return firstOf(node, 'articleBody', ...(isText ? ['text', 'reviewBody'] : [])) ?? null;
}
