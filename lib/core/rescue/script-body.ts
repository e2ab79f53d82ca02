import { parseScriptJson } from '../parse/html-head.ts';
import type { PageScript } from '../parse/page-scripts.ts';
import { type Body, findBodies } from './find-body.ts';
import { readAssignedJson } from './json-slices.ts';
import { type ScriptBody, toScriptBody } from './linked-data-body.ts';
import type { PageIdentity } from './page-identity.ts';
import { joinStream, unflatten } from './state-formats.ts';

/** Words from which a text may be the story's though nothing names it like the page. */
const MIN_UNNAMED_WORDS = 120;

type Found = Body & { readonly script: PageScript };

/**
 * The text of the page's own story in the state that scripts start from; `null` when there is none, or when there are several
 * and nothing says which is the page's.
 */
export function scriptBody(scripts: readonly PageScript[], identity: PageIdentity): ScriptBody | null {
  const found = readStates(scripts).flatMap(({ script, values }) =>
    findBodies(values, identity).map((body): Found => ({ ...body, script })),
  );
  const chosen = ownBody(found) ?? onlyBody(found, identity);
  return chosen === null ? null : toScriptBody(chosen.script, chosen.html);
}

/** A stream comes in pieces, one a script; it counts as the first of them. */
function readStates(
  scripts: readonly PageScript[],
): readonly { readonly script: PageScript; readonly values: readonly unknown[] }[] {
  const states: { script: PageScript; values: readonly unknown[] }[] = [];
  const pieces: unknown[] = [];
  let streamed: PageScript | null = null;
  for (const script of scripts) {
    if (script.kind === 'linked-data') continue;
    const values = script.kind === 'json' ? [parseScriptJson(script.text)] : readAssignedJson(script.text);
    if (values.some(isPiece)) streamed ??= script;
    pieces.push(...values.filter(isPiece));
    states.push({ script, values: values.filter((value) => !isPiece(value)).map(unflatten) });
  }
  if (streamed !== null) states.push({ script: streamed, values: joinStream(pieces) });
  return states;
}

function isPiece(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value[0] === 1 && typeof value[1] === 'string';
}

/** The body nearest to an object that names itself like the page, the longest of those as near. */
function ownBody(found: readonly Found[]): Found | null {
  let best: Found | null = null;
  for (const body of found) {
    if (body.distance === null) continue;
    const nearer = best === null || body.distance < (best.distance ?? 0);
    if (nearer || (body.distance === best?.distance && body.words > best.words)) best = body;
  }
  return best;
}

/** The only story in the state, unless the page is a home page that merely shows it. */
function onlyBody(found: readonly Found[], identity: PageIdentity): Found | null {
  const stories = found.filter(({ inStory, words }) => inStory && words >= MIN_UNNAMED_WORDS);
  return stories.length === 1 && !identity.isRoot ? (stories[0] ?? null) : null;
}
