import { compile, selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';

/** A selector that is ready to be used, and the attribute whose value is wanted, if one is. */
export interface Selection {
  readonly selector: string;
  readonly attribute: string | null;
  elements(root: Document): readonly Element[];
  /** Texts or attribute values of what is selected, white space folded; empty ones are left out. */
  values(root: Document): readonly string[];
}

const WITH_ATTRIBUTE = /^(.*\S)\s+@([a-z][a-z0-9_:-]{0,60})$/i;

/** @throws Error with the selector engine's words for what is no selector. */
export function readSelector(text: string): Selection {
  const [, before, name] = WITH_ATTRIBUTE.exec(text.trim()) ?? [];
  const selector = before ?? text.trim();
  const attribute = name?.toLowerCase() ?? null;
  // The engine finds out about a wrong name of a pseudo-class only when it compiles.
  compile(selector);
  const elements = (root: Document): readonly Element[] => selectAll<AnyNode, Element>(selector, root);
  return {
    selector,
    attribute,
    elements,
    values: (root) =>
      elements(root)
        .map((element) => (attribute === null ? DomUtils.innerText(element) : (element.attribs[attribute] ?? '')))
        .map((value) => value.replace(/\s+/g, ' ').trim())
        .filter((value) => value !== ''),
  };
}

/** Whether a text is a selector. */
export function isSelector(text: string): boolean {
  try {
    readSelector(text);
    return true;
  } catch {
    return false;
  }
}
